import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { byKey } from '../metrics/by-key.ts';
import { figuresAt } from '../metrics/figures.ts';
import { isListedAt } from '../metrics/listed.ts';
import { optional, reference, references, text } from '../register/field.ts';
import type { Project } from '../registers/index.ts';
import { ok, type Result } from '../result.ts';
import type { IsoDate } from '../time.ts';
import { declareAction, derivedId, refuse, type ActionProblem } from './action.ts';
import { amountsOf, sumOf } from './amounts.ts';
import { checkCodes, checkDate, checkTotals, inherited, LINEAGE_FIELDS, originWords } from './lineage.ts';

/** A bundle of sites is one step deep, so that each amount has one place. */
function checkDepth(ledger: Ledger, sites: readonly Project[], bundle: Project | undefined, on: IsoDate) {
  const bundles = byKey(ledger.tables.projects, 'parent');
  const gone = sites.find((site) => !isListedAt(site, on));
  const deep = sites.find(({ id }) => bundles.has(id) || id === bundle?.id);
  if (gone)
    return refuse('sites', { zh: `“${gone.name}”在${on}不在册`, en: `${gone.name} is not on the list on ${on}` });
  if (deep) return refuse('sites', { zh: `“${deep.name}”本身是打包项目`, en: `${deep.name} is a bundle itself` });
  if (bundle && (bundle.parent !== undefined || !isListedAt(bundle, on))) {
    return refuse('bundle', { zh: '该项目不在册，或已属于另一打包项目', en: 'is not on the list, or a site itself' });
  }
  return ok(null);
}

/** The entry of a new bundle after the model of its first site; the money stays with the sites. */
const bundleEntry = (
  model: Project,
  id: string,
  values: { readonly code: string; readonly name: string; readonly on: IsoDate },
): ChangeRequest => ({
  kind: 'create',
  register: 'projects',
  record: id,
  values: {
    ...inherited(model),
    parent: undefined,
    code: values.code,
    name: values.name,
    listedFrom: values.on,
    totalInvestmentYuan: 0,
    investedBeforeYuan: 0,
  },
});

/** Why an existing entry's own amounts no longer count is kept with it. */
const explained = (bundle: Project | undefined, explanation: string | undefined): readonly ChangeRequest[] =>
  bundle === undefined || explanation === undefined
    ? []
    : [
        {
          kind: 'update',
          register: 'projects',
          record: bundle.id,
          values: { remark: [bundle.remark, originWords('打包', explanation)].filter(Boolean).join('；') },
        },
      ];

/** What an existing entry said itself is no longer counted beside its sites; the first time that must be explained. */
function checkOwnAmounts(
  ledger: Ledger,
  bundle: Project | undefined,
  on: IsoDate,
  explanation: string | undefined,
): Result<null, readonly ActionProblem[]> {
  const own = figuresAt(ledger, on).find(({ project }) => project.id === bundle?.id);
  return own ? checkTotals(ledger, amountsOf(own), sumOf([]), explanation) : ok(null);
}

/** 打包项目: several projects become the sites of one entry of the list; money lives on the sites. */
export const bundleProjects = declareAction({
  name: 'bundleProjects',
  label: { zh: '打包项目', en: 'Bundle projects' },
  help: {
    zh: '把几个项目列为一个打包项目的子项目：选一个现有项目，或填编号和名称新建。投资和进度只计子项目；现有项目自身的投资、计划、完成不再计入，不为零时须说明差额。',
    en: 'Several projects become the sites of one bundle: an existing one, or a new one with code and name. Only the sites count; what an existing one has itself no longer does, and must be explained unless it is zero.',
  },
  register: 'projects',
  roles: ['admin', 'editor'],
  fields: {
    sites: references({ label: { zh: '子项目', en: 'Sites' }, target: 'projects', max: 100 }),
    on: LINEAGE_FIELDS.on,
    bundle: optional(reference({ label: { zh: '现有打包项目', en: 'Existing bundle' }, target: 'projects' })),
    code: optional(text({ label: { zh: '或新打包项目编号', en: 'Or code of a new bundle' }, max: 32 })),
    name: optional(text({ label: { zh: '新打包项目名称', en: 'Name of the new bundle' }, max: 80 })),
    explanation: LINEAGE_FIELDS.explanation,
  },
  reason: (_ledger, { explanation }) => originWords('打包项目', explanation),
  run: (ledger, { sites: ids, on, bundle: id, code, name, explanation }, today) => {
    const isNew = code !== undefined && name !== undefined;
    if ((id === undefined) !== isNew || (id !== undefined && (code ?? name) !== undefined))
      return refuse('bundle', {
        zh: '请选一个现有项目，或填新打包项目的编号和名称',
        en: 'name one, or a code and a name',
      });
    const dated = checkDate(ledger, on, today);
    if (!dated.ok) return dated;
    const bundle = id === undefined ? undefined : ledger.tables.projects.get(id);
    const sites = ids.flatMap((each) => ledger.tables.projects.get(each) ?? []);
    const [model] = sites;
    if (!model) return refuse('sites', { zh: '请选子项目', en: 'is required' }, 'required');
    const depth = checkDepth(ledger, sites, bundle, on);
    if (!depth.ok) return depth;
    const free = checkCodes(ledger, code === undefined ? [] : [code], 'code');
    if (!free.ok) return free;
    const kept = checkOwnAmounts(ledger, bundle, on, explanation);
    if (!kept.ok) return kept;
    const parent = id ?? derivedId('project-bundle', ledger.revision);
    return ok<readonly ChangeRequest[]>([
      ...(code !== undefined && name !== undefined ? [bundleEntry(model, parent, { code, name, on })] : []),
      ...explained(bundle, explanation),
      ...sites
        .filter((site) => site.parent !== parent)
        .map((site) => ({
          kind: 'update' as const,
          register: 'projects' as const,
          record: site.id,
          values: { parent },
        })),
    ]);
  },
});
