/** Scores of single projects, for schemes that score projects and add them up. */
import { compare, least, multiply, whole, fraction, type Fraction } from '../exact.ts';
import { happenedBy, type ProjectFigures } from '../metrics/figures.ts';
import { yearOf, type IsoDate } from '../time.ts';
import { amountOf } from './amount.ts';
import type { LineScore } from './inputs.ts';
import type { Band, ProjectLine, ProjectTrait } from './scheme.ts';
import { comesTo, operand, written, writtenBeside, writtenNumber } from './written.ts';

/** A choice, a number, or null where it is not known. */
type TraitValue = string | Fraction | null;

const isCompletedBy = ({ project }: ProjectFigures, asOf: IsoDate): boolean =>
  happenedBy(project.actualFinish, asOf) && project.actualFinish?.slice(0, 4) === String(yearOf(asOf));

/**
 * What a project is by a trait at a date. Flags are `true` or `false`; the kind of completion is known once it was completed in
 * the year; the completion rate is a fraction; null for what is not known and for a plan that was not issued.
 */
export function traitOf(figures: ProjectFigures, trait: ProjectTrait, asOf: IsoDate): TraitValue {
  const { project, planYuan, completedYuan } = figures;
  switch (trait) {
    case 'plannedStartInYear':
    case 'carriedOver':
      return String(project[trait]);
    case 'keyLevel':
    case 'sector':
      return project[trait];
    case 'completionKind':
      return isCompletedBy(figures, asOf) ? (project.completionKind ?? null) : null;
    case 'annualPlanYuan':
      return planYuan === null ? null : whole(planYuan);
    case 'totalInvestmentYuan':
      return whole(project.totalInvestmentYuan);
    case 'completionRate':
      return planYuan === null ? null : fraction(completedYuan, planYuan);
  }
}

/** The highest band that a value reaches; undefined below the first. */
export function bandOf(bands: readonly Band[], value: Fraction): Band | undefined {
  let reached: Band | undefined;
  for (const band of bands) if (compare(value, amountOf(band.from)) >= 0) reached = band;
  return reached;
}

/** A number of a trait as schemes compare it: rates in percent. */
const comparable = (trait: ProjectTrait, value: Fraction): Fraction =>
  trait === 'completionRate' ? multiply(value, whole(100)) : value;

const nothing = (line: ProjectLine, value: string | null): LineScore => ({
  line,
  value,
  points: whole(0),
  calculation: '0',
});

function bandLine(line: ProjectLine & { type: 'band' }, trait: Fraction): LineScore {
  const value = comparable(line.trait, trait);
  const band = bandOf(line.bands, value);
  if (!band) return nothing(line, writtenNumber(value).text);
  const points = amountOf(band.points ?? 0);
  const calculation = written`${writtenBeside(value, amountOf(band.from))} ≥ ${amountOf(band.from)} ⇒ ${points}`.text;
  return { line, value: writtenNumber(value).text, points, calculation };
}

function timesLine(line: ProjectLine & { type: 'times' }, value: Fraction): LineScore {
  const product = multiply(amountOf(line.points), value);
  const cap = line.cap === undefined ? null : amountOf(line.cap);
  const points = cap ? least(cap, product) : product;
  const multiplied = written`${amountOf(line.points)} × ${operand(value)}`;
  const calculation = cap ? written`min(${cap}, ${multiplied})` : multiplied;
  return { line, value: writtenNumber(value).text, points, calculation: comesTo(calculation, points) };
}

/** One line of a project's score; 0 where the trait is not known, or is none of those that give points. */
export function lineScore(line: ProjectLine, figures: ProjectFigures, asOf: IsoDate): LineScore {
  const value = traitOf(figures, line.trait, asOf);
  if (line.type === 'choice') {
    const key = typeof value === 'string' ? value : null;
    if (key === null || !Object.hasOwn(line.points, key)) return nothing(line, key);
    const points = amountOf(line.points[key] ?? 0);
    return { line, value: key, points, calculation: writtenNumber(points).text };
  }
  if (value === null || typeof value === 'string') return nothing(line, value);
  return line.type === 'band' ? bandLine(line, value) : timesLine(line, value);
}
