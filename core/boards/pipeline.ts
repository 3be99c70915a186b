import { rowsBy } from '../keyed-rows.ts';
import { showRate, type ShownRate } from '../exact.ts';
import { countBySize, share100MPlus, SIZE_BANDS, yearOnYear, type SizeBand } from '../metrics/size-bands.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { KEY_LEVELS, type KeyLevel } from '../registers/project-choices.ts';
import type { PipelineProject, PipelineRound } from '../registers/index.ts';
import { showYi } from '../money.ts';
import { showShare, type BoardContext } from './board.ts';
import { byText } from './lists.ts';
import { sumsOf } from './sums.ts';

const BANDS = Object.keys(SIZE_BANDS) as SizeBand[];
const LEVELS = Object.keys(KEY_LEVELS) as KeyLevel[];

/** The candidates of a year that were not dropped. */
export const candidatesOf = ({ tables }: Ledger, year: number): readonly PipelineProject[] =>
  [...tables.pipeline.values()].filter((each) => each.year === year && each.state !== 'dropped');

const totals = (items: readonly PipelineProject[]): readonly number[] =>
  items.map(({ totalInvestmentYuan }) => totalInvestmentYuan);

type Counts = Partial<Readonly<Record<SizeBand, number>>>;

const countsIn = (round: PipelineRound | undefined): Counts => {
  if (!round) return {};
  const { countFrom10Yi, countFrom5Yi, countFrom1Yi, countBelow1Yi } = round;
  return {
    ...(countFrom10Yi === undefined ? {} : { from10Yi: countFrom10Yi }),
    ...(countFrom5Yi === undefined ? {} : { from5Yi: countFrom5Yi }),
    ...(countFrom1Yi === undefined ? {} : { from1Yi: countFrom1Yi }),
    ...(countBelow1Yi === undefined ? {} : { below1Yi: countBelow1Yi }),
  };
};

const roundsOf = ({ tables }: Ledger, year: number): readonly PipelineRound[] =>
  [...tables.pipelineRounds.values()].filter((round) => round.year === year).sort((a, b) => a.number - b.number);

/** A year's counts by size: of its projects where the ledger has them, else as its last round noted them. */
const countsBefore = (ledger: Ledger, year: number): Counts => {
  const items = candidatesOf(ledger, year);
  return items.length > 0 ? countBySize(totals(items)) : countsIn(roundsOf(ledger, year).at(-1));
};

/** A count against the year before (M20). */
export interface ShownYearOnYear {
  /** How many the year before had. */
  readonly before: number;
  /** An absolute difference: 同比增加6个. */
  readonly delta: number;
  readonly growth?: ShownRate;
}

const compared = (now: number, before: number | undefined): ShownYearOnYear | object => {
  const change = yearOnYear(now, before);
  if (!change || before === undefined) return {};
  return { before, delta: change.delta, ...(change.rate ? { growth: showRate(change.rate) } : {}) };
};

/**
 * S9 项目谋划: a year's candidates in all, by size with the change against the year before (M20), 亿元以上占比 (M18),
 * by the level they are meant for, how many are in the ledger already, and the rounds that led there. For the year after
 * the ledger's unless another is asked for.
 */
export function pipeline({ ledger, settings }: BoardContext, { year = settings.year + 1 }: { readonly year?: number }) {
  const items = candidatesOf(ledger, year);
  const counts = countBySize(totals(items));
  const before = countsBefore(ledger, year - 1);
  const bands = BANDS.map((band) => [band, { count: counts[band], ...compared(counts[band], before[band]) }] as const);
  const rounds = roundsOf(ledger, year).map(({ id, number, on, notice, dueOn, projects, totalInvestmentYuan }) => {
    const row = {
      number,
      on,
      ...(notice ? { notice } : {}),
      ...(dueOn ? { dueOn } : {}),
      ...(projects === undefined ? {} : { projects }),
      ...(totalInvestmentYuan === undefined ? {} : { total: showYi(totalInvestmentYuan) }),
    };
    return [id, row] as const;
  });
  return {
    year,
    ...sumsOf(items),
    from100M: showShare(share100MPlus(totals(items)), 2),
    bands: rowsBy(bands),
    levels: Object.fromEntries(
      LEVELS.map((level) => [level, sumsOf(items.filter(({ intendedLevel }) => intendedLevel === level))]),
    ),
    converted: items.filter(({ state }) => state === 'converted').length,
    rounds: rowsBy([...rounds].sort(byText(([, { on }]) => on))),
  };
}
