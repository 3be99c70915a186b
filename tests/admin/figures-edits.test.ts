import { describe, expect, it } from 'vitest';
import { changeOfWrite, clears, planEdits, type ReportAt } from '../../admin/figures/edits.ts';
import { changeIndexOf } from '../../admin/figures/cell-state.ts';
import { monthEnds } from '../../admin/figures/sheet.ts';
import { planUndo, remember, undoSetOf } from '../../admin/figures/undo.ts';
import type { Report } from '../../core/registers/index.ts';
import { instant, type IsoDate } from '../../core/time.ts';

const date = (text: string): IsoDate => text as IsoDate;
const report = (asOf: string, yuan: number, more: Partial<Report> = {}): Report => ({
  id: `r-${asOf}`,
  revision: 7,
  changedAt: instant(0),
  project: 'p',
  asOf: date(asOf),
  completedYtdYuan: yuan,
  state: 'verified',
  ...more,
});

const viewOf =
  (reports: readonly Report[]): ReportAt =>
  (project, asOf) =>
    reports.find((each) => each.project === project && each.asOf === asOf) ?? null;

const edit = (asOf: string, text: string) => ({ project: 'p', asOf: date(asOf), text });

describe('planning edits', () => {
  it('creates, updates and deletes reports with the revision that was seen', () => {
    const view = viewOf([report('2017-01-31', 10_000), report('2017-02-28', 20_000)]);
    const { writes } = planEdits([edit('2017-01-31', ''), edit('2017-02-28', '3'), edit('2017-03-31', '4')], view);
    expect(writes.map((write) => changeOfWrite(write))).toEqual([
      { kind: 'delete', register: 'reports', record: 'r-2017-01-31', ifRevision: 7 },
      {
        kind: 'update',
        register: 'reports',
        record: 'r-2017-02-28',
        ifRevision: 7,
        values: { completedYtdYuan: 30_000, state: 'verified' },
      },
      {
        kind: 'create',
        register: 'reports',
        values: { project: 'p', asOf: '2017-03-31', completedYtdYuan: 40_000, state: 'verified' },
      },
    ]);
  });

  it('leaves out cells that stay as they are, but verifies a figure typed over an unverified one', () => {
    const view = viewOf([report('2017-01-31', 10_000), report('2017-02-28', 20_000, { state: 'submitted' })]);
    const { writes } = planEdits([edit('2017-01-31', '1'), edit('2017-02-28', '2'), edit('2017-03-31', '')], view);
    expect(writes.map(({ asOf }) => asOf)).toEqual(['2017-02-28']);
  });

  it('tells a cleared cell from one that never had a figure', () => {
    const view = viewOf([report('2017-01-31', 10_000)]);
    const { writes } = planEdits([edit('2017-01-31', ''), edit('2017-02-28', '3')], view);
    expect(writes.map(clears)).toEqual([true, false]);
  });

  it('reads amounts as people type them: thousands separated, wide digits, without the leading nought', () => {
    const typed = ['1,234.5', '２，３００', '.5', '１。２５'];
    const edits = typed.map((text, index) => edit(monthEnds(2017)[index] ?? '', text));
    const amounts = planEdits(edits, viewOf([])).writes.map(({ after }) => after?.completedYtdYuan);
    expect(amounts).toEqual([12_345_000, 23_000_000, 5_000, 12_500]);
  });

  it('sets aside what is no amount, with the reason', () => {
    const { writes, refused } = planEdits([edit('2017-01-31', 'abc'), edit('2017-02-28', '1')], viewOf([]));
    expect(writes).toHaveLength(1);
    expect(refused).toEqual([{ edit: edit('2017-01-31', 'abc'), why: 'not-a-number' }]);
  });
});

describe('undo', () => {
  const before = report('2017-01-31', 10_000, { note: '核减' });
  const set = undoSetOf(planEdits([edit('2017-01-31', '5')], viewOf([before])).writes);

  it('restores what stood there, its note included', () => {
    const now = report('2017-01-31', 50_000, { revision: 9, note: '核减' });
    const { writes, overtaken } = planUndo(set, () => now);
    expect(overtaken).toBe(0);
    expect(writes.map((write) => changeOfWrite(write))).toEqual([
      {
        kind: 'update',
        register: 'reports',
        record: 'r-2017-01-31',
        ifRevision: 9,
        values: { completedYtdYuan: 10_000, state: 'verified', note: '核减' },
      },
    ]);
  });

  it('leaves alone what somebody else changed since', () => {
    const { writes, overtaken } = planUndo(set, () => report('2017-01-31', 60_000));
    expect(writes).toEqual([]);
    expect(overtaken).toBe(1);
  });

  it('takes back a first figure by deleting it, and a deletion by writing it again', () => {
    const created = undoSetOf(planEdits([edit('2017-02-28', '5')], viewOf([])).writes);
    const undone = planUndo(created, () => report('2017-02-28', 50_000)).writes.map((write) => changeOfWrite(write));
    expect(undone).toMatchObject([{ kind: 'delete', record: 'r-2017-02-28' }]);
    const deleted = undoSetOf(planEdits([edit('2017-01-31', '')], viewOf([before])).writes);
    const redone = planUndo(deleted, () => null).writes.map((write) => changeOfWrite(write, null));
    expect(redone).toEqual([
      {
        kind: 'create',
        register: 'reports',
        values: { project: 'p', asOf: '2017-01-31', completedYtdYuan: 10_000, state: 'verified' },
      },
    ]);
  });

  it('remembers a hundred sets, the newest last', () => {
    let sets = remember([], set);
    for (let count = 0; count < 120; count += 1) sets = remember(sets, []);
    expect(sets).toHaveLength(100);
    expect(sets.at(-1)).toEqual([]);
  });
});

describe('refusals', () => {
  it('point at the change of the set that they are about', () => {
    expect(changeIndexOf('changes/12/completedYtdYuan')).toBe(12);
    expect(changeIndexOf('reason')).toBeNull();
  });
});
