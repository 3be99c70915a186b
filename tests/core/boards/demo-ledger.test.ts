import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../core/keyed-rows.ts';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { allProjects, projectRanking } from '../../../core/boards/project-ranking.ts';
import { projectBoard } from '../../../core/boards/project.ts';
import { summary } from '../../../core/boards/summary.ts';
import { unitRanking } from '../../../core/boards/unit-ranking.ts';
import type { UnitGroup } from '../../../core/registers/unit-groups.ts';
import { parseDate } from '../../../core/time.ts';
import { demoLedger } from '../../support/ledger.ts';

const ledger = demoLedger();

const at = (date: string): BoardContext => {
  const asOf = parseDate(date);
  const context = asOf && boardContext(ledger, asOf);
  if (!context) throw new Error(`no context at ${date}`);
  return context;
};

const table = (date: string, group: UnitGroup): readonly string[] =>
  inOrder(unitRanking(at(date), group).rows).map((row) => `${row.rank} ${row.name} ${row.rate?.text}`);

const paces = (date: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { pace } of Object.values(allProjects(at(date)))) counts[pace] = (counts[pace] ?? 0) + 1;
  return counts;
};

describe('the demo ledger', () => {
  it('reads 42 projects, 114亿, 140.1 %, 22 started and 8 completed at the end of the year', () => {
    const board = summary(at('2017-12-31'));
    expect(board.projects).toBe(42);
    expect(board.completedHeadline).toBe('114');
    expect(board.completed.yuan).toBe(11_400_000_000);
    expect(board.plan?.yuan).toBe(8_137_000_000);
    expect(board.rate?.text).toBe('140.1');
    expect(board.started).toMatchObject({ done: 22, due: 22, rate: { text: '100.0' } });
    expect(board.finished).toMatchObject({ done: 8, due: 8, rate: { text: '100.0' } });
    expect(board.resumed).toMatchObject({ done: 20, due: 20, rate: { text: '100.0' } });
    expect(board.byLevel).toEqual({ provincial: 10, municipal: 32, district: 0 });
  });

  it('reads 54.6 % at the end of May, 12.9 points ahead of 41.7 % of the year', () => {
    const board = summary(at('2017-05-31'));
    expect(board.rate?.text).toBe('54.6');
    expect(board.timeProgress.text).toBe('41.7');
    expect(board.variance?.text).toBe('+12.9');
  });

  it('ranks the units of each group as the year-end table does', () => {
    expect(table('2017-12-31', 'township')).toEqual([
      '1 文化路街道办 160.0',
      '2 东风路街道办 150.3',
      '3 柳园乡 142.2',
      '4 滨河路街道办 141.7',
      '5 临河镇 137.6',
    ]);
    expect(table('2017-12-31', 'park')).toEqual([
      '1 商务中心区管委会 149.0',
      '2 产业集聚区管委会 144.0',
      '3 现代农业园区管委会 137.3',
    ]);
    expect(table('2017-12-31', 'department')).toEqual([
      '1 区交通运输局 116.8',
      '2 区教体局 113.2',
      '3 区卫计委 111.8',
      '4 区住建局 107.3',
    ]);
  });

  it('shows a further decimal where two parks would both read 59.9 in May, and ranks them apart', () => {
    expect(table('2017-05-31', 'park').slice(0, 2)).toEqual(['1 商务中心区管委会 59.90', '2 产业集聚区管委会 59.88']);
  });

  it('sees two townships change places between the end of August and the end of the year', () => {
    expect(table('2017-08-31', 'township').slice(2, 4)).toEqual(['3 滨河路街道办 94.9', '4 柳园乡 91.0']);
    const rows = inOrder(unitRanking(at('2017-12-31'), 'township').rows);
    expect(rows.map(({ name, change }) => [name, change])).toContainEqual(['柳园乡', { kind: 'up', by: 1 }]);
    expect(rows.map(({ name, change }) => [name, change])).toContainEqual(['滨河路街道办', { kind: 'down', by: 1 }]);
  });

  it('never shows 99.96 % as complete, and shows exactly 100 as 100.0', () => {
    const rows = allProjects(at('2017-12-31'));
    expect(rows['KP2017-019']?.rate).toMatchObject({ text: '99.9', clampedBelowTarget: true });
    expect(rows['KP2017-019']?.pace).toBe('watch');
    expect(rows['KP2017-004']?.rate).toMatchObject({ text: '100.0' });
    expect(rows['KP2017-004']?.pace).toBe('onTime');
  });

  it('has 37 projects on schedule, 2 to watch, 2 behind and 1 severely behind at year end', () => {
    const { ahead = 0, onTime = 0, ...others } = paces('2017-12-31');
    expect(ahead + onTime).toBe(37);
    expect(others).toEqual({ watch: 2, behind: 2, severe: 1 });
  });

  it('has 30 on schedule, 4 to watch, 5 behind, 1 severely behind and 2 not due at the end of May', () => {
    const { ahead = 0, onTime = 0, ...others } = paces('2017-05-31');
    expect(ahead + onTime).toBe(30);
    expect(others).toEqual({ watch: 4, behind: 5, severe: 1, notDue: 2 });
  });

  it('knows by name who is behind at the end of the year, and how far', () => {
    const rows = allProjects(at('2017-12-31'));
    const late = ['037', '014', '016', '027', '019'].map((number) => rows[`KP2017-${number}`]);
    expect(late.map((row) => [row?.rate?.text, row?.pace])).toEqual([
      ['60.0', 'severe'],
      ['78.0', 'behind'],
      ['79.0', 'behind'],
      ['91.0', 'watch'],
      ['99.9', 'watch'],
    ]);
  });

  it('leaves no unit below its plan, so that a black board by completion stays empty', () => {
    const groups: readonly UnitGroup[] = ['township', 'park', 'department'];
    const rows = groups.flatMap((group) => inOrder(unitRanking(at('2017-12-31'), group).rows));
    expect(rows).toHaveLength(12);
    expect(rows.filter(({ rate }) => (rate?.value ?? 0) < 100)).toEqual([]);
  });

  it('ranks provincial projects apart, and every project exactly once', () => {
    expect(Object.keys(projectRanking(at('2017-12-31'), { level: 'provincial' }))).toHaveLength(10);
    expect(Object.keys(projectRanking(at('2017-12-31'), {}))).toHaveLength(42);
    const first = inOrder(projectRanking(at('2017-12-31'), { top: 3 }));
    expect(first.every(({ rank }) => rank !== undefined && rank <= 3)).toBe(true);
  });

  it('tells what is done, what comes and what is late of one project', () => {
    const states = Object.values(projectBoard(at('2017-12-31'), 'KP2017-038')?.milestones ?? {});
    expect(states.map(({ state }) => state)).toEqual(['doneLate', 'done', 'done', 'due', 'notDue']);
    expect(states[3]?.daysLeft).toBe(20);
    const late = Object.values(projectBoard(at('2017-12-31'), 'KP2017-037')?.milestones ?? {});
    expect(late.map(({ state }) => state)).toEqual(['doneLate', 'overdue']);
  });

  it('gives the public no phone number and no responsible person', () => {
    const text = JSON.stringify([projectBoard(at('2017-12-31'), 'KP2017-001'), allProjects(at('2017-12-31'))]);
    expect(text).not.toContain('袁试六');
    expect(text).not.toMatch(/phone|responsiblePerson/);
  });
});
