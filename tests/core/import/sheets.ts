/** Small sheets for the tests of imports. */
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { LEDGER_COLUMNS } from '../../../core/import/ledger-columns.ts';
import { targetsText } from '../../../core/import/milestone-text.ts';
import { planInForce, recordsByProject, reportInForce } from '../../../core/import/ledger-index.ts';
import { prepareImport } from '../../../core/import/prepare.ts';
import type { ImportChoices, ImportNote, ImportPreview, ImportRow } from '../../../core/import/types.ts';
import { wanText } from '../../../core/money.ts';
import { KEY_LEVELS, SECTORS } from '../../../core/registers/project-choices.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { Cell, Merge, Sheet, Workbook, WorkbookFormat } from '../../../core/workbook/workbook.ts';

/** What a test writes for a cell: a value, or a whole cell. */
export type Written = string | number | null | undefined | Partial<Cell>;

const cell = (written: Written): Cell | undefined => {
  if (written === null || written === undefined || written === '') return undefined;
  if (typeof written === 'object') return { value: null, text: String(written.value ?? ''), ...written };
  return { value: written, text: String(written) };
};

export interface SheetOptions {
  readonly name?: string;
  readonly hidden?: boolean;
  /** `A1:C1`. */
  readonly merges?: readonly string[];
  /** As spreadsheets number them. */
  readonly hiddenRows?: readonly number[];
  readonly images?: Sheet['images'];
}

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;

const mergeOf = (range: string): Merge => {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  if (!match) throw new Error(range);
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
};

export const sheetOf = (rows: readonly (readonly Written[])[], options: SheetOptions = {}): Sheet => ({
  name: options.name ?? '台账',
  hidden: options.hidden ?? false,
  rows: rows.map((row) => row.map(cell)),
  merges: (options.merges ?? []).map(mergeOf),
  hiddenRows: (options.hiddenRows ?? []).map((row) => row - 1),
  hiddenColumns: [],
  images: options.images ?? [],
});

export const workbookOf = (sheets: Sheet | readonly Sheet[], format: WorkbookFormat = 'xlsx'): Workbook => ({
  format,
  sheets: Array.isArray(sheets) ? (sheets as readonly Sheet[]) : [sheets as Sheet],
});

/** The preview of a sheet; a test of a sheet that has none looks at the result itself. */
export function preview(
  sheet: Sheet,
  ledger: Ledger,
  choices: ImportChoices = {},
  format: WorkbookFormat = 'xlsx',
): ImportPreview {
  const prepared = prepareImport(workbookOf(sheet, format), ledger, choices);
  if (!prepared.ok) throw new Error(prepared.problem.code);
  return prepared.value;
}

/** The title lines of a sheet of 2017 with figures up to the end of November, in 万元. */
export const TITLE: readonly (readonly Written[])[] = [
  ['示范区2017年省、市重点项目建设工作台账'],
  ['填报单位:区重点项目办', '', '', '截至2017年11月30日  单位:万元、个'],
];

export const rowAt = (shown: ImportPreview, row: number): ImportRow => {
  const found = shown.rows.find((each) => each.row === row);
  if (!found) throw new Error(`no row ${row}`);
  return found;
};

export const notesAt = (shown: ImportPreview, row: number, code: string): readonly ImportNote[] =>
  rowAt(shown, row).notes.filter((note) => note.code === code);

const GROUPED = (headings: readonly string[]): readonly string[] =>
  headings.map((heading) => heading.replace('{year}', '2017').replace('{before}', '2016'));

const wan = (yuan: number | undefined): Written => (yuan === undefined ? undefined : Number(wanText(yuan)));

/** A ledger in the layout that offices use, as an export writes it: three levels of headings, a section per sector. */
export function ledgerSheet(ledger: Ledger, asOf: IsoDate, year = 2017): Sheet {
  const columns = LEDGER_COLUMNS.filter(({ exported }) => exported);
  const of = recordsByProject(ledger);
  const header = [0, 1, 2].map((level) =>
    columns.map(({ headings }, index) => {
      const heading = GROUPED(headings)[level] ?? '';
      const before = columns[index - 1] && GROUPED(columns[index - 1]?.headings ?? [])[level];
      const above =
        level === 0 || GROUPED(columns[index - 1]?.headings ?? [])[level - 1] === GROUPED(headings)[level - 1];
      return heading === before && above ? '' : heading;
    }),
  );
  const rows: (readonly Written[])[] = [
    ...TITLE.slice(0, 1),
    ['', `截至${Number(asOf.slice(0, 4))}年${Number(asOf.slice(5, 7))}月${Number(asOf.slice(8))}日 单位:万元`],
    ...header,
  ];
  const sum = [...ledger.tables.projects.values()];
  rows.push([`合计(${sum.length}个)`]);
  for (const [sector, { zh }] of Object.entries(SECTORS)) {
    const projects = sum.filter((project) => project.sector === sector).sort((a, b) => a.listOrder - b.listOrder);
    rows.push([`一、${zh}项目(${projects.length}个)`]);
    for (const [index, project] of projects.entries()) {
      const records = of(project.id);
      const report = reportInForce(records.reports, asOf);
      const plan = planInForce(records.plans, year, asOf);
      const quarter = (number: number): string =>
        targetsText(
          records.milestones.filter(
            ({ dueOn }) => dueOn.startsWith(`${year}`) && Math.ceil(Number(dueOn.slice(5, 7)) / 3) === number,
          ),
          year,
          number,
        );
      const units = [project.leadUnit, ...(project.supportUnits ?? [])].map(
        (id) => ledger.tables.units.get(id)?.name ?? '',
      );
      const values: Readonly<Record<string, Written>> = {
        seq: index + 1,
        name: project.name,
        keyLevel: KEY_LEVELS[project.keyLevel].zh,
        nature: project.plannedStartInYear ? '新建' : project.carriedOver ? '续建' : '',
        content: project.content ?? '',
        period:
          project.plannedStart || project.plannedFinish
            ? `${project.plannedStart ?? ''}—${project.plannedFinish ?? ''}`
            : '',
        totalInvestment: wan(project.totalInvestmentYuan),
        investedBefore: wan(project.investedBeforeYuan),
        annualPlan: wan(plan?.amountYuan),
        quarter1: quarter(1),
        quarter2: quarter(2),
        quarter3: quarter(3),
        quarter4: quarter(4),
        completedMonth: wan(report?.asOf === asOf ? report.completedMonthYuan : undefined),
        completedYtd: wan(report?.completedYtdYuan ?? 0),
        physicalProgress: project.physicalProgress ?? '',
        sponsorLeader: ledger.tables.leaders.get(project.sponsorLeader ?? '')?.name ?? '',
        leadUnit: units.join('、'),
        responsiblePerson: project.responsiblePerson ?? '',
        remark: project.remark ?? '',
      };
      rows.push(columns.map(({ id }) => values[id]));
    }
  }
  return sheetOf(rows);
}

/** A sheet with one row of headings (row 3) and records from row 4 on. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly Written[])[],
  options: SheetOptions = {},
): Sheet => sheetOf([...TITLE, headings, ...rows], options);

/** What one field of one record would become; undefined when nothing changes it. */
export function changed(shown: ImportPreview, row: number, field: string): unknown {
  const found = rowAt(shown, row).changes.find((change) => change.field === field);
  return found && 'to' in found ? found.to : undefined;
}
