/** Units, leaders and permit items by the names that files use; what is new gets its record. */
import type { Ledger } from '../ledger/ledger.ts';
import { UNIT_GROUPS, type UnitGroup } from '../registers/unit-groups.ts';
import type { RegisterName } from '../registers/index.ts';
import { ANSWERS } from './codes.ts';
import type { Session } from './session.ts';
import { compact } from './text.ts';
import type { QuestionOption } from './types.ts';
import { createUnitNames, groupOf, similarUnits, unitsNamed } from './unit-names.ts';
import type { Put } from './writes.ts';

/** A record that a cell names, with the put that makes it when it is new. */
export interface Named {
  readonly id: string;
  readonly put?: Put;
}

/** Where a name was found. */
export interface NamePlace {
  readonly row: number;
  readonly column: number;
}

export interface Directory {
  /** The units of a cell: the lead first. Null while one of them is unknown. */
  readonly units: (text: string, place: NamePlace) => readonly Named[] | null;
  readonly leader: (name: string, place: NamePlace) => Named;
  /** Null when the item is to be left out, or while it is unknown. */
  readonly permitItem: (name: string, place: NamePlace) => Named | null;
  /** Ids of the units that a cell names and the ledger knows; asks nothing. */
  readonly knownUnits: (text: string) => readonly string[];
}

const MOST_OFFERED = 5;

/** `prefix-01`, `prefix-02` … the first that no record has. */
function nextIds(ledger: Ledger, register: RegisterName, prefix: string): () => string {
  let number = ledger.tables[register].size;
  return () => {
    let id = '';
    do {
      number += 1;
      id = `${prefix}-${String(number).padStart(2, '0')}`;
    } while (ledger.tables[register].has(id));
    return id;
  };
}

const highest = (orders: Iterable<number>): number => {
  let most = 0;
  for (const order of orders) most = Math.max(most, order);
  return most;
};

/** Remembers what was made, so that a name means one record wherever it stands. */
function maker(make: (name: string) => Put): (name: string) => Named {
  const made = new Map<string, Named>();
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    const put = make(name);
    const named = { id: put.record, put };
    made.set(name, named);
    return named;
  };
}

function unitMaker(ledger: Ledger): (name: string, group: UnitGroup) => Named {
  const nextId = nextIds(ledger, 'units', 'unit');
  let order = highest([...ledger.tables.units.values()].map((unit) => unit.officialOrder));
  const groups = new Map<string, UnitGroup>();
  const make = maker((name) => {
    const values = {
      name,
      shortName: name.slice(0, 12),
      group: groups.get(name) ?? groupOf(name),
      officialOrder: ++order,
    };
    return { register: 'units', record: nextId(), values };
  });
  return (name, group) => {
    groups.set(name, group);
    return make(name);
  };
}

const groupOptions = (name: string): readonly QuestionOption[] => {
  const guess = groupOf(name);
  const groups = [guess, ...Object.keys(UNIT_GROUPS).filter((each) => each !== guess)] as readonly UnitGroup[];
  return groups.map((group) => ({
    value: `new:${group}`,
    label: { zh: `新增单位(${UNIT_GROUPS[group].zh})`, en: `A new unit (${UNIT_GROUPS[group].en})` },
  }));
};

function unitFinder(ledger: Ledger, session: Session): Pick<Directory, 'units' | 'knownUnits'> {
  const names = createUnitNames(ledger.tables.units.values());
  const create = unitMaker(ledger);
  const accept = (name: string, answer: string): Named | undefined => {
    if (answer === 'empty') return { id: '' };
    const group = /^new:(\w+)$/.exec(answer)?.[1];
    if (group !== undefined && Object.hasOwn(UNIT_GROUPS, group)) return create(name, group as UnitGroup);
    const id = ledger.tables.units.has(answer) ? answer : names.find(compact(answer))?.id;
    return id === undefined ? undefined : { id };
  };
  const unknown = (name: string, { row, column }: NamePlace): Named | null => {
    const similar = similarUnits(name, ledger.tables.units.values(), MOST_OFFERED);
    const options = [
      ...similar.map((unit) => ({ value: unit.id, label: { zh: unit.name, en: unit.name } })),
      ...groupOptions(name),
      { value: 'empty', label: ANSWERS.empty },
    ];
    const id = `UNKNOWN_UNIT:${name}`;
    const question = {
      id,
      code: 'UNKNOWN_UNIT',
      rows: [row],
      column,
      parameters: { value: name },
      options,
      allowFree: true,
    } as const;
    const named = session.ask(question, (answer) => accept(name, answer));
    const to = named?.id ? (ledger.tables.units.get(named.id)?.name ?? name) : undefined;
    const code = named?.put ? 'NEW_UNIT' : named ? 'UNIT_ALIAS' : 'UNKNOWN_UNIT';
    session.note(row, column, { code, from: name, ...(to === undefined ? {} : { to }) });
    return named ?? null;
  };
  const one = (name: string, place: NamePlace): Named | null => {
    const known = names.find(name);
    if (!known) return unknown(name, place);
    const to = ledger.tables.units.get(known.id)?.name ?? '';
    if (known.alias) session.note(place.row, place.column, { code: 'UNIT_ALIAS', from: name, to });
    return { id: known.id };
  };
  return {
    knownUnits: (text) => unitsNamed(text).flatMap(({ name }) => names.find(name)?.id ?? []),
    units: (text, place) => {
      const whole = names.find(compact(text));
      const parts = whole ? [{ name: compact(text), role: null }] : unitsNamed(text);
      const lead = Math.max(
        0,
        parts.findIndex(({ role }) => role === 'lead'),
      );
      const ordered = [...parts.slice(lead, lead + 1), ...parts.slice(0, lead), ...parts.slice(lead + 1)];
      const found = ordered.map(({ name }) => one(name, place));
      if (parts.length > 1)
        session.note(place.row, place.column, {
          code: 'MULTI_UNIT',
          from: text,
          to: ordered.map(({ name }) => name).join('、'),
        });
      const known = found.filter((each) => each !== null);
      return known.length < found.length ? null : known.filter(({ id }) => id !== '');
    },
  };
}

function leaderFinder(ledger: Ledger, session: Session): Directory['leader'] {
  const byName = new Map([...ledger.tables.leaders.values()].map(({ id, name }) => [compact(name), id] as const));
  const nextId = nextIds(ledger, 'leaders', 'leader');
  let order = highest([...ledger.tables.leaders.values()].map(({ protocolOrder }) => protocolOrder));
  const create = maker((name) => ({
    register: 'leaders',
    record: nextId(),
    values: { name: name.slice(0, 30), protocolOrder: ++order },
  }));
  return (name, { row, column }) => {
    const known = byName.get(compact(name));
    if (known !== undefined) return { id: known };
    // A name of another length is probably a name with a title, or no name at all.
    const severity = /^[\p{Script=Han}·]{2,4}$/u.test(name) ? ('info' as const) : ('warning' as const);
    session.note(row, column, { code: 'NEW_LEADER', severity, to: name });
    return create(name);
  };
}

function permitItemFinder(ledger: Ledger, session: Session): Directory['permitItem'] {
  const items = [...ledger.tables.permitItems.values()].sort((a, b) => a.itemOrder - b.itemOrder);
  const nextId = nextIds(ledger, 'permitItems', 'permit-item');
  let order = highest(items.map(({ itemOrder }) => itemOrder));
  // The district's own time limit; the office sets another where a higher level decides.
  const create = maker((name) => ({
    register: 'permitItems',
    record: nextId(),
    values: { name: name.slice(0, 30), itemOrder: ++order, authority: 'district', limitDays: 1 },
  }));
  const find = (plain: string): string | undefined => {
    const exact = items.find(({ name }) => compact(name) === plain);
    const near = items.filter(({ name }) => compact(name).includes(plain) || plain.includes(compact(name)));
    return (exact ?? (near.length === 1 ? near[0] : undefined))?.id;
  };
  return (name, { row, column }) => {
    const plain = compact(name);
    const known = find(plain);
    if (known !== undefined) return { id: known };
    const options = [
      ...items.map((item) => ({ value: item.id, label: { zh: item.name, en: item.name } })),
      { value: 'new', label: { zh: `新增事项“${plain}”`, en: `A new permit item “${plain}”` } },
      { value: 'ignore', label: ANSWERS.ignore },
    ];
    const id = `UNKNOWN_PERMIT_ITEM:${plain}`;
    const question = {
      id,
      code: 'UNKNOWN_PERMIT_ITEM',
      rows: [row],
      column,
      parameters: { value: plain },
      options,
      allowFree: false,
    } as const;
    const named = session.ask(question, (answer): Named | null =>
      answer === 'ignore' ? null : answer === 'new' ? create(plain) : { id: answer },
    );
    return named ?? null;
  };
}

export const createDirectory = (ledger: Ledger, session: Session): Directory => ({
  ...unitFinder(ledger, session),
  leader: leaderFinder(ledger, session),
  permitItem: permitItemFinder(ledger, session),
});
