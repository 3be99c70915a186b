import { rowsBy } from '../keyed-rows.ts';
import type { DepartmentFeed, Permit } from '../registers/index.ts';
import type { PermitState } from '../registers/permits.ts';
import type { IsoDate } from '../time.ts';
import type { BoardContext } from './board.ts';
import { byText, projectPart } from './lists.ts';

/** What the ledger says of a permit at a date; one decided later was in progress then. */
const stateAt = (permit: Permit | undefined, asOf: IsoDate): PermitState => {
  if (!permit) return 'missing';
  return permit.state === 'done' && permit.finishedOn !== undefined && permit.finishedOn > asOf
    ? 'inProgress'
    : permit.state;
};

const caseOf = ({ project, item }: { readonly project: string; readonly item: string }): string => `${project} ${item}`;

/** S29 部门对接: where a department's newest word on a permit differs from the ledger's. */
export function feedConflicts({ ledger, asOf }: BoardContext) {
  const newest = new Map<string, DepartmentFeed>();
  for (const feed of ledger.tables.departmentFeeds.values()) {
    if (feed.on > asOf) continue;
    const known = newest.get(caseOf(feed));
    if (!known || known.on < feed.on) newest.set(caseOf(feed), feed);
  }
  const permits = new Map([...ledger.tables.permits.values()].map((permit) => [caseOf(permit), permit]));
  const rows = [...newest.values()]
    .map((feed) => ({ feed, ledgerSays: stateAt(permits.get(caseOf(feed)), asOf) }))
    .filter(({ feed, ledgerSays }) => feed.state !== ledgerSays)
    .sort(byText(({ feed }) => feed.on + feed.id))
    .map(({ feed, ledgerSays }) => {
      const row = {
        ...projectPart(ledger, feed.project),
        item: ledger.tables.permitItems.get(feed.item)?.name ?? feed.item,
        departmentSays: feed.state,
        ledgerSays,
        source: feed.source,
        on: feed.on,
      };
      return [feed.id, row] as const;
    });
  return { compared: newest.size, conflicts: rows.length, rows: rowsBy(rows) };
}
