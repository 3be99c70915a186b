import { createHash } from 'node:crypto';
import { buildPackage, packageText } from '../../core/editions/package.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { Edition } from '../../core/registers/index.ts';
import type { Packed } from './editions.ts';

export const shaOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The package of an edition, made of a ledger; null before that has settings. */
export function packed(ledger: Ledger, edition: Edition): Packed | null {
  const content = buildPackage(ledger, edition);
  if (!content) return null;
  const text = packageText(content);
  return { content, text, hash: shaOf(text) };
}

/**
 * The package of an edition made anew from the ledger at its position; null when that has no such edition.
 * @param ledgerAt the ledger after a change.
 */
export function repacked(ledgerAt: (seq: number) => Ledger, { id, position }: Edition): Packed | null {
  if (position === undefined) return null;
  const frozen = ledgerAt(position);
  const edition = frozen.tables.editions.get(id);
  return edition ? packed(frozen, edition) : null;
}
