/** What a project can be, in words; apart from the register, so that a screen names them without it. */

export const KEY_LEVELS = {
  provincial: { zh: '省重点', en: 'Provincial' },
  municipal: { zh: '市重点', en: 'Municipal' },
  district: { zh: '区重点', en: 'District' },
} as const;

export const SECTORS = {
  industry: { zh: '工业', en: 'Industry' },
  agriculture: { zh: '农业', en: 'Agriculture' },
  urban: { zh: '城建', en: 'Urban construction' },
  social: { zh: '社会事业', en: 'Social services' },
  services: { zh: '服务业', en: 'Services' },
  transport: { zh: '交通能源', en: 'Transport and energy' },
} as const;

export const LIFECYCLES = {
  preparatory: { zh: '前期', en: 'Preparatory' },
  started: { zh: '在建', en: 'Under construction' },
  suspended: { zh: '停工', en: 'Suspended' },
  resumed: { zh: '复工', en: 'Resumed' },
  completed: { zh: '竣工', en: 'Completed' },
  withdrawn: { zh: '调出', en: 'Withdrawn' },
  cancelled: { zh: '终止', en: 'Cancelled' },
  merged: { zh: '合并', en: 'Merged' },
  split: { zh: '拆分', en: 'Split' },
} as const;

export const COMPLETION_KINDS = {
  production: { zh: '竣工投产', en: 'In production' },
  use: { zh: '竣工投用', en: 'In public use' },
} as const;

/** What stands in a project's way, as an office counts it. */
export const PROBLEM_CATEGORIES = {
  approvals: { zh: '手续办理', en: 'Approvals' },
  site: { zh: '场地条件', en: 'Site conditions' },
  dust: { zh: '扬尘管控与复工', en: 'Dust control and resumption' },
  obstruction: { zh: '阻工与施工环境', en: 'Obstruction' },
  infrastructure: { zh: '水电路配套', en: 'Supporting infrastructure' },
  funds: { zh: '资金', en: 'Funds' },
  other: { zh: '其他', en: 'Other' },
} as const;

/** Life cycles in which a project is no longer on the list. */
const OFF_THE_LIST: readonly string[] = ['withdrawn', 'cancelled', 'merged', 'split'] satisfies readonly Lifecycle[];

/** Whether a project in this life cycle still counts on the list: not when withdrawn, cancelled, merged or split. */
export const isListed = (lifecycle: Lifecycle): boolean => !OFF_THE_LIST.includes(lifecycle);

export type KeyLevel = keyof typeof KEY_LEVELS;
export type Sector = keyof typeof SECTORS;
export type Lifecycle = keyof typeof LIFECYCLES;
export type ProblemCategory = keyof typeof PROBLEM_CATEGORIES;
