/** What one run of an import gathers besides values: notes on cells, questions, comparisons. */
import type { Cell } from '../workbook/workbook.ts';
import { severityOf } from './codes.ts';
import { columnLetter } from './grid.ts';
import { masked } from './private-text.ts';
import { cellOf, type CellNote, type Reading } from './reading.ts';
import type { Answers, ImportCheck, ImportNote, ImportQuestion } from './types.ts';

type Question = Omit<ImportQuestion, 'rows' | 'answer' | 'column'> & {
  /** Rows from 0. */
  readonly rows: readonly number[];
  readonly column?: number | undefined;
};

/** Where a cell stands and what its row and column are called. */
export interface Place {
  readonly row: number;
  readonly column: number;
  /** The project's name and the heading, for the words of a question. */
  readonly name: string;
  readonly heading: string;
}

export interface Session {
  readonly note: (row: number, column: number | undefined, note: CellNote) => void;
  readonly check: (check: ImportCheck) => void;
  /** The answer as `accept` takes it; undefined while the question is open. Asked again, its rows are joined. */
  readonly ask: <T>(question: Question, accept: (answer: string) => T | undefined) => T | undefined;
  /** Reads a cell; a doubt is asked about, and the answer is read in the cell's place. */
  readonly settle: <T>(place: Place, cell: Cell | undefined, read: (cell: Cell | undefined) => Reading<T>) => T | null;
  /** Leaves a row out. */
  readonly skip: (row: number) => void;
  readonly isSkipped: (row: number) => boolean;
  /** Whether a row waits for an answer. */
  readonly isBlocked: (row: number) => boolean;
  readonly quarantine: (count: number) => void;
  readonly notesOf: (row: number) => readonly ImportNote[];
  readonly questions: () => readonly ImportQuestion[];
  readonly checks: () => readonly ImportCheck[];
  readonly openCount: () => number;
  readonly quarantined: () => number;
}

interface Asked {
  readonly question: Question;
  readonly rows: Set<number>;
  readonly answer: string | undefined;
}

const shownNote = (column: number | undefined, note: CellNote): ImportNote => ({
  code: note.code,
  severity: note.severity ?? severityOf(note.code),
  ...(column === undefined ? {} : { column }),
  ...(note.from === undefined ? {} : { from: masked(note.from) }),
  ...(note.to === undefined ? {} : { to: masked(note.to) }),
});

const shownQuestion = ({ question, rows, answer }: Asked): ImportQuestion => ({
  id: question.id,
  code: question.code,
  rows: [...rows].map((row) => row + 1).sort((a, b) => a - b),
  ...(question.column === undefined ? {} : { column: question.column }),
  parameters: Object.fromEntries(Object.entries(question.parameters).map(([name, value]) => [name, masked(value)])),
  options: question.options,
  allowFree: question.allowFree,
  ...(answer === undefined ? {} : { answer }),
});

const inSheetOrder = (a: ImportQuestion, b: ImportQuestion): number =>
  (a.rows[0] ?? 0) - (b.rows[0] ?? 0) || (a.column ?? 0) - (b.column ?? 0);

export function createSession(answers: Answers): Session {
  const notes = new Map<number, ImportNote[]>();
  const asked = new Map<string, Asked>();
  const checks: ImportCheck[] = [];
  const skipped = new Set<number>();
  const blocked = new Set<number>();
  let numbers = 0;

  const note: Session['note'] = (row, column, each) => {
    const list = notes.get(row);
    if (list) list.push(shownNote(column, each));
    else notes.set(row, [shownNote(column, each)]);
  };

  const ask: Session['ask'] = (question, accept) => {
    const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const offered = question.allowFree || question.options.some(({ value }) => value === given);
    const accepted = given === undefined || !offered ? undefined : accept(given);
    const known = asked.get(question.id);
    if (known) for (const row of question.rows) known.rows.add(row);
    else {
      const answer = accepted === undefined ? undefined : given;
      asked.set(question.id, { question, rows: new Set(question.rows), answer });
    }
    if (accepted === undefined) for (const row of question.rows) blocked.add(row);
    return accepted;
  };

  const settle: Session['settle'] = (place, cell, read) => {
    const { row, column, name, heading } = place;
    const first = read(cell);
    for (const each of first.notes) note(row, column, each);
    const { doubt } = first;
    if (!doubt) return first.value;
    const id = `${doubt.code}:${columnLetter(column)}${row + 1}`;
    const value = cell?.text ?? '';
    const parameters = { row: String(row + 1), name, column: heading, value };
    const settled = ask({ ...doubt, id, rows: [row], column, parameters }, (answer) => {
      if (answer === 'empty') return { value: null };
      const again = read(cellOf(answer));
      return again.doubt ? undefined : { value: again.value };
    });
    const severity = settled ? ('info' as const) : ('blocking' as const);
    const to = settled ? answers[id] : undefined;
    note(row, column, { code: doubt.code, severity, from: value, ...(to === undefined ? {} : { to }) });
    return settled?.value ?? null;
  };

  const isOpen = ({ answer }: Asked): boolean => answer === undefined;
  return {
    note,
    ask,
    settle,
    check: (each) => void checks.push({ ...each, ...(each.where === undefined ? {} : { where: masked(each.where) }) }),
    skip: (row) => void skipped.add(row),
    isSkipped: (row) => skipped.has(row),
    isBlocked: (row) => blocked.has(row),
    quarantine: (count) => void (numbers += count),
    notesOf: (row) => notes.get(row) ?? [],
    questions: () => [...asked.values()].map(shownQuestion).sort(inSheetOrder),
    checks: () => checks,
    openCount: () => [...asked.values()].filter(isOpen).length,
    quarantined: () => numbers,
  };
}
