/** Checks of formulas and of what they are made of. */
import { compare } from '../exact.ts';
import { COMPLETION_KINDS, KEY_LEVELS, SECTORS } from '../registers/project-choices.ts';
import { isObject } from '../result.ts';
import { amountOf } from './amount.ts';
import {
  amount,
  at,
  flag,
  integer,
  label,
  list,
  measure,
  name,
  note,
  object,
  oneOf,
  optional,
  record,
  required,
  text,
  type Parser,
  type Where,
} from './parse.ts';
import type { Amount, Band, Formula, PerCount, ProjectLine, ProjectTrait, Slope } from './scheme.ts';

const type = <const T extends string>(value: T) => required(oneOf([value]));

export const perCount: Parser<PerCount> = object({ measure: required(measure), points: required(amount()) });

const isOver = (a: Amount, b: Amount): boolean => compare(amountOf(a), amountOf(b)) > 0;

const slope: Parser<Slope> = object({
  from: optional(amount()),
  to: optional(amount()),
  perUnit: required(amount()),
});

/** What is wrong with a slope behind the one before it. */
const slopeFault = ({ from, to }: Slope, before: Slope | undefined): string | null => {
  if (from !== undefined && to !== undefined && !isOver(to, from)) return 'must end above its beginning';
  if (!before) return null;
  if (before.to === undefined || from === undefined) return 'overlaps the slope before it';
  return isOver(before.to, from) ? 'overlaps the slope before it, or is out of order' : null;
};

const slopes: Parser<readonly Slope[]> = (value, where) => {
  const parsed = list(slope, { min: 1, max: 20 })(value, where);
  parsed?.forEach((each, index) => {
    const fault = slopeFault(each, parsed[index - 1]);
    if (fault !== null) note(at(where, index), 'inconsistent', fault);
  });
  return parsed;
};

const band: Parser<Band> = (value, where) => {
  const parsed = object({
    from: required(amount()),
    points: optional(amount()),
    share: optional(amount()),
  })(value, where);
  if (parsed && (parsed.points === undefined) === (parsed.share === undefined)) {
    return note(where, 'inconsistent', 'has either points or a share of the maximum');
  }
  return parsed;
};

/** Bands in rising order; those of projects have points only, for a line has no maximum. */
const bandsOf =
  (withShare: boolean): Parser<readonly Band[]> =>
  (value, where) => {
    const parsed = list(band, { min: 1 })(value, where);
    parsed?.forEach(({ from, share }, index) => {
      const before = parsed[index - 1];
      if (before && !isOver(from, before.from))
        note(at(where, index), 'inconsistent', 'must begin above the one before');
      if (share !== undefined && !withShare) note(at(where, index), 'inconsistent', 'a line has no maximum to share');
    });
    return parsed;
  };

/** The answers of traits that are no numbers. */
const TRAIT_CHOICES: Readonly<Partial<Record<ProjectTrait, readonly string[]>>> = {
  plannedStartInYear: ['true', 'false'],
  carriedOver: ['true', 'false'],
  keyLevel: Object.keys(KEY_LEVELS),
  sector: Object.keys(SECTORS),
  completionKind: Object.keys(COMPLETION_KINDS),
};

const CHOSEN = ['plannedStartInYear', 'carriedOver', 'keyLevel', 'sector', 'completionKind'] as const;
const COUNTED = ['annualPlanYuan', 'totalInvestmentYuan', 'completionRate'] as const;

const choiceLine: Parser<ProjectLine> = (value, where) => {
  const parsed = object({
    id: required(name),
    label: required(label),
    type: type('choice'),
    trait: required(oneOf(CHOSEN)),
    points: required(record(() => true, amount())),
  })(value, where);
  if (!parsed) return undefined;
  for (const key of Object.keys(parsed.points)) {
    if (TRAIT_CHOICES[parsed.trait]?.includes(key) !== true) {
      note(at(at(where, 'points'), key), 'not-a-choice', `is no answer of ${parsed.trait}`);
    }
  }
  return parsed;
};

const LINES: Readonly<Record<ProjectLine['type'], Parser<ProjectLine>>> = {
  choice: choiceLine,
  band: object({
    id: required(name),
    label: required(label),
    type: type('band'),
    trait: required(oneOf(COUNTED)),
    bands: required(bandsOf(false)),
  }),
  times: object({
    id: required(name),
    label: required(label),
    type: type('times'),
    trait: required(oneOf(COUNTED)),
    points: required(amount()),
    cap: optional(amount({ min: 0 })),
  }),
};

/** One of several shapes, told apart by `type`. */
const byType =
  <T>(shapes: Readonly<Record<string, Parser<T>>>): Parser<T> =>
  (value, where) => {
    if (!isObject(value)) return note(where, 'wrong-type', 'must be an object');
    const given = Object.hasOwn(value, 'type') ? value['type'] : undefined;
    const shape = typeof given === 'string' && Object.hasOwn(shapes, given) ? shapes[given] : undefined;
    return shape
      ? shape(value, where)
      : note(at(where, 'type'), 'not-a-choice', `must be one of ${Object.keys(shapes).join(', ')}`);
  };

const lines: Parser<readonly ProjectLine[]> = (value, where) => {
  const parsed = list(byType(LINES), { min: 1, max: 20 })(value, where);
  parsed?.forEach(({ id }, index) => {
    if (parsed.findIndex((each) => each.id === id) < index) {
      note(at(at(where, index), 'id'), 'duplicate', 'another line has the same id');
    }
  });
  return parsed;
};

const source = (value: unknown, where: Where) =>
  isObject(value) && Object.hasOwn(value, 'projects')
    ? object({ projects: required(lines) })(value, where)
    : object({ item: required(name) })(value, where);

const byMeasure = { measure: required(measure) };
const target = required(amount({ above: 0 }));

/** Formulas of what can be asked for any date: a periodic formula asks for each month's end. */
const AT_ANY_DATE: Readonly<Record<string, Parser<Formula>>> = {
  proportional: object({ type: type('proportional'), ...byMeasure, target }),
  linearDeduct: object({
    type: type('linearDeduct'),
    ...byMeasure,
    target: required(amount()),
    perUnit: required(amount({ min: 0 })),
  }),
  piecewise: object({
    type: type('piecewise'),
    ...byMeasure,
    pivot: required(amount()),
    base: required((value, where) => (value === 'max' ? 'max' : amount()(value, where))),
    slopes: required(slopes),
  }),
  band: object({ type: type('band'), ...byMeasure, bands: required(bandsOf(true)) }),
  rankPoints: object({
    type: type('rankPoints'),
    ...byMeasure,
    points: required(list(amount(), { min: 1, max: 100 })),
    others: required(amount()),
    share: optional(flag),
    ties: required(oneOf(['shared', 'mean'])),
  }),
  countPoints: object({
    type: type('countPoints'),
    counts: required(list(perCount, { min: 1, max: 20 })),
    base: optional((value, where) => (value === 'max' ? 'max' : amount()(value, where))),
  }),
  projectSum: object({
    type: type('projectSum'),
    lines: required(lines),
    combine: required(oneOf(['sum', 'mean'])),
  }),
  allOrNothing: object({ type: type('allOrNothing'), ...byMeasure, target: required(amount()) }),
};

const outOf = required(amount({ above: 0 }));

/** Every kind of formula. */
export const formula: Parser<Formula> = byType<Formula>({
  ...AT_ANY_DATE,
  eventLedger: object({
    type: type('eventLedger'),
    points: optional(amount()),
    perQuarter: optional(integer(1, 1000)),
    perYear: optional(integer(1, 1000)),
  }),
  judges: object({ type: type('judges'), outOf }),
  external: object({ type: type('external'), mechanism: required(text(64)), outOf }),
  inherit: object({ type: type('inherit'), share: required(amount({ min: 0, max: 1000 })), from: required(source) }),
  periodic: object({
    type: type('periodic'),
    of: required(byType(AT_ANY_DATE)),
    monthlyShare: optional(amount({ min: 0, max: 100 })),
  }),
});
