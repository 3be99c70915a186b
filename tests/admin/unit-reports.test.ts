import { describe, expect, it } from 'vitest';
import { recordOf } from '../../admin/api/parse.ts';
import { draftOf, explainsItself, readDraft, requestOf, type Draft } from '../../admin/report/report-draft.ts';
import {
  projectPeriods,
  reportingData,
  type ProjectPeriod,
  type ReportingData,
} from '../../admin/report/reporting-data.ts';
import {
  missingUnits,
  reminderText,
  returning,
  verification,
  waitingReports,
} from '../../admin/verify/verify-model.ts';
import { beginningOf, sectionsFor } from '../../admin/app/sections.ts';
import { EVERYBODY } from '../../core/register/role.ts';
import type { Report, RegisterName } from '../../core/registers/index.ts';
import type { IsoDate, IsoMonth } from '../../core/time.ts';
import { OFFICE } from '../support/parts.ts';

const JUNE = '2017-06-30' as IsoDate;
const WAN = 10_000;

/** Records of the small office, as the server answers them. */
const recordsOf = <R extends RegisterName>(register: R) =>
  OFFICE.filter((each) => each.register === register && each.kind === 'create').map((each) =>
    recordOf(register, {
      id: each.record,
      revision: 1,
      changedAt: 0,
      ...('values' in each ? (each.values as object) : {}),
    }),
  );

const report = (values: object): Report =>
  recordOf('reports', {
    id: 'new',
    revision: 7,
    changedAt: 0,
    project: 'p1',
    asOf: JUNE,
    state: 'submitted',
    ...values,
  });

function dataWith(...more: readonly Report[]): ReportingData {
  const [settings] = recordsOf('settings');
  if (!settings) throw new Error('the office has settings');
  return reportingData(
    {
      settings,
      units: recordsOf('units'),
      projects: recordsOf('projects').map((project) => ({ ...project, actualStart: '2017-02' as IsoMonth })),
      plans: recordsOf('plans'),
      reports: [...recordsOf('reports'), ...more],
      photos: [],
    },
    1,
  );
}

function rowOf(data: ReportingData, project = 'p1'): ProjectPeriod {
  const row = projectPeriods(data, JUNE).find((each) => each.project.id === project);
  if (!row) throw new Error(`${project} is on the list`);
  return row;
}

const typed = (row: ProjectPeriod, texts: Partial<Draft>): Draft => ({ ...draftOf(row), ...texts });

describe('the projects of a period', () => {
  it('stand in the units’ order with the last verified figure and what is reported', () => {
    const data = dataWith(report({ reportedYtdYuan: 3500 * WAN }));
    const rows = projectPeriods(data, JUNE);
    expect(rows.map(({ project, standing, last }) => [project.id, standing, last])).toEqual([
      ['p1', 'submitted', { asOf: '2017-05-31', yuan: 3000 * WAN }],
      ['p2', 'missing', { asOf: '2017-05-31', yuan: 2000 * WAN }],
    ]);
  });

  it('owe no report before they have begun', () => {
    const { ledger, ...data } = dataWith();
    const projects = new Map(recordsOf('projects').map((project) => [project.id, project] as const));
    const idle = { ...data, ledger: { ...ledger, tables: { ...ledger.tables, projects } } };
    const rows = projectPeriods(idle, JUNE);
    expect(rows.map(({ standing }) => standing)).toEqual(['notDue', 'notDue']);
    expect(missingUnits(rows)).toEqual([]);
  });

  it('name the units that still have to report, a returned report among them, and the words that remind them', () => {
    const data = dataWith(report({ reportedYtdYuan: 3500 * WAN, state: 'returned', returnReason: '不实' }));
    const missing = missingUnits(projectPeriods(data, JUNE));
    expect(missing.map(({ unit, projects, total }) => [unit?.name, projects, total])).toEqual([
      ['柳园乡', ['第1项目'], 1],
      ['临河镇', ['第2项目'], 1],
    ]);
    expect(reminderText('2017年6月', '2017-07-03', missing)).toBe(
      '【进度填报提醒】2017年6月以下项目尚未填报，填报截止日期2017-07-03，请尽快填报：\n' +
        '1. 柳园乡（1个）：第1项目\n2. 临河镇（1个）：第2项目',
    );
  });
});

describe('what is typed into a report', () => {
  it('is read in 万元, against the last figure and as the month’s', () => {
    const data = dataWith();
    const row = rowOf(data);
    const reading = readDraft(data, row, JUNE, typed(row, { amount: '3,500.5' }));
    expect(reading).toMatchObject({ yuan: 35_005_000, differenceYuan: 5_005_000, monthYuan: 5_005_000, warnings: [] });
    expect(requestOf(row, JUNE, typed(row, { amount: '3,500.5', physicalProgress: ' 封顶 ' }), reading)).toEqual({
      kind: 'create',
      register: 'reports',
      values: {
        project: 'p1',
        asOf: JUNE,
        reportedYtdYuan: 35_005_000,
        completedMonthYuan: 5_005_000,
        physicalProgress: '封顶',
        state: 'submitted',
      },
    });
  });

  it('asks for the reason of a negative month, and for no second one', () => {
    const data = dataWith();
    const row = rowOf(data);
    const reading = readDraft(data, row, JUNE, typed(row, { amount: '2900' }));
    expect(reading).toMatchObject({ monthYuan: -100 * WAN, needsCorrectionReason: true });
    expect(reading.warnings.map(({ code }) => code)).toEqual(['lower-than-before']);
    expect(explainsItself(reading)).toBe(true);
  });

  it('is doubted as the server will doubt it', () => {
    const data = dataWith();
    const row = rowOf(data);
    const codes = readDraft(data, row, JUNE, typed(row, { amount: '90000' })).warnings.map(({ code }) => code);
    expect(codes).toEqual(['over-total', 'rate-over-300', 'jump']);
  });

  it('changes the report that stands there already, at the revision that was seen', () => {
    const data = dataWith(report({ reportedYtdYuan: 3500 * WAN, difficulties: '缺电' }));
    const row = rowOf(data);
    const draft = typed(row, { difficulties: '' });
    expect(requestOf(row, JUNE, draft, readDraft(data, row, JUNE, draft))).toMatchObject({
      kind: 'update',
      record: 'new',
      ifRevision: 7,
      values: { reportedYtdYuan: 3500 * WAN, difficulties: null, state: 'submitted' },
    });
  });
});

describe('verifying', () => {
  it('takes the reported figure, or the one that was found, and keeps what was reported', () => {
    const [waiting] = waitingReports(projectPeriods(dataWith(report({ reportedYtdYuan: 3500 * WAN })), JUNE));
    if (!waiting) throw new Error('one report waits');
    expect(waiting.differenceYuan).toBe(500 * WAN);
    const values = { completedYtdYuan: 3500 * WAN, state: 'verified', returnReason: null };
    expect(verification(waiting)).toMatchObject({ record: 'new', ifRevision: 7, values });
    expect(verification(waiting, 3100 * WAN)).toMatchObject({ values: { ...values, completedYtdYuan: 3100 * WAN } });
  });

  it('returns a report without a figure that would count', () => {
    expect(returning(report({ completedYtdYuan: 1, state: 'verified' }), '不实')).toMatchObject({
      values: { completedYtdYuan: null, state: 'returned', returnReason: '不实' },
    });
  });
});

describe('the sections', () => {
  it('are only the own reports for a reporter', () => {
    expect(sectionsFor('reporter')).toEqual(['report']);
  });

  it('hold verification for those who verify', () => {
    expect(sectionsFor('verifier')).toContain('verify');
    expect(sectionsFor('operator')).not.toContain('verify');
    for (const role of EVERYBODY) expect(sectionsFor(role)).toContain(beginningOf(role));
    expect(beginningOf('signer')).toBe('editions');
  });
});
