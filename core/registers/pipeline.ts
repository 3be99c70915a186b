import { declareRegister } from '../register/declare.ts';
import { choice, integer, month, optional, reference, text, yuan } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';
import { KEY_LEVELS } from './project-choices.ts';

/** The kinds of pipeline projects; wider than the key list's sectors. */
export const PIPELINE_SECTORS = {
  industry: { zh: '工业', en: 'Industry' },
  services: { zh: '服务业', en: 'Services' },
  agriculture: { zh: '农业', en: 'Agriculture' },
  infrastructure: { zh: '基础设施', en: 'Infrastructure' },
  livelihood: { zh: '民生', en: 'Livelihood' },
  other: { zh: '其他', en: 'Other' },
} as const;

export const PIPELINE_STATES = {
  candidate: { zh: '谋划', en: 'Candidate' },
  adopted: { zh: '已确定', en: 'Adopted' },
  dropped: { zh: '未采纳', en: 'Dropped' },
  converted: { zh: '已转入台账', en: 'In the ledger' },
} as const;

/** The pipeline (项目谋划): candidates for a coming year, reworked in rounds. */
export const pipeline = declareRegister({
  name: 'pipeline',
  label: { zh: '谋划项目', en: 'Pipeline' },
  title: 'name',
  unique: ['code'],
  area: 'pipeline',
  read: EVERYBODY,
  unitBy: 'leadUnit',
  fields: {
    code: text({ label: { zh: '项目编号', en: 'Code' }, max: 32 }),
    name: text({ label: { zh: '项目名称', en: 'Name' }, max: 80, aliases: ['项目名称', '名称'] }),
    year: integer({ label: { zh: '实施年度', en: 'For the year' }, min: 1990, max: 2199 }),
    sector: choice({ label: { zh: '项目类别', en: 'Sector' }, choices: PIPELINE_SECTORS }),
    leadUnit: reference({ label: { zh: '责任单位', en: 'Lead unit' }, target: 'units' }),
    content: optional(text({ label: { zh: '建设内容', en: 'Content' }, max: 500 })),
    totalInvestmentYuan: yuan({ label: { zh: '总投资', en: 'Total investment' } }),
    annualPlanYuan: yuan({ label: { zh: '年度计划投资', en: 'Plan of the year' } }),
    plannedStart: optional(month({ label: { zh: '计划开工', en: 'Planned start' } })),
    plannedFinish: optional(month({ label: { zh: '计划竣工', en: 'Planned finish' } })),
    intendedLevel: choice({
      label: { zh: '拟申报级别', en: 'Intended level' },
      choices: KEY_LEVELS,
      aliases: ['申报级别'],
    }),
    round: optional(integer({ label: { zh: '论证轮次', en: 'Round' }, min: 1, max: 99 })),
    state: choice({ label: { zh: '状态', en: 'State' }, choices: PIPELINE_STATES }),
    verdict: optional(text({ label: { zh: '论证意见', en: 'Verdict' }, max: 300 })),
    project: optional(reference({ label: { zh: '台账项目', en: 'Project of the ledger' }, target: 'projects' })),
  },
  consistent: ({ plannedStart, plannedFinish, state, project }) => [
    ...(plannedStart && plannedFinish && plannedFinish < plannedStart
      ? [{ path: 'plannedFinish', code: 'inconsistent' as const, message: 'is before the start' }]
      : []),
    ...(state === 'converted' && project === undefined
      ? [{ path: 'project', code: 'required' as const, message: 'name the project that it became' }]
      : []),
  ],
});
