import type { Change } from '../../core/ledger/change.ts';

/**
 * Whether a change takes a screen from its browsers: it is deleted or revoked. So does taking the revocation back,
 * in case the tokens outlived it (a crash in between): a screen comes back to nobody but who pairs it anew. What the
 * rest of the set makes of the screen does not matter.
 */
export const endsPairing = ({ register, kind, fields }: Change): boolean =>
  register === 'screens' && (kind === 'delete' || (kind === 'update' && 'revoked' in fields));
