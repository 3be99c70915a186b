import { createHash } from 'node:crypto';
import { changeText, type Change } from '../../core/ledger/change.ts';
import { isRegisterName } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { instant } from '../../core/time.ts';
import type { Database, Row, SqlValue } from '../store/database.ts';
import type { HistoryQuery } from './changes.ts';

/** The append-only table of all changes. */
export interface Log {
  readonly append: (change: Change) => void;
  /** Every change from the first on. @throws Error when a line is not readable as a change. */
  readonly read: () => Iterable<Change>;
  readonly history: (query: HistoryQuery) => readonly Change[];
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

const whereOf = ({ register, record, before }: HistoryQuery): { readonly sql: string; readonly values: SqlValue[] } => {
  const given = Object.entries({ 'register = ?': register, 'record = ?': record, 'seq < ?': before });
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
  const all = database.prepare('SELECT * FROM changes ORDER BY seq');
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
    read: () => changesIn(all.iterate()),
    history,
    last: () => history({ limit: 1 })[0],
  };
}
