/** Records of any register. */
import type { Change } from '../../core/ledger/change.ts';
import type { RecordTypes, RegisterName } from '../../core/registers/index.ts';
import { changeOf } from './changes.ts';
import { listOf, numberOf, objectOf, recordOf, textOrNull } from './parse.ts';
import { request } from './request.ts';

export interface RecordList<R extends RegisterName> {
  /** The ledger's revision that the list was read at. */
  readonly revision: number;
  readonly records: readonly RecordTypes[R][];
}

export type Values = Readonly<Record<string, unknown>>;

const MOST_AT_ONCE = 5000;

const pathOf = (register: RegisterName, id?: string): string =>
  `/api/registers/${register}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

/** Every record that fits, over as many answers as it takes. */
export async function listRecords<R extends RegisterName>(
  register: R,
  filter: Readonly<Record<string, string>> = {},
): Promise<RecordList<R>> {
  const records: RecordTypes[R][] = [];
  let cursor: string | null = null;
  for (;;) {
    const query = new URLSearchParams({ ...filter, limit: String(MOST_AT_ONCE) });
    if (cursor !== null) query.set('cursor', cursor);
    const answer = objectOf(await request('GET', `${pathOf(register)}?${query}`), register);
    records.push(...listOf(answer['records'], register, (each) => recordOf(register, each)));
    cursor = textOrNull(answer['next']);
    if (cursor === null) return { revision: numberOf(answer['revision'], 'revision'), records };
  }
}

/** The ledger's revision, without any record. */
export async function ledgerRevision(): Promise<number> {
  const answer = objectOf(await request('GET', `${pathOf('settings')}?limit=1`), 'settings');
  return numberOf(answer['revision'], 'revision');
}

export const createRecord = async <R extends RegisterName>(register: R, values: Values): Promise<RecordTypes[R]> =>
  recordOf(register, await request('POST', pathOf(register), { body: values }));

/** Sets members of a record; null clears one. */
export const updateRecord = async <R extends RegisterName>(
  register: R,
  id: string,
  values: Values,
  ifRevision: number,
): Promise<RecordTypes[R]> =>
  recordOf(register, await request('PATCH', pathOf(register, id), { body: values, ifRevision }));

export async function deleteRecord(register: RegisterName, id: string, ifRevision: number): Promise<void> {
  await request('DELETE', pathOf(register, id), { ifRevision });
}

/** One record as it is now. */
export const readRecord = async <R extends RegisterName>(register: R, id: string): Promise<RecordTypes[R]> =>
  recordOf(register, await request('GET', pathOf(register, id)));

/** The secret values of a record that this account may see; the server notes who asked. */
export async function readPrivate(register: RegisterName, id: string): Promise<Values> {
  return objectOf(objectOf(await request('GET', `${pathOf(register, id)}/private`), 'private')['values'], 'values');
}

/** What happened to one record, newest first. */
export async function recordHistory(register: RegisterName, id: string): Promise<readonly Change[]> {
  const answer = objectOf(await request('GET', `${pathOf(register, id)}/history`), 'history');
  return listOf(answer['changes'], 'changes', changeOf);
}
