import { rowsBy } from '../keyed-rows.ts';
import type { Fraction } from '../exact.ts';
import { compareByMeasure } from '../measures/better.ts';
import { isMeasureId, type MeasureId } from '../measures/ids.ts';
import { MEASURES } from '../measures/index.ts';
import type { Measure } from '../measures/measure.ts';
import { showMeasure } from '../measures/show.ts';
import { shownFiguresAt } from '../metrics/figures.ts';
import type { Contest, Unit } from '../registers/index.ts';
import { COMPARED } from './board-measures.ts';
import { boardContext, unverifiedIn, type BoardContext } from './board.ts';
import { byOfficialOrder, byText } from './lists.ts';
import type { IsoDate } from '../time.ts';

/** Who is ahead; `level` when equal, absent where one of them has no figure. */
type Leads = 'first' | 'second' | 'level';

const leadOf = ({ id, better }: Measure, first: Fraction | null, second: Fraction | null): Leads | null => {
  if (!first || !second || better === 'neither') return null;
  const order = compareByMeasure(id, first, second);
  return order === 0 ? 'level' : order < 0 ? 'first' : 'second';
};

function line(context: BoardContext, id: MeasureId, first: string, second: string) {
  const measure = MEASURES[id];
  const ofUnit = (unit: string) => measure.of(context, { kind: 'unit', unit }).value;
  const [own, other] = [ofUnit(first), ofUnit(second)];
  const leads = leadOf(measure, own, other);
  return {
    label: measure.label,
    unit: measure.unit,
    better: measure.better,
    ...(own ? { first: showMeasure(measure, own) } : {}),
    ...(other ? { second: showMeasure(measure, other) } : {}),
    ...(leads ? { leads } : {}),
  };
}

/** Two units to be compared, and the contest between them where there is one. */
interface Duel {
  readonly first: string;
  readonly second: string;
  readonly contest?: Contest;
}

interface Options {
  readonly contest?: string;
  readonly first?: string;
  readonly second?: string;
}

const duelIn = (contest: Contest, asOf: IsoDate): Duel | null =>
  // Figures of a later date than the board's are not to be had by naming a contest.
  contest.secondUnit === undefined || contest.asOf > asOf
    ? null
    : { first: contest.firstUnit, second: contest.secondUnit, contest };

/** The contest with the newest figures, of the last round among those. */
const latestDuel = ({ ledger, asOf }: BoardContext): Duel | null =>
  [...ledger.tables.contests.values()]
    .sort((a, b) => byText<Contest>((each) => each.asOf)(b, a) || b.round - a.round || (a.id < b.id ? -1 : 1))
    .map((contest) => duelIn(contest, asOf))
    .find((duel) => duel !== null) ?? null;

/** The first two units in the office's order. */
function firstDuel({ ledger }: BoardContext): Duel | null {
  const [first, second] = [...ledger.tables.units.values()].sort(byOfficialOrder);
  return first && second ? { first: first.id, second: second.id } : null;
}

function duelOf({ ledger, asOf }: BoardContext, { contest: id, first, second }: Options): Duel | null {
  const contest = id === undefined ? undefined : ledger.tables.contests.get(id);
  if (id !== undefined) return contest ? duelIn(contest, asOf) : null;
  return first === undefined || second === undefined || first === second ? null : { first, second };
}

const side = ({ ledger, asOf }: BoardContext, { id, name, shortName }: Unit, leads: number) => ({
  id,
  name,
  shortName,
  leads,
  ...unverifiedIn(shownFiguresAt(ledger, asOf).filter(({ project }) => project.leadUnit === id)),
});

const contestPart = ({
  season,
  round,
  kind,
  measure,
  result,
  firstHundredths,
  secondHundredths,
  flagHolder,
}: Contest) => ({
  season,
  round,
  kind,
  measure,
  result,
  ...(firstHundredths === undefined ? {} : { firstHundredths }),
  ...(secondHundredths === undefined ? {} : { secondHundredths }),
  ...(flagHolder === undefined ? {} : { flagHolder }),
});

const measuresOf = (contest: Contest | undefined): readonly MeasureId[] => {
  const metric = contest?.metric;
  return isMeasureId(metric) ? [metric, ...COMPARED.filter((id) => id !== metric)] : COMPARED;
};

function compared(context: BoardContext, { first: one, second: other, contest }: Duel) {
  const first = context.ledger.tables.units.get(one);
  const second = context.ledger.tables.units.get(other);
  const at = boardContext(context.ledger, contest?.asOf ?? context.asOf);
  if (!first || !second || !at) return null;
  const rows = measuresOf(contest).map((id) => [id, line(at, id, first.id, second.id)] as const);
  const leading = (who: Leads): number => rows.filter(([, { leads }]) => leads === who).length;
  return {
    figuresAsOf: at.asOf,
    first: side(at, first, leading('first')),
    second: side(at, second, leading('second')),
    ...(contest ? { contest: contestPart(contest) } : {}),
    rows: rowsBy(rows),
  };
}

/**
 * Two units side by side at one date, in several measures; of a contest at the date of its figures. Where nothing is named
 * the latest contest, else the first two units. Null when the contest or a unit is not there, has one side only, or is of
 * a later date.
 */
export function headToHead(context: BoardContext, options: Options) {
  const isOpen = options.contest === undefined && options.first === undefined && options.second === undefined;
  const duel = isOpen ? (latestDuel(context) ?? firstDuel(context)) : duelOf(context, options);
  return duel && compared(context, duel);
}
