import type { Register } from '../../core/register/declare.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { listRecords } from '../api/records.ts';
import type { TitleOf } from './change-words.ts';
import type { FormFields } from './form-values.ts';
import { plainText } from './plain-text.ts';

/** A record to choose in a form. */
export interface Choosable {
  readonly id: string;
  readonly title: string;
}

/** Records that fields point to, by register. */
export type References = ReadonlyMap<string, readonly Choosable[]>;

/** What stands for a record in lists: its title field, or the record that this points to. */
export function titleOfRecord(register: Register, record: object, titleOf: TitleOf): string {
  const values: Readonly<Record<string, unknown>> = { ...record };
  const value = plainText(values[register.title]);
  const target = register.fields[register.title]?.target;
  if (target) return titleOf(target, value);
  const project = values['project'];
  return typeof project === 'string' ? `${titleOf('projects', project)} ${value}` : value;
}

/** The records of registers, as they are named in lists. */
export async function loadTitles(names: readonly RegisterName[]): Promise<References> {
  const lists = await Promise.all(names.map(async (name) => [name, (await listRecords(name)).records] as const));
  const titles = new Map<string, readonly Choosable[]>();
  // In the order of the names, so that what is pointed to has its title already.
  for (const [name, records] of lists) {
    const register = registerNamed(name);
    titles.set(
      name,
      records.map((record) => ({ id: record.id, title: titleOfRecord(register, record, titlesIn(titles)) })),
    );
  }
  return titles;
}

/** The records of every register that the fields point to. */
export const loadReferences = (fields: FormFields): Promise<References> =>
  loadTitles([...new Set(Object.values(fields).flatMap(({ target }) => target ?? []))].filter(isRegisterName));

/** Titles of loaded records; the id of what is not known. */
export const titlesIn =
  (references: References): TitleOf =>
  (register, id) =>
    references.get(register)?.find((each) => each.id === id)?.title ?? id;
