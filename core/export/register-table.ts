/** A register as a plain table: one row per record, headings that an import knows. */
import { valuesOf, type Ledger } from '../ledger/ledger.ts';
import type { RecordHead, Register } from '../register/declare.ts';
import type { Field } from '../register/field.ts';
import { registerNamed, type RegisterName } from '../registers/index.ts';
import type { Holder } from '../rights/holder.ts';
import { sightOf } from '../rights/reading.ts';
import type { Table, TableColumn, TableRow } from '../workbook/table.ts';
import { exportedValue, formatOf, type ExportLocale } from './cell-value.ts';
import { inBrackets, WAN } from './money-words.ts';
import { createRecordNames } from './record-names.ts';

export interface RegisterExport {
  readonly locale: ExportLocale;
  /** Who takes it out: what they may not read is left out. Everything but secrets is told when absent. */
  readonly who?: Holder;
}

/** The heading of the column by which an import finds a record again, whatever else changed. */
export const ID_HEADING = 'ID';

const IN_WAN = inBrackets(WAN);

const told = (register: Register): readonly (readonly [name: string, field: Field])[] =>
  Object.entries(register.fields).filter(([, { secret }]) => !secret);

const columnOf = (field: Field, locale: ExportLocale): TableColumn => ({
  headings: [field.kind === 'yuan' ? `${field.label[locale]}${IN_WAN[locale]}` : field.label[locale]],
  format: formatOf(field),
});

/** The columns of a register's table: `ID`, then every field that is no secret, in the declaration's order. */
export const registerColumns = (register: Register, locale: ExportLocale): readonly TableColumn[] => [
  { headings: [ID_HEADING], format: 'text' },
  ...told(register).map(([, field]) => columnOf(field, locale)),
];

/** Registers that people think of in a fixed order have a field for it; the others go by id. */
function inOrder(register: Register, records: readonly RecordHead[]): readonly RecordHead[] {
  const field = Object.keys(register.fields).find((name) => name.endsWith('Order'));
  const placeOf = (record: RecordHead): number =>
    field === undefined ? 0 : Number((record as unknown as Readonly<Record<string, unknown>>)[field] ?? 0);
  return [...records].sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}

/** The rows of a register's table one after the other, so that a long one can be made in pieces. */
export function* registerRows(
  ledger: Ledger,
  name: RegisterName,
  { locale, who }: RegisterExport,
): Generator<TableRow, void, void> {
  const register = registerNamed(name);
  const fields = told(register);
  const names = createRecordNames(ledger, who);
  const heads: readonly RecordHead[] = [...ledger.tables[name].values()];
  for (const record of inOrder(register, heads)) {
    const values = valuesOf(register, record);
    const sight = who ? sightOf(who, register, record.id, values, ledger) : 'whole';
    if (sight === 'nothing') continue;
    const cells = fields.map(([key, field]) =>
      sight === 'whole' || field.public ? exportedValue(field, values[key], names, locale) : null,
    );
    yield { kind: 'data', values: [record.id, ...cells] };
  }
}

/**
 * A register as a table. Secret fields are left out; amounts stand in 万元; what it says is read back by an import
 * of the same register to no change.
 */
export function registerTable(ledger: Ledger, name: RegisterName, options: RegisterExport): Table {
  const register = registerNamed(name);
  return {
    name: register.label[options.locale],
    columns: registerColumns(register, options.locale),
    rows: [...registerRows(ledger, name, options)],
  };
}
