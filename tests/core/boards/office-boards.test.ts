import { describe, expect, it } from 'vitest';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { bulletins } from '../../../core/boards/bulletins.ts';
import { commencements } from '../../../core/boards/commencements.ts';
import { decisions } from '../../../core/boards/decisions.ts';
import { declarations } from '../../../core/boards/declarations.ts';
import { duties } from '../../../core/boards/duties.ts';
import { feedConflicts } from '../../../core/boards/feed-conflicts.ts';
import { issues } from '../../../core/boards/issues.ts';
import { leaderReports } from '../../../core/boards/leader-reports.ts';
import { contests } from '../../../core/boards/mechanisms.ts';
import { milestones } from '../../../core/boards/milestones.ts';
import { notices } from '../../../core/boards/notices.ts';
import { OFFICE_BOARDS } from '../../../core/boards/office-boards.ts';
import { permits } from '../../../core/boards/permits.ts';
import { photos } from '../../../core/boards/photos.ts';
import { pipeline } from '../../../core/boards/pipeline.ts';
import { projectBoard } from '../../../core/boards/project.ts';
import { allProjects } from '../../../core/boards/project-ranking.ts';
import { quarterStarts } from '../../../core/boards/quarter-starts.ts';
import { reporting } from '../../../core/boards/reporting.ts';
import { series } from '../../../core/boards/series.ts';
import { setupCompleteness } from '../../../core/boards/setup-completeness.ts';
import { sponsorPortfolio } from '../../../core/boards/sponsor-portfolio.ts';
import { summary } from '../../../core/boards/summary.ts';
import { unitRanking } from '../../../core/boards/unit-ranking.ts';
import { visits } from '../../../core/boards/visits.ts';
import { dispatchDay } from '../../../core/calendar/dispatch-day.ts';
import { calendarOf } from '../../../core/calendar/workdays.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { slideContent } from '../../../core/slides/data.ts';
import { holdsUnverified } from '../../../core/slides/rows.ts';
import { endOfMonth, parseDate, parseMonth } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { OFFICE } from '../../support/parts.ts';

const demo = demoLedger();

const at = (date?: string, ledger: Ledger = demo): BoardContext => {
  const asOf = date === undefined ? undefined : (parseDate(date) ?? undefined);
  const context = boardContext(ledger, asOf);
  if (!context) throw new Error(`no context at ${date}`);
  return context;
};

const update = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

describe('the sponsors’ portfolios', () => {
  it('keep the protocol order, whatever the figures', () => {
    const rows = Object.values(sponsorPortfolio(at()).rows);
    expect(rows.slice(0, 3).map(({ name }) => name)).toEqual(['刘例顺', '张例和', '马例义']);
    expect(rows[1]).toMatchObject({ projects: [{ id: 'KP2017-002' }, { id: 'KP2017-024' }, { id: 'KP2017-037' }] });
    expect(rows.map(({ rate }) => Number(rate?.text))).not.toEqual(
      rows.map(({ rate }) => Number(rate?.text)).sort((a, b) => b - a),
    );
  });

  it('leave out who has left the post', () => {
    const left = ledgerWith([update('leaders', 'leader-01', { activeTo: '2017-06-30' })], demo);
    expect(Object.keys(sponsorPortfolio(at('2017-06-30', left)).rows)).toHaveLength(20);
    expect(Object.keys(sponsorPortfolio(at('2017-07-01', left)).rows)).toHaveLength(19);
  });
});

describe('gaps', () => {
  it('of set-up name what each project lacks', () => {
    const board = setupCompleteness(at());
    expect(board.lacking).toEqual({ leader: 3, leadUnit: 0, taskForce: 2, plan: 3 });
    expect(board.rows['KP2017-027']).toMatchObject({ missing: ['leader', 'taskForce', 'plan'] });
    expect(board.complete).toMatchObject({ done: 37, due: 42 });
  });

  it('of reporting are by unit, and only of projects that are under construction', () => {
    expect(reporting(at())).toMatchObject({ from: '2017-12-01', reported: { done: 34, due: 34 }, late: false });
    expect(reporting(at('2017-06-10')).inTime).toMatchObject({ done: 36, due: 39 });
    const missing = ledgerWith([{ kind: 'delete', register: 'reports', record: 'report-2017-12-9' }], demo);
    const board = reporting(at(undefined, missing));
    expect(board.rows['unit-04']).toMatchObject({ due: 2, reported: 1, missing: [{ id: 'KP2017-009' }] });
    expect(board.late).toBe(false);
  });

  it('of photos count the projects due that have a picture', () => {
    expect(photos(at(), {})).toMatchObject({ month: '2017-12', coverage: { done: 8, due: 34 } });
  });
});

describe('milestones', () => {
  it('list what is overdue and what comes, with the rates of those due', () => {
    const board = milestones(at());
    expect(Object.values(board.rows).map(({ state, dueOn }) => `${state} ${dueOn}`)).toEqual([
      'overdue 2017-11-30',
      'overdue 2017-12-15',
      'due 2018-01-20',
    ]);
    expect(board.counts).toMatchObject({ overdue: 2, due: 1, notDue: 2, waived: 0 });
    expect(board.done).toMatchObject({ done: 12, due: 14 });
    expect(board.onTime).toMatchObject({ done: 9, due: 14 });
  });
});

describe('issues', () => {
  it('count by category and age, and list the open ones with what is escalated and overdue', () => {
    const board = issues(at());
    expect(board).toMatchObject({ open: 6, escalated: 2, overdue: 2, resolved: { done: 19, due: 25 } });
    const { upTo7, upTo30, upTo90, over90 } = board.ageing;
    expect(upTo7 + upTo30 + upTo90 + over90).toBe(6);
    expect(Object.values(board.rows).filter(({ project }) => project === undefined)).toHaveLength(1);
    expect(issues(at('2017-02-28'))).toMatchObject({ open: 0, resolved: { due: 0 } });
  });
});

describe('permits', () => {
  it('tell readiness by project and punctuality by department', () => {
    const board = permits(at());
    expect(Object.keys(board.rows)).toHaveLength(22);
    expect(board.rows['KP2017-029']?.open).toEqual([{ item: '施工许可', standing: 'running', elapsedDays: 0 }]);
    expect(board.fully).toMatchObject({ done: 20, due: 22 });
    const names = Object.values(board.departments).map(({ name, permits: count }) => `${name} ${count}`);
    expect(names).toEqual(['住建局 22', '发改委 22', '国土局 22', '规划局 66', '环保局 22']);
    expect(board.overdueList).toEqual([]);
  });

  it('become overdue when the next working day passes without a decision', () => {
    expect(permits(at('2018-01-02')).overdue).toBe(0);
    expect(permits(at('2018-01-03')).overdueList).toMatchObject([
      { project: 'KP2017-025', department: '住建局', elapsedDays: 2 },
      { project: 'KP2017-029', department: '住建局', elapsedDays: 2 },
    ]);
  });

  it('conflict where a department says otherwise', () => {
    expect(feedConflicts(at())).toMatchObject({ compared: 8, conflicts: 2 });
    expect(Object.values(feedConflicts(at()).rows)).toMatchObject([
      { project: 'KP2017-025', departmentSays: 'missing', ledgerSays: 'inProgress' },
      { project: 'KP2017-027', departmentSays: 'inProgress', ledgerSays: 'done' },
    ]);
  });
});

describe('visits', () => {
  it('list where what was found differs from the ledger', () => {
    const board = visits(at());
    const names = Object.values(board.rows).map(({ projectName }) => projectName);
    expect(names).toContain('环保新材料项目');
    expect(Object.values(board.rows).every(({ difference }) => difference.yuan < 0)).toBe(true);
    expect(board.notVisited).toEqual([]);
    expect(visits(at('2017-02-14'))).toMatchObject({ visits: 0, campaignVisits: 0 });
  });

  it('name the sponsors who did not go on a holiday', () => {
    const first = [...demo.tables.visits.values()].find(({ campaign }) => campaign === 'campaign-1');
    const ledger = ledgerWith([{ kind: 'delete', register: 'visits', record: first?.id ?? '' }], demo);
    expect(visits(at(undefined, ledger)).campaigns['campaign-1']).toMatchObject({
      coverage: { done: 19, due: 20 },
      missing: ['刘例顺'],
    });
  });
});

describe('notices', () => {
  it('derive what is overdue and count by group of units', () => {
    const board = notices(at());
    expect(board).toMatchObject({ issued: 6, overdue: 1, closure: { done: 5, due: 6 }, feedback: { done: 4, due: 6 } });
    expect(board.rows['notice-6']).toMatchObject({ overdue: true, daysOver: 9, deadline: '2017-12-22' });
    expect(board.byGroup['park']).toMatchObject({ done: 3, due: 4 });
    expect(notices(at('2017-12-22')).overdue).toBe(0);
  });
});

describe('decisions', () => {
  it('roll over to the next meeting while they are open, oldest first', () => {
    const board = decisions(at());
    const rows = Object.values(board.rows);
    expect(board.nextMeeting).toBe('2018-01-05');
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(rows.map(({ dueOn }) => dueOn).sort());
    expect(board.open).toBe(rows.length);
    expect(board.rolledOver).toBeGreaterThan(0);
    const [open] = rows.filter(({ decidedOn }) => decidedOn === '2017-12-15');
    expect(open?.rolledOver).toBe(2);
    const sum = Object.values(board.owners).reduce((all, owner) => all + owner.open, 0);
    expect(sum).toBe(board.open);
  });

  it('were open at an earlier date when they were done later', () => {
    expect(decisions(at('2017-02-10'))).toMatchObject({ open: 1, overdue: 0, closed: { done: 0, due: 1 } });
  });

  it('are of meetings that were held on the day the calendar says', () => {
    const calendar = calendarOf(demo);
    const dispatch = [...demo.tables.meetings.values()].filter(({ kind }) => kind === 'dispatch');
    expect(dispatch.length).toBeGreaterThan(40);
    expect(dispatch.filter(({ heldOn }) => dispatchDay(calendar, heldOn) !== heldOn)).toEqual([]);
  });
});

describe('starts and pipeline', () => {
  it('leave events that are still to come out of the totals', () => {
    const board = commencements(at('2017-05-31'));
    expect(board).toMatchObject({ events: 2, projects: 90 });
    expect(Object.values(board.rows).map(({ held }) => held)).toEqual([true, true, false]);
  });

  it('compare a year with the projects of the year before where the ledger has them', () => {
    const older = ledgerWith(
      [
        {
          kind: 'create',
          register: 'pipeline',
          values: {
            code: '2017-001',
            name: '上年项目',
            year: 2017,
            sector: 'industry',
            leadUnit: 'unit-01',
            totalInvestmentYuan: 1_000_000_000,
            annualPlanYuan: 1,
            intendedLevel: 'district',
            state: 'candidate',
          },
        },
      ],
      demo,
    );
    expect(pipeline(at(undefined, older), {}).bands['from10Yi']).toMatchObject({ count: 19, before: 1, delta: 18 });
    expect(pipeline(at(), { year: 2030 })).toMatchObject({ projects: 0, from100M: { due: 0 }, converted: 0 });
  });

  it('keep what was accepted apart from what is meant to be declared', () => {
    const id = 'declaration-2018-223';
    const known = demo.tables.declarations.has(id) ? id : [...demo.tables.declarations.keys()][0];
    const ledger = ledgerWith([update('declarations', known ?? '', { state: 'accepted' })], demo);
    const board = declarations(at(undefined, ledger), {});
    expect([board.intended.projects, board.accepted.projects]).toEqual([63, 1]);
    expect(board.byState).toEqual({ draft: 62, submitted: 0, accepted: 1, rejected: 0 });
  });

  it('count starts by the quarter they were planned for', () => {
    const { rows } = quarterStarts(at());
    expect(Object.values(rows).map(({ started }) => [started.done, started.due])).toEqual([
      [15, 15],
      [5, 5],
      [2, 2],
      [0, 0],
    ]);
    expect(rows['q1']?.startedInTime).toBe(14);
    expect(rows['q3']?.permitted).toMatchObject({ done: 0, due: 2 });
    expect(quarterStarts(at('2017-02-28')).rows['q1']?.waiting.length).toBe(6);
  });
});

describe('leaders', () => {
  it('stand with their six guarantees under the names that the settings give', () => {
    expect(duties(at()).names).toHaveLength(6);
    expect(Object.keys(duties(at()).rows)).toHaveLength(39);
    const other = ledgerWith([update('settings', 'settings', { guarantees: ['包手续', '包稳定'] })], demo);
    expect(duties(at(undefined, other)).rows['KP2017-014']?.states).toEqual(['fulfilled', 'fulfilled']);
  });

  it('are counted by who reported, never with what they wrote', () => {
    const { rows } = leaderReports(at());
    expect(rows['week']?.participation.due).toBe(20);
    expect(rows['week']?.missing.length).toBe(20 - (rows['week']?.participation.done ?? 0));
    expect(JSON.stringify(rows)).not.toContain('施工力量不足');
  });
});

describe('papers, contests and series', () => {
  it('give the next numbers, drafts counted', () => {
    const draft: ChangeRequest = {
      kind: 'create',
      register: 'bulletins',
      values: { kind: 'bulletin', year: 2017, number: 12, title: '稿', asOf: '2017-12-31', state: 'draft' },
    };
    const { kinds } = bulletins(at(undefined, ledgerWith([draft], demo)));
    expect(kinds['bulletin']).toMatchObject({ issued: 11, nextNumber: 13 });
    expect(bulletins(at('2017-06-30')).kinds['analysis']?.issued).toBe(1);
  });

  it('list contests by their date, newest first', () => {
    expect(Object.keys(contests(at()).rows)[0]).toBe('contest-4');
    expect(contests(at('2017-09-30')).contests).toBe(3);
  });

  it('follow the year month by month, and agree with the summary of each month', () => {
    const { all, rows } = series(at(), { by: 'sector' });
    expect(all.map(({ asOf }) => asOf)).toEqual(
      Array.from({ length: 12 }, (_, index) => {
        const month = parseMonth(`2017-${String(index + 1).padStart(2, '0')}`);
        return month && endOfMonth(month);
      }),
    );
    expect(all[4]?.rate?.text).toBe(summary(at('2017-05-31')).rate?.text);
    expect(rows['industry']?.points.at(-1)?.rate?.text).toBe('142.3');
    expect(Object.keys(series(at('2017-03-15'), {}).rows)).toHaveLength(12);
    expect(series(at('2017-03-15'), { by: 'project' }).all).toHaveLength(3);
  });
});

describe('what screens may show', () => {
  it('marks figures that nobody verified on project, unit and whole list', () => {
    const ledger = ledgerWith([
      ...OFFICE,
      update('settings', 'settings', { showReported: true }),
      {
        kind: 'update',
        register: 'reports',
        record: 'report1',
        values: { state: 'submitted', reportedYtdYuan: 40_000_000, completedYtdYuan: null },
      },
    ]);
    const context = at(undefined, ledger);
    expect(allProjects(context)['p1']).toMatchObject({ unverified: true, completed: { yuan: 40_000_000 } });
    expect(allProjects(context)['p2']).not.toHaveProperty('unverified');
    expect(unitRanking(context, 'township').rows['u1']?.unverified).toBe(true);
    expect(summary(context).unverified).toBe(true);
    const entry = { id: 'all', kind: 'projects', options: {}, seconds: 0, enabled: true } as const;
    const slides = [ledger, demo].map((each) => slideContent(each, entry));
    expect(slides.map((content) => content && holdsUnverified(content))).toEqual([true, false]);
    expect(summary(at())).not.toHaveProperty('unverified');
  });

  it.each([
    [undefined, '林例达'],
    ['name', '林例达'],
    ['title', '县级领导'],
    ['none', undefined],
  ])('names the leader by the setting %s', (showLeader, shown) => {
    const ledger = ledgerWith([update('settings', 'settings', { showLeader: showLeader ?? null })], demo);
    expect(projectBoard(at(undefined, ledger), 'KP2017-012')?.leader).toBe(shown);
  });

  it('holds no responsible person and no permit, whatever the public board', () => {
    const shown = Object.values(OFFICE_BOARDS).filter((board) => board.public);
    const texts = JSON.stringify(shown.map((board) => board.data(at(), {})));
    expect(texts).toContain('92.30');
    expect(texts).not.toMatch(/试|施工许可/);
  });
});

describe('an office that has only begun', () => {
  it('has every board, empty where there is nothing', () => {
    const context = at(undefined, ledgerWith(OFFICE));
    const missing = Object.entries(OFFICE_BOARDS).filter(([, board]) => board.data(context, {}) === null);
    expect(missing.map(([name]) => name)).toEqual([]);
  });
});
