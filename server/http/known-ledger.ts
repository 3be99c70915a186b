/** The ledger as it was known at some moment: the parameter `asOf` of lists, records and exports. */
import type { Ledger } from '../../core/ledger/ledger.ts';
import { endOfOfficeDay, parseInstant } from '../../core/office-time.ts';
import { instant, parseDate, type Instant } from '../../core/time.ts';
import type { Parts } from '../parts.ts';
import { invalid } from './problem.ts';

export interface KnownLedger {
  readonly ledger: Ledger;
  /** Up to when changes are in it: now, or the past moment that was asked for. */
  readonly asOf: Instant;
}

const momentIn = (text: string): Instant | null => {
  const date = parseDate(text);
  return date ? endOfOfficeDay(date) : parseInstant(text);
};

/**
 * The ledger as it was known then.
 * @param asOf a date (the end of that day in the office), an RFC 3339 instant, or `@123` for after change 123; now when
 * absent or still to come.
 * @param parameter what the caller calls it, for the refusal.
 * @throws Problem invalid, for anything else.
 */
export function knownLedger(
  { changes, now }: Pick<Parts, 'changes' | 'now'>,
  asOf: string | undefined,
  parameter = 'asOf',
): KnownLedger {
  const present = { ledger: changes.ledger(), asOf: now() };
  if (asOf === undefined) return present;
  const seq = /^@(\d{1,15})$/.exec(asOf)?.[1];
  if (seq !== undefined) {
    if (Number(seq) >= present.ledger.revision) return present;
    const ledger = changes.ledgerAt({ seq: Number(seq) });
    return { ledger, asOf: instant(ledger.at) };
  }
  // A plus sign that nobody escaped arrives as a space.
  const at = momentIn(asOf.replace(/ (?=\d\d:\d\d$)/, '+'));
  if (at === null)
    throw invalid(parameter, 'bad-format', 'must be a date, an instant like 2026-03-31T09:00:00+08:00, or @123');
  return at >= present.asOf ? present : { ledger: changes.ledgerAt({ at }), asOf: at };
}
