/** What the command `import` says, Chinese first, then English. */
import type { ImportCounts, QuestionOption } from '../../core/import/types.ts';
import type { Label } from '../../core/register/label.ts';
import type { ImportProblemCode } from '../imports/imports.ts';

const PROBLEMS: Readonly<Record<ImportProblemCode, Label>> = {
  empty: { zh: '文件是空的', en: 'the file is empty' },
  'unknown-format': { zh: '不是可识别的表格文件', en: 'it is no spreadsheet that can be read' },
  damaged: { zh: '文件已损坏', en: 'the file is damaged' },
  encrypted: { zh: '文件有密码保护', en: 'the file is protected with a password' },
  'too-large': { zh: '文件太大', en: 'the file is too large' },
  'too-slow': { zh: '读取时间过长', en: 'reading it takes too long' },
  NO_SHEET: { zh: '文件中没有工作表', en: 'there is no sheet in the file' },
  UNKNOWN_SHEET: { zh: '没有这个工作表', en: 'there is no such sheet' },
  HEADER_NOT_FOUND: { zh: '找不到表头', en: 'no headings were found' },
  internal: { zh: '程序出错,原因见日志', en: 'the program failed; the log says why' },
};

const option = ({ value, label }: QuestionOption): string => `${value} = ${label.zh} / ${label.en}`;

export const importWords = {
  help: {
    zh: '用法:import 文件 [--sheet 工作表] [--profile ledger|登记表] [--year 年] [--as-of 日期] [--answer 编号=值]… [--reason 事由] [--yes](没有 --yes 只预览)',
    en: 'Usage: import FILE [--sheet NAME] [--profile ledger|REGISTER] [--year YEAR] [--as-of DATE] [--answer ID=VALUE]… [--reason TEXT] [--yes] (without --yes it only shows)',
  },
  unreadable: (code: ImportProblemCode): Label => ({
    zh: `不能导入:${PROBLEMS[code].zh}。`,
    en: `Cannot import: ${PROBLEMS[code].en}.`,
  }),
  sheets: (names: readonly string[]): Label => ({
    zh: `工作表:${names.join('、')}`,
    en: `Sheets: ${names.join(', ')}`,
  }),
  about: (title: string, asOf: string | null, unit: string): Label => ({
    zh: `${title}(截至 ${asOf ?? '—'},单位 ${unit})`,
    en: `as of ${asOf ?? '—'}, in ${unit}`,
  }),
  counts: ({ data, create, update, same, skip, blocked }: ImportCounts): Label => ({
    zh: `数据行 ${data}:新增 ${create},更新 ${update},不变 ${same},跳过 ${skip},待确认 ${blocked}`,
    en: `${data} rows of data: ${create} new, ${update} updated, ${same} unchanged, ${skip} left out, ${blocked} waiting`,
  }),
  warning: (count: number, { zh, en }: Label): Label => ({ zh: `注意:${zh}(${count} 处)`, en: `${en} (${count})` }),
  question: ({ zh, en }: Label): Label => ({ zh: `问题:${zh}`, en }),
  /** How to answer a question: the option to type, and the values that it takes. */
  answers: (id: string, options: readonly QuestionOption[], allowFree: boolean): readonly string[] => [
    `--answer '${id}=…'`,
    ...options.map(option),
    ...(allowFree ? ['… = 直接填写 / type what stands there'] : []),
  ],
  open: (count: number): Label => ({
    zh: `还有 ${count} 个问题要回答(--answer 编号=值),未写入。`,
    en: `${count} questions are open (--answer ID=VALUE); nothing was written.`,
  }),
  notWritten: { zh: '仅预览,未写入;确认后加 --yes。', en: 'Shown only, nothing was written; add --yes to write.' },
  written: (changes: number): Label => ({
    zh: `已写入,共 ${changes} 条变更。`,
    en: `Written: ${changes} changes.`,
  }),
  refused: (why: string): Label => ({ zh: `未写入:${why}`, en: `Not written: ${why}` }),
  badSetting: (path: string, why: string): Label => ({ zh: `参数有误:${path} ${why}`, en: `${path} ${why}` }),
};
