/** Query parameters that several routes of records take. */
import { z } from 'zod';
import type { WriteOptions } from '../writes.ts';

/** The codes of warnings that a client may confirm at once. */
const MOST_CODES = 500;

/** Of a write of one record: warnings that the person confirms, separated by commas, and the reason. */
export const writeQuery = z.object({
  confirm: z.string().max(MOST_CODES).optional(),
  reason: z.string().trim().min(1).max(500).optional(),
});

/** What the parameters of a write mean. */
export const writeOptions = ({ confirm, reason }: z.infer<typeof writeQuery>): WriteOptions => ({
  confirm: confirm?.split(',').map((code) => code.trim()),
  reason,
});

/** Of a read: the ledger as it was known on a date, at an instant, or after a change (`@123`). */
export const asOfQuery = z.object({ asOf: z.string().max(40).optional() });

export const historyQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  before: z.coerce.number().int().min(1).optional(),
});
