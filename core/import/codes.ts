/** Every code of an import with its words: what was done to a cell, what was noticed, what is asked. */
import type { Label } from '../register/label.ts';

/** `info`: done as usual. `warning`: worth a look. `blocking`: waits for an answer. */
export type Severity = 'info' | 'warning' | 'blocking';

interface CodeWords {
  readonly severity: Severity;
  readonly label: Label;
  /** The words of a question; `{…}` stands for the question's parameters. */
  readonly question?: Label;
}

const code = (severity: Severity, zh: string, en: string, question?: Label): CodeWords => ({
  severity,
  label: { zh, en },
  ...(question ? { question } : {}),
});

export const IMPORT_CODES = {
  // Amounts
  UNIT_IN_CELL: code('info', '按单元格内的单位换算', 'The unit in the cell was used'),
  NORMALIZED: code('info', '已去除全角、空格或千分位', 'Full-width characters, spaces or separators were removed'),
  APPROX: code('warning', '约数', 'An approximate amount'),
  ANNOTATED: code('warning', '金额带括注,括注未导入', 'The note beside the amount was not imported'),
  UNIT_SUSPECT: code('blocking', '金额单位可疑', 'The unit of the amount is doubtful', {
    zh: '“{name}”的{column}为 {value},远小于同列其他数,应为多少?',
    en: '{column} of “{name}” is {value}, far below its neighbours. What is meant?',
  }),
  FOREIGN_CURRENCY: code('blocking', '外币金额', 'An amount in a foreign currency', {
    zh: '“{name}”的{column}为外币“{value}”,请填写人民币金额或留空。',
    en: '{column} of “{name}” is in a foreign currency: “{value}”. Type the amount in renminbi or leave it out.',
  }),
  AMOUNT_UNREADABLE: code('blocking', '金额无法识别', 'The amount cannot be read', {
    zh: '“{name}”的{column}“{value}”不是金额,应为多少?',
    en: '{column} of “{name}”, “{value}”, is no amount. What is meant?',
  }),
  AMOUNT_ROUNDED: code('warning', '不足一元的部分已四舍五入', 'Parts of a yuan were rounded'),
  EMPTY_MARK: code('info', '视为空', 'Read as empty'),
  TEXT_NUMBER: code('info', '文本型数字', 'A number kept as text'),
  MONEY_UNIT_ASSUMED: code(
    'warning',
    '表中未注明金额单位,按默认单位读取',
    'No unit of money is stated; the usual one was taken',
  ),
  // Rows
  ROW_TOTAL: code('info', '合计或分类行,仅用于核对', 'A total or section, used for checks only'),
  REPEATED_HEADER: code('info', '重复的表头', 'Headings repeated'),
  HIDDEN_ROW: code('info', '隐藏行,已读取', 'A hidden row, read like the others'),
  HIDDEN_COLUMN: code('info', '隐藏列,已读取', 'A hidden column, read like the others'),
  CONTINUED_ROW: code('warning', '名称单元格跨行,仅读取首行', 'The name spans several rows; the first one is read'),
  NAME_MISSING: code('warning', '没有项目名称,未导入', 'No name: left out'),
  STRIKE: code('blocking', '删除线或灰底', 'Struck through or grey', {
    zh: '第 {row} 行“{name}”带删除线或灰底,是否已调出?',
    en: 'Row {row}, “{name}”, is struck through or grey. Was it withdrawn?',
  }),
  NEW_PROJECT: code('info', '新项目', 'A new project'),
  NEW_RECORD: code('info', '新记录', 'A new record'),
  CODE_ASSIGNED: code('info', '已编项目编号', 'A project code was given'),
  LIFECYCLE_ASSUMED: code(
    'info',
    '按建设性质和完成投资推定状态',
    'The life cycle follows from the kind and the figures',
  ),
  COMPLETION_ASSUMED: code(
    'info',
    '按建设年限推定是否年内竣工',
    'Whether it finishes this year follows from the dates',
  ),
  DEFAULT_ZERO: code('info', '新开工项目年前累计完成按 0 计', 'A new start has nothing invested before: 0'),
  // Filling
  MERGE_FILL: code('info', '取自合并单元格', 'Taken from the merged cell'),
  FILL_DOWN: code('blocking', '空白沿用上一行', 'A blank may mean “as above”', {
    zh: '{column}一列有 {count} 个空白单元格,是否沿用上一行的值?',
    en: '{count} cells of the column {column} are blank. Do they mean the same as above?',
  }),
  DITTO: code('info', '“同上”取上一行的值', 'Ditto mark: the value above'),
  NO_SPONSOR: code('info', '无责任领导', 'No sponsor leader'),
  // Dates
  DATE_MONTH: code('info', '日期精确到月', 'A date to the month'),
  DATE_AMBIGUOUS: code('blocking', '日期有歧义', 'The date is ambiguous', {
    zh: '“{name}”的{column}为数字 {value},是 1 月还是 10 月?',
    en: '{column} of “{name}” is the number {value}. January or October?',
  }),
  DATE_PHRASE: code('info', '日期短语', 'A date in words'),
  DATE_SERIAL: code('info', '日期序列号', 'A date as a serial number'),
  DATE_RANGE: code('info', '起止时间', 'A range of dates'),
  DATE_UNREADABLE: code('blocking', '日期无法识别', 'The date cannot be read', {
    zh: '“{name}”的{column}“{value}”不是日期,应为何时?',
    en: '{column} of “{name}”, “{value}”, is no date. What is meant?',
  }),
  // Rates
  RATE_FORM: code('info', '百分比写法已统一', 'The percentage was read by its format'),
  RATE_MISMATCH: code('warning', '百分比与完成投资÷计划不符', 'The percentage differs from completed ÷ plan'),
  FORMULA_ERROR: code('warning', '公式错误或无缓存值,未导入', 'A formula without a value: left out'),
  // People and units
  NAME_PADDED: code('info', '已去除姓名中的空格', 'Spaces inside a name were removed'),
  MULTI_PERSON: code('warning', '多人,第一位为主', 'Several persons: the first one is meant'),
  NEW_LEADER: code('info', '新增责任领导', 'A new sponsor leader'),
  UNIT_ALIAS: code('info', '按别名或简称识别责任单位', 'The unit was found by another name'),
  MULTI_UNIT: code('info', '多个责任单位,一个牵头', 'Several units, one of them in the lead'),
  UNKNOWN_UNIT: code('blocking', '责任单位不在名录中', 'The unit is not known', {
    zh: '名录中没有“{value}”,是哪个责任单位?',
    en: '“{value}” is not among the units. Which one is it?',
  }),
  NEW_UNIT: code('warning', '新增责任单位', 'A new unit'),
  PII_PHONE: code('warning', '电话号码已隔离', 'A phone number was taken out of the text'),
  // Matching
  NAME_MATCH: code('blocking', '名称相近', 'A similar name', {
    zh: '第 {row} 行“{name}”是已有的哪个项目?',
    en: 'Row {row}, “{name}”: which project is it?',
  }),
  DUPLICATE_NAME: code('blocking', '同名多行或同名多项目', 'The same name more than once', {
    zh: '第 {row} 行“{name}”与其他行或项目同名,应为哪个?',
    en: 'Row {row}, “{name}”, shares its name. Which one is meant?',
  }),
  NAME_CHANGED: code('warning', '项目名称将更改', 'The name would change'),
  // Permits, issues, milestones
  PERMIT_MARK: code('info', '手续标记', 'A mark for a permit'),
  PERMIT_UNREADABLE: code('warning', '手续标记无法识别,未导入', 'The mark for a permit cannot be read: left out'),
  UNKNOWN_PERMIT_ITEM: code('blocking', '手续事项不在清单中', 'The permit is not in the list', {
    zh: '手续清单中没有“{value}”,对应哪一项?',
    en: '“{value}” is not among the permit items. Which one is it?',
  }),
  NEW_PERMIT_ITEM: code('info', '新增手续事项', 'A new permit item'),
  NEW_ISSUE: code('info', '登记为待解决问题', 'Registered as an open issue'),
  // Text
  RICH_TEXT: code('info', '部分文字带格式,按纯文本读取', 'Partly formatted text, read as plain'),
  CUT_OFF: code('warning', '文字过长,已截断', 'Too long: cut off'),
  FORMULA_GUARD: code('info', '已去除防公式的撇号', 'The apostrophe before a formula sign was removed'),
  CHOICE_UNREADABLE: code('blocking', '取值无法识别', 'The value is none of the choices', {
    zh: '{column}中的“{value}”是哪一项?',
    en: '“{value}” in {column}: which choice is it?',
  }),
  VALUE_UNREADABLE: code('blocking', '取值无法识别', 'The value cannot be read', {
    zh: '“{name}”的{column}“{value}”无法识别,应为何值?',
    en: '{column} of “{name}”, “{value}”, cannot be read. What is meant?',
  }),
  DOCUMENT_BROKEN: code('blocking', '结构化内容不完整', 'Structured content is broken', {
    zh: '“{name}”的{column}应为导出时的 JSON 文本,但内容不完整或被改动:“{value}”。保留原值,还是粘贴完整的内容?',
    en: '{column} of “{name}” should be JSON as it was exported, but it is broken: “{value}”. Keep what is there, or paste all of it?',
  }),
  DOCUMENT_REFUSED: code('blocking', '结构化内容不合要求', 'Structured content is not accepted', {
    zh: '“{name}”的{column}不合要求({value})。保留原值,还是粘贴正确的内容?',
    en: '{column} of “{name}” is not accepted: {value}. Keep what is there, or paste what is right?',
  }),
  UNKNOWN_REFERENCE: code('blocking', '所指记录不存在', 'The record it names does not exist', {
    zh: '{column}中的“{value}”指的是哪一条?',
    en: '“{value}” in {column}: which record is it?',
  }),
  UNLIKELY_VALUE: code('warning', '数值可能有误', 'A value that is unlikely'),
  VALUE_MISSING: code('blocking', '缺少必填值', 'A required value is missing', {
    zh: '“{name}”缺少{column},请补充或跳过该行。',
    en: '“{name}” lacks {column}. Fill it in or leave the row out.',
  }),
  COLUMN_MISSING: code('blocking', '缺少必填列', 'A required column is missing', {
    zh: '表中没有{column}一列,新项目应填什么?',
    en: 'There is no column {column}. What holds for the new ones?',
  }),
  INCONSISTENT: code('blocking', '记录前后矛盾', 'The record contradicts itself', {
    zh: '第 {row} 行“{name}”不能写入:{column}{value}。请跳过该行或修改表格。',
    en: 'Row {row}, “{name}”, cannot be written: {column} {value}. Leave it out or change the file.',
  }),
  // The sheet
  HEADER_NOT_FOUND: code('blocking', '找不到表头', 'No headings were found'),
  NO_SHEET: code('blocking', '文件中没有工作表', 'There is no sheet in the file'),
  UNKNOWN_SHEET: code('blocking', '没有这个工作表', 'There is no such sheet'),
  COLUMN_UNKNOWN: code('info', '未识别的列,未导入', 'A column that was not recognised: left out'),
  COLUMN_TWICE: code('warning', '多列对应同一字段,取第一列', 'Several columns for one field: the first is read'),
  YEAR_ASSUMED: code('warning', '表中未注明年度,取系统设置的年度', 'No year is stated; that of the settings was taken'),
  YEAR_UNKNOWN: code('blocking', '年度不明', 'The year is unknown', {
    zh: '表中的计划是哪一年的?',
    en: 'Which year are the plans for?',
  }),
  AS_OF_UNKNOWN: code('blocking', '截至日期不明', 'The cut-off date is unknown', {
    zh: '表中的完成投资截至哪一天?',
    en: 'Up to which day do the figures count?',
  }),
  EMBEDDED_IMAGE: code('info', '图片,可存入图片库', 'A picture, offered to the photo library'),
  // Cross-checks
  TOTAL_MISMATCH: code('warning', '合计与各行之和不符', 'The total differs from the sum of the rows'),
  SECTION_MISMATCH: code('warning', '分类小计与各行之和不符', 'A subtotal differs from the sum of its rows'),
  COUNT_MISMATCH: code('warning', '项目个数与标注不符', 'The number of projects differs from the caption'),
  MONTH_OVER_YTD: code('warning', '本月完成大于年内累计', 'The month exceeds the year to date'),
  YTD_STEP: code('warning', '累计增量与本月完成不符', 'The year to date grew by another amount than the month'),
  YTD_DECREASED: code('warning', '年内累计小于上期', 'The year to date is below the earlier report'),
  OVER_TOTAL: code('warning', '完成投资超过总投资余额', 'More was completed than the total leaves'),
} as const satisfies Readonly<Record<string, CodeWords>>;

export type ImportCode = keyof typeof IMPORT_CODES;

/** The severity that a code has unless a note says otherwise. */
export const severityOf = (name: ImportCode): Severity => IMPORT_CODES[name].severity;

const fill = (words: string, parameters: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (hole: string, name: string) => parameters[name] ?? hole);

/** The words of a question, with its parameters; those of the code where it asks nothing. */
export function questionText(name: ImportCode, parameters: Readonly<Record<string, string>>): Label {
  const words: CodeWords = IMPORT_CODES[name];
  const { zh, en } = words.question ?? words.label;
  return { zh: fill(zh, parameters), en: fill(en, parameters) };
}

/** Answers that mean the same wherever they are offered. */
export const ANSWERS = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  empty: { zh: '留空', en: 'Leave it empty' },
  unchanged: { zh: '保留原值', en: 'Keep what is there' },
  skip: { zh: '跳过该行', en: 'Leave the row out' },
  new: { zh: '新项目', en: 'A new project' },
  withdrawn: { zh: '已调出', en: 'Withdrawn' },
  keep: { zh: '照常读取', en: 'Read as usual' },
  ignore: { zh: '不导入', en: 'Do not import' },
} as const satisfies Readonly<Record<string, Label>>;

export type CommonAnswer = keyof typeof ANSWERS;
