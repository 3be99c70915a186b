/** A ledger far larger than a district's: thousands of projects with weekly reports of five years, on top of the demo's registers. */
import { FIRST_HASH, type Change } from '../../core/ledger/change.ts';
import { fold, type Ledger } from '../../core/ledger/ledger.ts';
import type { RecordHead } from '../../core/register/declare.ts';
import type { Project, RecordTypes, RegisterName, Report } from '../../core/registers/index.ts';
import { KEY_LEVELS, SECTORS, type KeyLevel, type Sector } from '../../core/registers/project-choices.ts';
import { dateOfDay, dayNumber, instant, parseDate, parseMonth, type IsoDate, type IsoMonth } from '../../core/time.ts';
import { demoLedger } from '../support/ledger.ts';

/** The demo's year is the last of the five. */
const YEARS = [2013, 2014, 2015, 2016, 2017] as const;
const WEEKS = 52;
const MILESTONES = 6;
const PERMITS = 5;
const GUARANTEES = 6;
const WAN = 10_000;

type Values<R extends RegisterName> = Omit<RecordTypes[R], keyof RecordHead>;
type Write = Pick<Change, 'kind' | 'register' | 'record' | 'fields'>;

const fieldsOf = (values: object): Change['fields'] =>
  Object.fromEntries(Object.entries(values).map(([name, to]) => [name, { to }]));

const create = <R extends RegisterName>(register: R, record: string, values: Values<R>): Write => ({
  kind: 'create',
  register,
  record,
  fields: fieldsOf(values),
});

/** The ledger after writes that nobody checked or sealed. */
export function foldWrites(ledger: Ledger, writes: Iterable<Write>): Ledger {
  function* changes(): Generator<Change> {
    let seq = ledger.revision;
    for (const write of writes) {
      seq += 1;
      const at = instant(ledger.at + (seq - ledger.revision) * 1000);
      const actor = { id: 'bench', name: 'Bench' };
      yield { ...write, seq, at, actor, set: seq, previousHash: FIRST_HASH, hash: FIRST_HASH };
    }
  }
  return fold(ledger, changes());
}

const date = (text: string): IsoDate => {
  const parsed = parseDate(text);
  if (!parsed) throw new Error(`${text} is no date`);
  return parsed;
};

const month = (text: string): IsoMonth => {
  const parsed = parseMonth(text);
  if (!parsed) throw new Error(`${text} is no month`);
  return parsed;
};

/** A number from 0 to `below` - 1 that looks random and is the same in every run. */
const mixed = (number: number, below: number): number => (Math.imul(number + 1, 2_654_435_761) >>> 8) % below;

const pick = <T>(list: readonly T[], number: number): T => {
  const item = list[number % list.length];
  if (item === undefined) throw new Error('the demo has none');
  return item;
};

const dateOfWeek = (year: number, week: number): IsoDate => dateOfDay(dayNumber(date(`${year}-01-01`)) + 7 * week - 1);

const planWan = (index: number, year: number): number => 2_000 + mixed(index * 7 + year, 30_000);

interface Directory {
  readonly units: readonly string[];
  readonly leaders: readonly string[];
  readonly permitItems: readonly string[];
}

const projectValues = (index: number, { units, leaders }: Directory): Values<'projects'> => ({
  code: `B${String(index).padStart(5, '0')}`,
  name: `第 ${index + 1} 号项目`,
  listOrder: 1_000 + index,
  keyLevel: pick(Object.keys(KEY_LEVELS) as KeyLevel[], mixed(index, 97)),
  sector: pick(Object.keys(SECTORS) as Sector[], mixed(index, 89)),
  plannedStartInYear: index % 3 === 0,
  carriedOver: index % 3 !== 0,
  plannedCompletionInYear: index % 5 === 0,
  lifecycle: 'started',
  totalInvestmentYuan: 200_000 * WAN,
  investedBeforeYuan: mixed(index, 50_000) * WAN,
  plannedStart: month('2013-01'),
  actualStart: month('2013-01'),
  plannedFinish: month('2018-06'),
  leadUnit: pick(units, mixed(index, 1_009)),
  sponsorLeader: pick(leaders, mixed(index, 1_013)),
  implementationPlan: '已印发',
});

/** Most reports are verified; some wait, and a few were returned. */
const stateOf = (number: number): Report['state'] =>
  number % 50 === 7 ? 'returned' : number % 20 === 3 ? 'submitted' : 'verified';

function* reportsOf(index: number, project: string): Generator<Write> {
  for (const year of YEARS) {
    for (let week = 1; week <= WEEKS; week += 1) {
      const asOf = dateOfWeek(year, week);
      const yuan = Math.floor((planWan(index, year) * week * (60 + mixed(index, 60))) / (WEEKS * 100)) * WAN;
      yield create('reports', `${project}-${asOf}`, {
        project,
        asOf,
        reportedYtdYuan: yuan,
        completedYtdYuan: yuan,
        physicalProgress: '主体施工',
        state: stateOf(index + week + year),
        submittedOn: dateOfDay(dayNumber(asOf) + 1),
      });
    }
  }
}

function* followUp(index: number, project: string, { permitItems }: Directory): Generator<Write> {
  for (let number = 0; number < MILESTONES; number += 1) {
    const dueOn = date(`2017-${String(2 * number + 1).padStart(2, '0')}-15`);
    const done = mixed(index * MILESTONES + number, 10) < 8 ? { doneOn: dueOn } : {};
    yield create('milestones', `${project}-m${number}`, {
      project,
      name: `第 ${number + 1} 个节点`,
      baselineOn: dueOn,
      dueOn,
      weight: 1,
      ...done,
    });
  }
  for (let number = 0; number < Math.min(PERMITS, permitItems.length); number += 1) {
    const isDone = mixed(index * PERMITS + number, 10) < 7;
    yield create('permits', `${project}-p${number}`, {
      project,
      item: pick(permitItems, number),
      state: isDone ? 'done' : 'inProgress',
      authority: 'district',
      acceptedOn: date('2017-03-01'),
      limitDays: 10,
      ...(isDone ? { finishedOn: date('2017-03-10') } : {}),
    });
  }
  for (let item = 1; item <= GUARANTEES; item += 1) {
    yield create('duties', `${project}-d${item}`, { project, item, state: 'inProgress' });
  }
}

function* projectWrites(index: number, directory: Directory): Generator<Write> {
  const project = projectId(index);
  yield create('projects', project, projectValues(index, directory));
  for (const year of YEARS) {
    yield create('plans', `${project}-${year}`, {
      project,
      year,
      version: 1,
      effectiveFrom: date(`${year}-01-01`),
      amountYuan: planWan(index, year) * WAN,
    });
  }
  yield* followUp(index, project, directory);
  yield* reportsOf(index, project);
}

export const projectId = (index: number): Project['id'] => `b${index}`;

/** The demo ledger with so many further projects. */
export function bigLedger(projects: number): Ledger {
  const demo = demoLedger();
  const { units, leaders, permitItems } = demo.tables;
  const directory = { units: [...units.keys()], leaders: [...leaders.keys()], permitItems: [...permitItems.keys()] };
  function* writes(): Generator<Write> {
    for (let index = 0; index < projects; index += 1) yield* projectWrites(index, directory);
  }
  return foldWrites(demo, writes());
}

/** The id of a report of the last year, newest first: those of a week, project by project, then those of the week before. */
export function reportId(number: number, projects: number): string {
  const week = WEEKS - (Math.floor(number / projects) % WEEKS);
  return `${projectId(number % projects)}-${dateOfWeek(YEARS.at(-1) ?? 0, week)}`;
}

/** A figure of a report, changed and verified. */
export const figureEdit = (report: string, completedYtdYuan: number): Write => ({
  kind: 'update',
  register: 'reports',
  record: report,
  fields: fieldsOf({ completedYtdYuan, state: 'verified' }),
});
