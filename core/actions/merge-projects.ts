import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { reportsOf, type ProjectFigures } from '../metrics/figures.ts';
import { optional, reference, references, text, yuan } from '../register/field.ts';
import { ok, type Result } from '../result.ts';
import type { IsoDate } from '../time.ts';
import { declareAction, derivedId, refuse, type ActionProblem } from './action.ts';
import { AMOUNT_NAMES, AMOUNTS, amountsOf, sumOf, type AmountName, type Amounts } from './amounts.ts';
import {
  beginning,
  checkCodes,
  checkDate,
  checkTotals,
  inherited,
  LINEAGE_FIELDS,
  memberOn,
  originWords,
} from './lineage.ts';

const LEAST_MEMBERS = 2;
/** Names that the words of the origin hold; the others are counted. */
const MOST_NAMED = 1;

interface Merger {
  /** Everybody who takes part; the successor among them when it is one of the projects. */
  readonly members: readonly ProjectFigures[];
  /** The id of the project that goes on; null for a new one. */
  readonly into: string | null;
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly on: IsoDate;
  readonly amounts: Amounts;
  readonly document?: string | undefined;
  readonly explanation?: string | undefined;
}

const membersOn = (
  ledger: Ledger,
  ids: readonly string[],
  on: IsoDate,
): Result<readonly ProjectFigures[], readonly ActionProblem[]> => {
  const members: ProjectFigures[] = [];
  for (const id of ids) {
    const member = memberOn(ledger, id, on, 'projects');
    if (!member.ok) return member;
    members.push(member.value);
  }
  return ok(members);
};

/** The successor's own report of the day would stand where its opening report belongs. */
const isReportedOn = (ledger: Ledger, into: string, on: IsoDate): boolean =>
  reportsOf(ledger, into).some(({ asOf }) => asOf === on);

const mergedWords = (names: readonly string[]): string => {
  const shown = names
    .slice(0, MOST_NAMED)
    .map((name) => `“${name}”`)
    .join('、');
  return names.length > MOST_NAMED ? `${shown}等${names.length}个项目合并` : `${shown}并入`;
};

const newest = (dates: readonly (IsoDate | null)[]): IsoDate | null =>
  dates.reduce((latest, each) => ((each ?? '') > (latest ?? '') ? each : latest), null);

/** The record that goes on: an existing project with the new amounts, or a new one after the model of the first. */
function successor(merger: Merger, id: string, words: string): readonly ChangeRequest[] {
  const { totalInvestmentYuan, investedBeforeYuan } = merger.amounts;
  const values = { totalInvestmentYuan, investedBeforeYuan };
  if (merger.into !== null) return [{ kind: 'update', register: 'projects', record: id, values }];
  const [model] = merger.members;
  const { code, name, on } = merger;
  const own = { code, name, listedFrom: on, remark: words };
  const taken = model ? inherited(model.project) : {};
  return [{ kind: 'create', register: 'projects', record: id, values: { ...taken, ...values, ...own } }];
}

const hasPlan = ({ members, amounts }: Merger): boolean =>
  amounts.planYuan > 0 || members.some(({ planYuan }) => planYuan !== null);

function requests(ledger: Ledger, merger: Merger): readonly ChangeRequest[] {
  const { members, into, on, amounts, explanation } = merger;
  const leaving = members.filter(({ project }) => project.id !== into);
  const key = derivedId('merge', ledger.revision);
  const id = into ?? `project-${key}`;
  const words = originWords(mergedWords(leaving.map(({ project }) => project.name)), explanation);
  return [
    ...successor(merger, id, words),
    ...beginning(ledger, {
      project: id,
      on,
      planYuan: hasPlan(merger) ? amounts.planYuan : null,
      completedYuan: amounts.completedYuan,
      verifiedAsOf: newest(members.map(({ reportedAsOf }) => reportedAsOf)),
      physicalProgress: members.find(({ project }) => project.id === into)?.physicalProgress,
      words,
      document: merger.document,
      key,
    }),
    ...leaving.map(({ project }): ChangeRequest => ({
      kind: 'update',
      register: 'projects',
      record: project.id,
      values: { lifecycle: 'merged', mergedInto: id, delistedOn: on },
    })),
  ];
}

/** The sums, with another amount where one is given. */
const amountsOr = (sums: Amounts, given: Partial<Record<AmountName, number | undefined>>): Amounts =>
  sumOf([Object.fromEntries(AMOUNT_NAMES.map((name) => [name, given[name] ?? sums[name]]))]);

const instead = (name: AmountName) =>
  optional(
    yuan({
      label: { zh: `合并后${AMOUNTS[name].zh}，空为各项之和`, en: `${AMOUNTS[name].en} afterwards, empty for the sum` },
    }),
  );

/** 合并项目: from a date on several projects are one, an existing one or a new one; totals stay, or are explained. */
export const mergeProjects = declareAction({
  name: 'mergeProjects',
  label: { zh: '合并项目', en: 'Merge projects' },
  help: {
    zh: '自生效日期起几个项目合为一个：并入一个现有项目，或填编号和名称新建（其余信息沿用所选第一个）。投资、年度计划和本年完成为各项目之和，改动须说明差额。节点、手续、问题仍留在被合并的项目。',
    en: 'From a date on several projects are one: an existing one, or a new one with code and name (the rest is copied from the first). Its amounts are the sums; others are to be explained. Milestones, permits and issues stay with the merged ones.',
  },
  register: 'projects',
  roles: ['admin', 'editor'],
  fields: {
    projects: references({ label: { zh: '合并的项目', en: 'Projects' }, target: 'projects', max: 50 }),
    on: LINEAGE_FIELDS.on,
    into: optional(reference({ label: { zh: '并入现有项目', en: 'Into an existing project' }, target: 'projects' })),
    code: optional(text({ label: { zh: '或新项目编号', en: 'Or code of a new project' }, max: 32 })),
    name: optional(text({ label: { zh: '新项目名称', en: 'Name of the new project' }, max: 80 })),
    totalInvestmentYuan: instead('totalInvestmentYuan'),
    investedBeforeYuan: instead('investedBeforeYuan'),
    planYuan: instead('planYuan'),
    completedYuan: instead('completedYuan'),
    document: LINEAGE_FIELDS.document,
    explanation: LINEAGE_FIELDS.explanation,
  },
  reason: (ledger, { projects, into, explanation }) => {
    const leaving = projects.filter((id) => id !== into);
    return originWords(mergedWords(leaving.map((id) => ledger.tables.projects.get(id)?.name ?? id)), explanation);
  },
  run: (ledger, { projects, on, into, code, name, document, explanation, ...given }, today) => {
    const isNew = code !== undefined && name !== undefined;
    if ((into === undefined) !== isNew || (into !== undefined && (code ?? name) !== undefined))
      return refuse('into', { zh: '请选一个现有项目，或填新项目的编号和名称', en: 'name one, or a code and a name' });
    const dated = checkDate(ledger, on, today);
    if (!dated.ok) return dated;
    const ids = [...new Set(into === undefined ? projects : [...projects, into])];
    if (ids.length < LEAST_MEMBERS)
      return refuse('projects', { zh: '至少选两个项目', en: 'needs at least two projects' });
    const members = membersOn(ledger, ids, on);
    if (!members.ok) return members;
    if (into !== undefined && isReportedOn(ledger, into, on)) {
      const words = {
        zh: `并入的项目已有截至${on}的填报，请改用后一天`,
        en: `the successor has a report as of ${on}; take the day after`,
      };
      return refuse('on', words);
    }
    const free = checkCodes(ledger, code === undefined ? [] : [code], 'code');
    if (!free.ok) return free;
    const sums = sumOf(members.value.map(amountsOf));
    const amounts = amountsOr(sums, given);
    const totals = checkTotals(ledger, sums, amounts, explanation);
    if (!totals.ok) return totals;
    const merger = { members: members.value, into: into ?? null, code, name, on, amounts, document, explanation };
    return ok(requests(ledger, merger));
  },
});
