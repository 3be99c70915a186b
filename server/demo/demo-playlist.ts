import type { PlaylistEntry } from '../../core/slides/entry.ts';

const entry = (id: string, kind: PlaylistEntry['kind'], seconds: number, options: object = {}): PlaylistEntry => ({
  id,
  kind,
  options: { ...options },
  seconds,
  enabled: true,
});

const NOTICE = '全区重点项目建设周调度会每周五上午召开，请各责任单位周四18时前完成数据填报与核实。';
const TITLES = { title: '重点项目进度榜', subtitle: '鼓励先进 鞭策后进' };
const BEST = { title: '省重点项目排行', level: 'provincial' };
const PROJECT = { project: 'KP2017-012' };

/** The year at its best: unit rankings come early, and on a 1920×1080 screen the loop stays under five minutes. */
export const DEMO_PLAYLIST: readonly PlaylistEntry[] = [
  entry('cover', 'cover', 8, TITLES),
  entry('summary', 'summary', 15),
  entry('townships', 'unitRanking', 15, { group: 'township' }),
  entry('parks', 'unitRanking', 12, { group: 'park' }),
  entry('departments', 'unitRanking', 12, { group: 'department' }),
  entry('trend', 'trend', 15),
  entry('milestones', 'milestones', 10),
  entry('red-board', 'redBlack', 12, { board: 'red' }),
  entry('leading-projects', 'projectRanking', 12, BEST),
  entry('duel', 'headToHead', 15),
  entry('before-after', 'beforeAfter', 15, PROJECT),
  entry('project-12', 'project', 15, PROJECT),
  entry('all-projects', 'projects', 8),
  entry('photo-wall', 'photoWall', 12),
  entry('notice', 'ticker', 20, { text: NOTICE }),
];

/** One of every kind that the demo has something for, each as long as its content asks for; no video comes with the demo. */
export const EVERY_KIND_PLAYLIST: readonly PlaylistEntry[] = [
  entry('cover', 'cover', 0, TITLES),
  entry('summary', 'summary', 0),
  entry('unit-ranking', 'unitRanking', 0, { group: 'township' }),
  entry('project-ranking', 'projectRanking', 0, BEST),
  entry('projects', 'projects', 0),
  entry('project', 'project', 0, PROJECT),
  entry('red-black', 'redBlack', 0, { board: 'red' }),
  entry('assessment', 'assessment', 0, { group: 'township' }),
  entry('head-to-head', 'headToHead', 0),
  entry('milestones', 'milestones', 0),
  entry('leaders', 'leaders', 0),
  entry('issues', 'issues', 0),
  entry('permits', 'permits', 0),
  entry('visits', 'visits', 0),
  entry('trend', 'trend', 0, { by: 'sector' }),
  entry('breakdown', 'breakdown', 0, { by: 'sector' }),
  entry('pipeline', 'pipeline', 0),
  entry('commencement', 'commencement', 0),
  entry('before-after', 'beforeAfter', 0, PROJECT),
  entry('photo-wall', 'photoWall', 0),
  entry('notice', 'notice', 0, { title: '会议通知', text: NOTICE }),
  entry('image', 'image', 0, { medium: 'demo-image', caption: '产业园一期效果图（演示）' }),
  entry('ticker', 'ticker', 0, { text: NOTICE }),
  entry('clock', 'clock', 0),
  entry('neutral', 'neutral', 0),
  entry('test-card', 'testCard', 0),
];
