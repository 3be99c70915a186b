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
import type { ProgrammeSlide, ShownEdition } from '../../core/programme/programme.ts';
import type { ShownPoints } from '../../core/exact.ts';
import type { ShownMilestone } from '../../core/boards/project.ts';
import { currentLocale } from './locale.ts';

const labelled = (label: Label | undefined): string => (label ? inLocale(label, currentLocale()) : '');

export const levelWord = (level: KeyLevel): string => labelled(KEY_LEVELS[level]);
export const sectorWord = (sector: Sector): string => labelled(SECTORS[sector]);
export const lifecycleWord = (lifecycle: Lifecycle): string => labelled(LIFECYCLES[lifecycle]);
export const groupWord = (group: UnitGroup): string => labelled(UNIT_GROUPS[group]);

export const paceWord = (pace: Pace): string => labelled((PACE_WORDS[pace] ?? PACE_WORDS.none).label);

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
export const yiText = (): string => msg('亿元', { id: 'money.yi' });

/** Which edition the figures are of: 第11期, 第11期更正. */
export function editionText({ number, correction }: ShownEdition): string {
  if (correction === 0) return msg(str`第${number}期`, { id: 'edition.number' });
  return correction === 1
    ? msg(str`第${number}期更正`, { id: 'edition.corrected' })
    : msg(str`第${number}期第${correction}次更正`, { id: 'edition.correctedAgain' });
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
    case 'ticker':
      return msg('公告', { id: 'title.ticker' });
    default:
      return '';
  }
}

export const motto = (): string => msg('鼓励先进 鞭策后进', { id: 'cover.motto' });
export const coverYear = (year: number): string => msg(str`${year} 年度`, { id: 'cover.year' });
export const demoMark = (short: boolean): string =>
  short ? msg('演示', { id: 'demo.short' }) : msg('演示数据', { id: 'demo' });
export const offlineMark = (minutes: number, short: boolean): string =>
  short ? msg(str`离线${minutes}分`, { id: 'offline.short' }) : msg(str`离线 ${minutes} 分钟`, { id: 'offline' });
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
