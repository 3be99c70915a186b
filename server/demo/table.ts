/** Tables of the demo ledger as text: no cell holds a separator, a quote or a line break. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeRequest } from '../changes/changes.ts';
import { YUAN_PER_WAN } from '../../core/money.ts';
import type { Field } from '../../core/register/field.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';

export type Row = Readonly<Record<string, string>>;

/** The rows of a file in this folder, by its headings. */
export function readRows(file: string): readonly Row[] {
  const separator = file.endsWith('.tsv') ? '\t' : ',';
  const [head = '', ...lines] = readFileSync(join(import.meta.dirname, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = head.split(separator);
  return lines.map((line) => {
    const cells = line.split(separator);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

export const create = (register: RegisterName, record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

/** Values without those that are empty. */
export const present = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));

/** A cell as its field holds it: money is written in 万元, lists with bars between their entries. */
const cellValue = ({ kind }: Field, cell: string): unknown => {
  switch (kind) {
    case 'yuan':
      return Number(cell) * YUAN_PER_WAN;
    case 'integer':
      return Number(cell);
    case 'boolean':
      return cell === 'true';
    case 'texts':
    case 'references':
      return cell.split('|');
    case 'document':
      return JSON.parse(cell) as unknown;
    default:
      return cell;
  }
};

/**
 * The records of `tables/<register>.tsv`, whose headings are the register's fields besides `id`.
 * @throws Error when a heading is no field of the register.
 */
export function tableRequests(name: RegisterName): readonly ChangeRequest[] {
  const { fields } = registerNamed(name);
  return readRows(`tables/${name}.tsv`).map(({ id = '', ...cells }) => {
    const filled = Object.entries(cells).filter(([, cell]) => cell !== '');
    const values = filled.map(([heading, cell]) => {
      const field = fields[heading];
      if (!field) throw new Error(`tables/${name}.tsv: ${name} has no field ${heading}`);
      return [heading, cellValue(field, cell)] as const;
    });
    return create(name, id, Object.fromEntries(values));
  });
}
