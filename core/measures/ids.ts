/**
 * The names of all measures: the metrics M1 to M25 and the further counts that assessment schemes use. Apart from how
 * they are worked out, so that schemes are checked without it.
 */
export const MEASURE_IDS = [
  'investmentCompletionRate',
  'phasePlanRate',
  'timeProgress',
  'scheduleVariance',
  'scheduleAttainment',
  'annualStartRate',
  'phasedStartRate',
  'onTimeStartRate',
  'resumptionRate',
  'startResumeRate',
  'completionRateOfPlan',
  'completionRateOfStock',
  'milestoneRate',
  'milestoneOnTimeRate',
  'issueResolutionRate',
  'issueOnTimeRate',
  'approvalCompletionRate',
  'approvalOnTimeRate',
  'fullyPermittedShare',
  'share100MPlus',
  'annualIntensity',
  'completedYearOnYear',
  'sponsorCoverage',
  'photoCoverage',
  'noticeFeedbackRate',
  'noticeClosureRate',
  'rankChange',
  'reportTimeliness',
  // What schemes count besides.
  'completedInvestment',
  'plannedInvestment',
  'projectCount',
  'monthsOnSchedule',
  'lateStarts',
  'earlyCompletions',
  'photoMonths',
  'pipelineProjects',
  'pipelineShare100MPlus',
  'acceptedProvincial',
  'acceptedMunicipal',
  'dockingOnTimeRate',
  'lateReports',
  'missingReports',
  'falseReports',
  'noticesIssued',
  'noticesOverdue',
  'criticisms',
  'redLightMonths',
  'contestsWon',
] as const;

export type MeasureId = (typeof MEASURE_IDS)[number];

export const isMeasureId = (value: unknown): value is MeasureId =>
  typeof value === 'string' && (MEASURE_IDS as readonly string[]).includes(value);
