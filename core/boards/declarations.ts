import { fraction, showRate } from '../exact.ts';
import { DECLARATION_STATES } from '../registers/declarations.ts';
import type { Declaration, PipelineProject } from '../registers/index.ts';
import type { KeyLevel } from '../registers/project-choices.ts';
import type { BoardContext } from './board.ts';
import { countBy } from './lists.ts';
import { candidatesOf } from './pipeline.ts';
import { sumsOf, type Sums } from './sums.ts';

interface Declared {
  readonly declaration: Declaration;
  readonly item: PipelineProject;
}

type State = Declaration['state'];
const STATES = Object.keys(DECLARATION_STATES) as State[];

const split = (declared: readonly Declared[]) => {
  const of = (level: KeyLevel): Sums =>
    sumsOf(declared.filter(({ declaration }) => declaration.level === level).map(({ item }) => item));
  return { ...sumsOf(declared.map(({ item }) => item)), provincial: of('provincial'), municipal: of('municipal') };
};

const sharePart = (part: number, whole: number) => {
  const rate = fraction(part, whole);
  return rate && showRate(rate, 2);
};

/** What a selection is of the whole pipeline, by count and by money, with two decimals. */
const shareOfPipeline = (part: Sums, whole: Sums) => ({
  projects: sharePart(part.projects, whole.projects),
  total: sharePart(part.total.yuan, whole.total.yuan),
  plan: sharePart(part.plan.yuan, whole.plan.yuan),
});

/**
 * S10 申报省、市重点: what is meant to be declared of a year's pipeline (every declaration, whatever its answer) and,
 * apart from it, what was accepted; each in all and by level. For the year after the ledger's unless another is asked for.
 */
export function declarations(
  { ledger, settings }: BoardContext,
  { year = settings.year + 1 }: { readonly year?: number },
) {
  const declared = [...ledger.tables.declarations.values()].flatMap((declaration): readonly Declared[] => {
    const item = ledger.tables.pipeline.get(declaration.item);
    return item && declaration.year === year ? [{ declaration, item }] : [];
  });
  const intended = split(declared);
  return {
    year,
    intended,
    accepted: split(declared.filter(({ declaration }) => declaration.state === 'accepted')),
    byState: countBy(declared, STATES, ({ declaration }) => declaration.state),
    shareOfPipeline: shareOfPipeline(intended, sumsOf(candidatesOf(ledger, year))),
  };
}
