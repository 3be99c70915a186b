/** One server process: `paceboard` is the product's live side, `plain` what everybody writes first. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { WebSocketServer } from 'ws';
import { fingerprint } from '../../core/canonical.ts';
import { createMergePatch } from '../../core/merge-patch.ts';
import { programmeOf } from '../../core/programme/build.ts';
import type { ServerMessage } from '../../core/protocol/messages.ts';
import { createLive } from '../../server/live/live.ts';
import { createStatuses } from '../../server/screens/memory-statuses.ts';
import { createPairing } from '../../server/screens/sqlite-pairing.ts';
import { DEMO_SCREEN } from '../../server/demo/demo-ledger.ts';
import { BENCH_GROUP, openBenchLedger, type BenchLedger, type EditKind } from './bench-ledger.ts';
import { answerRequests, sharedNow } from './processes.ts';

const HOUR_MS = 3_600_000;

/** Simulated screens only listen; edits go out at once, so that the wait for others is not measured. */
const LIMITS = { silentAfterMs: HOUR_MS, coalesceMs: 0, beatEveryMs: HOUR_MS };

const servePaceboard = ({ changes, database, now }: BenchLedger, server: Server): string => {
  const pairing = createPairing({ database, now });
  const log = pino({ level: 'silent' });
  const editions = { packageOf: () => null };
  const parts = {
    changes,
    editions,
    pairing,
    statuses: createStatuses(),
    now,
    exactNow: now,
    log,
    metrics: new Registry(),
    build: 'bench',
  };
  createLive({ ...parts, trustProxy: false, limits: LIMITS }).attach(server);
  return `paceboard_screen=${pairing.redeemLink(pairing.createLink(DEMO_SCREEN).token)?.token}`;
};

/** The same document and the same patches, each made into text for each screen. */
const servePlain = ({ changes }: BenchLedger, server: Server): string => {
  const sockets = new WebSocketServer({ server, path: '/live', perMessageDeflate: false });
  let programme = programmeOf(changes.ledger(), BENCH_GROUP);
  let from = changes.ledger().revision;
  changes.onCommit(({ ledger }) => {
    const next = programmeOf(ledger, BENCH_GROUP);
    const patch = programme && next && createMergePatch({ ...programme }, { ...next });
    if (!patch) return;
    const { revision } = ledger;
    const message: ServerMessage = {
      type: 'patch',
      from,
      patch,
      epoch: changes.epoch,
      revision,
      hash: fingerprint(next),
    };
    [programme, from] = [next, revision];
    for (const socket of sockets.clients) socket.send(JSON.stringify(message));
  });
  return '';
};

const ledger = await openBenchLedger();
const server = createServer();
const cookie = process.argv[2] === 'paceboard' ? servePaceboard(ledger, server) : servePlain(ledger, server);
await new Promise<void>((ready) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, ready));

answerRequests({
  address: () => ({ port: (server.address() as AddressInfo).port, cookie }),
  edit: ({ kind }: { kind: EditKind }) => {
    const at = sharedNow();
    ledger.edit(kind);
    return at;
  },
  usage: () => {
    const { user, system } = process.cpuUsage();
    return { cpuMicros: user + system, rssKb: process.memoryUsage.rss() / 1024 };
  },
  collect: () => globalThis.gc?.(),
});
