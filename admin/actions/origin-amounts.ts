import { amountsOf, type Amounts } from '../../core/actions/amounts.ts';
import { EMPTY_LEDGER, type Ledger } from '../../core/ledger/ledger.ts';
import { figuresAt } from '../../core/metrics/figures.ts';
import type { IsoDate } from '../../core/time.ts';
import { listRecords } from '../api/records.ts';

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

/** What a project adds to the totals on a date, in 元, computed as the server computes it; null when it is not listed. */
export async function loadAmounts(project: string, on: IsoDate): Promise<Amounts | null> {
  const [projects, plans, reports] = await Promise.all([
    listRecords('projects'),
    listRecords('plans', { project }),
    listRecords('reports', { project }),
  ]);
  const ledger: Ledger = {
    ...EMPTY_LEDGER,
    tables: {
      ...EMPTY_LEDGER.tables,
      projects: byId(projects.records),
      plans: byId(plans.records),
      reports: byId(reports.records),
    },
  };
  const figures = figuresAt(ledger, on).find((each) => each.project.id === project);
  return figures ? amountsOf(figures) : null;
}
