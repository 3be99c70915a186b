import { rowsBy } from '../keyed-rows.ts';
import { BULLETIN_KINDS } from '../registers/bulletins.ts';
import type { Bulletin } from '../registers/index.ts';
import type { BoardContext } from './board.ts';
import { byText, inYearTo } from './lists.ts';

type Kind = Bulletin['kind'];
const KINDS = Object.keys(BULLETIN_KINDS) as Kind[];

const highest = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((most, each) => Math.max(most, each ?? 0), 0);

/**
 * S6 通报、分析报告: the papers issued in the year by the date, counted by kind; the numbers that the next ones take, which
 * also leave out those of drafts.
 */
export function bulletins({ ledger, asOf, settings }: BoardContext) {
  const all = [...ledger.tables.bulletins.values()];
  const issued = all
    .filter(({ state, issuedOn }) => state === 'issued' && inYearTo(issuedOn, asOf))
    .sort(byText(({ issuedOn, id }) => `${issuedOn} ${id}`));
  const kinds = KINDS.map((kind) => {
    const own = all.filter((each) => each.kind === kind);
    const thisYear = own.filter(({ year }) => year === settings.year);
    const row = {
      issued: issued.filter((each) => each.kind === kind).length,
      nextNumber: highest(thisYear.map(({ number }) => number)) + 1,
      nextRunningNumber: highest(own.map(({ runningNumber }) => runningNumber)) + 1,
    };
    return [kind, row] as const;
  });
  const rows = issued.map(({ id, kind, number, title, issuedOn, asOf: figuresAsOf }) => {
    return [id, { kind, number, title, issuedOn, figuresAsOf }] as const;
  });
  return { kinds: rowsBy(kinds), rows: rowsBy(rows) };
}
