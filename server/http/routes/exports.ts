/** Registers, boards and the whole ledger as files. */
import type { Context } from 'hono';
import { z } from 'zod';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { LEDGER_REGISTERS } from '../../../core/export/ledger-table.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { officeDate } from '../../../core/office-time.ts';
import { isRegisterName, registerNamed, REGISTERS, type RegisterName } from '../../../core/registers/index.ts';
import { mayReadRegister } from '../../../core/rights/reading.ts';
import { parseDate } from '../../../core/time.ts';
import type { Identity } from '../../accounts/accounts.ts';
import {
  collectAll,
  collectRegister,
  EXPORT_FORMATS,
  writeLedger,
  writeTables,
  type ExportFormat,
} from '../../exports/exports.ts';
import { fileName } from '../../exports/file-name.ts';
import type { Parts } from '../../parts.ts';
import { SIGNED_IN } from '../access.ts';
import { attachment } from '../attachment.ts';
import type { AppEnv } from '../env.ts';
import { knownLedger } from '../known-ledger.ts';
import { invalid, problem } from '../problem.ts';
import { route, type Route } from '../route.ts';

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The language of headings and choices; an import knows both. */
export const localeSchema = z.enum(['zh', 'en']).default('zh');

const exportQuery = z.strictObject({
  asOf: z.string().max(40).optional(),
  locale: localeSchema,
});

type ExportQuery = z.infer<typeof exportQuery>;

interface Wanted {
  readonly name: string;
  readonly format: ExportFormat;
}

/** What the last part of the path asks for: `projects.xlsx`. @throws Problem not-found. */
export function wantedFile(file: string): Wanted {
  const [, name = '', ending] = /^([A-Za-z]{1,40})\.([a-z]{1,4})$/.exec(file) ?? [];
  const format = EXPORT_FORMATS.find((each) => each === ending);
  if (!format)
    throw problem('not-found', { detail: `files end in ${EXPORT_FORMATS.map((each) => `.${each}`).join(' or ')}` });
  return { name, format };
}

/** A file that is ready to leave, and what is noted of it. */
export interface MadeFile {
  /** Whose file it is, as the list of events has it. */
  readonly subject: string;
  readonly label: string;
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Answers with a file, once the list of events has its line. */
export function answerFile(parts: Parts, c: Context<AppEnv>, caller: Identity, file: MadeFile): Response {
  const { subject, label, format, bytes, detail } = file;
  const day = officeDate(parts.now());
  parts.events.record({
    actor: { id: caller.id, name: caller.name },
    kind: 'export',
    subject,
    detail: { format, bytes: bytes.length, ...detail },
  });
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': CONTENT_TYPES[format],
    'content-length': String(bytes.length),
    'content-disposition': attachment(fileName(label, day, format), `${subject}-${day}.${format}`),
    'cache-control': 'no-store',
  });
}

/** The board context of a cut-off date. @throws Problem invalid or no-settings. */
export function contextAt(ledger: Ledger, asOf: string | undefined): BoardContext {
  const date = asOf === undefined ? undefined : parseDate(asOf);
  if (date === null) throw invalid('asOf', 'bad-format', 'must be a date like 2017-12-31');
  const context = boardContext(ledger, date);
  if (!context) throw problem('no-settings');
  return context;
}

const NAMES = Object.keys(REGISTERS) as readonly RegisterName[];

async function ledgerFile({ changes }: Parts, caller: Identity, { asOf }: ExportQuery): Promise<MadeFile> {
  if (!LEDGER_REGISTERS.every((name) => mayReadRegister(caller, registerNamed(name)))) throw problem('forbidden');
  const context = contextAt(changes.ledger(), asOf);
  const bytes = await writeLedger(context, caller);
  const detail = { asOf: context.asOf, revision: context.ledger.revision };
  return { subject: 'ledger', label: '重点项目工作台账', format: 'xlsx', bytes, detail };
}

async function allFile(parts: Parts, caller: Identity, { asOf, locale }: ExportQuery): Promise<MadeFile> {
  const { ledger } = knownLedger(parts, asOf);
  const names = NAMES.filter((name) => mayReadRegister(caller, registerNamed(name)));
  const tables = await collectAll(ledger, names, { locale, who: caller });
  const bytes = await writeTables(tables, 'xlsx');
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const detail = { revision: ledger.revision, registers: names.length, rows };
  return { subject: 'all', label: '全部登记表', format: 'xlsx', bytes, detail };
}

async function registerFile(
  parts: Parts,
  caller: Identity,
  { name, format }: Wanted,
  { asOf, locale }: ExportQuery,
): Promise<MadeFile> {
  if (!isRegisterName(name)) throw problem('not-found', { detail: `there is no register ${name}` });
  const register = registerNamed(name);
  if (!mayReadRegister(caller, register)) throw problem('forbidden');
  const { ledger } = knownLedger(parts, asOf);
  const table = await collectRegister(ledger, name, { locale, who: caller });
  const bytes = await writeTables([table], format);
  const detail = { revision: ledger.revision, rows: table.rows.length };
  return { subject: name, label: register.label[locale], format, bytes, detail };
}

const makeFile = (parts: Parts, caller: Identity, wanted: Wanted, query: ExportQuery): Promise<MadeFile> => {
  if (wanted.format === 'xlsx' && wanted.name === 'ledger') return ledgerFile(parts, caller, query);
  if (wanted.format === 'xlsx' && wanted.name === 'all') return allFile(parts, caller, query);
  return registerFile(parts, caller, wanted, query);
};

/** Files of registers, of all of them, and of the ledger in the office's layout. */
export const exportRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/exports/:file',
    access: SIGNED_IN,
    summary:
      'A file: {register}.xlsx or {register}.csv, all.xlsx (every register that the account reads), ledger.xlsx (the ' +
      'office’s layout; asOf is then the figures’ cut-off date). Reads as the lists do; every export is noted',
    query: exportQuery,
    answer: { status: 200, description: 'The file', type: CONTENT_TYPES.xlsx },
    handler: async ({ c, caller, param, query }) =>
      answerFile(parts, c, caller, await makeFile(parts, caller, wantedFile(param('file')), query)),
  }),
];
