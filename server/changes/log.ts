import { createHash } from 'node:crypto';
import { changeText, type Change } from '../../core/ledger/change.ts';
import { isRegisterName } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { instant, type Instant } from '../../core/time.ts';
import type { Database, Row, SqlValue } from '../store/database.ts';
import type { HistoryQuery } from './changes.ts';

/** The append-only table of all changes. */
export interface Log {
  readonly append: (change: Change) => void;
  /** Every change from the first on. @throws Error when a line is not readable as a change. */
  readonly read: (range?: { readonly after: number; readonly through: number }) => Iterable<Change>;
  /** The changes of one accepted set, in order. */
  readonly set: (set: number) => readonly Change[];
  /** The seq of the last change made at an instant or before; 0 when there is none. */
  readonly seqAt: (at: Instant) => number;
  readonly history: (query: HistoryQuery) => readonly Change[];
  /** The changes of a record and of all records whose values ever held its id, oldest first. */
  readonly about: (register: string, record: string) => readonly Change[];
  readonly last: () => Change | undefined;
}

/** A change with its hash; a hash that it already has is made anew. */
export const sealChange = (change: Omit<Change, 'hash'>): Change => ({
  ...change,
  hash: createHash('sha256').update(changeText(change)).digest('hex'),
});

const isKind = (value: unknown): value is Change['kind'] =>
  value === 'create' || value === 'update' || value === 'delete';

const fieldsIn = (text: string): Change['fields'] | null => {
  const fields: unknown = JSON.parse(text);
  return isObject(fields) && Object.values(fields).every(isObject) ? (fields as Change['fields']) : null;
};

/**
 * The change in a row of the log.
 * @throws Error when the row is not readable as one: somebody has written in the file.
 */
export function changeIn(row: Row): Change {
  const { seq, kind, reason } = row;
  const register = String(row['register']);
  const fields = fieldsIn(String(row['fields']));
  if (!isKind(kind) || !isRegisterName(register) || !fields) throw new Error(`change ${seq} is not readable`);
  return {
    seq: Number(seq),
    at: instant(Number(row['at'])),
    actor: { id: String(row['actor_id']), name: String(row['actor_name']) },
    set: Number(row['set_seq']),
    kind,
    register,
    record: String(row['record']),
    fields,
    ...(reason === null || reason === undefined ? {} : { reason: String(reason) }),
    previousHash: String(row['previous_hash']),
    hash: String(row['hash']),
  };
}

function* changesIn(rows: Iterable<Row>): Generator<Change> {
  for (const row of rows) yield changeIn(row);
}

const whereOf = ({
  register,
  record,
  set,
  before,
}: HistoryQuery): { readonly sql: string; readonly values: SqlValue[] } => {
  const given = Object.entries({
    'register = ?': register,
    'record = ?': record,
    'set_seq = ?': set,
    'seq < ?': before,
  });
  const used = given.filter((each): each is [string, string | number] => each[1] !== undefined);
  const sql = used.length > 0 ? `WHERE ${used.map(([condition]) => condition).join(' AND ')}` : '';
  return { sql, values: used.map(([, value]) => value) };
};

/** The log of a database. */
export function createLog(database: Database): Log {
  const insert = database.prepare(
    `INSERT INTO changes (seq, at, actor_id, actor_name, set_seq, kind, register, record, fields, reason, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const range = database.prepare('SELECT * FROM changes WHERE seq > ? AND seq <= ? ORDER BY seq');
  const ofSet = database.prepare('SELECT * FROM changes WHERE set_seq = ? ORDER BY seq');
  const aboutRecord = database.prepare(
    `SELECT * FROM changes WHERE (register = ? AND record = ?) OR (register, record) IN
       (SELECT register, record FROM changes WHERE instr(fields, ?) > 0) ORDER BY seq`,
  );
  const lastAt = database.prepare('SELECT seq FROM changes WHERE at <= ? ORDER BY seq DESC LIMIT 1');
  const history: Log['history'] = (query) => {
    const { sql, values } = whereOf(query);
    const rows = database.prepare(`SELECT * FROM changes ${sql} ORDER BY seq DESC LIMIT ?`).all(...values, query.limit);
    return rows.map(changeIn);
  };
  return {
    append: ({ seq, at, actor, set, kind, register, record, fields, reason, previousHash, hash }) => {
      const text = JSON.stringify(fields);
      insert.run(seq, at, actor.id, actor.name, set, kind, register, record, text, reason ?? null, previousHash, hash);
    },
    read: ({ after, through } = { after: 0, through: Number.MAX_SAFE_INTEGER }) =>
      changesIn(range.iterate(after, through)),
    set: (set) => ofSet.all(set).map(changeIn),
    seqAt: (at) => Number(lastAt.get(at)?.['seq'] ?? 0),
    history,
    about: (register, record) => aboutRecord.all(register, record, JSON.stringify(record)).map(changeIn),
    last: () => history({ limit: 1 })[0],
  };
}
