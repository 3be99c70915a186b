/** What a screen is doing, in words. */
import { msg, str } from '@lit/localize';
import type { Playlist } from '../../core/registers/index.ts';
import type { PlaylistEntry } from '../../core/slides/entry.ts';
import { SAFE_SLIDE } from '../../core/programme/edition.ts';
import { SLIDE_KINDS } from '../../core/slides/kinds.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { ScreenStatus } from '../api/screens.ts';
import type { FormFields } from '../common/form-values.ts';
import { agoText } from '../common/format.ts';
import { labelText } from '../common/locale.ts';

export const stageText = ({ x, y, width, height, rotation, wall }: Stage): string =>
  [
    `${width}×${height}`,
    ...(x || y ? [`@ ${x},${y}`] : []),
    ...(rotation ? [`↻${rotation}°`] : []),
    ...(wall
      ? [msg(str`整墙 ${wall.width}×${wall.height} 的 ${wall.left},${wall.top}`, { id: 'screens.wall-part' })]
      : []),
  ].join(' ');

export const wallText = ({ pitchMm, distanceM }: Stage): string =>
  msg(str`P${pitchMm} · 最远 ${distanceM} 米`, { id: 'screens.wall' });

/** The kind of an entry with its choices, which tell slides of one kind apart: 单位排行 · 园区. */
function kindText({ kind, options }: PlaylistEntry): string {
  const fields: FormFields = SLIDE_KINDS[kind].options;
  const chosen = Object.entries(fields).flatMap(([name, { choices }]) => choices?.[String(options[name])] ?? []);
  return [SLIDE_KINDS[kind].label, ...chosen].map(labelText).join(' · ');
}

/** The title of a slide, or what it is; its id where no playlist has it. */
export function slideTitle(slide: string, playlist: Playlist | undefined): string {
  if (slide === SAFE_SLIDE) return msg('数据更新中', { id: 'screens.safe-page' });
  const entry = playlist?.entries.find(({ id }) => id === slide);
  const own = entry?.options['title'];
  return typeof own === 'string' && own !== '' ? own : entry ? kindText(entry) : slide;
}

/** Title and page of the slide that is on; empty when nothing was reported. */
export function showingText({ slide, page }: ScreenStatus, playlist: Playlist | undefined): string {
  if (!slide) return '';
  const title = slideTitle(slide, playlist);
  if (slide === SAFE_SLIDE) return title;
  return page === null ? title : msg(str`${title} 第 ${page + 1} 页`, { id: 'screens.page' });
}

export function seenText({ connections, seenAt }: ScreenStatus, now: number): string {
  if (connections > 1) return msg(str`在线（${connections} 台播放器）`, { id: 'screens.online-many' });
  if (connections === 1) return msg('在线', { id: 'screens.online' });
  return seenAt === null ? msg('未连接', { id: 'screens.never' }) : agoText(now - seenAt);
}
