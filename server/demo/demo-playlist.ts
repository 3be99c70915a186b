import type { PlaylistEntry } from '../../core/slides/entry.ts';

const entry = (id: string, kind: PlaylistEntry['kind'], seconds: number, options: object = {}): PlaylistEntry => ({
  id,
  kind,
  options: { ...options },
  seconds,
  enabled: true,
});

/** Every kind of slide once or more; unit rankings come early and the loop stays under five minutes. */
export const DEMO_PLAYLIST: readonly PlaylistEntry[] = [
  entry('cover', 'cover', 8, { title: '重点项目进度榜', subtitle: '鼓励先进 鞭策后进' }),
  entry('summary', 'summary', 15),
  entry('townships', 'unitRanking', 15, { group: 'township' }),
  entry('parks', 'unitRanking', 15, { group: 'park' }),
  entry('departments', 'unitRanking', 15, { group: 'department' }),
  entry('leading-projects', 'projectRanking', 15, { title: '省重点项目排行', level: 'provincial' }),
  entry('project-12', 'project', 15, { project: 'KP2017-012' }),
  entry('project-38', 'project', 15, { project: 'KP2017-038' }),
  entry('all-projects', 'projects', 15),
  entry('notice', 'ticker', 25, {
    text: '全区重点项目建设周调度会每周五上午召开,请各责任单位周四18时前完成数据填报与核实。',
  }),
];
