/** The units of money in headings and beside figures. An import knows both languages (`core/import/money-unit.ts`). */
import type { Label } from '../register/label.ts';

export const WAN: Label = { zh: '万元', en: '×10k yuan' };
export const YI: Label = { zh: '亿元', en: '×100m yuan' };

/** A unit in brackets, as it stands behind a heading. */
export const inBrackets = ({ zh, en }: Label): Label => ({ zh: `（${zh}）`, en: ` (${en})` });
