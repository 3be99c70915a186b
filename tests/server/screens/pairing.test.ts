import { describe, expect, it } from 'vitest';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';
import type { Changes } from '../../../server/changes/changes.ts';
import type { Pairing } from '../../../server/screens/pairing.ts';
import { createPairing } from '../../../server/screens/sqlite-pairing.ts';
import { StorageError } from '../../../server/store/storage-error.ts';
import type { Database } from '../../../server/store/database.ts';
import { accept, handClock, testChanges, testStore, type HandClock } from '../../support/stores.ts';

const MINUTE = 60_000;

interface Hall {
  readonly pairing: Pairing;
  readonly clock: HandClock;
  readonly changes: Changes;
  readonly database: Database;
}

async function hall(): Promise<Hall> {
  const database = await testStore();
  const clock = handClock();
  const changes = testChanges(database, clock.now);
  const group = { name: '大厅', playlist: 'list', theme: 'red', locale: 'zh-CN', spotlight: true };
  accept(
    changes,
    { kind: 'create', register: 'playlists', record: 'list', values: { name: '循环', entries: [] } },
    { kind: 'create', register: 'groups', record: 'hall', values: group },
    {
      kind: 'create',
      register: 'screens',
      record: 's1',
      values: { name: '东', group: 'hall', stage: DEFAULT_STAGE, revoked: false },
    },
    {
      kind: 'create',
      register: 'screens',
      record: 's2',
      values: { name: '西', group: 'hall', stage: DEFAULT_STAGE, revoked: false },
    },
  );
  return { pairing: createPairing({ database, now: clock.now }), clock, changes, database };
}

const asked = (pairing: Pairing, address = '10.0.0.1') => {
  const request = pairing.request(address);
  if (!request) throw new Error('no code was given');
  return request;
};

/** A code that nobody has been given. */
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('pairing by code', () => {
  it('gives the browser that showed the code its screen, and can say so again', async () => {
    const { pairing, database, clock } = await hall();
    const { code, secret } = asked(pairing);
    expect(code).toMatch(/^\d{6}$/);
    expect(pairing.outcome(code, secret)).toEqual({ kind: 'waiting' });
    expect(pairing.claim(code, 's1', 'admin')).toBe('claimed');
    const outcome = pairing.outcome(code, secret);
    expect(outcome).toMatchObject({ kind: 'paired', screen: 's1' });
    expect(pairing.outcome(code, secret)).toEqual(outcome);
    const token = outcome.kind === 'paired' ? outcome.token : '';
    expect(pairing.screenOf(token)).toBe('s1');
    expect(createPairing({ database, now: clock.now }).screenOf(token)).toBe('s1');
    expect(JSON.stringify(database.prepare('SELECT * FROM screen_tokens').all())).not.toContain(token);
  });

  it('tells nobody else, and ends after ten minutes', async () => {
    const { pairing, clock } = await hall();
    const { code, secret, expires } = asked(pairing);
    expect(expires).toBe(clock.now() + 10 * MINUTE);
    expect(pairing.outcome(code, 'guessed')).toEqual({ kind: 'gone' });
    expect(pairing.outcome('', secret)).toEqual({ kind: 'gone' });
    clock.pass(10 * MINUTE);
    expect(pairing.outcome(code, secret)).toEqual({ kind: 'gone' });
    expect(pairing.claim(code, 's1', 'admin')).toBe('unknown');
  });

  it('lets a code be claimed once', async () => {
    const { pairing } = await hall();
    const { code, secret } = asked(pairing);
    expect(pairing.claim(code, 's1', 'admin')).toBe('claimed');
    expect(pairing.claim(code, 's2', 'admin')).toBe('unknown');
    expect(pairing.outcome(code, secret)).toMatchObject({ screen: 's1' });
  });

  it('slows down an account that guesses codes, and only that one', async () => {
    const { pairing, clock } = await hall();
    const { code } = asked(pairing);
    for (let guess = 0; guess < 10; guess += 1) expect(pairing.claim(otherThan(code), 's1', 'guesser')).toBe('unknown');
    expect(pairing.claim(code, 's1', 'guesser')).toBe('throttled');
    expect(pairing.claim(code, 's1', 'admin')).toBe('claimed');
    clock.pass(10 * MINUTE);
    expect(pairing.claim(asked(pairing).code, 's1', 'guesser')).toBe('claimed');
  });

  it('keeps few codes open, for one address and for all', async () => {
    const { pairing, clock } = await hall();
    for (let each = 0; each < 5; each += 1) asked(pairing, 'one');
    expect(pairing.request('one')).toBeNull();
    for (let each = 0; each < 195; each += 1) asked(pairing, `other${each}`);
    expect(pairing.request('last')).toBeNull();
    clock.pass(10 * MINUTE);
    expect(pairing.request('one')).not.toBeNull();
  });
});

describe('pairing by link', () => {
  it('works for a day, for more than one browser', async () => {
    const { pairing, clock } = await hall();
    const { token, expires } = pairing.createLink('s1');
    expect(expires).toBe(clock.now() + 24 * 60 * MINUTE);
    const [first, second] = [pairing.redeemLink(token), pairing.redeemLink(token)];
    expect(first?.token).not.toBe(second?.token);
    expect(pairing.screenOf(first?.token ?? '')).toBe('s1');
    expect(pairing.screenOf(second?.token ?? '')).toBe('s1');
    expect(pairing.redeemLink('guessed')).toBeNull();
    clock.pass(24 * 60 * MINUTE);
    expect(pairing.redeemLink(token)).toBeNull();
    expect(pairing.screenOf(first?.token ?? '')).toBe('s1');
  });
});

describe('revoking a screen', () => {
  it('forgets its tokens, links and codes, and no other screen’s', async () => {
    const { pairing } = await hall();
    const [link, other] = [pairing.createLink('s1'), pairing.createLink('s2')];
    const token = pairing.redeemLink(link.token)?.token ?? '';
    const { code, secret } = asked(pairing);
    pairing.claim(code, 's1', 'admin');
    pairing.revoke('s1');
    expect(pairing.screenOf(token)).toBeNull();
    expect(pairing.redeemLink(link.token)).toBeNull();
    expect(pairing.outcome(code, secret)).toEqual({ kind: 'gone' });
    expect(pairing.redeemLink(other.token)).toMatchObject({ screen: 's2' });
  });

  it('happens by itself when the screen is deleted', async () => {
    const { pairing, changes } = await hall();
    const token = pairing.redeemLink(pairing.createLink('s1').token)?.token ?? '';
    accept(changes, { kind: 'delete', register: 'screens', record: 's1' });
    expect(pairing.screenOf(token)).toBeNull();
  });

  it('leaves no way to give a browser to a screen that does not exist', async () => {
    const { pairing } = await hall();
    expect(() => pairing.createLink('nowhere')).toThrow(StorageError);
    const { code, secret } = asked(pairing);
    expect(() => pairing.claim(code, 'nowhere', 'admin')).toThrow(StorageError);
    expect(pairing.outcome(code, secret)).toEqual({ kind: 'waiting' });
  });
});
