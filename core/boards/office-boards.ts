/** The office's boards besides those that are slides: what each is called, which options it takes, how it is computed. */
import { MEASURES } from '../measures/index.ts';
import type { MeasureId } from '../measures/ids.ts';
import { choice, date, integer, month, optional, reference } from '../register/field.ts';
import type { Label } from '../register/label.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { assessment } from './assessment.ts';
import { bulletins } from './bulletins.ts';
import { commencements } from './commencements.ts';
import { decisions } from './decisions.ts';
import { declareBoard as declare, type DeclaredBoard } from './declare-board.ts';
import { declarations } from './declarations.ts';
import { duties } from './duties.ts';
import { explore, EXPLORED } from './explore.ts';
import { feedConflicts } from './feed-conflicts.ts';
import { headToHead } from './head-to-head.ts';
import { issues } from './issues.ts';
import { leaderReports } from './leader-reports.ts';
import { contests, mechanisms } from './mechanisms.ts';
import { milestones } from './milestones.ts';
import { notices } from './notices.ts';
import { permits } from './permits.ts';
import { photos } from './photos.ts';
import { pipeline } from './pipeline.ts';
import { quarterStarts } from './quarter-starts.ts';
import { redBlack } from './red-black.ts';
import { reporting } from './reporting.ts';
import { series, SERIES_BY } from './series.ts';
import { setupCompleteness } from './setup-completeness.ts';
import { sponsorPortfolio } from './sponsor-portfolio.ts';
import { visits } from './visits.ts';
import { yearSummary } from './year-summary.ts';

const forYear = {
  year: optional(integer({ label: { zh: '实施年度', en: 'For the year' }, min: 1990, max: 2199 })),
} as const;

const MEASURE_LABELS = Object.fromEntries(Object.values(MEASURES).map(({ id, label }) => [id, label])) as Record<
  MeasureId,
  Label
>;

export const OFFICE_BOARDS = {
  yearSummary: declare({ zh: '年度总览', en: 'The year in figures' }, {}, yearSummary),
  sponsorPortfolio: declare({ zh: '领导分包', en: 'Sponsors’ portfolios' }, {}, sponsorPortfolio),
  setupCompleteness: declare({ zh: '“四个一”缺项', en: 'Gaps of set-up' }, {}, setupCompleteness),
  milestones: declare({ zh: '到期与逾期节点', en: 'Milestones due and overdue' }, {}, milestones),
  issues: declare({ zh: '问题台账', en: 'Issues' }, {}, issues),
  permits: declare({ zh: '联审联批', en: 'Permits' }, {}, permits),
  feedConflicts: declare({ zh: '部门数据差异', en: 'Departments that differ' }, {}, feedConflicts),
  visits: declare({ zh: '现场督导', en: 'Site visits' }, {}, visits),
  notices: declare({ zh: '督办通知单', en: 'Supervision notices' }, {}, notices),
  decisions: declare({ zh: '议定事项', en: 'Decisions' }, {}, decisions),
  commencements: declare({ zh: '集中开工', en: 'Group commencements' }, {}, commencements, 'public'),
  pipeline: declare({ zh: '项目谋划', en: 'Pipeline' }, forYear, pipeline),
  declarations: declare({ zh: '省市重点申报', en: 'Declarations' }, forYear, declarations),
  quarterStarts: declare({ zh: '分季度开工', en: 'Starts by quarter' }, {}, quarterStarts),
  duties: declare({ zh: '“六包”落实', en: 'Six guarantees' }, {}, duties),
  mechanisms: declare({ zh: '工作机制', en: 'Mechanisms' }, {}, mechanisms),
  contests: declare({ zh: '对手赛挑战赛', en: 'Contests' }, {}, contests),
  assessment: declare({ zh: '年度考核', en: 'Assessment' }, {}, assessment, 'public'),
  redBlack: declare({ zh: '红黑榜', en: 'Red and black boards' }, {}, redBlack, 'public'),
  headToHead: declare(
    { zh: '双方对比', en: 'Head to head' },
    {
      contest: optional(reference({ label: { zh: '比赛', en: 'Contest' }, target: 'contests' })),
      first: optional(reference({ label: { zh: '甲方', en: 'First unit' }, target: 'units' })),
      second: optional(reference({ label: { zh: '乙方', en: 'Second unit' }, target: 'units' })),
    },
    headToHead,
    'public',
  ),
  leaderReports: declare({ zh: '领导工作报告', en: 'Leaders’ reports' }, {}, leaderReports),
  photos: declare(
    { zh: '图片更新', en: 'Photo coverage' },
    { month: optional(month({ label: { zh: '月份', en: 'Month' } })) },
    photos,
  ),
  bulletins: declare({ zh: '通报与分析报告', en: 'Bulletins and analyses' }, {}, bulletins),
  reporting: declare({ zh: '填报情况', en: 'Who has reported' }, {}, reporting),
  series: declare(
    { zh: '月度走势', en: 'Monthly series' },
    { by: optional(choice({ label: { zh: '按', en: 'By' }, choices: SERIES_BY })) },
    series,
  ),
  explore: declare(
    { zh: '任意指标排行', en: 'Ranking by any measure' },
    {
      measure: optional(choice({ label: { zh: '指标', en: 'Measure' }, choices: MEASURE_LABELS })),
      of: optional(choice({ label: { zh: '排行对象', en: 'Of' }, choices: EXPLORED })),
      group: optional(choice({ label: { zh: '组别', en: 'Group' }, choices: UNIT_GROUPS })),
      against: optional(date({ label: { zh: '对比日期', en: 'Against' } })),
    },
    explore,
  ),
} as const satisfies Readonly<Record<string, DeclaredBoard>>;
