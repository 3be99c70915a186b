/** Structured values in a cell: JSON as exports write it, read back through the field's own check. */
import type { Field } from '../register/field.ts';
import { fail, type Result } from '../result.ts';
import { MOST_CHARACTERS } from '../workbook/table.ts';
import type { Cell } from '../workbook/workbook.ts';
import { ANSWERS, type ImportCode } from './codes.ts';
import { textOf } from './reading.ts';
import type { Session } from './session.ts';
import type { ImportColumn } from './types.ts';

/** What a cell leaves as the ledger has it, also where empty cells clear. */
export const KEPT = Symbol('as it is');

/** Characters of what cannot be read that a question quotes. */
const MOST_QUOTED = 60;

interface DocumentProblem {
  readonly code: ImportCode;
  /** What was found, or what the field has against it. */
  readonly value: string;
}

/** What a document's text says: JSON that the field itself accepts, or why it is none. */
function documentIn({ check }: Field, text: string): Result<unknown, DocumentProblem> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return fail({ code: 'DOCUMENT_BROKEN', value: text.slice(0, MOST_QUOTED) });
  }
  const checked = check(given);
  return checked.ok ? checked : fail({ code: 'DOCUMENT_REFUSED', value: checked.problem.message });
}

interface DocumentColumn {
  readonly column: ImportColumn;
  readonly field: Field;
}

/**
 * A document as an export writes it. One that is broken, or that its field refuses, is asked about: keep what is there,
 * empty it, or paste what is meant.
 * @param name the record's title, for the question.
 * @returns the checked value; undefined for an empty cell and while the question is open, null to empty the field,
 * `KEPT` to leave it.
 */
export function readDocument(
  session: Session,
  { column, field }: DocumentColumn,
  cell: Cell | undefined,
  row: number,
  name: string,
): unknown {
  const { index, letter, heading } = column;
  const text = textOf(cell);
  if (text === '') return undefined;
  if (text.length === MOST_CHARACTERS && text.endsWith('…')) {
    session.note(row, index, { code: 'CUT_OFF' });
    return KEPT;
  }
  const read = documentIn(field, text);
  if (read.ok) return read.value;
  const { code, value } = read.problem;
  const parameters = { row: String(row + 1), name, column: heading, value };
  const options = [
    { value: 'unchanged', label: ANSWERS.unchanged },
    ...(field.optional ? [{ value: 'empty', label: ANSWERS.empty }] : []),
  ];
  const asked = { id: `${code}:${letter}${row + 1}`, code, rows: [row], column: index, parameters, options };
  const settled = session.ask({ ...asked, allowFree: true }, (answer) => {
    if (answer === 'unchanged') return { value: KEPT };
    if (answer === 'empty' && field.optional) return { value: null };
    const again = documentIn(field, answer);
    return again.ok ? { value: again.value } : undefined;
  });
  session.note(row, index, { code, severity: settled ? 'info' : 'blocking', from: value });
  return settled?.value;
}
