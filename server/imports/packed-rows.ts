/** A preview's rows as bytes: a hundred thousand rows weigh little and cost the thread that keeps them nothing. */
import type { ImportPreview, ImportRow } from '../../core/import/types.ts';
import { registerNamed } from '../../core/registers/index.ts';
import type { RowsPage, RowsQuery } from './imports.ts';
import { FATES, type PackedRows } from './messages.ts';

type Names = ImportPreview['names'];
type NamedRow = ImportRow & { readonly names: Names };

/** The titles that one row's changes need. */
function namesFor({ changes }: ImportRow, names: Names): Names {
  const found: Record<string, string> = {};
  const remember = (key: string): void => {
    const name = names[key];
    if (name !== undefined) found[key] = name;
  };
  for (const change of changes) {
    remember(`${change.register}/${change.record}`);
    const target = registerNamed(change.register).fields[change.field]?.target;
    if (target === undefined || 'secret' in change) continue;
    for (const value of [change.from, change.to].flat()) remember(`${target}/${String(value)}`);
  }
  return found;
}

/** Packs rows, each with the titles that it needs. */
export function packRows({ rows, names }: Pick<ImportPreview, 'rows' | 'names'>): PackedRows {
  const encoder = new TextEncoder();
  const texts = rows.map((row) => encoder.encode(JSON.stringify({ ...row, names: namesFor(row, names) })));
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0));
  const ends = new Uint32Array(rows.length);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    bytes.set(text, at);
    at += text.length;
    ends[index] = at;
  }
  return { bytes, ends, fates: Uint8Array.from(rows, ({ fate }) => FATES.indexOf(fate)) };
}

function rowAt({ bytes, ends }: PackedRows, index: number): NamedRow {
  const text = new TextDecoder().decode(bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]));
  return JSON.parse(text) as NamedRow;
}

/** The rows of the fates that are asked for, from one position among them on. */
export function pageOf(packed: PackedRows, { from, count, fates }: RowsQuery): RowsPage {
  const wanted = fates && new Set(fates.map((fate) => FATES.indexOf(fate)));
  const rows: ImportRow[] = [];
  const names: Record<string, string> = {};
  let total = 0;
  for (let index = 0; index < packed.ends.length; index += 1) {
    if (wanted && !wanted.has(packed.fates[index] ?? 0)) continue;
    total += 1;
    if (total <= from || rows.length >= count) continue;
    const { names: ofRow, ...row } = rowAt(packed, index);
    rows.push(row);
    Object.assign(names, ofRow);
  }
  return { from, total, rows, names };
}
