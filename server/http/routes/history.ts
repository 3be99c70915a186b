/** Reads of the log that are more than one record's history: undo, and the time line of a project. */
import { z } from 'zod';
import { timelineOf } from '../../../core/history/timeline.ts';
import { undoOf } from '../../../core/ledger/undo.ts';
import { officeDate } from '../../../core/office-time.ts';
import type { Parts } from '../../parts.ts';
import { roles } from '../access.ts';
import { problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { write } from '../writes.ts';

/** Who may see the time line: those who answer for the figures, and those who look into them. */
const TIMELINE_READERS = roles('admin', 'editor', 'verifier', 'reviewer', 'signer', 'auditor');

/** Everybody in the office who writes anything; what the set wrote decides. */
const WRITERS = roles('admin', 'editor', 'verifier', 'reviewer', 'signer', 'operator');

const undoBody = z.strictObject({ reason: z.string().trim().min(1).max(500) });

/** Undoing is itself a change: who may write what the set wrote may take it back, with a reason. */
const undoRoute = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/changes/:set/undo',
    access: WRITERS,
    summary: 'Take a set of changes back, as a new set; refused when later changes stand in the way',
    body: undoBody,
    answer: { status: 200, description: 'The ledger’s revision and the new set' },
    handler: async ({ c, caller, param, body: { reason } }) => {
      const number = /^\d{1,15}$/.test(param('set')) ? Number(param('set')) : 0;
      const changes = parts.changes.setOf(number);
      if (changes.length === 0) throw problem('not-found', { detail: `there is no set ${param('set')}` });
      const steps = undoOf(parts.changes.ledger(), changes);
      if (!steps.ok) throw problem('changed-since', { members: { conflicts: steps.problem } });
      const { ledger, changes: written } = await write(parts, caller, steps.value, { reason, restores: true });
      return c.json({ revision: ledger.revision, set: written[0]?.set ?? null, changes: written.length });
    },
  });

/** The time line of a project, current or deleted. @throws Problem not-found when the log knows no such project. */
export function timelineFor({ changes, now }: Parts, project: string) {
  const about = changes.about('projects', project);
  const known = about.some(({ register, record }) => register === 'projects' && record === project);
  if (!known) throw problem('not-found', { detail: `there is no project ${project}` });
  return timelineOf(changes.ledger(), project, about, officeDate(now()));
}

const timelineRoute = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/timeline/:project',
    access: TIMELINE_READERS,
    summary: 'Accountability of one project: what was due and done, who wrote what, who held which post',
    answer: { status: 200, description: 'The time line, oldest first' },
    handler: ({ c, param }) => c.json(timelineFor(parts, param('project'))),
  });

/** The history routes. */
export const historyRoutes = (parts: Parts): readonly Route[] => [undoRoute(parts), timelineRoute(parts)];
