import type { MeasureId } from '../measures/ids.ts';
import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text } from '../register/field.ts';
import type { Label } from '../register/label.ts';
import { EVERYBODY } from '../register/role.ts';

export const CONTEST_KINDS = {
  rival: { zh: '对手赛', en: 'Rivals' },
  challenge: { zh: '挑战赛', en: 'Challenge' },
} as const;

/** What a contest can be settled by from the ledger; rates and scores that hundredths can hold. */
export const CONTEST_METRICS = {
  investmentCompletionRate: { zh: '年度投资完成率', en: 'Completion rate of the plan' },
  annualStartRate: { zh: '年度开工率', en: 'Start rate' },
  completionRateOfPlan: { zh: '竣工率', en: 'Completion rate of works' },
  milestoneRate: { zh: '节点完成率', en: 'Milestones reached' },
  issueResolutionRate: { zh: '问题办结率', en: 'Issues resolved' },
  approvalOnTimeRate: { zh: '审批按时办结率', en: 'Permits on time' },
  photoMonths: { zh: '形象进度图片报送率', en: 'Months with photos' },
  reportTimeliness: { zh: '按时填报率', en: 'Reports on time' },
  monthsOnSchedule: { zh: '序时达标月数', en: 'Months on schedule' },
  schemeScore: { zh: '现行考核方案得分', en: 'Score by the scheme in force' },
} as const satisfies Readonly<Partial<Record<MeasureId | 'schemeScore', Label>>>;

export type ContestMetric = keyof typeof CONTEST_METRICS;

export const CONTEST_RESULTS = {
  pending: { zh: '进行中', en: 'Pending' },
  first: { zh: '甲方胜', en: 'First wins' },
  second: { zh: '乙方胜', en: 'Second wins' },
  draw: { zh: '平局', en: 'Draw' },
  walkover: { zh: '弃权', en: 'Walk-over' },
  bye: { zh: '轮空', en: 'Bye' },
} as const;

/** Rival and challenge contests (对手赛、挑战赛) of two units, scored in hundredths of a point on one as-of date. */
export const contests = declareRegister({
  name: 'contests',
  label: { zh: '对手赛挑战赛', en: 'Contests' },
  title: 'season',
  apart: ['round', 'firstUnit', 'secondUnit'],
  unique: ['season', 'round', 'firstUnit'],
  area: 'mechanisms',
  read: EVERYBODY,
  fields: {
    season: text({ label: { zh: '赛季', en: 'Season' }, max: 20, public: true }),
    round: integer({ label: { zh: '轮次', en: 'Round' }, min: 1, max: 99, public: true }),
    kind: choice({ label: { zh: '类型', en: 'Kind' }, choices: CONTEST_KINDS, public: true }),
    firstUnit: reference({ label: { zh: '甲方', en: 'First unit' }, target: 'units', public: true }),
    secondUnit: optional(reference({ label: { zh: '乙方', en: 'Second unit' }, target: 'units', public: true })),
    asOf: date({ label: { zh: '数据截至', en: 'Figures as of' }, public: true }),
    edition: optional(reference({ label: { zh: '依据期次', en: 'Figures of the edition' }, target: 'editions' })),
    /** Absent where judges score: what they judge stands in `measure`. */
    metric: optional(choice({ label: { zh: '比赛指标', en: 'Metric' }, choices: CONTEST_METRICS, public: true })),
    measure: text({ label: { zh: '比赛内容', en: 'Measured by' }, max: 60, public: true }),
    firstHundredths: optional(integer({ label: { zh: '甲方得分（百分之一分）', en: 'First’s score' }, max: 100_000 })),
    secondHundredths: optional(
      integer({ label: { zh: '乙方得分（百分之一分）', en: 'Second’s score' }, max: 100_000 }),
    ),
    result: choice({ label: { zh: '结果', en: 'Result' }, choices: CONTEST_RESULTS, public: true }),
    flagHolder: optional(
      reference({ label: { zh: '流动红旗', en: 'Holds the red flag' }, target: 'units', public: true }),
    ),
    letterOn: optional(date({ label: { zh: '下战书日期', en: 'Challenged on' } })),
    acceptedOn: optional(date({ label: { zh: '应战日期', en: 'Accepted on' } })),
  },
  consistent: ({ firstUnit, secondUnit, result, flagHolder }) => {
    const problems: RecordProblem[] = [];
    if (firstUnit === secondUnit)
      problems.push({ path: 'secondUnit', code: 'inconsistent', message: 'is the same unit' });
    if (result !== 'bye' && secondUnit === undefined) {
      problems.push({ path: 'secondUnit', code: 'required', message: 'only a bye has one unit' });
    }
    if (flagHolder !== undefined && flagHolder !== firstUnit && flagHolder !== secondUnit) {
      problems.push({ path: 'flagHolder', code: 'inconsistent', message: 'is neither of the two' });
    }
    return problems;
  },
});
