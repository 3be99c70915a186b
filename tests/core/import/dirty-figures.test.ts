/** The cases of dirt that real workbooks hold, one test each, by the number that the format's description gives them. */
import { describe, expect, it } from 'vitest';
import type { ImportChoices, ImportPreview } from '../../../core/import/types.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { changed, notesAt, preview, rowAt, table, type SheetOptions, type Written } from './sheets.ts';

const demo = demoLedger();
const NAME = '智能装备产业园一期项目';
const ID = 'KP2017-012';
const OTHERS = ['电子元器件生产基地项目', '食品精深加工产业园项目', '医疗器械孵化园项目'];

/** One column beside the names; the first record stands in row 4. */
const column = (
  heading: string,
  cells: readonly Written[],
  choices: ImportChoices = {},
  options: SheetOptions = {},
): ImportPreview => {
  const names = [NAME, ...OTHERS];
  const rows = cells.map((cell, index) => [index + 1, names[index], cell]);
  return preview(table(['序号', '项目名称', heading, '备注'], rows, options), demo, choices);
};

const amount = (cell: Written, choices?: ImportChoices): ImportPreview => column('总投资', [cell], choices);
const codes = (shown: ImportPreview, row = 4): readonly string[] => rowAt(shown, row).notes.map(({ code }) => code);

const due = (text: string): unknown => {
  const shown = preview(table(['项目名称', '三季度', '总投资'], [[OTHERS[0], text]]), demo);
  const request = shown.requests?.find(({ register }) => register === 'milestones');
  expect(codes(shown)).toContain('DATE_PHRASE');
  return request?.values['dueOn'];
};

const rated = (rate: Written): ImportPreview =>
  preview(
    table(['项目名称', '年度计划投资', '年内累计完成投资', '占年度计划(%)'], [[NAME, 50_000, 70_050, rate]]),
    demo,
  );

const knownLeader = [...demo.tables.leaders.values()].find(({ name }) => name === '王例安');

describe('amounts', () => {
  it('case 1: a unit in the cell beats the one of the header', () => {
    const shown = amount('1.2亿');
    expect(changed(shown, 4, 'totalInvestmentYuan')).toBe(120_000_000);
    expect(notesAt(shown, 4, 'UNIT_IN_CELL')).toMatchObject([{ from: '1.2亿', to: '12000万元', severity: 'info' }]);
  });

  it('case 2: separators, full-width digits and spaces of any width are taken off', () => {
    for (const cell of ['12,000 ', '１２０００', '\u300012000\u00a0', '１２，０００']) {
      const shown = amount(cell);
      expect(changed(shown, 4, 'totalInvestmentYuan')).toBe(120_000_000);
      expect(codes(shown)).toContain('NORMALIZED');
    }
  });

  it('case 3: an approximate or annotated amount is read, with a warning and the cell as it was', () => {
    const approximate = amount('约1.5亿元');
    expect(changed(approximate, 4, 'totalInvestmentYuan')).toBe(150_000_000);
    expect(notesAt(approximate, 4, 'APPROX')).toMatchObject([{ severity: 'warning', from: '约1.5亿元' }]);
    const annotated = amount('8000(含设备3000)');
    expect(changed(annotated, 4, 'totalInvestmentYuan')).toBe(80_000_000);
    expect(notesAt(annotated, 4, 'ANNOTATED')).toMatchObject([{ severity: 'warning', from: '8000(含设备3000)' }]);
  });

  it('case 4: an amount a thousand times below its neighbours waits for an answer', () => {
    const cells = [1.2, 85_001, 98_001, 72_001];
    const shown = column('总投资', cells);
    expect(shown.requests).toBeNull();
    expect(rowAt(shown, 4).fate).toBe('blocked');
    const [question] = shown.questions;
    expect(question).toMatchObject({
      id: 'UNIT_SUSPECT:C4',
      rows: [4],
      options: [{ value: '1.2亿元' }, { value: '1.2万元' }, { value: 'empty' }],
    });
    const answered = (answer: string): unknown =>
      changed(column('总投资', cells, { answers: { 'UNIT_SUSPECT:C4': answer } }), 4, 'totalInvestmentYuan');
    expect(answered('1.2亿元')).toBe(120_000_000);
    expect(answered('1.2万元')).toBe(12_000);
    expect(answered('12500')).toBe(125_000_000);
    expect(answered('empty')).toBeUndefined();
  });

  it('case 4: what the ledger holds already is not suspected', () => {
    const small = ledgerWith(
      [{ kind: 'update', register: 'projects', record: ID, values: { totalInvestmentYuan: 12_000 } }],
      demo,
    );
    const rows = [NAME, ...OTHERS].map((name, index) => [name, index === 0 ? 1.2 : 90_000 + index]);
    expect(preview(table(['项目名称', '总投资', '备注'], rows), small).questions).toEqual([]);
  });

  it('case 5: foreign currency blocks until renminbi is typed or the cell is left out', () => {
    const shown = amount('3000万美元');
    expect(shown.questions).toMatchObject([{ id: 'FOREIGN_CURRENCY:C4', code: 'FOREIGN_CURRENCY', allowFree: true }]);
    expect(shown.requests).toBeNull();
    const answer = (text: string): ImportPreview => amount('3000万美元', { answers: { 'FOREIGN_CURRENCY:C4': text } });
    expect(changed(answer('2.1亿元'), 4, 'totalInvestmentYuan')).toBe(210_000_000);
    expect(answer('empty').requests).toEqual([]);
    expect(answer('4000万美元').requests).toBeNull();
  });

  it('case 6: marks of nothing are empty and never 0; a 0 kept as text is 0', () => {
    for (const mark of ['—', '/', '无', '待定']) {
      const shown = amount(mark);
      expect(notesAt(shown, 4, 'EMPTY_MARK')).toHaveLength(1);
      expect(shown.requests).toEqual([]);
    }
    const zero = column('截至2016年底累计完成投资', ['0']);
    expect(notesAt(zero, 4, 'TEXT_NUMBER')).toMatchObject([{ severity: 'info', from: '0' }]);
    const carried = preview(
      table(['项目名称', '截至2016年底累计完成投资', '备注'], [['城市商业综合体项目', '0']]),
      demo,
    );
    expect(changed(carried, 4, 'investedBeforeYuan')).toBe(0);
  });
});

describe('rows', () => {
  it('case 7: totals, subtotals and sections are no projects, wherever their words stand', () => {
    const captions: readonly (readonly Written[])[] = [
      ['合计', ''],
      ['', '小计'],
      ['总 计(42个)', ''],
      ['', '一、工业项目(11个)'],
      ['二', '农业项目'],
    ];
    const shown = preview(table(['序号', '项目名称', '总投资'], [...captions, [1, NAME, 160_000]]), demo);
    expect(shown.rows.map(({ kind }) => kind)).toEqual(['total', 'subtotal', 'total', 'section', 'section', 'data']);
    expect(shown.rows.filter(({ notes }) => notes.some(({ code }) => code === 'ROW_TOTAL'))).toHaveLength(5);
    expect(shown.counts).toMatchObject({ data: 1, create: 0 });
  });

  it('case 8: a cell merged over three rows holds for all of them', () => {
    const rows = [
      [NAME, '柳园乡', 1],
      [OTHERS[0], null, 1],
      [OTHERS[1], null, 1],
      [OTHERS[2], '临河镇', 1],
    ];
    const shown = preview(table(['项目名称', '责任单位', '序号'], rows, { merges: ['B4:B6'] }), demo);
    expect([4, 5, 6, 7].map((row) => changed(shown, row, 'leadUnit'))).toEqual([
      'unit-01',
      'unit-01',
      'unit-01',
      'unit-02',
    ]);
    expect([4, 5, 6, 7].map((row) => notesAt(shown, row, 'MERGE_FILL').length)).toEqual([0, 1, 1, 0]);
  });

  it('case 8: an amount merged over several rows is not counted several times', () => {
    const rows = [
      [NAME, 300_000, 1],
      [OTHERS[0], null, 1],
    ];
    const shown = preview(table(['项目名称', '总投资', '序号'], rows, { merges: ['B4:B5'] }), demo);
    expect(rowAt(shown, 5).changes).toEqual([]);
  });

  it('case 9: a blank below a unit means "as above" only when a person says so, and never across a section', () => {
    const rows = [
      [1, NAME, '柳园乡'],
      [2, OTHERS[0], ''],
      ['', '二、农业项目'],
      [1, OTHERS[1], ''],
    ];
    const sheet = table(['序号', '项目名称', '责任单位'], rows);
    const open = preview(sheet, demo);
    expect(open.questions).toMatchObject([{ id: 'FILL_DOWN:C', code: 'FILL_DOWN', rows: [5] }]);
    expect(open.requests).toBeNull();
    const filled = preview(sheet, demo, { answers: { 'FILL_DOWN:C': 'yes' } });
    expect(changed(filled, 5, 'leadUnit')).toBe('unit-01');
    expect(changed(filled, 7, 'leadUnit')).toBeUndefined();
    const left = preview(sheet, demo, { answers: { 'FILL_DOWN:C': 'no' } });
    expect(changed(left, 5, 'leadUnit')).toBeUndefined();
  });

  it('case 10: a blank sponsor is no sponsor, not the one above', () => {
    const shown = column('责任领导', ['王例安', '']);
    expect(notesAt(shown, 5, 'NO_SPONSOR')).toHaveLength(1);
    expect(rowAt(shown, 5).changes).toEqual([]);
    expect(shown.questions).toEqual([]);
  });

  it('case 11: ditto marks take the value above', () => {
    for (const mark of ['同上', '〃', '"', '″']) {
      const shown = column('责任领导', ['王例安', mark]);
      expect(notesAt(shown, 5, 'DITTO')).toMatchObject([{ to: '王例安' }]);
      expect(changed(shown, 5, 'sponsorLeader')).toBe(knownLeader?.id);
    }
  });

  it('case 22: headings repeated on a printed page are no record', () => {
    const headings = ['序号', '项目名称', '总投资', '责任单位'];
    const shown = preview(table(headings, [[1, NAME, 160_000], headings, [2, OTHERS[0], 85_000]]), demo);
    expect(shown.rows.map(({ kind }) => kind)).toEqual(['data', 'repeatedHeader', 'data']);
    expect(notesAt(shown, 5, 'REPEATED_HEADER')).toHaveLength(1);
  });

  it('case 23: a hidden row is read like the others, and said to be hidden', () => {
    const shown = column('总投资', [160_000, 90_000], {}, { hiddenRows: [5] });
    expect(notesAt(shown, 5, 'HIDDEN_ROW')).toHaveLength(1);
    expect(changed(shown, 5, 'totalInvestmentYuan')).toBe(900_000_000);
    expect(notesAt(shown, 4, 'HIDDEN_ROW')).toEqual([]);
  });

  it('case 24: a struck or grey row asks whether the project was withdrawn', () => {
    for (const format of [{ strike: true }, { grey: true }] as const) {
      const sheet = table(['序号', '项目名称', '总投资'], [[1, { value: NAME, ...format }, 160_000]]);
      const open = preview(sheet, demo);
      expect(open.questions).toMatchObject([
        { id: 'STRIKE:4', options: [{ value: 'withdrawn' }, { value: 'keep' }, { value: 'skip' }] },
      ]);
      expect(changed(preview(sheet, demo, { answers: { 'STRIKE:4': 'withdrawn' } }), 4, 'lifecycle')).toBe('withdrawn');
      expect(preview(sheet, demo, { answers: { 'STRIKE:4': 'keep' } }).requests).toEqual([]);
      expect(rowAt(preview(sheet, demo, { answers: { 'STRIKE:4': 'skip' } }), 4).fate).toBe('skip');
    }
  });
});

describe('dates', () => {
  it('case 12: a month in figures', () => {
    for (const cell of ['2018.3', '2018.03', '2018-3', '2018/03', '2018年3月']) {
      const shown = column('计划竣工时间', [cell]);
      expect(changed(shown, 4, 'plannedFinish')).toBe('2018-03');
      expect(notesAt(shown, 4, 'DATE_MONTH')).toHaveLength(1);
    }
  });

  it('case 13: October that lost its zero is known by its format; without one it is asked', () => {
    const formatted = column('计划竣工时间', [{ value: 2018.1, text: '2018.10', format: '0.00' }]);
    expect(changed(formatted, 4, 'plannedFinish')).toBe('2018-10');
    const general = column('计划竣工时间', [2018.1]);
    expect(general.questions).toMatchObject([
      { id: 'DATE_AMBIGUOUS:C4', options: [{ value: '2018-01' }, { value: '2018-10' }] },
    ]);
    expect(
      changed(column('计划竣工时间', [2018.1], { answers: { 'DATE_AMBIGUOUS:C4': '2018-10' } }), 4, 'plannedFinish'),
    ).toBe('2018-10');
    expect(changed(column('计划竣工时间', [2018.3]), 4, 'plannedFinish')).toBe('2018-03');
  });

  it('case 14: dates in words, with the year of the title where they name none', () => {
    expect(due('2017年8月底完成基础')).toBe('2017-08-31');
    expect(due('8月底前完成基础')).toBe('2017-08-31');
    expect(due('年底前完成主体')).toBe('2017-12-31');
    expect(due('上半年完成征地')).toBe('2017-06-30');
    const month = column('计划竣工时间', ['2018年3月底']);
    expect(changed(month, 4, 'plannedFinish')).toBe('2018-03');
    expect(notesAt(month, 4, 'DATE_PHRASE')).toMatchObject([{ from: '2018年3月底' }]);
  });

  it('case 15: a serial number is the day that it counts to', () => {
    const shown = column('实际开工时间', [42_795]);
    expect(changed(shown, 4, 'actualStart')).toBe('2017-03');
    expect(notesAt(shown, 4, 'DATE_SERIAL')).toMatchObject([{ from: '42795', to: '2017-03-01' }]);
  });

  it('case 16: a range in one cell is start and finish, whatever parts them', () => {
    for (const cell of [
      '2016.3—2018.11',
      '2016.3-2018.11',
      '2016.3～2018.11',
      '2016年3月至2018年11月',
      '2016-3-2018-11',
    ]) {
      const shown = column('建设起止年限', [cell]);
      expect([changed(shown, 4, 'plannedStart'), changed(shown, 4, 'plannedFinish')]).toEqual(['2016-03', '2018-11']);
      expect(notesAt(shown, 4, 'DATE_RANGE')).toHaveLength(1);
    }
    // Years alone leave the months that the ledger knows.
    expect(rowAt(column('建设起止年限', ['2017-2019']), 4).changes).toEqual([]);
    const years = column('建设起止年限', ['2016-2018']);
    expect([changed(years, 4, 'plannedStart'), changed(years, 4, 'plannedFinish')]).toEqual(['2016-01', '2018-12']);
  });
});

describe('rates', () => {
  it('case 17: a percentage is read by its format and its heading, then compared with completed ÷ plan', () => {
    const forms: readonly Written[] = [
      '140.1%',
      '140.1％',
      { value: 1.401, text: '140.1%', format: '0.0%' },
      140.1,
      1.401,
    ];
    for (const form of forms) {
      const shown = rated(form);
      expect(codes(shown)).not.toContain('RATE_MISMATCH');
      expect(notesAt(shown, 4, 'RATE_FORM').length).toBe(form === 140.1 ? 0 : 1);
    }
    expect(notesAt(rated('140.2%'), 4, 'RATE_MISMATCH')).toMatchObject([{ severity: 'info', to: '140.10%' }]);
    expect(notesAt(rated('150%'), 4, 'RATE_MISMATCH')).toMatchObject([{ severity: 'warning' }]);
  });

  it('case 18: a formula without a value is left out and named', () => {
    for (const broken of [{ error: '#DIV/0!' }, { error: '#REF!' }, { formula: true }] as const) {
      const shown = rated({ value: null, text: '', ...broken });
      expect(notesAt(shown, 4, 'FORMULA_ERROR')).toHaveLength(1);
      expect(codes(shown)).not.toContain('RATE_MISMATCH');
    }
  });
});
