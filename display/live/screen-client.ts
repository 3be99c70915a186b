import { BEAT_EVERY_MS, CLOSE, type ScreenProfile, type ServerMessage } from '../../core/protocol/messages.ts';
import { advance, type Replica } from '../../core/protocol/replica.ts';
import type { ScreenHealth } from '../../core/protocol/health.ts';
import { instant, type Instant } from '../../core/time.ts';
import type { Identity } from './api.ts';
import { Connection, type LiveSocket } from './connection.ts';
import type { Kept } from './kept.ts';
import { ServerClock } from './server-clock.ts';
import { browserClock } from './time-base.ts';

/** What a screen's connection needs from its page, and tells it. */
export interface ScreenPorts {
  readonly openSocket: () => LiveSocket;
  /** Asks the server in plain HTTP who this screen is. */
  readonly askIdentity: () => Promise<Identity>;
  /** The size of the window, for the server's list of screens. */
  readonly viewport: () => string;
  /** A new programme, profile or age of the data: draw it. */
  readonly onChange: () => void;
  /** The clock was set anew. */
  readonly onRetime: () => void;
  /** This browser is no screen (any more). */
  readonly onUnpaired: () => void;
  /** The server has another build of the page. */
  readonly onBuild: (build: string) => void;
  /** What is on, for the server's list of screens. */
  readonly showing: () => { readonly slide: string; readonly page: number };
  /** How the screen is, when it is time to say so. */
  readonly health: () => ScreenHealth | null;
  readonly keep: (kept: Kept) => void;
  /** When the server was last heard, on its clock: once a minute, and when it is lost. */
  readonly onHeard: (at: Instant) => void;
}

/** Questions in a row when the time is not known, and every minute: the best of them counts. */
const QUICK_SAMPLES = 10;
const SAMPLES = 4;
const MOST_REPEATS = 4;
/** A clock that is known to this is good enough for a flip. */
const GOOD_MS = 15;
const QUICK_EVERY_MS = 120;
const SAMPLE_EVERY_MS = 60_000;
const KEEP_BEYOND_MS = 20;
const CHECK_EVERY_MS = 1_000;
const STALE_AFTER_MS = 30_000;
const NOTE_HEARD_EVERY_MS = 60_000;
/** Attempts that never heard the server before asking whether this is still a screen. */
const FAILURES_BEFORE_ASKING = 3;

/** A screen's side of the protocol: its replica, its profile, its clock. */
export class ScreenClient {
  readonly clock: ServerClock;
  screen: ScreenProfile;
  #replica: Replica | null;
  readonly #ports: ScreenPorts;
  readonly #connection: Connection;
  readonly #timers: ReturnType<typeof setInterval>[] = [];
  #quick: ReturnType<typeof setInterval> | undefined;
  #keptOffset: number;
  /** On the steady clock; before the page was loaded when it started without its server. */
  #heardAt: number;
  #notedAt = -Infinity;
  #offlineMinutes: number | undefined;
  #asked = false;
  #greeted = false;
  /** The server could not go on from the position; the document stays on screen until the next comes whole. */
  #astray = false;

  constructor(kept: Kept, ports: ScreenPorts) {
    this.screen = kept.screen;
    this.#replica = kept.replica ?? null;
    this.clock = new ServerClock(browserClock, kept);
    this.#keptOffset = kept.clockOffset;
    this.#heardAt = performance.now() - (kept.heard === undefined ? 0 : Math.max(0, this.clock.now() - kept.heard));
    this.#offlineMinutes = this.#silentMinutes();
    this.#ports = ports;
    this.#connection = new Connection({
      openSocket: ports.openSocket,
      onMessage: (message) => this.#hear(message),
      onOpen: () => this.#greet(),
      onClose: (code, failures) => this.#lost(code, failures),
    });
  }

  get replica(): Replica | null {
    return this.#replica;
  }

  /** Whether the server greets this screen; without a programme it then has none to show. */
  get greeted(): boolean {
    return this.#greeted;
  }

  /** Whole minutes without the server, once that is worth a sign. */
  get offlineMinutes(): number | undefined {
    return this.#offlineMinutes;
  }

  start(): void {
    this.#connection.start();
    this.#timers.push(
      setInterval(() => this.tellStatus(), BEAT_EVERY_MS),
      setInterval(() => this.#sampleQuickly(SAMPLES), SAMPLE_EVERY_MS),
      setInterval(() => this.#check(), CHECK_EVERY_MS),
    );
  }

  stop(): void {
    this.#connection.stop();
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    clearInterval(this.#quick);
  }

  /** The pixels of a revision are up. */
  painted(revision: number): void {
    this.#connection.send({ type: 'painted', revision, at: Math.round(this.clock.now()) });
    this.tellStatus();
  }

  /** Tells the server what is on: with every beat, and as soon as it changes. */
  tellStatus(): void {
    const { slide, page } = this.#ports.showing();
    // Nothing is taken from the counts while nobody would hear of it.
    const health = this.#greeted ? this.#ports.health() : null;
    const viewport = this.#ports.viewport();
    this.#connection.send({ type: 'status', slide, page, viewport, ...(health ? { health } : {}) });
  }

  #greet(): void {
    const position = this.#astray ? undefined : this.#replica?.position;
    this.#connection.send(position ? { type: 'resume', position } : { type: 'resume' });
    this.#sampleQuickly(QUICK_SAMPLES);
    this.tellStatus();
  }

  #hear(message: ServerMessage): void {
    this.#heardAt = performance.now();
    this.#asked = false;
    if (message.type === 'hello') this.#meet(message.build, message.serverTime, message.screen);
    else if (message.type === 'screen') this.#adopt(message.screen);
    else if (message.type === 'clock') this.#addSample(message.t0, message.t1, message.t2);
    else this.#advance(message);
    if (this.#heardAt - this.#notedAt >= NOTE_HEARD_EVERY_MS) this.#noteHeard();
  }

  #noteHeard(): void {
    this.#notedAt = this.#heardAt;
    this.#ports.onHeard(instant(Math.round(this.clock.now() - (performance.now() - this.#heardAt))));
  }

  #meet(build: string, serverTime: Instant, screen: ScreenProfile): void {
    this.#greeted = true;
    this.clock.hint(serverTime);
    this.#adopt(screen);
    this.#ports.onBuild(build);
  }

  #adopt(screen: ScreenProfile): void {
    this.screen = screen;
    this.#keep();
    this.#ports.onChange();
  }

  #advance(message: ServerMessage): void {
    const step = advance(this.#replica, message);
    if (step.kind === 'lost') this.#connection.send({ type: 'lost' });
    if (step.kind !== 'replaced') return;
    this.#replica = step.replica;
    this.#astray = false;
    this.#ports.onChange();
    this.#keep();
  }

  #keep(): void {
    const { screen, clock } = this;
    const kept = clock.kept;
    this.#keptOffset = kept.clockOffset;
    this.#ports.keep({ screen, ...kept, ...(this.#replica ? { replica: this.#replica } : {}) });
  }

  /** The time is worth keeping again when a page that starts with what is kept would be seen to be off. */
  #keepClock(): void {
    if (Math.abs(this.clock.kept.clockOffset - this.#keptOffset) > KEEP_BEYOND_MS) this.#keep();
  }

  #addSample(t0: number, t1: Instant, t2: Instant): void {
    if (this.clock.add(t0, t1, t2)) this.#ports.onRetime();
  }

  /** Asks some times in a row, and again while a busy page or network spoils all answers. */
  #sampleQuickly(count: number, again = MOST_REPEATS): void {
    clearInterval(this.#quick);
    let left = count;
    this.#quick = setInterval(() => {
      this.#sampleClock();
      left -= 1;
      if (left > 0) return;
      clearInterval(this.#quick);
      this.#keepClock();
      const { uncertainty = 0 } = this.clock.report() ?? {};
      if (uncertainty > GOOD_MS && again > 0) this.#sampleQuickly(count, again - 1);
    }, QUICK_EVERY_MS);
  }

  #sampleClock(): void {
    this.#connection.send({ type: 'clock', t0: performance.now() });
  }

  #check(): void {
    if (this.clock.disturbed()) {
      this.#sampleQuickly(QUICK_SAMPLES);
      this.#ports.onRetime();
    }
    const minutes = this.#silentMinutes();
    if (minutes === this.#offlineMinutes) return;
    this.#offlineMinutes = minutes;
    this.#ports.onChange();
  }

  #silentMinutes(): number | undefined {
    const silent = performance.now() - this.#heardAt;
    return silent > STALE_AFTER_MS ? Math.max(1, Math.floor(silent / 60_000)) : undefined;
  }

  #lost(code: number, failures: number): void {
    if (this.#greeted) {
      this.#greeted = false;
      this.#noteHeard();
      this.#ports.onChange();
    }
    if (code === CLOSE.revoked || code === CLOSE.notPaired) return this.#ports.onUnpaired();
    if (code === CLOSE.oldBuild) return this.#ports.onBuild('');
    if (code === CLOSE.lostPosition) this.#astray = true;
    if (failures >= FAILURES_BEFORE_ASKING && !this.#asked) void this.#askWhoIAm();
  }

  /** A refused handshake looks like a lost network to a page: ask in plain HTTP which it is. */
  async #askWhoIAm(): Promise<void> {
    this.#asked = true;
    const identity = await this.#ports.askIdentity();
    if (identity.kind === 'unpaired') this.#ports.onUnpaired();
    else this.#asked = false;
  }
}
