import { describe, expect, it } from 'vitest';
import { showRate } from '../../../core/exact.ts';
import { YUAN_PER_YI } from '../../../core/money.ts';
import { shownFiguresAt, figuresAt } from '../../../core/metrics/figures.ts';
import { issueOnTimeRate, issueOverdue, issueResolutionRate } from '../../../core/metrics/issues.ts';
import {
  noticeClosureRate,
  noticeDeadline,
  noticeFeedbackRate,
  noticeOverdue,
  photoCoverage,
  sponsorCoverage,
} from '../../../core/metrics/leadership.ts';
import type { Share } from '../../../core/metrics/metrics.ts';
import { milestoneOnTimeRate, milestoneRate, milestoneState } from '../../../core/metrics/milestones.ts';
import {
  approvalCompletionRate,
  approvalOnTimeRate,
  fullyPermittedShare,
  type TimedPermit,
} from '../../../core/metrics/permits.ts';
import { judgedPeriod, reportingPeriod, reportTimeliness } from '../../../core/metrics/reporting.ts';
import { countBySize, share100MPlus, yearOnYear } from '../../../core/metrics/size-bands.ts';
import type { PermitStanding } from '../../../core/calendar/permit-clock.ts';
import { settingsOf, type Ledger } from '../../../core/ledger/ledger.ts';
import type { Issue, Milestone, Notice, Photo, Project } from '../../../core/registers/index.ts';
import { instant, parseDate, parseMonth, type IsoDate, type IsoMonth } from '../../../core/time.ts';
import { OFFICE } from '../../support/parts.ts';
import { ledgerWith } from '../../support/ledger.ts';

const day = (text: string): IsoDate => {
  const date = parseDate(text);
  if (!date) throw new Error(text);
  return date;
};

const month = (text: string): IsoMonth => {
  const found = parseMonth(text);
  if (!found) throw new Error(text);
  return found;
};

const text = ({ rate }: Share, decimals = 1): string | null => rate && showRate(rate, decimals).text;

const head = { revision: 1, changedAt: instant(0) };

const times = <T>(count: number, of: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => of(index));

const permit = (project: number, standing: PermitStanding): TimedPermit => ({
  standing,
  permit: {
    ...head,
    id: `${project}`,
    project: `project${project}`,
    item: 'item',
    state: 'done',
    authority: 'district',
    limitDays: 1,
  },
});

describe('joint approval', () => {
  /** 283 projects with 7 permits each, 39 of them with 103 open: a city's figures. */
  const city = times(283 * 7, (index) => {
    const project = index % 283;
    const open = project < 39 && Math.floor(index / 283) < (project < 25 ? 3 : 2);
    return permit(project, open ? 'running' : 'untimed');
  });

  it('agrees with a city that published 1878 of 1981 permits, 94.8 %, and 244 of 283 projects, 86.2 %', () => {
    expect(approvalCompletionRate(city)).toMatchObject({ done: 1878, due: 1981 });
    expect(text(approvalCompletionRate(city))).toBe('94.8');
    expect(fullyPermittedShare(city)).toMatchObject({ done: 244, due: 283 });
    expect(text(fullyPermittedShare(city))).toBe('86.2');
  });

  it('leaves what is still inside its limit out of the rate of what was in time', () => {
    const standings: readonly PermitStanding[] = [
      'onTime',
      'onTime',
      'late',
      'overdue',
      'running',
      'stopped',
      'untimed',
    ];
    expect(approvalOnTimeRate(standings.map((standing, index) => permit(index, standing)))).toMatchObject({
      done: 2,
      due: 4,
    });
    expect(approvalOnTimeRate([permit(1, 'running')]).rate).toBeNull();
    expect(fullyPermittedShare([permit(1, 'notRequired')]).rate).toBeNull();
  });
});

const issue = (values: Partial<Issue>): Issue => ({
  ...head,
  id: 'issue',
  category: 'site',
  description: '问题',
  foundOn: day('2017-03-01'),
  ownerUnit: 'unit',
  state: 'open',
  ...values,
});

describe('the issue ledger', () => {
  it('agrees with a county that published 15 of 22 settled, 68.2 %', () => {
    const all = times(22, (index) =>
      issue(index < 15 ? { state: index % 2 ? 'resolved' : 'verified', resolvedOn: day('2017-05-01') } : {}),
    );
    expect(text(issueResolutionRate(all, day('2017-05-31')))).toBe('68.2');
    expect(issueResolutionRate(all, day('2017-04-30'))).toMatchObject({ done: 0, due: 22 });
    expect(issueResolutionRate(all, day('2017-02-28')).rate).toBeNull();
  });

  it('counts an issue that was opened again as open, and a late one as not in time', () => {
    const dueOn = day('2017-04-01');
    const again = issue({ state: 'reopened', resolvedOn: day('2017-03-20'), dueOn });
    const late = issue({ state: 'resolved', resolvedOn: day('2017-04-02'), dueOn });
    const inTime = issue({ state: 'resolved', resolvedOn: dueOn, dueOn });
    const all = [again, late, inTime, issue({ dueOn: day('2018-01-01') })];
    expect(issueResolutionRate(all, day('2017-12-31'))).toMatchObject({ done: 2, due: 4 });
    expect(issueOnTimeRate(all, day('2017-12-31'))).toMatchObject({ done: 1, due: 3 });
    expect([again, late].map((each) => issueOverdue(each, day('2017-12-31')))).toEqual([true, false]);
    expect(issueOverdue(again, dueOn)).toBe(false);
  });
});

const milestone = (values: Partial<Milestone>): Milestone => ({
  ...head,
  id: 'milestone',
  project: 'project',
  name: '节点',
  baselineOn: day('2017-06-30'),
  dueOn: day('2017-06-30'),
  weight: 10,
  ...values,
});

describe('milestones', () => {
  it.each([
    ['notDue', '2017-05-30', {}],
    ['due', '2017-05-31', {}],
    ['due', '2017-06-30', {}],
    ['overdue', '2017-07-01', {}],
    ['done', '2017-07-01', { doneOn: day('2017-06-30') }],
    ['doneLate', '2017-07-02', { doneOn: day('2017-07-01') }],
    ['overdue', '2017-07-01', { doneOn: day('2017-07-02') }],
    ['waived', '2017-07-01', { waivedOn: day('2017-07-01'), waiverReason: '不可抗力' }],
    ['due', '2017-06-30', { waivedOn: day('2017-07-01'), waiverReason: '不可抗力' }],
  ] as const)('are %s on %s', (state, asOf, values) => {
    expect(milestoneState(milestone(values), day(asOf))).toBe(state);
  });

  it('count in the rates once due, and not at all when waived', () => {
    const all = [
      milestone({ doneOn: day('2017-06-01') }),
      milestone({ doneOn: day('2017-07-05') }),
      milestone({}),
      milestone({ waivedOn: day('2017-06-01') }),
      milestone({ dueOn: day('2017-12-31'), doneOn: day('2017-07-01') }),
    ];
    expect(milestoneRate(all, day('2017-07-31'))).toMatchObject({ done: 2, due: 3 });
    expect(milestoneOnTimeRate(all, day('2017-07-31'))).toMatchObject({ done: 1, due: 3 });
    expect(milestoneRate(all, day('2017-06-29')).rate).toBeNull();
  });
});

const notice = (values: Partial<Notice>): Notice => ({
  ...head,
  id: 'notice',
  number: '督办〔2017〕1号',
  unit: 'unit',
  urgency: 'ordinary',
  stage: 'first',
  basis: '节点计划',
  matter: '事项',
  demand: '要求',
  issuedOn: day('2017-05-02'),
  dueOn: day('2017-05-16'),
  state: 'issued',
  ...values,
});

describe('supervision notices', () => {
  const replied = { reply: '已办', repliedOn: day('2017-05-20') } as const;

  it('are overdue after the deadline, or the later one that was granted, until they are answered', () => {
    expect(noticeOverdue(notice({}), day('2017-05-16'))).toBe(false);
    expect(noticeOverdue(notice({}), day('2017-05-17'))).toBe(true);
    const extended = notice({ extensionGrantedTo: day('2017-05-31') });
    expect(noticeDeadline(extended)).toBe('2017-05-31');
    expect(noticeOverdue(extended, day('2017-05-17'))).toBe(false);
    expect(noticeOverdue(notice({ state: 'replied', ...replied }), day('2017-05-25'))).toBe(false);
    expect(noticeOverdue(notice({ state: 'returned', ...replied }), day('2017-05-25'))).toBe(true);
  });

  it('count as answered in time by their deadline, as closed when closed, and drafts not at all', () => {
    const { issuedOn: _, ...draft } = notice({ state: 'draft' });
    const all = [
      notice({ state: 'replied', ...replied }),
      notice({ state: 'closed', reply: '已办', repliedOn: day('2017-05-16'), closedOn: day('2017-05-18') }),
      notice({}),
      notice({ dueOn: day('2017-12-31') }),
      draft,
    ];
    expect(noticeFeedbackRate(all, day('2017-05-31'))).toMatchObject({ done: 1, due: 3 });
    expect(noticeClosureRate(all, day('2017-05-31'))).toMatchObject({ done: 1, due: 4 });
    expect(noticeClosureRate(all, day('2017-05-17'))).toMatchObject({ done: 0, due: 4 });
  });
});

describe('sizes', () => {
  it('belong to the band whose lower bound they reach, and 亿元以上 counts projects, not money', () => {
    const amounts = [10, 9.99999999, 5, 1, 0.99999999, 0].map((yi) => Math.round(yi * YUAN_PER_YI));
    expect(countBySize(amounts)).toEqual({ from10Yi: 1, from5Yi: 2, from1Yi: 1, below1Yi: 2 });
    expect(share100MPlus(amounts)).toMatchObject({ done: 4, due: 6 });
    expect(share100MPlus([]).rate).toBeNull();
  });

  it('are compared with the year before by difference, and by rate where that had any', () => {
    const change = yearOnYear(140, 104);
    expect(change?.delta).toBe(36);
    expect(change?.rate && showRate(change.rate).text).toBe('34.6');
    expect(yearOnYear(6, 0)).toEqual({ delta: 6, rate: null });
    expect(yearOnYear(6, undefined)).toBeNull();
  });
});

const projectsOf = (ledger: Ledger): readonly Project[] => [...ledger.tables.projects.values()];

const settings = (ledger: Ledger) => {
  const found = settingsOf(ledger);
  if (!found) throw new Error('no settings');
  return found;
};

describe('coverage', () => {
  it('counts projects with a sponsor, and with an accepted picture of the month', () => {
    const ledger = ledgerWith([
      ...OFFICE,
      { kind: 'update', register: 'projects', record: 'p1', values: { sponsorLeader: 'leader1' } },
    ]);
    const projects = projectsOf(ledger);
    expect(sponsorCoverage(projects)).toMatchObject({ done: 1, due: 2 });
    expect(sponsorCoverage([]).rate).toBeNull();
    const photo = (state: Photo['state'], project: string, of: string): Photo => ({
      ...head,
      id: `${project}${of}${state}`,
      project,
      month: month(of),
      state,
      file: 'f'.repeat(64),
      likeness: '0'.repeat(16),
      width: 1,
      height: 1,
    });
    const photos = [
      photo('accepted', 'p1', '2017-05'),
      photo('accepted', 'p1', '2017-05'),
      photo('submitted', 'p2', '2017-05'),
      photo('accepted', 'p2', '2017-04'),
    ];
    expect(photoCoverage(projects, photos, month('2017-05'))).toMatchObject({ done: 1, due: 2 });
  });
});

describe('reporting', () => {
  const started = ['p1', 'p2'].map((record) => ({
    kind: 'update' as const,
    register: 'projects' as const,
    record,
    values: { actualStart: '2016-03' },
  }));

  it('is for the month that has ended, or for the week up to Thursday, as the settings say', () => {
    const monthly = settings(ledgerWith(OFFICE));
    expect(reportingPeriod(monthly, day('2017-05-31'))).toEqual({
      period: 'month',
      from: '2017-05-01',
      to: '2017-05-31',
      dueOn: '2017-06-03',
    });
    expect(reportingPeriod(monthly, day('2017-05-30'))).toMatchObject({ from: '2017-04-01', to: '2017-04-30' });
    const weekly = { ...monthly, reportPeriod: 'week', reportDays: 0 } as const;
    expect(reportingPeriod(weekly, day('2017-06-16'))).toEqual({
      period: 'week',
      from: '2017-06-09',
      to: '2017-06-15',
      dueOn: '2017-06-15',
    });
    expect(reportingPeriod(weekly, day('2017-06-15')).to).toBe('2017-06-15');
    expect(reportingPeriod(weekly, day('2017-06-14')).to).toBe('2017-06-08');
  });

  it('is in time by the last day; a report without the day it was sent counts on neither side', () => {
    const base = ledgerWith([...OFFICE, ...started]);
    const asOf = day('2017-06-30');
    const period = judgedPeriod(settings(base), asOf);
    expect(reportTimeliness(base, period, asOf).rate).toBeNull();
    const sent = (on: string): Ledger =>
      ledgerWith([{ kind: 'update', register: 'reports', record: 'report1', values: { submittedOn: on } }], base);
    expect(reportTimeliness(sent('2017-06-03'), period, asOf)).toMatchObject({ done: 1, due: 1 });
    expect(reportTimeliness(sent('2017-06-04'), period, asOf)).toMatchObject({ done: 0, due: 1 });
    const missing = ledgerWith([{ kind: 'delete', register: 'reports', record: 'report2' }], sent('2017-06-03'));
    expect(reportTimeliness(missing, period, asOf)).toMatchObject({ done: 1, due: 2 });
  });
});

const completed = (ledger: Ledger, of: typeof figuresAt = shownFiguresAt) => {
  const [figures] = of(ledger, day('2017-05-31')).filter(({ project }) => project.id === 'p1');
  return [figures?.completedYuan, figures?.unverified ?? false];
};

describe('the figures that boards show', () => {
  const submitted = {
    kind: 'create',
    register: 'reports',
    record: 'reported1',
    values: {
      project: 'p1',
      asOf: '2017-05-31',
      reportedYtdYuan: 50_000_000,
      physicalProgress: '主体封顶',
      state: 'submitted',
    },
  } as const;
  const older = { kind: 'delete', register: 'reports', record: 'report1' } as const;
  const allow = { kind: 'update', register: 'settings', record: 'settings', values: { showReported: true } } as const;

  it('are verified ones, and newer reported ones, marked, only where the settings let them', () => {
    const ledger = ledgerWith([...OFFICE, older, submitted]);
    expect(completed(ledger)).toEqual([0, false]);
    const open = ledgerWith([allow], ledger);
    expect(completed(open)).toEqual([50_000_000, true]);
    expect(completed(open, figuresAt)).toEqual([0, false]);
  });

  it('are verified ones where those are as new', () => {
    const ledger = ledgerWith([
      ...OFFICE,
      allow,
      { ...submitted, values: { ...submitted.values, asOf: '2017-05-20' } },
    ]);
    expect(completed(ledger)).toEqual([30_000_000, false]);
  });

  it('come with the state of the works that their report gives, else the project’s', () => {
    const ledger = ledgerWith([
      ...OFFICE,
      { kind: 'update', register: 'projects', record: 'p1', values: { physicalProgress: '基础施工' } },
      { kind: 'update', register: 'projects', record: 'p2', values: { physicalProgress: '基础施工' } },
      { kind: 'update', register: 'reports', record: 'report1', values: { physicalProgress: '主体施工' } },
    ]);
    const figures = new Map(
      shownFiguresAt(ledger, day('2017-05-31')).map(({ project, physicalProgress }) => [project.id, physicalProgress]),
    );
    expect(Object.fromEntries(figures)).toEqual({ p1: '主体施工', p2: '基础施工' });
  });
});
