import type { Clock } from '../clock.ts';
import { createThrottle } from './throttle.ts';

/** Guards logins by account and address together, and more widely by address. */
export interface LoginThrottle {
  /** Counts an attempt and lets it go on (0), or says how many seconds to wait. */
  readonly enter: (account: string, address: string) => number;
  /** The attempt was right. */
  readonly succeed: (account: string, address: string) => void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * Never by account alone: then anybody could lock anybody out. A pair has five failures before the waits begin
 * to double; an office behind one address has twenty.
 */
const PAIR = { free: 5, firstWait: SECOND, longestWait: 15 * MINUTE, forgetEvery: 15 * MINUTE };
const ADDRESS = { free: 20, firstWait: SECOND, longestWait: 15 * MINUTE, forgetEvery: 15 * MINUTE };

/** An IPv6 host has 2^64 addresses to try from: they count as one. */
const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
};

/**
 * Guards against guesses at API tokens from one address. The right one is not charged.
 * @returns counts a wrong one and lets it be answered (0), or says how many seconds to wait.
 */
export function createAddressThrottle(now: Clock): { readonly enter: (address: string) => number } {
  const addresses = createThrottle(now, ADDRESS);
  return {
    enter: (address) => {
      const network = networkOf(address);
      const wait = addresses.wait(network);
      if (wait > 0) return Math.ceil(wait / SECOND);
      addresses.charge(network);
      return 0;
    },
  };
}

const pairOf = (account: string, network: string): string => `${network} ${account.slice(0, 100)}`;

export function createLoginThrottle(now: Clock): LoginThrottle {
  const pairs = createThrottle(now, PAIR);
  const addresses = createThrottle(now, ADDRESS);
  return {
    enter: (account, address) => {
      const network = networkOf(address);
      const pair = pairOf(account, network);
      const wait = Math.max(pairs.wait(pair), addresses.wait(network));
      if (wait > 0) return Math.ceil(wait / SECOND);
      pairs.charge(pair);
      addresses.charge(network);
      return 0;
    },
    succeed: (account, address) => {
      const network = networkOf(address);
      pairs.forget(pairOf(account, network));
      addresses.refund(network);
    },
  };
}
