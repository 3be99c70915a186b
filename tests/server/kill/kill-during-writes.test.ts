import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { verifyLog } from '../../../server/changes/verify-log.ts';
import { DATABASE_FILE, openStore } from '../../../server/store/open-store.ts';
import { temporaryFolder, testChanges } from '../../support/stores.ts';

const WRITER = resolve(import.meta.dirname, 'writer.ts');
const KILLS = 100;
const CHECK_EVERY = 10;
const SET_SIZE = 3;

/** Runs the writer, kills it at a random moment, and answers the last revision that it acknowledged. */
async function writeAndKill(folder: string): Promise<number> {
  const child = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaints = '';
  child.stderr.on('data', (data) => (complaints += String(data)));
  const exited = new Promise<NodeJS.Signals | null>((done) => child.once('close', (_, signal) => done(signal)));
  const writing = new Promise((done) => child.stdout.on('data', (data) => done((output += String(data)))));
  // One in eight dies while it starts: it is then migrating, recovering or reading the log.
  if (Math.random() < 1 / 8) await wait(Math.random() * 200);
  else await Promise.race([writing, exited]).then(() => wait(Math.random() * 40));
  child.kill('SIGKILL');
  const signal = await exited;
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${complaints}`);
  // A last line that was cut off was not heard, so it was not acknowledged.
  return Math.max(0, ...output.split('\n').slice(0, -1).map(Number));
}

async function check(folder: string, acknowledged: number): Promise<number> {
  const database = await openStore(folder);
  try {
    expect(verifyLog(database).findings).toEqual([]);
    const changes = testChanges(database);
    const { revision } = changes.ledger();
    expect(revision).toBeGreaterThanOrEqual(acknowledged);
    expect(changes.ledger().tables.units.size).toBe(revision / SET_SIZE);
    const torn = database.prepare('SELECT set_seq FROM changes GROUP BY set_seq HAVING count(*) <> ?').all(SET_SIZE);
    expect(torn).toEqual([]);
    return revision;
  } finally {
    database.close();
  }
}

it(
  'loses no acknowledged change and tears no set when the server is killed, however often',
  { timeout: 240_000 },
  async () => {
    const folder = temporaryFolder();
    let acknowledged = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      acknowledged = Math.max(acknowledged, await writeAndKill(folder));
      if (kill % CHECK_EVERY === 0) acknowledged = await check(folder, acknowledged);
    }
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(true);
    expect(acknowledged).toBeGreaterThan(KILLS * SET_SIZE);
  },
);
