/** Money is whole 元 in safe integers; 万元 and 亿元 are only ways of showing it. */
import { fraction, fractionText } from './exact.ts';

export const YUAN_PER_WAN = 10_000;
export const YUAN_PER_YI = 100_000_000;

export interface ShownMoney {
  readonly yuan: number;
  /** In the unit that the column names. */
  readonly text: string;
}

const inUnit = (yuan: number, unit: number, decimals: number): string => {
  const amount = fraction(yuan, unit);
  return amount ? fractionText(amount, decimals) : '';
};

/** 亿元 with fixed decimals, as tables print it: 3.20. */
export const yiText = (yuan: number, decimals = 2): string => inUnit(yuan, YUAN_PER_YI, decimals);

/** 亿元 as headlines print it, without trailing zeros: 114, 193.3. */
export const yiHeadline = (yuan: number): string => yiText(yuan).replace(/\.?0+$/, '');

/** 万元 in whole numbers, or with up to `decimals` places where the amount has them. */
export const wanText = (yuan: number, decimals = 4): string => {
  const text = inUnit(yuan, YUAN_PER_WAN, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

export const showYi = (yuan: number): ShownMoney => ({ yuan, text: yiText(yuan) });

/**
 * 元 from a number typed in 万元, or null when it is no amount. Full-width digits, thousands separators
 * and spaces are accepted; more than four decimals (parts of a 元) are not.
 */
export function yuanFromWan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const match = /^(-?)(\d{1,11})(?:\.(\d{0,4}))?$/.exec(plain);
  if (!match) return null;
  const yuan = Number(match[2]) * YUAN_PER_WAN + Number((match[3] ?? '').padEnd(4, '0'));
  return match[1] ? -yuan : yuan;
}
