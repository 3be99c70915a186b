import { rowsBy, type Rows } from '../../keyed-rows.ts';
import { byKey } from '../../metrics/by-key.ts';
import type { ExternalScore } from '../../registers/index.ts';
import type { BoardContext } from '../board.ts';
import { unitName } from '../lists.ts';

/** A mechanism with who won its newest period. */
export interface PublicMechanism {
  readonly name: string;
  readonly period?: string;
  /** Units only: enterprises and persons are named with their consent alone, which the ledger does not keep. */
  readonly winners: readonly string[];
}

export interface PublicMechanisms {
  readonly mechanisms: number;
  readonly rows: Rows<PublicMechanism>;
}

const given = ({ on, period }: ExternalScore): string => `${on ?? ''} ${period}`;

/** The scores of the newest period by the date. */
const newestPeriod = (scores: readonly ExternalScore[]): readonly ExternalScore[] => {
  const [newest] = [...scores].sort((a, b) => (given(a) < given(b) ? 1 : given(a) > given(b) ? -1 : 0));
  return scores.filter(({ period }) => period === newest?.period);
};

/** Who is first by the rank that was given, else by the score. */
const firstOf = (scores: readonly ExternalScore[]): readonly ExternalScore[] => {
  if (scores.some(({ rank }) => rank !== undefined)) return scores.filter(({ rank }) => rank === 1);
  const best = Math.max(...scores.map(({ scoreHundredths }) => scoreHundredths));
  return scores.filter(({ scoreHundredths }) => scoreHundredths === best);
};

/** S13 九大机制, for everybody: the mechanisms in force in their order, and the winners of each; no score of any other. */
export function publicMechanisms({ ledger, asOf }: BoardContext): PublicMechanisms {
  const scores = byKey(ledger.tables.externalScores, 'mechanism');
  const rows = [...ledger.tables.mechanisms.values()]
    .filter(({ retired }) => retired !== true)
    .sort((a, b) => a.mechanismOrder - b.mechanismOrder)
    .map(({ id, name }) => {
      const first = firstOf(newestPeriod((scores.get(id) ?? []).filter(({ on }) => (on ?? asOf) <= asOf)));
      const winners = first.flatMap(({ unit }) => (unit === undefined ? [] : [unitName(ledger, unit)]));
      const period = first[0]?.period;
      return [id, { name, ...(winners.length > 0 && period ? { period } : {}), winners }] as const;
    });
  return { mechanisms: rows.length, rows: rowsBy(rows) };
}
