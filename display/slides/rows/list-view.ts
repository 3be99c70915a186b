/** The three slides that list, reduced to one kind of row. */
import type { Progress } from '../../../core/boards/board.ts';
import type { ProjectRow, ProjectRows } from '../../../core/boards/project-ranking.ts';
import type { UnitRow } from '../../../core/boards/unit-ranking.ts';
import type { ShownRate } from '../../../core/exact.ts';
import type { RankChange } from '../../../core/metrics/rank.ts';
import { inOrder } from '../../../core/slides/rows.ts';
import type { Scene } from '../scene.ts';
import { completedOnlyText, ofPlanText, unitProjectsText, unverifiedSign } from '../../words/words.ts';

export interface ListRow extends Progress {
  readonly id: string;
  readonly order: number;
  readonly rank?: number;
  readonly change?: RankChange;
  readonly name: string;
  /** For strips, and where the name does not fit. */
  readonly shortName: string;
  /** The second, smaller line, from the fullest wording to the shortest. */
  readonly secondary: readonly string[];
}

export interface ListView {
  readonly rows: readonly ListRow[];
  readonly time: ShownRate;
  /** Rows carry rank plates. */
  readonly ranked: boolean;
  /** The first three wear gold; a group of one has no winner. */
  readonly medals: boolean;
  /** Plan and completed stand in columns of their own. */
  readonly amounts: boolean;
}

const moneyText = ({ plan, completed }: Progress): string =>
  plan ? ofPlanText(completed.text, plan.text) : completedOnlyText(completed.text);

const marked = (name: string, { unverified }: Progress): string => (unverified ? `${name}${unverifiedSign}` : name);

const unitRow = (row: UnitRow & { readonly id: string }): ListRow => ({
  ...row,
  name: marked(row.name, row),
  shortName: marked(row.shortName, row),
  secondary: [`${unitProjectsText(row.projects)} · ${moneyText(row)}`, moneyText(row)],
});

const projectRow = (row: ProjectRow & { readonly id: string }, secondary: readonly string[]): ListRow => ({
  ...row,
  name: marked(row.name, row),
  shortName: marked(row.shortName ?? row.name, row),
  secondary,
});

const projectRows = (rows: ProjectRows, secondary: (row: ProjectRow) => readonly string[]): readonly ListRow[] =>
  inOrder(rows).map((row) => projectRow(row, secondary(row)));

const unitOf = ({ unit, unitShortName }: ProjectRow): string => unitShortName || unit;

const ranking = (rows: readonly ListRow[], time: ShownRate): ListView => ({
  rows,
  time,
  ranked: true,
  medals: rows.filter(({ rank }) => rank !== undefined).length > 1,
  amounts: false,
});

export type ListKind = 'unitRanking' | 'projectRanking' | 'projects';

/** What a listing slide shows, whatever its kind. */
export function listViewOf({ slide }: Scene<ListKind>): ListView {
  const { time } = slide.data;
  switch (slide.kind) {
    case 'unitRanking':
      return ranking(inOrder(slide.data.rows).map(unitRow), time);
    case 'projectRanking':
      return ranking(
        projectRows(slide.data.rows, (row) => [`${unitOf(row)} · ${moneyText(row)}`, unitOf(row)]),
        time,
      );
    default: {
      const about = (row: ProjectRow): readonly string[] =>
        row.physicalProgress ? [`${unitOf(row)} · ${row.physicalProgress}`, unitOf(row)] : [unitOf(row)];
      return { rows: projectRows(slide.data.rows, about), time, ranked: false, medals: false, amounts: true };
    }
  }
}
