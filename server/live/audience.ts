import { CLOSE, type Position } from '../../core/protocol/messages.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { PackageOf } from '../../core/programme/edition.ts';
import type { Instant } from '../../core/time.ts';
import { Feed } from './feed.ts';
import { encodeMessage } from './frame.ts';
import type { Instruments } from './instruments.ts';
import type { Limits } from './limits.ts';
import type { Session } from './session.ts';

/** What an audience needs of the hub. */
export interface Desk {
  readonly limits: Limits;
  readonly instruments: Instruments;
  readonly packageOf: PackageOf;
  readonly dismiss: (session: Session, code: number, reason: string) => void;
  readonly drop: (session: Session, reason: string) => void;
}

/** The connected screens of one group and the feed that they follow. */
export class Audience {
  readonly feed: Feed;
  readonly #desk: Desk;
  readonly #sessions = new Set<Session>();

  constructor(group: string, epoch: string, desk: Desk) {
    this.feed = new Feed(group, epoch, desk.limits, desk.packageOf);
    this.#desk = desk;
  }

  get size(): number {
    return this.#sessions.size;
  }

  add(session: Session): void {
    this.#sessions.add(session);
  }

  remove(session: Session): void {
    this.#sessions.delete(session);
  }

  /** Follows the ledger and tells everybody what changed, if anything did. */
  announce(ledger: Ledger, now: Instant): boolean {
    const update = this.feed.update(ledger, now);
    if (!update) return false;
    const reached = this.#broadcast(update.frame, now);
    if (update.kind === 'patch') this.#desk.instruments.patches.inc();
    else this.#desk.instruments.snapshots.inc(reached);
    return true;
  }

  beat(serverTime: Instant): void {
    this.#broadcast(encodeMessage({ type: 'beat', serverTime, ...this.feed.position }), serverTime);
  }

  /** Brings one screen up to date by the shortest sure way. */
  bringUp(session: Session, position: Position | undefined, now: Instant): void {
    const frames = position && this.feed.catchUp(position);
    if (!frames) return this.sendSnapshot(session, now);
    session.life = { stage: 'following' };
    for (const frame of frames) this.#send(session, frame);
  }

  /** Gives one screen the whole document, now or as soon as it has read what it was given before. */
  sendSnapshot(session: Session, now: Instant): void {
    const pending = session.connection.pending();
    if (pending > this.#desk.limits.caughtUpBytes) return this.#fallBehind(session, pending, now);
    session.life = { stage: 'following' };
    const frame = this.feed.snapshot();
    if (!frame) return;
    this.#send(session, frame);
    this.#desk.instruments.snapshots.inc();
  }

  /** Ends what is silent or stalled, and serves those who have caught up. */
  sweep(now: Instant): void {
    const { silentAfterMs, greetingMs } = this.#desk.limits;
    for (const session of this.#sessions) {
      if (now - session.heardAt >= silentAfterMs) {
        this.#desk.drop(session, 'silent');
      } else if (session.life.stage === 'greeted' && now - session.life.since >= greetingMs) {
        this.#desk.dismiss(session, CLOSE.protocol, 'no resume');
      } else if (session.life.stage === 'behind') {
        this.#look(session, session.life, now);
      }
    }
  }

  #look(session: Session, life: { readonly progressAt: Instant; readonly pending: number }, now: Instant): void {
    const { caughtUpBytes, closeAboveBytes, stalledAfterMs } = this.#desk.limits;
    const pending = session.connection.pending();
    if (pending <= caughtUpBytes) return this.sendSnapshot(session, now);
    // A document larger than the bound must still be able to pass.
    const most = Math.max(closeAboveBytes, 2 * (this.feed.snapshot()?.length ?? 0));
    const stalled = pending >= life.pending && now - life.progressAt >= stalledAfterMs;
    if (stalled || pending > most) return this.#desk.dismiss(session, CLOSE.slow, 'reads too slowly');
    if (pending < life.pending) session.life = { stage: 'behind', progressAt: now, pending };
  }

  #broadcast(frame: Buffer, now: Instant): number {
    const { conflateAboveBytes } = this.#desk.limits;
    let reached = 0;
    for (const session of this.#sessions) {
      if (session.life.stage !== 'following') continue;
      const pending = session.connection.pending();
      if (pending > conflateAboveBytes) {
        this.#fallBehind(session, pending, now);
      } else {
        session.connection.send(frame);
        reached += 1;
      }
    }
    this.#desk.instruments.frames.inc(reached);
    this.#desk.instruments.bytes.inc(reached * frame.length);
    return reached;
  }

  #fallBehind(session: Session, pending: number, now: Instant): void {
    if (session.life.stage === 'behind') return;
    this.#desk.instruments.conflations.inc();
    session.life = { stage: 'behind', progressAt: now, pending };
  }

  #send(session: Session, frame: Buffer): void {
    session.connection.send(frame);
    this.#desk.instruments.frames.inc();
    this.#desk.instruments.bytes.inc(frame.length);
  }
}
