/** The cases of dirt that real workbooks hold, one test each, by the number that the format's description gives them. */
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { privateNumberIn } from '../../../core/register/private-number.ts';
import type { ImportChoices, ImportPreview } from '../../../core/import/types.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { changed, notesAt, preview, rowAt, sheetOf, table, TITLE, type SheetOptions, type Written } from './sheets.ts';

const demo = demoLedger();
const NAME = '智能装备产业园一期项目';
const ID = 'KP2017-012';
const OTHERS = ['电子元器件生产基地项目', '食品精深加工产业园项目', '医疗器械孵化园项目'];

const PROJECTS = [NAME, ...OTHERS, '城市商业综合体项目', '总部经济大厦项目'];

/** The demo ledger with these permit items and no permits. */
const withItems = (names: readonly string[]): Ledger => {
  const start = { ...demo, tables: { ...demo.tables, permitItems: new Map(), permits: new Map() } };
  return ledgerWith(
    names.map((name, index) => ({
      kind: 'create',
      register: 'permitItems',
      record: `item-${index + 1}`,
      values: { name, itemOrder: index + 1, authority: 'district', limitDays: 1 },
    })),
    start,
  );
};

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

const codes = (shown: ImportPreview, row = 4): readonly string[] => rowAt(shown, row).notes.map(({ code }) => code);

const unit = (text: string, answers = {}): ImportPreview => column('责任单位', [text], { answers });

// The demo ledger's verified figure of the month before.
const october = 76_310;

const figures = (month: number, ytd: number, total: number): ImportPreview =>
  preview(table(['项目名称', '总投资', '本月完成投资', '年内累计完成投资'], [[NAME, total, month, ytd]]), demo);

const newLeader = (text: string): readonly unknown[] => {
  const shown = column('责任领导', [text]);
  const made = shown.requests?.find(({ register }) => register === 'leaders');
  return [made?.values['name'], ...codes(shown).filter((code) => code !== 'NEW_LEADER')];
};

describe('people and units', () => {
  it('case 19: names padded to the width of three lose their spaces; of several the first one counts', () => {
    expect(newLeader('王　例')).toEqual(['王例', 'NAME_PADDED']);
    expect(newLeader('王 例')).toEqual(['王例', 'NAME_PADDED']);
    expect(newLeader('钱例一\n李例平')).toEqual(['钱例一', 'MULTI_PERSON']);
    expect(newLeader('钱例一、李例平')).toEqual(['钱例一', 'MULTI_PERSON']);
  });

  it('case 20: a unit is known by its other names; the one in the lead leads, the others support', () => {
    const short = unit('住建局');
    expect(changed(short, 4, 'leadUnit')).toBe('unit-09');
    expect(notesAt(short, 4, 'UNIT_ALIAS')).toMatchObject([{ from: '住建局', to: '区住建局' }]);
    const two = unit('柳园乡、区住建局(牵头)');
    expect([changed(two, 4, 'leadUnit'), changed(two, 4, 'supportUnits')]).toEqual(['unit-09', ['unit-01']]);
    expect(codes(two)).toContain('MULTI_UNIT');
    const unknown = unit('区住房和城乡建设局、柳园乡');
    expect(unknown.questions).toMatchObject([{ id: 'UNKNOWN_UNIT:区住房和城乡建设局', allowFree: true }]);
    expect(unknown.questions[0]?.options[0]).toMatchObject({ value: 'unit-09', label: { zh: '区住建局' } });
    const answered = unit('区住房和城乡建设局、柳园乡', { 'UNKNOWN_UNIT:区住房和城乡建设局': 'unit-09' });
    expect([changed(answered, 4, 'leadUnit'), changed(answered, 4, 'supportUnits')]).toEqual(['unit-09', ['unit-01']]);
    const made = unit('区商务局', { 'UNKNOWN_UNIT:区商务局': 'new:department' });
    expect(made.requests).toMatchObject([
      {
        kind: 'create',
        register: 'units',
        values: {
          name: '区商务局',
          group: 'department',
          officialOrder: Math.max(...[...demo.tables.units.values()].map((each) => each.officialOrder)) + 1,
        },
      },
      { kind: 'update', register: 'projects', record: ID },
    ]);
  });

  it('case 21: a similar name is proposed, never taken for granted', () => {
    const sheet = table(
      ['项目名称', '总投资', '责任单位'],
      [['智能装备产业园项目（一期）', 170_000, '产业集聚区管委会']],
    );
    const open = preview(sheet, demo);
    const id = 'NAME_MATCH:智能装备产业园项目(一期)';
    expect(open.questions).toMatchObject([{ id, rows: [4], parameters: { name: '智能装备产业园项目（一期）' } }]);
    expect(open.questions[0]?.options.map(({ value }) => value)).toEqual(expect.arrayContaining([ID, 'new', 'skip']));
    const matched = preview(sheet, demo, { answers: { [id]: ID } });
    expect(matched.requests).toMatchObject([
      { kind: 'update', record: ID, values: { totalInvestmentYuan: 1_700_000_000 } },
    ]);
    expect(rowAt(preview(sheet, demo, { answers: { [id]: 'skip' } }), 4).fate).toBe('skip');
    // Brackets of the other width are the same name.
    const same = preview(table(['项目名称', '总投资', '序号'], [['智能装备产业园　一期项目', 160_000]]), demo);
    expect([same.questions, same.requests]).toEqual([[], []]);
  });

  it('case 28: a mobile number never stays in a text', () => {
    const texts = ['联系王试13800138000', '王试 138 0013 8000', '王试１３８００１３８０００', '+86-138-0013-8000'];
    for (const heading of ['备注', '责任人']) {
      for (const text of texts) {
        const shown = preview(table(['项目名称', '总投资', heading], [[NAME, 160_000, text]]), demo);
        expect(notesAt(shown, 4, 'PII_PHONE')).toHaveLength(1);
        expect(shown.quarantined).toBe(1);
        expect(shown.requests).toMatchObject([{ record: ID, values: { liaisonPhone: '13800138000' } }]);
        const { requests: _, ...visible } = shown;
        expect(privateNumberIn(JSON.stringify(visible))).toBeNull();
        const [{ values } = { values: {} }] = shown.requests ?? [];
        const { liaisonPhone: __, ...others } = values as Record<string, unknown>;
        expect(privateNumberIn(JSON.stringify(others))).toBeNull();
      }
    }
  });

  it('case 28: a column of numbers goes to the secret field and is shown nowhere', () => {
    const shown = preview(table(['项目名称', '总投资', '联系电话'], [[NAME, 160_000, 13_800_138_000]]), demo);
    expect(shown.columns[2]).toMatchObject({ field: 'liaisonPhone', secret: true });
    expect(rowAt(shown, 4).changes).toEqual([
      { register: 'projects', record: ID, field: 'liaisonPhone', secret: true },
    ]);
    const { requests: _, ...visible } = shown;
    expect(JSON.stringify(visible)).not.toContain('13800138000');
  });
});

describe('permits, figures, pictures, formats', () => {
  it('case 25: marks of permits', () => {
    const marks: readonly (readonly [string, string])[] = [
      ['√', 'done'],
      ['✔', 'done'],
      ['已办', 'done'],
      ['办理中', 'inProgress'],
      ['不需办理', 'notRequired'],
      ['×', 'missing'],
    ];
    const ledger = withItems(['立项备案']);
    const shown = preview(
      sheetOf(
        [
          ...TITLE,
          ['项目名称', '总投资', '前期手续', ''],
          ['', '', '立项', '备注'],
          ...marks.map(([mark], index) => [PROJECTS[index], null, mark]),
        ],
        { merges: ['A3:A4', 'B3:B4', 'C3:D3'] },
      ),
      ledger,
    );
    expect(shown.header).toEqual({ top: 3, bottom: 4 });
    expect(shown.requests?.map(({ values }) => values['state'])).toEqual(marks.map(([, state]) => state));
    expect(notesAt(shown, 5, 'PERMIT_MARK')).toMatchObject([{ from: '√', to: 'done' }]);
  });

  it('case 25: several permits in one column, in the order of the heading', () => {
    const sheet = table(['项目名称', '前期手续(立项/环评)', '序号'], [[NAME, '√/办理中']]);
    const asked = preview(sheet, withItems(['立项', '环评']), { columns: { B: 'permits' } });
    expect(asked.requests?.map(({ values }) => [values['item'], values['state']])).toEqual([
      ['item-1', 'done'],
      ['item-2', 'inProgress'],
    ]);
  });

  it('case 25: permits whose group is joined to their heading', () => {
    const shown = preview(
      table(['项目名称', '前期手续/立项', '前期手续/环评', '总投资', '备注'], [[NAME, '√', '×']]),
      withItems(['立项', '环评']),
    );
    expect(shown.requests?.map(({ values }) => values['state'])).toEqual(['done', 'missing']);
  });

  it('case 25: an item that is not in the list is asked about once', () => {
    const rows = [
      ...TITLE,
      ['项目名称', '总投资', '前期手续', ''],
      ['', '', '消防', '人防'],
      [NAME, null, '√', ''],
      [OTHERS[0], null, '×', ''],
    ];
    const sheet = sheetOf(rows, { merges: ['A3:A4', 'B3:B4', 'C3:D3'] });
    const open = preview(sheet, withItems(['立项']));
    expect(open.questions).toMatchObject([{ id: 'UNKNOWN_PERMIT_ITEM:消防', rows: [5, 6] }]);
    const made = preview(sheet, withItems(['立项']), { answers: { 'UNKNOWN_PERMIT_ITEM:消防': 'new' } });
    expect(made.requests?.map(({ register }) => register)).toEqual(['permitItems', 'permits', 'permits']);
    expect(preview(sheet, withItems(['立项']), { answers: { 'UNKNOWN_PERMIT_ITEM:消防': 'ignore' } }).requests).toEqual(
      [],
    );
  });

  it('case 26: a year to date that grew by another amount than the month is warned about', () => {
    const shown = figures(1200, october + 900, 160_000);
    expect(shown.checks).toMatchObject([
      { code: 'YTD_STEP', severity: 'warning', row: 4, expected: '1200万元', found: '900万元' },
    ]);
    expect(figures(900, october + 900, 160_000).checks).toEqual([]);
    expect(figures(900, october - 10, 160_000).checks.map(({ code }) => code)).toContain('YTD_DECREASED');
    expect(figures(october + 901, october + 900, 160_000).checks.map(({ code }) => code)).toContain('MONTH_OVER_YTD');
  });

  it('case 27: more completed than the total leaves is warned about', () => {
    const shown = figures(900, october + 900, october);
    expect(shown.checks).toMatchObject([{ code: 'OVER_TOTAL', severity: 'warning', where: NAME }]);
  });

  it('case 29: a picture over a row is offered with the project of the row', () => {
    const images = [{ row: 3, column: 2, type: 'jpeg', bytes: new Uint8Array([1]) }];
    const shown = column('总投资', [160_000], {}, { images });
    expect(shown.images).toEqual([{ index: 0, type: 'jpeg', row: 4, column: 2, record: ID, name: NAME }]);
    expect(notesAt(shown, 4, 'EMBEDDED_IMAGE')).toHaveLength(1);
  });

  it('case 30: partly formatted text is read as plain text', () => {
    const shown = column('形象进度', [{ value: '主体封顶', rich: true }]);
    expect(changed(shown, 4, 'physicalProgress')).toBe('主体封顶');
    expect(notesAt(shown, 4, 'RICH_TEXT')).toHaveLength(1);
  });
});
