import type { Logger } from 'pino';
import { CLOSE, PROTOCOL_VERSION } from '../../core/protocol/messages.ts';
import { profileOf } from '../../core/protocol/profile.ts';
import type { Screen } from '../../core/registers/index.ts';
import type { Instant } from '../../core/time.ts';
import type { Changes, Committed } from '../changes/changes.ts';
import type { Clock } from '../clock.ts';
import type { EditionPackages } from '../editions/editions.ts';
import { endsPairing } from '../screens/ends-pairing.ts';
import type { ScreenStatuses } from '../screens/status.ts';
import { Audience, type Desk } from './audience.ts';
import { CommitTimes } from './commit-times.ts';
import type { Connection } from './connection.ts';
import { encodeMessage } from './frame.ts';
import { receive, type InboxParts } from './inbox.ts';
import type { Instruments } from './instruments.ts';
import type { Limits } from './limits.ts';
import { newSession, type Session } from './session.ts';
import { every, type Timers } from '../timers.ts';

export interface HubParts {
  readonly changes: Changes;
  readonly editions: EditionPackages;
  readonly statuses: ScreenStatuses;
  readonly now: Clock;
  /** The same clock with fractions of a millisecond. */
  readonly exactNow: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly instruments: Instruments;
  readonly build: string;
  readonly limits: Limits;
}

/** What a connection tells the hub. */
export interface Line {
  readonly receive: (text: string) => void;
  /** Something came that can be no message; the connection is closed. */
  readonly garbage: (why: string) => void;
  /** The socket is gone. */
  readonly gone: () => void;
}

const NO_LINE: Line = { receive: () => undefined, garbage: () => undefined, gone: () => undefined };

/** Keeps every connected screen in step with the ledger. Knows no socket. */
export class Hub {
  readonly #parts: HubParts;
  readonly #desk: Desk;
  readonly #inbox: InboxParts;
  readonly #committed: CommitTimes;
  readonly #audiences = new Map<string, Audience>();
  readonly #screens = new Map<string, Set<Session>>();
  readonly #stops: (() => void)[];
  /** The first save that was not announced yet, and how to call its announcement off. */
  #waiting: { readonly since: Instant; readonly cancel: () => void } | null = null;
  #size = 0;

  constructor(parts: HubParts) {
    const { changes, editions, timers, limits, instruments, exactNow, statuses } = parts;
    this.#parts = parts;
    this.#committed = new CommitTimes(limits.keptCommits);
    this.#desk = {
      limits,
      instruments,
      packageOf: editions.packageOf,
      dismiss: (session, code, reason) => this.#dismiss(session, code, reason),
      drop: (session, reason) => this.#drop(session, reason),
    };
    this.#inbox = { desk: this.#desk, exactNow, statuses, committed: this.#committed };
    this.#stops = [
      changes.onCommit((committed) => this.#noticed(committed)),
      every(timers, limits.beatEveryMs, () => this.#beat()),
      every(timers, limits.sweepEveryMs, () => this.#sweep()),
    ];
  }

  /** Screens connected now. */
  get size(): number {
    return this.#size;
  }

  /** Takes in a connection that was authenticated as a screen, and greets it. */
  open(connection: Connection, screenId: string): Line {
    const { changes, limits, log } = this.#parts;
    const screen = changes.ledger().tables.screens.get(screenId);
    const refusal = this.#refusal(screen);
    if (!screen || refusal) {
      log.warn({ screen: screenId, code: refusal, most: limits.connections }, 'screen turned away');
      connection.close(refusal ?? CLOSE.notPaired, 'turned away');
      return NO_LINE;
    }
    const session = this.#welcome(connection, screen);
    return {
      receive: (text) => receive(this.#inbox, session, text),
      garbage: (why) => this.#dismiss(session, CLOSE.protocol, why),
      gone: () => this.#forget(session),
    };
  }

  /** Says goodbye to everybody and stops; screens come back to the next process. */
  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#waiting?.cancel();
    this.#waiting = null;
    for (const sessions of this.#screens.values()) {
      for (const session of sessions) this.#dismiss(session, CLOSE.restart, 'restart');
    }
  }

  #refusal(screen: Screen | undefined): number | null {
    if (!screen) return CLOSE.notPaired;
    if (screen.revoked) return CLOSE.revoked;
    return this.#size >= this.#parts.limits.connections ? CLOSE.full : null;
  }

  #welcome(connection: Connection, screen: Screen): Session {
    const { changes, statuses, now, build, instruments } = this.#parts;
    const serverTime = now();
    const session = newSession(screen.id, connection, this.#audienceOf(screen.group, serverTime), serverTime);
    session.audience.add(session);
    const ofScreen = this.#screens.get(screen.id);
    if (ofScreen) ofScreen.add(session);
    else this.#screens.set(screen.id, new Set([session]));
    this.#size += 1;
    instruments.connections.set(this.#size);
    statuses.connected(screen.id, serverTime);
    const { epoch } = changes;
    const hello = { type: 'hello', protocol: PROTOCOL_VERSION, epoch, serverTime, build } as const;
    connection.send(encodeMessage({ ...hello, screen: profileOf(screen) }));
    return session;
  }

  #audienceOf(group: string, now: Instant): Audience {
    const known = this.#audiences.get(group);
    if (known) return known;
    const audience = new Audience(group, this.#parts.changes.epoch, this.#desk);
    this.#audiences.set(group, audience);
    this.#announceTo(audience, group, now);
    return audience;
  }

  #noticed({ changes, ledger }: Committed): void {
    const ofScreens = changes.filter(({ register }) => register === 'screens');
    for (const { record } of ofScreens.filter(endsPairing)) this.#shutOut(record);
    for (const id of new Set(ofScreens.map(({ record }) => record))) {
      const screen = ledger.tables.screens.get(id);
      if (screen) for (const session of this.#screens.get(id) ?? []) this.#readdress(session, screen);
    }
    if (this.#waiting) return;
    const { timers, limits } = this.#parts;
    this.#waiting = { since: ledger.at, cancel: timers.after(limits.coalesceMs, () => this.#announce()) };
  }

  #announce(): void {
    const ledger = this.#parts.changes.ledger();
    if (this.#waiting) this.#committed.note(ledger.revision, this.#waiting.since);
    this.#waiting = null;
    const now = this.#parts.now();
    for (const [group, audience] of this.#audiences) {
      if (audience.size === 0 && !ledger.tables.groups.has(group)) this.#audiences.delete(group);
      else this.#announceTo(audience, group, now);
    }
  }

  /** A group whose programme cannot be built must not keep the others from theirs. */
  #announceTo(audience: Audience, group: string, now: Instant): void {
    try {
      audience.announce(this.#parts.changes.ledger(), now);
    } catch (error) {
      this.#parts.log.error({ err: error, group }, 'the programme of a group cannot be built');
    }
  }

  #shutOut(screen: string): void {
    for (const session of this.#screens.get(screen) ?? []) this.#dismiss(session, CLOSE.revoked, 'revoked');
  }

  #readdress(session: Session, screen: Screen): void {
    session.connection.send(encodeMessage({ type: 'screen', screen: profileOf(screen) }));
    const now = this.#parts.now();
    const audience = this.#audienceOf(screen.group, now);
    if (audience === session.audience) return;
    session.audience.remove(session);
    session.audience = audience;
    session.paintedRevision = -1;
    audience.add(session);
    if (session.life.stage !== 'greeted') audience.sendSnapshot(session, now);
  }

  #beat(): void {
    const now = this.#parts.now();
    for (const audience of this.#audiences.values()) audience.beat(now);
  }

  #sweep(): void {
    const now = this.#parts.now();
    for (const audience of this.#audiences.values()) audience.sweep(now);
  }

  #dismiss(session: Session, code: number, reason: string): void {
    if (session.life.stage === 'ended') return;
    this.#forget(session);
    this.#parts.log.info({ screen: session.screen, code, reason }, 'screen closed');
    session.connection.close(code, reason);
  }

  #drop(session: Session, reason: string): void {
    this.#forget(session);
    this.#parts.log.info({ screen: session.screen, reason }, 'screen dropped');
    session.connection.terminate();
  }

  #forget(session: Session): void {
    if (session.life.stage === 'ended') return;
    session.life = { stage: 'ended' };
    session.audience.remove(session);
    const ofScreen = this.#screens.get(session.screen);
    ofScreen?.delete(session);
    if (ofScreen?.size === 0) this.#screens.delete(session.screen);
    this.#size -= 1;
    this.#parts.instruments.connections.set(this.#size);
    this.#parts.statuses.disconnected(session.screen, this.#parts.now());
  }
}
