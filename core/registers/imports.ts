import { declareRegister } from '../register/declare.ts';
import { date, document, integer, optional, sha256, text } from '../register/field.ts';
import { isObject, fail, ok } from '../result.ts';
import { checkPictures } from './imported-pictures.ts';

/** Imports that were confirmed (导入记录): which file, what it did; the changes of `set` are what it wrote. */
export const imports = declareRegister({
  name: 'imports',
  label: { zh: '导入记录', en: 'Imports' },
  title: 'fileName',
  system: true,
  area: 'system',
  write: [],
  fields: {
    fileName: text({ label: { zh: '文件名', en: 'File name' }, max: 255 }),
    file: sha256({ label: { zh: '文件指纹', en: 'SHA-256 of the file' } }),
    bytes: integer({ label: { zh: '字节数', en: 'Bytes' }, max: 1_000_000_000 }),
    profile: text({ label: { zh: '导入类型', en: 'Profile' }, max: 40 }),
    asOf: optional(date({ label: { zh: '截至日期', en: 'As of' } })),
    rows: integer({ label: { zh: '数据行', en: 'Rows' }, max: 1_000_000 }),
    created: integer({ label: { zh: '新增', en: 'Created' }, max: 1_000_000 }),
    updated: integer({ label: { zh: '更新', en: 'Updated' }, max: 1_000_000 }),
    pictures: optional(document({ label: { zh: '表中图片', en: 'Pictures in the sheet' }, check: checkPictures })),
  },
});

/** Remembered mappings of workbooks (导入模板): headings, units' names and the like, for the next file of the kind. */
export const importTemplates = declareRegister({
  name: 'importTemplates',
  label: { zh: '导入模板', en: 'Import templates' },
  title: 'name',
  unique: ['name'],
  system: true,
  area: 'system',
  fields: {
    name: text({ label: { zh: '模板名称', en: 'Name' }, max: 60 }),
    profile: text({ label: { zh: '导入类型', en: 'Profile' }, max: 40 }),
    content: document({
      label: { zh: '内容', en: 'Content' },
      check: (value) => (isObject(value) ? ok(value) : fail('must be an object')),
    }),
  },
});
