/** What the golden files keep of scores: every number exactly, and every calculation. */
import { boardContext } from '../../../../core/boards/board.ts';
import type { Ledger } from '../../../../core/ledger/ledger.ts';
import { SCHEME_A, SCHEME_A_NAME } from '../../../../core/schemes/scheme-a.ts';
import { SCHEME_B, SCHEME_B_NAME } from '../../../../core/schemes/scheme-b.ts';
import { score, showScore, type UnitScore } from '../../../../core/schemes/score.ts';
import type { Scheme } from '../../../../core/schemes/scheme.ts';
import type { IsoDate } from '../../../../core/time.ts';

export const DATES = ['2017-05-31', '2017-08-31', '2017-12-31'] as const;

export const SCHEMES: Readonly<Record<string, { readonly name: string; readonly body: Scheme }>> = {
  'scheme-a': { name: SCHEME_A_NAME, body: SCHEME_A },
  'scheme-b': { name: SCHEME_B_NAME, body: SCHEME_B },
};

const lineOf = (row: UnitScore) => ({
  unit: row.unit.name,
  ...(row.rank !== undefined && { rank: row.rank }),
  ...(row.tied && { tied: true }),
  total: showScore(row.total, 2),
  calculation: row.calculation,
  base: row.base.calculation,
  bonus: row.bonus.calculation,
  penalty: row.penalty.calculation,
  gates: row.gates.filter(({ applies }) => applies).map(({ gate }) => gate.id),
  items: Object.fromEntries(
    row.items.map(({ item, points, state, calculation }) => [
      item.id,
      { points: showScore(points, 2), state, calculation },
    ]),
  ),
});

/** The scores of a scheme on a ledger at a date, as the golden files have them. */
export function goldenOf(ledger: Ledger, scheme: string, asOf: string) {
  const context = boardContext(ledger, asOf as IsoDate);
  const { name, body } = SCHEMES[scheme] ?? {};
  if (!context || !body) throw new Error(`nothing to score: ${scheme}`);
  const { lists, notAssessed } = score(context, body, { ...(name !== undefined && { name }) });
  return {
    scheme: name,
    asOf,
    lists: lists.map(({ group, rows }) => ({ group, rows: rows.map(lineOf) })),
    notAssessed: notAssessed.map(({ unit }) => unit.name),
  };
}

export const goldenFile = (scheme: string, asOf: string): string => `${scheme}-${asOf}.json`;
