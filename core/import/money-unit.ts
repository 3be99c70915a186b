import { YUAN_PER_WAN, YUAN_PER_YI } from '../money.ts';

/** The units in which files state money, in 元. */
export const YUAN_PER_UNIT = { 元: 1, 千元: 1000, 万元: YUAN_PER_WAN, 百万元: 1_000_000, 亿元: YUAN_PER_YI } as const;

export type MoneyUnit = keyof typeof YUAN_PER_UNIT;

export const MONEY_UNITS = Object.keys(YUAN_PER_UNIT) as readonly MoneyUnit[];

const UNIT_WORDS: Readonly<Record<string, MoneyUnit>> = {
  元: '元',
  千元: '千元',
  万: '万元',
  万元: '万元',
  百万: '百万元',
  百万元: '百万元',
  亿: '亿元',
  亿元: '亿元',
};

/** The unit that a word names (`万`, `亿元`, `万元人民币`), or null. */
export const moneyUnitNamed = (word: string): MoneyUnit | null => UNIT_WORDS[word.replace(/人民币/g, '')] ?? null;

/** As exports in English name them (`core/export/money-words.ts`). */
const ENGLISH_UNITS: Readonly<Record<string, MoneyUnit>> = { '10k': '万元', '100m': '亿元' };

/** The unit that a heading or a line above the table states: `总投资(亿元)`, `单位:万元、个`; null when none. */
export function moneyUnitIn(text: string): MoneyUnit | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const stated = /单位:?\(?((?:百万|[千万亿])?元)/.exec(plain) ?? /[([【]((?:百万|[千万亿])?元)[、,/)\]】]/.exec(plain);
  const english = /[([]×?(10k|100m)yuan[)\]]/i.exec(plain)?.[1]?.toLowerCase() ?? '';
  return moneyUnitNamed(stated?.[1] ?? '') ?? ENGLISH_UNITS[english] ?? null;
}
