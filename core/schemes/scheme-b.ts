import type { Formula, Item, ProjectLine, Scheme } from './scheme.ts';

/** As the register holds it. */
export const SCHEME_B_NAME = '项目积分考核办法（按项目累计）';

/** Ten, five and one 亿元, in 元. */
const YI_10 = 1_000_000_000;
const YI_5 = 500_000_000;
const YI_1 = 100_000_000;

const all = (points: number) => ({ all: points });

const projectItem = (id: string, label: Item['label'], most: number, lines: readonly ProjectLine[]): Item => ({
  id,
  label,
  part: 'base',
  max: all(most),
  formula: { type: 'projectSum', lines, combine: 'sum' },
  cap: 'none',
  na: 'renormalise',
});

const eventItem = (
  id: string,
  label: Item['label'],
  part: Item['part'],
  most: number,
  rule: Omit<Extract<Formula, { type: 'eventLedger' }>, 'type'>,
): Item => ({
  id,
  label,
  part,
  max: all(most),
  formula: { type: 'eventLedger', ...rule },
  na: 'zero',
  evidenceRequired: true,
});

/**
 * An open-ended sum of points over projects, with points for events. The maxima are those of one project: a unit's sum has
 * no upper end, and favours units with many projects. An example to start from, as different from the other as can be.
 */
export const SCHEME_B: Scheme = {
  profiles: { township: 'all', park: 'all', department: 'all' },
  items: [
    projectItem('B1', { zh: '项目性质', en: 'Nature of the project' }, 5, [
      {
        id: 'newStart',
        label: { zh: '新开工项目', en: 'Starts this year' },
        type: 'choice',
        trait: 'plannedStartInYear',
        points: { true: 5 },
      },
      {
        id: 'carriedOver',
        label: { zh: '续建项目', en: 'Carried over' },
        type: 'choice',
        trait: 'carriedOver',
        points: { true: 2 },
      },
    ]),
    projectItem('B2', { zh: '投资规模（年度计划）', en: 'Size by annual plan' }, 20, [
      {
        id: 'size',
        label: { zh: '年度计划投资', en: 'Annual plan' },
        type: 'band',
        trait: 'annualPlanYuan',
        bands: [
          { from: 1, points: 3 },
          { from: YI_1, points: 6 },
          { from: YI_5, points: 10 },
          { from: YI_10, points: 20 },
        ],
      },
    ]),
    projectItem('B3', { zh: '项目类型', en: 'Type' }, 15, [
      {
        id: 'type',
        label: { zh: '产业、民生、基础功能', en: 'Industry, livelihood, basic functions' },
        type: 'choice',
        trait: 'sector',
        points: { industry: 15, services: 15, agriculture: 15, social: 8, urban: 6, transport: 6 },
      },
    ]),
    projectItem('B4', { zh: '投资进度', en: 'Progress' }, 60, [
      {
        id: 'progress',
        label: { zh: '年度投资完成率', en: 'Completion of the annual plan' },
        type: 'times',
        trait: 'completionRate',
        points: 60,
      },
    ]),
    projectItem('B5', { zh: '省级考核项目', en: 'Assessed by the province' }, 20, [
      {
        id: 'provincial',
        label: { zh: '省重点', en: 'Provincial' },
        type: 'choice',
        trait: 'keyLevel',
        points: { provincial: 20 },
      },
    ]),
    projectItem('B6', { zh: '竣工投产（投用）', en: 'Commissioned' }, 20, [
      {
        id: 'commissioned',
        label: { zh: '投产、投用', en: 'In production, in use' },
        type: 'choice',
        trait: 'completionKind',
        points: { production: 20, use: 10 },
      },
    ]),
    eventItem('B7', { zh: '单月完成投资超1亿元', en: 'More than 100 M¥ in one month' }, 'bonus', 360, {
      points: 30,
      perYear: 12,
    }),
    eventItem('B8', { zh: '承办集中开工', en: 'Hosted a group commencement' }, 'bonus', 120, {
      points: 30,
      perQuarter: 1,
      perYear: 4,
    }),
    {
      ...eventItem('B9', { zh: '市级以上通报批评', en: 'Criticised by city or province' }, 'penalty', 100, {
        points: -5,
      }),
      cap: 'none',
    },
  ],
  gates: [],
  tieBreak: [],
  rankMethod: 'dense',
  rankOn: 'exact',
  decimals: 2,
};
