import { describe, expect, it } from 'vitest';
import { fewAtOnce } from '../../../server/accounts/few-at-once.ts';
import { hashPassword, verifyPassword } from '../../../server/accounts/password.ts';
import { createThrottle } from '../../../server/accounts/throttle.ts';
import { handClock } from '../../support/stores.ts';

describe('a password’s hash', () => {
  it('is a salted PHC string that only the password fits', async () => {
    const [first, second] = [await hashPassword('口令 secret'), await hashPassword('口令 secret')];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword('口令 secret', first)).toBe(true);
    expect(await verifyPassword('口令 Secret', first)).toBe(false);
    expect(await verifyPassword('口令 secret', first.replace('t=2', 't=3'))).toBe(false);
    expect(await verifyPassword('', '')).toBe(false);
  });

  it('is the same for full-width characters of an input method', async () => {
    expect(await verifyPassword('ａｂｃ１２３４５', await hashPassword('abc12345'))).toBe(true);
  });

  it('verifies what other programs have written', async () => {
    // From the reference implementation: argon2 somesalt -id -t 2 -k 65536 -p 1
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', reference)).toBe(true);
    expect(await verifyPassword('differentpassword', reference)).toBe(false);
  });
});

describe('few at once', () => {
  it('runs two, lets the rest wait in order, and goes on after a failure', async () => {
    const few = fewAtOnce(2, 3);
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const runs = [0, 1, 2, 3, 4].map((number) =>
      few.run(async () => {
        started.push(number);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (number === 0) throw new Error('fails');
      }),
    );
    const settled = Promise.allSettled(runs);
    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    expect(few.isCrowded()).toBe(true);
    while (started.length < 5) {
      ends.shift()?.();
      await new Promise(setImmediate);
    }
    expect(few.isCrowded()).toBe(false);
    for (const end of ends) end();
    expect((await settled).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('a throttle', () => {
  const options = { free: 2, firstWait: 1000, longestWait: 8000, forgetEvery: 60_000 };

  it('doubles the waits up to the longest and forgets with time', () => {
    const { now, pass } = handClock();
    const throttle = createThrottle(now, options);
    const waits = Array.from({ length: 8 }, () => {
      throttle.charge('a');
      const wait = throttle.wait('a');
      pass(wait);
      return wait;
    });
    expect(waits).toEqual([0, 0, 1000, 2000, 4000, 8000, 8000, 8000]);
    expect(throttle.wait('b')).toBe(0);
    pass(8 * 60_000);
    throttle.charge('a');
    expect(throttle.wait('a')).toBe(0);
  });

  it('takes back what was right after all', () => {
    const { now } = handClock();
    const throttle = createThrottle(now, options);
    for (let attempt = 0; attempt < 50; attempt += 1) {
      throttle.charge('a');
      throttle.refund('a');
    }
    expect(throttle.wait('a')).toBe(0);
  });
});
