import { describe, expect, it } from 'vitest';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { OFFICE_BOARDS } from '../../../core/boards/office-boards.ts';
import { allProjects, projectRanking } from '../../../core/boards/project-ranking.ts';
import { summary } from '../../../core/boards/summary.ts';
import { unitRanking } from '../../../core/boards/unit-ranking.ts';
import { boardTable } from '../../../core/export/board-table.ts';
import { isObject } from '../../../core/result.ts';
import type { Table, TableValue } from '../../../core/workbook/table.ts';
import { demoLedger } from '../../support/ledger.ts';

const ledger = demoLedger();

function contextOf(): BoardContext {
  const context = boardContext(ledger);
  if (!context) throw new Error('no settings');
  return context;
}

const context = contextOf();

function tableOf(name: string, ...boards: readonly object[]): Table {
  const options = {
    locale: 'zh',
    label: { zh: name, en: name },
    asOf: context.asOf,
    office: '办',
    demo: true,
  } as const;
  const table = boardTable(name, boards.filter(isObject), options);
  if (!table) throw new Error(`${name} has no table`);
  return table;
}

const columnOf = (table: Table, heading: string): readonly TableValue[] => {
  const at = table.columns.findIndex(({ headings }) => headings[0] === heading);
  if (at < 0) throw new Error(`no column ${heading}`);
  return table.rows.map(({ values }) => values[at] ?? null);
};

/** Columns in which nothing stands in any row: a member's name that the board does not have. */
const emptyColumns = (table: Table): readonly string[] =>
  table.columns.flatMap(({ headings }, at) =>
    table.rows.every(({ values }) => (values[at] ?? null) === null) ? headings : [],
  );

/** What the demo has no case of. */
const WITHOUT_CASE: Readonly<Record<string, readonly string[]>> = {
  quarterStarts: ['未开工项目'],
  reporting: ['未报项目'],
};

describe('a board’s table', () => {
  it('of the units says what the screens say, exact amounts beside printed rates', () => {
    const table = tableOf(
      'unitRanking',
      ...(['township', 'park', 'department'] as const).map((group) => unitRanking(context, group)),
    );
    expect(columnOf(table, '组别').slice(4, 6)).toEqual(['乡镇办', '园区']);
    expect(columnOf(table, '责任单位').slice(0, 3)).toEqual(['文化路街道办', '东风路街道办', '柳园乡']);
    expect(columnOf(table, '位次').slice(0, 6)).toEqual([1, 2, 3, 4, 5, 1]);
    expect(columnOf(table, '投资完成率').slice(0, 2)).toEqual([160, 150.3]);
    expect(columnOf(table, '年内累计完成投资（万元）')[0]).toBe(800_000_000);
    expect(columnOf(table, '与序时进度相比（百分点）')[0]).toBe('+60.0');
    expect(columnOf(table, '位次变化')).toContain('→');
  });

  it('of the summary is one figure a line', () => {
    const table = tableOf('summary', summary(context));
    const values = columnOf(table, '数值');
    expect(columnOf(table, '指标').slice(0, 2)).toEqual(['项目数', '其中:省重点']);
    expect(values.slice(0, 2)).toEqual(['42', '10']);
    expect(values).toEqual(expect.arrayContaining(['1140000', '140.1', '22/22', '8/8']));
  });

  it('of projects has a line each', () => {
    const rows = tableOf('projects', { rows: allProjects(context) }).rows;
    const ranked = tableOf('projectRanking', { rows: projectRanking(context, {}) });
    expect([rows.length, ranked.rows.length]).toEqual([42, 42]);
    expect(columnOf(ranked, '位次')[0]).toBe(1);
  });

  it('is marked where the figures are a demonstration', () => {
    expect(tableOf('summary', summary(context)).subtitle).toEqual({ left: '办(演示数据)', right: '截至2017-12-31' });
  });

  it.each(Object.entries(OFFICE_BOARDS))('of %s has something in every column', (name, { data }) => {
    const board = data(context, {});
    if (!board) throw new Error('no data');
    const table = tableOf(name, board);
    expect(table.rows.length).toBeGreaterThan(0);
    expect(emptyColumns(table)).toEqual(WITHOUT_CASE[name] ?? []);
    expect(JSON.stringify(table.rows)).not.toMatch(/\[object|undefined|NaN/);
  });
});
