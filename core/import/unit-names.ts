/** Responsible units as cells name them: short names, other names, several in one cell. */
import type { UnitGroup } from '../registers/unit-groups.ts';
import type { Unit } from '../registers/index.ts';
import { compact, listed } from './text.ts';

export interface NamedUnit {
  readonly name: string;
  readonly role: 'lead' | 'support' | null;
}

const ROLE = /\((牵头|主办|责任|牵头单位|配合|协办|协助|配合单位)\)$/;
const LEADS = new Set(['牵头', '主办', '责任', '牵头单位']);

/** The units of a cell in its order, with the role that stands in brackets behind the name. */
export const unitsNamed = (text: string): readonly NamedUnit[] =>
  listed(text).map((part) => {
    const plain = compact(part);
    const role = ROLE.exec(plain)?.[1];
    const name = plain.replace(ROLE, '').replace(/^(?:牵头|配合)(?:单位)?:/, '');
    const before = /^(牵头|配合)(?:单位)?:/.exec(plain)?.[1];
    const said = role ?? before;
    return { name, role: said === undefined ? null : LEADS.has(said) ? 'lead' : 'support' };
  });

/** Without the words that are left off in speech: 区住建局 and 住建局, 文化路街道办事处 and 文化路街道办. */
const spoken = (plain: string): string =>
  plain.replace(/街道办事处$|街道办$|办事处$/, '街道').replace(/^[区县市](?=.{3,})/, '');

/** The units of a ledger by every name that they go by. */
export function createUnitNames(units: Iterable<Unit>): {
  /** The unit with that name; `alias` when it is not the official one. */
  readonly find: (plain: string) => { readonly id: string; readonly alias: boolean } | null;
} {
  const official = new Map<string, string>();
  const other = new Map<string, string>();
  for (const unit of units) {
    official.set(compact(unit.name), unit.id);
    for (const name of [unit.shortName, ...(unit.otherNames ?? [])]) other.set(compact(name), unit.id);
    const said = spoken(compact(unit.name));
    if (!other.has(said)) other.set(said, unit.id);
  }
  return {
    find: (plain) => {
      const id = official.get(plain);
      if (id !== undefined) return { id, alias: false };
      const aliased = other.get(plain) ?? other.get(spoken(plain));
      return aliased === undefined ? null : { id: aliased, alias: true };
    },
  };
}

/** How well a shorter name can be the longer one with characters left out: 住建局 of 住房和城乡建设局. */
const abbreviates = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
};

const likeness = (a: string, b: string): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const shared = [...new Set(short)].filter((each) => long.includes(each)).length;
  return shared / Math.max(1, short.length) + (abbreviates(short, long) ? 1 : 0);
};

/** The units most like a name, the likest first. */
export function similarUnits(plain: string, units: Iterable<Unit>, most: number): readonly Unit[] {
  const said = spoken(plain);
  return [...units]
    .map((unit) => ({
      unit,
      like: Math.max(
        ...[unit.name, unit.shortName, ...(unit.otherNames ?? [])].map((name) => likeness(said, spoken(compact(name)))),
      ),
    }))
    .filter(({ like }) => like > 0.3)
    .sort((a, b) => b.like - a.like || a.unit.officialOrder - b.unit.officialOrder || (a.unit.id < b.unit.id ? -1 : 1))
    .slice(0, most)
    .map(({ unit }) => unit);
}

/** The group that a unit's name suggests. */
export const groupOf = (name: string): UnitGroup => {
  if (/(?:乡|镇|街道|街道办|办事处)$/.test(name)) return 'township';
  return /园区|集聚区|开发区|高新区|示范区|中心区|产业园/.test(name) ? 'park' : 'department';
};
