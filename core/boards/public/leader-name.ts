import type { Leader } from '../../registers/index.ts';
import type { BoardContext } from '../board.ts';

/** A leader as the settings let the public see one: by name, by title, or (null) not at all. */
export function shownLeader({ settings }: BoardContext, leader: Leader | undefined): string | null {
  const shown = settings.showLeader ?? 'name';
  if (!leader || shown === 'none') return null;
  return (shown === 'title' ? leader.title : leader.name) ?? null;
}
