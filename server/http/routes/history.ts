/** Reads of the log that are more than one record's history: undo, and the time line of a project. */
import { z } from 'zod';
import { timelineOf } from '../../../core/history/timeline.ts';
import { createRecordNames } from '../../../core/export/record-names.ts';
import { timelineTable } from '../../../core/export/timeline-table.ts';
import { undoOf } from '../../../core/ledger/undo.ts';
import { officeDate } from '../../../core/office-time.ts';
import { writeTables } from '../../exports/exports.ts';
import type { Parts } from '../../parts.ts';
import { roles } from '../access.ts';
import { clientAddress } from '../peer.ts';
import { problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { write } from '../writes.ts';
import { answerFile, CONTENT_TYPES, localeSchema } from './exports.ts';

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
    handler: ({ c, caller, param }) => {
      const timeline = timelineFor(parts, param('project'));
      // Who looks into whom is itself on record.
      parts.events.record({
        actor: { id: caller.id, name: caller.name },
        kind: 'timeline-read',
        subject: timeline.project,
        address: clientAddress(c, parts.config),
      });
      return c.json(timeline);
    },
  });

const FILE = /^([A-Za-z0-9_-]{1,64})\.(xlsx|csv)$/;

const timelineFileRoute = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/exports/timeline/:file',
    access: TIMELINE_READERS,
    summary: 'The time line of a project as {project}.xlsx or {project}.csv',
    query: z.strictObject({ locale: localeSchema }),
    answer: { status: 200, description: 'The file', type: CONTENT_TYPES.xlsx },
    handler: async ({ c, caller, param, query: { locale } }) => {
      const [, project = '', ending] = FILE.exec(param('file')) ?? [];
      if (project === '') throw problem('not-found', { detail: 'files end in .xlsx or .csv' });
      const timeline = timelineFor(parts, project);
      const format = ending === 'csv' ? 'csv' : 'xlsx';
      const table = timelineTable(timeline, createRecordNames(parts.changes.ledger(), caller), locale);
      const bytes = await writeTables([table], format);
      const detail = { rows: table.rows.length };
      return answerFile(parts, c, caller, {
        subject: `timeline-${project}`,
        label: `倒查 ${timeline.name}`,
        format,
        bytes,
        detail,
      });
    },
  });

/** The history routes. */
export const historyRoutes = (parts: Parts): readonly Route[] => [
  undoRoute(parts),
  timelineRoute(parts),
  timelineFileRoute(parts),
];
