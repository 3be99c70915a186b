import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ledger } from '../../../core/ledger/ledger.ts';
import { columnLetter } from '../../../core/import/grid.ts';
import type { ImportChoices, ImportPreview } from '../../../core/import/types.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { preview, table, type Written } from './sheets.ts';

const demo = demoLedger();
const NAME = '智能装备产业园一期项目';

const applied = (ledger: Ledger, shown: ImportPreview): Ledger => {
  if (!shown.requests) throw new Error(`open: ${shown.questions.map(({ id }) => id).join(', ')}`);
  return ledgerWith(shown.requests, ledger);
};

describe('an import', () => {
  const dirt: fc.Arbitrary<Written> = fc.oneof(
    fc.constantFrom(
      '',
      '合计',
      '一、工业项目(11个)',
      '同上',
      '—',
      '1.2亿',
      '3000万美元',
      '2017.10',
      '上半年',
      '√',
      '柳园乡、区住建局(牵头)',
      '13800138000',
      "'=1",
      '注:1',
      NAME,
      '智能装备产业园(一期)项目',
    ),
    fc.integer(),
    fc.double(),
    fc.string({ maxLength: 12 }),
    fc.record({ value: fc.constant(null), error: fc.constant('#REF!') }),
  );
  const headings = [
    '序号',
    '项目名称',
    '建设性质',
    '建设起止年限',
    '总投资',
    '年度计划投资',
    '四季度',
    '年内累计完成投资',
    '占年度计划(%)',
    '存在问题',
    '责任领导',
    '责任单位',
    '联系电话',
    '备注',
  ];
  const sheets = fc
    .array(fc.array(dirt, { maxLength: headings.length }), { maxLength: 12 })
    .map((rows) => table(headings, rows));

  it('of anything is the same twice, tells every row, and asks before it writes', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const shown = preview(sheet, demo);
        expect(preview(sheet, demo)).toEqual(shown);
        expect(shown.rows.map(({ row }) => row)).toEqual(
          Array.from({ length: Math.max(0, sheet.rows.length - 3) }, (_, index) => index + 4),
        );
        expect(shown.requests === null).toBe(shown.questions.some(({ answer }) => answer === undefined));
        expect(JSON.stringify({ ...shown, requests: [] })).not.toContain('13800138000');
      }),
      { numRuns: 60 },
    );
  });

  it('whose questions are all answered writes what the ledger takes, and then nothing more', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        let choices: ImportChoices = {};
        let shown = preview(sheet, demo);
        for (let round = 0; round < 6 && shown.requests === null; round += 1) {
          const answers = Object.fromEntries(
            shown.questions.map(({ id, options }) => [
              id,
              (
                options.find(({ value }) => value === 'skip') ??
                options.find(({ value }) => value === 'empty') ??
                options[0]
              )?.value ?? '',
            ]),
          );
          choices = { answers: { ...choices.answers, ...answers } };
          shown = preview(sheet, demo, choices);
        }
        const after = applied(demo, shown);
        const again = preview(sheet, after, choices);
        const open = (again.requests ?? []).filter(({ values }) => Object.keys(values).join() !== 'liaisonPhone');
        expect(open).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of 20,000 rows does not compare each with all', () => {
    const rows = Array.from({ length: 20_000 }, (_, index): readonly Written[] => [
      index + 1,
      `${columnLetter(index * 7919)}地块${index}号楼项目`,
      index % 50,
      '柳园乡',
    ]);
    const shown = preview(table(['序号', '项目名称', '总投资', '责任单位'], rows), demo);
    expect(shown.counts.data).toBe(20_000);
  });
});
