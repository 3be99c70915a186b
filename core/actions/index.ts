import type { Action } from './action.ts';
import { convertPipeline } from './convert-pipeline.ts';
import { draftNotices } from './draft-notices.ts';
import { holdCommencement } from './hold-commencement.ts';
import { planMeeting } from './plan-meeting.ts';
import { rollOverYear } from './roll-over-year.ts';

/** Every action, in the order of the menu. */
export const ACTIONS: readonly Action[] = [convertPipeline, holdCommencement, draftNotices, planMeeting, rollOverYear];
