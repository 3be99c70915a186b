/** Joint approval's rates (M15 to M17): of all permits, of a department's, or of a project's. */
import type { Calendar } from '../calendar/workdays.ts';
import { clockEnd, ENDED, permitClock, type PermitClock } from '../calendar/permit-clock.ts';
import type { IsoDate } from '../time.ts';
import type { Permit } from '../registers/index.ts';
import { select, shareOf, type Selection, type Share } from './metrics.ts';

/** A permit with where it stands at one date. */
export interface TimedPermit extends PermitClock {
  readonly permit: Permit;
}

/** Permits with where each stands at the end of `asOf`. */
export const timedPermits = (calendar: Calendar, permits: Iterable<Permit>, asOf: IsoDate): readonly TimedPermit[] =>
  [...permits].map((permit) => ({ permit, ...permitClock(calendar, permit, asOf) }));

/** Whether a permit is decided; a case of a higher level that is only docked is not. */
export const isDone = ({ standing, undecided }: TimedPermit): boolean => ENDED.has(standing) && undecided !== true;

/** Whether a permit is asked for at all. */
export const isRequired = ({ standing }: TimedPermit): boolean => standing !== 'notRequired';

/** Whether a permit was decided before a day; of one done without a date nobody knows. */
const decidedBefore = (each: TimedPermit, day: IsoDate): boolean =>
  isDone(each) && each.permit.finishedOn !== undefined && each.permit.finishedOn < day;

/** Permits without those that were decided before a day: what was still to be done from it on. */
export const openFrom = (permits: readonly TimedPermit[], day: IsoDate): readonly TimedPermit[] =>
  permits.filter((each) => !decidedBefore(each, day));

/** Permits without those whose clock had ended before a day: decided, or of a higher level docked. */
export const runningFrom = (permits: readonly TimedPermit[], day: IsoDate): readonly TimedPermit[] =>
  permits.filter(({ permit }) => (clockEnd(permit) ?? day) >= day);

/** M15 审批完成率: permits done, of those required. */
export const permitsDone = (permits: readonly TimedPermit[]): Selection<TimedPermit> =>
  select(permits.filter(isRequired), isDone);

/** M15 审批完成率, counted. */
export const approvalCompletionRate = (permits: readonly TimedPermit[]): Share => shareOf(permitsDone(permits));

/**
 * M16 审批按时办结率: permits decided (or docked) within the limit, of those decided or overdue. A permit still inside its
 * limit, one whose clock stands still and one done without dates count on neither side.
 */
export const permitsInTime = (permits: readonly TimedPermit[]): Selection<TimedPermit> =>
  select(
    permits.filter(({ standing }) => standing === 'onTime' || standing === 'late' || standing === 'overdue'),
    ({ standing }) => standing === 'onTime',
  );

/** M16 审批按时办结率, counted. */
export const approvalOnTimeRate = (permits: readonly TimedPermit[]): Share => shareOf(permitsInTime(permits));

/** M17 手续全部办结项目占比: the ids of projects with every required permit done, of those that require any. */
export function fullyPermitted(permits: readonly TimedPermit[]): Selection<string> {
  const open = new Map<string, boolean>();
  for (const each of permits.filter(isRequired)) {
    open.set(each.permit.project, (open.get(each.permit.project) ?? false) || !isDone(each));
  }
  return select([...open.keys()], (project) => open.get(project) === false);
}

/** M17 手续全部办结项目占比, counted. */
export const fullyPermittedShare = (permits: readonly TimedPermit[]): Share => shareOf(fullyPermitted(permits));
