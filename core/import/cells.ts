/** What a column says in each row, once merges, ditto marks and blanks that mean "as above" are made out. */
import type { Cell } from '../workbook/workbook.ts';
import { ANSWERS } from './codes.ts';
import type { ClassifiedRow } from './classify.ts';
import type { Grid } from './grid.ts';
import { failedFormula, textOf } from './reading.ts';
import type { Session } from './session.ts';
import { compact, isDitto, withoutGuard } from './text.ts';
import type { ImportColumn } from './types.ts';

export interface FillRules {
  /** A merged cell holds for each of its rows; not so for amounts, which would count several times. */
  readonly merges: boolean;
  /** A blank may mean "as above", if a person says so. */
  readonly fillDown: boolean;
  /** 同上 and its marks mean the value above. */
  readonly ditto: boolean;
  /** Exports of the format put an apostrophe before a formula sign. */
  readonly guarded: boolean;
}

const isBlank = (cell: Cell | undefined): boolean =>
  !cell ||
  (!failedFormula(cell) && cell.value !== null
    ? compact(textOf(cell)) === ''
    : cell.error === undefined && cell.value === null && cell.formula !== true);

/** The apostrophe that exports put before a formula sign belongs to the file, not to the text. */
function unguarded(session: Session, row: number, column: number, cell: Cell | undefined): Cell | undefined {
  if (typeof cell?.value !== 'string') return cell;
  const bare = withoutGuard(cell.value);
  if (bare === cell.value) return cell;
  session.note(row, column, { code: 'FORMULA_GUARD', from: cell.value, to: bare });
  return { ...cell, value: bare, text: bare };
}

const confirmFill = (session: Session, column: ImportColumn, rows: readonly number[]): boolean | undefined =>
  rows.length === 0
    ? undefined
    : session.ask(
        {
          id: `FILL_DOWN:${column.letter}`,
          code: 'FILL_DOWN',
          rows,
          column: column.index,
          parameters: { column: column.heading, count: String(rows.length) },
          options: [
            { value: 'yes', label: ANSWERS.yes },
            { value: 'no', label: ANSWERS.no },
          ],
          allowFree: false,
        },
        (answer) => answer === 'yes',
      );

interface Blank {
  readonly row: number;
  readonly above: Cell;
}

/** The cells of one column by row, for the rows that are records. Sections end what "above" means. */
export function columnCells(
  grid: Grid,
  column: ImportColumn,
  rows: readonly ClassifiedRow[],
  rules: FillRules,
  session: Session,
): ReadonlyMap<number, Cell> {
  const cells = new Map<number, Cell>();
  const blanks: Blank[] = [];
  let above: Cell | undefined;
  for (const { row, kind } of rows) {
    if (kind === 'section') above = undefined;
    if (kind !== 'data') continue;
    const found = grid.at(row, column.index);
    const own = rules.guarded ? unguarded(session, row, column.index, found) : found;
    const merge = grid.mergeAt(row, column.index);
    const covered = merge && merge.top < row && merge.left === column.index;
    if (covered) {
      const master = rules.merges ? grid.at(merge.top, merge.left) : undefined;
      if (master && !isBlank(master)) {
        cells.set(row, master);
        session.note(row, column.index, { code: 'MERGE_FILL', to: textOf(master) });
      }
    } else if (rules.ditto && own && isDitto(compact(textOf(own)))) {
      session.note(row, column.index, { code: 'DITTO', from: textOf(own), to: textOf(above) });
      if (above) cells.set(row, above);
    } else if (!isBlank(own)) {
      if (own) cells.set(row, own);
      above = own;
    } else if (above && rules.fillDown) {
      blanks.push({ row, above });
    } else if (!rules.fillDown) above = undefined;
  }
  fillBlanks(session, column, blanks, cells);
  return cells;
}

function fillBlanks(session: Session, column: ImportColumn, blanks: readonly Blank[], cells: Map<number, Cell>): void {
  const fills = confirmFill(
    session,
    column,
    blanks.map(({ row }) => row),
  );
  for (const { row, above } of blanks) {
    if (fills) cells.set(row, above);
    const severity = fills === undefined ? ('blocking' as const) : ('info' as const);
    session.note(row, column.index, {
      code: 'FILL_DOWN',
      severity,
      from: '',
      ...(fills === false ? {} : { to: textOf(above) }),
    });
  }
}
