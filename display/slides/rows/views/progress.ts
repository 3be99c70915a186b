/** Lists of money against plan: units, projects, leaders and parts of the list. */
import { msg, str } from '@lit/localize';
import { inOrder } from '../../../../core/keyed-rows.ts';
import type { Progress } from '../../../../core/boards/board.ts';
import type { ProjectRow, ProjectRows } from '../../../../core/boards/project-ranking.ts';
import type { PortfolioProject, PublicLeader } from '../../../../core/boards/public/leaders.ts';
import type { UnitRow } from '../../../../core/boards/unit-ranking.ts';
import type { SlideDataOf } from '../../../../core/slides/data.ts';
import {
  completedOnlyText,
  labelText,
  noRowsText,
  ofPlanText,
  paceShape,
  paceWord,
  unitProjectsText,
  unverifiedSign,
  varianceText,
  yiText,
} from '../../../words/words.ts';
import type { Headings, ListRow, ListView, RowStatus } from '../list-view.ts';

const moneyText = ({ plan, completed }: Progress): string =>
  plan ? ofPlanText(completed.text, plan.text) : completedOnlyText(completed.text);

const marked = (name: string, { unverified }: { readonly unverified?: true }): string =>
  unverified ? `${name}${unverifiedSign}` : name;

const statusOf = ({ pace, variance }: Progress): RowStatus => ({
  tone: pace,
  sign: paceShape(pace),
  word: paceWord(pace),
  note: varianceText(variance),
});

type Ordered<T> = T & { readonly id: string; readonly order: number };

interface Names {
  readonly name: string;
  readonly shortName: string;
  readonly secondary: readonly string[];
}

const rowOf = (
  row: Ordered<Progress>,
  { name, shortName, secondary }: Names,
  ...cells: readonly string[]
): ListRow => ({
  ...statusOf(row),
  id: row.id,
  order: row.order,
  name: marked(name, row),
  shortName: marked(shortName, row),
  secondary,
  cells,
  ...(row.rate ? { figure: row.rate } : {}),
});

const amountsOf = ({ plan, completed }: Progress): readonly string[] => [plan?.text ?? '—', completed.text];

/** Rows of rates against time, without plates. */
const timed = (rows: readonly ListRow[], time: ListView['time']): ListView => ({
  rows,
  ...(time ? { time } : {}),
  plates: 'none',
  medals: false,
  bars: 'rate',
  unit: '%',
  statusFirst: false,
  head: [],
  none: { text: noRowsText(), good: false },
});

const ranking = (rows: readonly ListRow[], time: ListView['time']): ListView => ({
  ...timed(rows, time),
  plates: 'ranks',
  medals: rows.filter(({ rank }) => rank !== undefined).length > 1,
});

const placeOf = ({ rank, change }: Pick<UnitRow, 'rank' | 'change'>): Pick<ListRow, 'rank' | 'change'> => ({
  ...(rank === undefined ? {} : { rank }),
  ...(change ? { change } : {}),
});

const headings = (name: string): Headings => ({
  name,
  cells: [msg('计划', { id: 'projects.plan' }), msg('完成', { id: 'projects.completed' })],
  bar: `(${yiText()})`,
  figure: msg('完成率', { id: 'projects.rate' }),
  status: msg('进度', { id: 'projects.pace' }),
});

export function unitRankingView({ rows, time }: SlideDataOf['unitRanking']): ListView {
  const shown = inOrder(rows).map((row) => {
    const secondary = [`${unitProjectsText(row.projects)} · ${moneyText(row)}`, moneyText(row)];
    return { ...rowOf(row, { name: row.name, shortName: row.shortName, secondary }), ...placeOf(row) };
  });
  return ranking(shown, time);
}

const unitOf = ({ unit, unitShortName }: ProjectRow): string => unitShortName || unit;

const projectRows = (
  rows: ProjectRows,
  secondary: (row: ProjectRow) => readonly string[],
  cells: (row: ProjectRow) => readonly string[],
): readonly ListRow[] =>
  inOrder(rows).map((row) => {
    const names = { name: row.name, shortName: row.shortName ?? row.name, secondary: secondary(row) };
    return { ...rowOf(row, names, ...cells(row)), ...placeOf(row) };
  });

export const projectRankingView = ({ rows, time }: SlideDataOf['projectRanking']): ListView =>
  ranking(
    projectRows(
      rows,
      (row) => [`${unitOf(row)} · ${moneyText(row)}`, unitOf(row)],
      () => [],
    ),
    time,
  );

const siteTexts = (row: ProjectRow): readonly string[] =>
  row.physicalProgress ? [`${unitOf(row)} · ${row.physicalProgress}`, unitOf(row)] : [unitOf(row)];

export function projectsView({ rows, time }: SlideDataOf['projects']): ListView {
  const shown = projectRows(rows, siteTexts, amountsOf);
  return { ...timed(shown, time), headings: headings(msg('项目', { id: 'projects.name' })) };
}

const withRate = (project: PortfolioProject): string =>
  `${marked(project.name, project)}${project.rate ? ` ${project.rate.text}%` : ''}`;

/** How many, and from every project with its rate down to the first of them. */
function portfolioTexts({ projects }: PublicLeader): readonly string[] {
  const count = unitProjectsText(projects.length);
  const names = projects.map((project) => marked(project.name, project));
  const [first = ''] = names;
  return [
    `${count} · ${projects.map(withRate).join(' · ')}`,
    `${count} · ${names.join(' · ')}`,
    ...(projects.length > 1 ? [msg(str`${first} 等 ${projects.length} 个项目`, { id: 'leaders.more' })] : []),
  ];
}

export function leadersView({ rows, time }: SlideDataOf['leaders']): ListView {
  const shown = inOrder(rows).map((row) => {
    const count = unitProjectsText(row.projects.length);
    const secondary = [...portfolioTexts(row), `${count} · ${moneyText(row)}`, count];
    return rowOf(row, { name: row.leader, shortName: row.leader, secondary });
  });
  return timed(shown, time);
}

export function breakdownView({ rows, time }: SlideDataOf['breakdown']): ListView {
  const shown = inOrder(rows).map((row) => {
    const name = labelText(row.label);
    const count = unitProjectsText(row.projects);
    const names = { name, shortName: name, secondary: [`${count} · ${moneyText(row)}`, count] };
    return { ...rowOf(row, names, ...amountsOf(row)), besideCells: [count] };
  });
  return { ...timed(shown, time), headings: headings(msg('分类', { id: 'breakdown.part' })) };
}
