/** What splitting, merging and bundling have in common: who may take part on a date, and what the successors begin with. */
import type { ChangeRequest } from '../ledger/change-request.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import { byKey } from '../metrics/by-key.ts';
import { figuresAt, reportsOf, type ProjectFigures } from '../metrics/figures.ts';
import { date, optional, text } from '../register/field.ts';
import type { Label } from '../register/label.ts';
import type { Project, Report } from '../registers/index.ts';
import { ok, type Result } from '../result.ts';
import { wantsFourEyes } from '../rights/four-eyes.ts';
import { yearOf, type IsoDate } from '../time.ts';
import { refuse, type ActionProblem } from './action.ts';
import { differenceWords, differing, type Amounts } from './amounts.ts';

type Checked<T> = Result<T, readonly ActionProblem[]>;

/** Fields that every step of a lineage asks for, after its own. */
export const LINEAGE_FIELDS = {
  on: date({ label: { zh: '生效日期', en: 'In force from' } }),
  document: optional(text({ label: { zh: '依据文件', en: 'Document' }, max: 100 })),
  // Short enough to stand in a plan's reason behind the name of a project.
  explanation: optional(text({ label: { zh: '差额说明', en: 'Why the totals differ' }, max: 90 })),
} as const;

/** Refuses a date outside the ledger's year, whose amounts are not the present ones, and one that is still to come. */
export function checkDate(ledger: Ledger, on: IsoDate, today: IsoDate): Checked<null> {
  if (yearOf(on) !== settingsOf(ledger)?.year)
    return refuse('on', { zh: '生效日期须在台账年度之内', en: 'is not in the year of the ledger' });
  return on > today ? refuse('on', { zh: '生效日期不能晚于今天', en: 'is still to come' }) : ok(null);
}

const isWaiting = ({ state, asOf }: Report, counted: IsoDate | null, on: IsoDate): boolean =>
  state === 'submitted' && yearOf(asOf) === yearOf(on) && asOf > (counted ?? '');

/** What was said of a project for a later date, or waits to be verified: the step would pass over it. */
function unsettled(ledger: Ledger, { project, reportedAsOf }: ProjectFigures, on: IsoDate): Label | null {
  const { id, name } = project;
  const reports = reportsOf(ledger, id);
  const later = reports.find((report) => report.asOf > on);
  if (later) {
    return {
      zh: `“${name}”已有截至${later.asOf}的填报，生效日期不能早于它`,
      en: `${name} has a report as of ${later.asOf}; the date must not be before it`,
    };
  }
  const waiting = reports.find((report) => isWaiting(report, reportedAsOf, on));
  if (waiting) {
    return {
      zh: `“${name}”截至${waiting.asOf}的填报尚未核实，请先核实或退回`,
      en: `${name}'s report as of ${waiting.asOf} waits to be verified; verify or return it first`,
    };
  }
  const plan = (byKey(ledger.tables.plans, 'project').get(id) ?? []).find(({ effectiveFrom }) => effectiveFrom > on);
  return plan
    ? {
        zh: `“${name}”有${plan.effectiveFrom}起生效的年度计划，生效日期不能早于它`,
        en: `${name} has a plan in force from ${plan.effectiveFrom}; the date must not be before it`,
      }
    : null;
}

const isBundle = (ledger: Ledger, id: string): boolean => byKey(ledger.tables.projects, 'parent').has(id);

/** The figures of a project that can take part in a split or merger on a date: listed, no bundle, nothing unsettled. */
export function memberOn(ledger: Ledger, id: string, on: IsoDate, path: string): Checked<ProjectFigures> {
  const name = ledger.tables.projects.get(id)?.name ?? id;
  if (isBundle(ledger, id)) {
    return refuse(path, {
      zh: `“${name}”是打包项目，请先处理其子项目`,
      en: `${name} is a bundle; deal with its sites first`,
    });
  }
  const figures = figuresAt(ledger, on).find(({ project }) => project.id === id);
  if (!figures) return refuse(path, { zh: `“${name}”在${on}不在册`, en: `${name} is not on the list on ${on}` });
  const words = unsettled(ledger, figures, on);
  return words ? refuse(path, words) : ok(figures);
}

/** Refuses totals that differ without an explanation, and a verified amount that would become another unverified. */
export function checkTotals(
  ledger: Ledger,
  before: Amounts,
  after: Amounts,
  explanation: string | undefined,
): Checked<null> {
  const differ = differing(before, after);
  const { zh, en } = differenceWords(before, after);
  if (differ.includes('completedYuan') && wantsFourEyes(ledger)) {
    return refuse('explanation', {
      zh: `本年完成是核实数，须由他人另行核实，不能在此改变：${zh}`,
      en: `what is completed was verified and must be verified anew by another person, not changed here: ${en}`,
    });
  }
  if (differ.length === 0 || explanation !== undefined) return ok(null);
  return refuse('explanation', {
    zh: `前后总数不符，请改正或说明差额：${zh}`,
    en: `the totals differ; correct them or say why: ${en}`,
  });
}

/** Why the successors have their amounts; at most 200 characters where a name has 80. */
export const originWords = (step: string, explanation: string | undefined): string =>
  explanation === undefined ? step : `${step}。差额说明：${explanation}`;

const OWN_TO_EACH: ReadonlySet<string> = new Set<keyof Project>([
  'id',
  'revision',
  'changedAt',
  'shortName',
  'liaisonPhone',
  'delistedOn',
  'mergedInto',
  'splitFrom',
  'remark',
]);

/** What a successor takes over from a project: everything but what only that one is. */
export const inherited = (project: Project): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(project).filter(([name]) => !OWN_TO_EACH.has(name)));

/** What a project begins with on the date of a step. */
export interface Beginning {
  readonly project: string;
  readonly on: IsoDate;
  /** In 元; null for no plan. */
  readonly planYuan: number | null;
  readonly completedYuan: number;
  /** The date to which the carried figure was verified; null when nothing was reported in the year. */
  readonly verifiedAsOf: IsoDate | null;
  readonly physicalProgress?: string | undefined;
  readonly words: string;
  readonly document?: string | undefined;
  /** Tells its records from those of other successors of the same step. */
  readonly key: string;
}

const nextVersion = (ledger: Ledger, project: string, year: number): number =>
  Math.max(
    0,
    ...(byKey(ledger.tables.plans, 'project').get(project) ?? [])
      .filter((plan) => plan.year === year)
      .map(({ version }) => version),
  ) + 1;

const planOf = (ledger: Ledger, { project, on, planYuan, words, document, key }: Beginning): readonly ChangeRequest[] =>
  planYuan === null
    ? []
    : [
        {
          kind: 'create',
          register: 'plans',
          record: `plan-${key}`,
          values: {
            project,
            year: yearOf(on),
            version: nextVersion(ledger, project, yearOf(on)),
            effectiveFrom: on,
            amountYuan: planYuan,
            document,
            reason: words,
          },
        },
      ];

/** A figure that was verified stays verified; its note says where it comes from. */
const openingReport = ({ project, on, completedYuan, verifiedAsOf, physicalProgress, words, key }: Beginning) =>
  verifiedAsOf === null && completedYuan === 0
    ? []
    : [
        {
          kind: 'create',
          register: 'reports',
          record: `opening-${key}`,
          values: {
            project,
            asOf: on,
            completedYtdYuan: completedYuan,
            physicalProgress,
            state: 'verified',
            note: verifiedAsOf === null ? words : `结转截至${verifiedAsOf}的核实数。${words}`,
          },
        } as const,
      ];

/** The plan in force from the date and the opening report, in the year of the date. */
export const beginning = (ledger: Ledger, of: Beginning): readonly ChangeRequest[] => [
  ...planOf(ledger, of),
  ...openingReport(of),
];

/** Refuses codes that a project has already; a project's code names it in every file. */
export function checkCodes(ledger: Ledger, codes: readonly string[], path: string): Checked<null> {
  const taken = codes.filter((code) => byKey(ledger.tables.projects, 'code').has(code));
  if (taken.length === 0) return ok(null);
  const list = taken.join('、');
  return refuse(path, { zh: `项目编号已有：${list}`, en: `there are projects with the code ${list}` }, 'duplicate');
}
