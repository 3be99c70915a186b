/** Small workbooks for the tests of imports, as real files. */
import type { Table, TableValue } from '../../../core/workbook/table.ts';
import { writeXlsx } from '../../../server/workbooks/workbooks.ts';

const HEADINGS: readonly (readonly [heading: string, format: Table['columns'][number]['format']])[] = [
  ['项目名称', 'text'],
  ['项目级别', 'text'],
  ['产业类别', 'text'],
  ['建设性质', 'text'],
  ['总投资', 'wan'],
  ['截至2016年底累计完成投资', 'wan'],
  ['2017年计划投资', 'wan'],
  ['年内累计完成投资', 'wan'],
  ['责任单位', 'text'],
  ['责任人', 'text'],
  ['联系电话', 'text'],
];

const WAN = 10_000;

/** A project of the small office as the office's ledger lists it; amounts in 元. */
export interface LedgerLine {
  readonly name: string;
  readonly completedYuan: number;
  readonly unit?: string;
  readonly planYuan?: number;
  readonly phone?: string;
}

const valuesOf = ({ name, completedYuan, unit = '柳园乡', planYuan = 7000 * WAN, phone = '' }: LedgerLine) =>
  [
    name,
    '市重点',
    '工业',
    '续建',
    9000 * WAN,
    0,
    planYuan,
    completedYuan,
    unit,
    '例某',
    phone,
  ] satisfies readonly TableValue[];

/** An .xlsx file with one sheet, up to the end of June 2017. */
export const ledgerFile = (lines: readonly LedgerLine[]): Promise<Uint8Array<ArrayBuffer>> =>
  writeXlsx([
    {
      name: '台账',
      title: '示范区2017年重点项目建设工作台账',
      subtitle: { left: '填报单位:区重点项目办', right: '截至2017年6月30日  单位:万元' },
      columns: HEADINGS.map(([heading, format]) => ({ headings: [heading], format })),
      rows: lines.map((line) => ({ kind: 'data', values: valuesOf(line) })),
    },
  ]).then((bytes) => new Uint8Array(bytes));

/**
 * A table of units as CSV in GB18030, as WPS saves it:
 *
 *     单位名称,简称,组别,建制顺序,联系电话
 *     柳园乡,柳园乡,乡镇办,7,0371-1234
 *     示范局,示范局,区直部门,9,
 */
export const unitsCsv = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.from(
      [
        'b5a5cebbc3fbb3c62cbcf2b3c62cd7e9b1f02cbda8d6c6cbb3d0f22cc1aacfb5b5e7bbb00d0ac1f8d4b0cfe72cc1f8d4b0cf',
        'e72ccfe7d5f2b0ec2c372c303337312d313233340d0acabeb7b6bed62ccabeb7b6bed62cc7f8d6b1b2bfc3c52c392c0d0a',
      ].join(''),
      'hex',
    ),
  );
