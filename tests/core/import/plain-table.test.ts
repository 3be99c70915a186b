import { describe, expect, it } from 'vitest';
import { valuesOf, type Ledger } from '../../../core/ledger/ledger.ts';
import { questionText } from '../../../core/import/codes.ts';
import { wordOf } from '../../../core/import/text.ts';
import { registerNamed, REGISTERS, type RegisterName } from '../../../core/registers/index.ts';
import { wanText } from '../../../core/money.ts';
import type { IsoDate } from '../../../core/time.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { changed, ledgerSheet, notesAt, preview, sheetOf, type Written } from './sheets.ts';

const demo = demoLedger();
const asOf = '2017-12-31' as IsoDate;
const NAME = '智能装备产业园一期项目';

/** A register as a plain table with all its fields, as an export writes it. */
function plainTable(
  ledger: Ledger,
  name: RegisterName,
  edit: (row: Record<string, Written>) => void = () => undefined,
) {
  const register = registerNamed(name);
  const fields = Object.entries(register.fields).filter(([, { kind, secret }]) => kind !== 'document' && !secret);
  const title = (target: string, id: unknown): string =>
    String(
      (ledger.tables[target as RegisterName].get(String(id)) as unknown as Record<string, unknown>)[
        registerNamed(target as RegisterName).title
      ],
    );
  const shown = (field: (typeof fields)[number][1], value: unknown): Written => {
    if (value === undefined) return '';
    if (field.kind === 'yuan') return Number(wanText(Number(value)));
    if (field.kind === 'boolean') return value === true ? '是' : '否';
    if (field.kind === 'choice') return field.choices?.[wordOf(value)]?.zh ?? '';
    if (field.kind === 'reference') return title(field.target ?? '', value);
    if (field.kind === 'references') return (value as string[]).map((id) => title(field.target ?? '', id)).join('、');
    if (field.kind === 'texts') return (value as string[]).join('、');
    return typeof value === 'number' ? value : wordOf(value);
  };
  const rows = [...ledger.tables[name].values()].map((record) => {
    const values = valuesOf(register, record);
    const row = Object.fromEntries(fields.map(([field, declared]) => [field, shown(declared, values[field])]));
    edit(row);
    return fields.map(([field]) => row[field]);
  });
  return sheetOf([fields.map(([, { kind, label }]) => (kind === 'yuan' ? `${label.zh}(万元)` : label.zh)), ...rows]);
}

describe('a plain table of a register', () => {
  const names = (Object.keys(REGISTERS) as RegisterName[]).filter(
    (name) => !registerNamed(name).system && registerNamed(name).unique && demo.tables[name].size > 0,
  );

  it.each(names)('of %s changes nothing when it comes back as it went out', (name) => {
    const shown = preview(plainTable(demo, name), demo, { profile: name });
    expect(shown.questions).toEqual([]);
    expect(shown.requests).toEqual([]);
    expect(shown.counts.data).toBe(demo.tables[name].size);
  });

  it('says which of its values are unlikely, as the sheet does where they are typed', () => {
    const [report] = [...demo.tables.reports.values()].filter(({ state }) => state === 'verified');
    const shown = preview(
      plainTable(demo, 'reports', (row) => {
        const isFirst =
          row['asOf'] === report?.asOf && row['completedYtdYuan'] === (report?.completedYtdYuan ?? 0) / 10_000;
        if (isFirst) row['completedYtdYuan'] = 9_999_999;
      }),
      demo,
      { profile: 'reports' },
    );
    const doubts = shown.rows.flatMap(({ notes }) => notes).filter(({ code }) => code === 'UNLIKELY_VALUE');
    expect(doubts.map(({ to }) => to)).toContain('超过总投资减去年前累计');
    expect(
      new Set(doubts.map(({ severity, column }) => [severity, shown.columns[column ?? -1]?.field].join())),
    ).toEqual(new Set(['warning,completedYtdYuan']));
    expect(shown.counts.warnings).toBe(doubts.length);
  });

  it('is known for what it is by its headings', () => {
    for (const name of ['projects', 'units', 'leaders', 'plans'] as const)
      expect(preview(plainTable(demo, name), demo).profile).toBe(name);
    expect(preview(ledgerSheet(demo, asOf), demo).profile).toBe('ledger');
  });

  it('clears what is empty only when it has every column', () => {
    const cleared = preview(
      plainTable(demo, 'projects', (row) => (row['responsiblePerson'] = '')),
      demo,
      { profile: 'projects' },
    );
    expect(cleared.requests).toHaveLength(42);
    expect(cleared.requests?.[0]).toMatchObject({ kind: 'update', values: { responsiblePerson: null } });
    const partly = sheetOf([
      ['项目编号', '项目名称', '责任人'],
      ['KP2017-012', NAME, ''],
    ]);
    expect(preview(partly, demo, { profile: 'projects' }).requests).toEqual([]);
  });

  describe('with a document that is broken', () => {
    const [plan] = [...demo.tables.plans.values()];
    const project = demo.tables.projects.get(plan?.project ?? '')?.name ?? '';
    const MONTHS = JSON.stringify(Array.from({ length: 12 }, (_, month) => (month < 11 ? month : plan?.amountYuan)));
    const asked = (cell: string, answers: Readonly<Record<string, string>> = {}) =>
      preview(
        sheetOf([
          ['ID', '项目', '年度', '版本', '分月累计计划（元）'],
          [plan?.id, project, plan?.year, plan?.version, cell],
        ]),
        demo,
        { profile: 'plans', answers },
      );

    it('asks, says what is wrong and where, and writes nothing of it', () => {
      const broken = asked('[1,2,');
      expect(broken.questions).toMatchObject([
        { id: 'DOCUMENT_BROKEN:E2', rows: [2], column: 4, parameters: { value: '[1,2,' } },
      ]);
      expect(broken.requests ?? []).toEqual([]);
      const refused = asked('[1,2]');
      expect(refused.questions).toMatchObject([
        { id: 'DOCUMENT_REFUSED:E2', parameters: { value: 'must have twelve amounts' } },
      ]);
      expect(questionText('DOCUMENT_REFUSED', refused.questions[0]?.parameters ?? {}).zh).toContain('must have twelve');
    });

    it('keeps what is there, empties it, or takes what is pasted, as it is told', () => {
      const id = 'DOCUMENT_BROKEN:E2';
      expect(asked('[1,2,', { [id]: 'unchanged' }).requests).toEqual([]);
      expect(asked('[1,2,', { [id]: MONTHS }).requests).toMatchObject([
        { values: { monthlyYuan: JSON.parse(MONTHS) } },
      ]);
      expect(asked('[1,2,', { [id]: '[3,' }).questions).toMatchObject([{ id }]);
      expect(asked('[1,2,', { [id]: '[3,' }).questions[0]?.answer).toBeUndefined();
      const filled = ledgerWith(
        [{ kind: 'update', register: 'plans', record: plan?.id ?? '', values: { monthlyYuan: JSON.parse(MONTHS) } }],
        demo,
      );
      const sheet = sheetOf([
        ['ID', '项目', '年度', '版本', '分月累计计划（元）'],
        [plan?.id, project, plan?.year, plan?.version, '[1,2,'],
      ]);
      const emptied = preview(sheet, filled, { profile: 'plans', answers: { [id]: 'empty' } });
      expect(emptied.requests).toMatchObject([{ values: { monthlyYuan: null } }]);
    });

    it('leaves alone what no cell could hold', () => {
      const cut = asked(`[${'1,'.repeat(20_000)}`.slice(0, 32_766).concat('…'));
      expect(cut.questions).toEqual([]);
      expect(cut.requests).toEqual([]);
      expect(notesAt(cut, 2, 'CUT_OFF')).toHaveLength(1);
    });
  });

  it('creates what is new and asks for references that it does not know', () => {
    const sheet = sheetOf([
      ['单位名称', '简称', '组别', '建制顺序', '别名'],
      ['区商务局', '商务局', '区直部门', 13, '商务局、招商局'],
    ]);
    expect(preview(sheet, demo, { profile: 'units' }).requests).toMatchObject([
      {
        kind: 'create',
        register: 'units',
        values: { name: '区商务局', group: 'department', officialOrder: 13, otherNames: ['商务局', '招商局'] },
      },
    ]);
    const plan = sheetOf([
      ['项目', '年度', '版本', '生效日期', '年度计划投资'],
      ['无此项目', 2018, 1, '2018-01-01', 100],
    ]);
    const open = preview(plan, demo, { profile: 'plans' });
    expect(open.questions[0]).toMatchObject({ id: 'UNKNOWN_REFERENCE:projects:无此项目' });
    const answers = { 'UNKNOWN_REFERENCE:projects:无此项目': 'KP2017-012' };
    expect(preview(plan, demo, { profile: 'plans', answers }).requests).toMatchObject([
      { values: { project: 'KP2017-012', amountYuan: 1_000_000 } },
    ]);
  });

  it('gives back a text that an export guarded against being a formula', () => {
    const sheet = sheetOf([
      ['项目编号', '项目名称', '责任人'],
      ['KP2017-012', NAME, "'=赵试"],
    ]);
    const shown = preview(sheet, demo, { profile: 'projects' }, 'csv');
    expect(changed(shown, 2, 'responsiblePerson')).toBe('=赵试');
    expect(notesAt(shown, 2, 'FORMULA_GUARD')).toHaveLength(1);
  });
});
