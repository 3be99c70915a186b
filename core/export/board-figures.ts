/** The figures that a board says of the whole, besides its lines: 按时办结 96.7 %(147/152). */
import { isObject } from '../result.ts';
import { asText, memberOf, shareText, type BoardValues } from './board-values.ts';
import type { ExportLocale } from './cell-value.ts';
import { YI } from './money-words.ts';

/** One figure, ready to be shown. */
export interface BoardFigure {
  readonly label: string;
  /** With its sign where it is a rate: `96.7%`. */
  readonly value: string;
  /** `亿元` where it is money; empty where the value says it. */
  readonly unit: string;
  /** What a rate is made of: `147/152`; empty where there is nothing to add. */
  readonly of: string;
}

type Shown = Omit<BoardFigure, 'label'>;
type Declared = readonly [zh: string, en: string, path: string, show: (value: unknown) => Shown | null];

const NO_RATE = '—';

const plain = (value: unknown): Shown | null => {
  const text = asText(value);
  return text === null ? null : { value: String(text), unit: '', of: '' };
};

const rate = (value: unknown): Shown | null => {
  const text = asText(memberOf(value, 'text'));
  return text === null ? null : { value: `${text}%`, unit: '', of: '' };
};

/** A part of a whole: its rate, and what it is made of; no rate where nothing is due. */
const share = (value: unknown): Shown | null => {
  const of = shareText(value);
  if (of === null) return null;
  return { value: rate(memberOf(value, 'rate'))?.value ?? NO_RATE, unit: '', of: String(of) };
};

const money =
  (locale: ExportLocale) =>
  (value: unknown): Shown | null => {
    const text = asText(memberOf(value, 'text'));
    return text === null ? null : { value: String(text), unit: YI[locale], of: '' };
  };

const figuresIn = (locale: ExportLocale): Readonly<Record<string, readonly Declared[]>> => {
  const yi = money(locale);
  const sums: readonly Declared[] = [
    ['项目数', 'Projects', 'projects', plain],
    ['总投资', 'Total investment', 'total', yi],
    ['年度计划投资', 'Plan of the year', 'plan', yi],
    ['年度计划占总投资', 'Plan of total', 'intensity', rate],
  ];
  return {
    project: [
      ['总投资', 'Total investment', 'total', yi],
      ['年度计划投资', 'Plan of the year', 'plan', yi],
      ['年内累计完成投资', 'Completed this year', 'completed', yi],
      ['投资完成率', 'Rate', 'rate', rate],
      ['责任单位', 'Lead unit', 'unit', plain],
      ['责任领导', 'Sponsor leader', 'leader', plain],
    ],
    assessment: [
      ['考核方案', 'Scheme', 'scheme/name', plain],
      ['版本', 'Version', 'scheme/version', plain],
      ['上月末', 'Month before', 'baseline', plain],
    ],
    headToHead: [
      ['数据截至', 'Figures as of', 'figuresAsOf', plain],
      ['赛季', 'Season', 'contest/season', plain],
      ['轮次', 'Round', 'contest/round', plain],
      ['甲方', 'First', 'first/name', plain],
      ['甲方领先项数', 'First leads in', 'first/leads', plain],
      ['乙方', 'Second', 'second/name', plain],
      ['乙方领先项数', 'Second leads in', 'second/leads', plain],
    ],
    explore: [['对比日期', 'Compared with', 'against', plain]],
    reporting: [
      ['填报期', 'From', 'from', plain],
      ['至', 'To', 'to', plain],
      ['填报截止', 'Reports due on', 'dueOn', plain],
      ['已报', 'Reported', 'reported', share],
      ['报送及时率', 'In time', 'inTime', share],
    ],
    sponsorPortfolio: [
      ['责任领导', 'Sponsor leaders', 'leaders', plain],
      ['分包覆盖', 'Sponsored', 'coverage', share],
    ],
    setupCompleteness: [
      ['“四个一”齐全', 'Complete', 'complete', share],
      ['缺责任领导', 'No sponsor leader', 'lacking/leader', plain],
      ['缺责任单位', 'No lead unit', 'lacking/leadUnit', plain],
      ['缺推进班子', 'No task force', 'lacking/taskForce', plain],
      ['缺实施方案', 'No plan', 'lacking/plan', plain],
    ],
    milestones: [
      ['节点完成率', 'Done', 'done', share],
      ['按期完成率', 'In time', 'onTime', share],
      ['逾期未完成', 'Overdue', 'counts/overdue', plain],
      ['临期', 'Due soon', 'counts/due', plain],
      ['逾期完成', 'Done late', 'counts/doneLate', plain],
      ['未到期', 'Not due', 'counts/notDue', plain],
    ],
    issues: [
      ['问题办结率', 'Resolved', 'resolved', share],
      ['按期办结率', 'In time', 'onTime', share],
      ['未办结', 'Open', 'open', plain],
      ['已提级', 'Escalated', 'escalated', plain],
      ['逾期', 'Overdue', 'overdue', plain],
      ['未办结超过90天', 'Open over 90 days', 'ageing/over90', plain],
    ],
    permits: [
      ['手续办结率', 'Done', 'done', share],
      ['按时办结率', 'In time', 'onTime', share],
      ['手续齐全项目', 'Fully permitted projects', 'fully', share],
      ['逾期', 'Overdue', 'overdue', plain],
    ],
    feedConflicts: [
      ['已比对', 'Compared', 'compared', plain],
      ['不一致', 'Differ', 'conflicts', plain],
    ],
    visits: [
      ['现场督导', 'Visits', 'visits', plain],
      ['督导到的项目', 'Projects visited', 'projects', plain],
      ['专项督导', 'Campaign visits', 'campaignVisits', plain],
    ],
    notices: [
      ['下发', 'Issued', 'issued', plain],
      ['按期反馈率', 'Answered in time', 'feedback', share],
      ['办结率', 'Closed', 'closure', share],
      ['逾期', 'Overdue', 'overdue', plain],
    ],
    decisions: [
      ['办结率', 'Closed', 'closed', share],
      ['未办结', 'Open', 'open', plain],
      ['逾期', 'Overdue', 'overdue', plain],
      ['结转过的', 'Rolled over', 'rolledOver', plain],
      ['下次会议', 'Next meeting', 'nextMeeting', plain],
    ],
    commencements: [
      ['已举行', 'Events held', 'events', plain],
      ...sums,
      ['列入重点', 'On the list', 'onTheList', plain],
    ],
    pipeline: [
      ...sums,
      ['亿元以上占比', 'Of 100 M¥ and more', 'from100M', share],
      ['已转入台账', 'In the ledger', 'converted', plain],
    ],
    declarations: [
      ['拟申报', 'Intended', 'intended/projects', plain],
      ['占谋划项目数', 'Of the pipeline', 'shareOfPipeline/projects', rate],
      ['占谋划总投资', 'Of its total investment', 'shareOfPipeline/total', rate],
      ['占谋划年度计划', 'Of its plan', 'shareOfPipeline/plan', rate],
      ['已列入', 'Accepted', 'accepted/projects', plain],
    ],
    quarterStarts: [['年度', 'Year', 'year', plain]],
    duties: [
      ['落实率', 'Fulfilled', 'fulfilled', share],
      ['推进中', 'In progress', 'counts/inProgress', plain],
      ['未启动', 'Not started', 'counts/notStarted', plain],
      ['受阻', 'Blocked', 'counts/blocked', plain],
    ],
    mechanisms: [['在用机制', 'In use', 'mechanisms', plain]],
    contests: [['比赛场次', 'Contests', 'contests', plain]],
    publicLeaders: [
      ['责任领导', 'Sponsor leaders', 'leaders', plain],
      ['分包覆盖', 'Sponsored', 'coverage', share],
    ],
    publicMilestones: [
      ['节点完成率', 'Done', 'done', share],
      ['按期完成率', 'In time', 'onTime', share],
      ['逾期未完成', 'Overdue', 'overdue', plain],
    ],
    publicIssues: [
      ['问题办结率', 'Resolved', 'resolved', share],
      ['未办结', 'Open', 'open', plain],
    ],
    publicPermits: [
      ['手续办结率', 'Done', 'done', share],
      ['按时办结率', 'In time', 'onTime', share],
      ['手续齐全项目', 'Fully permitted projects', 'fully', share],
      ['逾期', 'Overdue', 'overdue', plain],
    ],
    publicVisits: [
      ['现场督导', 'Visits', 'visits', plain],
      ['督导到的项目', 'Projects visited', 'projects', plain],
    ],
    publicPipeline: [...sums, ['亿元以上占比', 'Of 100 M¥ and more', 'from100M', share]],
    publicDeclarations: sums,
    publicNotices: [
      ['下发', 'Issued', 'issued', plain],
      ['办结率', 'Closed', 'closure', share],
      ['逾期', 'Overdue', 'overdue', plain],
    ],
    publicPhotos: [['图片', 'Photos', 'photos', plain]],
    publicMechanisms: [['在用机制', 'In use', 'mechanisms', plain]],
    photos: [['图片更新率', 'Coverage', 'coverage', share]],
    bulletins: [
      ['通报', 'Bulletins', 'kinds/bulletin/issued', plain],
      ['下一期通报', 'Next number', 'kinds/bulletin/nextNumber', plain],
      ['分析报告', 'Analyses', 'kinds/analysis/issued', plain],
    ],
  };
};

const DECLARED = { zh: figuresIn('zh'), en: figuresIn('en') };

/**
 * What a board says of the whole, in the order of its declaration; what the board does not have is left out. Empty for
 * boards whose lines are all there is.
 * @param board the board's data as its JSON has it.
 */
export function boardFigures(name: string, board: BoardValues, locale: ExportLocale): readonly BoardFigure[] {
  const declared = Object.hasOwn(DECLARED[locale], name) ? (DECLARED[locale][name] ?? []) : [];
  return declared.flatMap(([zh, en, path, show]) => {
    const value = path.split('/').reduce<unknown>((inner, part) => (isObject(inner) ? inner[part] : undefined), board);
    const shown = show(value);
    return shown ? [{ label: { zh, en }[locale], ...shown }] : [];
  });
}
