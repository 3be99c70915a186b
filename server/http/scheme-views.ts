/** Scores by assessment schemes as the API shows them. */
import type { Fraction } from '../../core/exact.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { Label } from '../../core/register/label.ts';
import type { SchemeRecord } from '../../core/registers/index.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../core/registers/unit-groups.ts';
import type { Result } from '../../core/result.ts';
import type { ComparedScore, ComparedUnit } from '../../core/schemes/compare.ts';
import type { Proposed } from '../../core/schemes/honours-at.ts';
import { schemeInForce } from '../../core/schemes/in-force.ts';
import type { NoRise, Rise, SchemeRise } from '../../core/schemes/rise.ts';
import type { Scheme } from '../../core/schemes/scheme.ts';
import { showScore, type SchemeScores, type ShownScore, type UnitScore } from '../../core/schemes/score.ts';
import type { Sensitivity } from '../../core/schemes/sensitivity.ts';
import type { IsoDate } from '../../core/time.ts';

/** A scheme in the list; `inForce` when it is the one that the settings name and its dates hold the day. */
export const listedScheme = (ledger: Ledger, record: SchemeRecord, today: IsoDate) => {
  const { id, name, version, state, effectiveFrom, effectiveTo, approvalDocument } = record;
  return {
    id,
    name,
    version,
    state,
    effectiveFrom,
    ...(effectiveTo === undefined ? {} : { effectiveTo }),
    ...(approvalDocument === undefined ? {} : { approvalDocument }),
    inForce: schemeInForce(ledger, today)?.id === id,
  };
};

/** A unit's line: its score with parts, items and the gates that apply. */
function scoreRow({ unit, profile, rank, tied, total, items, gates, ...parts }: UnitScore, { decimals }: Scheme) {
  const show = (points: Fraction): ShownScore => showScore(points, decimals);
  return {
    unit: unit.id,
    name: unit.shortName,
    group: unit.group,
    profile,
    ...(rank === undefined ? {} : { rank }),
    ...(tied ? { tied } : {}),
    total: show(total),
    base: show(parts.base.points),
    bonus: show(parts.bonus.points),
    penalty: show(parts.penalty.points),
    items: Object.fromEntries(
      items.map(({ item, points, max, state }) => [item.id, { ...show(points), max: show(max).text, state }]),
    ),
    gates: gates.filter(({ applies }) => applies).map(({ gate }) => gate.id),
  };
}

/** Every list with its rows, best first, and the scheme's items as columns. */
export const shownScores = ({ scheme, lists, notAssessed }: SchemeScores) => ({
  decimals: scheme.decimals,
  items: scheme.items.map(({ id, label, part, max }) => ({ id, label, part, max })),
  lists: lists.map(({ group, rows }) => ({
    ...(group ? { group } : {}),
    rows: rows.map((row) => scoreRow(row, scheme)),
  })),
  notAssessed: notAssessed.map(({ unit }) => ({ unit: unit.id, name: unit.shortName, group: unit.group })),
});

const nameOf = ({ tables }: Ledger, unit: string) => ({ unit, name: tables.units.get(unit)?.shortName ?? unit });

const NO_RISE: Readonly<Record<NoRise, Label>> = {
  first: { zh: '已是第一名', en: 'is first' },
  notRanked: { zh: '不参加排名', en: 'is not ranked' },
  noReport: { zh: '没有可增加投资的项目填报', en: 'has no report that could hold more' },
  outOfReach: {
    zh: '已到上限，仅靠增加投资不能升位',
    en: 'no further investment alone brings it up: caps are reached',
  },
};

/** How much it takes to pass the units above, or why no amount does. */
function shownRise(ledger: Ledger, rise: Result<Rise, NoRise>) {
  if (!rise.ok) return { rise: null, reason: rise.problem, words: NO_RISE[rise.problem] };
  const { above, wan, project } = rise.value;
  return {
    rise: {
      above: above.map((unit) => nameOf(ledger, unit)),
      wan,
      project: { id: project, name: ledger.tables.projects.get(project)?.name ?? project },
    },
  };
}

/** @param byRate the same in the plain ranking by completion rate. */
export const shownSchemeRise = (
  ledger: Ledger,
  { decimals }: Scheme,
  own: SchemeRise,
  byRate: Result<Rise, NoRise>,
) => ({
  gap: own.gap && showScore(own.gap, decimals),
  ...shownRise(ledger, own.rise),
  open: own.open.map(({ item, points }) => ({ item, points: showScore(points, decimals) })),
  byRate: shownRise(ledger, byRate),
});

export const shownSensitivity = (ledger: Ledger, all: readonly Sensitivity[]) =>
  all.map(({ id, label, pairs, moved }) => ({
    id,
    label,
    pairs: pairs.map((pair) => ({ ...pair, first: nameOf(ledger, pair.first), second: nameOf(ledger, pair.second) })),
    moved: moved.map(({ unit, before, after }) => ({ ...nameOf(ledger, unit), before, after })),
  }));

/** What the rules propose, by group, with what they look at for each unit. */
export const shownHonours = (proposed: readonly Proposed[], { decimals }: Scheme) =>
  (Object.keys(UNIT_GROUPS) as UnitGroup[])
    .filter((group) => proposed.some((each) => each.group === group))
    .map((group) => ({
      group,
      units: proposed
        .filter((each) => each.group === group)
        .map(({ unit, name, rank, met, exempt, noRed, distinction, value }) => ({
          unit,
          name,
          ...(rank === null ? {} : { rank }),
          ...(met === null ? {} : { met }),
          ...(value ? { value: showScore(value, decimals) } : {}),
          exempt,
          noRed,
          distinction,
        })),
    }));

const shownPlace = ({ rank, total }: ComparedScore, decimals: number) => ({
  ...(rank === undefined ? {} : { rank }),
  total: showScore(total, decimals),
});

/** Two schemes unit by unit and item by item; differences are after less before. */
export const shownComparison = (units: readonly ComparedUnit[], { decimals }: Scheme) =>
  units.map(({ unit, name, before, after, difference, items }) => ({
    unit,
    name,
    ...(before ? { before: shownPlace(before, decimals) } : {}),
    ...(after ? { after: shownPlace(after, decimals) } : {}),
    ...(difference ? { difference: showScore(difference, decimals) } : {}),
    items: items.map((item) => ({
      id: item.id,
      ...(item.before ? { before: showScore(item.before, decimals) } : {}),
      ...(item.after ? { after: showScore(item.after, decimals) } : {}),
      difference: showScore(item.difference, decimals),
    })),
  }));
