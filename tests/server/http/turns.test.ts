import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { EMPTY_LEDGER, type Ledger } from '../../../core/ledger/ledger.ts';
import type { Stepwise } from '../../../core/stepwise.ts';
import { createTurns } from '../../../server/http/turns.ts';

const ledger = (): Ledger => ({ ...EMPTY_LEDGER });

/** A computation of some pieces that notes each of them. */
const noting = (log: string[], name: string, pieces = 3) =>
  function* (): Stepwise<string> {
    for (let piece = 0; piece < pieces; piece += 1) {
      log.push(name);
      yield;
    }
    return name;
  };

function* failing(): Stepwise<string> {
  yield;
  throw new Error('no scheme');
}

it('runs one computation after the other, and lets others in between two pieces', async () => {
  const turns = createTurns<string>();
  const log: string[] = [];
  const both = Promise.all([turns.once(noting(log, 'a')), turns.once(noting(log, 'b'))]);
  for (let times = 0; times < 4; times += 1) {
    await setImmediate();
    log.push('other');
  }
  expect(await both).toEqual(['a', 'b']);
  expect(log.filter((each) => each !== 'other')).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
  expect(log.indexOf('other')).toBeLessThan(log.lastIndexOf('a'));
});

it('works out once what many ask of one ledger, and anew of another', async () => {
  const turns = createTurns<string>();
  const log: string[] = [];
  const present = ledger();
  const ask = (of: Ledger, key: string) => turns.of(of, key, noting(log, key, 1));
  expect(await Promise.all(Array.from({ length: 100 }, () => ask(present, 'x')))).toHaveLength(100);
  await ask(present, 'x');
  await ask(present, 'y');
  await ask(ledger(), 'x');
  expect(log).toEqual(['x', 'y', 'x']);
});

it('refuses when too many wait, and goes on afterwards', async () => {
  const turns = createTurns<string>();
  const present = ledger();
  const asked = Array.from({ length: 80 }, (_, index) => turns.of(present, String(index), noting([], 'x', 1)));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
  expect(outcomes.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: 'busy' });
  expect(await turns.of(present, '79', noting([], 'x', 1))).toBe('x');
});

it('keeps no failure, and is not stopped by one', async () => {
  const turns = createTurns<string>();
  const present = ledger();
  const next = turns.once(noting([], 'next'));
  await expect(turns.of(present, 'x', failing)).rejects.toThrow('no scheme');
  expect(await next).toBe('next');
  expect(await turns.of(present, 'x', noting([], 'x'))).toBe('x');
});
