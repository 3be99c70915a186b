/** Names of records for lines of the log: from the ledger while they are there, else from the log itself. */
import type { Change } from '../../core/ledger/change.ts';
import { namedBy } from '../../core/register/check-record.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { listChanges } from '../api/changes.ts';
import { ApiProblem } from '../api/problem.ts';
import type { TitleOf } from './change-words.ts';
import { loadTitles, titleOfRecord, titlesIn, type References, type TitlesOptions } from './references.ts';

/** What a change said of its record: after a deletion, what the record was. */
const said = (change: Change): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(change.fields).flatMap(([name, each]) => ('secret' in each ? [] : [[name, each.to ?? each.from]])),
  );

/** Names the record of a change; empty where the register has one record only. */
export function changeTitle(change: Change, titleOf: TitleOf): string {
  const register = registerNamed(change.register);
  if (register.single) return '';
  const known = titleOf(change.register, change.record);
  if (known !== change.record) return known;
  const values = said(change);
  return values[register.title] === undefined ? known : titleOfRecord(register, values, titleOf);
}

type Named = readonly [register: RegisterName, id: string];

const valuesIn = (change: Change, name: string): readonly unknown[] => {
  const each = change.fields[name];
  return !each || 'secret' in each ? [] : [each.from, each.to];
};

/** Every record that changes name: their own, and those that their fields point to. */
const namedIn = (changes: readonly Change[]): readonly Named[] =>
  changes.flatMap((change) => [
    [change.register, change.record] as const,
    ...Object.entries(registerNamed(change.register).fields).flatMap(([name, field]) => {
      const { target } = field;
      if (target === undefined || !isRegisterName(target)) return [];
      return valuesIn(change, name).flatMap((value) => namedBy(field, value).map((id) => [target, id] as const));
    }),
  ]);

/** Deleted records whose names are looked up in the log for one page of it. */
const MOST_LOOKED_UP = 40;

/** The name of a deleted record, from its last change; its id when it may not be read. */
async function titleOfDeleted([register, id]: Named, titleOf: TitleOf): Promise<string> {
  try {
    const [last] = await listChanges({ register, record: id, limit: 1 });
    return last ? changeTitle(last, titleOf) : id;
  } catch (error) {
    if (error instanceof ApiProblem) return id;
    throw error;
  }
}

/** The names of all records that changes name, also of those that are deleted. */
export async function loadChangeTitles(changes: readonly Change[], options: TitlesOptions = {}): Promise<References> {
  const named = namedIn(changes);
  const titles = await loadTitles([...new Set(named.map(([register]) => register))], options);
  const known = titlesIn(titles);
  const gone = new Map(
    named.filter(([register, id]) => known(register, id) === id).map((each) => [each.join('/'), each] as const),
  );
  const found = await Promise.all(
    [...gone.values()]
      .slice(0, MOST_LOOKED_UP)
      .map(async (each) => [each[0], { id: each[1], title: await titleOfDeleted(each, known) }] as const),
  );
  const all = new Map(titles);
  for (const [register, each] of found) all.set(register, [...(all.get(register) ?? []), each]);
  return all;
}
