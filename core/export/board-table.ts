/** A board as a spreadsheet's table. */
import type { Label } from '../register/label.ts';
import type { IsoDate } from '../time.ts';
import type { Table, TableRow } from '../workbook/table.ts';
import type { BoardValues } from './board-values.ts';
import type { ExportLocale } from './cell-value.ts';
import { OFFICE_SHEETS } from './office-columns.ts';
import { SLIDE_SHEETS } from './slide-columns.ts';

export interface BoardExport {
  readonly locale: ExportLocale;
  readonly label: Label;
  readonly asOf: IsoDate;
  /** Who made the figures, as it stands under the title. */
  readonly office: string;
  readonly demo: boolean;
}

const SHEETS = { ...SLIDE_SHEETS, ...OFFICE_SHEETS };

/**
 * The table of a board; of one that was asked with several options, their lines one after the other. Null when the
 * board has no columns declared.
 * @param boards the board's data as its JSON has it, per set of options.
 */
export function boardTable(name: string, boards: readonly BoardValues[], options: BoardExport): Table | null {
  const sheet = Object.hasOwn(SHEETS, name) ? SHEETS[name] : undefined;
  if (!sheet) return null;
  const { locale, label, asOf, office, demo } = options;
  const rows = boards.flatMap(sheet.rows).map((row): TableRow => {
    const values = sheet.columns.map(({ value }) => value(row, locale));
    return { kind: 'data', values };
  });
  const marked = demo ? { zh: '(演示数据)', en: ' (demo data)' }[locale] : '';
  return {
    name: label[locale],
    title: label[locale],
    subtitle: { left: `${office}${marked}`, right: { zh: `截至${asOf}`, en: `As of ${asOf}` }[locale] },
    columns: sheet.columns.map(({ heading, format }) => ({ headings: [heading[locale]], format })),
    rows,
  };
}
