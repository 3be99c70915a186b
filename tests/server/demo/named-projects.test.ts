/**
 * Six projects of the demo ledger are named after real ones. Nothing that it holds may put them in a bad light, in
 * whichever register and however a record leads to them.
 */
import { describe, expect, it } from 'vitest';
import { boardContext } from '../../../core/boards/board.ts';
import { allProjects } from '../../../core/boards/project-ranking.ts';
import { permitClock } from '../../../core/calendar/permit-clock.ts';
import { addWorkdays, calendarOf } from '../../../core/calendar/workdays.ts';
import { recordIn, settingsOf, valuesOf } from '../../../core/ledger/ledger.ts';
import { projectPace } from '../../../core/metrics/lights.ts';
import { shownFiguresAt } from '../../../core/metrics/figures.ts';
import { isRegisterName, REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import { isLate, periodEnds } from '../../../core/reporting/period.ts';
import { readRows } from '../../../server/demo/table.ts';
import { demoLedger } from '../../support/ledger.ts';

const ledger = demoLedger();
const { tables } = ledger;
const calendar = calendarOf(ledger);
const found = settingsOf(ledger);
if (!found?.asOf) throw new Error('the demo ledger has a date');
const settings = found;
const yearEnd = found.asOf;

const NAMED = readRows('projects-2017.csv')
  .filter((row) => row['name_source'] === 'seed')
  .map((row) => ({ id: row['project_id'] ?? '', name: (row['project_name'] ?? '').replace(/项目$/, '') }));

const isNamed = (id: unknown): boolean => NAMED.some((each) => each.id === id);

/** The project of a record that a field refers to, such as a check's decision or a notice's milestone. */
const projectsBehind = (register: RegisterName, values: object): readonly unknown[] =>
  Object.entries(values).flatMap(([field, value]: [string, unknown]) => {
    const { target } = registerNamed(register).fields[field] ?? {};
    if (target === undefined || !isRegisterName(target)) return [];
    return [value].flat().map((id) => {
      const record = typeof id === 'string' ? recordIn(ledger, target, id) : undefined;
      return record ? valuesOf(registerNamed(target), record)['project'] : undefined;
    });
  });

/** Whether a record is about one of the six: by its id, by name in any of its texts, or by what it refers to. */
function isAboutNamed(register: RegisterName, record: object): boolean {
  const text = JSON.stringify(record);
  return (
    NAMED.some(({ id, name }) => text.includes(id) || text.includes(name)) ||
    projectsBehind(register, valuesOf(registerNamed(register), record)).some(isNamed)
  );
}

/** The registers that may speak of the six at all, each with what makes a record harmless. */
const HARMLESS: Partial<Record<RegisterName, (id: string) => boolean>> = {
  projects: (id) => {
    const project = tables.projects.get(id);
    if (!project?.actualStart || !project.plannedStart || !project.plannedFinish) return false;
    const { lifecycle, sponsorLeader, headquarters, implementationPlan, actualStart, actualFinish } = project;
    return (
      (lifecycle === 'started' || lifecycle === 'completed') &&
      [sponsorLeader, headquarters, implementationPlan].every((each) => each !== undefined) &&
      actualStart <= project.plannedStart &&
      (actualFinish ?? yearEnd.slice(0, 7)) <= project.plannedFinish
    );
  },
  plans: (id) => tables.plans.get(id)?.version === 1,
  reports: (id) => {
    const { state, submittedOn, asOf } = tables.reports.get(id) ?? {};
    return state === 'verified' && !!submittedOn && !!asOf && !isLate(submittedOn, asOf, settings);
  },
  permits: (id) => {
    const permit = tables.permits.get(id);
    return !!permit && permit.blocker === undefined && permitClock(calendar, permit, yearEnd).standing === 'onTime';
  },
  visits: (id) => {
    const visit = tables.visits.get(id);
    const said = [visit?.problem, visit?.solved, visit?.followUp];
    return !!visit && said.every((each) => each === undefined) && visit.ledgerYuan === visit.foundYuan;
  },
  workGroups: (id) => tables.workGroups.get(id)?.dissolvedOn === undefined,
  meetings: (id) => tables.meetings.get(id)?.kind === 'dispatch',
  decisions: (id) => {
    const { state, doneOn, dueOn } = tables.decisions.get(id) ?? {};
    return (state === 'done' || state === 'verified') && !!doneOn && !!dueOn && doneOn <= dueOn;
  },
  commencementEntries: (id) => tables.commencementEntries.get(id)?.permitsReady === true,
  servicePairs: (id) => tables.servicePairs.has(id),
  duties: (id) => tables.duties.get(id)?.state !== 'blocked',
  leaderReports: (id) => {
    const { found: problem, solved, on, submittedOn } = tables.leaderReports.get(id) ?? {};
    const inTime = !!on && !!submittedOn && submittedOn <= addWorkdays(calendar, on, 1);
    return problem === undefined && solved === undefined && inTime;
  },
};

const about = (register: RegisterName): readonly string[] =>
  [...tables[register].values()].filter((record) => isAboutNamed(register, record)).map(({ id }) => id);

describe('the six projects that are named after real ones', () => {
  it('are in the list by their ids', () => {
    expect(NAMED.map(({ id }) => id.slice(-3))).toEqual(['001', '002', '003', '009', '010', '011']);
    expect(about('projects')).toEqual(NAMED.map(({ id }) => id));
  });

  it('are in no issue, notice or criticism, nor in any register besides those of ordinary work', () => {
    const registers = Object.keys(REGISTERS).filter(isRegisterName);
    expect(registers.filter((register) => about(register).length > 0).sort()).toEqual(Object.keys(HARMLESS).sort());
  });

  it.each(Object.entries(HARMLESS))('have nothing against them in %s', (register, harmless) => {
    const records = isRegisterName(register) ? about(register) : [];
    expect(records.filter((id) => !harmless(id))).toEqual([]);
  });

  it('are on time or ahead at the end of the year, and had a red light at no month’s end', () => {
    const board = boardContext(ledger, yearEnd);
    const rows = board ? allProjects(board) : {};
    expect(NAMED.filter(({ id }) => !['ahead', 'onTime'].includes(rows[id]?.pace ?? 'none'))).toEqual([]);
    const red = periodEnds(settings.year).flatMap((asOf) =>
      shownFiguresAt(ledger, asOf)
        .filter((figures) => isNamed(figures.project.id) && projectPace({ settings, asOf }, figures) === 'severe')
        .map(({ project }) => `${project.id} ${asOf}`),
    );
    expect(red).toEqual([]);
  });
});

describe('the decisions of the demo', () => {
  it('were done when a check agreed that they were, and not yet when it did not', () => {
    const doneByThen = [...tables.checks.values()].map(({ id, decision, on }) => {
      return [id, (tables.decisions.get(decision)?.doneOn ?? '9') <= on];
    });
    expect(doneByThen).toEqual([...tables.checks.values()].map(({ id, agrees }) => [id, agrees]));
  });

  it('are of the unit and the person that carry the project, and of a meeting that spoke of it', () => {
    const odd = [...tables.decisions.values()].filter(({ project, meeting, owner, person, task }) => {
      const subject = project && tables.projects.get(project);
      if (!subject) return false;
      const spoken = meeting === undefined || (tables.meetings.get(meeting)?.projects ?? []).includes(subject.id);
      const name = subject.name.replace(/(项目|工程)$/, '');
      return !spoken || owner !== subject.leadUnit || person !== subject.responsiblePerson || !task.includes(name);
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});
