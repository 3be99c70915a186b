/** A programme with every kind of slide, of the demo ledger. */
import { programmeWith } from '../../core/programme/build.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { Group, Playlist } from '../../core/registers/index.ts';
import type { PlaylistEntry } from '../../core/slides/entry.ts';
import type { SlideKind } from '../../core/slides/kinds.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { instant } from '../../core/time.ts';
import { ledgerAsOf } from './programmes.ts';

const entry = (id: string, kind: SlideKind, options: object = {}): PlaylistEntry => ({
  id,
  kind,
  options: { ...options },
  seconds: 0,
  enabled: true,
});

/** Slides that the demo's own playlist does not have, by kind; some twice. */
export const FURTHER_ENTRIES: readonly PlaylistEntry[] = [
  entry('red', 'redBlack', { board: 'red' }),
  entry('black', 'redBlack', { board: 'black' }),
  entry('assessment', 'assessment', { group: 'township' }),
  entry('assessment-all', 'assessment'),
  entry('duel', 'headToHead'),
  entry('milestones', 'milestones'),
  entry('overdue', 'milestones', { only: 'overdue' }),
  entry('leaders', 'leaders'),
  entry('issues', 'issues'),
  entry('permits', 'permits'),
  entry('visits', 'visits'),
  entry('trend', 'trend'),
  entry('trend-sector', 'trend', { by: 'sector' }),
  entry('breakdown', 'breakdown', { by: 'sector' }),
  entry('breakdown-group', 'breakdown', { by: 'group' }),
  entry('pipeline', 'pipeline'),
  entry('commencement', 'commencement'),
  entry('before-after', 'beforeAfter', { project: 'KP2017-012' }),
  entry('photos', 'photoWall'),
  entry('image', 'image', { medium: 'demo-image', caption: '智能装备产业园一期效果图' }),
  entry('image-cover', 'image', { medium: 'demo-image', fit: 'cover', caption: '智能装备产业园一期效果图' }),
  entry('project-photo', 'project', { project: 'KP2017-012' }),
  entry('text', 'notice', {
    text: '经区重点项目建设领导小组研究,本周五上午九时在区政府二楼会议室召开重点项目周调度会,请各责任单位主要负责同志参加,并于周四十八时前完成数据填报与核实。',
  }),
  entry('clock', 'clock'),
  entry('countdown', 'clock', { until: '2027-12-28', event: '第四批项目集中开工' }),
  entry('neutral', 'neutral'),
  entry('test-card', 'testCard'),
];

/** A programme of these entries in place of the demo's own playlist. */
export function programmeOfEntries(
  entries: readonly PlaylistEntry[],
  theme: ThemeName = 'red',
  asOf = '2017-05-31',
  locale: Group['locale'] = 'zh-CN',
  ledger: Ledger = ledgerAsOf(asOf),
): Programme {
  const [group] = ledger.tables.groups.values();
  const [playlist] = ledger.tables.playlists.values();
  if (!group || !playlist) throw new Error('the demo ledger has a playlist and a group');
  const own: Playlist = { ...playlist, entries };
  const programme = programmeWith(ledger, { ...group, theme, locale }, own);
  if (!programme) throw new Error('the demo ledger makes a programme');
  return { ...programme, anchor: instant(0) };
}
