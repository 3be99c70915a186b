/**
 * What a screen loads, and how long it takes from the address to the first slide: with an empty cache, with a full one, and from what
 * it has kept when the server is stopped (where the browser has a service worker, as it does on the server's own machine).
 */
import type { Browser, Cookie, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.ts';
import { median, table } from './statistics.ts';

const TIMES = 5;
const PATIENCE_MS = 30_000;
/** The service worker keeps the page's files after the page has come up. */
const SETTLE_MS = 3_000;
/** The pixels of a programme are up. */
const DRAWN = 'pb-stage[data-revision]';

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

interface Loaded {
  readonly type: string;
  transferred: number;
  decoded: number;
  requests: number;
}

const TYPES: Readonly<Record<string, string>> = {
  Document: 'page',
  Script: 'scripts',
  Stylesheet: 'styles',
  Font: 'fonts',
};

/** Counts what a page loads, by type, until asked. */
async function count(page: Page): Promise<() => readonly Loaded[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const types = new Map<string, string>();
  const totals = new Map<string, Loaded>();
  const of = (id: string): Loaded => {
    const type = types.get(id) ?? 'other';
    const known = totals.get(type) ?? { type, transferred: 0, decoded: 0, requests: 0 };
    totals.set(type, known);
    return known;
  };
  session.on('Network.responseReceived', ({ requestId, type }) => {
    types.set(requestId, TYPES[type] ?? 'other');
    of(requestId).requests += 1;
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => (of(requestId).decoded += dataLength));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    of(requestId).transferred += encodedDataLength;
  });
  return () => [...totals.values()];
}

/** From the start of the navigation to the first slide that is drawn, in milliseconds. */
async function untilDrawn(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  const drawn = await page.waitForFunction((selector) => document.querySelector(selector) && performance.now(), DRAWN, {
    polling: 'raf',
    timeout: PATIENCE_MS,
  });
  return Number(await drawn.jsonValue());
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(0);

const loadedTable = (loaded: readonly Loaded[]): string => {
  const sum = (of: (each: Loaded) => number): number => loaded.reduce((total, each) => total + of(each), 0);
  const rows = loaded.map(({ type, requests, transferred, decoded }) => [
    type,
    String(requests),
    kilobytes(transferred),
    kilobytes(decoded),
  ]);
  const total = [
    'all',
    String(sum(({ requests }) => requests)),
    kilobytes(sum(({ transferred }) => transferred)),
    kilobytes(sum(({ decoded }) => decoded)),
  ];
  return table(['loaded', 'requests', 'KB sent', 'KB decoded'], [...rows, total]);
};

/** A browser that has nothing but the screen's cookie. */
async function freshPage(browser: Browser, cookies: readonly Cookie[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  await context.addCookies([...cookies]);
  return context.newPage();
}

async function pair(browser: Browser, server: RunningServer): Promise<readonly Cookie[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.screenLink);
  await page.waitForSelector(DRAWN);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

async function coldAndWarm(browser: Browser, address: string, cookies: readonly Cookie[], times: number) {
  const [cold, warm]: [number[], number[]] = [[], []];
  for (let time = 0; time < times; time += 1) {
    const page = await freshPage(browser, cookies);
    cold.push(await untilDrawn(page, address));
    await pause(SETTLE_MS);
    warm.push(await untilDrawn(page, address));
    await page.context().close();
  }
  return { cold, warm };
}

/** From what was kept, the server stopped; null where the browser cannot. */
async function alone(page: Page, address: string, times: number): Promise<readonly number[] | null> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    try {
      found.push(await untilDrawn(page, address));
    } catch (error) {
      console.log(`without the server the page did not come up: ${String(error).split('\n')[0]}`);
      return null;
    }
  }
  return found;
}

const line = (name: string, times: readonly number[]): string =>
  `${name.padEnd(32)} median ${median(times).toFixed(0).padStart(5)} ms   (${times.map((each) => each.toFixed(0)).join(', ')})`;

export async function load({ quick }: { readonly quick: boolean }): Promise<void> {
  const times = quick ? 2 : TIMES;
  const folder = temporaryFolder();
  const server = await startServer({ dataFolder: folder.path });
  const browser = await launchBrowser();
  try {
    const address = `${server.origin}/display/`;
    const cookies = await pair(browser, server);
    const page = await freshPage(browser, cookies);
    const loaded = await count(page);
    await untilDrawn(page, address);
    await pause(SETTLE_MS);
    console.log(`${loadedTable(loaded())}\n`);
    const { cold, warm } = await coldAndWarm(browser, address, cookies, times);
    console.log(line('first slide, nothing cached', cold));
    console.log(line('first slide, again', warm));
    await server.stop();
    const kept = await alone(page, address, times);
    if (kept) console.log(line('first slide, server stopped', kept));
  } finally {
    await browser.close();
    await server.stop('SIGKILL');
    folder.remove();
  }
}
