/** Checks of a whole scheme: its parts, and what holds between them. */
import { compare, sumOf, whole, type Fraction } from '../exact.ts';
import type { RecordProblem } from '../register/declare.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { fail, isObject, ok, type Result } from '../result.ts';
import { amountOf } from './amount.ts';
import { gate, groupProfile, honours, item } from './check-item.ts';
import {
  amount,
  at,
  entriesOf,
  flag,
  integer,
  list,
  measure,
  note,
  object,
  oneOf,
  optional,
  record,
  required,
  type Parser,
  type Where,
} from './parse.ts';
import { monthlyMeasuresOf } from './measures-of.ts';
import { profilesOf } from './profiles.ts';
import type { Formula, Gate, Item, Scheme } from './scheme.ts';

const MOST_ITEMS = 60;
const MOST_GATES = 20;
/** Each is worked out twelve times for every unit: more would keep a large ledger busy for seconds. */
const MOST_MONTHLY = 12;

/** A parsed entry with its index in the list; those that are wrong were noted and are left out. */
interface Entry<T> {
  readonly index: number;
  readonly value: T;
}

const parsedEntries = <T>(value: unknown, where: Where, parse: Parser<T>, min: number, max: number) =>
  (entriesOf(value, where, parse, min, max) ?? []).flatMap((each, index) =>
    each === undefined ? [] : [{ index, value: each }],
  );

function checkIds(items: readonly Entry<Item>[], gates: readonly Entry<Gate>[], root: Where): void {
  const seen = new Set<string>();
  const check = (where: Where, id: string): void => {
    if (seen.has(id)) note(at(where, 'id'), 'duplicate', 'another item or gate has the same id');
    seen.add(id);
  };
  for (const { index, value } of items) check(at(at(root, 'items'), index), value.id);
  for (const { index, value } of gates) check(at(at(root, 'gates'), index), value.id);
}

/** The formulas of an item with their places. */
const formulasOf = ({ index, value }: Entry<Item>, root: Where): readonly (readonly [Formula, Where])[] => {
  const where = at(at(at(root, 'items'), index), 'formula');
  const { formula } = value;
  return isSingle(formula)
    ? [[formula, where]]
    : Object.entries(formula).map(([profile, each]) => [each, at(where, profile)]);
};

const isSingle = (formula: Item['formula']): formula is Formula => typeof formula.type === 'string';

const inheritedItem = (formula: Formula): string | null =>
  formula.type === 'inherit' && 'item' in formula.from ? formula.from.item : null;

/** Items that are inherited from exist, and none leads back to itself. */
function checkInheritance(items: readonly Entry<Item>[], root: Where): void {
  const sources = new Map<string, readonly string[]>();
  for (const each of items) {
    const named = formulasOf(each, root).flatMap(([formula]) => inheritedItem(formula) ?? []);
    sources.set(each.value.id, [...(sources.get(each.value.id) ?? []), ...named]);
  }
  const leadsTo = (from: string, to: string, seen: Set<string>): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (sources.get(from) ?? []).some((next) => leadsTo(next, to, seen));
  };
  for (const each of items) {
    for (const [formula, where] of formulasOf(each, root)) {
      const named = inheritedItem(formula);
      if (named === null) continue;
      const place = at(at(where, 'from'), 'item');
      if (!sources.has(named)) note(place, 'unknown-reference', 'is no item of this scheme');
      else if (leadsTo(named, each.value.id, new Set())) note(place, 'inconsistent', 'leads back to this item');
    }
  }
}

/** Every profile that a group names, with its place. */
const namedProfiles = (profiles: Scheme['profiles'], root: Where) =>
  Object.entries(profiles).flatMap(([group, given]) => {
    const place = at(at(root, 'profiles'), group);
    return profilesOf(given).map(({ profile, member }) => ({
      profile,
      where: member === undefined ? place : at(place, member),
    }));
  });

/** Every group's profiles have points to get. */
function checkGroups(profiles: Scheme['profiles'], items: readonly Entry<Item>[], root: Where): void {
  for (const { profile, where } of namedProfiles(profiles, root)) {
    const hasPoints = items.some(
      ({ value: { part, max } }) =>
        part === 'base' && Object.hasOwn(max, profile) && amountOf(max[profile] ?? 0).numerator > 0n,
    );
    if (!hasPoints) note(where, 'inconsistent', 'this profile has no points in any base item');
  }
}

const tieBreak: Parser<Scheme['tieBreak']> = (value, where) => {
  const measures = list(measure, { max: 10 })(value, where);
  measures?.forEach((each, index) => {
    if (measures.indexOf(each) < index) note(at(where, index), 'duplicate', 'is in the chain already');
  });
  return measures;
};

const groupProfiles = record((key) => Object.hasOwn(UNIT_GROUPS, key), groupProfile);

/** The rest of a scheme, beside its items and gates. */
const frame = object({
  profiles: required(groupProfiles),
  together: optional(flag),
  items: required((value: unknown) => value),
  bonusCap: optional(amount({ min: 0 })),
  penaltyCap: optional(amount({ min: 0 })),
  gates: required((value: unknown) => value),
  tieBreak: required(tieBreak),
  rankNeeds: optional(object({ measure: required(measure) })),
  rankMethod: required(oneOf(['dense', 'competition', 'ordinal'])),
  rankOn: required(oneOf(['exact', 'displayed'])),
  decimals: required(integer(0, 6)),
  honours: optional(honours),
});

/**
 * The scheme in a value, or everything that is wrong with it, each with its place: `items/3/formula/target`. What holds
 * between the parts is checked of those parts that are right by themselves.
 */
export function checkScheme(value: unknown): Result<Scheme, readonly RecordProblem[]> {
  const root: Where = { path: '', problems: [] };
  if (!isObject(value)) return fail([{ path: '', code: 'wrong-type', message: 'must be an object' }]);
  const outer = frame(value, root);
  const own = (key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
  const items = own('items') === undefined ? [] : parsedEntries(own('items'), at(root, 'items'), item, 1, MOST_ITEMS);
  const gates = own('gates') === undefined ? [] : parsedEntries(own('gates'), at(root, 'gates'), gate, 0, MOST_GATES);
  checkIds(items, gates, root);
  const given = own('items');
  if (Array.isArray(given) && items.length === given.length) checkBetween(items, own('profiles'), root);
  if (!outer || root.problems.length > 0) return fail(root.problems);
  return ok({ ...outer, items: items.map((each) => each.value), gates: gates.map((each) => each.value) });
}

/** What holds between items that are all right by themselves, and the groups where those are. */
function checkBetween(items: readonly Entry<Item>[], profiles: unknown, root: Where): void {
  checkInheritance(items, root);
  if (monthlyMeasuresOf(items.map(({ value }) => value)).size > MOST_MONTHLY)
    note(at(root, 'items'), 'too-long', `at most ${MOST_MONTHLY} measures may be read month by month`);
  const parsed = groupProfiles(profiles, { path: '', problems: [] });
  if (parsed) checkGroups(parsed, items, root);
}

const baseSum = (items: readonly Item[], profile: string): Fraction =>
  sumOf(
    items.flatMap(({ part, max }) =>
      part === 'base' && Object.hasOwn(max, profile) ? amountOf(max[profile] ?? 0) : [],
    ),
  );

const HUNDRED = whole(100);

const isPositive = (value: Parameters<typeof amountOf>[0] | undefined): boolean =>
  value !== undefined && amountOf(value).numerator > 0n;

/** Whether a penalty's formula adds points, which its bounds then take away. */
const addsPoints = (formula: Formula): boolean =>
  (formula.type === 'eventLedger' && isPositive(formula.points)) ||
  (formula.type === 'countPoints' && formula.counts.some(({ points }) => isPositive(points)));

/**
 * What is allowed but is seldom meant: base maxima of a profile that do not come to 100 (not where an item has no cap),
 * maxima of a profile that no group has, penalties that add points.
 */
export function schemeWarnings({ profiles, items }: Scheme): readonly RecordProblem[] {
  const root: Where = { path: '', problems: [] };
  const isOpen = items.some(({ part, cap }) => part === 'base' && cap === 'none');
  const named = namedProfiles(profiles, root);
  for (const { profile, where } of named) {
    const sum = baseSum(items, profile);
    if (isOpen || compare(sum, HUNDRED) === 0) continue;
    const shown = sum.denominator === 1n ? `${sum.numerator}` : `${sum.numerator}/${sum.denominator}`;
    note(where, 'inconsistent', `the maxima of its base items come to ${shown}, not 100`);
  }
  const known = new Set(named.map(({ profile }) => profile));
  items.forEach((each, index) => {
    const where = at(at(root, 'items'), index);
    for (const profile of Object.keys(each.max)) {
      if (!known.has(profile)) note(at(at(where, 'max'), profile), 'unknown-reference', 'no group has this profile');
    }
    for (const [formula, place] of formulasOf({ index, value: each }, root)) {
      if (each.part === 'penalty' && addsPoints(formula))
        note(place, 'inconsistent', 'a penalty takes points: write them with a minus');
    }
  });
  return root.problems;
}
