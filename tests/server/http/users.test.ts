import { beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { write } from '../../../server/http/writes.ts';
import { PASSWORD, save } from '../../support/parts.ts';

let office: Office;
let admin: Client;

beforeEach(async () => {
  office = await openOffice();
  admin = await office.as('admin');
});

const NEW = { username: 'new', displayName: '新人', role: 'editor', password: 'first password' };

const signIn = (username: string, password: string) => office.stranger().post('/api/session', { username, password });

describe('accounts', () => {
  it('are made with a password, are enabled, and never show it in any form', async () => {
    const made = await admin.post('/api/users', NEW);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ username: 'new', role: 'editor', disabled: false });
    const id = String(made.body.id);
    const answers = [
      made,
      await admin.get('/api/users'),
      await admin.get(`/api/registers/users/${id}`),
      await admin.get(`/api/users/${id}/history`),
      await admin.get('/api/changes?register=users'),
      await admin.patch(`/api/users/${id}`, { password: 'second password' }),
    ];
    for (const { text } of answers) expect(text).not.toMatch(/argon2|first password|second password/);
    expect((await signIn('new', 'first password')).status).toBe(401);
    expect((await signIn('new', 'second password')).status).toBe(200);
  });

  it.each([
    [{ ...NEW, password: 'short' }, 'password', 'too-short'],
    [{ ...NEW, password: 'x'.repeat(201) }, 'password', 'too-long'],
    [{ ...NEW, password: 12345678 }, 'password', 'wrong-type'],
    [{ ...NEW, password: undefined }, 'password', 'required'],
    [{ ...NEW, passwordHash: '$argon2id$' }, 'passwordHash', 'unknown-field'],
    [{ ...NEW, username: 'admin' }, 'username', 'duplicate'],
  ])('are refused: %j', async (values, path, code) => {
    const answer = await admin.post('/api/users', values);
    expect(answer.body.errors?.[0]).toMatchObject({ path, code });
  });

  it('cannot get a hash from outside through a set of changes', async () => {
    const change = { kind: 'update', register: 'users', record: 'editor', values: { passwordHash: 'x' } };
    const answer = await admin.post('/api/changes', { changes: [change] });
    expect(answer.body.errors?.[0]).toMatchObject({ path: 'changes/0/passwordHash', code: 'unknown-field' });
  });

  it('write nothing once they are disabled, also not what waited for the hash of a password', async () => {
    const { parts } = office;
    const disable = { kind: 'update', register: 'users', record: 'admin', values: { disabled: true } } as const;
    const second = { ...NEW, username: 'second', role: 'admin' };
    await admin.post('/api/users', second);
    const hashPassword = (password: string): Promise<string> => {
      save(parts, disable);
      return parts.accounts.hashPassword(password);
    };
    const slow = { ...parts, accounts: { ...parts.accounts, hashPassword } };
    const who = { id: 'admin', name: 'admin', username: 'admin', role: 'admin' } as const;
    const creation = { kind: 'create', register: 'users', values: { ...NEW, username: 'late' } } as const;
    await expect(write(slow, who, [creation])).rejects.toMatchObject({ code: 'not-signed-in' });
    const names = [...parts.changes.ledger().tables.users.values()].map(({ username }) => username);
    expect(names).not.toContain('late');
  });

  it('lose their sessions with a new password, when disabled and when deleted', async () => {
    for (const end of [
      () => admin.patch('/api/users/editor', { password: 'another password' }),
      () => admin.patch('/api/users/operator', { disabled: true }),
      () => admin.delete('/api/users/auditor'),
    ]) {
      const name =
        (['editor', 'operator', 'auditor'] as const).find((each) => end.toString().includes(each)) ?? 'editor';
      const client = await office.as(name);
      expect((await client.get('/api/session')).status).toBe(200);
      expect((await end()).status).toBeLessThan(300);
      expect((await client.get('/api/session')).status).toBe(401);
    }
  });

  it('may be read but not written by auditors', async () => {
    const auditor = await office.as('auditor');
    expect((await auditor.get('/api/users')).body.records).toHaveLength(4);
    expect((await auditor.patch('/api/users/auditor', { role: 'admin' })).status).toBe(403);
    const change = { kind: 'update', register: 'users', record: 'editor', values: { role: 'admin' } };
    const editor = await office.as('editor');
    expect((await editor.post('/api/changes', { changes: [change] })).status).toBe(403);
  });
});

describe('the last administrator', () => {
  it.each([
    ['demoted', { role: 'editor' }],
    ['disabled', { disabled: true }],
  ])('cannot be %s', async (_how, values) => {
    const answer = await admin.patch('/api/users/admin', values);
    expect([answer.status, answer.body.code]).toEqual([409, 'last-admin']);
  });

  it('cannot be deleted, nor replaced by one that cannot sign in', async () => {
    expect((await admin.delete('/api/users/admin')).body.code).toBe('last-admin');
    const disabled = { kind: 'create', register: 'users', values: { ...NEW, role: 'admin', disabled: true } };
    const gone = { kind: 'delete', register: 'users', record: 'admin' };
    expect((await admin.post('/api/changes', { changes: [disabled, gone] })).body.code).toBe('last-admin');
  });

  it('can hand over', async () => {
    expect((await admin.patch('/api/users/editor', { role: 'admin' })).status).toBe(200);
    expect((await admin.patch('/api/users/admin', { role: 'auditor' })).status).toBe(200);
    expect((await signIn('editor', PASSWORD)).body.user?.role).toBe('admin');
    expect((await admin.post('/api/users', NEW)).status).toBe(403);
  });
});
