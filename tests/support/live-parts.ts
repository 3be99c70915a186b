/** Parts of the live side that tests step by hand: time, connections, a small office. */
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { advance, type Replica } from '../../core/protocol/replica.ts';
import type { Position, ScreenMessage, ServerMessage } from '../../core/protocol/messages.ts';
import { parseServerMessage } from '../../core/protocol/parse.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { instant, type Duration, type Instant } from '../../core/time.ts';
import type { Changes, ChangeRequest } from '../../server/changes/changes.ts';
import { createChanges } from '../../server/changes/sqlite-changes.ts';
import type { ScreenStatus, ScreenStatuses } from '../../server/screens/status.ts';
import type { Connection } from '../../server/live/connection.ts';
import type { EditionPackages } from '../../server/editions/editions.ts';
import { Hub, type Line } from '../../server/live/hub.ts';
import { createInstruments, type Instruments } from '../../server/live/instruments.ts';
import { DEFAULT_LIMITS, type Limits } from '../../server/live/limits.ts';
import type { Timers } from '../../server/timers.ts';
import type { Database } from '../../server/store/database.ts';
import { openStoreFile } from '../../server/store/open-store.ts';

export const TESTER = { id: 'tester', name: 'Tester' };

/** Time that only moves when told to. */
export class ManualTime {
  #now = 1_500_000_000_000;
  #next = 0;
  readonly #waiting = new Map<number, { readonly at: number; readonly callback: () => void }>();

  readonly now = (): Instant => instant(this.#now);
  /** A quarter of a millisecond later. */
  readonly exactNow = (): Instant => instant(this.#now + 0.25);

  readonly timers: Timers = {
    after: (milliseconds, callback) => {
      const key = this.#next++;
      this.#waiting.set(key, { at: this.#now + milliseconds, callback });
      return () => this.#waiting.delete(key);
    },
  };

  /** Moves on, calling back on the way whatever falls due, in order. */
  step(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      const [key, { at, callback }] = due;
      this.#waiting.delete(key);
      this.#now = Math.max(this.#now, at);
      callback();
    }
    this.#now = end;
  }
}

/** The message in a frame of the server. */
export function decodeFrame(frame: Buffer): ServerMessage {
  const length = frame[1] ?? 0;
  const text = frame.toString('utf8', length < 126 ? 2 : length === 126 ? 4 : 10);
  const message = parseServerMessage(text);
  if (!message.ok) throw new Error(`the server sent ${message.problem}: ${text}`);
  return message.value;
}

/** The near end of a connection in memory: what the server did to it. */
export class MemoryConnection implements Connection {
  readonly frames: Buffer[] = [];
  closed: { readonly code: number; readonly reason: string } | null = null;
  terminated = false;
  /** Bytes that the reader has not taken, as the hub sees it. */
  unread = 0;
  /** A reader that takes nothing lets `unread` grow. */
  reads = true;

  readonly pending = (): number => this.unread;
  readonly send = (frame: Buffer): void => {
    if (this.closed || this.terminated) throw new Error('sent after the end');
    this.frames.push(frame);
    if (!this.reads) this.unread += frame.length;
  };
  readonly close = (code: number, reason: string): void => {
    this.closed = { code, reason };
  };
  readonly terminate = (): void => {
    this.terminated = true;
  };

  /** The messages since the last look. */
  take(): ServerMessage[] {
    return this.frames.splice(0).map(decodeFrame);
  }

  types(): string[] {
    return this.take().map(({ type }) => type);
  }
}

/** A screen in memory: the client's rules on one connection after another. */
export class MemoryScreen {
  readonly connection = new MemoryConnection();
  readonly line: Line;
  replica: Replica | null;

  constructor(hub: Hub, screen: string, replica: Replica | null = null) {
    this.replica = replica;
    this.line = hub.open(this.connection, screen);
  }

  /** Where its document stands. */
  get position(): Position {
    if (!this.replica) throw new Error('the screen has no document');
    return this.replica.position;
  }

  say(message: ScreenMessage): void {
    this.line.receive(JSON.stringify(message));
  }

  resume(position: Position | undefined = this.replica?.position): void {
    this.say(position ? { type: 'resume', position } : { type: 'resume' });
  }

  /** Reads all that came, as `core` says; asks for the whole document when lost. Returns the types read. */
  read(): string[] {
    const messages = this.connection.take();
    for (const message of messages) this.accept(message);
    return messages.map(({ type }) => type);
  }

  accept(message: ServerMessage): void {
    const step = advance(this.replica, message);
    if (step.kind === 'replaced') this.replica = step.replica;
    else if (step.kind === 'lost') this.say({ type: 'lost' });
  }
}

/** Remembers what was reported, for tests to look at. */
export class StatusLog implements ScreenStatuses {
  readonly lines: string[] = [];
  readonly paintedTimes: { revision: number; committedAt: Instant | null; at: Instant }[] = [];

  readonly connected = (screen: string): void => void this.lines.push(`connected ${screen}`);
  readonly disconnected = (screen: string): void => void this.lines.push(`disconnected ${screen}`);
  readonly painted = (_screen: string, revision: number, committedAt: Instant | null, at: Instant): void =>
    void this.paintedTimes.push({ revision, committedAt, at });
  readonly reported = (screen: string, report: { slide: string; page: number; viewport: string }): void =>
    void this.lines.push(`${screen} shows ${report.slide}/${report.page} on ${report.viewport}`);
  readonly of = (screen: string): ScreenStatus => ({
    screen,
    connections: 0,
    seenAt: null,
    paintedRevision: null,
    saveToPainted: null,
    slide: null,
    page: null,
    viewport: null,
    health: null,
    healthAt: null,
  });
  readonly all = (): readonly ScreenStatus[] => [];
  readonly times = (): { count: number; p50: Duration | null; p99: Duration | null } => ({
    count: 0,
    p50: null,
    p99: null,
  });
}

const create = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

const YUAN = 10_000;

const project = (number: number): readonly ChangeRequest[] => [
  create('projects', `p${number}`, {
    code: `P${number}`,
    name: `项目${number}`,
    listOrder: number,
    keyLevel: 'provincial',
    sector: 'industry',
    plannedStartInYear: false,
    carriedOver: true,
    plannedCompletionInYear: false,
    lifecycle: 'started',
    totalInvestmentYuan: 900 * YUAN,
    investedBeforeYuan: 100 * YUAN,
    resumedOn: '2017-02-13',
    leadUnit: `u${number}`,
  }),
  create('plans', `plan${number}`, {
    project: `p${number}`,
    year: 2017,
    version: 1,
    effectiveFrom: '2017-01-01',
    amountYuan: 400 * YUAN,
  }),
  create('reports', `r${number}`, {
    project: `p${number}`,
    asOf: '2017-05-31',
    completedYtdYuan: (100 + number) * YUAN,
    state: 'verified',
  }),
];

const entry = (id: string, kind: string, options: object = {}): object => ({
  id,
  kind,
  options,
  seconds: 0,
  enabled: true,
});

export const OFFICE: readonly ChangeRequest[] = [
  create('settings', 'settings', {
    office: '项目办',
    district: '示范区',
    year: 2017,
    asOf: '2017-05-31',
    timeProgress: 'linearMonth',
    source: '调度数',
    demo: true,
  }),
  ...[1, 2, 3].map((number) =>
    create('units', `u${number}`, {
      name: `单位${number}`,
      shortName: `单位${number}`,
      group: 'township',
      officialOrder: number,
    }),
  ),
  ...[1, 2, 3].flatMap(project),
  create('playlists', 'loop', {
    name: '循环',
    entries: [
      entry('units', 'unitRanking', { group: 'township' }),
      entry('all', 'projects'),
      entry('note', 'ticker', { text: '通知' }),
    ],
  }),
  create('playlists', 'other', { name: '另一循环', entries: [entry('cover', 'cover')] }),
  create('groups', 'hall', { name: '大厅', playlist: 'loop', theme: 'red', locale: 'zh-CN', spotlight: false }),
  create('groups', 'gate', { name: '门口', playlist: 'other', theme: 'red', locale: 'zh-CN', spotlight: false }),
  ...['a', 'b', 'c'].map((id) =>
    create('screens', id, { name: `屏${id}`, group: 'hall', stage: DEFAULT_STAGE, revoked: false }),
  ),
  create('screens', 'g', { name: '屏g', group: 'gate', stage: DEFAULT_STAGE, revoked: false }),
];

/** The change of one report's figure, in 万元. */
export const figure = (number: number, wan: number): ChangeRequest => ({
  kind: 'update',
  register: 'reports',
  record: `r${number}`,
  values: { completedYtdYuan: wan * YUAN },
});

/** Writes that must be accepted. */
export function save(changes: Changes, ...requests: readonly ChangeRequest[]): void {
  const result = changes.commit(TESTER, requests);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
}

export interface HubStage {
  readonly time: ManualTime;
  readonly changes: Changes;
  readonly statuses: StatusLog;
  readonly instruments: Instruments;
  readonly hub: Hub;
  /** Another hub on the same ledger, as after a restart. */
  readonly restart: () => Hub;
}

const onError = (error: unknown): never => {
  throw error;
};

/** For screens of live figures. */
export const NO_EDITIONS: EditionPackages = { packageOf: () => null };

/** Changes on a real store in memory, with its database. */
export async function memoryStore(
  now: () => Instant,
  requests: readonly ChangeRequest[] = OFFICE,
): Promise<{ readonly changes: Changes; readonly database: Database }> {
  const database = await openStoreFile(':memory:');
  const changes = createChanges(database, { now, onError });
  if (requests.length > 0) save(changes, ...requests);
  return { changes, database };
}

/** A hub on a small office, or on another ledger. */
export async function hubStage(
  limits: Partial<Limits> = {},
  office: readonly ChangeRequest[] = OFFICE,
): Promise<HubStage> {
  const time = new ManualTime();
  const { changes } = await memoryStore(time.now, office);
  const statuses = new StatusLog();
  const open = (): { hub: Hub; instruments: Instruments } => {
    const instruments = createInstruments(new Registry());
    const log = pino({ level: 'silent' });
    const parts = {
      changes,
      editions: NO_EDITIONS,
      statuses,
      now: time.now,
      exactNow: time.exactNow,
      timers: time.timers,
      log,
      instruments,
      build: 'test',
    };
    return { hub: new Hub({ ...parts, limits: { ...DEFAULT_LIMITS, ...limits } }), instruments };
  };
  return { time, changes, statuses, ...open(), restart: () => open().hub };
}

/** A screen that is connected and holds the document; what it was sent so far is read. */
export function following(hub: Hub, screen: string): MemoryScreen {
  const each = new MemoryScreen(hub, screen);
  each.resume();
  each.read();
  return each;
}
