import type { MeasureId } from '../measures/ids.ts';

const RATE: readonly MeasureId[] = ['investmentCompletionRate'];
const AGAINST_TIME: readonly MeasureId[] = [...RATE, 'timeProgress', 'scheduleVariance'];
const PERMITS: readonly MeasureId[] = ['approvalCompletionRate', 'approvalOnTimeRate', 'fullyPermittedShare'];
const STARTS: readonly MeasureId[] = ['annualStartRate', 'resumptionRate', 'completionRateOfPlan'];
const ISSUES: readonly MeasureId[] = ['issueResolutionRate', 'issueOnTimeRate'];
const NOTICES: readonly MeasureId[] = ['noticeFeedbackRate', 'noticeClosureRate'];
const MILESTONES: readonly MeasureId[] = ['milestoneRate', 'milestoneOnTimeRate'];
const PIPELINE: readonly MeasureId[] = ['pipelineProjects', 'pipelineShare100MPlus', 'annualIntensity'];
const ACCEPTED: readonly MeasureId[] = ['acceptedProvincial', 'acceptedMunicipal'];
const SPONSORS: readonly MeasureId[] = [...RATE, 'sponsorCoverage'];

/** What two units are compared in; all of it public for single units elsewhere. */
export const COMPARED: readonly MeasureId[] = [
  'investmentCompletionRate',
  'completedInvestment',
  'scheduleVariance',
  'annualStartRate',
  'completionRateOfPlan',
  'milestoneRate',
];

/** The measures whose numbers each board shows; a board that is not here shows none. */
export const BOARD_MEASURES: Readonly<Record<string, readonly MeasureId[]>> = {
  summary: [...AGAINST_TIME, ...STARTS],
  unitRanking: [...AGAINST_TIME, 'rankChange'],
  projectRanking: [...AGAINST_TIME, 'rankChange'],
  projects: AGAINST_TIME,
  project: AGAINST_TIME,
  yearSummary: [
    ...AGAINST_TIME,
    ...STARTS,
    'sponsorCoverage',
    ...PIPELINE,
    ...ACCEPTED,
    ...PERMITS,
    'issueResolutionRate',
    ...NOTICES,
  ],
  sponsorPortfolio: SPONSORS,
  milestones: MILESTONES,
  issues: ISSUES,
  permits: PERMITS,
  notices: NOTICES,
  pipeline: PIPELINE,
  declarations: ['annualIntensity', ...ACCEPTED],
  quarterStarts: ['approvalCompletionRate'],
  photos: ['photoCoverage'],
  reporting: ['reportTimeliness'],
  series: RATE,
  headToHead: COMPARED,
  publicLeaders: SPONSORS,
  publicMilestones: MILESTONES,
  publicIssues: ISSUES,
  publicPermits: ['approvalCompletionRate', 'approvalOnTimeRate'],
  publicPipeline: PIPELINE,
  publicDeclarations: ACCEPTED,
  publicTrend: RATE,
  publicBreakdown: AGAINST_TIME,
  publicNotices: ['noticeClosureRate'],
  publicPhotos: ['photoCoverage'],
};
