import type { Action } from './action.ts';
import { bundleProjects } from './bundle-projects.ts';
import { convertPipeline } from './convert-pipeline.ts';
import { draftNotices } from './draft-notices.ts';
import { holdCommencement } from './hold-commencement.ts';
import { mergeProjects } from './merge-projects.ts';
import { pairContest } from './pair-contest.ts';
import { planMeeting } from './plan-meeting.ts';
import { proposeHonours } from './propose-honours.ts';
import { rollOverYear } from './roll-over-year.ts';
import { settleContest } from './settle-contest.ts';
import { splitProject } from './split-project.ts';

/** Every action, in the order of the menu. */
export const ACTIONS: readonly Action[] = [
  convertPipeline,
  holdCommencement,
  draftNotices,
  planMeeting,
  rollOverYear,
  splitProject,
  mergeProjects,
  bundleProjects,
  pairContest,
  settleContest,
  proposeHonours,
];
