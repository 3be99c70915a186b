import { readFileSync } from 'node:fs';
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type ServerOptions as HttpOptions,
} from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { networkInterfaces } from 'node:os';
import { createAdaptorServer } from '@hono/node-server';
import type { Config } from '../config.ts';
import { DEMO_SCREEN } from '../demo/demo-ledger.ts';
import { startTicker } from '../editions/ticker.ts';
import { createApp } from '../http/app.ts';
import { createLive } from '../live/live.ts';
import type { Parts } from '../parts.ts';
import { prepareFirstStart } from './first-start.ts';
import { StorageError } from '../store/storage-error.ts';
import { REAL_TIMERS } from '../timers.ts';
import { createParts } from './parts.ts';
import { LEAST_PASSWORD } from '../accounts/accounts.ts';
import { say, sayAddress, words } from './words.ts';

type Server = HttpServer | HttpsServer;

/** Slow requests are looked for every few seconds: Node's own 30 s would let one stay four times as long. */
const HTTP_OPTIONS: HttpOptions = {
  // A picture of 20 MB over a telephone's network takes its time; headers do not.
  requestTimeout: 180_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
  // Clients that would rather speak HTTP/2 offer `h2c` with their first request and mean to be answered anyway.
  shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
};

/** Longest wait for requests and screens to end before the process stops anyway. */
const STOP_WITHIN_MS = 8_000;

const createServer = (parts: Parts): Server => {
  const { fetch } = createApp(parts);
  const { tls } = parts.config;
  const server = tls
    ? createAdaptorServer({
        fetch,
        createServer: createHttpsServer,
        serverOptions: { ...HTTP_OPTIONS, cert: readFileSync(tls.cert), key: readFileSync(tls.key) },
      })
    : createAdaptorServer({ fetch, createServer: createHttpServer, serverOptions: HTTP_OPTIONS });
  return server as Server;
};

const listen = (server: Server, { port, host }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(words.portTaken(port).zh, { cause: error }) : error),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** The address under which others on the network reach this machine; the local one when there is no network. */
const networkHost = (host: string): string => {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost';
};

/** A link token of the demo screen. None on a disk that is full: screens are served all the same. */
const demoLink = ({ changes, pairing, log }: Parts): string | null => {
  const screen = changes.ledger().tables.screens.get(DEMO_SCREEN);
  if (!screen || screen.revoked) return null;
  try {
    return pairing.createLink(DEMO_SCREEN).token;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    log.error({ err: error }, 'no link for the demo screen');
    return null;
  }
};

const printAddresses = (parts: Parts, port: number): void => {
  const { config, accounts } = parts;
  const scheme = config.tls ? 'https' : 'http';
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const local = `${scheme}://${everywhere ? 'localhost' : config.host}:${port}`;
  const demo = demoLink(parts);
  if (demo !== null) sayAddress(words.demoScreen, `${local}/display/#pair=${demo}`);
  const token = accounts.setupToken();
  if (token === null) sayAddress(words.adminPage, `${local}/admin/`);
  else sayAddress(words.setUpLink, `${local}/admin/#setup=${token}`);
  sayAddress(words.publicPage, `${scheme}://${networkHost(config.host)}:${port}/board/`);
  process.stdout.write(`Paceboard ready ${local}\n`);
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** Serves until a signal: screens are told to come back (1012), requests end, the database is closed. */
export async function serve(config: Config): Promise<void> {
  if (config.adminPassword !== null && config.adminPassword.length < LEAST_PASSWORD) {
    throw new Error(words.passwordTooShort(LEAST_PASSWORD).zh);
  }
  const { parts, database } = await createParts(config);
  await prepareFirstStart(parts);
  const stopTicker = startTicker({ ...parts, timers: REAL_TIMERS });
  const live = createLive({ ...parts, trustProxy: config.trustProxy });
  const server = createServer(parts);
  live.attach(server);
  const port = await listen(server, config);
  printAddresses(parts, port);

  const stop = async (): Promise<void> => {
    say(words.stopping);
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    stopTicker();
    await Promise.all([live.close(), closeServer(server)]);
    database.close();
    process.exit(0);
  };
  let stopping = false;
  const stopOnce = (): void => {
    // Ctrl-C reaches this process and the launcher, which passes it on once more.
    if (stopping) return;
    stopping = true;
    stop().catch((error: unknown) => {
      parts.log.error({ err: error }, 'stopping failed');
      process.exit(1);
    });
  };
  for (const signal of SIGNALS) process.on(signal, stopOnce);
  // The launcher is gone without a signal.
  process.once('disconnect', stopOnce);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
