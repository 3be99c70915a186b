import { EMPTY_LEDGER, fold, valuesOf, type Ledger } from '../../core/ledger/ledger.ts';
import { surroundingsIn } from './ledger-oracle.ts';
import { FIRST_HASH, type Change } from '../../core/ledger/change.ts';
import { checkRecord, overlay } from '../../core/register/check-record.ts';
import { registerNamed } from '../../core/registers/index.ts';
import { instant } from '../../core/time.ts';
import type { ChangeRequest } from '../../server/changes/changes.ts';
import { demoRequests } from '../../server/demo/demo-ledger.ts';

/** A ledger after requests, without a database: for tests of pure code. Throws when one is not acceptable. */
export function ledgerWith(requests: readonly ChangeRequest[], start: Ledger = EMPTY_LEDGER): Ledger {
  let ledger = start;
  for (const request of requests) {
    const record = request.record ?? `r${ledger.revision + 1}`;
    const register = registerNamed(request.register);
    const previous = ledger.tables[request.register].get(record);
    const before = previous ? valuesOf(register, previous) : {};
    const fields: Record<string, { from?: unknown; to?: unknown }> = {};
    if (request.kind !== 'delete') {
      const checked = checkRecord(register, overlay(before, Object(request.values)), surroundingsIn(ledger, record));
      if (!checked.ok) throw new Error(`${request.register}/${record}: ${JSON.stringify(checked.problem)}`);
      for (const name of Object.keys({ ...before, ...checked.value })) {
        fields[name] = { from: before[name], to: checked.value[name] };
      }
    }
    const seq = ledger.revision + 1;
    const change: Change = {
      seq,
      at: instant(1_000_000 + seq),
      actor: { id: 'test', name: 'test' },
      set: seq,
      kind: request.kind,
      register: request.register,
      record,
      fields,
      previousHash: FIRST_HASH,
      hash: FIRST_HASH,
    };
    ledger = fold(ledger, [change]);
  }
  return ledger;
}

/** The demo ledger, folded. */
export const demoLedger = (): Ledger => ledgerWith(demoRequests());
