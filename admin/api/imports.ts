/** Imports of workbooks: hand a file in, look at what it would do, answer, confirm, take back. */
import { IMPORT_CODES, type ImportCode, type Severity } from '../../core/import/codes.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../core/import/money-unit.ts';
import type {
  ImportCheck,
  ImportColumn,
  ImportCounts,
  ImportedChange,
  ImportNote,
  ImportPreview,
  ImportProfile,
  ImportQuestion,
  ImportRow,
  RowFate,
  RowKind,
  SheetSummary,
} from '../../core/import/types.ts';
import { isRegisterName, type RegisterName } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { instant, parseDate, type Instant } from '../../core/time.ts';
import { labelIn, listOf, numberOf, numberOrNull, objectOf, oneOf, textOf, textOrNull } from './parse.ts';
import { ApiProblem } from './problem.ts';
import { request } from './request.ts';
import { uploadFile, type UploadOptions } from './upload.ts';

export const STAGES = ['waiting', 'unpacking', 'parsing', 'collecting', 'comparing'] as const;
export type ImportStage = (typeof STAGES)[number];
export const FATES = ['create', 'update', 'same', 'skip', 'blocked'] as const satisfies readonly RowFate[];
const KINDS = [
  'data',
  'section',
  'subtotal',
  'total',
  'repeatedHeader',
  'note',
  'blank',
] as const satisfies readonly RowKind[];
const SEVERITIES = ['info', 'warning', 'blocking'] as const satisfies readonly Severity[];
const STATES = ['reading', 'preview', 'failed'] as const;

/** Why there is no preview; with sheets, another one may be chosen. */
export interface ImportFailure {
  readonly code: string;
  readonly sheets: readonly SheetSummary[];
}

/** A preview without its rows: those are asked for by the page. */
export type PreviewHead = Omit<ImportPreview, 'rows' | 'requests' | 'names' | 'images'> & {
  /** How many pictures lie over the sheet, and how many of them over a project's row. */
  readonly images: { readonly all: number; readonly ofProjects: number };
};

/** An import that is not confirmed yet. */
export interface PendingImport {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly uploadedAt: Instant;
  readonly state: (typeof STATES)[number];
  readonly progress: { readonly stage: ImportStage; readonly fraction: number } | null;
  readonly problem: ImportFailure | null;
  /** Counts the previews of this import. */
  readonly revision: number;
  readonly settings: { readonly columns: Readonly<Record<string, string | null>>; readonly template: string | null };
  readonly preview: PreviewHead | null;
}

export type BegunImport = Pick<PendingImport, 'id' | 'fileName' | 'uploadedAt' | 'state'>;

export interface RowsPage {
  readonly from: number;
  /** Of all rows that are asked for, this page and the others. */
  readonly total: number;
  readonly rows: readonly ImportRow[];
  /** Titles of records that the page's changes refer to, by `register/id`. */
  readonly names: Readonly<Record<string, string>>;
}

/** What a person chooses; null forgets the choice, answers are replaced one by one. */
export interface ImportPatch {
  readonly sheet?: string | null;
  readonly profile?: ImportProfile | null;
  readonly columns?: Readonly<Record<string, string | null>> | null;
  readonly year?: number | null;
  readonly asOf?: string | null;
  readonly moneyUnit?: MoneyUnit | null;
  readonly template?: string | null;
  readonly answers?: Readonly<Record<string, string | null>>;
}

const registerOf = (value: unknown): RegisterName => {
  if (typeof value === 'string' && isRegisterName(value)) return value;
  throw new ApiProblem(0, 'unexpected-answer', 'register');
};

export const profileOf = (value: unknown): ImportProfile => (value === 'ledger' ? 'ledger' : registerOf(value));

const isCode = (value: unknown): value is ImportCode => typeof value === 'string' && Object.hasOwn(IMPORT_CODES, value);

const codeOf = (value: unknown): ImportCode => {
  if (isCode(value)) return value;
  throw new ApiProblem(0, 'unexpected-answer', 'code');
};

const textsOf = (value: unknown, what: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(objectOf(value, what)).map(([name, each]) => [name, textOf(each, what)]));

const sheetOf = (value: unknown): SheetSummary => {
  const { name, hidden, rows, chosen } = objectOf(value, 'sheet');
  return { name: textOf(name, 'name'), hidden: hidden === true, rows: numberOf(rows, 'rows'), chosen: chosen === true };
};

const columnOf = (value: unknown): ImportColumn => {
  const { index, letter, heading, field, secret, hidden } = objectOf(value, 'column');
  return {
    index: numberOf(index, 'index'),
    letter: textOf(letter, 'letter'),
    heading: textOf(heading, 'heading'),
    field: textOrNull(field),
    ...(secret === true ? { secret } : {}),
    ...(hidden === true ? { hidden } : {}),
  };
};

const questionOf = (value: unknown): ImportQuestion => {
  const { id, code, rows, column, parameters, options, allowFree, answer } = objectOf(value, 'question');
  return {
    id: textOf(id, 'id'),
    code: codeOf(code),
    rows: listOf(rows, 'rows', (row) => numberOf(row, 'row')),
    ...(typeof column === 'number' ? { column } : {}),
    parameters: textsOf(parameters, 'parameters'),
    options: listOf(options, 'options', (option) => {
      const { value: chosen, label } = objectOf(option, 'option');
      return { value: textOf(chosen, 'value'), label: labelIn(label, 'label') };
    }),
    allowFree: allowFree === true,
    ...(typeof answer === 'string' ? { answer } : {}),
  };
};

const checkOf = (value: unknown): ImportCheck => {
  const { code, severity, row, column, where, expected, found } = objectOf(value, 'check');
  return {
    code: codeOf(code),
    severity: oneOf(SEVERITIES, severity, 'severity'),
    ...(typeof row === 'number' ? { row } : {}),
    ...(typeof column === 'number' ? { column } : {}),
    ...(typeof where === 'string' ? { where } : {}),
    ...(typeof expected === 'string' ? { expected } : {}),
    ...(typeof found === 'string' ? { found } : {}),
  };
};

const countsOf = (value: unknown): ImportCounts => {
  const source = objectOf(value, 'counts');
  const count = (name: keyof ImportCounts): number => numberOf(source[name], name);
  return {
    rows: count('rows'),
    data: count('data'),
    create: count('create'),
    update: count('update'),
    same: count('same'),
    skip: count('skip'),
    blocked: count('blocked'),
    openQuestions: count('openQuestions'),
    warnings: count('warnings'),
  };
};

function imagesOf(value: unknown): PreviewHead['images'] {
  const records = listOf(value, 'images', (image) => textOrNull(objectOf(image, 'image')['record']));
  return { all: records.length, ofProjects: records.filter((record) => record !== null).length };
}

function previewOf(value: unknown): PreviewHead {
  const source = objectOf(value, 'preview');
  const header = objectOf(source['header'], 'header');
  return {
    sheets: listOf(source['sheets'], 'sheets', sheetOf),
    profile: profileOf(source['profile']),
    title: textOf(source['title'], 'title'),
    year: numberOrNull(source['year']),
    asOf: parseDate(textOrNull(source['asOf']) ?? ''),
    moneyUnit: oneOf(MONEY_UNITS, source['moneyUnit'], 'moneyUnit'),
    header: { top: numberOf(header['top'], 'top'), bottom: numberOf(header['bottom'], 'bottom') },
    columns: listOf(source['columns'], 'columns', columnOf),
    fields: listOf(source['fields'], 'fields', (field) => {
      const { id, label } = objectOf(field, 'field');
      return { id: textOf(id, 'id'), label: labelIn(label, 'label') };
    }),
    questions: listOf(source['questions'], 'questions', questionOf),
    checks: listOf(source['checks'], 'checks', checkOf),
    images: imagesOf(source['images']),
    quarantined: numberOf(source['quarantined'], 'quarantined'),
    counts: countsOf(source['counts']),
  };
}

function failureOf(value: unknown): ImportFailure | null {
  if (!isObject(value)) return null;
  const { code, sheets } = value;
  return { code: textOf(code, 'code'), sheets: Array.isArray(sheets) ? sheets.map(sheetOf) : [] };
}

function settingsOf(value: unknown): PendingImport['settings'] {
  const { columns, template } = objectOf(value, 'settings');
  const chosen = Object.entries(isObject(columns) ? columns : {});
  return {
    columns: Object.fromEntries(chosen.map(([letter, field]) => [letter, textOrNull(field)])),
    template: textOrNull(template),
  };
}

function pendingOf(value: unknown): PendingImport {
  const { id, fileName, bytes, uploadedAt, state, progress, problem, revision, settings, preview } = objectOf(
    value,
    'import',
  );
  return {
    id: textOf(id, 'id'),
    fileName: textOf(fileName, 'fileName'),
    bytes: numberOf(bytes, 'bytes'),
    uploadedAt: instant(numberOf(uploadedAt, 'uploadedAt')),
    state: oneOf(STATES, state, 'state'),
    progress: isObject(progress)
      ? {
          stage: oneOf(STAGES, progress['stage'], 'stage'),
          fraction: numberOf(progress['fraction'], 'fraction'),
        }
      : null,
    problem: failureOf(problem),
    revision: numberOf(revision, 'revision'),
    settings: settingsOf(settings),
    preview: isObject(preview) ? previewOf(preview) : null,
  };
}

const noteOf = (value: unknown): ImportNote => {
  const { code, severity, column, from, to } = objectOf(value, 'note');
  return {
    code: codeOf(code),
    severity: oneOf(SEVERITIES, severity, 'severity'),
    ...(typeof column === 'number' ? { column } : {}),
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof to === 'string' ? { to } : {}),
  };
};

const changeOf = (value: unknown): ImportedChange => {
  const { register, record, field, from, to, secret } = objectOf(value, 'change');
  const head = { register: registerOf(register), record: textOf(record, 'record'), field: textOf(field, 'field') };
  return secret === true ? { ...head, secret } : { ...head, from, to };
};

const rowOf = (value: unknown): ImportRow => {
  const { row, kind, fate, name, register, record, notes, changes } = objectOf(value, 'row');
  return {
    row: numberOf(row, 'row'),
    kind: oneOf(KINDS, kind, 'kind'),
    fate: oneOf(FATES, fate, 'fate'),
    ...(typeof name === 'string' ? { name } : {}),
    ...(register === undefined ? {} : { register: registerOf(register) }),
    ...(typeof record === 'string' ? { record } : {}),
    notes: listOf(notes, 'notes', noteOf),
    changes: listOf(changes, 'changes', changeOf),
  };
};

const pathOf = (id: string, more = ''): string => `/api/imports/${encodeURIComponent(id)}${more}`;

/** Hands a file in; the server then reads it. */
export const uploadImport = async (file: File, options: UploadOptions): Promise<PendingImport> =>
  pendingOf(await uploadFile(`/api/imports?name=${encodeURIComponent(file.name)}`, file, options));

/** An import that is not confirmed yet; null when it was. */
export async function readImport(id: string): Promise<PendingImport | null> {
  const answer = objectOf(await request('GET', pathOf(id)), 'import');
  return answer['state'] === 'committed' ? null : pendingOf(answer);
}

export const chooseImport = async (id: string, patch: ImportPatch): Promise<PendingImport> =>
  pendingOf(await request('PATCH', pathOf(id), { body: patch }));

/** Some rows of a preview; null when it is being made anew. */
export async function readImportRows(
  id: string,
  { from, count, fate }: { readonly from: number; readonly count: number; readonly fate: RowFate | null },
): Promise<RowsPage | null> {
  const query = new URLSearchParams({ rows: `${from},${count}`, ...(fate ? { fate } : {}) });
  const { rows } = objectOf(await request('GET', pathOf(id, `?${query}`)), 'import');
  if (!isObject(rows)) return null;
  return {
    from: numberOf(rows['from'], 'from'),
    total: numberOf(rows['total'], 'total'),
    rows: listOf(rows['rows'], 'rows', rowOf),
    names: textsOf(rows['names'], 'names'),
  };
}

/** The imports that this account has begun and neither confirmed nor left, newest first. */
export async function listBegunImports(): Promise<readonly BegunImport[]> {
  const { pending } = objectOf(await request('GET', '/api/imports'), 'imports');
  return listOf(pending, 'pending', (each) => {
    const { id, fileName, uploadedAt, state } = objectOf(each, 'import');
    return {
      id: textOf(id, 'id'),
      fileName: textOf(fileName, 'fileName'),
      uploadedAt: instant(numberOf(uploadedAt, 'uploadedAt')),
      state: oneOf(STATES, state, 'state'),
    };
  });
}

/** Writes everything that the preview of this revision says. */
export async function commitImport(
  id: string,
  options: { readonly revision: number; readonly reason?: string; readonly saveTemplate?: string },
): Promise<void> {
  await request('POST', pathOf(id, '/commit'), { body: options });
}

export async function discardImport(id: string): Promise<void> {
  await request('DELETE', pathOf(id));
}

/** Takes a confirmed import back as a whole. */
export async function undoImport(id: string, reason: string): Promise<void> {
  await request('POST', pathOf(id, '/undo'), { body: { reason } });
}

/** Where the file of an import can be had. */
export const importFilePath = (id: string): string => pathOf(id, '/file');
