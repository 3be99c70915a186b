import { CLOSE, type ScreenMessage } from '../../core/protocol/messages.ts';
import { parseScreenMessage } from '../../core/protocol/parse.ts';
import { instant, type Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { ScreenStatuses } from '../screens/status.ts';
import type { Desk } from './audience.ts';
import type { CommitTimes } from './commit-times.ts';
import { encodeMessage } from './frame.ts';
import type { Session } from './session.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** What reading the mail of screens needs. */
export interface InboxParts {
  readonly desk: Desk;
  /** With fractions of a millisecond. */
  readonly exactNow: Clock;
  readonly statuses: ScreenStatuses;
  readonly committed: CommitTimes;
}

const bringUp = (parts: InboxParts, session: Session, message: ScreenMessage, now: Instant): void => {
  const again = session.life.stage !== 'greeted';
  if (again && !session.losses.allows(now, MINUTE_MS, parts.desk.limits.lossesPerMinute)) {
    parts.desk.dismiss(session, CLOSE.lostPosition, 'lost too often');
  } else if (message.type === 'resume') {
    session.audience.bringUp(session, message.position, now);
  } else {
    session.audience.sendSnapshot(session, now);
  }
};

const painted = (parts: InboxParts, session: Session, revision: number, at: number, now: Instant): void => {
  if (revision > session.audience.feed.position.revision) return;
  const news = revision > session.paintedRevision;
  session.paintedRevision = revision;
  const committedAt = news ? parts.committed.of(revision) : null;
  // A screen that was away when the change was saved says nothing about how fast saves reach screens.
  const timed = committedAt !== null && committedAt >= session.openedAt ? committedAt : null;
  // Pixels cannot be up later than their report arrives, nor before their save.
  const shown = instant(Math.round(Math.max(timed ?? 0, Math.min(at, now))));
  parts.statuses.painted(session.screen, revision, timed, shown);
  if (timed !== null) parts.desk.instruments.painted.observe((shown - timed) / SECOND_MS);
};

/** Microseconds would only lengthen the message. */
const stamp = (exact: number): Instant => instant(Math.round(exact * 100) / 100);

const clockAnswer = ({ exactNow }: InboxParts, t0: number, exact: Instant): Buffer =>
  encodeMessage({ type: 'clock', t0, t1: stamp(exact), t2: stamp(exactNow()) });

/** When a message arrived: as everything is kept, and with fractions of a millisecond. */
interface Arrival {
  readonly now: Instant;
  readonly exact: Instant;
}

const handle = (parts: InboxParts, session: Session, message: ScreenMessage, { now, exact }: Arrival): void => {
  switch (message.type) {
    case 'resume':
    case 'lost':
      return bringUp(parts, session, message, now);
    case 'clock':
      return session.connection.send(clockAnswer(parts, message.t0, exact));
    case 'painted':
      return painted(parts, session, message.revision, message.at, now);
    case 'status': {
      const { type: _, ...report } = message;
      return parts.statuses.reported(session.screen, report, now);
    }
  }
};

/** Reads one text message of a screen and acts on it; whoever talks garbage is shown out. */
export function receive(parts: InboxParts, session: Session, text: string): void {
  if (session.life.stage === 'ended') return;
  const { limits, dismiss } = parts.desk;
  const exact = parts.exactNow();
  const now = instant(Math.round(exact));
  session.heardAt = now;
  if (!session.messages.allows(now, SECOND_MS, limits.messagesPerSecond)) {
    return dismiss(session, CLOSE.flood, 'too many messages');
  }
  const message = parseScreenMessage(text);
  if (message.ok) handle(parts, session, message.value, { now, exact });
  else dismiss(session, CLOSE.protocol, message.problem);
}
