import type { Logger } from 'pino';
import { FIRST_HASH } from '../../core/ledger/change.ts';
import type { Clock } from '../clock.ts';
import type { Database, SqlValue } from '../store/database.ts';
import { storable } from '../store/storable.ts';
import { StorageError } from '../store/storage-error.ts';
import { eventIn, sealEvent } from './event-row.ts';
import type { Event, EventEntry, EventQuery, Events } from './events.ts';

export interface EventsOptions {
  readonly database: Database;
  readonly now: Clock;
  readonly log: Logger;
}

/** What a file gives back as it went in: JSON without broken text. */
const plainDetail = (detail: object): Event['detail'] =>
  JSON.parse(
    storable(JSON.stringify(detail, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value))),
  ) as Event['detail'];

const plainEntry = ({
  actor,
  kind,
  subject,
  detail = {},
  address,
}: EventEntry): Omit<Event, 'seq' | 'at' | 'previousHash' | 'hash'> => ({
  actor: { id: storable(actor.id), name: storable(actor.name) },
  kind,
  ...(subject === undefined ? {} : { subject: storable(subject) }),
  detail: plainDetail(detail),
  ...(address === undefined ? {} : { address: storable(address) }),
});

const whereOf = ({
  kind,
  actor,
  subject,
  before,
}: EventQuery): { readonly sql: string; readonly values: SqlValue[] } => {
  const given = Object.entries({ 'kind = ?': kind, 'actor_id = ?': actor, 'subject = ?': subject, 'seq < ?': before });
  const used = given.filter((each): each is [string, string | number] => each[1] !== undefined);
  const sql = used.length > 0 ? `WHERE ${used.map(([condition]) => condition).join(' AND ')}` : '';
  return { sql, values: used.map(([, value]) => value) };
};

/** The events of a database that this process has for itself. */
export function createEvents({ database, now, log }: EventsOptions): Events {
  const insert = database.prepare(
    `INSERT INTO events (seq, at, actor_id, actor_name, kind, subject, address, detail, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const newest = database.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1');

  const record: Events['record'] = (entry) =>
    database.transaction(() => {
      const last = newest.get();
      const seq = Number(last?.['seq'] ?? 0) + 1;
      const previousHash = String(last?.['hash'] ?? FIRST_HASH);
      const event = sealEvent({ ...plainEntry(entry), seq, at: now(), previousHash });
      const { at, actor, kind, subject, detail, address, hash } = event;
      const text = JSON.stringify(detail);
      insert.run(seq, at, actor.id, actor.name, kind, subject ?? null, address ?? null, text, previousHash, hash);
    });

  return {
    record,
    note: (entry) => {
      try {
        record(entry);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        log.error({ err: error, event: entry }, 'an event could not be written');
      }
    },
    list: (query) => {
      const { sql, values } = whereOf(query);
      return database
        .prepare(`SELECT * FROM events ${sql} ORDER BY seq DESC LIMIT ?`)
        .all(...values, query.limit)
        .map(eventIn);
    },
  };
}
