import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { airEdition, scheduleEdition, withdrawEdition } from '../../../core/editions/air.ts';
import { createEdition } from '../../../core/editions/create.ts';
import { reviewEdition, signEdition } from '../../../core/editions/review.ts';
import type { Person, Step } from '../../../core/editions/step.ts';
import { programmeOf } from '../../../core/programme/build.ts';
import { SAFE_SLIDE } from '../../../core/programme/edition.ts';
import type { Role } from '../../../core/register/role.ts';
import type { Edition } from '../../../core/registers/index.ts';
import { instant, type IsoDate } from '../../../core/time.ts';
import type { ChangeRequest, Changes } from '../../../server/changes/changes.ts';
import { createChanges } from '../../../server/changes/sqlite-changes.ts';
import { removeAbandonedFiles } from '../../../server/cli/keep-files.ts';
import { createEditions } from '../../../server/editions/create-editions.ts';
import type { Editions, StepOutcome } from '../../../server/editions/editions.ts';
import { startTicker } from '../../../server/editions/ticker.ts';
import { verifyEditions } from '../../../server/editions/verify-editions.ts';
import type { Files } from '../../../server/files/files.ts';
import { createFiles } from '../../../server/files/folder-files.ts';
import { Hub } from '../../../server/live/hub.ts';
import { createInstruments } from '../../../server/live/instruments.ts';
import { DEFAULT_LIMITS } from '../../../server/live/limits.ts';
import type { Database } from '../../../server/store/database.ts';
import { EDITIONS_OFFICE, STAFF } from '../../support/editions-office.ts';
import { figure, following, ManualTime, memoryStore, save, StatusLog } from '../../support/live-parts.ts';

const AS_OF = '2017-05-31' as IsoDate;
const HOUR = 3_600_000;

const folders = mkdtempSync(join(tmpdir(), 'paceboard-editions-'));
afterAll(() => rmSync(folders, { recursive: true, force: true }));

const onError = (error: unknown): void => {
  throw error;
};

/** A server's editions without its ports; it can be stopped and started. */
class Server {
  readonly time = new ManualTime();
  readonly folder = mkdtempSync(join(folders, 'data-'));
  readonly lines: string[] = [];
  readonly log = pino({ level: 'warn' }, { write: (line) => void this.lines.push(line) });
  database!: Database;
  changes!: Changes;
  files!: Files;
  editions!: Editions;

  async open(): Promise<this> {
    const store = await memoryStore(this.time.now, EDITIONS_OFFICE);
    this.database = store.database;
    this.start();
    return this;
  }

  start(): void {
    const { database, folder, log } = this;
    const { now } = this.time;
    this.changes = createChanges(database, { now, onError });
    this.files = createFiles(folder);
    removeAbandonedFiles(this.changes, this.files);
    this.editions = createEditions({ changes: this.changes, files: this.files, now, log });
  }

  edition(id: string): Edition {
    const edition = this.changes.ledger().tables.editions.get(id);
    if (!edition) throw new Error(`no edition ${id}`);
    return edition;
  }

  slides(group = 'hall'): readonly string[] {
    const slides = programmeOf(this.changes.ledger(), group, this.editions.packageOf)?.slides ?? {};
    return Object.keys(slides).sort((a, b) => (slides[a]?.order ?? 0) - (slides[b]?.order ?? 0));
  }
}

const person = (id: keyof typeof STAFF): Person => ({ id, name: id, role: STAFF[id] satisfies Role });

const must = (outcome: StepOutcome): readonly string[] => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.records;
};

async function frozen({ editions }: Server): Promise<string> {
  const editor = person('editor1');
  const create = (ledger: Parameters<typeof createEdition>[0]): Step =>
    createEdition(ledger, editor, { rhythm: 'weekly', asOf: AS_OF });
  const [id = ''] = must(editions.create(editor, create));
  must(await editions.freeze(editor, id, () => editor));
  return id;
}

async function signed(server: Server): Promise<string> {
  const id = await frozen(server);
  const { content } = server.edition(id);
  for (const who of ['verifier1', 'reviewer1'] as const) {
    must(server.editions.take(person(who), id, (at) => reviewEdition(at, { decision: 'passed', content })));
  }
  must(server.editions.take(person('signer1'), id, (at) => signEdition(at, { content }, [])));
  return id;
}

async function onAir(server: Server): Promise<string> {
  const id = await signed(server);
  must(server.editions.take(person('operator1'), id, (at) => airEdition(at, server.edition(id).content)));
  return id;
}

const schedule = (server: Server, id: string, inMs: number): void => {
  const { content } = server.edition(id);
  const airAt = instant(server.time.now() + inMs);
  must(server.editions.take(person('operator1'), id, (at) => scheduleEdition(at, content, airAt)));
};

let server: Server;
beforeEach(async () => {
  server = await new Server().open();
});

const randomEdits = (count: number): readonly ChangeRequest[] =>
  Array.from({ length: count }, (_, index): ChangeRequest => {
    const which = (index * 7919) % 5;
    if (which === 0) return { kind: 'update', register: 'units', record: 'u1', values: { shortName: `单位${index}` } };
    if (which === 1)
      return { kind: 'update', register: 'settings', record: 'settings', values: { source: `源${index}` } };
    if (which === 2) return { kind: 'update', register: 'projects', record: 'p1', values: { name: `项目改${index}` } };
    return figure((index % 3) + 1, (index * 31) % 400);
  });

describe('a frozen package', () => {
  it('is made anew byte by byte after a thousand later changes, a restart, and without its file', async () => {
    const id = await onAir(server);
    const before = server.editions.contentOf(server.edition(id));
    for (const request of randomEdits(1_000)) save(server.changes, request);
    rmSync(join(server.folder, 'files'), { recursive: true });
    // The next server's clock starts earlier than the last change.
    server.time.step(-100 * HOUR);
    server.start();
    const again = server.editions.contentOf(server.edition(id));
    expect(again?.text).toBe(before?.text);
    expect(server.lines.join()).toContain('is made anew');
  });

  it('is put back into the store of files', async () => {
    const id = await onAir(server);
    const path = server.files.pathOf(server.edition(id).content ?? '');
    rmSync(path);
    server.start();
    server.editions.packageOf(server.edition(id));
    await expect.poll(() => existsSync(path)).toBe(true);
  });

  it('is not believed when its file was changed', async () => {
    const id = await onAir(server);
    const before = server.editions.contentOf(server.edition(id));
    writeFileSync(server.files.pathOf(before?.hash ?? ''), (before?.text ?? '').replace('单位1', '单位9'));
    server.start();
    expect(server.editions.contentOf(server.edition(id))?.text).toBe(before?.text);
    expect(server.lines.join()).toContain('damaged');
  });

  it('is given up rather than replaced when the log does not give it', async () => {
    const id = await onAir(server);
    // As a later version would compute other slides: here the record names a content that nothing gives.
    save(server.changes, { kind: 'update', register: 'editions', record: id, values: { content: 'c'.repeat(64) } });
    expect(server.editions.packageOf(server.edition(id))).toBeNull();
    expect(server.slides()).toEqual([SAFE_SLIDE]);
    expect(server.lines.join()).toContain('is lost');
    expect(verifyEditions(server.changes, server.files).findings).toHaveLength(1);
  });

  it('survives the removal of abandoned files, also that of an earlier round', async () => {
    const id = await frozen(server);
    const orphan = await server.files.put(Buffer.from('never confirmed'));
    const { content = '' } = server.edition(id);
    server.start();
    expect([server.files.has(content), server.files.has(orphan)]).toEqual([true, false]);
    expect(verifyEditions(server.changes, server.files)).toEqual({ editions: 0, findings: [], notices: [] });
  });

  it('is checked by what was signed, file and log', async () => {
    const id = await onAir(server);
    expect(verifyEditions(server.changes, server.files)).toEqual({ editions: 1, findings: [], notices: [] });
    writeFileSync(server.files.pathOf(server.edition(id).content ?? ''), 'something else');
    expect(verifyEditions(server.changes, server.files).findings).toEqual([
      `editions/${id} (第1期): its file is damaged`,
    ]);
  });
});

describe('a restart', () => {
  it('between any two steps changes nothing', async () => {
    const id = await frozen(server);
    const { content } = server.edition(id);
    server.start();
    must(server.editions.take(person('verifier1'), id, (at) => reviewEdition(at, { decision: 'passed', content })));
    server.start();
    const twice = server.editions.take(person('verifier1'), id, (at) =>
      reviewEdition(at, { decision: 'passed', content }),
    );
    expect(twice.ok).toBe(false);
    must(server.editions.take(person('reviewer1'), id, (at) => reviewEdition(at, { decision: 'passed', content })));
    server.start();
    must(server.editions.take(person('signer1'), id, (at) => signEdition(at, { content }, [])));
    server.start();
    must(server.editions.take(person('operator1'), id, (at) => airEdition(at, content)));
    server.start();
    expect(server.slides()).toEqual(['units', 'all', 'note']);
  });

  it('leaves nothing frozen when the server dies between the file and the log', async () => {
    const editor = person('editor1');
    const create = (ledger: Parameters<typeof createEdition>[0]): Step =>
      createEdition(ledger, editor, { rhythm: 'weekly', asOf: AS_OF });
    const [id = ''] = must(server.editions.create(editor, create));
    const outcome = await server.editions.freeze(editor, id, () => null);
    expect([outcome.ok, server.edition(id).state]).toEqual([false, 'collecting']);
    server.start();
    must(await server.editions.freeze(editor, id, () => editor));
    expect(server.edition(id).state).toBe('frozen');
  });
});

describe('the ticker', () => {
  it('puts a scheduled edition on air within a second of its time', async () => {
    const id = await signed(server);
    const stop = startTicker({ editions: server.editions, timers: server.time.timers, log: server.log });
    schedule(server, id, HOUR);
    server.time.step(HOUR - 1);
    expect(server.edition(id).state).toBe('scheduled');
    server.time.step(1_000);
    expect(server.edition(id).state).toBe('onAir');
    stop();
  });

  it('catches up right after a start, in the order of the times', async () => {
    const [first, second] = [await signed(server), await signed(server)];
    schedule(server, second, 2 * HOUR);
    schedule(server, first, HOUR);
    server.time.step(5 * HOUR);
    server.start();
    startTicker({ editions: server.editions, timers: server.time.timers, log: server.log })();
    expect([server.edition(first).state, server.edition(second).state]).toEqual(['superseded', 'onAir']);
  });

  it('leaves the old one on air when the content of the new one is lost', async () => {
    const old = await onAir(server);
    const id = await signed(server);
    schedule(server, id, HOUR);
    save(server.changes, { kind: 'update', register: 'editions', record: id, values: { content: 'c'.repeat(64) } });
    server.time.step(2 * HOUR);
    expect(server.editions.airDue()).toBe(0);
    expect([server.edition(old).state, server.edition(id).state]).toEqual(['onAir', 'scheduled']);
  });
});

const hubOf = ({ changes, editions, time }: Server): Hub =>
  new Hub({
    changes,
    editions,
    statuses: new StatusLog(),
    now: time.now,
    exactNow: time.now,
    timers: time.timers,
    log: pino({ level: 'silent' }),
    instruments: createInstruments(new Registry()),
    build: 'test',
    limits: DEFAULT_LIMITS,
  });

describe('screens', () => {
  it('of all groups turn to an edition, and away from it, with the same announcement and by one patch each', async () => {
    const id = await signed(server);
    const hub = hubOf(server);
    const screens = ['a', 'g'].map((screen) => following(hub, screen));
    const slides = () => screens.map(({ replica }) => Object.keys(replica?.programme.slides ?? {}));
    expect(slides()).toEqual([[SAFE_SLIDE], [SAFE_SLIDE]]);

    must(server.editions.take(person('operator1'), id, (at) => airEdition(at, server.edition(id).content)));
    server.time.step(DEFAULT_LIMITS.coalesceMs);
    expect(screens.map((screen) => screen.read())).toEqual([['patch'], ['patch']]);
    expect(slides()).toEqual([['units', 'all', 'note'], ['cover']]);
    expect(screens.map(({ replica }) => replica?.programme.edition?.number)).toEqual([1, 1]);

    must(server.editions.take(person('operator1'), id, (at) => withdrawEdition(at, '有误')));
    server.time.step(DEFAULT_LIMITS.coalesceMs);
    expect(screens.map((screen) => screen.read())).toEqual([['patch'], ['patch']]);
    expect(slides()).toEqual([[SAFE_SLIDE], [SAFE_SLIDE]]);
    hub.close();
  });

  it('are told nothing of live changes', async () => {
    await onAir(server);
    const hub = hubOf(server);
    const screen = following(hub, 'a');
    for (const request of randomEdits(20)) save(server.changes, request);
    server.time.step(DEFAULT_LIMITS.coalesceMs);
    expect(screen.read()).toEqual([]);
    hub.close();
  });

  it('keep to a playlist of the package when theirs is not in it', async () => {
    await onAir(server);
    const entries = [{ id: 'live', kind: 'summary', options: {}, seconds: 0, enabled: true }];
    save(
      server.changes,
      { kind: 'create', register: 'playlists', record: 'later', values: { name: '后加', entries } },
      { kind: 'update', register: 'groups', record: 'gate', values: { playlist: 'later' } },
    );
    expect(server.slides('gate')).toEqual(['cover']);
    save(server.changes, {
      kind: 'create',
      register: 'groups',
      record: 'new',
      values: { name: '新', playlist: 'later', theme: 'red', locale: 'en', spotlight: false, source: 'edition' },
    });
    expect(server.slides('new')).toEqual(['cover']);
    save(server.changes, { kind: 'update', register: 'groups', record: 'gate', values: { playlist: 'loop' } });
    expect(server.slides('gate')).toEqual(['units', 'all', 'note']);
  });

  it('cut to a ranking only when ranks moved from one edition to the next', async () => {
    save(server.changes, { kind: 'update', register: 'groups', record: 'hall', values: { spotlight: true } });
    await onAir(server);
    const hub = hubOf(server);
    const screen = following(hub, 'a');
    const next = async (): Promise<unknown> => {
      await onAir(server);
      server.time.step(DEFAULT_LIMITS.coalesceMs);
      screen.read();
      return screen.replica?.programme.spotlight?.row;
    };
    expect(await next()).toBeUndefined();
    save(server.changes, figure(1, 390));
    expect(await next()).toBe('u1');
    hub.close();
  });
});
