import type { Report } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';

const sorted = new WeakMap<readonly Report[], readonly Report[]>();

/** Reports newest first, those of one day in their order; kept for as long as the list is. */
function newestFirst(reports: readonly Report[]): readonly Report[] {
  const known = sorted.get(reports);
  if (known) return known;
  const list = [...reports].sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
  sorted.set(reports, list);
  return list;
}

/** The place of the first report of a day or an earlier one; the length when there is none. */
function firstUpTo(newest: readonly Report[], day: IsoDate): number {
  let [low, high] = [0, newest.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((newest[middle]?.asOf ?? '') > day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The newest of a project's reports between two dates, both included, that is wanted; undefined when there is none.
 * @param reports a list that is the same object as long as the reports in it are, as `reportsOf` gives it.
 */
export function newestReport(
  reports: readonly Report[],
  from: IsoDate,
  to: IsoDate,
  isWanted: (report: Report) => boolean,
): Report | undefined {
  const newest = newestFirst(reports);
  for (let place = firstUpTo(newest, to); place < newest.length; place += 1) {
    const report = newest[place];
    if (!report || report.asOf < from) return undefined;
    if (isWanted(report)) return report;
  }
  return undefined;
}
