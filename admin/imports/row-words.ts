/** What one row of an import would do, in words. */
import { msg, str } from '@lit/localize';
import { IMPORT_CODES } from '../../core/import/codes.ts';
import type { ImportColumn, ImportedChange, ImportNote } from '../../core/import/types.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { valueText, type TitleOf } from '../common/change-words.ts';
import { labelText } from '../common/locale.ts';

export interface ChangeWords {
  readonly name: string;
  /** Empty where there was nothing. */
  readonly from: string;
  readonly to: string;
}

export function changeWords(change: ImportedChange, titleOf: TitleOf): ChangeWords {
  const field = registerNamed(change.register).fields[change.field];
  const name = field ? labelText(field.label) : change.field;
  if ('secret' in change) return { name, from: '', to: msg('（内容保密，不显示）', { id: 'import.secret-value' }) };
  const from = change.from === undefined || change.from === null ? '' : valueText(field, change.from, titleOf);
  return { name, from, to: valueText(field, change.to, titleOf) };
}

/** Changes that are told in one line. */
export interface ChangeLine {
  /** Of which register, where it is another than the row's own. */
  readonly caption: string;
  readonly changes: readonly ImportedChange[];
}

const isFresh = (change: ImportedChange): boolean =>
  !('secret' in change) && (change.from === undefined || change.from === null);

/** A new record in one line, changes of an existing one in a line each. */
export function changeLines(changes: readonly ImportedChange[], own: RegisterName | undefined): readonly ChangeLine[] {
  const records = new Map<string, ImportedChange[]>();
  for (const change of changes) {
    const key = `${change.register}/${change.record}`;
    records.set(key, [...(records.get(key) ?? []), change]);
  }
  return [...records.values()].flatMap((each) => {
    const register = each[0]?.register;
    const caption = register && register !== own ? labelText(registerNamed(register).label) : '';
    return each.every(isFresh) ? [{ caption, changes: each }] : each.map((change) => ({ caption, changes: [change] }));
  });
}

export interface NoteWords {
  readonly code: string;
  readonly severity: ImportNote['severity'];
  /** Which column; empty when the whole row is meant. */
  readonly where: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

export function noteWords(
  { code, severity, column, from, to }: ImportNote,
  columns: readonly ImportColumn[],
): NoteWords {
  const at = columns.find(({ index }) => index === column);
  return {
    code,
    severity,
    where: at ? msg(str`${at.letter} 列 ${at.heading}`, { id: 'import.column-at' }) : '',
    what: labelText(IMPORT_CODES[code].label),
    from: from ?? '',
    to: to ?? '',
  };
}
