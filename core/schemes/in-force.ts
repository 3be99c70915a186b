import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import type { SchemeRecord } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';

/** Whether a scheme is approved and its dates hold a day. */
export const isInForce = ({ state, effectiveFrom, effectiveTo }: SchemeRecord, on: IsoDate): boolean =>
  state === 'approved' && effectiveFrom <= on && (effectiveTo === undefined || on <= effectiveTo);

/** The scheme that the settings name, where it is in force on the day; null otherwise. */
export function schemeInForce(ledger: Ledger, on: IsoDate): SchemeRecord | null {
  const named = settingsOf(ledger)?.scheme;
  const record = named === undefined ? undefined : ledger.tables.schemes.get(named);
  return record && isInForce(record, on) ? record : null;
}
