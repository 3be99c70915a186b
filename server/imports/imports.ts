/** Imports of workbooks: a file that was handed in, what it would do, and the one transaction that does it. */
import type {
  ImportChoices,
  ImportPreview,
  ImportProblem,
  ImportRow,
  RowFate,
  SheetSummary,
} from '../../core/import/types.ts';
import type { Actor } from '../../core/ledger/change.ts';
import type { UndoConflict } from '../../core/ledger/undo.ts';
import type { Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import type { WorkbookProblem } from '../../core/workbook/workbook.ts';
import type { ChangeRequest, Committed, Refusal } from '../changes/changes.ts';

/** The requests as who asks may make them; throws when they may not. Called right before they are written. */
export type Authorise = (requests: readonly ChangeRequest[]) => readonly ChangeRequest[];

/** What a job is busy with; `waiting` for its turn, because one file is read at a time. */
export type ImportStage = 'waiting' | 'unpacking' | 'parsing' | 'collecting' | 'comparing';

/** `internal`: a fault of ours, which the operator finds in the log. */
export type ImportProblemCode = WorkbookProblem | ImportProblem['code'] | 'internal';

/** Why there is no preview; with sheets, another one may be chosen. */
export interface ImportFailure {
  readonly code: ImportProblemCode;
  readonly sheets?: readonly SheetSummary[];
}

/** A preview without what is large: rows are kept as text, requests are made again when they are wanted. */
export type PreviewHead = Omit<ImportPreview, 'rows' | 'requests' | 'names'>;

/** What a person chose so far; a template by its id. */
export type ImportSettings = Omit<ImportChoices, 'template'> & { readonly template?: string };

/** Part of the settings: what is there replaces, null clears. Answers are replaced one by one. */
export type SettingsPatch = {
  readonly [K in Exclude<keyof ImportSettings, 'answers'>]?: ImportSettings[K] | null;
} & { readonly answers?: Readonly<Record<string, string | null>> };

/** An import that was not confirmed yet. Forgotten when the server stops; its file is kept. */
export interface PendingImport {
  readonly id: string;
  readonly fileName: string;
  /** The file's SHA-256. */
  readonly file: string;
  readonly bytes: number;
  readonly uploadedAt: Instant;
  readonly settings: ImportSettings;
  readonly state: 'reading' | 'preview' | 'failed';
  /** While it is read: how far, from 0 to 1. */
  readonly progress: { readonly stage: ImportStage; readonly fraction: number } | null;
  readonly problem: ImportFailure | null;
  /** Counts the previews of this import. */
  readonly revision: number;
  readonly preview: PreviewHead | null;
}

/** One page of a preview's rows. */
export interface RowsPage {
  readonly from: number;
  /** Of all rows that are asked for, this page and the others. */
  readonly total: number;
  readonly rows: readonly ImportRow[];
  /** Titles of records that the page's changes refer to, by `register/id`. */
  readonly names: Readonly<Record<string, string>>;
}

export interface RowsQuery {
  readonly from: number;
  readonly count: number;
  readonly fates: readonly RowFate[] | null;
}

export type CommitRefusal =
  | { readonly code: 'not-found' }
  /** There is no preview, or another answer is being worked out. */
  | { readonly code: 'not-ready' }
  | { readonly code: 'questions-open'; readonly questions: readonly string[] }
  /** The ledger moved on, or another preview was made: look at it again. */
  | { readonly code: 'preview-outdated'; readonly revision: number }
  | { readonly code: 'refused'; readonly refusal: Refusal };

export interface CommitOptions {
  readonly authorise: Authorise;
  readonly reason?: string | undefined;
  /** The name under which the headings and answers are remembered. */
  readonly saveTemplate?: string | undefined;
  /** The preview that the person saw. */
  readonly revision?: number | undefined;
}

export type UndoRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-since'; readonly conflicts: readonly UndoConflict[] }
  | Extract<CommitRefusal, { code: 'refused' }>;

export interface Imports {
  /**
   * Keeps a file and begins to read it.
   * @throws StorageError when the disk refuses.
   */
  readonly upload: (
    who: Actor,
    fileName: string,
    bytes: Uint8Array,
    settings?: SettingsPatch,
  ) => Promise<PendingImport>;
  /** Those of one account, newest first. */
  readonly pendingOf: (who: Actor) => readonly PendingImport[];
  /** One of the account's own; null when it is not there (any more). */
  readonly find: (who: Actor, id: string) => PendingImport | null;
  /** Some rows of the preview; null when there is none. */
  readonly rows: (who: Actor, id: string, query: RowsQuery) => RowsPage | null;
  /** Waits until nothing is being worked out for an import; null when it is not there. */
  readonly settled: (who: Actor, id: string) => Promise<PendingImport | null>;
  /** Changes the settings and begins a new preview; not while the import is being written. */
  readonly choose: (who: Actor, id: string, patch: SettingsPatch) => Result<PendingImport, 'not-found' | 'not-ready'>;
  /**
   * Writes everything in one transaction, with the record of the import.
   * @throws StorageError when the disk refuses; nothing is then written, and the import is still there.
   */
  readonly commit: (who: Actor, id: string, options: CommitOptions) => Promise<Result<Committed, CommitRefusal>>;
  /** Forgets an import that was not confirmed; not while it is being written. */
  readonly discard: (who: Actor, id: string) => Result<null, 'not-found' | 'not-ready'>;
  /** A picture of a confirmed import, by its position in the sheet, read from the import's file once more. */
  readonly picture: (id: string, index: number) => Promise<Result<Uint8Array<ArrayBuffer>, 'not-found' | 'unreadable'>>;
  /**
   * Takes a confirmed import back as a whole, its record included. Photos that were made of its pictures stay: they are
   * evidence by themselves. They stand in the way of taking a project back that the import created.
   */
  readonly undo: (
    who: Actor,
    id: string,
    options: { readonly reason: string; readonly authorise: Authorise },
  ) => Result<Committed, UndoRefusal>;
  readonly close: () => Promise<void>;
}
