/** Formulas that read records one by one: projects, entries made by hand, scores of other mechanisms. */
import { add, compare, divide, multiply, negate, sumOf, whole, type Fraction } from '../exact.ts';
import { monthNumberOf } from '../time.ts';
import { amountOf, fromHundredths } from './amount.ts';
import type { FormulaInputs, FormulaResult, Input, OfferedEntry } from './inputs.ts';
import { lineScore } from './project-lines.ts';
import type { Formula, ProjectLine } from './scheme.ts';
import { bracketed, comesTo, joined, written, writtenNumber, writtenSum, type Written } from './written.ts';

type FormulaOf<T extends Formula['type']> = Extract<Formula, { readonly type: T }>;

/** A formula without a base. */
export const withoutBase = (inputs: readonly Input[]): FormulaResult => ({ points: null, calculation: '—', inputs });

/** The mean of numbers with its calculation; null of none. */
export function meanOf(values: readonly Fraction[]): { readonly mean: Fraction; readonly calculation: Written } | null {
  const mean = divide(sumOf(values), whole(values.length));
  if (!mean) return null;
  return {
    mean,
    calculation: values.length === 1 ? writtenSum(values) : written`${bracketed(values)} ÷ ${whole(values.length)}`,
  };
}

const projectScores = (lines: readonly ProjectLine[], inputs: FormulaInputs) =>
  inputs.projects().map((figures) => {
    const scored = lines.map((line) => lineScore(line, figures, inputs.asOf));
    const points = sumOf(scored.map((each) => each.points));
    return { kind: 'project' as const, project: figures.project.id, points, lines: scored };
  });

/** The projects' scores, added up or their mean; no base without projects. */
export function projectSum({ lines, combine }: FormulaOf<'projectSum'>, inputs: FormulaInputs): FormulaResult {
  const projects = projectScores(lines, inputs);
  const values = projects.map(({ points }) => points);
  const mean = meanOf(values);
  if (!mean) return withoutBase([]);
  const points = combine === 'sum' ? sumOf(values) : mean.mean;
  const calculation = combine === 'sum' ? writtenSum(values) : mean.calculation;
  return { points, calculation: comesTo(calculation, points), inputs: projects };
}

const quarterOf = ({ entry }: OfferedEntry): number => Math.ceil(monthNumberOf(entry.on) / 3);

/** Entries in their order with what each gives; those beyond what a quarter or the year allows are left out. */
export function eventLedger(formula: FormulaOf<'eventLedger'>, inputs: FormulaInputs): FormulaResult {
  const { perQuarter = Infinity, perYear = Infinity } = formula;
  const taken = new Map<number, number>();
  let inYear = 0;
  const entries = inputs.entries().map((offered) => {
    const { entry, evidenced } = offered;
    const own = entry.pointsHundredths;
    const points = own === undefined ? amountOf(formula.points ?? 0) : fromHundredths(own);
    const read = { kind: 'entry' as const, entry, points };
    if (!evidenced) return { ...read, leftOut: 'noEvidence' as const };
    const inQuarter = taken.get(quarterOf(offered)) ?? 0;
    if (inQuarter >= perQuarter) return { ...read, leftOut: 'perQuarter' as const };
    if (inYear >= perYear) return { ...read, leftOut: 'perYear' as const };
    taken.set(quarterOf(offered), inQuarter + 1);
    inYear += 1;
    return read;
  });
  const counted = entries.filter((each) => !('leftOut' in each)).map(({ points }) => points);
  const points = sumOf(counted);
  return { points, calculation: comesTo(writtenSum(counted), points), inputs: entries };
}

/** max × mean of the marks ÷ outOf, of three and more marks without one highest and one lowest; no base without marks. */
export function judges({ outOf }: FormulaOf<'judges'>, max: Fraction, inputs: FormulaInputs): FormulaResult {
  const marks = inputs
    .entries()
    .filter(({ entry, evidenced }) => evidenced && entry.pointsHundredths !== undefined)
    .map(({ entry }) => ({ kind: 'entry' as const, entry, points: fromHundredths(entry.pointsHundredths ?? 0) }));
  const sorted = [...marks].sort((a, b) => compare(a.points, b.points));
  const counted = sorted.length >= 3 ? sorted.slice(1, -1) : sorted;
  const read = marks.map((mark) => (counted.includes(mark) ? mark : { ...mark, leftOut: 'extreme' as const }));
  const given = counted.map(({ points }) => points);
  return shareOfMax(max, given, amountOf(outOf), read);
}

/** max × mean ÷ outOf. */
function shareOfMax(
  max: Fraction,
  given: readonly Fraction[],
  outOf: Fraction,
  inputs: readonly Input[],
): FormulaResult {
  const mean = meanOf(given);
  const points = mean && divide(multiply(max, mean.mean), outOf);
  if (!mean || !points) return withoutBase(inputs);
  return { points, calculation: comesTo(written`${max} × ${mean.calculation} ÷ ${outOf}`, points), inputs };
}

/** max × mean of the mechanism's scores in the year ÷ outOf; no base without scores. */
export function external(formula: FormulaOf<'external'>, max: Fraction, inputs: FormulaInputs): FormulaResult {
  const scores = inputs
    .externals(formula.mechanism)
    .map((score) => ({ kind: 'external' as const, score, points: fromHundredths(score.scoreHundredths) }));
  const given = scores.map(({ points }) => points);
  return shareOfMax(max, given, amountOf(formula.outOf), scores);
}

/** A share of what another item, or the unit's projects on average, came to; no base where that has none. */
export function inherit({ share, from }: FormulaOf<'inherit'>, inputs: FormulaInputs): FormulaResult {
  const part = amountOf(share);
  const shareOf = (points: Fraction): Fraction => divide(multiply(part, points), whole(100)) ?? whole(0);
  if ('item' in from) {
    const inherited = inputs.pointsOf(from.item);
    const read: readonly Input[] = [{ kind: 'item', item: from.item, points: inherited }];
    if (!inherited) return withoutBase(read);
    const points = shareOf(inherited);
    return { points, calculation: comesTo(written`${part}% × ${inherited}`, points), inputs: read };
  }
  const projects = projectScores(from.projects, inputs);
  const mean = meanOf(projects.map(({ points }) => points));
  if (!mean) return withoutBase([]);
  const points = shareOf(mean.mean);
  return { points, calculation: comesTo(written`${part}% × ${mean.calculation}`, points), inputs: projects };
}

/** Counts times points behind what was there before: `4 − 0.2 × 3 − 0.5 × 0`. */
export function countTerms(counts: readonly { readonly count: Fraction; readonly points: Fraction }[]): Written {
  const terms = counts.map(({ count, points }) => {
    const isTaken = points.numerator < 0n;
    const size = isTaken ? negate(points) : points;
    return written`${isTaken ? ' − ' : ' + '}${size} × ${writtenNumber(count)}`;
  });
  return joined(terms, '');
}

/** Σ count × points. */
export const countedPoints = (counts: readonly { readonly count: Fraction; readonly points: Fraction }[]): Fraction =>
  counts.reduce((sum, { count, points }) => add(sum, multiply(count, points)), whole(0));
