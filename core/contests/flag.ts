/** The flag that goes from winner to winner (流动红旗). */
import type { Ledger } from '../ledger/ledger.ts';
import type { Contest } from '../registers/index.ts';

/** When a contest takes place among others. */
type Placed = Pick<Contest, 'id' | 'asOf' | 'round'>;

type Outcome = Pick<Contest, 'result' | 'firstUnit' | 'secondUnit'>;

const isSettled = ({ result }: Contest): boolean => result !== 'pending';

const takesPart = ({ firstUnit, secondUnit }: Contest, unit: string): boolean =>
  firstUnit === unit || secondUnit === unit;

/** Later contests first: by the date of their figures, then by round and id. */
const laterFirst = (a: Placed, b: Placed): number =>
  a.asOf === b.asOf ? b.round - a.round || (a.id < b.id ? 1 : -1) : a.asOf < b.asOf ? 1 : -1;

/** Whether a unit comes into a contest with a flag: it held one after its latest settled contest before this one. */
function comesWithFlag(earlier: readonly Contest[], unit: string): boolean {
  const last = earlier.find((contest) => takesPart(contest, unit));
  return last?.flagHolder === unit;
}

/**
 * Who holds the flag after a contest: the winner; after a draw, or a bye, whoever of its units came with one. Null when
 * none did, and when both came with one and neither won it from the other.
 */
export function flagHolderAfter(
  { tables }: Ledger,
  contest: Placed,
  { result, firstUnit, secondUnit }: Outcome,
): string | null {
  if (result === 'first') return firstUnit;
  if (result === 'second') return secondUnit ?? null;
  const earlier = [...tables.contests.values()]
    .filter((each) => each.id !== contest.id && isSettled(each) && laterFirst(each, contest) > 0)
    .sort(laterFirst);
  const holders = [firstUnit, ...(secondUnit === undefined ? [] : [secondUnit])].filter((unit) =>
    comesWithFlag(earlier, unit),
  );
  return holders.length === 1 ? (holders[0] ?? null) : null;
}
