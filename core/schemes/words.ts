/** What the parts of a scheme are called. */
import { COMPLETION_KINDS, KEY_LEVELS, SECTORS } from '../registers/project-choices.ts';
import type { Label } from '../register/label.ts';
import type { Formula, Gate, Item, NaPolicy, Period, ProjectLine, ProjectTrait, RankMethod, Scheme } from './scheme.ts';

/** Names of choices, by what stands in the scheme. */
export type Words<K extends string = string> = Readonly<Record<K, Label>>;

const word = (zh: string, en: string): Label => ({ zh, en });

export const PART_WORDS: Words<Item['part']> = {
  base: word('基本分', 'Base'),
  bonus: word('加分', 'Bonus'),
  penalty: word('扣分', 'Penalty'),
};

export const FORMULA_WORDS: Words<Formula['type']> = {
  proportional: word('按比例得分', 'Proportional'),
  linearDeduct: word('低于目标按差距扣分', 'Deduction below a target'),
  piecewise: word('分段线性', 'By slopes'),
  band: word('分档得分', 'By bands'),
  rankPoints: word('按位次得分', 'By rank'),
  countPoints: word('按数量计分', 'By counts'),
  projectSum: word('按项目累计', 'Sum over projects'),
  allOrNothing: word('达标得满分，否则零分', 'All or nothing'),
  eventLedger: word('按登记事项计分', 'By entries made by hand'),
  judges: word('评委打分', 'Marks of judges'),
  external: word('引用其他考核得分', 'Score of another mechanism'),
  inherit: word('按比例取自其他得分', 'Part of another score'),
  periodic: word('逐月计算', 'Month by month'),
};

export const NA_WORDS: Words<Extract<NaPolicy, string>> = {
  renormalise: word('不计，其余按比例折算', 'Left out, the others are scaled'),
  full: word('计满分', 'Full points'),
  zero: word('计零分', 'No points'),
  groupMean: word('取同组平均分', 'Mean of the group'),
};

export const RANK_METHOD_WORDS: Words<RankMethod> = {
  dense: word('并列后连续（1、2、2、3）', 'Ties leave no gap (1, 2, 2, 3)'),
  competition: word('并列后跳开（1、2、2、4）', 'Ties leave a gap (1, 2, 2, 4)'),
  ordinal: word('不并列，按单位顺序', 'No ties: by official order'),
};

export const RANK_ON_WORDS: Words<Scheme['rankOn']> = {
  exact: word('精确得分', 'Exact scores'),
  displayed: word('显示的得分', 'Scores as printed'),
};

export const PERIOD_WORDS: Words<Period> = {
  year: word('只计当年', 'What belongs to the year'),
  all: word('计截至该日的全部', 'Everything up to the date'),
};

export const EFFECT_WORDS: Words<Gate['effect']['type']> = {
  cap: word('总分封顶', 'Caps the total'),
  downgrade: word('降低位次', 'Drops places'),
  veto: word('不参加排名', 'Leaves the ranking'),
};

export const LINE_WORDS: Words<ProjectLine['type']> = {
  choice: word('按类别', 'By kind'),
  band: word('按分档', 'By bands'),
  times: word('按倍数', 'By multiple'),
};

export const TRAIT_WORDS: Words<ProjectTrait> = {
  plannedStartInYear: word('本年计划新开工', 'Planned to start this year'),
  carriedOver: word('续建', 'Carried over'),
  keyLevel: word('重点级别', 'Key level'),
  sector: word('行业', 'Sector'),
  completionKind: word('竣工类型', 'Kind of completion'),
  annualPlanYuan: word('年度计划投资（元）', 'Annual plan (元)'),
  totalInvestmentYuan: word('总投资（元）', 'Total investment (元)'),
  completionRate: word('投资完成率', 'Completion of the annual plan'),
};

const FLAG: Words = { true: word('是', 'Yes'), false: word('否', 'No') };

/** The answers of traits that are no numbers. */
export const TRAIT_ANSWERS: Readonly<Partial<Record<ProjectTrait, Words>>> = {
  plannedStartInYear: FLAG,
  carriedOver: FLAG,
  keyLevel: KEY_LEVELS,
  sector: SECTORS,
  completionKind: COMPLETION_KINDS,
};
