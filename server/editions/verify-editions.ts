import { readFileSync } from 'node:fs';
import type { Edition } from '../../core/registers/index.ts';
import type { Changes } from '../changes/changes.ts';
import type { Files } from '../files/files.ts';
import { repacked, shaOf } from './packed.ts';

/** What a check of the editions found, one sentence each. */
export interface EditionsVerification {
  /** How many editions were made anew. */
  readonly editions: number;
  /** What is lost or damaged. */
  readonly findings: readonly string[];
  /** What is whole in its file, and would come out otherwise if it were made anew by this version. */
  readonly notices: readonly string[];
}

/** What screens show, or will when its moment comes. */
const isSigned = ({ state }: Edition): boolean => state === 'signed' || state === 'scheduled' || state === 'onAir';

const fileOf = (files: Files, hash: string): 'whole' | 'damaged' | 'missing' => {
  if (!files.has(hash)) return 'missing';
  return shaOf(readFileSync(files.pathOf(hash))) === hash ? 'whole' : 'damaged';
};

/** Makes every signed edition anew from the log, and compares it with what was signed and with its file. */
export function verifyEditions(changes: Changes, files: Files): EditionsVerification {
  const signed = [...changes.ledger().tables.editions.values()].filter(isSigned);
  const findings: string[] = [];
  const notices: string[] = [];
  for (const edition of signed) {
    const name = `editions/${edition.id} (${edition.title})`;
    const hash = edition.content ?? '';
    const isSame = repacked((seq) => changes.ledgerAt({ seq }), edition)?.hash === hash;
    const file = fileOf(files, hash);
    if (file === 'damaged') findings.push(`${name}: its file is damaged`);
    if (!isSame && file === 'whole') notices.push(`${name}: made anew from the log it has another hash`);
    if (!isSame && file === 'missing') findings.push(`${name}: its file is missing and the log does not give it`);
  }
  return { editions: signed.length, findings, notices };
}
