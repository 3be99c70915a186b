/** What the preparing worker and the thread that started it say to each other. */
import type { ImportChoices, ImportRequest, ImportTemplate, RowFate } from '../../core/import/types.ts';
import type { Instant } from '../../core/time.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import type { ReadStage } from '../workbooks/workbooks.ts';
import type { ImportFailure, PreviewHead } from './imports.ts';

/** What is to be found out about a file. */
export interface PrepareJob {
  /** The file's SHA-256, and where it is. */
  readonly file: string;
  readonly path: string;
  readonly fileName: string;
  readonly choices: ImportChoices;
  /** When the requests have this digest they are sent, otherwise the preview is. */
  readonly expected: string | null;
}

/** Which picture of which file is wanted. */
export interface PictureJob extends Pick<PrepareJob, 'file' | 'path' | 'fileName'> {
  readonly sheet: string;
  /** Position among the sheet's pictures, from 0. */
  readonly index: number;
}

/** Rows as JSON, one after the other in one block of bytes that threads hand over without copying. */
export interface PackedRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each row ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Each row's fate, as its position in FATES. */
  readonly fates: Uint8Array<ArrayBuffer>;
}

export const FATES: readonly RowFate[] = ['create', 'update', 'same', 'skip', 'blocked'];

export interface PreparedPreview {
  readonly head: PreviewHead;
  readonly rows: PackedRows;
  /** Of the requests; null while a question is open. */
  readonly digest: string | null;
}

export interface PreparedRequests {
  readonly head: PreviewHead;
  readonly template: ImportTemplate;
}

export type ToPreparer =
  /** Records of the ledger that the next job is prepared with; the first message of a register empties its table. */
  | {
      readonly kind: 'records';
      readonly register: RegisterName;
      readonly records: readonly (readonly [id: string, record: object])[];
      readonly first: boolean;
    }
  | { readonly kind: 'prepare'; readonly job: PrepareJob; readonly revision: number; readonly at: Instant }
  | { readonly kind: 'picture'; readonly job: PictureJob }
  | { readonly kind: 'more' };

export type FromPreparer =
  | { readonly kind: 'stage'; readonly stage: ReadStage | 'comparing' }
  | ({ readonly kind: 'preview' } & PreparedPreview)
  /** The next requests; the worker waits for `more` before it sends any others. */
  | { readonly kind: 'requests'; readonly requests: readonly ImportRequest[] }
  | ({ readonly kind: 'prepared' } & PreparedRequests)
  /** Null when the file has no such picture. */
  | { readonly kind: 'picture'; readonly bytes: Uint8Array<ArrayBuffer> | null }
  | ({ readonly kind: 'problem' } & ImportFailure)
  /** A fault of ours. */
  | { readonly kind: 'failed'; readonly error: string };
