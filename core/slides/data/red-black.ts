import { rowsBy, type Rows } from '../../keyed-rows.ts';
import type { BoardContext } from '../../boards/board.ts';
import { isPublicOn, redBlackOrder } from '../../boards/red-black.ts';
import type { UnitGroup } from '../../registers/unit-groups.ts';
import type { IsoDate } from '../../time.ts';

/** A unit on a red or black board, with the days on which it may be shown; screens keep to them without the server. */
export interface HonourRow {
  readonly unit: string;
  readonly name: string;
  readonly shortName: string;
  readonly group: UnitGroup;
  /** The date of the figures that the board was signed for. */
  readonly asOf: IsoDate;
  readonly from: IsoDate;
  /** The last day. */
  readonly until?: IsoDate;
}

export interface RedBlackData {
  readonly board: 'red' | 'black';
  readonly rows: Rows<HonourRow>;
}

interface Options {
  readonly board: 'red' | 'black';
  readonly group?: UnitGroup;
}

/** The units of all sign-offs in force that are public on some day; which of them on which day, screens decide. */
export function redBlackSlide({ ledger }: BoardContext, { board, group }: Options): RedBlackData | null {
  const signed = [...ledger.tables.boardSignoffs.values()]
    .filter((each) => each.board === board && (group === undefined || each.group === group))
    .filter((each) => isPublicOn(each, each.from))
    .sort(redBlackOrder);
  const rows = signed.flatMap((signoff) =>
    signoff.units.flatMap((id) => {
      const unit = ledger.tables.units.get(id);
      if (!unit) return [];
      const { name, shortName } = unit;
      const { asOf, from, until } = signoff;
      const row = { unit: id, name, shortName, group: signoff.group, asOf, from, ...(until ? { until } : {}) };
      return [[`${signoff.id}-${id}`, row] as const];
    }),
  );
  return rows.length > 0 ? { board, rows: rowsBy(rows) } : null;
}
