import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import { document, reference } from '../register/field.ts';
import { ok } from '../result.ts';
import type { IsoDate } from '../time.ts';
import { declareAction, derivedId } from './action.ts';
import { amountsOf, sumOf } from './amounts.ts';
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
import { checkParts, type Part } from './parts.ts';

interface Split {
  readonly origin: ProjectFigures;
  readonly on: IsoDate;
  readonly document?: string | undefined;
  readonly explanation?: string | undefined;
}

function partRequests(ledger: Ledger, split: Split, part: Part, number: number): readonly ChangeRequest[] {
  const { origin, on, explanation } = split;
  const { code, name, totalInvestmentYuan, investedBeforeYuan, planYuan = null, completedYuan } = part;
  const key = derivedId('split', ledger.revision, number);
  const words = originWords(`由“${origin.project.name}”拆分`, explanation);
  const project = `project-${key}`;
  return [
    {
      kind: 'create',
      register: 'projects',
      record: project,
      values: {
        ...inherited(origin.project),
        code,
        name,
        totalInvestmentYuan,
        investedBeforeYuan,
        listedFrom: on,
        splitFrom: origin.project.id,
        remark: words,
      },
    },
    ...beginning(ledger, {
      project,
      on,
      planYuan,
      completedYuan,
      verifiedAsOf: origin.reportedAsOf,
      physicalProgress: origin.physicalProgress,
      words,
      document: split.document,
      key,
    }),
  ];
}

/** 拆分项目: from a date on a project is two or more; the district's totals stay, or the difference is explained. */
export const splitProject = declareAction({
  name: 'splitProject',
  label: { zh: '拆分项目', en: 'Split a project' },
  help: {
    zh: '自生效日期起一个项目分为几个：原项目调出，新项目接续其投资、年度计划和本年完成，各项之和须与原项目相等或说明差额；其余信息沿用原项目，可再修改。节点、手续、问题仍留在原项目。',
    en: 'From a date on one project is several: the old one leaves the list, the new ones take over its amounts, which add up or are explained; the rest is copied and can be changed. Milestones, permits and issues stay with the old one.',
  },
  register: 'projects',
  roles: ['admin', 'editor'],
  fields: {
    project: reference({ label: { zh: '原项目', en: 'Project' }, target: 'projects' }),
    on: LINEAGE_FIELDS.on,
    parts: document({ label: { zh: '拆分为', en: 'Parts' }, check: checkParts }),
    document: LINEAGE_FIELDS.document,
    explanation: LINEAGE_FIELDS.explanation,
  },
  reason: (ledger, { project, explanation }) =>
    originWords(`拆分“${ledger.tables.projects.get(project)?.name ?? project}”`, explanation),
  run: (ledger, { project, on, parts, document: paper, explanation }, today) => {
    const dated = checkDate(ledger, on, today);
    if (!dated.ok) return dated;
    const origin = memberOn(ledger, project, on, 'project');
    if (!origin.ok) return origin;
    const codes = parts.map(({ code }) => code);
    const free = checkCodes(ledger, codes, 'parts');
    if (!free.ok) return free;
    const totals = checkTotals(ledger, amountsOf(origin.value), sumOf(parts), explanation);
    if (!totals.ok) return totals;
    const split = { origin: origin.value, on, document: paper, explanation };
    return ok([
      ...parts.flatMap((part, index) => partRequests(ledger, split, part, index + 1)),
      {
        kind: 'update',
        register: 'projects',
        record: project,
        values: { lifecycle: 'split', delistedOn: on },
      },
    ]);
  },
});
