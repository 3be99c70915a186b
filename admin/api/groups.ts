import { isProgramme } from '../../core/protocol/parse.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { PlaylistEntry } from '../../core/slides/entry.ts';
import { ApiProblem } from './problem.ts';
import { objectOf } from './parse.ts';
import { request } from './request.ts';

/** What the screens of a group would show with these entries, before they are saved. */
export async function previewProgramme(group: string, entries: readonly PlaylistEntry[]): Promise<Programme> {
  const path = `/api/groups/${encodeURIComponent(group)}/preview`;
  const { programme } = objectOf(await request('POST', path, { body: { entries } }), 'preview');
  if (!isProgramme(programme)) throw new ApiProblem(0, 'unexpected-answer', 'programme');
  return programme;
}
