import { randomInt } from 'node:crypto';
import { instant, type Instant } from '../../core/time.ts';
import { newToken, sameSecret } from '../store/token.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';
import type { Pairing } from './pairing.ts';
import { createScreenTokens } from './screen-tokens.ts';
import { createWrongCodes } from './wrong-codes.ts';

export interface PairingOptions {
  readonly database: Database;
  readonly now: Clock;
}

const MINUTE = 60_000;
const CODE_LIFE = 10 * MINUTE;
const MOST_OPEN = 200;
const MOST_OPEN_PER_ADDRESS = 5;
const MOST_WRONG_CODES = 10;
const WRONG_CODES_WINDOW = 10 * MINUTE;

interface Waiting {
  readonly secret: string;
  readonly address: string;
  readonly expires: Instant;
  /** Kept until the code expires, so that a browser whose answer was lost can ask again. */
  readonly claimed?: { readonly screen: string; readonly token: string };
}

const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Pairing on the store. Codes live in memory: a screen that shows one simply asks for another after a restart. */
export function createPairing({ database, now }: PairingOptions): Pairing {
  const tokens = createScreenTokens(database, now);
  const wrongCodes = createWrongCodes(now, MOST_WRONG_CODES, WRONG_CODES_WINDOW);
  const codes = new Map<string, Waiting>();
  const forgetExpired = (): void => {
    for (const [code, { expires }] of codes) if (expires <= now()) codes.delete(code);
  };
  const live = (code: string): Waiting | undefined => {
    forgetExpired();
    return codes.get(code);
  };
  const unusedCode = (): string => {
    let code = newCode();
    while (codes.has(code)) code = newCode();
    return code;
  };

  return {
    createLink: tokens.createLink,
    redeemLink: (linkToken) => {
      const screen = tokens.screenOfLink(linkToken);
      return screen === null ? null : { screen, token: tokens.issue(screen) };
    },
    request: (address) => {
      forgetExpired();
      const open = [...codes.values()].filter(({ claimed }) => !claimed);
      if (open.length >= MOST_OPEN) return null;
      if (open.filter((each) => each.address === address).length >= MOST_OPEN_PER_ADDRESS) return null;
      const code = unusedCode();
      const waiting = { secret: newToken(), address, expires: instant(now() + CODE_LIFE) };
      codes.set(code, waiting);
      return { code, secret: waiting.secret, expires: waiting.expires };
    },
    outcome: (code, secret) => {
      const waiting = live(code);
      if (!waiting || !sameSecret(waiting.secret, secret)) return { kind: 'gone' };
      return waiting.claimed ? { kind: 'paired', ...waiting.claimed } : { kind: 'waiting' };
    },
    claim: (code, screen, actorId) => {
      if (wrongCodes.isFull(actorId)) return 'throttled';
      const waiting = live(code);
      if (!waiting || waiting.claimed) {
        wrongCodes.add(actorId);
        return 'unknown';
      }
      codes.set(code, { ...waiting, claimed: { screen, token: tokens.issue(screen) } });
      return 'claimed';
    },
    screenOf: tokens.screenOf,
    revoke: (screen) => {
      for (const [code, { claimed }] of codes) if (claimed?.screen === screen) codes.delete(code);
      tokens.revoke(screen);
    },
  };
}
