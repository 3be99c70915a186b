import { changedAmong } from '../register/check-record.ts';
import { declareRegister } from '../register/declare.ts';
import { choice, date, document, integer, optional, text } from '../register/field.ts';
import { checkSchemeShape } from '../schemes/shape.ts';

export const SCHEME_STATES = {
  draft: { zh: '拟定', en: 'Draft' },
  approved: { zh: '已批准', en: 'Approved' },
  retired: { zh: '已停用', en: 'Retired' },
} as const;

/**
 * Assessment methods (考核方案) as data, in versions. What was approved is never edited: a change is a new version, so
 * that a score can be worked out again years later.
 */
export const schemes = declareRegister({
  name: 'schemes',
  label: { zh: '考核方案', en: 'Assessment schemes' },
  title: 'name',
  apart: ['version'],
  unique: ['name', 'version'],
  area: 'assessment',
  write: ['admin', 'editor', 'reviewer', 'signer'],
  fields: {
    name: text({ label: { zh: '方案名称', en: 'Name' }, max: 60, public: true }),
    version: integer({ label: { zh: '版本', en: 'Version' }, min: 1, max: 999, public: true }),
    body: document({
      label: { zh: '内容', en: 'Content' },
      public: true,
      check: checkSchemeShape,
      writers: ['admin', 'editor'],
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: SCHEME_STATES,
      flow: {
        starts: { draft: ['admin', 'editor'] },
        moves: {
          draft: { approved: ['reviewer', 'signer'] },
          approved: { retired: ['reviewer', 'signer'] },
        },
      },
    }),
    effectiveFrom: date({ label: { zh: '施行日期', en: 'In force from' }, public: true }),
    effectiveTo: optional(date({ label: { zh: '停止日期', en: 'In force to' }, public: true })),
    approvalDocument: optional(text({ label: { zh: '批准文号', en: 'Approved by document' }, max: 120 })),
    note: optional(text({ label: { zh: '说明', en: 'Note' }, max: 500 })),
  },
  consistent: ({ state, approvalDocument, effectiveFrom, effectiveTo }) => [
    ...(state === 'approved' && approvalDocument === undefined
      ? [{ path: 'approvalDocument', code: 'required' as const, message: 'an approved scheme names its document' }]
      : []),
    ...(effectiveTo !== undefined && effectiveTo < effectiveFrom
      ? [{ path: 'effectiveTo', code: 'inconsistent' as const, message: 'is before it comes into force' }]
      : []),
  ],
  lasting: ({ state }) => state !== 'draft',
  follows: (before, after) =>
    before.state === 'draft'
      ? []
      : changedAmong(['name', 'version', 'body', 'effectiveFrom'], before, after).map((path) => ({
          path,
          code: 'frozen' as const,
          message: 'is approved: make a new version',
        })),
});
