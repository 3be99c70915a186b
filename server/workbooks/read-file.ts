import type { Workbook } from '../../core/workbook/workbook.ts';
import type { WorkbookLimits } from './limits.ts';
import { readCsvSheet } from './read-csv.ts';
import { readXlsxFile } from './read-xlsx.ts';
import { containerOf } from './signatures.ts';
import { decodeText } from './text-decoding.ts';
import { Unreadable } from './unreadable.ts';

async function readText(
  file: Buffer,
  fileName: string,
  limits: WorkbookLimits,
  onParsing: () => void,
): Promise<Workbook> {
  const decoded = decodeText(file);
  if (!decoded) throw new Unreadable('unknown-format');
  const { text, encoding } = decoded;
  if (text.trim() === '') throw new Unreadable('empty');
  onParsing();
  if (!/^\s*</.test(text)) return { format: 'csv', encoding, sheets: [readCsvSheet(text, fileName, limits)] };
  if (!/<table[\s>]/i.test(text)) throw new Unreadable('unknown-format');
  const { readHtmlTables } = await import('./read-xls.ts');
  return { format: 'html', encoding, sheets: readHtmlTables(text, limits) };
}

/** Reads a file by its content, in this thread. Throws `Unreadable`, or whatever a library throws at damage. */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  limits: WorkbookLimits,
  onParsing: () => void,
): Promise<Workbook> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) throw new Unreadable('empty');
  const container = containerOf(file);
  if (container === 'zip') return readXlsxFile(file, limits, onParsing);
  if (container === 'compound') {
    // Rarely needed, and large: loaded on demand.
    const { readXlsFile } = await import('./read-xls.ts');
    return readXlsFile(file, limits, onParsing);
  }
  if (container === 'text') return readText(file, fileName, limits, onParsing);
  throw new Unreadable('unknown-format');
}
