import type { Register } from '../../core/register/declare.ts';
import type { Role } from '../../core/register/role.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { listRecords } from '../api/records.ts';
import { valueText, type TitleOf } from './change-words.ts';
import { labelText } from './locale.ts';
import type { FormFields } from './form-values.ts';

/** A record to choose in a form. */
export interface Choosable {
  readonly id: string;
  readonly title: string;
}

/** Records that fields point to, by register. */
export type References = ReadonlyMap<string, readonly Choosable[]>;

/** What else a record is about when its own title does not say it. */
const ABOUT = ['project', 'leader', 'unit', 'group'] as const;

/** What tells a record apart from others of its title; a bare number says what it counts. */
const apartText = ({ fields, apart = [] }: Register, values: Readonly<Record<string, unknown>>, titleOf: TitleOf) =>
  apart
    .filter((name) => values[name] !== undefined)
    .map((name) => {
      const field = fields[name];
      const value = valueText(field, values[name], titleOf);
      return ` · ${field?.kind === 'integer' ? `${labelText(field.label)} ` : ''}${value}`;
    })
    .join('');

/** What stands for a record in lists: what it is about, the value of its title field, and what tells it apart. */
export function titleOfRecord(register: Register, record: object, titleOf: TitleOf): string {
  const values: Readonly<Record<string, unknown>> = { ...record };
  const field = register.fields[register.title];
  const own = `${valueText(field, values[register.title], titleOf)}${apartText(register, values, titleOf)}`;
  const isName = field?.kind === 'text' && !('project' in register.fields && register.title === 'name');
  const about = isName ? undefined : ABOUT.find((name) => name !== register.title && values[name] !== undefined);
  return about === undefined ? own : `${valueText(register.fields[about], values[about], titleOf)} ${own}`;
}

const titleTargets = ({ fields, title, apart = [] }: Register): readonly string[] =>
  [title, ...ABOUT, ...apart].flatMap((name) => fields[name]?.target ?? []);

/** The registers with all that their titles point to, what is pointed to first. */
function withTargets(names: readonly RegisterName[]): readonly RegisterName[] {
  const found: RegisterName[] = [];
  const visit = (name: RegisterName, under: readonly RegisterName[]): void => {
    if (found.includes(name) || under.includes(name)) return;
    for (const target of titleTargets(registerNamed(name)).filter(isRegisterName)) visit(target, [...under, name]);
    found.push(name);
  };
  for (const name of names) visit(name, []);
  return found;
}

export interface TitlesOptions {
  /** Registers that the role may not read are left out. */
  readonly viewer?: Role | undefined;
  /** The names as they were known then. */
  readonly asOf?: string | undefined;
}

/** The records of registers, as they are named in lists. */
export async function loadTitles(
  names: readonly RegisterName[],
  { viewer, asOf }: TitlesOptions = {},
): Promise<References> {
  const readable = withTargets(names).filter((name) => !viewer || registerNamed(name).read.includes(viewer));
  const query: Readonly<Record<string, string>> = asOf ? { asOf } : {};
  const lists = await Promise.all(
    readable.map(async (name) => [name, (await listRecords(name, query)).records] as const),
  );
  const titles = new Map<string, readonly Choosable[]>();
  for (const [name, records] of lists) {
    const register = registerNamed(name);
    const titleOf = titlesIn(titles);
    titles.set(
      name,
      records.map((record) => ({ id: record.id, title: titleOfRecord(register, record, titleOf) })),
    );
  }
  return titles;
}

/** The registers that fields point to. */
export const targetsOf = (fields: FormFields): readonly RegisterName[] =>
  [...new Set(Object.values(fields).flatMap(({ target }) => target ?? []))].filter(isRegisterName);

/** The records of every register that the fields point to. */
export const loadReferences = (fields: FormFields, options?: TitlesOptions): Promise<References> =>
  loadTitles(targetsOf(fields), options);

/** Titles of loaded records; the id of what is not known. */
export function titlesIn(references: References): TitleOf {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const titlesOf = (register: string): ReadonlyMap<string, string> => {
    const titles = known.get(register) ?? new Map((references.get(register) ?? []).map(({ id, title }) => [id, title]));
    known.set(register, titles);
    return titles;
  };
  return (register, id) => titlesOf(register).get(id) ?? id;
}
