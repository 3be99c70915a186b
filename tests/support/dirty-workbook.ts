/**
 * The office's workbook as it arrives: the 42 demo projects in the usual layout, with every kind of dirt once. After a
 * person answered what is asked, it says the same as the clean list.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEMO_MILESTONES } from '../../server/demo/demo-milestones.ts';
import { PERMITS, DIRT, type Dirt } from './dirty-cases.ts';
import { letters, xlsxWith, type XmlCell } from './ooxml.ts';

export type DemoRow = Readonly<Record<string, string>>;

/** The clean list: the demo's projects as their file has them, amounts in 万元. */
export function demoRows(): readonly DemoRow[] {
  const file = resolve(import.meta.dirname, '../../server/demo/projects-2017.csv');
  const [head = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

/** Where a case stands. */
export interface PlacedCase {
  readonly number: number;
  readonly codes: readonly string[];
  /** `G12`, or `12` for a whole row. */
  readonly cell: string;
  /** The rows that it covers, as the spreadsheet numbers them. */
  readonly rows: readonly number[];
}

export interface DirtyWorkbook {
  readonly bytes: Uint8Array;
  readonly cases: readonly PlacedCase[];
  /** What a person answers to the blocking questions, by the question's id. */
  readonly answers: Readonly<Record<string, string>>;
  /** The row of each project, as the spreadsheet numbers it, by the project's id. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The columns with their levels of headings. */
const COLUMNS: readonly (readonly [id: string, ...headings: string[]])[] = [
  ['seq', '序号'],
  ['name', '项目名称'],
  ['level', '项目级别'],
  ['nature', '建设性质(新建/续建)'],
  ['content', '建设规模及主要内容'],
  ['period', '建设起止年限'],
  ['total', '总投资'],
  ['before', '截至2016年底累计完成投资'],
  ['plan', '2017年计划', '计划投资'],
  ['q1', '2017年计划', '时间节点', '一季度'],
  ['q2', '2017年计划', '时间节点', '二季度'],
  ['q3', '2017年计划', '时间节点', '三季度'],
  ['q4', '2017年计划', '时间节点', '四季度'],
  ['month', '进展情况', '本月完成投资'],
  ['ytd', '进展情况', '年内累计完成投资'],
  ['rate', '进展情况', '占年度计划(%)'],
  ['progress', '进展情况', '形象进度'],
  ...PERMITS.map((item) => [`permit:${item}`, '前期手续', item] as const),
  ['issue', '存在问题'],
  ['measure', '解决措施及时限'],
  ['leader', '责任领导'],
  ['unit', '责任单位'],
  ['person', '责任人'],
  ['phone', '联系电话'],
  ['remark', '备注'],
  ['started', '实际开工'],
  ['finished', '实际竣工'],
  ['finishes', '计划竣工'],
  ['state', '项目状态'],
];

/** Columns of the demo file's amounts, by the sheet's. */
const AMOUNTS: Readonly<Record<string, string>> = {
  total: 'total_investment_wan',
  before: 'invested_before_2017_wan',
  plan: 'plan_2017_wan',
  ytd: 'completed_2017_wan',
};

const LEVELS = 3;
const columnAt = (id: string): number => COLUMNS.findIndex(([each]) => each === id);
const text = (value: string | undefined): XmlCell | null => (value ? { text: value } : null);
const wan = (row: DemoRow, column: string): number => Number(row[column]);

/** The serial number of the first day of a month. */
const monthSerial = (month: string): number =>
  Math.round(
    (Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1) - Date.UTC(1899, 11, 30)) / 86_400_000,
  );

const monthCell = (month: string | undefined): XmlCell | null =>
  month ? { number: monthSerial(month), look: 'yearMonth' } : null;

function quarterCells(project: string): Readonly<Record<string, XmlCell | null>> {
  const cells: Record<string, XmlCell | null> = {};
  for (const quarter of [1, 2, 3, 4]) {
    const due = DEMO_MILESTONES.filter(
      ([id, , , dueOn]) =>
        id === project && dueOn.startsWith('2017') && Math.ceil(Number(dueOn.slice(5, 7)) / 3) === quarter,
    );
    const lines = due.map(([, name, , dueOn]) => `${name}(${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日)`);
    cells[`q${quarter}`] = text(lines.join('\n'));
  }
  return cells;
}

/** What a project's row says before anything is spoilt. */
function cleanCells(row: DemoRow, seq: number): Readonly<Record<string, XmlCell | null>> {
  const ytd = wan(row, 'completed_2017_wan');
  const month = ytd - wan(row, 'cum_2017_11_wan');
  const rate = Math.round((ytd / wan(row, 'plan_2017_wan')) * 10_000) / 100;
  const amounts = Object.entries(AMOUNTS).map(([id, column]) => [id, { number: wan(row, column) }] as const);
  return {
    seq: { number: seq },
    name: text(row['project_name']),
    level: text(row['key_level']),
    nature: text(row['is_new_start_2017'] === '1' ? '新建' : '续建'),
    content: text(row['construction_content']),
    period: text(`${row['planned_start']}—${row['planned_finish']}`),
    ...Object.fromEntries(amounts),
    ...quarterCells(row['project_id'] ?? ''),
    month: { number: month },
    rate: { number: rate },
    progress: text(row['physical_progress']),
    issue: text(row['open_issue_category'] ? `${row['open_issue_category']}未落实` : ''),
    measure: text(row['open_issue_category'] ? '责任单位牵头,2018年1月31日前解决' : ''),
    leader: text(row['sponsor_leader']),
    unit: text(row['responsible_unit']),
    person: text(row['responsible_person']),
    started: monthCell(row['actual_start']),
    finished: monthCell(row['actual_finish']),
    finishes: text(row['is_planned_completion_2017'] === '1' ? '是' : '否'),
    state: text(row['status_end_2017'] === 'completed' ? '竣工' : '在建'),
  };
}

const headingRows = (): (XmlCell | null)[][] =>
  Array.from({ length: LEVELS }, (_, level) =>
    COLUMNS.map(([, ...headings], column) => {
      const [, ...before] = COLUMNS[column - 1] ?? [''];
      const isRepeated =
        level < headings.length - 1 && headings.slice(0, level + 1).join() === before.slice(0, level + 1).join();
      return isRepeated ? null : text(headings[level]);
    }),
  );

/** Merges of the headings that start in a row (from 0). */
function headingMerges(top: number): readonly string[] {
  return COLUMNS.flatMap(([, ...headings], left) =>
    headings.flatMap((_, level) => {
      const group = headings.slice(0, level + 1).join();
      const isLast = level === headings.length - 1;
      const sameGroup = (column: number): boolean => {
        const others = COLUMNS[column]?.slice(1) ?? [];
        return !isLast && others.length > level + 1 && others.slice(0, level + 1).join() === group;
      };
      if (sameGroup(left - 1)) return [];
      let right = left;
      while (sameGroup(right + 1)) right += 1;
      const bottom = isLast ? LEVELS - 1 : level;
      const isOne = right === left && bottom === level;
      return isOne ? [] : [`${letters(left)}${top + level + 1}:${letters(right)}${top + bottom + 1}`];
    }),
  );
}

const sumCells = (rows: readonly DemoRow[]): Readonly<Record<string, XmlCell>> =>
  Object.fromEntries(
    Object.entries(AMOUNTS).map(([id, column]) => [
      id,
      { number: rows.reduce((sum, row) => sum + wan(row, column), 0) },
    ]),
  );

/** Sections in the order of the sheet, each with how its caption is written. */
const SECTIONS: readonly (readonly [sector: string, seq: string, name: string])[] = [
  ['工业', '一、工业项目(11个)', ''],
  ['农业', '二', '农业项目(2个)'],
  ['城建', '', '三、城建项目(9个)'],
  ['社会事业', '四、社会事业项目(7个)', ''],
  ['服务业', '五、服务业项目(8个)', ''],
  ['交通能源', '六、交通能源项目(5个)', ''],
];

/** The headings come again in front of this section, as on a printed page. */
const NEW_PAGE = '社会事业';

interface Draft {
  readonly rows: (XmlCell | null)[][];
  readonly merges: string[];
  readonly projects: Map<string, number>;
}

const lineOf = (cells: Readonly<Record<string, XmlCell | null>>): (XmlCell | null)[] =>
  COLUMNS.map(([id]) => cells[id] ?? null);

function layOut(rows: readonly DemoRow[]): Draft {
  const last = letters(COLUMNS.length - 1);
  const draft: Draft = {
    rows: [
      lineOf({ seq: text('示范区2017年省、市重点项目建设工作台账') }),
      lineOf({ seq: text('填报单位:区重点项目办'), month: text('截至2017年12月31日   单位:万元、个') }),
      ...headingRows(),
      lineOf({ seq: text('合计(42个)'), ...sumCells(rows) }),
    ],
    merges: [`A1:${last}1`, 'A2:L2', `N2:${last}2`, ...headingMerges(2)],
    projects: new Map(),
  };
  for (const [sector, seq, name] of SECTIONS) {
    const own = rows.filter((row) => row['category'] === sector);
    if (sector === NEW_PAGE) {
      draft.merges.push(...headingMerges(draft.rows.length));
      draft.rows.push(...headingRows());
    }
    draft.rows.push(lineOf({ seq: text(seq), name: text(name), ...sumCells(own) }));
    for (const [at, row] of own.entries()) {
      draft.projects.set(row['project_id'] ?? '', draft.rows.length);
      draft.rows.push(lineOf(cleanCells(row, at + 1)));
    }
    if (sector === '工业') draft.rows.push(lineOf({ name: text('小　计'), ...sumCells(own) }));
  }
  draft.rows.push(lineOf({ seq: text('注:形象进度为红字的,是本周有变化的项目。') }));
  draft.rows.push(lineOf({ seq: text('填表人:          审核人:          填报日期:') }));
  return draft;
}

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Spoils one cell or row; says where. */
function spoil(draft: Draft, { project, column, cell, rowLook, mergeDown }: Dirt): string {
  const row = project === 'total' ? 2 + LEVELS : (draft.projects.get(project) ?? 0);
  const cells = draft.rows[row] ?? [];
  if (rowLook) {
    const looked = cells.map((each) =>
      each && ('text' in each || 'number' in each) ? { ...each, look: rowLook } : each,
    );
    draft.rows[row] = looked;
    return String(row + 1);
  }
  if (column === undefined) return String(row + 1);
  const at = columnAt(column);
  if (cell !== undefined) cells[at] = cell;
  if (mergeDown) {
    for (let below = 1; below <= mergeDown; below += 1) (draft.rows[row + below] ?? [])[at] = null;
    draft.merges.push(`${letters(at)}${row + 1}:${letters(at)}${row + mergeDown + 1}`);
  }
  return `${letters(at)}${row + 1}`;
}

/** The dirty workbook with where each case stands and what has to be answered. */
export function dirtyWorkbook(): DirtyWorkbook {
  const draft = layOut(demoRows());
  const answers: Record<string, string> = {};
  const cases = DIRT.map((dirt): PlacedCase => {
    const cell = spoil(draft, dirt);
    const { answer } = dirt;
    if (answer) answers[answer[0].replace('{cell}', cell).replace('{column}', cell.replace(/\d+$/, ''))] = answer[1];
    const row = Number(cell.replace(/^\D+/, ''));
    const rows = Array.from({ length: (dirt.mergeDown ?? 0) + 1 }, (_, below) => row + below);
    return { number: dirt.number, codes: dirt.codes, cell, rows };
  });
  const rowOf = (is: (dirt: Dirt) => boolean): number[] =>
    DIRT.flatMap((dirt) => (is(dirt) ? [draft.projects.get(dirt.project) ?? 0] : []));
  const [pictured = 0] = rowOf(({ picture }) => picture === true);
  const bytes = xlsxWith('12月', {
    rows: draft.rows,
    merges: draft.merges,
    hiddenRows: rowOf(({ hidden }) => hidden === true),
    images: [{ row: pictured, column: columnAt('remark'), bytes: PNG }],
  });
  const rows = new Map([...draft.projects].map(([id, row]) => [id, row + 1] as const));
  return { bytes, cases, answers, rows };
}
