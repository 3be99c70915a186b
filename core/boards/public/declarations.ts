import { rowsBy, type Rows } from '../../keyed-rows.ts';
import { KEY_LEVELS, type KeyLevel } from '../../registers/project-choices.ts';
import type { BoardContext } from '../board.ts';
import { sumsOf, type Sums } from '../sums.ts';

const LEVELS = Object.keys(KEY_LEVELS) as KeyLevel[];

export interface PublicDeclarations extends Sums {
  readonly year: number;
  /** By level; only levels at which anything was accepted. */
  readonly rows: Rows<Sums>;
}

/**
 * S10 申报省、市重点, for everybody: what city and province have accepted by the date, in all and by level; what is only
 * meant to be declared is not public. For the year after the ledger's unless another is asked for.
 */
export function publicDeclarations(
  { ledger, settings, asOf }: BoardContext,
  { year = settings.year + 1 }: { readonly year?: number },
): PublicDeclarations {
  const accepted = [...ledger.tables.declarations.values()].flatMap(({ item, level, state, answeredOn, year: of }) => {
    const project = ledger.tables.pipeline.get(item);
    return project && of === year && state === 'accepted' && (answeredOn ?? asOf) <= asOf ? [{ level, project }] : [];
  });
  const rows = LEVELS.flatMap((level) => {
    const own = accepted.filter((each) => each.level === level);
    return own.length === 0 ? [] : [[level, sumsOf(own.map(({ project }) => project))] as const];
  });
  return { year, ...sumsOf(accepted.map(({ project }) => project)), rows: rowsBy(rows) };
}
