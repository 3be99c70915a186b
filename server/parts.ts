import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Accounts } from './accounts/accounts.ts';
import type { Changes } from './changes/changes.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Editions } from './editions/editions.ts';
import type { Events } from './events/events.ts';
import type { Files } from './files/files.ts';
import type { Imports } from './imports/imports.ts';
import type { Pairing } from './screens/pairing.ts';
import type { ScreenStatuses } from './screens/status.ts';

/** What the HTTP application is a function of. Tests build them in memory; `main.ts` builds the real ones. */
export interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Registry;
  readonly now: Clock;
  /** The same clock with fractions of a millisecond. */
  readonly exactNow: Clock;
  readonly changes: Changes;
  readonly accounts: Accounts;
  readonly events: Events;
  readonly files: Files;
  readonly imports: Imports;
  readonly editions: Editions;
  readonly pairing: Pairing;
  readonly statuses: ScreenStatuses;
  /** Identifies the built pages. */
  readonly build: string;
}
