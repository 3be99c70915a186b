import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/canonical.ts';
import { isObject } from '../../core/result.ts';
import { instant } from '../../core/time.ts';
import type { Row } from '../store/database.ts';
import { EVENT_KINDS, type Event, type EventKind } from './events.ts';

const textOf = (event: Omit<Event, 'hash'>): string => {
  const { seq, at, actor, kind, subject, detail, address, previousHash } = event;
  return canonicalJson({ seq, at, actor, kind, subject, detail, address, previousHash });
};

/** An event with its hash; a hash that it already has is made anew. */
export const sealEvent = (event: Omit<Event, 'hash'>): Event => ({
  ...event,
  hash: createHash('sha256').update(textOf(event)).digest('hex'),
});

const isKind = (kind: unknown): kind is EventKind => EVENT_KINDS.some((known) => known === kind);

/**
 * The event in a row.
 * @throws Error when the row is not readable as one: somebody has written in the file.
 */
export function eventIn(row: Row): Event {
  const { seq, kind, subject, address } = row;
  const detail: unknown = JSON.parse(String(row['detail']));
  if (!isKind(kind) || !isObject(detail)) throw new Error(`event ${seq} is not readable`);
  return {
    seq: Number(seq),
    at: instant(Number(row['at'])),
    actor: { id: String(row['actor_id']), name: String(row['actor_name']) },
    kind,
    ...(typeof subject === 'string' ? { subject } : {}),
    detail,
    ...(typeof address === 'string' ? { address } : {}),
    previousHash: String(row['previous_hash']),
    hash: String(row['hash']),
  };
}
