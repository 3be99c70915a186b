import type { Label } from '../register/label.ts';

/** How the list can be divided for everybody. */
export const PARTS_BY = {
  group: { zh: '单位组别', en: 'Group of units' },
  sector: { zh: '项目类别', en: 'Sector' },
  size: { zh: '投资规模', en: 'Size' },
} as const satisfies Readonly<Record<string, Label>>;

export type PartsBy = keyof typeof PARTS_BY;
