/** Other accepted rules of rounding, ties and time: what a scheme could as well have said. */
import type { MeasureId } from '../measures/ids.ts';
import type { Label } from '../register/label.ts';
import type { Settings } from '../registers/index.ts';
import { measuresOf } from './measures-of.ts';
import type { Scheme } from './scheme.ts';

/** One rule changed. */
export interface Variant {
  /** Stable: `rankOn:displayed:1`, `tieBreak:without:milestoneRate`. */
  readonly id: string;
  readonly label: Label;
  readonly scheme: Scheme;
  /** Settings that differ, for rules that are no part of the scheme. */
  readonly settings?: Partial<Settings>;
}

const MOST_DECIMALS = 6;

const label = (zh: string, en: string): Label => ({ zh, en });

/** Comparing exact scores, or scores as printed with one decimal fewer, as many, and one more. */
function comparisons(scheme: Scheme): readonly Variant[] {
  const { rankOn, decimals } = scheme;
  const displayed = [decimals - 1, decimals, decimals + 1]
    .filter((each) => each >= 0 && each <= MOST_DECIMALS && !(rankOn === 'displayed' && each === decimals))
    .map((each): Variant => ({
      id: `rankOn:displayed:${each}`,
      label: label(`按保留${each}位小数的得分比较`, `Scores compared with ${each} decimals`),
      scheme: { ...scheme, rankOn: 'displayed', decimals: each },
    }));
  if (rankOn === 'exact') return displayed;
  return [
    {
      id: 'rankOn:exact',
      label: label('按精确得分比较', 'Exact scores compared'),
      scheme: { ...scheme, rankOn: 'exact' },
    },
    ...displayed,
  ];
}

const METHODS = {
  dense: label('并列后名次连续（1、2、2、3）', 'Ties leave no gap (1, 2, 2, 3)'),
  competition: label('并列后名次跳开（1、2、2、4）', 'Ties leave a gap (1, 2, 2, 4)'),
} as const;

const methods = (scheme: Scheme): readonly Variant[] =>
  (['dense', 'competition'] as const)
    .filter((method) => method !== scheme.rankMethod)
    .map((rankMethod) => ({
      id: `rankMethod:${rankMethod}`,
      label: METHODS[rankMethod],
      scheme: { ...scheme, rankMethod },
    }));

/** The chain begun at each of its other measures, and without each of them. */
function chains(scheme: Scheme, labelOf: (measure: MeasureId) => Label): readonly Variant[] {
  const { tieBreak } = scheme;
  const rotations = tieBreak.slice(1).map((first, at): Variant => ({
    id: `tieBreak:first:${first}`,
    label: label(`同分时先比“${labelOf(first).zh}”`, `Ties decided first by: ${labelOf(first).en}`),
    scheme: { ...scheme, tieBreak: [...tieBreak.slice(at + 1), ...tieBreak.slice(0, at + 1)] },
  }));
  const removals = tieBreak.map((gone, at): Variant => ({
    id: `tieBreak:without:${gone}`,
    label: label(`同分时不比“${labelOf(gone).zh}”`, `Ties not decided by: ${labelOf(gone).en}`),
    scheme: { ...scheme, tieBreak: tieBreak.filter((_, index) => index !== at) },
  }));
  return [...rotations, ...removals];
}

function unrounded(item: Scheme['items'][number]): Scheme['items'][number] {
  const { decimals: _, ...rest } = item;
  return rest;
}

const isRounded = ({ decimals }: Scheme['items'][number]): boolean => decimals !== undefined;

/** Items rounded before they are summed, where the scheme sums exact ones; exact ones, where it rounds. */
function itemRounding(scheme: Scheme): readonly Variant[] {
  const { items, decimals } = scheme;
  const rounded = items.map((item) => ({ ...item, decimals }));
  const exact = items.map(unrounded);
  return [
    ...(items.some(isRounded)
      ? [{ id: 'items:exact', label: label('各项不舍入', 'Items not rounded'), scheme: { ...scheme, items: exact } }]
      : []),
    ...(items.every(isRounded)
      ? []
      : [
          {
            id: 'items:rounded',
            label: label(`各项先保留${decimals}位小数`, `Items rounded to ${decimals} decimals`),
            scheme: { ...scheme, items: rounded },
          },
        ]),
  ];
}

/** Measures that depend on how time progress runs. */
const ON_TIME: readonly MeasureId[] = [
  'timeProgress',
  'scheduleVariance',
  'scheduleAttainment',
  'phasePlanRate',
  'monthsOnSchedule',
  'redLightMonths',
];

const TIMES = {
  linearMonth: label('序时进度按月均摊', 'Time progress by month'),
  linearDay: label('序时进度按日均摊', 'Time progress by day'),
} as const;

const times = (scheme: Scheme, { timeProgress }: Settings): readonly Variant[] => {
  const used = measuresOf(scheme);
  if (!ON_TIME.some((measure) => used.has(measure))) return [];
  return (['linearMonth', 'linearDay'] as const)
    .filter((strategy) => strategy !== timeProgress)
    .map((strategy) => ({
      id: `timeProgress:${strategy}`,
      label: TIMES[strategy],
      scheme,
      settings: { timeProgress: strategy },
    }));
};

/** Every variant of a scheme with one rule changed; the scheme itself is not among them. */
export const variantsOf = (
  scheme: Scheme,
  settings: Settings,
  labelOf: (measure: MeasureId) => Label,
): readonly Variant[] => [
  ...comparisons(scheme),
  ...itemRounding(scheme),
  ...chains(scheme, labelOf),
  ...methods(scheme),
  ...times(scheme, settings),
];
