import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Accounts, LoginOutcome } from '../../../server/accounts/accounts.ts';
import { createAccounts } from '../../../server/accounts/sqlite-accounts.ts';
import type { Changes } from '../../../server/changes/changes.ts';
import { createEvents } from '../../../server/events/sqlite-events.ts';
import type { Database } from '../../../server/store/database.ts';
import { StorageError } from '../../../server/store/storage-error.ts';
import { accept, handClock, testChanges, testStore, type HandClock } from '../../support/stores.ts';

const HOUR = 3_600_000;
const PASSWORD = 'correct horse 42';
const ADMIN = { username: 'wang', displayName: '王管理', password: PASSWORD };
const HERE = '10.0.0.1';
const THERE = '10.0.0.2';

interface Office {
  readonly accounts: Accounts;
  readonly changes: Changes;
  readonly clock: HandClock;
  readonly logged: () => string;
  readonly database: Database;
  /** The same accounts after a restart of the server. */
  readonly restart: (changes?: Changes) => Accounts;
}

async function emptyOffice(): Promise<Office> {
  const database = await testStore();
  const clock = handClock();
  const first = testChanges(database, clock.now);
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const restart = (changes: Changes = first): Accounts => {
    const events = createEvents({ database, now: clock.now, log });
    return createAccounts({ database, changes, events, now: clock.now, log });
  };
  return { accounts: restart(), changes: first, clock, database, logged: () => lines.join(''), restart };
}

async function office(): Promise<Office> {
  const made = await emptyOffice();
  await made.accounts.setUp(made.accounts.setupToken() ?? '', ADMIN, HERE);
  return made;
}

const tokenOf = (outcome: LoginOutcome | { kind: 'refused' }): string => {
  if (outcome.kind !== 'welcome') throw new Error(`not let in: ${outcome.kind}`);
  return outcome.token;
};

const full = (): never => {
  throw new StorageError('disk-full', new Error('full'));
};

const userId = ({ changes }: Office): string => [...changes.ledger().tables.users.keys()][0] ?? '';

describe('setting up', () => {
  it('makes the first administrator, once, with the token', async () => {
    const { accounts } = await emptyOffice();
    expect(accounts.needsSetup()).toBe(true);
    const token = accounts.setupToken() ?? '';
    expect(await accounts.setUp('guessed', ADMIN, HERE)).toEqual({ kind: 'refused', why: 'token' });
    expect(await accounts.setUp(token, { ...ADMIN, password: 'short' }, HERE)).toEqual({
      kind: 'refused',
      why: 'weak-password',
    });
    expect(await accounts.setUp(token, { ...ADMIN, username: ' ' }, HERE)).toEqual({ kind: 'refused', why: 'invalid' });
    const outcome = await accounts.setUp(token, ADMIN, HERE);
    expect(accounts.identify(tokenOf(outcome))).toMatchObject({ username: 'wang', name: '王管理', role: 'admin' });
    expect(accounts.setupToken()).toBeNull();
    expect(await accounts.setUp(token, { ...ADMIN, username: 'li' }, HERE)).toEqual({ kind: 'refused', why: 'done' });
  });

  it('makes one account when two ask at the same time', async () => {
    const { accounts, changes } = await emptyOffice();
    const token = accounts.setupToken() ?? '';
    const both = await Promise.all([
      accounts.setUp(token, ADMIN, HERE),
      accounts.setUp(token, { ...ADMIN, username: 'li' }, HERE),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'welcome']);
    expect(changes.ledger().tables.users.size).toBe(1);
  });
});

describe('logging in', () => {
  it('takes the right password only, and keeps passwords out of the log', async () => {
    const { accounts, logged, changes } = await office();
    expect((await accounts.login('wang', PASSWORD, HERE)).kind).toBe('welcome');
    expect((await accounts.login(' wang ', PASSWORD, HERE)).kind).toBe('welcome');
    expect((await accounts.login('wang', `${PASSWORD}x`, HERE)).kind).toBe('wrong');
    expect((await accounts.login('wang', '', HERE)).kind).toBe('wrong');
    expect((await accounts.login('hunter2-in-the-wrong-box', PASSWORD, HERE)).kind).toBe('wrong');
    expect(logged()).toContain('login refused');
    expect(logged()).toContain('logged in');
    expect(logged()).not.toMatch(/correct horse|hunter2|argon2id/);
    expect(JSON.stringify(changes.history({ limit: 10 }))).not.toContain('argon2id');
  });

  it('refuses disabled accounts', async () => {
    const made = await office();
    const token = tokenOf(await made.accounts.login('wang', PASSWORD, HERE));
    accept(made.changes, { kind: 'update', register: 'users', record: userId(made), values: { disabled: true } });
    expect(made.accounts.identify(token)).toBeNull();
    expect((await made.accounts.login('wang', PASSWORD, HERE)).kind).toBe('wrong');
    accept(made.changes, { kind: 'update', register: 'users', record: userId(made), values: { disabled: false } });
    expect(made.accounts.identify(token)).toBeNull();
    expect((await made.accounts.login('wang', PASSWORD, HERE)).kind).toBe('welcome');
  });

  it('slows down guessing from one address, and nobody else', async () => {
    const { accounts, clock } = await office();
    for (let guess = 0; guess < 6; guess += 1) expect((await accounts.login('wang', 'guess', HERE)).kind).toBe('wrong');
    expect(await accounts.login('wang', PASSWORD, HERE)).toEqual({ kind: 'throttled', retryAfterSeconds: 1 });
    expect((await accounts.login('wang', PASSWORD, THERE)).kind).toBe('welcome');
    clock.pass(1000);
    expect((await accounts.login('wang', 'guess', HERE)).kind).toBe('wrong');
    expect(await accounts.login('wang', PASSWORD, HERE)).toEqual({ kind: 'throttled', retryAfterSeconds: 2 });
    clock.pass(2000);
    expect((await accounts.login('wang', PASSWORD, HERE)).kind).toBe('welcome');
    expect((await accounts.login('wang', 'typo', HERE)).kind).toBe('wrong');
    expect((await accounts.login('wang', PASSWORD, HERE)).kind).toBe('welcome');
  });

  it('counts guesses that come all at once', async () => {
    const { accounts } = await office();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => accounts.login('wang', 'guess', HERE)));
    expect(outcomes.filter(({ kind }) => kind === 'wrong')).toHaveLength(6);
    expect(outcomes.filter(({ kind }) => kind === 'throttled')).toHaveLength(14);
  });

  it('slows down an address that tries one account after another, an IPv6 network included', async () => {
    const { accounts } = await office();
    const outcomes: string[] = [];
    for (let guess = 0; guess < 23; guess += 1) {
      outcomes.push((await accounts.login(`user${guess}`, 'guess', `2001:db8:1:2:${guess}::1`)).kind);
    }
    expect(outcomes.slice(0, 21).every((kind) => kind === 'wrong')).toBe(true);
    expect(outcomes.slice(21)).toEqual(['throttled', 'throttled']);
    expect((await accounts.login('wang', PASSWORD, '2001:db8:1:3::1')).kind).toBe('welcome');
  });
});

describe('a session', () => {
  it('lives on while it is used, seven days at most, restarts included', async () => {
    const { accounts, clock, restart } = await office();
    const outcome = await accounts.login('wang', PASSWORD, HERE);
    const token = tokenOf(outcome);
    const start = clock.now();
    expect(outcome).toMatchObject({ expires: start + 7 * 24 * HOUR });
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      expect(restart().identify(token)).toMatchObject({ username: 'wang' });
      clock.pass(11 * HOUR);
    }
    expect(restart().identify(token)).not.toBeNull();
    clock.pass(start + 7 * 24 * HOUR - 1 - clock.now());
    expect(accounts.identify(token)).not.toBeNull();
    clock.pass(1);
    expect(accounts.identify(token)).toBeNull();
  });

  it('ends when it is not used for twelve hours', async () => {
    const { accounts, clock } = await office();
    const token = tokenOf(await accounts.login('wang', PASSWORD, HERE));
    clock.pass(12 * HOUR - 1);
    expect(accounts.identify(token)).not.toBeNull();
    clock.pass(12 * HOUR);
    expect(accounts.identify(token)).toBeNull();
  });

  it('ends with logout, with a new password, with the account, and never another one’s', async () => {
    const made = await office();
    const { accounts, changes } = made;
    const passwordHash = await accounts.hashPassword('another password');
    const values = { username: 'li', displayName: '李编辑', role: 'editor', disabled: false, passwordHash };
    accept(changes, { kind: 'create', register: 'users', record: 'li', values });
    const login = async (name: string, password: string): Promise<string> =>
      tokenOf(await accounts.login(name, password, HERE));
    const [wang, first, second] = [
      await login('wang', PASSWORD),
      await login('li', 'another password'),
      await login('li', 'another password'),
    ];
    accounts.logout(first, HERE);
    expect(accounts.identify(first)).toBeNull();
    expect(accounts.identify(second)).toMatchObject({ id: 'li', role: 'editor' });
    accept(changes, { kind: 'update', register: 'users', record: 'li', values: { role: 'operator' } });
    expect(accounts.identify(second)).toMatchObject({ role: 'operator' });
    accept(changes, {
      kind: 'update',
      register: 'users',
      record: 'li',
      values: { passwordHash: await accounts.hashPassword('a third password') },
    });
    expect(accounts.identify(second)).toBeNull();
    const third = await login('li', 'a third password');
    accept(changes, { kind: 'delete', register: 'users', record: 'li' });
    expect(accounts.identify(third)).toBeNull();
    expect(accounts.identify(wang)).not.toBeNull();
    accounts.endSessions(userId(made));
    expect(accounts.identify(wang)).toBeNull();
    expect(accounts.identify('')).toBeNull();
  });

  it('does not survive a crash between a new password and the end of what was open before', async () => {
    const made = await office();
    const token = tokenOf(await made.accounts.login('wang', PASSWORD, HERE));
    made.clock.pass(1000);
    // Written by a process that died before it could end the session.
    const dying = testChanges(made.database, made.clock.now);
    const values = { passwordHash: await made.accounts.hashPassword('a new password') };
    accept(dying, { kind: 'update', register: 'users', record: userId(made), values });
    expect(made.accounts.identify(token)).not.toBeNull();
    expect(made.restart(dying).identify(token)).toBeNull();
  });

  it('has ended before a new password is written, also when that fails', async () => {
    const made = await office();
    const token = tokenOf(await made.accounts.login('wang', PASSWORD, HERE));
    const identity = made.accounts.identify(token);
    if (!identity) throw new Error('not signed in');
    const accounts = made.restart({ ...made.changes, commit: full });
    await expect(accounts.changePassword(identity, PASSWORD, 'a new password', HERE)).rejects.toThrow(StorageError);
    expect(made.accounts.identify(token)).toBeNull();
    expect((await made.accounts.login('wang', PASSWORD, HERE)).kind).toBe('welcome');
  });

  it('can be opened while the disk is full, used, and ended', async () => {
    const made = await office();
    const { database, clock } = made;
    const log = pino({ level: 'silent' });
    const broken: Database = { ...database, transaction: full };
    const events = createEvents({ database: broken, now: clock.now, log });
    const accounts = createAccounts({ database: broken, changes: made.changes, events, now: clock.now, log });
    const token = tokenOf(await accounts.login('wang', PASSWORD, HERE));
    clock.pass(HOUR);
    expect(accounts.identify(token)).toMatchObject({ username: 'wang' });
    accounts.logout(token, HERE);
    expect(accounts.identify(token)).toBeNull();
  });

  it('is stored as a hash only', async () => {
    const database = await testStore();
    const clock = handClock();
    const changes = testChanges(database, clock.now);
    const log = pino({ level: 'silent' });
    const events = createEvents({ database, now: clock.now, log });
    const accounts = createAccounts({ database, changes, events, now: clock.now, log });
    const token = tokenOf(await accounts.setUp(accounts.setupToken() ?? '', ADMIN, HERE));
    expect(JSON.stringify(database.prepare('SELECT * FROM sessions').all())).not.toContain(token);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });
});
