/** Why the screens leave out an entry of a playlist, so that a preview of something else astonishes nobody. */
import { msg } from '@lit/localize';
import type { Programme } from '../../core/programme/programme.ts';
import type { PlaylistEntry } from '../../core/slides/entry.ts';

export type Silence = 'off' | 'incomplete' | 'roadside' | 'nothing';

/**
 * Why an entry is not on screens; null where it is, or where that is not known yet.
 * @param problems the ids of entries that are not filled in
 * @param shown the entries that the programme was made of
 */
export function silenceOf(
  entry: PlaylistEntry,
  problems: ReadonlyMap<string, string>,
  programme: Programme | null,
  shown: readonly PlaylistEntry[],
): Silence | null {
  if (!entry.enabled) return 'off';
  if (problems.has(entry.id)) return 'incomplete';
  if (programme?.roadside && entry.kind === 'video') return 'roadside';
  return programme && shown.includes(entry) && !programme.slides[entry.id] ? 'nothing' : null;
}

export function silenceWords(silence: Silence): string {
  switch (silence) {
    case 'off':
      return msg('这一页没有勾选“播出”，屏幕上不放；下面是其余各页。', { id: 'silence.off' });
    case 'incomplete':
      return msg('这一页还没填完；下面是其余各页。', { id: 'silence.incomplete' });
    case 'roadside':
      return msg('这个屏幕组开了临街模式，视频页会跳过。', { id: 'silence.roadside' });
    case 'nothing':
      return msg('按现在的数据，这一页没有可显示的内容，屏幕会跳过它；下面是其余各页。', { id: 'silence.nothing' });
  }
}
