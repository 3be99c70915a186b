import { fingerprint } from '../canonical.ts';
import { applyMergePatch } from '../merge-patch.ts';
import type { Programme } from '../programme/programme.ts';
import type { Position, ServerMessage } from './messages.ts';
import { isProgramme } from './parse.ts';

/** A screen's copy of its group's programme. */
export interface Replica {
  readonly position: Position;
  readonly programme: Programme;
}

/** What a message means for a replica: a new one, none needed, or ask for the whole document. */
export type Step =
  | { readonly kind: 'replaced'; readonly replica: Replica }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'lost' };

const LOST: Step = { kind: 'lost' };
const UNCHANGED: Step = { kind: 'unchanged' };

const positionOf = ({ epoch, revision, hash }: Position): Position => ({ epoch, revision, hash });

/**
 * A replica after a message. A patch applies only on the very revision it starts from, and only when the
 * result has the promised hash; a snapshot always counts. A beat only compares.
 */
export function advance(replica: Replica | null, message: ServerMessage): Step {
  switch (message.type) {
    case 'snapshot':
      if (fingerprint(message.programme) !== message.hash) return LOST;
      return { kind: 'replaced', replica: { position: positionOf(message), programme: message.programme } };
    case 'patch': {
      if (!replica || replica.position.epoch !== message.epoch) return LOST;
      if (message.revision <= replica.position.revision) return UNCHANGED;
      if (replica.position.revision !== message.from) return LOST;
      const programme = applyMergePatch(replica.programme, message.patch);
      if (!isProgramme(programme) || fingerprint(programme) !== message.hash) return LOST;
      return { kind: 'replaced', replica: { position: positionOf(message), programme } };
    }
    case 'beat': {
      const same =
        replica?.position.epoch === message.epoch &&
        replica.position.revision === message.revision &&
        replica.position.hash === message.hash;
      return same ? UNCHANGED : LOST;
    }
    default:
      return UNCHANGED;
  }
}
