/** The whole ledger in the layout that offices print and hand on: 重点项目建设工作台账. */
import type { BoardContext } from '../boards/board.ts';
import { headingsIn, LEDGER_COLUMNS, PERMIT_GROUP, type LedgerColumn } from '../import/ledger-columns.ts';
import { recordsByProject, type ProjectRecords } from '../import/ledger-index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { figuresAt, type ProjectFigures } from '../metrics/figures.ts';
import { KEY_LEVELS, SECTORS } from '../registers/project-choices.ts';
import { registerNamed, type PermitItem, type Project, type RegisterName } from '../registers/index.ts';
import type { Holder } from '../rights/holder.ts';
import { mayRead } from '../rights/reading.ts';
import { yearOf, type IsoDate } from '../time.ts';
import type { ColumnFormat, Table, TableColumn, TableRow, TableValue } from '../workbook/table.ts';
import { ledgerCells, percentOf, permitColumn, type LedgerCells } from './ledger-cells.ts';

/** A column of the sheet with the id of what it holds. */
interface SheetColumn extends TableColumn {
  readonly id: string;
  readonly summed: boolean;
}

const FORMATS: Partial<Record<LedgerColumn['reading'], ColumnFormat>> = { amount: 'wan', rate: 'percent' };

/** Characters of half width; the others are as wide as what they hold. */
const WIDTHS: Readonly<Record<string, number>> = {
  seq: 6,
  name: 24,
  keyLevel: 8,
  nature: 8,
  content: 28,
  period: 10,
  quarter1: 14,
  quarter2: 14,
  quarter3: 14,
  quarter4: 14,
  physicalProgress: 18,
  issue: 18,
  measure: 18,
  sponsorLeader: 9,
  leadUnit: 14,
  responsiblePerson: 9,
};

const sized = (id: string): { width?: number } => {
  const width = id.startsWith('permit:') ? 8 : WIDTHS[id];
  return width === undefined ? {} : { width };
};

/** Items that are in use, or that some permit is still of. */
function shownItems({ tables }: Ledger): readonly PermitItem[] {
  const used = new Set([...tables.permits.values()].map(({ item }) => item));
  return [...tables.permitItems.values()]
    .filter(({ id, retired }) => !retired || used.has(id))
    .sort((a, b) => a.itemOrder - b.itemOrder || (a.id < b.id ? -1 : 1));
}

function columnsOf(ledger: Ledger, year: number): readonly SheetColumn[] {
  const permits = shownItems(ledger).map(({ id, name }): SheetColumn => {
    const column = permitColumn(id);
    return { id: column, headings: [PERMIT_GROUP, name], format: 'text', summed: false, ...sized(column) };
  });
  return LEDGER_COLUMNS.filter(({ exported }) => exported).flatMap((column) => {
    const { id, headings, reading, summed = false } = column;
    const format = id === 'seq' ? 'integer' : (FORMATS[reading] ?? 'text');
    const own: SheetColumn = { id, headings: headingsIn(headings, year), format, summed, ...sized(id) };
    // 前期手续 stands between 形象进度 and 存在问题.
    return id === 'issue' ? [...permits, own] : [own];
  });
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

interface LedgerLine {
  readonly project: Project;
  readonly cells: LedgerCells;
}

const sumOf = (lines: readonly LedgerLine[], id: string): number =>
  lines.reduce((sum, { cells }) => sum + (typeof cells[id] === 'number' ? cells[id] : 0), 0);

/** A caption with the sums of its lines, and the rate of these sums. */
function sumRow(
  kind: 'section' | 'total',
  caption: string,
  lines: readonly LedgerLine[],
  columns: readonly SheetColumn[],
): TableRow {
  const valueOf = ({ id, summed }: SheetColumn): TableValue => {
    if (id === 'seq') return caption;
    if (id === 'rate') return percentOf(sumOf(lines, 'completedYtd'), sumOf(lines, 'annualPlan'));
    return summed ? sumOf(lines, id) : null;
  };
  return { kind, values: columns.map(valueOf) };
}

function rowsOf(lines: readonly LedgerLine[], columns: readonly SheetColumn[]): readonly TableRow[] {
  const sections = Object.entries(SECTORS)
    .map(([sector, { zh }]) => ({ zh, own: lines.filter(({ project }) => project.sector === sector) }))
    .filter(({ own }) => own.length > 0);
  return [
    sumRow('total', `合计(${lines.length}个)`, lines, columns),
    ...sections.flatMap(({ zh, own }, index) => [
      sumRow('section', `${NUMERALS[index] ?? ''}、${zh}项目(${own.length}个)`, own, columns),
      ...own.map(({ cells }, at): TableRow => {
        const values = columns.map(({ id }) => (id === 'seq' ? at + 1 : (cells[id] ?? null)));
        return { kind: 'data', values };
      }),
    ]),
  ];
}

/** 省、市 … as far as the list has projects of the level. */
const levelsText = (lines: readonly LedgerLine[]): string =>
  Object.entries(KEY_LEVELS)
    .filter(([level]) => lines.some(({ project }) => project.keyLevel === level))
    .map(([, { zh }]) => zh.replace('重点', ''))
    .join('、');

const dateText = (date: IsoDate): string =>
  `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** The registers that the sheet tells of: who takes it out may read all of them. */
export const LEDGER_REGISTERS = [
  'settings',
  'units',
  'leaders',
  'projects',
  'plans',
  'reports',
  'milestones',
  'permitItems',
  'permits',
  'issues',
] as const satisfies readonly RegisterName[];

/** What belongs to a project, without issues that somebody may not read. */
const seenBy = (who: Holder | undefined, ledger: Ledger, records: ProjectRecords): ProjectRecords =>
  who
    ? { ...records, issues: records.issues.filter((issue) => mayRead(who, registerNamed('issues'), issue, ledger)) }
    : records;

/**
 * The list of projects at the context's date in the office's layout: title, cut-off and unit of money, three levels of
 * headings, the total above the data, a section per sector with its sums, the number restarting in each. What left the
 * list and contact numbers are not in it. An import reads it back to no change.
 * @param who takes it out: projects that they may not read are left out, also of the sums.
 */
export function ledgerTable(context: BoardContext, who?: Holder): Table {
  const { ledger, settings, asOf } = context;
  const year = yearOf(asOf);
  const records = recordsByProject(ledger);
  const columns = columnsOf(ledger, year);
  const lines = figuresAt(ledger, asOf)
    .filter(({ project }) => !who || mayRead(who, registerNamed('projects'), project, ledger))
    .map((figures: ProjectFigures): LedgerLine => {
      const { project } = figures;
      return { project, cells: ledgerCells({ ledger, asOf }, figures, seenBy(who, ledger, records(project.id))) };
    });
  return {
    name: `${year}年${Number(asOf.slice(5, 7))}月`,
    title: `${settings.district}${year}年${levelsText(lines)}重点项目建设工作台账`,
    subtitle: {
      left: `填报单位:${settings.office}${settings.demo ? '(演示数据)' : ''}`,
      right: `截至${dateText(asOf)}  单位:万元、个`,
    },
    columns: columns.map(({ headings, format, width }) => ({ headings, format, ...(width ? { width } : {}) })),
    rows: [
      ...rowsOf(lines, columns),
      { kind: 'note', values: [`注:完成投资为${settings.source},按项目清单顺序分类排列;未填报的留空。`] },
      { kind: 'note', values: ['填表人:            审核人:            填报日期:'] },
    ],
  };
}
