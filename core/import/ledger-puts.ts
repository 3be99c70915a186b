/** What a row of the ledger layout would write: project, plan, report, milestones, permits, issue. */
import type { Ledger } from '../ledger/ledger.ts';
import type { Milestone, Project } from '../registers/index.ts';
import { parseDate, type IsoDate } from '../time.ts';
import { findDate } from './dates.ts';
import { issuesIn } from './issue-text.ts';
import { planInForce, reportInForce, type ProjectRecords } from './ledger-index.ts';
import { monthWithin, type LedgerRow } from './ledger-row.ts';
import { compact, textNumber } from './text.ts';
import { usableId, type Put } from './writes.ts';

/** What holds for the whole sheet. */
export interface PutContext {
  readonly ledger: Ledger;
  readonly year: number;
  readonly asOf: IsoDate;
  /** The project that the row is about; absent for a new one. */
  readonly known: Project | null;
  /** The id that it has or will have. */
  readonly project: string;
  readonly records: ProjectRecords;
}

const present = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));

type OfProject = 'plans' | 'reports' | 'milestones' | 'permits' | 'issues';

/** An id that no record has: readable where the project's id is short enough. */
function idFor(ledger: Ledger, register: OfProject, parts: readonly string[]): string {
  const plain = usableId(parts.join('-')) ?? `${parts[0]}-${textNumber(parts.join('-'))}`;
  let id = plain;
  for (let again = 2; ledger.tables[register].has(id); again += 1)
    id = `${parts[0]}-${textNumber(`${plain} ${again}`)}`;
  return id;
}

/** The fields of the project, the dates of its period included. */
export function projectPut(context: PutContext, row: LedgerRow, defaults: Readonly<Record<string, unknown>>): Put {
  const { known } = context;
  const start = row.period?.start;
  const finish = row.period?.finish;
  const [lead, ...support] = row.units ?? [];
  const supportIds = support.map(({ id }) => id);
  const sameSupport = compact((known?.supportUnits ?? []).join()) === compact(supportIds.join());
  const values = present({
    ...defaults,
    ...(start ? { plannedStart: monthWithin(start, false, known?.plannedStart) } : {}),
    ...(finish ? { plannedFinish: monthWithin(finish, true, known?.plannedFinish) } : {}),
    ...row.fields,
    ...(lead ? { leadUnit: lead.id } : {}),
    ...(supportIds.length > 0 && !sameSupport ? { supportUnits: supportIds } : {}),
    ...(row.leader ? { sponsorLeader: row.leader.id } : {}),
  });
  return { register: 'projects', record: context.project, values };
}

/** A date of the year, at which "in force" is asked: the cut-off where it lies in the year. */
const dateIn = (year: number, asOf: IsoDate): IsoDate =>
  asOf.startsWith(`${year}-`) ? asOf : (parseDate(asOf < `${year}` ? `${year}-01-01` : `${year}-12-31`) ?? asOf);

/** The plan, as the next version where it differs from the one in force. */
export function planPuts(
  { ledger, year, asOf, project, records }: PutContext,
  amountYuan: number | null,
): readonly Put[] {
  const at = dateIn(year, asOf);
  if (amountYuan === null || planInForce(records.plans, year, at)?.amountYuan === amountYuan) return [];
  const versions = records.plans.filter((plan) => plan.year === year).map(({ version }) => version);
  const version = Math.max(0, ...versions) + 1;
  const effectiveFrom = versions.length === 0 ? `${year}-01-01` : at;
  const record = idFor(ledger, 'plans', ['plan', String(year), project, ...(version > 1 ? [String(version)] : [])]);
  return [{ register: 'plans', record, values: { project, year, version, effectiveFrom, amountYuan } }];
}

/**
 * The verified report at the cut-off. What is in force already says nothing new; a first figure of 0 neither. The
 * figure of the month counts only beside a figure of the year.
 */
export function reportPuts({ ledger, asOf, project, records }: PutContext, row: LedgerRow): readonly Put[] {
  const { ytdYuan, monthYuan } = row;
  if (ytdYuan === null) return [];
  const inForce = reportInForce(records.reports, asOf);
  const same = (inForce?.completedYtdYuan ?? 0) === ytdYuan;
  const atDate = records.reports.find((report) => report.asOf === asOf);
  const keepsMonth =
    monthYuan === null || atDate?.completedMonthYuan === undefined || atDate.completedMonthYuan === monthYuan;
  if (same && (atDate !== inForce || keepsMonth)) return [];
  const values = present({
    project,
    asOf,
    completedYtdYuan: ytdYuan,
    completedMonthYuan: monthYuan,
    correctionReason:
      monthYuan !== null && monthYuan < 0 ? (atDate?.correctionReason ?? '工作台账所列冲减') : undefined,
    state: 'verified',
  });
  return [{ register: 'reports', record: atDate?.id ?? idFor(ledger, 'reports', ['report', asOf, project]), values }];
}

const quarterOf = (date: IsoDate): string => `${date.slice(0, 4)}-${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** The milestone that a target means: same name and day, same name in the quarter, or the only one of that name. */
function milestoneFor(milestones: readonly Milestone[], name: string, dueOn: IsoDate): Milestone | undefined {
  const named = milestones.filter((milestone) => compact(milestone.name) === compact(name));
  return (
    named.find((milestone) => milestone.dueOn === dueOn) ??
    named.find((milestone) => quarterOf(milestone.dueOn) === quarterOf(dueOn)) ??
    (named.length === 1 ? named[0] : undefined)
  );
}

/** Targets of the quarters. A date that moves leaves the baseline; a quarter without a date moves nothing in it. */
export function milestonePuts({ ledger, project, records }: PutContext, row: LedgerRow): readonly Put[] {
  const free = [...records.milestones];
  return row.targets.flatMap(({ name, dueOn, phrase }): readonly Put[] => {
    const known = milestoneFor(free, name, dueOn);
    if (!known) {
      const record = idFor(ledger, 'milestones', ['milestone', project, textNumber(`${name} ${dueOn}`)]);
      return [{ register: 'milestones', record, values: { project, name, baselineOn: dueOn, dueOn, weight: 1 } }];
    }
    free.splice(free.indexOf(known), 1);
    if (phrase === undefined && quarterOf(known.dueOn) === quarterOf(dueOn)) return [];
    if (known.dueOn === dueOn) return [];
    const moveReason = known.moveReason ?? '按工作台账调整';
    return [
      { register: 'milestones', record: known.id, values: { dueOn, ...(dueOn > known.dueOn ? { moveReason } : {}) } },
    ];
  });
}

/** States of permits. A new one takes its authority and time limit from its item. */
export function permitPuts({ ledger, project, records }: PutContext, row: LedgerRow): readonly Put[] {
  const items = ledger.tables.permitItems;
  return row.permits.flatMap(({ item, state }): readonly Put[] => {
    const made = item.put ? [item.put] : [];
    const known = records.permits.find((permit) => permit.item === item.id);
    // A decision with its date and document is more than a mark: only "done" and "not required" overrule it.
    if (known)
      return known.state === state
        ? made
        : [
            ...made,
            {
              register: 'permits',
              record: known.id,
              values: { state, ...(state === 'done' ? {} : { finishedOn: null }) },
            },
          ];
    const declared = items.get(item.id) ?? (item.put?.values as { authority: string; limitDays: number } | undefined);
    const record = idFor(ledger, 'permits', ['permit', project, item.id]);
    const { authority, limitDays } = declared ?? { authority: 'district', limitDays: 1 };
    return [...made, { register: 'permits', record, values: { project, item: item.id, state, authority, limitDays } }];
  });
}

const CATEGORY_WORDS: readonly (readonly [string, RegExp])[] = [
  ['funds', /资金|融资|贷款|拨付|欠款/],
  ['dust', /扬尘|环保管控|复工|停工令|管控/],
  ['obstruction', /阻工|强买强卖|阻挠|群众|纠纷|乱收费/],
  ['approvals', /手续|审批|立项|林地|文物|规划|招拍挂|环评|用地|土地证|许可|批复|土地指标/],
  ['site', /拆迁|拆除|征地|征收|附着物|迁改|清表|场清|进场路|临时水电|腾空/],
  ['infrastructure', /配套|供水|供电|电力|雨污|道路|燃气|供热|水电/],
];

const categoryOf = (text: string): string => CATEGORY_WORDS.find(([, words]) => words.test(text))?.[0] ?? 'other';

/** The deadline that a measure names: its last date in words. */
function deadlineIn(measure: string | null, year: number): IsoDate | null {
  const dates = (measure ?? '').match(
    /(?:\d{4}年)?\d{1,2}月(?:份)?(?:\d{1,2}[日号]|底|末|初|上旬|中旬|下旬)?(?:之?前)?|(?:今年|当年)?年底(?:之?前)?/g,
  );
  return findDate(dates?.at(-1) ?? '', year)?.last ?? null;
}

/** An issue for each that the row tells and nobody registered; a measure or a deadline for those that are. */
export function issuePuts(context: PutContext, row: LedgerRow, ownerUnit: string | undefined): readonly Put[] {
  const { ledger, year, asOf, project, records } = context;
  if (row.issue === null) return [];
  return issuesIn(row.issue, row.measure, year).map(({ description, measure, dueOn }): Put => {
    const told = present({ measure, dueOn: dueOn ?? deadlineIn(measure, year) });
    const known = records.issues.find((each) => compact(each.description) === compact(description));
    if (known) {
      const isSaid = compact(known.measure ?? '') === compact(measure ?? '');
      const { measure: _same, ...deadline } = present({ measure, dueOn });
      return { register: 'issues', record: known.id, values: isSaid ? deadline : told };
    }
    const record = idFor(ledger, 'issues', ['issue', project, textNumber(compact(description))]);
    const category = categoryOf(description);
    const values = { project, category, description, foundOn: asOf, ownerUnit, state: 'open', ...told };
    return { register: 'issues', record, values: present(values) };
  });
}
