/** What the scores of one date are worked out from: who is assessed, and what each formula is given. */
import type { BoardContext } from '../boards/board.ts';
import { byOfficialOrder, inYearTo, isActiveAt } from '../boards/lists.ts';
import type { Fraction } from '../exact.ts';
import { shownFiguresAt } from '../metrics/figures.ts';
import type { ExternalScore, ScoreEntry, Unit } from '../registers/index.ts';
import { endOfMonth, parseMonth, yearOf, type IsoDate } from '../time.ts';
import { boundsOf } from './bounds.ts';
import type { FormulaInputs, OfferedEntry } from './inputs.ts';
import { profileBy } from './profile-by.ts';
import { createReadings, type GivenReading, type Readings } from './readings.ts';
import type { Item, Scheme } from './scheme.ts';
import type { ItemScore } from './score-item.ts';

export interface AssessedUnit {
  readonly unit: Unit;
  /** Its weights profile. */
  readonly profile: string;
}

export interface Sheet {
  readonly context: BoardContext;
  readonly scheme: Scheme;
  /** In official order. */
  readonly units: readonly AssessedUnit[];
  readonly readings: Readings;
  /** Approved entries of the scheme for an item or a gate and a unit, in the year up to a date, earliest first. */
  readonly entries: (item: string, unit: string, asOf: IsoDate) => readonly ScoreEntry[];
}

export interface ScoreOptions {
  /** The scheme's name, under which entries are made by hand; without it none are read. */
  readonly name?: string;
  /** Entries to go by instead of the ledger's; all of them are taken to be this scheme's. */
  readonly entries?: readonly ScoreEntry[];
  /** Readings that another ledger has in common with this one. */
  readonly given?: GivenReading;
}

const assessedUnits = (context: BoardContext, scheme: Scheme): readonly AssessedUnit[] => {
  const profileOf = profileBy(context, scheme);
  return [...context.ledger.tables.units.values()]
    .filter((unit) => isActiveAt(unit, context.asOf))
    .sort(byOfficialOrder)
    .flatMap((unit) => {
      const profile = profileOf(unit);
      return profile === undefined ? [] : [{ unit, profile }];
    });
};

/** Entries by item and unit, so that each is looked at once. */
function entriesBy(entries: readonly ScoreEntry[]): Sheet['entries'] {
  const index = new Map<string, ScoreEntry[]>();
  const sorted = [...entries].sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.id < b.id ? -1 : 1));
  for (const entry of sorted) {
    if (entry.state !== 'approved') continue;
    const key = JSON.stringify([entry.item, entry.unit]);
    index.set(key, [...(index.get(key) ?? []), entry]);
  }
  return (item, unit, asOf) => (index.get(JSON.stringify([item, unit])) ?? []).filter(({ on }) => inYearTo(on, asOf));
}

/** Everything that scores at a date are worked out from. */
export function createSheet(context: BoardContext, scheme: Scheme, { name, entries, given }: ScoreOptions): Sheet {
  const own = entries ?? [...context.ledger.tables.scoreEntries.values()].filter((each) => each.scheme === name);
  return {
    context,
    scheme,
    units: assessedUnits(context, scheme),
    readings: createReadings(context, scheme.rankMethod, given),
    entries: entriesBy(own),
  };
}

const monthEndsTo = (asOf: IsoDate): readonly IsoDate[] =>
  Array.from({ length: 12 }, (_, index) => parseMonth(`${yearOf(asOf)}-${String(index + 1).padStart(2, '0')}`))
    .flatMap((month) => (month ? endOfMonth(month) : []))
    .filter((end) => end <= asOf);

const externalsOf = (context: BoardContext, mechanism: string, unit: string, asOf: IsoDate): readonly ExternalScore[] =>
  [...context.ledger.tables.externalScores.values()]
    .filter((each) => each.mechanism === mechanism && each.unit === unit && inYearTo(each.on, asOf))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const offered = (item: Item, entries: readonly ScoreEntry[]): readonly OfferedEntry[] =>
  entries.map((entry) => ({ entry, evidenced: item.evidenceRequired !== true || entry.evidence !== undefined }));

/**
 * What an item's formula is given about a unit.
 * @param pointsOf what items came to that are worked out already.
 */
export function inputsFor(
  sheet: Sheet,
  item: Item,
  max: Fraction,
  unit: Unit,
  pointsOf: (item: string) => ItemScore | undefined,
): FormulaInputs {
  const { context, readings } = sheet;
  const peers = sheet.units.filter((each) => each.unit.group === unit.group).map((each) => each.unit);
  const { period = 'year' } = item;
  const needed = item.needs?.measure;
  const placedAt = (asOf: IsoDate): readonly Unit[] =>
    needed === undefined ? peers : peers.filter(({ id }) => readings.of(id, needed, asOf, period).value !== null);
  const at = (asOf: IsoDate): FormulaInputs => ({
    asOf,
    reading: (measure) => readings.of(unit.id, measure, asOf, period),
    place: (measure) => readings.placeAmong(placedAt(asOf), unit.id, measure, asOf, period),
    projects: () => shownFiguresAt(context.ledger, asOf).filter(({ project }) => project.leadUnit === unit.id),
    entries: () => offered(item, sheet.entries(item.id, unit.id, asOf)),
    externals: (mechanism) => externalsOf(context, mechanism, unit.id, asOf),
    pointsOf: (other) => {
      const inherited = pointsOf(other);
      return inherited && inherited.leavesSum !== true ? inherited.points : null;
    },
    months: () => monthEndsTo(asOf).map(at),
    bounds: boundsOf(item, max),
  });
  return at(context.asOf);
}
