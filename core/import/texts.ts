/** Texts of a sheet on their way into the ledger: without private numbers, no longer than their field. */
import type { Cell } from '../workbook/workbook.ts';
import { registerNamed, type RegisterName } from '../registers/index.ts';
import type { Session } from './session.ts';
import { takeNumbers } from './private-text.ts';
import { failedFormula, textOf } from './reading.ts';
import { compact, isEmptyMark } from './text.ts';

export interface CellText {
  /** Null when the cell is empty or says that there is nothing. */
  readonly text: string | null;
  /** Mobile numbers that stood in it. */
  readonly phones: readonly string[];
}

const NO_TEXT: CellText = { text: null, phones: [] };

/** The text of a cell as it is kept. */
export function cellText(session: Session, row: number, column: number, cell: Cell | undefined): CellText {
  if (!cell) return NO_TEXT;
  if (failedFormula(cell)) {
    session.note(row, column, { code: 'FORMULA_ERROR', from: cell.error ?? cell.text });
    return NO_TEXT;
  }
  const raw = textOf(cell);
  const plain = compact(raw);
  if (plain === '') return NO_TEXT;
  if (cell.rich) session.note(row, column, { code: 'RICH_TEXT', to: raw });
  if (isEmptyMark(plain)) {
    session.note(row, column, { code: 'EMPTY_MARK', from: raw });
    return NO_TEXT;
  }
  const { text, phones, count } = takeNumbers(raw);
  if (count > 0) {
    session.quarantine(count);
    session.note(row, column, { code: 'PII_PHONE', from: text, to: text });
  }
  return { text, phones };
}

/** The text of a cell of a plain table, in which `/` and 无 are texts like others; null when there is none. */
export function literalText(session: Session, row: number, column: number, cell: Cell | undefined): string | null {
  const { text, count } = takeNumbers(textOf(cell));
  if (count > 0) {
    session.quarantine(count);
    session.note(row, column, { code: 'PII_PHONE', from: text, to: text });
  }
  return text === '' ? null : text;
}

/** The text, cut to what its field holds. */
export function fitting(
  session: Session,
  row: number,
  column: number,
  text: string | null,
  register: RegisterName,
  field: string,
): string | null {
  const most = registerNamed(register).fields[field]?.max;
  if (text === null || most === undefined || text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  session.note(row, column, { code: 'CUT_OFF', from: text, to: cut });
  return cut;
}
