/** What confirming and undoing an import write. */
import { picturesIn } from '../../core/import/pictures.ts';
import type { ImportRequest } from '../../core/import/types.ts';
import type { Actor } from '../../core/ledger/change.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { undoOf } from '../../core/ledger/undo.ts';
import { fail, type Result } from '../../core/result.ts';
import type { ChangeRequest, Changes, Committed } from '../changes/changes.ts';
import type { Authorise, PendingImport, UndoRefusal } from './imports.ts';
import type { PreparedRequests } from './messages.ts';

/** The record of the import itself: which file, and how much it did. */
function importRecord({ id, fileName, file, bytes }: PendingImport, { head }: PreparedRequests): ChangeRequest {
  const { profile, asOf, counts } = head;
  const pictures = picturesIn(head);
  const values = {
    fileName,
    file,
    bytes,
    profile,
    ...(asOf === null ? {} : { asOf }),
    rows: counts.data,
    created: counts.create,
    updated: counts.update,
    ...(pictures ? { pictures } : {}),
  };
  return { kind: 'create', register: 'imports', record: id, values };
}

/** Remembers headings and answers under a name; one of the same name is replaced. */
function templateRequest(ledger: Ledger, name: string, { head, template }: PreparedRequests): ChangeRequest {
  const known = [...ledger.tables.importTemplates.values()].find((each) => each.name === name);
  const values = { name, profile: head.profile, content: template };
  return known
    ? { kind: 'update', register: 'importTemplates', record: known.id, values }
    : { kind: 'create', register: 'importTemplates', values };
}

/** Everything that a confirmed import writes, in one set. */
export function requestsOf(
  ledger: Ledger,
  pending: PendingImport,
  prepared: PreparedRequests & { readonly requests: readonly ImportRequest[] },
  options: { readonly authorise: Authorise; readonly saveTemplate?: string | undefined },
): readonly ChangeRequest[] {
  const { authorise, saveTemplate } = options;
  const template = saveTemplate === undefined ? [] : [templateRequest(ledger, saveTemplate, prepared)];
  return [...authorise([...prepared.requests, ...template]), importRecord(pending, prepared)];
}

/** Why the changes were made, with the file's name in any case. */
export const reasonOf = (fileName: string, reason: string | undefined): string =>
  reason === undefined ? `导入 ${fileName}` : `${reason}(导入 ${fileName})`;

/** Takes a confirmed import back, newest change first. */
export function undoImport(
  changes: Changes,
  who: Actor,
  id: string,
  { reason, authorise }: { readonly reason: string; readonly authorise: Authorise },
): Result<Committed, UndoRefusal> {
  if (!changes.ledger().tables.imports.has(id)) return fail({ code: 'not-found' });
  const [newest] = changes.history({ register: 'imports', record: id, limit: 1 });
  const undone = undoOf(changes.ledger(), newest ? changes.setOf(newest.set) : []);
  if (!undone.ok) return fail({ code: 'changed-since', conflicts: undone.problem });
  const own = undone.value.filter(({ register }) => register === 'imports');
  const others = undone.value.filter(({ register }) => register !== 'imports');
  const outcome = changes.commit(who, [...authorise(others), ...own], reason);
  return outcome.ok ? outcome : fail({ code: 'refused', refusal: outcome.problem });
}
