import { rowsBy } from '../keyed-rows.ts';
import { grouped } from '../grouped.ts';
import { photoCoverage } from '../metrics/leadership.ts';
import { projectsDue } from '../metrics/reporting.ts';
import { addDays } from '../calendar/workdays.ts';
import { endOfMonth, parseMonth, previousMonthEnd, type IsoMonth } from '../time.ts';
import { showShare, type BoardContext } from './board.ts';
import { unitName } from './lists.ts';

/**
 * S26 项目图片库: M22 of a month (the as-of date's unless another is asked for): which projects under construction have
 * an accepted picture, which have only pictures that wait, and which have none.
 */
export function photos({ ledger, asOf }: BoardContext, query: { readonly month?: IsoMonth }) {
  const month = query.month ?? parseMonth(asOf.slice(0, 7));
  if (!month) return null;
  const to = endOfMonth(month);
  const due = projectsDue(ledger, { period: 'month', from: addDays(previousMonthEnd(to), 1), to, dueOn: to });
  const own = [...ledger.tables.photos.values()].filter((photo) => photo.month === month);
  const ofProject = grouped(own, ({ project }) => project);
  const missing = due
    .filter(({ id }) => !ofProject.get(id)?.some(({ state }) => state === 'accepted'))
    .map(({ id, name, leadUnit }) => {
      const waiting = ofProject.get(id)?.filter(({ state }) => state === 'submitted').length ?? 0;
      return [id, { name, unit: unitName(ledger, leadUnit), waiting }] as const;
    });
  return { month, coverage: showShare(photoCoverage(due, own, month)), rows: rowsBy(missing) };
}
