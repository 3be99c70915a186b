import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { packageIn } from '../../core/editions/package.ts';
import type { Edition } from '../../core/registers/index.ts';
import type { Changes } from '../changes/changes.ts';
import type { Files } from '../files/files.ts';
import type { Packed } from './editions.ts';
import { repacked, shaOf } from './packed.ts';

/** Packages kept in memory: the one on air, those at the desk, and what they are compared with. */
const MOST_KEPT = 8;

export interface PackagesParts {
  readonly changes: Changes;
  readonly files: Files;
  readonly log: Logger;
}

/** What was frozen, by the hash under which it was. */
export interface Packages {
  /** Null when neither the file nor the log has what was frozen. */
  readonly of: (edition: Edition) => Packed | null;
  readonly keep: (frozen: Packed) => void;
}

export function createPackages({ changes, files, log }: PackagesParts): Packages {
  const kept = new Map<string, Packed>();
  /** Hashes that neither file nor log gave: said once, and not made anew each time. */
  const lost = new Set<string>();

  const keep = (frozen: Packed): void => {
    kept.delete(frozen.hash);
    kept.set(frozen.hash, frozen);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) return;
      kept.delete(oldest);
    }
  };

  const fromFile = (hash: string): Packed | null => {
    if (!files.has(hash)) return null;
    try {
      const text = readFileSync(files.pathOf(hash), 'utf8');
      const content = shaOf(text) === hash ? packageIn(text) : null;
      if (content) return { content, text, hash };
      log.error({ content: hash }, 'the file of an edition is damaged');
    } catch (error) {
      log.error({ err: error, content: hash }, 'the file of an edition cannot be read');
    }
    return null;
  };

  const putBack = ({ text, hash }: Packed): void => {
    files.put(Buffer.from(text)).catch((error: unknown) => {
      log.error({ err: error, content: hash }, 'the file of an edition cannot be put back');
    });
  };

  const fromLog = (edition: Edition, hash: string): Packed | null => {
    const anew = repacked((seq) => changes.ledgerAt({ seq }), edition);
    if (anew?.hash === hash) {
      log.warn({ edition: edition.id, content: hash }, 'the file of an edition was lost and is made anew');
      putBack(anew);
      return anew;
    }
    log.error(
      { edition: edition.id, content: hash, anew: anew?.hash },
      'the content of an edition is lost: what the log gives is not what was frozen',
    );
    return null;
  };

  return {
    keep,
    of: (edition) => {
      const hash = edition.content;
      if (hash === undefined) return null;
      const known = kept.get(hash) ?? fromFile(hash) ?? (lost.has(hash) ? null : fromLog(edition, hash));
      if (known) keep(known);
      else lost.add(hash);
      return known;
    },
  };
}
