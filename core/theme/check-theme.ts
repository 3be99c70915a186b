/** Whether a theme can be read: every pair of tokens that stand on each other, and the contrast that it needs. */
import type { Label } from '../register/label.ts';
import { contrast } from './contrast.ts';
import { TOKEN_LABELS, type Token } from './token-groups.ts';
import type { ThemeTokens } from './tokens.ts';

/** Text of any size, large words and plates, shapes without words. */
export type Use = 'body' | 'large' | 'graphic';

/** Least contrast: WCAG 2.2, 1.4.6 (7), 1.4.3 (4.5; ours for large type too, as walls are seen in the sun), 1.4.11 (3). */
export const LEAST_CONTRAST: Readonly<Record<Use, number>> = { body: 7, large: 4.5, graphic: 3 };

export interface Pair {
  readonly front: Token;
  readonly back: Token;
  readonly use: Use;
}

const pairs = (use: Use, fronts: readonly Token[], backs: readonly Token[]): readonly Pair[] =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, use })));

const GROUNDS = ['background', 'backgroundGlow', 'backgroundDeep', 'panel', 'panelDeep'] as const;
const BARS = ['aheadBar', 'onTimeBar', 'watchBar', 'behindBar'] as const;
const BAR_STARTS = ['aheadBarDeep', 'onTimeBarDeep', 'watchBarDeep', 'behindBarDeep'] as const;

/** All pairs that meet on a screen. The line of time has an edge of the darkest background where it crosses a bar. */
export const PAIRS: readonly Pair[] = [
  ...pairs('body', ['text'], GROUNDS),
  ...pairs('body', ['muted'], ['background', 'panel', 'panelDeep']),
  ...pairs('large', ['muted'], ['backgroundGlow', 'backgroundDeep']),
  ...pairs('large', ['title', 'titleDeep', 'accent', 'ahead', 'onTime', 'watch', 'behind'], GROUNDS),
  ...pairs('large', ['honourText'], ['honour', 'honourDeep']),
  ...pairs('large', ['severeText'], ['severePlate']),
  ...pairs('graphic', ['severeEdge'], ['panel', 'panelDeep']),
  ...pairs('large', ['mark'], ['track', 'panel', 'panelDeep']),
  ...pairs('graphic', ['backgroundDeep'], [...BARS, ...BAR_STARTS]),
  ...pairs('graphic', BARS, ['track']),
  ...pairs('graphic', ['line'], ['background']),
];

/** A pair with the contrast that it has. */
export interface MeasuredPair extends Pair {
  /** From 1 to 21. */
  readonly ratio: number;
  readonly least: number;
}

/** Every pair with its contrast, in the order of `PAIRS`. */
export const measuredPairs = (tokens: ThemeTokens): readonly MeasuredPair[] =>
  PAIRS.map((pair) => ({
    ...pair,
    ratio: contrast(tokens[pair.front], tokens[pair.back]),
    least: LEAST_CONTRAST[pair.use],
  }));

/** A pair too faint to be read, with words that name both colours. */
export interface FaintPair extends MeasuredPair {
  readonly label: Label;
}

/** Ratios are cut, not rounded: 6.96 is not said to be 7.0. */
export const ratioText = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);

const inWords = ({ front, back, ratio, least }: MeasuredPair, tokens: ThemeTokens): Label => {
  const [over, under] = [TOKEN_LABELS[front], TOKEN_LABELS[back]];
  const [one, other] = [tokens[front], tokens[back]];
  return {
    zh: `${over.zh} ${one} 在${under.zh} ${other} 上：对比度 ${ratioText(ratio)}，至少要 ${least}`,
    en: `${over.en} ${one} on ${under.en.toLowerCase()} ${other}: contrast ${ratioText(ratio)}, at least ${least}`,
  };
};

/** The pairs of a theme that are too faint; none when everything can be read. */
export const checkTheme = (tokens: ThemeTokens): readonly FaintPair[] =>
  measuredPairs(tokens)
    .filter(({ ratio, least }) => ratio < least)
    .map((pair) => ({ ...pair, label: inWords(pair, tokens) }));
