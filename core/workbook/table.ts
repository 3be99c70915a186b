/** A sheet to be written: what an export says, independent of the file format. */

/** How many characters a spreadsheet's cell holds. */
export const MOST_CHARACTERS = 32_767;

/** How a column's values are shown. Money stands in 万元 with as many decimals as it needs. */
export type ColumnFormat = 'text' | 'integer' | 'wan' | 'percent' | 'date' | 'month';

export interface TableColumn {
  /** Headings from the top level down; columns that share a heading stand under one merged cell. */
  readonly headings: readonly string[];
  readonly format: ColumnFormat;
  /** Width in characters of half width. */
  readonly width?: number;
}

/** A number is exact in the column's unit: 元 for `wan`, percent for `percent`; null is an empty cell. */
export type TableValue = string | number | null;

export interface TableRow {
  /** `section` and `total` rows stand out and carry their caption in the first columns. */
  readonly kind: 'data' | 'section' | 'total' | 'note';
  readonly values: readonly TableValue[];
  /** How far what a cell speaks of has come (`overdue`, `closed` …), by the cell's column; files do not show it. */
  readonly states?: Readonly<Record<number, string>>;
}

/** A figure of the whole. */
export interface TableFigure {
  readonly label: string;
  /** As it is printed: `96.7%`, `193.3`, `2017-12-05`. */
  readonly value: string;
  /** `亿元`, or what a rate is made of (`147/152`); empty where the value says it. */
  readonly unit: string;
}

export interface Table {
  /** The sheet's name, at most 31 characters. */
  readonly name: string;
  /** Above the headings, merged over all columns. */
  readonly title?: string;
  /** Below the title: left and right, such as the reporting office and `截至2017年12月31日  单位:万元`. */
  readonly subtitle?: { readonly left: string; readonly right: string };
  /** Above the headings, one a line: label, value, unit. */
  readonly figures?: readonly TableFigure[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}
