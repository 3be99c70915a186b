import type { ChangeRequest } from '../changes/changes.ts';
import { create, readRows } from './table.ts';

/**
 * China's public holidays and make-up workdays of 2017, 2018, 2025 and 2026, as the State Council announced them: what
 * every new ledger begins with. Days of other years are added in the register.
 */
export const holidayRequests = (): readonly ChangeRequest[] =>
  readRows('holidays.csv').map(({ on = '', kind, name }) => create('holidays', `day-${on}`, { on, kind, name }));
