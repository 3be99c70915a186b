import { declareRegister } from '../register/declare.ts';
import { choice, date, optional, reference, text } from '../register/field.ts';
import { PERMIT_STATES } from './permits.ts';

/** What departments say of permits (部门对接): compared with the ledger, differences are conflicts to be cleared. */
export const departmentFeeds = declareRegister({
  name: 'departmentFeeds',
  label: { zh: '部门信息共享', en: 'Department feeds' },
  title: 'source',
  unique: ['project', 'item', 'on'],
  area: 'permits',
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' }),
    item: reference({ label: { zh: '事项', en: 'Permit' }, target: 'permitItems' }),
    state: choice({ label: { zh: '部门口径状态', en: 'State by the department' }, choices: PERMIT_STATES }),
    on: date({ label: { zh: '数据日期', en: 'As of' } }),
    source: text({ label: { zh: '来源部门', en: 'Source' }, max: 60 }),
    note: optional(text({ label: { zh: '说明', en: 'Note' }, max: 200 })),
  },
});
