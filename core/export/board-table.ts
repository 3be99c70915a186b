/** A board as a spreadsheet's tables. */
import type { Label } from '../register/label.ts';
import type { IsoDate } from '../time.ts';
import type { Table, TableFigure, TableRow } from '../workbook/table.ts';
import { boardFigures } from './board-figures.ts';
import type { BoardColumn, BoardSheet, BoardValues } from './board-values.ts';
import type { ExportLocale } from './cell-value.ts';
import { FURTHER_SHEETS } from './further-columns.ts';
import { OFFICE_SHEETS } from './office-columns.ts';
import { PUBLIC_SHEETS } from './public-columns.ts';
import { SLIDE_SHEETS } from './slide-columns.ts';

export interface BoardExport {
  readonly locale: ExportLocale;
  readonly label: Label;
  readonly asOf: IsoDate;
  /** Who made the figures, as it stands under the title. */
  readonly office: string;
  readonly demo: boolean;
}

const SHEETS = { ...SLIDE_SHEETS, ...PUBLIC_SHEETS, ...OFFICE_SHEETS };

const rowsIn = (
  columns: readonly BoardColumn[],
  lines: readonly BoardValues[],
  locale: ExportLocale,
): readonly TableRow[] =>
  lines.map((line): TableRow => {
    const states = columns.flatMap(({ state }, at) => {
      const found = state?.(line) ?? '';
      return found === '' ? [] : [[at, found] as const];
    });
    const values = columns.map(({ value }) => value(line, locale));
    return { kind: 'data', values, ...(states.length > 0 ? { states: Object.fromEntries(states) } : {}) };
  });

/** What the board says of the whole; nothing where it was asked several times, for each says something else. */
const figuresOf = (
  name: string,
  boards: readonly BoardValues[],
  locale: ExportLocale,
): { readonly figures?: readonly TableFigure[] } => {
  const [only] = boards;
  const figures = only && boards.length === 1 ? boardFigures(name, only, locale) : [];
  if (figures.length === 0) return {};
  return { figures: figures.map(({ label, value, unit, of }) => ({ label, value, unit: unit || of })) };
};

/**
 * The tables of a board, the board's own first, named as the board and with its figures, then its further lists; of one that was asked with
 * several options, their lines one after the other. None when the board has no columns declared.
 * @param boards the board's data as its JSON has it, per set of options.
 */
export function boardTables(name: string, boards: readonly BoardValues[], options: BoardExport): readonly Table[] {
  const first = Object.hasOwn(SHEETS, name) ? SHEETS[name] : undefined;
  if (!first) return [];
  const { locale, label, asOf, office, demo } = options;
  const marked = demo ? { zh: '(演示数据)', en: ' (demo data)' }[locale] : '';
  const subtitle = { left: `${office}${marked}`, right: { zh: `截至${asOf}`, en: `As of ${asOf}` }[locale] };
  const tableOf = (sheet: BoardSheet, own: string, title: string): Table => {
    const columns = typeof sheet.columns === 'function' ? sheet.columns(boards[0] ?? {}) : sheet.columns;
    return {
      name: own,
      title,
      subtitle,
      columns: columns.map(({ heading, format }) => ({ headings: [heading[locale]], format })),
      rows: rowsIn(columns, boards.flatMap(sheet.rows), locale),
    };
  };
  const further = Object.hasOwn(FURTHER_SHEETS, name) ? (FURTHER_SHEETS[name] ?? []) : [];
  return [
    { ...tableOf(first, label[locale], label[locale]), ...figuresOf(name, boards, locale) },
    ...further.map((sheet) => tableOf(sheet, sheet.name[locale], `${label[locale]} · ${sheet.name[locale]}`)),
  ];
}
