import { rowsBy } from '../keyed-rows.ts';
import { byKey } from '../metrics/by-key.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Contest } from '../registers/index.ts';
import type { BoardContext } from './board.ts';
import { unitName } from './lists.ts';

/** S13 九大机制: the standing mechanisms in their order, with who owns each and how many scores it has given. */
export function mechanisms({ ledger }: BoardContext) {
  const scores = byKey(ledger.tables.externalScores, 'mechanism');
  const all = [...ledger.tables.mechanisms.values()].sort((a, b) => a.mechanismOrder - b.mechanismOrder);
  const rows = all.map(({ id, name, owner, period, entrants, recordedIn, retired }) => {
    const row = {
      name,
      owner,
      ...(period ? { period } : {}),
      ...(entrants ? { entrants } : {}),
      ...(recordedIn ? { recordedIn } : {}),
      scores: scores.get(id)?.length ?? 0,
      retired: retired ?? false,
    };
    return [id, row] as const;
  });
  return { mechanisms: rows.filter(([, { retired }]) => !retired).length, rows: rowsBy(rows) };
}

const contestRow = (ledger: Ledger, contest: Contest) => {
  const { season, round, kind, firstUnit, secondUnit, asOf, measure, result, flagHolder } = contest;
  const { firstHundredths, secondHundredths } = contest;
  return {
    season,
    round,
    kind,
    first: unitName(ledger, firstUnit),
    ...(secondUnit === undefined ? {} : { second: unitName(ledger, secondUnit) }),
    asOf,
    measure,
    result,
    ...(firstHundredths === undefined ? {} : { firstHundredths }),
    ...(secondHundredths === undefined ? {} : { secondHundredths }),
    ...(flagHolder === undefined ? {} : { flagHolder: unitName(ledger, flagHolder) }),
  };
};

/** S14 对手赛、挑战赛: the contests whose figures are of the date or earlier, newest first; scores in hundredths. */
export function contests({ ledger, asOf }: BoardContext) {
  const all = [...ledger.tables.contests.values()]
    .filter((contest) => contest.asOf <= asOf)
    .sort((a, b) => (a.asOf === b.asOf ? (a.id < b.id ? -1 : 1) : a.asOf < b.asOf ? 1 : -1));
  return { contests: all.length, rows: rowsBy(all.map((each) => [each.id, contestRow(ledger, each)] as const)) };
}
