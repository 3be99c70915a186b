import { z } from 'zod';
import { programmeOf, programmeWith } from '../../../core/programme/build.ts';
import type { Group, Playlist } from '../../../core/registers/index.ts';
import { checkEntries } from '../../../core/slides/entry.ts';
import type { Parts } from '../../parts.ts';
import { IN_OFFICE } from '../access.ts';
import { invalid, problem } from '../problem.ts';
import { route, type Route } from '../route.ts';

const ANSWER = { status: 200, description: 'The programme, as screens receive it' } as const;

const groupIn = ({ changes }: Parts, id: string): Group => {
  const group = changes.ledger().tables.groups.get(id);
  if (!group) throw problem('not-found', { detail: `there is no group ${id}` });
  return group;
};

const playlistIn = ({ changes }: Parts, id: string): Playlist => {
  const playlist = changes.ledger().tables.playlists.get(id);
  if (!playlist) throw invalid('playlist', 'unknown-reference', 'names no record of playlists');
  return playlist;
};

const programme = ({ changes }: Parts, group: Group, playlist: Playlist) => {
  const built = programmeWith(changes.ledger(), group, playlist);
  if (!built) throw problem('no-settings');
  return { programme: built };
};

/** What a group's screens show, or would show. */
export const programmeRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/groups/:id/programme',
    access: IN_OFFICE,
    summary: 'What a group’s screens show; or, with another playlist, what they would show of the live figures',
    query: z.strictObject({ playlist: z.string().min(1).max(64).optional() }),
    answer: ANSWER,
    handler: ({ c, param, query }) => {
      const group = groupIn(parts, param('id'));
      if (query.playlist !== undefined) return c.json(programme(parts, group, playlistIn(parts, query.playlist)));
      const shown = programmeOf(parts.changes.ledger(), group.id, parts.editions.packageOf);
      if (!shown) throw problem('no-settings');
      return c.json({ programme: shown });
    },
  }),
  route({
    method: 'POST',
    path: '/api/groups/:id/preview',
    access: IN_OFFICE,
    summary: 'The programme of a group with entries that are not saved',
    body: z.strictObject({ entries: z.array(z.unknown()) }),
    answer: ANSWER,
    handler: ({ c, param, body }) => {
      const group = groupIn(parts, param('id'));
      const entries = checkEntries(body.entries);
      if (!entries.ok) throw invalid('entries', 'bad-format', entries.problem);
      const head = { id: 'preview', name: '', revision: 0, changedAt: parts.now() };
      return c.json(programme(parts, group, { ...head, entries: entries.value }));
    },
  }),
];
