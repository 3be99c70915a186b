import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../core/keyed-rows.ts';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { publicBreakdown } from '../../../core/boards/public/breakdown.ts';
import { publicDeclarations } from '../../../core/boards/public/declarations.ts';
import { publicIssues } from '../../../core/boards/public/issues.ts';
import { publicLeaders } from '../../../core/boards/public/leaders.ts';
import { publicMechanisms } from '../../../core/boards/public/mechanisms.ts';
import { publicMilestones } from '../../../core/boards/public/milestones.ts';
import { publicNotices } from '../../../core/boards/public/notices.ts';
import { publicPermits } from '../../../core/boards/public/permits.ts';
import { isPublicPhoto, publicPhotos } from '../../../core/boards/public/photos.ts';
import { publicPipeline } from '../../../core/boards/public/pipeline.ts';
import { publicStarts } from '../../../core/boards/public/starts.ts';
import { publicTrend } from '../../../core/boards/public/trend.ts';
import { publicVisits } from '../../../core/boards/public/visits.ts';
import type { DeclaredBoard } from '../../../core/boards/declare-board.ts';
import { PUBLIC_BOARDS } from '../../../core/boards/public/public-boards.ts';
import { summary } from '../../../core/boards/summary.ts';
import { boardTables } from '../../../core/export/board-table.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { isObject } from '../../../core/result.ts';
import { parseDate } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';

const DEMO = demoLedger();

const after = (base: Ledger, asOf: string, requests: readonly ChangeRequest[]): BoardContext => {
  const context = boardContext(ledgerWith(requests, base), parseDate(asOf) ?? undefined);
  if (!context) throw new Error('the demo ledger has settings');
  return context;
};

const at = (asOf: string, ...requests: readonly ChangeRequest[]): BoardContext => after(DEMO, asOf, requests);

const set = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

const leaders = (showLeader: string): readonly string[] =>
  inOrder(publicLeaders(at('2017-12-31', set('settings', 'settings', { showLeader }))).rows).map((row) => row.leader);

describe('leaders', () => {
  const inProtocolOrder = [...DEMO.tables.leaders.values()].sort((a, b) => a.protocolOrder - b.protocolOrder);

  it('stand in protocol order with their projects and the figures of these', () => {
    const { leaders: count, coverage, rows } = publicLeaders(at('2017-12-31'));
    expect(inOrder(rows).map(({ id }) => id)).toEqual(inProtocolOrder.map(({ id }) => id));
    expect([count, coverage.rate?.text]).toEqual([20, '92.86']);
    expect(inOrder(rows).flatMap(({ projects }) => projects)).toHaveLength(39);
  });

  it('are named as the settings say, by name, by title or not at all', () => {
    expect(leaders('name')).toEqual(inProtocolOrder.map(({ name }) => name));
    expect(leaders('title')).toEqual(inProtocolOrder.flatMap(({ title }) => title ?? []));
    expect(leaders('none')).toEqual([]);
  });
});

describe('milestones', () => {
  it('are each project’s next, never overdue before their date has passed', () => {
    for (const asOf of ['2017-03-31', '2017-06-30', '2017-11-29', '2017-11-30', '2017-12-01', '2017-12-31']) {
      const rows = inOrder(publicMilestones(at(asOf)).rows);
      expect(new Set(rows.map(({ project }) => project)).size).toBe(rows.length);
      expect(rows.filter(({ state }) => state === 'overdue')).toEqual(rows.filter(({ dueOn }) => dueOn < asOf));
      expect(rows.filter(({ daysLeft }) => daysLeft < 0)).toEqual(rows.filter(({ dueOn }) => dueOn < asOf));
    }
  });

  it('leave out what is done and what is waived', () => {
    const first = inOrder(publicMilestones(at('2017-12-31')).rows)[0];
    const waived = at(
      '2017-12-31',
      set('milestones', first?.id ?? '', { waivedOn: '2017-12-30', waiverReason: '调整' }),
    );
    expect(Object.keys(publicMilestones(waived).rows)).not.toContain(first?.id);
  });
});

describe('issues', () => {
  it('are counted by category, and named only in a reviewer’s words', () => {
    const { resolved, byCategory, rows } = publicIssues(at('2017-12-31'));
    expect([resolved.done, resolved.due]).toEqual([19, 25]);
    expect(inOrder(byCategory).reduce((sum, { due }) => sum + due, 0)).toBe(25);
    const words = new Set([...DEMO.tables.issues.values()].flatMap(({ label }) => label ?? []));
    expect(
      inOrder(rows)
        .flatMap(({ labels }) => labels)
        .every((label) => words.has(label)),
    ).toBe(true);
    expect(Object.keys(rows).length).toBeGreaterThan(0);
  });
});

describe('permits, visits and notices', () => {
  it('agree with the office’s boards and hold counts only', () => {
    const { fully, rows } = publicPermits(at('2017-12-31'));
    expect([fully.done, fully.due]).toEqual([20, 22]);
    expect(Object.keys(inOrder(rows)[0] ?? {}).sort()).toEqual(['done', 'id', 'name', 'onTime', 'order', 'overdue']);
    const { visits, rows: campaigns } = publicVisits(at('2017-12-31'));
    expect([visits, inOrder(campaigns).map(({ coverage }) => coverage.due)]).toEqual([56, [20, 20, 20, 20]]);
    expect(Object.keys(inOrder(campaigns)[0] ?? {}).sort()).toEqual(['coverage', 'from', 'id', 'name', 'order', 'to']);
    const notices = publicNotices(at('2017-12-31'));
    expect([notices.issued, notices.closed, notices.overdue]).toEqual([6, 5, 1]);
    expect(inOrder(notices.rows).reduce((sum, { issued }) => sum + issued, 0)).toBe(6);
  });
});

describe('the pipeline', () => {
  it('is totals and bands against the year before', () => {
    const { projects, total, rows, ...rest } = publicPipeline(at('2017-12-31'), {});
    expect([projects, total.text]).toEqual([223, '658.31']);
    expect(inOrder(rows).map(({ count, delta }) => [count, delta])).toEqual([
      [19, 6],
      [30, 5],
      [91, 25],
      [83, undefined],
    ]);
    expect(Object.keys(rest).sort()).toEqual(['from100M', 'intensity', 'plan', 'year']);
  });

  it('shows only what was accepted by the date of what is declared', () => {
    const [declaration] = DEMO.tables.declarations.values();
    if (!declaration) throw new Error('the demo declares projects');
    const moves = (['submitted', 'accepted'] as const).map((state) =>
      set('declarations', declaration.id, { state, ...(state === 'accepted' ? { answeredOn: '2017-12-20' } : {}) }),
    );
    const of = (asOf: string) => publicDeclarations(at(asOf, ...moves), {});
    expect(publicDeclarations(at('2017-12-31'), {}).projects).toBe(0);
    expect([of('2017-12-19').projects, of('2017-12-20').projects]).toEqual([0, 1]);
    expect(Object.keys(of('2017-12-31').rows)).toEqual([declaration.level]);
  });
});

describe('mechanisms', () => {
  it('name winners that are units, and neither the others nor enterprises', () => {
    const won = inOrder(publicMechanisms(at('2017-12-31')).rows).filter(({ winners }) => winners.length > 0);
    expect(won.map(({ name, winners, period }) => [name, winners, period])).toEqual([
      ['群众工作考核', ['柳园乡'], '2017上半年'],
    ]);
    expect(inOrder(publicMechanisms(at('2017-07-13')).rows).flatMap(({ winners }) => winners)).toEqual([]);
  });
});

describe('starts', () => {
  it('are so many planned and so many made in each quarter', () => {
    const { rows } = publicStarts(at('2017-12-31'));
    expect(inOrder(rows).map(({ started }) => [started.done, started.due])).toEqual([
      [15, 15],
      [5, 5],
      [2, 2],
      [0, 0],
    ]);
  });
});

describe.each(['group', 'sector', 'size'] as const)('the list by %s', (by) => {
  it('adds up to the whole at every month’s end', () => {
    const trend = publicTrend(at('2017-05-31'), { by });
    expect(trend.all.map(({ asOf }) => asOf)).toEqual([
      '2017-01-31',
      '2017-02-28',
      '2017-03-31',
      '2017-04-30',
      '2017-05-31',
    ]);
    trend.all.forEach((point, index) => {
      const parts = inOrder(trend.rows).map(({ points }) => points[index]?.completed.yuan ?? 0);
      expect(parts.reduce((sum, yuan) => sum + yuan, 0)).toBe(point.completed.yuan);
      expect(point.completed).toEqual(summary(at(point.asOf)).completed);
    });
    const { rows } = publicBreakdown(at('2017-05-31'), { by });
    expect(inOrder(rows).reduce((sum, { projects }) => sum + projects, 0)).toBe(42);
    expect(inOrder(rows).map(({ completed }) => completed)).toEqual(
      inOrder(trend.rows).map(({ points }) => points.at(-1)?.completed),
    );
  });
});

describe('photos', () => {
  const [first = '', second = ''] = DEMO.tables.projects.keys();
  const photo = (id: string, values: object): ChangeRequest => ({
    kind: 'create',
    register: 'photos',
    record: id,
    values: {
      project: first,
      state: 'accepted',
      file: 'a'.repeat(64),
      likeness: '0'.repeat(16),
      width: 8,
      height: 6,
      ...values,
    },
  });
  const bare: Ledger = { ...DEMO, tables: { ...DEMO.tables, photos: new Map() } };
  const context = (asOf: string): BoardContext =>
    after(bare, asOf, [
      photo('oct', { month: '2017-10', viewpoint: '东南角' }),
      photo('nov', { month: '2017-11', viewpoint: '北门' }),
      photo('dec', { month: '2017-12', viewpoint: '东南角', caption: '主体封顶', takenOn: '2017-12-20' }),
      photo('waiting', { month: '2017-12', state: 'submitted' }),
      photo('returned', { month: '2017-12', project: second, state: 'submitted' }),
    ]);

  it('are the newest accepted one of a project beside an earlier one from the same viewpoint', () => {
    expect(inOrder(publicPhotos(context('2017-12-31'), {}).rows)).toMatchObject([
      { id: 'dec', month: '2017-12', caption: '主体封顶', before: { id: 'oct', month: '2017-10' } },
    ]);
    expect(inOrder(publicPhotos(context('2017-12-19'), {}).rows)).toMatchObject([{ id: 'nov', before: { id: 'oct' } }]);
    expect(Object.keys(publicPhotos(context('2017-12-31'), { project: first }).rows)).toEqual(['dec', 'nov', 'oct']);
    expect(publicPhotos(context('2017-12-31'), { project: second }).rows).toEqual({});
  });

  it('are for everybody only when they were accepted and their project is on the list', () => {
    const now = context('2017-12-31');
    const publicIds = [...now.ledger.tables.photos.values()].filter((each) => isPublicPhoto(now, each));
    expect(publicIds.map(({ id }) => id)).toEqual(['oct', 'nov', 'dec']);
    const delisted = after(bare, '2017-12-31', [
      photo('dec', { month: '2017-12' }),
      set('projects', first, { lifecycle: 'withdrawn', delistedOn: '2017-12-01' }),
    ]);
    expect(publicPhotos(delisted, {}).rows).toEqual({});
  });
});

describe('files of public boards', () => {
  it('have rows, and a value of the demo in every column but those for what it lacks', () => {
    const context = at('2017-12-31');
    const without: Readonly<Record<string, boolean>> = { publicDeclarations: true };
    for (const [name, board] of Object.entries<DeclaredBoard>(PUBLIC_BOARDS)) {
      const { settings, asOf } = context;
      const data = board.data(context, {});
      const options = { locale: 'zh', label: board.label, asOf, office: settings.office, demo: true } as const;
      const [table] = boardTables(name, isObject(data) ? [data] : [], options);
      const empty = (table?.columns ?? []).filter((_, at) =>
        (table?.rows ?? []).every((row) => row.kind === 'data' && row.values[at] === null),
      );
      expect([name, empty.map(({ headings }) => headings[0])]).toEqual([
        name,
        without[name] ? (table?.columns ?? []).map(({ headings }) => headings[0]) : [],
      ]);
    }
  });
});
