/** What each kind of formula gives: pure functions of the item's maximum and what the ledger says of the unit. */
import { compare, divide, least, multiply, subtract, whole, type Fraction } from '../exact.ts';
import { amountOf } from './amount.ts';
import { bounded } from './bounds.ts';
import type { FormulaInputs, FormulaResult, Input, Place, Reading, ReadingUse } from './inputs.ts';
import { bandOf } from './project-lines.ts';
import {
  countedPoints,
  countTerms,
  eventLedger,
  external,
  inherit,
  judges,
  meanOf,
  projectSum,
  withoutBase,
} from './record-formulas.ts';
import type { Amount, Formula, PerCount } from './scheme.ts';
import { alongSlopes } from './slopes.ts';
import {
  comesTo,
  joined,
  operand,
  written,
  writtenAmount,
  writtenBeside,
  writtenNumber,
  type Written,
} from './written.ts';

type FormulaOf<T extends Formula['type']> = Extract<Formula, { readonly type: T }>;

const used = (reading: Reading, use: ReadingUse): Input => ({ kind: 'measure', use, ...reading });

/** max × min(1, value ÷ target). */
function proportional({ target }: FormulaOf<'proportional'>, max: Fraction, value: Fraction) {
  const goal = amountOf(target);
  const part = least(whole(1), divide(value, goal) ?? whole(0));
  const points = multiply(max, part);
  return { points, calculation: comesTo(written`${max} × min(1, ${value} ÷ ${goal})`, points) };
}

/** max − perUnit × (target − value), not below 0. */
function linearDeduct({ target, perUnit }: FormulaOf<'linearDeduct'>, max: Fraction, value: Fraction) {
  const goal = amountOf(target);
  if (compare(value, goal) >= 0)
    return { points: max, calculation: written`${writtenBeside(value, goal)} ≥ ${goal} ⇒ ${max}`.text };
  const left = subtract(max, multiply(amountOf(perUnit), subtract(goal, value)));
  const taken = written`${max} − ${amountOf(perUnit)} × (${goal} − ${operand(value)})`;
  if (left.numerator >= 0n) return { points: left, calculation: comesTo(taken, left) };
  return { points: whole(0), calculation: comesTo(written`max(0, ${taken})`, whole(0)), floored: true as const };
}

function piecewise({ pivot, base, slopes }: FormulaOf<'piecewise'>, max: Fraction, value: Fraction) {
  const start = base === 'max' ? max : amountOf(base);
  const { points, calculation, isFlat } = alongSlopes(start, amountOf(pivot), slopes, value);
  return { points, calculation: isFlat ? written`${value} ⇒ ${start}`.text : comesTo(calculation, points) };
}

function band({ bands }: FormulaOf<'band'>, max: Fraction, value: Fraction) {
  const reached = bandOf(bands, value);
  if (!reached) {
    const first = amountOf(bands[0]?.from ?? 0);
    return { points: whole(0), calculation: written`${writtenBeside(value, first)} < ${first} ⇒ ${whole(0)}`.text };
  }
  const start = written`${writtenBeside(value, amountOf(reached.from))} ≥ ${amountOf(reached.from)} ⇒ `;
  const share = reached.share === undefined ? null : amountOf(reached.share);
  const points = share ? multiply(max, share) : amountOf(reached.points ?? 0);
  const product = share ? written`${max} × ${writtenAmount(reached.share ?? 0)}` : writtenNumber(points);
  return { points, calculation: start.text + comesTo(product, points) };
}

function allOrNothing({ target }: FormulaOf<'allOrNothing'>, max: Fraction, value: Fraction) {
  const goal = amountOf(target);
  return compare(value, goal) >= 0
    ? { points: max, calculation: written`${writtenBeside(value, goal)} ≥ ${goal} ⇒ ${max}`.text }
    : { points: whole(0), calculation: written`${writtenBeside(value, goal)} < ${goal} ⇒ ${whole(0)}`.text };
}

/** Points for a place: those of the rank, or the mean of the places that equals take. */
function placePoints({ points, others, ties }: FormulaOf<'rankPoints'>, { rank, first, sharedBy }: Place) {
  const at = (place: number): Fraction => amountOf(points[place - 1] ?? others);
  if (ties === 'shared') return { given: at(rank), calculation: writtenAmount(points[rank - 1] ?? others) };
  const taken = Array.from({ length: sharedBy }, (_, index) => at(first + index));
  const mean = meanOf(taken);
  return { given: mean?.mean ?? whole(0), calculation: mean?.calculation ?? written`` };
}

function rankPoints(formula: FormulaOf<'rankPoints'>, max: Fraction, inputs: FormulaInputs): FormulaResult {
  const { measure, share } = formula;
  const place = inputs.place(measure);
  const value = used(inputs.reading(measure), 'value');
  if (!place) return withoutBase([value]);
  const { given, calculation } = placePoints(formula, place);
  const points = share === true ? multiply(max, given) : given;
  const product = share === true ? written`${max} × ${calculation}` : calculation;
  return {
    points,
    calculation: `#${place.rank}/${place.of} ⇒ ${comesTo(product, points)}`,
    inputs: [value, { kind: 'place', measure, ...place }],
  };
}

/** Counts with their points; what has no number counts as none. */
export function readCounts(counts: readonly PerCount[], inputs: FormulaInputs, use: ReadingUse) {
  const read = counts.map(({ measure, points }) => ({ reading: inputs.reading(measure), points: amountOf(points) }));
  const terms = read.map(({ reading, points }) => ({ count: reading.value ?? whole(0), points }));
  return {
    points: countedPoints(terms),
    calculation: countTerms(terms),
    inputs: read.map(({ reading }) => used(reading, use)),
    hasBase: read.some(({ reading }) => reading.value !== null),
  };
}

const startOf = (base: 'max' | Amount | undefined, max: Fraction): Fraction =>
  base === 'max' ? max : amountOf(base ?? 0);

function countPoints({ counts, base }: FormulaOf<'countPoints'>, max: Fraction, inputs: FormulaInputs): FormulaResult {
  const read = readCounts(counts, inputs, 'count');
  if (!read.hasBase) return withoutBase(read.inputs);
  const start = startOf(base, max);
  const points = countedPoints([
    { count: whole(1), points: start },
    { count: whole(1), points: read.points },
  ]);
  const calculation =
    start.numerator === 0n ? trimmedPlus(read.calculation) : joined([writtenNumber(start), read.calculation], '');
  return { points, calculation: comesTo(calculation, points), inputs: read.inputs };
}

/** Without the plus sign in front. */
const trimmedPlus = ({ text, exact }: Written): Written => ({
  text: text.replace(/^ \+ /, '').replace(/^ − /, '−'),
  exact,
});

/** One month of a periodic formula, within the item's bounds. */
function monthScore(of: Formula, max: Fraction, inputs: FormulaInputs) {
  const result = formulaPoints(of, max, inputs);
  const points = result.points && bounded(result.points, inputs.bounds).points;
  return { kind: 'month' as const, asOf: inputs.asOf, points, calculation: result.calculation, inputs: result.inputs };
}

/** The mean of the months' ends, or a share of it and the rest of the year to date; what has no base leaves it to the other. */
function periodic({ of, monthlyShare }: FormulaOf<'periodic'>, max: Fraction, inputs: FormulaInputs): FormulaResult {
  const months = inputs.months().map((month) => monthScore(of, max, month));
  const mean = meanOf(months.flatMap(({ points }) => points ?? []));
  const ofMonths = mean && { points: mean.mean, calculation: comesTo(mean.calculation, mean.mean), inputs: months };
  if (monthlyShare === undefined) return ofMonths ?? withoutBase(months);
  const toDate = monthScore(of, max, inputs);
  const read = [...months, toDate];
  if (!toDate.points) return ofMonths ? { ...ofMonths, inputs: read } : withoutBase(read);
  if (!mean) return { points: toDate.points, calculation: toDate.calculation, inputs: read };
  const share = amountOf(monthlyShare);
  const rest = subtract(whole(100), share);
  const points = countedPoints([
    { count: mean.mean, points: divide(share, whole(100)) ?? whole(0) },
    { count: toDate.points, points: divide(rest, whole(100)) ?? whole(0) },
  ]);
  const calculation = written`${share}% × ${mean.calculation} + ${rest}% × ${operand(toDate.points)}`;
  return { points, calculation: comesTo(calculation, points), inputs: read };
}

const BY_VALUE = { proportional, linearDeduct, piecewise, band, allOrNothing } as const;

type ByValue = FormulaOf<keyof typeof BY_VALUE>;

function pointsByValue(formula: ByValue, max: Fraction, inputs: FormulaInputs): FormulaResult {
  const reading = inputs.reading(formula.measure);
  const read = [used(reading, 'value')];
  if (!reading.value) return withoutBase(read);
  const calculate = BY_VALUE[formula.type] as (
    formula: ByValue,
    max: Fraction,
    value: Fraction,
  ) => Omit<FormulaResult, 'inputs'>;
  return { ...calculate(formula, max, reading.value), inputs: read };
}

/**
 * The points of a formula before the item's bounds, with the calculation and everything that went into it. Null points
 * where there is no base.
 * @param max the item's maximum for the unit's profile.
 */
export function formulaPoints(formula: Formula, max: Fraction, inputs: FormulaInputs): FormulaResult {
  switch (formula.type) {
    case 'rankPoints':
      return rankPoints(formula, max, inputs);
    case 'countPoints':
      return countPoints(formula, max, inputs);
    case 'projectSum':
      return projectSum(formula, inputs);
    case 'eventLedger':
      return eventLedger(formula, inputs);
    case 'judges':
      return judges(formula, max, inputs);
    case 'external':
      return external(formula, max, inputs);
    case 'inherit':
      return inherit(formula, inputs);
    case 'periodic':
      return periodic(formula, max, inputs);
    default:
      return pointsByValue(formula, max, inputs);
  }
}
