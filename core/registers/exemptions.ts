import { declareRegister } from '../register/declare.ts';
import { date, reference, text } from '../register/field.ts';

/** Accepted force majeure (不可抗力认定): a unit that misses its target for this reason is not on the black board. */
export const exemptions = declareRegister({
  name: 'exemptions',
  label: { zh: '不可抗力认定', en: 'Accepted force majeure' },
  title: 'reason',
  area: 'assessment',
  write: ['admin', 'reviewer', 'signer'],
  fields: {
    unit: reference({ label: { zh: '单位', en: 'Unit' }, target: 'units' }),
    from: date({ label: { zh: '起始日期', en: 'From' } }),
    until: date({ label: { zh: '截止日期', en: 'Until' } }),
    reason: text({ label: { zh: '原因', en: 'Reason' }, max: 300 }),
    document: text({ label: { zh: '认定文件', en: 'Accepted by document' }, max: 120 }),
  },
  consistent: ({ from, until }) =>
    until < from ? [{ path: 'until', code: 'inconsistent', message: 'is before the beginning' }] : [],
});
