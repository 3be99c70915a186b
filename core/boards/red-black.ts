import { rowsBy } from '../keyed-rows.ts';
import { DISTINCTION_OF } from '../schemes/distinction.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { BoardSignoff } from '../registers/index.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import type { IsoDate } from '../time.ts';
import type { BoardContext } from './board.ts';

/** Whether a sign-off is public on a day: signed, begun and not ended. A black board without an end date never is. */
export const isPublicOn = ({ state, board, from, until }: BoardSignoff, day: IsoDate): boolean =>
  state === 'signed' && from <= day && (until === undefined ? board === 'red' : day <= until);

const BOARDS = ['red', 'black'] as const;
const GROUPS = Object.keys(UNIT_GROUPS);

/** Red before black, groups in the office's order, newer figures first. */
export const redBlackOrder = (a: BoardSignoff, b: BoardSignoff): number =>
  BOARDS.indexOf(a.board) - BOARDS.indexOf(b.board) ||
  GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
  (a.asOf === b.asOf ? (a.id < b.id ? -1 : 1) : a.asOf < b.asOf ? 1 : -1);

const row = ({ tables }: Ledger, { board, group, asOf, scheme, units, from, until }: BoardSignoff) => ({
  board,
  distinction: DISTINCTION_OF[board],
  group,
  asOf,
  scheme: tables.schemes.get(scheme)?.name ?? scheme,
  from,
  ...(until === undefined ? {} : { until }),
  units: units.flatMap((id) => {
    const unit = tables.units.get(id);
    return unit ? [{ id, name: unit.name, shortName: unit.shortName }] : [];
  }),
});

/**
 * 红黑榜: the signed sign-offs in force today, whatever the date of the figures that is asked for: nobody sees a black
 * board before or after its dates by asking for another date. Empty where today is not known.
 */
export function redBlack({ ledger, today }: BoardContext) {
  const shown = [...ledger.tables.boardSignoffs.values()].filter(
    (signoff) => today !== undefined && isPublicOn(signoff, today),
  );
  return { rows: rowsBy([...shown].sort(redBlackOrder).map((signoff) => [signoff.id, row(ledger, signoff)] as const)) };
}
