/** From items to a total: the base with what left it, bonus and penalty with their caps, and what gates leave of it. */
import { compare, divide, least, multiply, negate, sumOf, type Fraction } from '../exact.ts';
import { amountOf } from './amount.ts';
import type { GateScore } from './gates.ts';
import type { Amount, Item, Scheme } from './scheme.ts';
import type { ItemScore } from './score-item.ts';
import { bracketed, comesTo, written, writtenSum } from './written.ts';

/** What the items of one part come to. */
export interface PartScore {
  readonly points: Fraction;
  /** Before the cap, or before scaling up. */
  readonly sum: Fraction;
  readonly calculation: string;
}

/** The base: of `full` points, of which `left` are judged. */
export interface BaseScore extends PartScore {
  /** The sum of the maxima of the profile's base items. */
  readonly full: Fraction;
  /** The same without the maxima that left the sum; the points are scaled by full ÷ left. */
  readonly left: Fraction;
}

export interface Totals {
  readonly base: BaseScore;
  readonly bonus: PartScore;
  readonly penalty: PartScore;
  readonly total: Fraction;
  readonly calculation: string;
  /** Some of the base could be judged: else there is nothing to rank. */
  readonly judged: boolean;
}

const ofPart = (items: readonly ItemScore[], part: Item['part']): readonly ItemScore[] =>
  items.filter(({ item }) => item.part === part);

function baseScore(items: readonly ItemScore[]): BaseScore {
  const counted = items.filter(({ leavesSum }) => leavesSum !== true);
  const points = counted.map((each) => each.points);
  const sum = sumOf(points);
  const full = sumOf(items.map(({ max }) => max));
  const left = sumOf(counted.map(({ max }) => max));
  const scale = compare(full, left) === 0 ? null : divide(full, left);
  if (!scale) return { points: sum, sum, full, left, calculation: comesTo(writtenSum(points), sum) };
  const scaled = multiply(sum, scale);
  const calculation = comesTo(written`${bracketed(points)} × ${full} ÷ ${left}`, scaled);
  return { points: scaled, sum, full, left, calculation };
}

function cappedPart(items: readonly ItemScore[], cap: Amount | undefined, sign: 'bonus' | 'penalty'): PartScore {
  const points = items.map((each) => each.points);
  const sum = sumOf(points);
  const calculation = comesTo(writtenSum(points), sum);
  if (cap === undefined) return { points: sum, sum, calculation };
  const bound = sign === 'bonus' ? amountOf(cap) : negate(amountOf(cap));
  const isBeyond = sign === 'bonus' ? compare(sum, bound) > 0 : compare(sum, bound) < 0;
  if (!isBeyond) return { points: sum, sum, calculation };
  const step = written`${sign === 'bonus' ? 'min' : 'max'}(${bound}, ${sum}) = ${bound}`.text;
  return { points: bound, sum, calculation: `${calculation}; ${step}` };
}

/** The least of the caps of gates that apply; null without any. */
function capOf(gates: readonly GateScore[]): Fraction | null {
  const caps = gates.flatMap(({ gate, applies }) =>
    applies && gate.effect.type === 'cap' ? amountOf(gate.effect.points) : [],
  );
  return caps.length === 0 ? null : caps.reduce(least);
}

/** A unit's total from its items and gates: base + bonus + penalty (which is negative), at most what a gate leaves. */
export function totalsOf(
  items: readonly ItemScore[],
  gates: readonly GateScore[],
  { bonusCap, penaltyCap }: Pick<Scheme, 'bonusCap' | 'penaltyCap'>,
): Totals {
  const baseItems = ofPart(items, 'base');
  const base = baseScore(baseItems);
  const bonus = cappedPart(ofPart(items, 'bonus'), bonusCap, 'bonus');
  const penalty = cappedPart(ofPart(items, 'penalty'), penaltyCap, 'penalty');
  const parts = [base.points, bonus.points, penalty.points];
  const sum = sumOf(parts);
  const cap = capOf(gates);
  const isCapped = cap !== null && compare(sum, cap) > 0;
  const total = isCapped ? cap : sum;
  const steps = [comesTo(writtenSum(parts), sum), ...(isCapped ? [written`min(${cap}, ${sum}) = ${cap}`.text] : [])];
  const judged = baseItems.length === 0 || baseItems.some(({ leavesSum }) => leavesSum !== true);
  return { base, bonus, penalty, total, calculation: steps.join('; '), judged };
}
