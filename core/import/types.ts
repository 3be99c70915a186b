import type { Label } from '../register/label.ts';
import type { RegisterName } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import type { ImportCode, Severity } from './codes.ts';
import type { MoneyUnit } from './money-unit.ts';

/**
 * How a sheet is read: as the office's working ledger with its many levels of headings (`ledger-columns.ts`), or as
 * a plain table of one register, whose headings are the fields' labels, aliases or names.
 */
export type ImportProfile = 'ledger' | RegisterName;

/** Question id → what was answered: the value of an option or, where allowed, a typed text. */
export type Answers = Readonly<Record<string, string>>;

/** What a person decided so far. All of it is optional; what is absent is found out or asked. */
export interface ImportChoices {
  /** The sheet's name. */
  readonly sheet?: string;
  readonly profile?: ImportProfile;
  /** Column letter → the field that it holds, null to leave it out. Columns not named here are found by heading. */
  readonly columns?: Readonly<Record<string, string | null>>;
  /** The year that the plans are for. */
  readonly year?: number;
  /** The day up to which the figures count. */
  readonly asOf?: IsoDate;
  /** The unit of amounts that name none themselves. */
  readonly moneyUnit?: MoneyUnit;
  readonly answers?: Answers;
  /** What was decided for an earlier file of the same layout; the choices above come first. */
  readonly template?: ImportTemplate;
}

/** What of one import holds for the next file of the same layout. */
export interface ImportTemplate {
  readonly profile: ImportProfile;
  /** Heading, its levels joined by `/`, → field, or null to leave the column out. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly moneyUnit?: MoneyUnit;
  /** Answers that don't depend on one row of one file, such as which unit a name means. */
  readonly answers: Answers;
}

export interface SheetSummary {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly chosen: boolean;
}

export interface ImportColumn {
  /** From 0. */
  readonly index: number;
  /** As the spreadsheet names it: A, B … AA. */
  readonly letter: string;
  /** The levels of the heading joined by `/`. */
  readonly heading: string;
  /** A column of the ledger layout or a field of the register; null when the column is left out. */
  readonly field: string | null;
  /** Its values go to a secret field and are shown nowhere. */
  readonly secret?: true;
  readonly hidden?: true;
}

/** A field that a column can be mapped to. */
export interface ImportField {
  readonly id: string;
  readonly label: Label;
}

export type RowKind = 'data' | 'section' | 'subtotal' | 'total' | 'repeatedHeader' | 'note' | 'blank';

/** `blocked`: waits for an answer. `skip`: holds nothing to import, or was left out by an answer. */
export type RowFate = 'create' | 'update' | 'same' | 'skip' | 'blocked';

/** One thing that was done to a cell or noticed in it. Phone numbers are masked in `from` and `to`. */
export interface ImportNote {
  readonly code: ImportCode;
  readonly severity: Severity;
  /** Index of the column, absent when the whole row is meant. */
  readonly column?: number;
  /** What stands in the cell. */
  readonly from?: string;
  /** What it was read as; absent when nothing. */
  readonly to?: string;
}

/** What one field of one record would become. Values are the ledger's own (元, ISO dates, ids); absent is empty. */
export type ImportedChange = { readonly register: RegisterName; readonly record: string; readonly field: string } & (
  | { readonly from?: unknown; readonly to?: unknown }
  | { readonly secret: true }
);

export interface ImportRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly kind: RowKind;
  readonly fate: RowFate;
  /** The record's title, or the caption of a section, total or note. */
  readonly name?: string;
  readonly register?: RegisterName;
  /** The record that the row is about; of a new one the id that it will have. */
  readonly record?: string;
  readonly notes: readonly ImportNote[];
  readonly changes: readonly ImportedChange[];
}

export interface QuestionOption {
  readonly value: string;
  readonly label: Label;
}

/** Something that only a person can decide. The import waits for all of them. */
export interface ImportQuestion {
  /** The same for the same file and ledger, whatever else was answered. */
  readonly id: string;
  readonly code: ImportCode;
  /** The rows that it is about, as the spreadsheet numbers them; empty when it is about the whole sheet. */
  readonly rows: readonly number[];
  /** Index of the column. */
  readonly column?: number;
  /** For the words of the question, see `questionText` in `codes.ts`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly options: readonly QuestionOption[];
  /** A text that stands in the cell's place may be typed instead of choosing. */
  readonly allowFree: boolean;
  readonly answer?: string;
}

/** A comparison of what the sheet says of itself with what its rows say. */
export interface ImportCheck {
  readonly code: ImportCode;
  readonly severity: Severity;
  /** The row, as the spreadsheet numbers it; absent when the whole sheet is meant. */
  readonly row?: number;
  readonly column?: number;
  /** The project or caption. */
  readonly where?: string;
  readonly expected?: string;
  readonly found?: string;
}

/** A picture over the cells, offered to the photo library. */
export interface ImportImage {
  /** Position in the sheet's `images`, from 0. */
  readonly index: number;
  readonly type: string;
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly column: number;
  /** The project in whose row its top left corner lies; absent over any other row. */
  readonly record?: string;
  readonly name?: string;
}

/** One write, as the ledger's write path takes it. */
export type ImportRequest =
  | {
      readonly kind: 'create';
      readonly register: RegisterName;
      readonly record: string;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'update';
      readonly register: RegisterName;
      readonly record: string;
      /** Members to set; null clears. */
      readonly values: Readonly<Record<string, unknown>>;
      /** The revision that was compared with. */
      readonly ifRevision: number;
    };

export interface ImportCounts {
  readonly rows: number;
  readonly data: number;
  readonly create: number;
  readonly update: number;
  readonly same: number;
  readonly skip: number;
  readonly blocked: number;
  readonly openQuestions: number;
  readonly warnings: number;
}

export interface ImportPreview {
  readonly sheets: readonly SheetSummary[];
  readonly profile: ImportProfile;
  /** Phone numbers are masked. */
  readonly title: string;
  readonly year: number | null;
  readonly asOf: IsoDate | null;
  readonly moneyUnit: MoneyUnit;
  /** First and last row of the headings, as the spreadsheet numbers them. */
  readonly header: { readonly top: number; readonly bottom: number };
  readonly columns: readonly ImportColumn[];
  /** What a column of this profile can be mapped to. */
  readonly fields: readonly ImportField[];
  readonly rows: readonly ImportRow[];
  /** Open and answered ones, in the order of the sheet. */
  readonly questions: readonly ImportQuestion[];
  readonly checks: readonly ImportCheck[];
  readonly images: readonly ImportImage[];
  /** How many phone numbers were taken out of texts or read into a secret field. */
  readonly quarantined: number;
  /** Titles of records that `changes` refer to, new ones included, by `register/id`. */
  readonly names: Readonly<Record<string, string>>;
  readonly counts: ImportCounts;
  /**
   * What would be written, in an order in which each refers to earlier ones; null while a question is open. Secret
   * values stand in it in the clear: it goes to the write path and to nobody else.
   */
  readonly requests: readonly ImportRequest[] | null;
}

/** Why there is no preview; `sheets` to choose another one from. */
export interface ImportProblem {
  readonly code: 'NO_SHEET' | 'UNKNOWN_SHEET' | 'HEADER_NOT_FOUND';
  readonly sheets: readonly SheetSummary[];
}
