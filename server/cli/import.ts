import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { IMPORT_CODES, questionText, type ImportCode } from '../../core/import/codes.ts';
import type { ImportRow } from '../../core/import/types.ts';
import type { Config } from '../config.ts';
import type { Imports, PendingImport, PreviewHead, SettingsPatch } from '../imports/imports.ts';
import { settingsPatch } from '../imports/settings.ts';
import { DATABASE_FILE } from '../store/open-store.ts';
import { importWords } from './import-words.ts';
import { createParts, SYSTEM } from './parts.ts';
import { say } from './words.ts';

/** The exit codes: done or shown, not readable or refused, waiting for answers or not understood. */
const DONE = 0;
const FAILED = 1;
const ASKS = 2;

/** What the command line asks for. */
interface ImportOrder {
  readonly file: string;
  readonly settings: SettingsPatch;
  readonly reason: string | undefined;
  readonly write: boolean;
}

const OPTIONS = {
  sheet: { type: 'string' },
  profile: { type: 'string' },
  year: { type: 'string' },
  'as-of': { type: 'string' },
  answer: { type: 'string', multiple: true },
  reason: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

/** `ID=VALUE`: ids hold no `=`, values may. */
const answerIn = (text: string): readonly [id: string, value: string] => {
  const at = text.indexOf('=');
  if (at < 1) throw new TypeError(`--answer ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
};

/** The order in the arguments, or null when they are not understood; what is wrong about a setting is said. */
function importOrder(args: readonly string[]): ImportOrder | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return null;
    const { sheet, profile, year, 'as-of': asOf, answer = [], reason, yes = false } = values;
    const given = { sheet, profile, year: year === undefined ? undefined : Number(year), asOf };
    const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
    const checked = settingsPatch.safeParse({
      ...Object.fromEntries(chosen),
      answers: Object.fromEntries(answer.map(answerIn)),
    });
    if (checked.success) return { file, settings: checked.data, reason, write: yes };
    for (const { path, message } of checked.error.issues) say(importWords.badSetting(path.join('/'), message));
    return null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** How often each warning occurs, in rows and in comparisons of the whole. */
function warningsIn(head: PreviewHead, rows: readonly ImportRow[]): ReadonlyMap<ImportCode, number> {
  const counts = new Map<ImportCode, number>();
  for (const { code, severity } of [...rows.flatMap(({ notes }) => notes), ...head.checks]) {
    if (severity === 'warning') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function showPreview(imports: Imports, { id }: PendingImport, head: PreviewHead): void {
  say(importWords.about(head.title, head.asOf, head.moneyUnit));
  say(importWords.counts(head.counts));
  const page = imports.rows(SYSTEM, id, { from: 0, count: head.counts.rows, fates: null });
  for (const [code, count] of warningsIn(head, page?.rows ?? [])) {
    say(importWords.warning(count, IMPORT_CODES[code].label));
  }
  for (const { id: question, code, rows, parameters, options, allowFree, answer } of head.questions) {
    if (answer !== undefined) continue;
    say(importWords.question(questionText(code, { count: String(rows.length), ...parameters })));
    for (const line of importWords.answers(question, options, allowFree)) process.stdout.write(`    ${line}\n`);
  }
}

function showFailure({ problem }: PendingImport): number {
  say(importWords.unreadable(problem?.code ?? 'internal'));
  if (problem?.sheets) say(importWords.sheets(problem.sheets.map(({ name }) => name)));
  return FAILED;
}

async function carryOut(imports: Imports, { file, settings, reason, write }: ImportOrder): Promise<number> {
  const { id } = await imports.upload(SYSTEM, basename(file), readFileSync(file), settings);
  const pending = await imports.settled(SYSTEM, id);
  if (!pending?.preview) return pending ? showFailure(pending) : FAILED;
  showPreview(imports, pending, pending.preview);
  const { openQuestions } = pending.preview.counts;
  if (openQuestions > 0) {
    say(importWords.open(openQuestions));
    return ASKS;
  }
  if (!write) {
    say(importWords.notWritten);
    return DONE;
  }
  // Who can run this command on the data folder may do anything there.
  const outcome = await imports.commit(SYSTEM, id, { reason, authorise: (requests) => requests });
  if (outcome.ok) say(importWords.written(outcome.value.changes.length));
  else say(importWords.refused(JSON.stringify(outcome.problem)));
  return outcome.ok ? DONE : FAILED;
}

/** `import FILE …`: shows what a workbook would do and, with `--yes`, does it; on a folder that no server has open. */
export async function importFile(config: Config, args: readonly string[]): Promise<number> {
  const order = importOrder(args);
  if (!order) {
    say(importWords.help);
    return ASKS;
  }
  if (!existsSync(join(config.dataFolder, DATABASE_FILE))) throw new Error(`no database in ${config.dataFolder}`);
  const { parts, database } = await createParts({ ...config, logLevel: 'warn' });
  try {
    return await carryOut(parts.imports, order);
  } finally {
    await parts.imports.close();
    database.close();
  }
}
