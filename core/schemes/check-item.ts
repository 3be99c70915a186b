/** Checks of items, gates and the rules of boards. */
import { compare, negate } from '../exact.ts';
import { isObject } from '../result.ts';
import { amountOf } from './amount.ts';
import { formula, perCount } from './check-formula.ts';
import {
  amount,
  at,
  flag,
  integer,
  isName,
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
  type Parser,
  type Where,
} from './parse.ts';
import type { Gate, GroupProfile, Honours, Item, NaPolicy } from './scheme.ts';

/** Names of weights profiles; `type` would make formulas for each profile look like one formula. */
const isProfile = (key: string): boolean => isName(key) && key !== 'type';

const profileName: Parser<string> = (value, where) =>
  typeof value === 'string' && isProfile(value)
    ? value
    : note(where, 'bad-format', 'must be 1 to 20 letters and digits');

/** One profile of a group, or one for its units with approval duties and one for the others. */
export const groupProfile: Parser<GroupProfile> = (value, where) =>
  isObject(value)
    ? object({ approving: required(profileName), others: required(profileName) })(value, where)
    : profileName(value, where);

const formulas: Parser<Item['formula']> = (value, where) =>
  isObject(value) && !Object.hasOwn(value, 'type') && Object.values(value).every(isObject)
    ? record(isProfile, formula)(value, where)
    : formula(value, where);

const naPolicy: Parser<NaPolicy> = (value, where) =>
  isObject(value)
    ? object({ base: required(amount()) })(value, where)
    : oneOf(['renormalise', 'full', 'zero', 'groupMean'])(value, where);

const itemShape = object({
  id: required(name),
  label: required(label),
  part: required(oneOf(['base', 'bonus', 'penalty'])),
  max: required(record(isProfile, amount({ min: 0 }))),
  formula: required(formulas),
  also: optional(list(perCount, { max: 20 })),
  needs: optional(object({ measure: required(measure) })),
  period: optional(oneOf(['year', 'all'])),
  zeroBelow: optional(object({ measure: required(measure), value: required(amount()) })),
  min: optional(amount()),
  cap: optional((value: unknown, where: Where) => (value === 'none' ? 'none' : amount({ min: 0 })(value, where))),
  na: required(naPolicy),
  decimals: optional(integer(0, 6)),
  evidenceRequired: optional(flag),
});

/** Every profile that has the item has a formula, where they differ, and no other has one. */
function checkProfiles({ max, formula: given }: Item, where: Where): void {
  if (typeof given.type === 'string') return;
  for (const profile of Object.keys(max)) {
    if (!Object.hasOwn(given, profile))
      note(at(at(where, 'formula'), profile), 'required', 'this profile needs a formula');
  }
  for (const profile of Object.keys(given)) {
    if (!Object.hasOwn(max, profile)) note(at(at(where, 'formula'), profile), 'inconsistent', 'has no maximum');
  }
}

/** The lower bound lies below the upper one, in every profile. */
function checkBounds({ part, min, cap, max }: Item, where: Where): void {
  if (min === undefined || cap === 'none') return;
  const highest = cap === undefined ? Object.values(max) : [cap];
  const lowest = amountOf(min);
  const isWrong =
    part === 'penalty' ? lowest.numerator > 0n : highest.some((each) => compare(lowest, amountOf(each)) > 0);
  if (isWrong) note(at(where, 'min'), 'inconsistent', 'lies above the maximum');
  if (part === 'penalty' && highest.some((each) => compare(negate(amountOf(each)), lowest) > 0)) {
    note(at(where, 'min'), 'inconsistent', 'lies below what the cap allows');
  }
}

export const item: Parser<Item> = (value, where) => {
  const parsed = itemShape(value, where);
  if (parsed) checkProfiles(parsed, where);
  if (parsed) checkBounds(parsed, where);
  return parsed;
};

const effect: Parser<Gate['effect']> = (value, where) => {
  const type = isObject(value) ? value['type'] : undefined;
  if (type === 'cap') return object({ type: required(oneOf(['cap'])), points: required(amount()) })(value, where);
  if (type === 'downgrade') {
    return object({ type: required(oneOf(['downgrade'])), places: required(integer(1, 999)) })(value, where);
  }
  return object({ type: required(oneOf(['veto', 'cap', 'downgrade'])) })(value, where) && { type: 'veto' };
};

export const gate: Parser<Gate> = object({
  id: required(name),
  label: required(label),
  when: required((value: unknown, where: Where) =>
    isObject(value)
      ? object({ measure: required(measure), below: required(amount()) })(value, where)
      : oneOf(['entry'])(value, where),
  ),
  effect: required(effect),
  noRed: optional(flag),
});

const place = required(integer(0, 999));

export const honours: Parser<Honours> = object({
  target: required(object({ measure: required(measure), value: required(amount()) })),
  red: required(object({ rank: place, small: place, smallBelow: place })),
  black: required(object({ last: place, small: place, smallBelow: place })),
  rankBy: required(oneOf(['score', 'measure'])),
});
