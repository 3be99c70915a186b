/**
 * A workbook as files hold it: what was read of one that came in, whatever its format. What the cells mean is
 * decided in `core/import/`; here is only what stands there.
 */

/** What a cell can hold. */
export type CellValue = string | number | boolean | null;

/** A day as a spreadsheet types it; built from its parts, never by way of a time zone. */
export interface CellDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

export interface Cell {
  readonly value: CellValue;
  /** As the spreadsheet shows it, as far as that is known; otherwise the value as text. */
  readonly text: string;
  /** The number format's code (`0.00`, `0.0%`, `yyyy"年"m"月"`); absent for General and for texts. */
  readonly format?: string;
  /** The day, when a number is formatted as a date; the workbook's 1900 or 1904 system is already applied. */
  readonly date?: CellDate;
  /** `#DIV/0!`, `#REF!` …; the value is then null. */
  readonly error?: string;
  /** The cell is computed; its value is the one that was kept, null when none was. */
  readonly formula?: true;
  /** Parts of the text are formatted differently. */
  readonly rich?: true;
  /** The text is struck through. */
  readonly strike?: true;
  /** The cell is filled with grey: often a row that no longer counts. */
  readonly grey?: true;
}

/** A block of merged cells; rows and columns from 0, both ends included. Its value stands top left. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A picture that lies over the cells. */
export interface SheetImage {
  /** Row and column, from 0, of the picture's top left corner. */
  readonly row: number;
  readonly column: number;
  /** `png`, `jpeg` … */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows from 0; a row may be shorter than others, and cells without content are undefined. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly images: readonly SheetImage[];
}

/** Formats that can be read. */
export type WorkbookFormat = 'xlsx' | 'xls' | 'csv' | 'html';

export interface Workbook {
  readonly format: WorkbookFormat;
  /** The text encoding of a CSV or HTML file. */
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  readonly sheets: readonly Sheet[];
}

/** Why a file cannot be read. Each has its words in the admin page and in the command line. */
export type WorkbookProblem =
  /** Nothing in it. */
  | 'empty'
  /** Not a spreadsheet by its content. */
  | 'unknown-format'
  /** A spreadsheet that is damaged. */
  | 'damaged'
  /** Protected with a password. */
  | 'encrypted'
  /** More rows, columns, sheets or bytes (also unpacked) than are read. */
  | 'too-large'
  /** Reading it took too long. */
  | 'too-slow';
