/** The boards that anybody may read besides those that are slides: projections whose types have no room for more. */
import { choice, integer, optional, reference } from '../../register/field.ts';
import { declareBoard, type DeclaredBoard } from '../declare-board.ts';
import { PARTS_BY } from '../parts-by.ts';
import { publicBreakdown } from './breakdown.ts';
import { publicDeclarations } from './declarations.ts';
import { publicIssues } from './issues.ts';
import { publicLeaders } from './leaders.ts';
import { publicMechanisms } from './mechanisms.ts';
import { publicMilestones } from './milestones.ts';
import { publicNotices } from './notices.ts';
import { publicPermits } from './permits.ts';
import { publicPhotos } from './photos.ts';
import { publicPipeline } from './pipeline.ts';
import { publicStarts } from './starts.ts';
import { publicTrend } from './trend.ts';
import { publicVisits } from './visits.ts';

const forYear = {
  year: optional(integer({ label: { zh: '实施年度', en: 'For the year' }, min: 1990, max: 2199 })),
} as const;

const byPart = { by: optional(choice({ label: { zh: '按', en: 'By' }, choices: PARTS_BY })) } as const;

const ofProject = {
  project: optional(reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' })),
} as const;

export const PUBLIC_BOARDS = {
  publicLeaders: declareBoard({ zh: '领导分包', en: 'Leaders’ portfolios' }, {}, publicLeaders, 'public'),
  publicMilestones: declareBoard({ zh: '下一节点', en: 'Next milestones' }, {}, publicMilestones, 'public'),
  publicIssues: declareBoard({ zh: '问题办理', en: 'Issues by category' }, {}, publicIssues, 'public'),
  publicPermits: declareBoard({ zh: '审批时效', en: 'Permits by department' }, {}, publicPermits, 'public'),
  publicVisits: declareBoard({ zh: '一线督导', en: 'Site visits' }, {}, publicVisits, 'public'),
  publicPipeline: declareBoard({ zh: '项目谋划', en: 'Pipeline' }, forYear, publicPipeline, 'public'),
  publicDeclarations: declareBoard({ zh: '列入省市重点', en: 'Accepted' }, forYear, publicDeclarations, 'public'),
  publicTrend: declareBoard({ zh: '月度走势', en: 'Trend by month' }, byPart, publicTrend, 'public'),
  publicBreakdown: declareBoard({ zh: '分类进展', en: 'By part' }, byPart, publicBreakdown, 'public'),
  publicStarts: declareBoard({ zh: '分季度开工', en: 'Starts by quarter' }, {}, publicStarts, 'public'),
  publicNotices: declareBoard({ zh: '督办情况', en: 'Notices by group' }, {}, publicNotices, 'public'),
  publicPhotos: declareBoard({ zh: '项目图片', en: 'Photos' }, ofProject, publicPhotos, 'public'),
  publicMechanisms: declareBoard({ zh: '机制优胜', en: 'Winners' }, {}, publicMechanisms, 'public'),
} as const satisfies Readonly<Record<string, DeclaredBoard>>;
