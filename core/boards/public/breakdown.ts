import { rowsBy, type Rows } from '../../keyed-rows.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Label } from '../../register/label.ts';
import { shownFiguresAt, type ProjectFigures } from '../../metrics/figures.ts';
import { sizeBand, SIZE_BANDS } from '../../metrics/size-bands.ts';
import { SECTORS } from '../../registers/project-choices.ts';
import { UNIT_GROUPS } from '../../registers/unit-groups.ts';
import type { BoardContext, Progress } from '../board.ts';
import type { PartsBy } from '../parts-by.ts';
import { progressOf } from './progress.ts';

const NAMES: Readonly<Record<PartsBy, Readonly<Record<string, Label>>>> = {
  group: UNIT_GROUPS,
  sector: SECTORS,
  size: SIZE_BANDS,
};

/** The parts of a division in their order, by what each is called in the ledger. */
export const partNames = (by: PartsBy): Readonly<Record<string, Label>> => NAMES[by];

/** The part that a project belongs to; its lead unit's group, once. */
export const partOf = ({ tables }: Ledger, { project }: ProjectFigures, by: PartsBy): string => {
  if (by === 'sector') return project.sector;
  if (by === 'size') return sizeBand(project.totalInvestmentYuan);
  return tables.units.get(project.leadUnit)?.group ?? '';
};

export interface PublicPart extends Progress {
  readonly label: Label;
  readonly projects: number;
}

export interface PublicBreakdown {
  readonly by: PartsBy;
  readonly rows: Rows<PublicPart>;
}

/** The list by group of units, by sector or by size: how many projects each part has, its plan, and where it stands. */
export function publicBreakdown(context: BoardContext, { by = 'sector' }: { readonly by?: PartsBy }): PublicBreakdown {
  const figures = shownFiguresAt(context.ledger, context.asOf);
  const rows = Object.entries(partNames(by)).flatMap(([part, label]) => {
    const own = figures.filter((each) => partOf(context.ledger, each, by) === part);
    return own.length === 0 ? [] : [[part, { label, projects: own.length, ...progressOf(context, own) }] as const];
  });
  return { by, rows: rowsBy(rows) };
}
