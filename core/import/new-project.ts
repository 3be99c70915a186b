/** What a project that is new to the ledger gets besides what its row says. */
import type { Ledger } from '../ledger/ledger.ts';
import { textNumber } from './text.ts';
import type { CellNote } from './reading.ts';
import type { LedgerRow } from './ledger-row.ts';
import { usableId } from './writes.ts';

export interface NewProject {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly notes: readonly CellNote[];
}

/** Gives codes and places in the list, one project after the other. */
export function createNumbering(ledger: Ledger, year: number): (row: LedgerRow) => NewProject {
  const projects = [...ledger.tables.projects.values()];
  const prefix = `KP${year}-`;
  const taken = new Set(projects.map(({ code }) => code));
  let listOrder = projects.reduce((most, project) => Math.max(most, project.listOrder), 0);
  let number = projects.reduce(
    (most, { code }) =>
      code.startsWith(prefix) ? Math.max(most, Number(/^\d{1,6}$/.exec(code.slice(prefix.length))?.[0] ?? 0)) : most,
    0,
  );
  const nextCode = (): string => {
    let code = '';
    do {
      number += 1;
      code = `${prefix}${String(number).padStart(3, '0')}`;
    } while (taken.has(code));
    return code;
  };
  const idOf = (code: string): string => {
    const plain = usableId(code);
    return plain !== null && !ledger.tables.projects.has(plain) ? plain : `project-${textNumber(code)}`;
  };
  return (row) => {
    const given = row.fields['code'];
    const code = typeof given === 'string' ? given : nextCode();
    listOrder += 1;
    const assumed = assumptions(row, year);
    const notes: CellNote[] = [{ code: 'NEW_PROJECT', to: row.name }];
    if (typeof given !== 'string') notes.push({ code: 'CODE_ASSIGNED', to: code });
    return {
      id: idOf(code),
      values: { code, name: row.name, listOrder, ...assumed.values },
      notes: [...notes, ...assumed.notes],
    };
  };
}

/** What follows from the kind of the project, its figures and its period where no column says it. */
function assumptions(row: LedgerRow, year: number): Pick<NewProject, 'values' | 'notes'> {
  const notes: CellNote[] = [];
  const values: Record<string, unknown> = {};
  const isNew = row.fields['plannedStartInYear'] === true;
  if (row.fields['lifecycle'] === undefined) {
    const begun =
      row.fields['carriedOver'] === true || (row.ytdYuan ?? 0) > 0 || row.fields['actualStart'] !== undefined;
    values['lifecycle'] = begun ? 'started' : 'preparatory';
    notes.push({ code: 'LIFECYCLE_ASSUMED', to: begun ? '在建' : '前期' });
  }
  if (row.fields['plannedStartInYear'] === undefined) values['plannedStartInYear'] = false;
  if (row.fields['carriedOver'] === undefined) values['carriedOver'] = false;
  if (row.fields['plannedCompletionInYear'] === undefined) {
    const finish = row.fields['plannedFinish'] ?? row.period?.finish?.last;
    const finishes = typeof finish === 'string' && finish.startsWith(`${year}-`);
    values['plannedCompletionInYear'] = finishes;
    notes.push({ code: 'COMPLETION_ASSUMED', to: finishes ? '是' : '否' });
  }
  if (row.fields['investedBeforeYuan'] === undefined && isNew) {
    values['investedBeforeYuan'] = 0;
    notes.push({ code: 'DEFAULT_ZERO', to: '0' });
  }
  return { values, notes };
}
