/** A large workbook in the office's own layout, for measuring imports. */
import { LEDGER_COLUMNS } from '../../core/import/ledger-columns.ts';
import type { Table, TableColumn, TableValue } from '../../core/workbook/table.ts';
import { writeXlsx } from '../../server/workbooks/workbooks.ts';

const WAN = 10_000;
const YEAR = 2017;
const FORMATS: Readonly<Record<string, TableColumn['format']>> = { amount: 'wan', rate: 'percent' };

/** What stands in one row; `round` varies the figures, so that the same projects come with new ones. */
function valueOf(id: string, row: number, round: number): TableValue {
  const plan = (1000 + (row % 900) * 10) * WAN;
  const completed = Math.round((plan * (30 + (row % 60) + round)) / 100 / WAN) * WAN;
  const values: Readonly<Record<string, TableValue>> = {
    seq: row + 1,
    name: `第${row + 1}号${['工业园', '安置区', '农贸市场', '污水处理厂'][row % 4]}项目`,
    keyLevel: row % 5 === 0 ? '省重点' : '市重点',
    nature: row % 3 === 0 ? '新建' : '续建',
    content: `总建筑面积${1000 + row}平方米,配套道路、管网和绿化`,
    period: row % 3 === 0 ? '2017.3-2019.12' : '2016.3-2018.12',
    totalInvestment: plan * 4,
    investedBefore: row % 3 === 0 ? 0 : plan,
    annualPlan: plan,
    quarter1: '完成征地拆迁',
    quarter2: '完成基础施工',
    quarter3: '主体施工过半',
    quarter4: '主体封顶',
    completedMonth: Math.round(completed / 10 / WAN) * WAN,
    completedYtd: completed,
    rate: (completed / plan) * 100,
    physicalProgress: `正在进行第${(row % 20) + 1}层施工`,
    responsiblePerson: '例某',
    liaisonPhone: `139${String(10_000_000 + row)}`,
    remark: '',
  };
  return values[id] ?? null;
}

/** An .xlsx file of so many projects, with the columns that the product's own export has. */
export async function ledgerWorkbook(
  rows: number,
  units: readonly string[],
  round: number,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly columns: number }> {
  const exported = LEDGER_COLUMNS.filter((column) => column.exported);
  const columns = exported.map(({ headings, reading }) => ({
    headings: headings.map((each) => each.replace('{year}', String(YEAR)).replace('{before}', String(YEAR - 1))),
    format: FORMATS[reading] ?? 'text',
  }));
  const unitAt = exported.findIndex(({ id }) => id === 'leadUnit');
  const table: Table = {
    name: '台账',
    title: `示范区${YEAR}年省、市重点项目建设工作台账`,
    subtitle: {
      left: '填报单位:区重点项目办',
      right: `截至${YEAR}年${10 + round}月${round === 0 ? 31 : 30}日 单位:万元`,
    },
    columns,
    rows: Array.from({ length: rows }, (_, row) => ({
      kind: 'data',
      values: exported.map(({ id }, index) =>
        index === unitAt ? (units[row % units.length] ?? null) : valueOf(id, row, round),
      ),
    })),
  };
  return { bytes: new Uint8Array(await writeXlsx([table])), columns: columns.length };
}
