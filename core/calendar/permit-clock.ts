/**
 * The clock of joint approval (联审联批): working days from acceptance, without the days on which it stood still. A
 * district's department decides within its limit (1 working day unless the case says otherwise); a case of a higher
 * level is docked and handed on within its own (3), which says nothing of how long the approval itself takes.
 */
import { dateOfDay, dayNumber, type IsoDate } from '../time.ts';
import type { Permit } from '../registers/index.ts';
import { isWorkday, type Calendar } from './workdays.ts';

/**
 * Where a permit stands: `notRequired`, `notAccepted` (no clock runs), `running` inside its limit, `stopped`,
 * `overdue` (not decided, beyond the limit), decided `onTime` or `late`, or `untimed`: done, but without the dates that
 * say how long it took.
 */
export type PermitStanding =
  | 'notRequired'
  | 'notAccepted'
  | 'running'
  | 'stopped'
  | 'overdue'
  | 'onTime'
  | 'late'
  | 'untimed';

export interface PermitClock {
  readonly standing: PermitStanding;
  /** Working days that count so far, or that the decision took; absent where no clock ran. */
  readonly elapsedDays?: number;
}

type Stops = NonNullable<Permit['stops']>;

const standsStill = (stops: Stops, date: IsoDate): boolean =>
  stops.some(({ from, to }) => from <= date && (to === undefined || date <= to));

/** Working days after acceptance up to and including `to`, without those inside a stop. */
export function elapsedWorkdays(calendar: Calendar, acceptedOn: IsoDate, to: IsoDate, stops: Stops = []): number {
  let count = 0;
  for (let day = dayNumber(acceptedOn) + 1; day <= dayNumber(to); day += 1) {
    const date = dateOfDay(day);
    if (isWorkday(calendar, date) && !standsStill(stops, date)) count += 1;
  }
  return count;
}

/** Where a permit stands at the end of `asOf`; what happened later is not known yet. */
export function permitClock(calendar: Calendar, permit: Permit, asOf: IsoDate): PermitClock {
  const { state, acceptedOn, finishedOn, limitDays, stops } = permit;
  if (state === 'notRequired') return { standing: 'notRequired' };
  if (state === 'done' && finishedOn === undefined) return { standing: 'untimed' };
  const finished = finishedOn !== undefined && finishedOn <= asOf;
  if (acceptedOn === undefined) return { standing: finished ? 'untimed' : 'notAccepted' };
  if (acceptedOn > asOf) return { standing: 'notAccepted' };
  const elapsedDays = elapsedWorkdays(calendar, acceptedOn, finished ? finishedOn : asOf, stops);
  const within = elapsedDays <= limitDays;
  if (finished) return { standing: within ? 'onTime' : 'late', elapsedDays };
  if (!within) return { standing: 'overdue', elapsedDays };
  return { standing: standsStill(stops ?? [], asOf) ? 'stopped' : 'running', elapsedDays };
}
