/**
 * The columns of the office's working ledger (工作台账): the headings under which files carry them, and under which
 * the product's own export writes them. One table, so that what is written can be read.
 */

/** How the cells of a column are read. */
export type ColumnReading =
  | 'ignored'
  | 'name'
  | 'text'
  | 'choice'
  | 'flag'
  | 'nature'
  | 'period'
  | 'month'
  | 'amount'
  | 'rate'
  | 'milestones'
  | 'permit'
  | 'permits'
  | 'unit'
  | 'leader'
  | 'person'
  | 'phone';

export interface LedgerColumn {
  readonly id: string;
  /** From the top level down; `{year}` is the plan's year and `{before}` the one before. */
  readonly headings: readonly string[];
  /** Other words for the lowest level, or for several levels joined by `/`. */
  readonly aliases: readonly string[];
  readonly reading: ColumnReading;
  /** The field of `projects` that the column holds, where it holds exactly one. */
  readonly field?: string;
  /** A blank may mean "as above" (a merge that got lost); never without asking. */
  readonly fillDown?: true;
  /** An amount a thousand times smaller than its neighbours was probably meant in 亿元. */
  readonly suspect?: true;
  /** Rows of totals and sections carry the sum of the column. */
  readonly summed?: true;
  /** Stands in the product's own export of this layout, in the order of the table. */
  readonly exported: boolean;
}

const GROUP_PLAN = '{year}年计划';
const GROUP_PROGRESS = '进展情况';

const quarter = (number: 1 | 2 | 3 | 4, zh: string): LedgerColumn => ({
  id: `quarter${number}`,
  headings: [GROUP_PLAN, '时间节点', `${zh}季度`],
  aliases: [`第${zh}季度`, `${number}季度`, `第${number}季度`, `${zh}季度节点`, `${zh}季度目标`],
  reading: 'milestones',
  exported: true,
});

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  { id: 'seq', headings: ['序号'], aliases: ['编号', 'No', 'No.'], reading: 'ignored', exported: true },
  {
    id: 'code',
    headings: ['项目编号'],
    aliases: ['项目编码', '项目代码'],
    reading: 'text',
    field: 'code',
    exported: false,
  },
  {
    id: 'name',
    headings: ['项目名称'],
    aliases: ['名称', '工程名称', '项目'],
    reading: 'name',
    field: 'name',
    exported: true,
  },
  {
    id: 'keyLevel',
    headings: ['项目级别'],
    aliases: ['级别', '重点级别', '项目层级'],
    reading: 'choice',
    field: 'keyLevel',
    exported: true,
  },
  {
    id: 'sector',
    headings: ['项目类别'],
    aliases: ['类别', '行业', '行业类别', '所属行业', '项目类型'],
    reading: 'choice',
    field: 'sector',
    exported: false,
  },
  {
    id: 'nature',
    headings: ['建设性质(新建/续建)'],
    aliases: ['建设性质', '性质', '项目性质'],
    reading: 'nature',
    exported: true,
  },
  {
    id: 'plannedCompletionInYear',
    headings: ['计划竣工'],
    aliases: ['年内计划竣工', '是否计划竣工', '{year}年计划竣工', '年内竣工'],
    reading: 'flag',
    field: 'plannedCompletionInYear',
    exported: false,
  },
  {
    id: 'lifecycle',
    headings: ['项目状态'],
    aliases: ['状态', '建设状态'],
    reading: 'choice',
    field: 'lifecycle',
    exported: false,
  },
  {
    id: 'content',
    headings: ['建设规模及主要内容'],
    aliases: ['建设规模及内容', '建设内容', '主要建设内容', '建设内容及规模', '建设规模', '主要内容', '项目内容'],
    reading: 'text',
    field: 'content',
    exported: true,
  },
  {
    id: 'period',
    headings: ['建设起止年限'],
    aliases: ['建设年限', '起止年限', '建设起止时间', '建设周期', '建设期限', '起止时间', '建设工期'],
    reading: 'period',
    exported: true,
  },
  {
    id: 'plannedStart',
    headings: ['计划开工'],
    aliases: ['计划开工时间', '计划开工日期', '拟开工时间'],
    reading: 'month',
    field: 'plannedStart',
    exported: false,
  },
  {
    id: 'actualStart',
    headings: ['实际开工'],
    aliases: ['实际开工时间', '开工时间', '开工日期'],
    reading: 'month',
    field: 'actualStart',
    exported: false,
  },
  {
    id: 'plannedFinish',
    headings: ['计划竣工时间'],
    aliases: ['计划竣工日期', '拟竣工时间', '计划完工时间'],
    reading: 'month',
    field: 'plannedFinish',
    exported: false,
  },
  {
    id: 'actualFinish',
    headings: ['实际竣工时间'],
    aliases: ['实际竣工', '竣工时间', '竣工日期'],
    reading: 'month',
    field: 'actualFinish',
    exported: false,
  },
  {
    id: 'totalInvestment',
    headings: ['总投资'],
    aliases: ['概算投资', '计划总投资', '项目总投资', '估算总投资', '投资总额', '概算总投资'],
    reading: 'amount',
    field: 'totalInvestmentYuan',
    suspect: true,
    summed: true,
    exported: true,
  },
  {
    id: 'investedBefore',
    headings: ['截至{before}年底累计完成投资'],
    aliases: [
      '截至{before}年底完成投资',
      '{before}年底前完成投资',
      '年前累计完成',
      '以前年度完成投资',
      '截至上年底累计完成投资',
    ],
    reading: 'amount',
    field: 'investedBeforeYuan',
    suspect: true,
    summed: true,
    exported: true,
  },
  {
    id: 'annualPlan',
    headings: [GROUP_PLAN, '计划投资'],
    aliases: [
      '年度计划投资',
      '年计划投资',
      '年度计划',
      '{year}年计划投资',
      '{year}年度计划投资',
      '{year}年计划完成投资',
      '{year}年计划',
      '{year}年投资计划',
    ],
    reading: 'amount',
    suspect: true,
    summed: true,
    exported: true,
  },
  quarter(1, '一'),
  quarter(2, '二'),
  quarter(3, '三'),
  quarter(4, '四'),
  {
    id: 'completedMonth',
    headings: [GROUP_PROGRESS, '本月完成投资'],
    aliases: ['本月完成', '当月完成投资', '{month}月完成投资', '{month}月份完成投资'],
    reading: 'amount',
    summed: true,
    exported: true,
  },
  {
    id: 'completedYtd',
    headings: [GROUP_PROGRESS, '年内累计完成投资'],
    aliases: [
      '年内累计完成',
      '累计完成投资',
      '年初至今完成投资',
      '年初至今累计完成投资',
      '1-{month}月累计完成投资',
      '1-{month}月完成投资',
      '{year}年累计完成投资',
      '年度累计完成投资',
    ],
    reading: 'amount',
    suspect: true,
    summed: true,
    exported: true,
  },
  {
    id: 'rate',
    headings: [GROUP_PROGRESS, '占年度计划(%)'],
    aliases: ['占年度计划', '占年计划', '完成率', '投资完成率', '完成比例', '占年度计划比例', '完成年度计划'],
    reading: 'rate',
    exported: true,
  },
  {
    id: 'physicalProgress',
    headings: [GROUP_PROGRESS, '形象进度'],
    aliases: ['目前形象进度', '工程形象进度', '进展情况', '项目进展', '目前进展情况', '工程进度'],
    reading: 'text',
    field: 'physicalProgress',
    exported: true,
  },
  // One column for all permits, such as `立项/用地/规划`; a column of its own for each is found by its name.
  {
    id: 'permits',
    headings: ['前期手续'],
    aliases: ['手续办理情况', '前期手续办理情况'],
    reading: 'permits',
    exported: false,
  },
  {
    id: 'issue',
    headings: ['存在问题'],
    aliases: ['存在的问题', '存在的主要问题', '主要问题', '需协调问题', '需解决的问题'],
    reading: 'text',
    exported: true,
  },
  {
    id: 'measure',
    headings: ['解决措施及时限'],
    aliases: ['解决措施', '措施及时限', '整改措施', '下步措施'],
    reading: 'text',
    exported: true,
  },
  {
    id: 'sponsorLeader',
    headings: ['责任领导'],
    aliases: ['分包领导', '县级领导', '责任县级领导', '包联领导', '分管领导'],
    reading: 'leader',
    exported: true,
  },
  {
    id: 'leadUnit',
    headings: ['责任单位'],
    aliases: ['牵头单位', '牵头责任单位', '责任部门', '属地单位', '责任单位(牵头)'],
    reading: 'unit',
    fillDown: true,
    exported: true,
  },
  {
    id: 'responsiblePerson',
    headings: ['责任人'],
    aliases: ['单位责任人', '项目责任人', '具体责任人'],
    reading: 'person',
    field: 'responsiblePerson',
    exported: true,
  },
  {
    id: 'siteLead',
    headings: ['一线负责人'],
    aliases: ['项目一线负责人', '现场负责人', '项目负责人'],
    reading: 'person',
    field: 'siteLead',
    exported: false,
  },
  {
    id: 'liaisonPhone',
    headings: ['联系电话'],
    aliases: ['电话', '手机', '联系方式', '手机号', '联系人电话'],
    reading: 'phone',
    field: 'liaisonPhone',
    exported: false,
  },
  { id: 'remark', headings: ['备注'], aliases: ['说明'], reading: 'text', field: 'remark', exported: true },
];

/** The group of headings under which each permit has a column of its own, named after the permit item. */
export const PERMIT_GROUP = '前期手续';

/** Headings with the plan's year and the one before in their places. */
export const headingsIn = (headings: readonly string[], year: number): readonly string[] =>
  headings.map((text) => text.replace('{year}', String(year)).replace('{before}', String(year - 1)));
