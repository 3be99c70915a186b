import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import type { Values } from '../register/check-record.ts';
import type { DeniedField } from './writing.ts';

/** Whether the office wants a report verified by another person than the one who reported. */
export const wantsFourEyes = (ledger: Ledger): boolean => settingsOf(ledger)?.fourEyes === true;

/**
 * Why a write of a report breaks the rule that nobody verifies an own figure; null when it doesn't. Also a verified
 * report's figure is not changed: it would be verified by who verified another one. What was found to be right is
 * changed by others than who reported.
 * @param before the report before the write; null for a new one.
 * @param reporter the id of who last set the reported figure before this write; null when nobody did.
 */
export function breaksFourEyes(
  who: string,
  before: Values | null,
  after: Values,
  reporter: string | null,
): DeniedField | null {
  if (after['state'] !== 'verified') return null;
  const reports = (after['reportedYtdYuan'] ?? null) !== (before?.['reportedYtdYuan'] ?? null);
  const finds = (['completedYtdYuan', 'project', 'asOf'] as const).find((name) => after[name] !== before?.[name]);
  if (before?.['state'] === 'verified') {
    if (finds && reporter === who) return { path: finds, message: 'another person verifies what you reported' };
    return reports ? { path: 'reportedYtdYuan', message: 'is verified; return the report first' } : null;
  }
  const isOwn = reports || (reporter === who && after['reportedYtdYuan'] !== undefined);
  return isOwn ? { path: 'state', message: 'another person verifies what you reported' } : null;
}
