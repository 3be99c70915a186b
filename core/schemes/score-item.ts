/** One item of one unit: the formula, what is taken off besides, its bounds, and what holds where it has no base. */
import { add, compare, fraction, roundScaled, whole, type Fraction } from '../exact.ts';
import { amountOf } from './amount.ts';
import { bounded } from './bounds.ts';
import { formulaPoints, readCounts } from './formulas.ts';
import type { FormulaInputs, Input } from './inputs.ts';
import { meanOf } from './record-formulas.ts';
import type { Formula, Item, NaPolicy } from './scheme.ts';
import { comesTo, joined, written, writtenBeside, writtenNumber } from './written.ts';

/** How an item's points came about; `notApplicable` where its measure has no base and its policy decided. */
export type ItemState = 'scored' | 'capped' | 'floored' | 'zeroed' | 'notApplicable';

export interface ItemScore {
  readonly item: Item;
  /** The formula of the unit's profile. */
  readonly formula: Formula;
  /** The item's maximum for the unit's profile. */
  readonly max: Fraction;
  /** As it is summed: within its bounds, rounded where the item says so. 0 where its maximum leaves the sum. */
  readonly points: Fraction;
  readonly state: ItemState;
  /** Which rule held where the item has no base. */
  readonly policy?: NaPolicy;
  /** The maximum is taken out of the sum and the other items are scaled up. */
  readonly leavesSum?: true;
  /** Every step with its numbers; steps are parted by `; `. */
  readonly calculation: string;
  readonly inputs: readonly Input[];
}

/** The formula of a profile. */
export function formulaFor({ formula }: Pick<Item, 'formula'>, profile: string): Formula | null {
  if (isFormula(formula)) return formula;
  return Object.hasOwn(formula, profile) ? (formula[profile] ?? null) : null;
}

/** A formula, and not one for each profile: no profile is called `type`. */
export const isFormula = (formula: Item['formula']): formula is Formula => typeof formula.type === 'string';

/** An item's maximum for a profile; null where the profile has none of it. */
export const maxFor = ({ max }: Pick<Item, 'max'>, profile: string): Fraction | null =>
  Object.hasOwn(max, profile) ? amountOf(max[profile] ?? 0) : null;

interface Stage {
  readonly points: Fraction;
  readonly state: ItemState;
  readonly steps: readonly string[];
  readonly inputs: readonly Input[];
}

function rounded({ decimals }: Item, stage: Stage): Stage {
  if (decimals === undefined) return stage;
  const points = fraction(roundScaled(stage.points, decimals), 10n ** BigInt(decimals)) ?? stage.points;
  if (compare(points, stage.points) === 0) return stage;
  return { ...stage, points, steps: [...stage.steps, `≈ ${writtenNumber(points).text}`] };
}

function withAlso({ also }: Item, stage: Stage, inputs: FormulaInputs): Stage {
  if (!also || also.length === 0) return stage;
  const read = readCounts(also, inputs, 'also');
  const points = add(stage.points, read.points);
  const calculation = joined([writtenNumber(stage.points), read.calculation], '');
  return {
    ...stage,
    points,
    steps: [...stage.steps, comesTo(calculation, points)],
    inputs: [...stage.inputs, ...read.inputs],
  };
}

function withBounds(stage: Stage, { bounds }: FormulaInputs): Stage {
  const { points, state } = bounded(stage.points, bounds);
  if (state === 'scored') return stage;
  const calculation = written`${state === 'capped' ? 'min' : 'max'}(${points}, ${stage.points}) = ${points}`;
  return { ...stage, points, state, steps: [...stage.steps, calculation.text] };
}

/** The stage at which an item ends that gives nothing below a bound; null where it does not apply. */
function zeroed({ zeroBelow }: Item, inputs: FormulaInputs, read: readonly Input[]): Stage | null {
  if (!zeroBelow) return null;
  const reading = inputs.reading(zeroBelow.measure);
  const bound = amountOf(zeroBelow.value);
  if (!reading.value || compare(reading.value, bound) >= 0) return null;
  const steps = [written`${writtenBeside(reading.value, bound)} < ${bound} ⇒ ${whole(0)}`.text];
  return {
    points: whole(0),
    state: 'zeroed',
    steps,
    inputs: [...read, { kind: 'measure', use: 'zeroBelow', ...reading }],
  };
}

/** An item's points; without a base they are those of its policy, and of a group's mean 0 until `withGroupMean`. */
export function scoreItem(item: Item, formula: Formula, max: Fraction, inputs: FormulaInputs): ItemScore {
  const head = { item, formula, max };
  const needed = item.needs && inputs.reading(item.needs.measure);
  if (needed && !needed.value) {
    const read: readonly Input[] = [{ kind: 'measure', use: 'needs', ...needed }];
    return { ...head, ...withoutPoints(item.na, max, inputs), inputs: read };
  }
  const result = formulaPoints(formula, max, inputs);
  if (!result.points) return { ...head, ...withoutPoints(item.na, max, inputs), inputs: result.inputs };
  const start: Stage = {
    points: result.points,
    state: result.floored ? 'floored' : 'scored',
    steps: [result.calculation],
    inputs: result.inputs,
  };
  const none = zeroed(item, inputs, result.inputs);
  const {
    points,
    state,
    steps,
    inputs: read,
  } = none ?? rounded(item, withBounds(withAlso(item, start, inputs), inputs));
  return { ...head, points, state, calculation: steps.join('; '), inputs: read };
}

function withoutPoints(policy: NaPolicy, max: Fraction, { bounds }: FormulaInputs) {
  const state = 'notApplicable' as const;
  const given = (points: Fraction) => ({ points, state, policy, calculation: `— ⇒ ${writtenNumber(points).text}` });
  if (policy === 'full') return given(max);
  if (policy === 'zero') return given(whole(0));
  if (typeof policy === 'object') return given(bounded(amountOf(policy.base), bounds).points);
  return { points: whole(0), state, policy, leavesSum: true as const, calculation: '—' };
}

/**
 * The item of a unit that has no base with the mean of the other units of its group; where none of them has points
 * either, its maximum leaves the sum.
 * @param others the item of the other units, by unit.
 */
export function withGroupMean(own: ItemScore, others: ReadonlyMap<string, ItemScore>): ItemScore {
  const counted = [...others].filter(([, { state }]) => state !== 'notApplicable');
  const mean = meanOf(counted.map(([, { points }]) => points));
  if (!mean) return own;
  const { leavesSum: _, ...kept } = own;
  const start: Stage = {
    points: mean.mean,
    state: 'notApplicable',
    steps: [`— ⇒ ${comesTo(mean.calculation, mean.mean)}`],
    inputs: own.inputs,
  };
  const { points, steps } = rounded(own.item, start);
  const units = counted.map(([unit, other]) => ({ kind: 'unit' as const, unit, points: other.points }));
  return { ...kept, points, calculation: steps.join('; '), inputs: [...own.inputs, ...units] };
}
