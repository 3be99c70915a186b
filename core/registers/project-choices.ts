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
  completed: { zh: '竣工', en: 'Completed' },
  withdrawn: { zh: '调出', en: 'Withdrawn' },
  cancelled: { zh: '终止', en: 'Cancelled' },
} as const;

export type KeyLevel = keyof typeof KEY_LEVELS;
export type Sector = keyof typeof SECTORS;
export type Lifecycle = keyof typeof LIFECYCLES;
