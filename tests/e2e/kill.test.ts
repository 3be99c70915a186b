import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signIn, startServer, temporaryFolder, type ApiClient } from '../support/server.ts';

const KILLS = 100;
const WRITERS = 4;
const LONGEST_LIFE_MS = 250;

const folder = temporaryFolder();
afterAll(folder.remove);

interface Writer {
  readonly record: string;
  sent: number;
  acknowledged: number;
}

/** Counts up one record's number until the server is gone; only an answer of 200 counts as acknowledged. */
async function writeUntilGone(api: ApiClient, writer: Writer): Promise<void> {
  for (;;) {
    writer.sent += 1;
    const values = { protocolOrder: writer.sent };
    try {
      const answer = await api.call('PATCH', `/api/registers/leaders/${writer.record}`, values);
      if (answer.status !== 200) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
      writer.acknowledged = writer.sent;
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

async function expectKept(api: ApiClient, writers: readonly Writer[]): Promise<void> {
  for (const writer of writers) {
    const answer = await api.call('GET', `/api/registers/leaders/${writer.record}`);
    const { protocolOrder } = (await answer.json()) as { protocolOrder: number };
    expect(protocolOrder).toBeGreaterThanOrEqual(writer.acknowledged);
    expect(protocolOrder).toBeLessThanOrEqual(writer.sent);
    writer.sent = protocolOrder;
    writer.acknowledged = protocolOrder;
  }
}

describe('a server that is killed while it writes', () => {
  it(
    `loses no acknowledged write in ${KILLS} kills, and its audit chain verifies`,
    async () => {
      const writers = Array.from({ length: WRITERS }, (_, index): Writer => ({
        record: `leader-0${index + 1}`,
        sent: index + 1,
        acknowledged: index + 1,
      }));
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const server = await startServer({ dataFolder: folder.path });
        const api = await signIn(server.origin);
        await expectKept(api, writers);
        const before = writers.reduce((sum, each) => sum + each.acknowledged, 0);
        const writing = writers.map((writer) => writeUntilGone(api, writer));
        await new Promise((done) => setTimeout(done, Math.random() * LONGEST_LIFE_MS));
        await server.stop('SIGKILL');
        await Promise.all(writing);
        acknowledged += writers.reduce((sum, each) => sum + each.acknowledged, 0) - before;
      }
      const server = await startServer({ dataFolder: folder.path });
      await expectKept(await signIn(server.origin), writers);
      expect(await server.stop()).toBe(0);
      process.stdout.write(`${KILLS} kills, 0 of ${acknowledged} acknowledged writes lost\n`);
      expect(acknowledged).toBeGreaterThan(KILLS);

      const verified = spawnSync(process.execPath, ['server/main.ts', 'verify'], {
        cwd: resolve(import.meta.dirname, '../..'),
        env: { ...process.env, PACEBOARD_DATA: folder.path },
        encoding: 'utf8',
      });
      expect(verified.stdout).toContain('The audit chain verifies');
      expect(verified.status).toBe(0);
    },
    10 * 60_000,
  );
});
