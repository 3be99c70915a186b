import type { Ledger } from '../../core/ledger/ledger.ts';
import { registerNamed, REGISTERS, type RegisterName } from '../../core/registers/index.ts';
import type { ToPreparer } from './messages.ts';

/** Records in one message: some milliseconds of work for the thread that sends them. */
const RECORDS_PER_MESSAGE = 1_000;

/** The value of a secret field of a record; null when it has none. */
export type SecretOf = (register: RegisterName, record: string, field: string) => string | null;

/** The tables that a worker was sent last: only others are sent again. */
export type SentTables = Map<RegisterName, object>;

const breathe = (): Promise<void> => new Promise((resume) => void setImmediate(resume));

/** The secret fields of registers that files can hold; accounts and tokens keep theirs. */
const secretFields = (name: RegisterName): readonly string[] => {
  const { system, fields } = registerNamed(name);
  return system ? [] : Object.keys(fields).filter((field) => fields[field]?.secret);
};

const withSecrets = (record: object, secrets: readonly (readonly [string, string | null])[]): object => {
  const known = secrets.filter(([, value]) => value !== null);
  return known.length === 0 ? record : { ...record, ...Object.fromEntries(known) };
};

/**
 * Hands a ledger to the preparing worker, a piece at a time, so that other work comes in between. With their secret
 * values, which only the worker compares: a phone number that stands in the file as in the ledger is no change.
 */
export async function sendLedger(
  post: (message: ToPreparer) => void,
  ledger: Ledger,
  sent: SentTables,
  secretOf: SecretOf,
): Promise<void> {
  for (const register of Object.keys(REGISTERS) as RegisterName[]) {
    const table: ReadonlyMap<string, object> = ledger.tables[register];
    if (sent.get(register) === table) continue;
    const secrets = secretFields(register);
    const whole = ([id, record]: readonly [string, object]): readonly [string, object] =>
      secrets.length === 0
        ? [id, record]
        : [
            id,
            withSecrets(
              record,
              secrets.map((field) => [field, secretOf(register, id, field)] as const),
            ),
          ];
    const entries = [...table];
    for (let from = 0; from === 0 || from < entries.length; from += RECORDS_PER_MESSAGE) {
      const records = entries.slice(from, from + RECORDS_PER_MESSAGE).map(whole);
      post({ kind: 'records', register, records, first: from === 0 });
      await breathe();
    }
    sent.set(register, table);
  }
}
