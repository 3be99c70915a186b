import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { masked } from '../../core/import/private-text.ts';
import type { Actor } from '../../core/ledger/change.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Changes, Committed } from '../changes/changes.ts';
import type { Clock } from '../clock.ts';
import type { Files } from '../files/files.ts';
import type { CommitOptions, CommitRefusal, Imports, ImportStage, PendingImport } from './imports.ts';
import { pageOf } from './packed-rows.ts';
import { createPendingImports, type Entry } from './pending-imports.ts';
import { createPreparer, type Prepared } from './preparer.ts';
import { choicesOf, patched } from './settings.ts';
import { reasonOf, requestsOf, undoImport } from './write-import.ts';

export interface ImportsOptions {
  readonly changes: Changes;
  readonly files: Files;
  readonly now: Clock;
  readonly log: Logger;
}

type CommitOutcome = Result<Committed, CommitRefusal>;

/** Where in the whole a stage begins, as measured with a ledger of 20,000 rows. */
const BEGINS: Readonly<Record<ImportStage, number>> = {
  waiting: 0,
  unpacking: 0.05,
  parsing: 0.1,
  collecting: 0.5,
  comparing: 0.6,
};

/** How often a commit is prepared again because others kept writing meanwhile. */
const MOST_ATTEMPTS = 3;

const newId = (): string => randomBytes(9).toString('base64url');

const READING = { state: 'reading', progress: { stage: 'waiting', fraction: 0 }, problem: null } as const;

/** What an entry becomes when its preview was made, or could not be. */
function settledAs(entry: Entry, outcome: Exclude<Prepared, { kind: 'requests' | 'unwanted' }>): Partial<Entry> {
  const shown = { ...entry.shown, progress: null };
  if (outcome.kind === 'preview') {
    const { head, rows, digest } = outcome;
    const revision = entry.shown.revision + 1;
    return {
      shown: { ...shown, state: 'preview', preview: head, problem: null, revision },
      prepared: { head, rows, digest },
    };
  }
  const problem =
    outcome.kind === 'failed'
      ? ({ code: 'internal' } as const)
      : { code: outcome.code, ...(outcome.sheets ? { sheets: outcome.sheets } : {}) };
  return { shown: { ...shown, state: 'failed', preview: null, problem }, prepared: null };
}

export function createImports({ changes, files, now, log }: ImportsOptions): Imports {
  const pending = createPendingImports(now);
  const preparer = createPreparer(changes.secret, (error) => log.error({ err: error }, 'reading a file failed'));
  const running = new Map<string, Promise<void>>();

  const own = (who: Actor, id: string): Entry | null => {
    const entry = pending.get(id);
    return entry?.account === who.id ? entry : null;
  };

  /** @param onBegin told with which ledger the file is compared. */
  const prepare = (
    { shown, order }: Entry,
    expected: string | null,
    onBegin: (ledger: Ledger) => void = () => {},
  ): Promise<Prepared> => {
    const { id, file, fileName, settings } = shown;
    return preparer.prepare({
      begin: () => {
        if (pending.get(id)?.order !== order) return null;
        const ledger = changes.ledger();
        onBegin(ledger);
        const choices = choicesOf(ledger, settings);
        return { ledger, job: { file, path: files.pathOf(file), fileName, choices, expected } };
      },
      onStage: (stage) => {
        const entry = pending.get(id);
        if (entry?.order !== order || entry.shown.state !== 'reading') return;
        pending.change(id, { shown: { ...entry.shown, progress: { stage, fraction: BEGINS[stage] } } });
      },
    });
  };

  /** Takes in what a preparation came to, unless another one was ordered since. */
  const settle = (id: string, order: number, outcome: Prepared): void => {
    const entry = pending.get(id);
    if (!entry || entry.order !== order || outcome.kind === 'unwanted' || outcome.kind === 'requests') return;
    if (outcome.kind === 'failed')
      log.error({ err: outcome.error, file: entry.shown.file }, 'preparing an import failed');
    pending.change(id, settledAs(entry, outcome));
  };

  const begin = (entry: Entry): void => {
    const { id } = entry.shown;
    const work = async (): Promise<void> => {
      try {
        settle(id, entry.order, await prepare(entry, null));
      } catch (error) {
        settle(id, entry.order, { kind: 'failed', error: String(error) });
      }
    };
    const mine = work().finally(() => {
      if (running.get(id) === mine) running.delete(id);
    });
    running.set(id, mine);
  };

  /** The outcome of one attempt; null when others wrote meanwhile and it has to be made again. */
  const attempt = async (who: Actor, entry: Entry, options: CommitOptions): Promise<CommitOutcome | null> => {
    const { id, fileName } = entry.shown;
    const compared = { ledger: changes.ledger() };
    const outcome = await prepare(entry, entry.prepared?.digest ?? null, (ledger) => void (compared.ledger = ledger));
    if (!pending.get(id)) return fail({ code: 'not-found' });
    if (outcome.kind !== 'requests') {
      settle(id, entry.order, outcome);
      return fail({ code: 'preview-outdated', revision: pending.get(id)?.shown.revision ?? 0 });
    }
    if (changes.ledger() !== compared.ledger) return null;
    const requests = requestsOf(compared.ledger, entry.shown, outcome, options);
    const committed = changes.commit({ id: who.id, name: who.name }, requests, reasonOf(fileName, options.reason));
    if (!committed.ok) return fail({ code: 'refused', refusal: committed.problem });
    pending.remove(id);
    return committed;
  };

  const commit = async (who: Actor, entry: Entry, options: CommitOptions): Promise<CommitOutcome> => {
    const { id } = entry.shown;
    pending.change(id, { committing: true });
    try {
      for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
        const outcome = await attempt(who, entry, options);
        if (outcome) return outcome;
      }
      return fail({ code: 'not-ready' });
    } finally {
      pending.change(id, { committing: false });
    }
  };

  const picture: Imports['picture'] = async (id, index) => {
    const record = changes.ledger().tables.imports.get(id);
    if (!record?.pictures?.places.some((place) => place.index === index)) return fail('not-found');
    const { file, fileName } = record;
    const { sheet } = record.pictures;
    const outcome = await preparer.picture({ file, path: files.pathOf(file), fileName, sheet, index });
    if (outcome.kind === 'failed') log.error({ err: outcome.error, file }, 'reading a picture of an import failed');
    if (outcome.kind !== 'picture') return fail('unreadable');
    return outcome.bytes ? ok(outcome.bytes) : fail('not-found');
  };

  return {
    upload: async (who, fileName, bytes, settings = {}) => {
      const file = await files.put(bytes);
      const id = newId();
      const shown: PendingImport = {
        ...READING,
        id,
        // The name is logged, with the record of the import and whenever somebody asks for the file.
        fileName: masked(fileName),
        file,
        bytes: bytes.length,
        uploadedAt: now(),
        settings: patched({}, settings),
        revision: 0,
        preview: null,
      };
      const entry = { account: who.id, shown, prepared: null, order: 1, committing: false };
      pending.put(id, entry);
      begin({ ...entry, touchedAt: now() });
      return shown;
    },
    pendingOf: (who) =>
      pending
        .all()
        .filter(({ account }) => account === who.id)
        .map(({ shown }) => shown),
    find: (who, id) => own(who, id)?.shown ?? null,
    rows: (who, id, query) => {
      const prepared = own(who, id)?.prepared;
      return prepared ? pageOf(prepared.rows, query) : null;
    },
    settled: async (who, id) => {
      while (own(who, id) && running.has(id)) await running.get(id);
      return own(who, id)?.shown ?? null;
    },
    choose: (who, id, patch) => {
      const entry = own(who, id);
      if (!entry) return fail('not-found');
      if (entry.committing) return fail('not-ready');
      const shown = { ...entry.shown, ...READING, preview: null, settings: patched(entry.shown.settings, patch) };
      const changed = { ...entry, shown, prepared: null, order: entry.order + 1 };
      pending.put(id, changed);
      begin(changed);
      return ok(shown);
    },
    commit: async (who, id, options) => {
      const entry = own(who, id);
      if (!entry) return fail({ code: 'not-found' });
      const { state, revision, preview } = entry.shown;
      if (state !== 'preview' || !preview || entry.committing) return fail({ code: 'not-ready' });
      if (options.revision !== undefined && options.revision !== revision) {
        return fail({ code: 'preview-outdated', revision });
      }
      const open = preview.questions.filter(({ answer }) => answer === undefined).map((question) => question.id);
      if (open.length > 0) return fail({ code: 'questions-open', questions: open });
      return commit(who, entry, options);
    },
    discard: (who, id) => {
      const entry = own(who, id);
      if (!entry) return fail('not-found');
      if (entry.committing) return fail('not-ready');
      pending.remove(id);
      return ok(null);
    },
    picture,
    undo: (who, id, options) => undoImport(changes, who, id, options),
    close: preparer.close,
  };
}
