/**
 * The clock of joint approval (联审联批): working days from acceptance, without the days on which it stood still. A
 * district's department decides within its limit (1 working day unless the case says otherwise); a case of a higher
 * level is docked and handed on within its own (3), which says nothing of how long the approval itself takes.
 */
import { dateOfDay, dayNumber, type IsoDate } from '../time.ts';
import type { Permit } from '../registers/index.ts';
import { isWorkday, workdaysBetween, type Calendar } from './workdays.ts';

/**
 * Where a permit stands: `notRequired`, `notAccepted` (no clock runs), `running` inside its limit, `stopped`,
 * `overdue` (neither decided nor docked, beyond the limit), decided or docked `onTime` or `late`, or `untimed`: so, but
 * without the dates that say how long it took.
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
  /** A case of a higher level that was docked by the date, while its approval is not there yet. */
  readonly undecided?: true;
}

type Stops = NonNullable<Permit['stops']>;

const standsStill = (stops: Stops, date: IsoDate): boolean =>
  stops.some(({ from, to }) => from <= date && (to === undefined || date <= to));

/** Working days after acceptance up to and including `to`, without those inside a stop. */
export function elapsedWorkdays(calendar: Calendar, acceptedOn: IsoDate, to: IsoDate, stops: Stops = []): number {
  if (stops.length === 0) return Math.max(0, workdaysBetween(calendar, acceptedOn, to));
  let count = 0;
  for (let day = dayNumber(acceptedOn) + 1; day <= dayNumber(to); day += 1) {
    const date = dateOfDay(day);
    if (isWorkday(calendar, date) && !standsStill(stops, date)) count += 1;
  }
  return count;
}

/**
 * The day that ends a permit's clock: of a district's case that of the decision, of a higher level's that on which it
 * was docked (reported upward), or decided where that was not noted; undefined while neither is known.
 */
export function clockEnd({ authority, finishedOn, reportedUpOn }: Permit): IsoDate | undefined {
  if (authority !== 'higher' || reportedUpOn === undefined) return finishedOn;
  return finishedOn !== undefined && finishedOn < reportedUpOn ? finishedOn : reportedUpOn;
}

/** Whether a permit was decided by the end of `asOf`; one that is done without a date was. */
const isDecidedBy = ({ state, finishedOn }: Permit, asOf: IsoDate): boolean =>
  state === 'done' && (finishedOn === undefined || finishedOn <= asOf);

const timed = (calendar: Calendar, permit: Permit, asOf: IsoDate): PermitClock => {
  const { state, acceptedOn, limitDays, stops } = permit;
  const end = clockEnd(permit);
  if (state === 'notRequired') return { standing: 'notRequired' };
  if (state === 'done' && end === undefined) return { standing: 'untimed' };
  const ended = end !== undefined && end <= asOf;
  if (acceptedOn === undefined) return { standing: ended ? 'untimed' : 'notAccepted' };
  if (acceptedOn > asOf) return { standing: 'notAccepted' };
  const elapsedDays = elapsedWorkdays(calendar, acceptedOn, ended ? end : asOf, stops);
  const within = elapsedDays <= limitDays;
  if (ended) return { standing: within ? 'onTime' : 'late', elapsedDays };
  if (!within) return { standing: 'overdue', elapsedDays };
  return { standing: standsStill(stops ?? [], asOf) ? 'stopped' : 'running', elapsedDays };
};

/** Standings of a clock that has ended. */
export const ENDED: ReadonlySet<PermitStanding> = new Set(['onTime', 'late', 'untimed']);

/** Where a permit stands at the end of `asOf`; what happened later is not known yet. */
export function permitClock(calendar: Calendar, permit: Permit, asOf: IsoDate): PermitClock {
  const clock = timed(calendar, permit, asOf);
  return ENDED.has(clock.standing) && !isDecidedBy(permit, asOf) ? { ...clock, undecided: true } : clock;
}
