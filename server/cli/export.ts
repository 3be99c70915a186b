import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { boardContext } from '../../core/boards/board.ts';
import { officeDate } from '../../core/office-time.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { isRegisterName, registerNamed, REGISTERS, type RegisterName } from '../../core/registers/index.ts';
import type { Config } from '../config.ts';
import { collectAll, collectRegister, EXPORT_FORMATS, writeLedger, writeTables } from '../exports/exports.ts';
import type { ExportFormat } from '../exports/exports.ts';
import { fileName } from '../exports/file-name.ts';
import { DATABASE_FILE } from '../store/open-store.ts';
import { createParts, SYSTEM } from './parts.ts';
import { say, words } from './words.ts';

/** What the command line asks for. */
interface ExportOrder {
  /** A register, `ledger` or `all`. */
  readonly what: RegisterName | 'ledger' | 'all';
  readonly format: ExportFormat;
  /** The file to write; one named after its content, in the current folder, when absent. */
  readonly output: string | undefined;
}

const OPTIONS = { format: { type: 'string' }, output: { type: 'string' } } as const;

/** The order in the arguments, or null when they are not understood. */
export function exportOrder(args: readonly string[]): ExportOrder | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [what = 'all', ...rest] = positionals;
    const format = EXPORT_FORMATS.find((each) => each === (values.format ?? endingOf(values.output)));
    const isWhole = what === 'ledger' || what === 'all';
    if (rest.length > 0 || !format || (isWhole && format === 'csv')) return null;
    return isWhole || isRegisterName(what) ? { what, format, output: values.output } : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The format that a file's name asks for when no option does. */
const endingOf = (output: string | undefined): ExportFormat => (output?.endsWith('.csv') ? 'csv' : 'xlsx');

const LABELS = { ledger: '重点项目工作台账', all: '全部登记表' } as const;
const labelOf = (what: ExportOrder['what']): string =>
  what === 'ledger' || what === 'all' ? LABELS[what] : registerNamed(what).label.zh;

async function bytesOf(ledger: Ledger, { what, format }: ExportOrder): Promise<Uint8Array> {
  if (what === 'ledger') {
    const context = boardContext(ledger);
    if (!context) throw new Error(words.noSettings.zh);
    return writeLedger(context);
  }
  if (what !== 'all') return writeTables([await collectRegister(ledger, what, { locale: 'zh' })], format);
  const names = Object.keys(REGISTERS) as RegisterName[];
  return writeTables(await collectAll(ledger, names, { locale: 'zh' }), 'xlsx');
}

/** `export [REGISTER|ledger|all] [--format xlsx|csv] [--output FILE]`, on a folder that no server has open. */
export async function exportFile(config: Config, args: readonly string[]): Promise<number> {
  const order = exportOrder(args);
  if (!order) {
    say(words.exportHelp);
    return 2;
  }
  if (!existsSync(join(config.dataFolder, DATABASE_FILE))) throw new Error(`no database in ${config.dataFolder}`);
  const { parts, database } = await createParts({ ...config, logLevel: 'warn' });
  try {
    const bytes = await bytesOf(parts.changes.ledger(), order);
    const file = resolve(order.output ?? fileName(labelOf(order.what), officeDate(parts.now()), order.format));
    const detail = { format: order.format, bytes: bytes.length, file };
    parts.events.record({ actor: SYSTEM, kind: 'export', subject: order.what, detail });
    writeFileSync(file, bytes);
    say(words.exported(file, bytes.length));
    return 0;
  } finally {
    database.close();
  }
}
