/** Joint approval's rates (M15 to M17): of all permits, of a department's, or of a project's. */
import type { Calendar } from '../calendar/workdays.ts';
import { permitClock, type PermitStanding } from '../calendar/permit-clock.ts';
import type { IsoDate } from '../time.ts';
import type { Permit } from '../registers/index.ts';
import { share, type Share } from './metrics.ts';

/** A permit with where it stands at one date. */
export interface TimedPermit {
  readonly permit: Permit;
  readonly standing: PermitStanding;
  readonly elapsedDays?: number;
}

/** Permits with where each stands at the end of `asOf`. */
export const timedPermits = (calendar: Calendar, permits: Iterable<Permit>, asOf: IsoDate): readonly TimedPermit[] =>
  [...permits].map((permit) => ({ permit, ...permitClock(calendar, permit, asOf) }));

const DONE: ReadonlySet<PermitStanding> = new Set(['onTime', 'late', 'untimed']);

const isDone = ({ standing }: TimedPermit): boolean => DONE.has(standing);
const isRequired = ({ standing }: TimedPermit): boolean => standing !== 'notRequired';

/** M15 审批完成率: permits done ÷ permits required. */
export function approvalCompletionRate(permits: readonly TimedPermit[]): Share {
  const required = permits.filter(isRequired);
  return share(required.filter(isDone).length, required.length);
}

/**
 * M16 审批按时办结率: decided (or docked) within the limit ÷ (decided + overdue). A permit still inside its limit, one
 * whose clock stands still and one done without dates count on neither side.
 */
export function approvalOnTimeRate(permits: readonly TimedPermit[]): Share {
  const count = (wanted: PermitStanding): number => permits.filter(({ standing }) => standing === wanted).length;
  return share(count('onTime'), count('onTime') + count('late') + count('overdue'));
}

/** M17 手续全部办结项目占比: projects with every required permit done ÷ projects that require any. */
export function fullyPermittedShare(permits: readonly TimedPermit[]): Share {
  const open = new Map<string, boolean>();
  for (const each of permits.filter(isRequired)) {
    open.set(each.permit.project, (open.get(each.permit.project) ?? false) || !isDone(each));
  }
  return share([...open.values()].filter((left) => !left).length, open.size);
}
