import type { Scheme } from './scheme.ts';

/** As the register holds it. */
export const SCHEME_A_NAME = '年度综合考核办法（百分制）';

/** Bonus and penalty items weigh the same in all groups. */
const both = (points: number) => ({ main: points, department: points });

/**
 * An assessment of a hundred points in weighted items, with bonus and penalty within caps. Departments with approval
 * duties have a weights profile of their own. An example to start from: every number is the office's to choose.
 */
export const SCHEME_A: Scheme = {
  profiles: { township: 'main', park: 'main', department: { approving: 'department', others: 'main' } },
  items: [
    {
      id: 'A1',
      label: { zh: '年度投资完成率', en: 'Completion of the annual plan' },
      part: 'base',
      max: { main: 25, department: 15 },
      formula: {
        main: {
          type: 'piecewise',
          measure: 'investmentCompletionRate',
          pivot: 100,
          base: 'max',
          slopes: [{ to: 100, perUnit: 0.5 }],
        },
        department: {
          type: 'piecewise',
          measure: 'investmentCompletionRate',
          pivot: 100,
          base: 'max',
          slopes: [{ to: 100, perUnit: 0.3 }],
        },
      },
      na: 'renormalise',
    },
    {
      id: 'A2',
      label: { zh: '完成投资规模位次', en: 'Rank by completed investment' },
      part: 'base',
      max: { main: 5, department: 3 },
      formula: {
        type: 'rankPoints',
        measure: 'completedInvestment',
        points: [1, 0.8, 0.6],
        others: 0.4,
        share: true,
        ties: 'shared',
      },
      needs: { measure: 'investmentCompletionRate' },
      na: 'renormalise',
    },
    {
      id: 'A3',
      label: { zh: '序时达标月数', en: 'Months on schedule' },
      part: 'base',
      max: { main: 5, department: 4 },
      formula: { type: 'proportional', measure: 'monthsOnSchedule', target: 12 },
      needs: { measure: 'investmentCompletionRate' },
      na: 'renormalise',
    },
    {
      id: 'A4',
      label: { zh: '开工', en: 'Starts' },
      part: 'base',
      max: { main: 8, department: 5 },
      formula: { type: 'proportional', measure: 'annualStartRate', target: 100 },
      also: [{ measure: 'lateStarts', points: -1 }],
      na: 'renormalise',
    },
    {
      id: 'A5',
      label: { zh: '竣工', en: 'Completions' },
      part: 'base',
      max: { main: 5, department: 3 },
      formula: { type: 'proportional', measure: 'completionRateOfPlan', target: 100 },
      na: 'renormalise',
    },
    {
      id: 'A6',
      label: { zh: '节点完成率', en: 'Milestones' },
      part: 'base',
      max: { main: 8, department: 7 },
      formula: { type: 'proportional', measure: 'milestoneRate', target: 100 },
      na: 'renormalise',
    },
    {
      id: 'A7',
      label: { zh: '形象进度图片', en: 'Pictures of progress' },
      part: 'base',
      max: { main: 4, department: 3 },
      formula: { type: 'proportional', measure: 'photoMonths', target: 100 },
      na: 'renormalise',
    },
    {
      id: 'A8',
      label: { zh: '谋划数量', en: 'Pipeline: number' },
      part: 'base',
      max: { main: 5, department: 4 },
      formula: {
        main: { type: 'proportional', measure: 'pipelineProjects', target: 20 },
        department: { type: 'proportional', measure: 'pipelineProjects', target: 10 },
      },
      needs: { measure: 'investmentCompletionRate' },
      na: 'renormalise',
    },
    {
      id: 'A9',
      label: { zh: '谋划结构（亿元以上占比）', en: 'Pipeline: share of large projects' },
      part: 'base',
      max: { main: 6, department: 4 },
      formula: {
        type: 'band',
        measure: 'pipelineShare100MPlus',
        bands: [
          { from: 40, share: '1/3' },
          { from: 50, share: '2/3' },
          { from: 60, share: 1 },
        ],
      },
      na: 'renormalise',
    },
    {
      id: 'A10',
      label: { zh: '入省市重点', en: 'Provincial and municipal lists' },
      part: 'base',
      max: { main: 4, department: 2 },
      formula: {
        type: 'countPoints',
        counts: [
          { measure: 'acceptedProvincial', points: 1 },
          { measure: 'acceptedMunicipal', points: 0.5 },
        ],
      },
      needs: { measure: 'investmentCompletionRate' },
      na: 'renormalise',
    },
    {
      id: 'A11',
      label: { zh: '审批按时办结率', en: 'Permits on time' },
      part: 'base',
      max: { main: 10, department: 30 },
      formula: { type: 'proportional', measure: 'approvalOnTimeRate', target: 100 },
      zeroBelow: { measure: 'approvalOnTimeRate', value: 80 },
      na: 'renormalise',
    },
    {
      id: 'A12',
      label: { zh: '上级事项3日对接率', en: 'Higher-level cases docked in three days' },
      part: 'base',
      max: { main: 5, department: 10 },
      formula: { type: 'proportional', measure: 'dockingOnTimeRate', target: 100 },
      na: 'renormalise',
    },
    {
      id: 'A13',
      label: { zh: '信息报送', en: 'Reporting' },
      part: 'base',
      max: both(4),
      formula: {
        type: 'countPoints',
        base: 'max',
        counts: [
          { measure: 'lateReports', points: -0.2 },
          { measure: 'missingReports', points: -0.5 },
          { measure: 'falseReports', points: -2 },
        ],
      },
      needs: { measure: 'investmentCompletionRate' },
      na: 'renormalise',
    },
    {
      id: 'A14',
      label: { zh: '问题办结率', en: 'Issues settled' },
      part: 'base',
      max: both(4),
      formula: { type: 'proportional', measure: 'issueResolutionRate', target: 100 },
      na: 'renormalise',
    },
    {
      id: 'A15',
      label: { zh: '督办反馈', en: 'Answers to notices' },
      part: 'base',
      max: both(2),
      formula: { type: 'proportional', measure: 'noticeFeedbackRate', target: 100 },
      na: 'renormalise',
    },
    {
      id: 'B1',
      label: { zh: '超额完成', en: 'Beyond the plan' },
      part: 'bonus',
      max: both(4),
      formula: {
        type: 'piecewise',
        measure: 'investmentCompletionRate',
        pivot: 100,
        base: 0,
        slopes: [
          { from: 100, to: 130, perUnit: 0.1 },
          { from: 130, perUnit: 0.05 },
        ],
      },
      na: 'zero',
    },
    {
      id: 'B2',
      label: { zh: '提前竣工', en: 'Completed early' },
      part: 'bonus',
      max: both(5),
      formula: { type: 'countPoints', counts: [{ measure: 'earlyCompletions', points: 0.5 }] },
      na: 'zero',
    },
    {
      id: 'B3',
      label: { zh: '对手赛挑战赛获胜', en: 'Contests won' },
      part: 'bonus',
      max: both(1),
      formula: { type: 'countPoints', counts: [{ measure: 'contestsWon', points: 0.3 }] },
      na: 'zero',
    },
    {
      id: 'P1',
      label: { zh: '督办、批评、红灯扣分', en: 'Notices, criticism, red lights' },
      part: 'penalty',
      max: both(10),
      formula: {
        type: 'countPoints',
        counts: [
          { measure: 'noticesIssued', points: -0.5 },
          { measure: 'noticesOverdue', points: -1 },
          { measure: 'criticisms', points: -1 },
          { measure: 'redLightMonths', points: -0.3 },
        ],
      },
      na: 'zero',
    },
  ],
  bonusCap: 5,
  penaltyCap: 10,
  gates: [
    {
      id: 'G1',
      label: { zh: '发生较大以上安全事故', en: 'Fatal accident' },
      when: 'entry',
      effect: { type: 'cap', points: 60 },
      noRed: true,
    },
    {
      id: 'G2',
      label: { zh: '数据弄虚作假', en: 'Falsified data' },
      when: 'entry',
      effect: { type: 'cap', points: 60 },
      noRed: true,
    },
  ],
  tieBreak: ['investmentCompletionRate', 'completedInvestment', 'milestoneRate', 'issueResolutionRate'],
  rankNeeds: { measure: 'investmentCompletionRate' },
  rankMethod: 'dense',
  rankOn: 'exact',
  decimals: 2,
  honours: {
    target: { measure: 'investmentCompletionRate', value: 100 },
    red: { rank: 3, small: 2, smallBelow: 6 },
    black: { last: 2, small: 1, smallBelow: 6 },
    rankBy: 'score',
  },
};
