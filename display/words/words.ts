/** The words on screen. 简体中文 is the source; locales/en.ts translates by id. */
import { msg, str } from '@lit/localize';
import type { RankChange } from '../../core/metrics/rank.ts';
import type { Pace } from '../../core/metrics/metrics.ts';
import { PACE_WORDS } from '../../core/metrics/pace-words.ts';
import { inLocale, type Label } from '../../core/register/label.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../core/registers/unit-groups.ts';
import {
  KEY_LEVELS,
  LIFECYCLES,
  SECTORS,
  type KeyLevel,
  type Lifecycle,
  type Sector,
} from '../../core/registers/project-choices.ts';
import type { PartsBy } from '../../core/boards/parts-by.ts';
import type { ProgrammeSlide, ShownEdition } from '../../core/programme/programme.ts';
import type { ShownPoints } from '../../core/exact.ts';
import type { ShownMilestone } from '../../core/boards/project.ts';
import { currentLocale } from './locale.ts';

export const labelText = (label: Label | undefined): string => (label ? inLocale(label, currentLocale()) : '');

export const levelWord = (level: KeyLevel): string => labelText(KEY_LEVELS[level]);
export const sectorWord = (sector: Sector): string => labelText(SECTORS[sector]);
export const lifecycleWord = (lifecycle: Lifecycle): string => labelText(LIFECYCLES[lifecycle]);
export const groupWord = (group: UnitGroup): string => labelText(UNIT_GROUPS[group]);

export const paceWord = (pace: Pace): string => labelText((PACE_WORDS[pace] ?? PACE_WORDS.none).label);

/** The shape that goes with a pace, for those who do not see its colour. */
export const paceShape = (pace: Pace): string => (PACE_WORDS[pace] ?? PACE_WORDS.none).sign;

/** A real minus sign is as wide as the plus; a hyphen is not seen from afar. */
export const signed = (text: string): string => text.replace('-', '−');

export const varianceText = (points: ShownPoints | undefined): string => {
  if (!points) return '';
  const text = signed(points.text);
  if (points.value < 0) return msg(str`欠序时 ${text}`, { id: 'variance.behind' });
  return points.value > 0
    ? msg(str`超序时 ${text}`, { id: 'variance.ahead' })
    : msg('与序时持平', { id: 'variance.even' });
};

export const changeText = (change: RankChange | undefined): string => {
  switch (change?.kind) {
    case 'up':
      return `▲${change.by}`;
    case 'down':
      return `▼${change.by}`;
    case 'same':
      return '－';
    case 'new':
      return msg('新', { id: 'change.new' });
    default:
      return '';
  }
};

export const unitProjectsText = (count: number): string => msg(str`${count} 个项目`, { id: 'unit.projects' });
export const ofPlanText = (completed: string, plan: string): string =>
  msg(str`${completed} / ${plan} 亿元`, { id: 'money.ofPlan' });
export const completedOnlyText = (completed: string): string =>
  msg(str`完成 ${completed} 亿元`, { id: 'money.completed' });
export const daysUnit = (): string => msg('天', { id: 'unit.days' });
export const projectsUnit = (): string => msg('个', { id: 'unit.count' }).trim();
export const yiText = (): string => msg('亿元', { id: 'money.yi' });

/** Which edition the figures are of: 第11期, 第11期更正. */
export function editionText({ number, correction }: ShownEdition): string {
  if (correction === 0) return msg(str`第${number}期`, { id: 'edition.number' });
  return correction === 1
    ? msg(str`第${number}期更正`, { id: 'edition.corrected' })
    : msg(str`第${number}期第${correction}次更正`, { id: 'edition.correctedAgain' });
}

function breakdownHeading(by: PartsBy, short: boolean): string {
  if (short) return msg('分类完成', { id: 'title.breakdown.short' });
  if (by === 'group') return msg('各组别计划与完成', { id: 'title.breakdown.group' });
  return by === 'size'
    ? msg('各投资规模计划与完成', { id: 'title.breakdown.size' })
    : msg('各行业计划与完成', { id: 'title.breakdown.sector' });
}

export const boardWord = (board: 'red' | 'black'): string =>
  board === 'red' ? msg('红榜', { id: 'board.red' }) : msg('黑榜', { id: 'board.black' });

function boardHeading(board: 'red' | 'black', short: boolean): string {
  if (short) return boardWord(board);
  return board === 'red'
    ? msg('重点项目建设红榜', { id: 'title.board.red' })
    : msg('重点项目建设黑榜', { id: 'title.board.black' });
}

/** A slide's heading; on strips the kind's own is short. */
export function headingOf(slide: ProgrammeSlide, short: boolean): string {
  if (slide.title) return slide.title;
  switch (slide.kind) {
    case 'unitRanking': {
      const group = groupWord(slide.data.group);
      return short
        ? msg(str`${group}投资排行`, { id: 'title.unitRanking.short' })
        : msg(str`${group}投资完成率排行`, { id: 'title.unitRanking' });
    }
    case 'projectRanking':
      return short
        ? msg('项目投资排行', { id: 'title.projectRanking.short' })
        : msg('重点项目投资完成率排行', { id: 'title.projectRanking' });
    case 'projects':
      return short
        ? msg('重点项目', { id: 'title.projects.short' })
        : msg('重点项目进展一览', { id: 'title.projects' });
    case 'project':
      return msg('重点项目进展', { id: 'title.project' });
    case 'summary':
      return short ? msg('总体进展', { id: 'title.summary.short' }) : msg('重点项目总体进展', { id: 'title.summary' });
    case 'cover':
      return msg('重点项目进度榜', { id: 'title.cover' });
    case 'trend':
      return short ? msg('全年走势', { id: 'title.trend.short' }) : msg('年度投资完成走势', { id: 'title.trend' });
    case 'pipeline':
      return short
        ? msg('项目谋划', { id: 'title.pipeline.short' })
        : msg(str`${slide.data.year} 年度谋划项目规模`, { id: 'title.pipeline' });
    case 'commencement':
      return short
        ? msg('集中开工', { id: 'title.commencement.short' })
        : msg('重点项目集中开工', { id: 'title.commencement' });
    case 'headToHead':
      return slide.data.contest
        ? msg('擂台赛', { id: 'title.headToHead.contest' })
        : msg('两单位对比', { id: 'title.headToHead' });
    case 'clock':
      return msg('北京时间', { id: 'title.clock' });
    case 'notice':
      return msg('通知', { id: 'title.notice' });
    case 'image':
    case 'video':
      return short ? msg('影像', { id: 'title.image.short' }) : msg('项目影像', { id: 'title.image' });
    case 'beforeAfter':
      return short
        ? msg('前后对比', { id: 'title.beforeAfter.short' })
        : msg('形象进度前后对比', { id: 'title.beforeAfter' });
    case 'photoWall':
      return short ? msg('现场照片', { id: 'title.photoWall.short' }) : msg('项目现场照片', { id: 'title.photoWall' });
    case 'ticker':
      return msg('公告', { id: 'title.ticker' });
    case 'milestones':
      return short
        ? msg('节点预警', { id: 'title.milestones.short' })
        : msg('重点项目节点到期与逾期', { id: 'title.milestones' });
    case 'leaders':
      return short
        ? msg('领导分包', { id: 'title.leaders.short' })
        : msg('领导分包重点项目进展', { id: 'title.leaders' });
    case 'breakdown':
      return breakdownHeading(slide.data.by, short);
    case 'issues':
      return short ? msg('问题办理', { id: 'title.issues.short' }) : msg('问题分类办理情况', { id: 'title.issues' });
    case 'permits':
      return short
        ? msg('审批时效', { id: 'title.permits.short' })
        : msg('联审联批 部门审批时效', { id: 'title.permits' });
    case 'visits':
      return short ? msg('一线督导', { id: 'title.visits.short' }) : msg('一线督导与节日活动', { id: 'title.visits' });
    case 'assessment':
      return msg('年度综合考核', { id: 'title.assessment' });
    case 'redBlack':
      return boardHeading(slide.data.board, short);
    default:
      return '';
  }
}

export const motto = (): string => msg('鼓励先进 鞭策后进', { id: 'cover.motto' });
export const coverYear = (year: number): string => msg(str`${year} 年度`, { id: 'cover.year' });
export const demoMark = (short: boolean): string =>
  short ? msg('演示', { id: 'demo.short' }) : msg('演示数据', { id: 'demo' });
/** How long a screen has been on its own, in a unit that keeps it short: minutes, from two hours on hours, from two days on days. */
export function offlineMark(minutes: number, short: boolean): string {
  if (minutes < 120)
    return short
      ? msg(str`离线${minutes}分`, { id: 'offline.short' })
      : msg(str`离线 ${minutes} 分钟`, { id: 'offline' });
  const hours = Math.floor(minutes / 60);
  if (hours < 48)
    return short
      ? msg(str`离线${hours}时`, { id: 'offline.hours.short' })
      : msg(str`离线 ${hours} 小时`, { id: 'offline.hours' });
  const days = Math.floor(hours / 24);
  return short
    ? msg(str`离线${days}天`, { id: 'offline.days.short' })
    : msg(str`离线 ${days} 天`, { id: 'offline.days' });
}
export const staleText = (days: number, short: boolean): string =>
  short ? msg(str`旧${days}天`, { id: 'stale.short' }) : msg(str`数据已 ${days} 天未更新`, { id: 'stale' });
export const asOfText = (): string => msg('数据截至', { id: 'footer.asOf' });
export const sourceText = (): string => msg('来源', { id: 'footer.source' });
export const timeText = (): string => msg('序时进度', { id: 'time' });
export const markText = (): string => msg('白线为时间应到位置', { id: 'time.mark' });
export const publicPageText = (): string => msg('扫码看公众页', { id: 'publicPage' });
export const connectingText = (): string => msg('正在连接服务器', { id: 'connecting' });
export const noProgrammeText = (): string => msg('已连接，等待节目', { id: 'noProgramme' });
/** Figures that nobody verified: a name carries the sign, the frame says what it means. */
export const unverifiedSign = '*';
export const unverifiedText = (short: boolean): string =>
  short
    ? `${unverifiedSign}${msg('未核实', { id: 'unverified.short' })}`
    : `${unverifiedSign} ${msg('含未核实数', { id: 'unverified' })}`;
export const noRowsText = (): string => msg('暂无数据', { id: 'rows.none' });
export const notRankedText = (): string => msg('未参排', { id: 'rank.none' });

export const milestoneText = ({ state, daysLeft, doneOn }: ShownMilestone): string => {
  const days = Math.abs(daysLeft ?? 0);
  switch (state) {
    case 'done':
      return msg('按期完成', { id: 'milestone.done' });
    case 'doneLate':
      return doneOn ? msg('逾期完成', { id: 'milestone.doneLate' }) : '';
    case 'overdue':
      return msg(str`逾期 ${days} 天`, { id: 'milestone.overdue' });
    case 'waived':
      return msg('已免除', { id: 'milestone.waived' });
    default:
      return days === 0
        ? msg('今日到期', { id: 'milestone.today' })
        : msg(str`剩余 ${days} 天`, { id: 'milestone.left' });
  }
};
