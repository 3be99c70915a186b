import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../server/http/app.ts';
import { Client } from '../../support/http-client.ts';
import { PASSWORD, saveAccounts, testParts } from '../../support/parts.ts';

const logged = async (level: string, act: (client: Client) => Promise<unknown>): Promise<string[]> => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const { parts } = await testParts();
  await saveAccounts(parts, 'editor');
  const client = new Client(createApp({ ...parts, log: pino({ level }, sink) }));
  await client.post('/api/session', { username: 'editor', password: PASSWORD });
  lines.length = 0;
  await act(client);
  return lines;
};

const act = async (client: Client): Promise<void> => {
  await client.get('/api/registers/units');
  await client.patch('/api/registers/leaders/leader1', { phone: '0371-2222' });
};

describe('the access log', () => {
  it('tells at info who wrote what, and at debug who read', async () => {
    const [write, ...others] = await logged('info', act);
    expect(others).toEqual([]);
    expect(write).toMatch(
      /"method":"PATCH","path":"\/api\/registers\/leaders\/leader1","status":200,.*"actor":"editor"/,
    );
    expect(await logged('debug', act)).toHaveLength(2);
  });

  it('never holds what was written', async () => {
    const lines = await logged('trace', async (client) => {
      await client.patch('/api/registers/leaders/leader1', { phone: '0371-2222' });
      await client.post('/api/session', { username: 'editor', password: 'a secret guess' });
    });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).not.toMatch(/0371|a secret guess|paceboard_session/);
  });
});
