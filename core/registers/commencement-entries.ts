import { declareRegister } from '../register/declare.ts';
import { flag, optional, reference, text, yuan } from '../register/field.ts';

/**
 * Projects of a group commencement (集中开工项目). Most are of the district only and not on the key list; one that is names
 * its project, so that nothing counts twice.
 */
export const commencementEntries = declareRegister({
  name: 'commencementEntries',
  label: { zh: '集中开工项目', en: 'Projects of a commencement' },
  title: 'name',
  unique: ['commencement', 'name'],
  area: 'pipeline',
  fields: {
    commencement: reference({
      label: { zh: '集中开工活动', en: 'Commencement' },
      target: 'commencements',
      public: true,
    }),
    name: text({ label: { zh: '项目名称', en: 'Name' }, max: 80, public: true }),
    project: optional(reference({ label: { zh: '台账项目', en: 'Project of the ledger' }, target: 'projects' })),
    unit: optional(reference({ label: { zh: '责任单位', en: 'Unit' }, target: 'units', public: true })),
    totalInvestmentYuan: yuan({ label: { zh: '总投资', en: 'Total investment' }, public: true }),
    annualPlanYuan: yuan({ label: { zh: '年度计划投资', en: 'Plan of the year' }, public: true }),
    permitsReady: optional(flag({ label: { zh: '手续齐备', en: 'Permits ready' } })),
  },
});
