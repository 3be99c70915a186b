import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, flag, integer, month, date, optional, reference, references, text, yuan } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';
import { COMPLETION_KINDS, KEY_LEVELS, LIFECYCLES, SECTORS } from './project-choices.ts';

const inOrder = (earlier: unknown, later: unknown): boolean =>
  typeof earlier !== 'string' || typeof later !== 'string' || earlier <= later;

/**
 * Key projects (重点项目). The three year flags overlap, so they are three fields and not one list. Lineage: a bundle's
 * sites name it as `parent`; a project that was split off or merged names its origin or its successor.
 */
export const projects = declareRegister({
  name: 'projects',
  label: { zh: '重点项目', en: 'Key projects' },
  title: 'name',
  unique: ['code'],
  read: EVERYBODY,
  unitBy: 'leadUnit',
  fields: {
    code: text({ label: { zh: '项目编号', en: 'Code' }, max: 32, public: true, aliases: ['项目编号'] }),
    name: text({ label: { zh: '项目名称', en: 'Name' }, max: 80, public: true, aliases: ['项目名称', '名称'] }),
    shortName: optional(text({ label: { zh: '简称', en: 'Short name' }, max: 12, public: true })),
    listOrder: integer({ label: { zh: '序号', en: 'List order' }, public: true }),
    keyLevel: choice({ label: { zh: '项目级别', en: 'Level' }, choices: KEY_LEVELS, public: true }),
    sector: choice({ label: { zh: '项目类别', en: 'Sector' }, choices: SECTORS, public: true }),
    plannedStartInYear: flag({ label: { zh: '计划新开工', en: 'Planned to start this year' }, public: true }),
    carriedOver: flag({ label: { zh: '续建', en: 'Carried over' }, public: true }),
    plannedCompletionInYear: flag({
      label: { zh: '计划竣工', en: 'Planned to finish this year' },
      public: true,
    }),
    lifecycle: choice({ label: { zh: '项目状态', en: 'Life cycle' }, choices: LIFECYCLES, public: true }),
    content: optional(text({ label: { zh: '建设内容', en: 'Content' }, max: 500, public: true })),
    totalInvestmentYuan: yuan({ label: { zh: '总投资', en: 'Total investment' }, public: true }),
    investedBeforeYuan: yuan({ label: { zh: '年前累计完成', en: 'Invested in earlier years' }, public: true }),
    plannedStart: optional(month({ label: { zh: '计划开工', en: 'Planned start' }, public: true })),
    actualStart: optional(month({ label: { zh: '实际开工', en: 'Actual start' }, public: true })),
    resumedOn: optional(date({ label: { zh: '复工日期', en: 'Resumed on' }, public: true })),
    plannedFinish: optional(month({ label: { zh: '计划竣工时间', en: 'Planned finish' }, public: true })),
    actualFinish: optional(month({ label: { zh: '实际竣工时间', en: 'Actual finish' }, public: true })),
    physicalProgress: optional(text({ label: { zh: '形象进度', en: 'Physical progress' }, max: 200, public: true })),
    leadUnit: reference({ label: { zh: '责任单位', en: 'Lead unit' }, target: 'units', public: true }),
    sponsorLeader: optional(
      reference({ label: { zh: '责任领导', en: 'Sponsor leader' }, target: 'leaders', public: true }),
    ),
    sponsorSince: optional(date({ label: { zh: '分包起始日期', en: 'Sponsored since' } })),
    responsiblePerson: optional(text({ label: { zh: '责任人', en: 'Responsible person' }, max: 30 })),
    supportUnits: optional(references({ label: { zh: '配合单位', en: 'Supporting units' }, target: 'units' })),
    siteLead: optional(text({ label: { zh: '项目一线负责人', en: 'Lead on site' }, max: 30 })),
    ownerOrg: optional(text({ label: { zh: '项目单位', en: 'Owner' }, max: 80, aliases: ['业主', '建设单位'] })),
    liaison: optional(text({ label: { zh: '联系人', en: 'Contact' }, max: 30 })),
    liaisonPhone: optional(
      text({
        label: { zh: '联系电话', en: 'Contact’s phone' },
        max: 60,
        secret: true,
        readers: ['admin', 'editor', 'verifier'],
        aliases: ['联系电话', '电话', '手机'],
      }),
    ),
    startEvidence: optional(text({ label: { zh: '开工依据', en: 'Evidence of the start' }, max: 200 })),
    completionKind: optional(
      choice({ label: { zh: '竣工类型', en: 'Kind of completion' }, choices: COMPLETION_KINDS, public: true }),
    ),
    suspendedOn: optional(date({ label: { zh: '停工日期', en: 'Suspended on' } })),
    suspensionReason: optional(text({ label: { zh: '停工原因', en: 'Reason for the suspension' }, max: 200 })),
    listedFrom: optional(date({ label: { zh: '列入日期', en: 'On the list from' } })),
    delistedOn: optional(date({ label: { zh: '调出日期', en: 'Off the list from' } })),
    parent: optional(reference({ label: { zh: '所属打包项目', en: 'Part of the bundle' }, target: 'projects' })),
    splitFrom: optional(reference({ label: { zh: '拆分自', en: 'Split from' }, target: 'projects' })),
    mergedInto: optional(reference({ label: { zh: '合并至', en: 'Merged into' }, target: 'projects' })),
    headquarters: optional(text({ label: { zh: '项目指挥部', en: 'Project headquarters' }, max: 80 })),
    implementationPlan: optional(text({ label: { zh: '实施方案', en: 'Implementation plan' }, max: 120 })),
    implementationPlanOn: optional(date({ label: { zh: '实施方案日期', en: 'Plan dated' } })),
    remark: optional(text({ label: { zh: '备注', en: 'Remark' }, max: 500 })),
  },
  consistent: (values) => {
    const problems: RecordProblem[] = [];
    const add = (path: string, message: string): void => {
      problems.push({ path, code: 'inconsistent', message });
    };
    if (values.plannedStartInYear && values.carriedOver) {
      add('carriedOver', 'a project that starts this year is not carried over');
    }
    if (!inOrder(values.actualStart, values.actualFinish)) add('actualFinish', 'is before the start');
    if (!inOrder(values.plannedStart, values.plannedFinish)) add('plannedFinish', 'is before the start');
    if (values.lifecycle === 'merged' && values.mergedInto === undefined) add('mergedInto', 'name the successor');
    return problems;
  },
});
