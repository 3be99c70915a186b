/** Imports of workbooks: upload, preview, answers, one transaction; past ones with their files, and undo. */
import { z } from 'zod';
import { registerNamed, type RecordTypes } from '../../../core/registers/index.ts';
import type { RowFate } from '../../../core/import/types.ts';
import type { Identity } from '../../accounts/accounts.ts';
import type { Refusal } from '../../changes/changes.ts';

import type { Authorise, CommitRefusal, PendingImport, RowsQuery, UndoRefusal } from '../../imports/imports.ts';
import { settingsPatch } from '../../imports/settings.ts';
import type { Parts } from '../../parts.ts';
import { roles, unlimited } from '../access.ts';
import { attachment } from '../attachment.ts';
import { checkReason } from '../confirmation.ts';
import { clientAddress } from '../peer.ts';
import { problem, type Problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { authorised } from '../write-rights.ts';

/** The largest file that is read at all: see the limits of workbooks. */
const MOST_BYTES = 32 * 2 ** 20;
const MOST_ROWS = 500;
const MOST_LISTED = 200;

/** A file holds records of several registers, and a preview shows what the ledger has of them. */
const IMPORTERS = unlimited('admin', 'editor');
const READERS = roles(...registerNamed('imports').read);

const FATES = ['create', 'update', 'same', 'skip', 'blocked'] as const satisfies readonly RowFate[];

/** Names come from other people's disks: no folders, nothing that is not to be seen. */
const fileName = z
  .string()
  .transform((name) =>
    name
      .toWellFormed()
      .replace(/^.*[/\\]/s, '')
      .replace(/\p{C}/gu, '')
      .trim(),
  )
  .pipe(z.string().min(1).max(255));

const uploadQuery = z.object({ name: fileName });

const rowsText = z.string().regex(/^\d{1,7},\d{1,4}$/, { error: 'must be FROM,COUNT' });
const fatesText = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(FATES)));
const readQuery = z.object({ rows: rowsText.exactOptional(), fate: fatesText.exactOptional() });

const commitBody = z.strictObject({
  reason: z.string().trim().min(1).max(500).exactOptional(),
  saveTemplate: z.string().trim().min(1).max(60).exactOptional(),
  revision: z.number().int().min(0).exactOptional(),
});

const undoBody = z.strictObject({ reason: z.string().trim().min(1).max(500) });

const rowsQuery = ({ rows, fate }: z.infer<typeof readQuery>): RowsQuery | null => {
  if (rows === undefined) return null;
  const [from = 0, count = 0] = rows.split(',').map(Number);
  return { from, count: Math.min(count, MOST_ROWS), fates: fate ?? null };
};

const refusedBy = (refusal: Refusal): Problem => {
  if (refusal.code === 'invalid') return problem('invalid', { errors: refusal.errors });
  if (refusal.code === 'in-use') return problem('in-use', { members: { by: refusal.by } });
  return problem(refusal.code);
};

const refused = (refusal: CommitRefusal | UndoRefusal): Problem => {
  switch (refusal.code) {
    case 'questions-open':
      return problem('questions-open', { members: { questions: refusal.questions } });
    case 'preview-outdated':
      return problem('preview-outdated', { members: { revision: refusal.revision } });
    case 'changed-since':
      return problem('changed-since', { members: { conflicts: refusal.conflicts } });
    case 'refused':
      return refusedBy(refusal.refusal);
    default:
      return problem(refusal.code);
  }
};

/** Who asks may have lost the account or the role while the file was compared: rights are looked at last. */
const authoriseFor =
  (parts: Parts, caller: Identity, restores: boolean): Authorise =>
  (requests) => {
    const writer = parts.accounts.renewed(caller);
    if (!writer) throw problem('not-signed-in');
    return authorised(parts, writer, requests, { pathOf: () => '', restores });
  };

/** A confirmed import, from its record and the log; its pictures have their own list. */
const confirmed = (parts: Parts, record: RecordTypes['imports']) => {
  const { revision: _revision, changedAt: _changedAt, pictures: _pictures, ...values } = record;
  const [change] = parts.changes.history({ register: 'imports', record: record.id, limit: 1 });
  return { ...values, state: 'committed', at: change?.at, by: change?.actor, set: change?.set };
};

const shown = (parts: Parts, caller: Identity, pending: PendingImport, query: RowsQuery | null) => {
  const rows = query && parts.imports.rows(caller, pending.id, query);
  return rows ? { ...pending, rows } : pending;
};

const uploadRoute = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/imports',
    access: IMPORTERS,
    summary: 'Hand in a workbook (.xlsx, .xls, .et, .csv); it is read in the background',
    query: uploadQuery,
    upload: { most: MOST_BYTES },
    answer: { status: 201, description: 'The import; ask for it until its state is no longer `reading`' },
    handler: async ({ c, caller, query: { name }, bytes }) => {
      const pending = await parts.imports.upload(caller, name, bytes);
      c.header('location', `/api/imports/${pending.id}`);
      return c.json(pending, 201);
    },
  });

const listRoute = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/imports',
    access: READERS,
    summary: 'The imports that the caller has not confirmed yet, and the latest confirmed ones',
    answer: { status: 200, description: 'Both lists, newest first; previews are in the single import only' },
    handler: ({ c, caller }) => {
      const pending = parts.imports.pendingOf(caller).map((each) => ({
        ...each,
        preview: each.preview && { counts: each.preview.counts },
      }));
      const records = [...parts.changes.ledger().tables.imports.values()]
        .sort((a, b) => b.revision - a.revision)
        .slice(0, MOST_LISTED);
      return c.json({ pending, imports: records.map((record) => confirmed(parts, record)) });
    },
  });

const readRoute = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/imports/:id',
    access: READERS,
    summary:
      'One import: its state, progress, problem or preview; `rows=FROM,COUNT` adds rows, `fate=create,blocked` some',
    query: readQuery,
    answer: { status: 200, description: 'The import' },
    handler: ({ c, caller, param, query }) => {
      const pending = parts.imports.find(caller, param('id'));
      if (pending) return c.json(shown(parts, caller, pending, rowsQuery(query)));
      const record = parts.changes.ledger().tables.imports.get(param('id'));
      if (!record) throw problem('not-found');
      return c.json(confirmed(parts, record));
    },
  });

const chooseRoute = (parts: Parts): Route =>
  route({
    method: 'PATCH',
    path: '/api/imports/:id',
    access: IMPORTERS,
    summary: 'Choose sheet, profile, columns, year, cut-off, unit or template, and answer questions; null clears',
    query: readQuery,
    body: settingsPatch,
    answer: { status: 200, description: 'The import with its new preview' },
    handler: async ({ c, caller, param, query, body }) => {
      const begun = parts.imports.choose(caller, param('id'), body);
      if (!begun.ok) throw problem(begun.problem);
      const pending = await parts.imports.settled(caller, param('id'));
      if (!pending) throw problem('not-found');
      return c.json(shown(parts, caller, pending, rowsQuery(query)));
    },
  });

const commitRoute = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/imports/:id/commit',
    access: IMPORTERS,
    summary: 'Write everything in one transaction, if it is still what the preview shows',
    body: commitBody,
    answer: { status: 200, description: 'The confirmed import and the ledger’s revision' },
    handler: async ({ c, caller, param, body }) => {
      checkReason(body.reason);
      const authorise = authoriseFor(parts, caller, false);
      const outcome = await parts.imports.commit(caller, param('id'), { ...body, authorise });
      if (!outcome.ok) throw refused(outcome.problem);
      const { ledger, changes } = outcome.value;
      const record = ledger.tables.imports.get(param('id'));
      return c.json({
        revision: ledger.revision,
        changes: changes.length,
        import: record && confirmed(parts, record),
      });
    },
  });

const discardRoute = (parts: Parts): Route =>
  route({
    method: 'DELETE',
    path: '/api/imports/:id',
    access: IMPORTERS,
    summary: 'Forget an import that was not confirmed',
    answer: { status: 204, description: 'Forgotten' },
    handler: ({ c, caller, param }) => {
      const outcome = parts.imports.discard(caller, param('id'));
      if (!outcome.ok) throw problem(outcome.problem);
      return c.body(null, 204);
    },
  });

const undoRoute = (parts: Parts): Route =>
  route({
    method: 'POST',
    path: '/api/imports/:id/undo',
    access: IMPORTERS,
    summary: 'Take a confirmed import back as a whole; refused when later changes stand in the way',
    body: undoBody,
    answer: { status: 200, description: 'The ledger’s revision and the new set' },
    handler: ({ c, caller, param, body: { reason } }) => {
      checkReason(reason);
      const authorise = authoriseFor(parts, caller, true);
      const who = { id: caller.id, name: caller.name };
      const outcome = parts.imports.undo(who, param('id'), { reason, authorise });
      if (!outcome.ok) throw refused(outcome.problem);
      const { ledger, changes } = outcome.value;
      return c.json({ revision: ledger.revision, set: changes[0]?.set ?? null, changes: changes.length });
    },
  });

type Source = Pick<PendingImport, 'file' | 'fileName'>;

/** Which file a confirmed import came from; the log still knows when it was taken back. */
function confirmedSource({ changes }: Parts, id: string): Source | null {
  const made = changes.history({ register: 'imports', record: id, limit: 10 }).find(({ kind }) => kind === 'create');
  const text = (name: keyof Source): string => {
    const field = made?.fields[name];
    return field && !('secret' in field) && typeof field.to === 'string' ? field.to : '';
  };
  return made ? { file: text('file'), fileName: text('fileName') } : null;
}

const fileRoute = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/imports/:id/file',
    access: IMPORTERS,
    summary: 'The file as it was handed in, phone numbers included; each asking is noted',
    answer: { status: 200, description: 'The file', type: 'application/octet-stream' },
    handler: async ({ c, caller, param }) => {
      const id = param('id');
      const source = parts.imports.find(caller, id) ?? confirmedSource(parts, id);
      const bytes = source && (await parts.files.read(source.file));
      if (!source || !bytes) throw problem('not-found');
      // Written first: what cannot be noted is not handed out.
      parts.events.record({
        actor: { id: caller.id, name: caller.name },
        kind: 'import-file-read',
        subject: `imports/${id}`,
        detail: { fileName: source.fileName, file: source.file },
        address: clientAddress(c, parts.config),
      });
      const ending = /\.[A-Za-z0-9]{1,8}$/.exec(source.fileName)?.[0] ?? '';
      return c.body(bytes, 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': attachment(source.fileName, `import-${id}${ending}`),
      });
    },
  });

/** The import routes. */
export const importRoutes = (parts: Parts): readonly Route[] => [
  uploadRoute(parts),
  listRoute(parts),
  readRoute(parts),
  chooseRoute(parts),
  commitRoute(parts),
  discardRoute(parts),
  undoRoute(parts),
  fileRoute(parts),
];
