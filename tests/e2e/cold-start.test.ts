/** A player that is switched on while its server is away, in real Chromium. */
import { createServer, request as ask, type Server } from 'node:http';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.ts';

const PATIENCE = { timeout: 30_000 };
const root = resolve(import.meta.dirname, '../..');

let browser: Browser;
const endings: (() => Promise<unknown> | void)[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

afterAll(() => browser.close());

async function start(port = 0, folder = temporaryFolder()): Promise<RunningServer & { again(): Promise<void> }> {
  endings.push(folder.remove);
  const server = await startServer({ dataFolder: folder.path, port });
  endings.push(() => server.stop('SIGKILL'));
  return { ...server, again: async () => void (await start(server.port, folder)) };
}

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  endings.push(() => context.close());
  return context;
}

const playing = (page: Page) => page.waitForSelector('pb-stage[data-slide]', PATIENCE);

/** Plays until the worker holds the page and all its files. */
async function paired(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await playing(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, PATIENCE);
  return page;
}

const cacheNames = (page: Page): Promise<readonly string[]> => page.evaluate(() => caches.keys());

describe('a player that is switched on', () => {
  it('plays without its server, says so, and goes on live without a reload when the server is back', async () => {
    const server = await start();
    const context = await newContext();
    const before = await paired(context, server.screenLink);
    await before.close();
    await server.stop('SIGKILL');

    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${server.origin}/display/`);
    await playing(page);
    await page.evaluate(() => Reflect.set(window, 'sameLife', true));
    expect(await page.locator('.deck > :last-child').isVisible()).toBe(true);
    await page.clock.fastForward(33_000);
    await expect.poll(() => page.locator('.deck > :last-child .stale').innerText(), PATIENCE).toBe('离线 1 分钟');

    await server.again();
    await expect
      .poll(async () => {
        await page.clock.fastForward(5_000);
        return page.locator('.deck > :last-child .stale').count();
      }, PATIENCE)
      .toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, 'sameLife'))).toBe(true);
  }, 120_000);

  it('takes an error page of a proxy, and a network that swallows everything, for a server that is away', async () => {
    const server = await start();
    const network = await startFaultProxy(server.port);
    endings.push(network.close);
    const context = await newContext();
    const page = await paired(context, server.screenLink.replace(server.origin, network.origin));
    network.set('stall');
    await page.reload({ waitUntil: 'commit', ...PATIENCE });
    await playing(page);

    network.set('open');
    const gateway = createServer((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
    await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
    endings.push(() => void gateway.close());
    const failing = await start();
    const other = await newContext();
    const second = await paired(other, failing.screenLink);
    await failing.stop('SIGKILL');
    await new Promise<void>((done) => gateway.close(() => done()));
    await new Promise<void>((done) => gateway.listen(failing.port, '127.0.0.1', done));
    await second.reload(PATIENCE);
    await playing(second);
    expect(await second.innerText('body')).not.toContain('Bad gateway');
  }, 120_000);

  it('keeps the files of the page and nothing else', async () => {
    const server = await start();
    const page = await paired(await newContext(), server.screenLink);
    const kept = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      const requests = await (await caches.open(name)).keys();
      return requests.map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/display/');
    expect(kept.filter((path) => path.endsWith('.woff2')).length).toBeGreaterThan(5);
    expect(kept.filter((path) => path !== '/display/' && !path.startsWith('/display/assets/'))).toEqual([]);
  }, 120_000);
});

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

interface Front {
  readonly origin: string;
  /** The folder that the page is served from. */
  pages: string;
  /** Before the page itself is answered. */
  delayMs: number;
}

/** The server behind a proxy that gives pages of its own, to change their build while the server runs. */
async function startFront(port: number, pages: string): Promise<Front> {
  const front = { origin: '', pages, delayMs: 0 };
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    if (!path.startsWith('/display/')) {
      const { method, headers } = request;
      const passed = ask({ port, host: '127.0.0.1', path: request.url, method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on('error', () => response.destroy());
      return void request.pipe(passed);
    }
    const file = join(front.pages, path === '/display/' ? 'index.html' : path.slice('/display/'.length));
    const send = (): void => {
      if (!existsSync(file)) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/html', 'cache-control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : readFileSync(file));
    };
    setTimeout(send, path === '/display/' && request.method === 'GET' ? front.delayMs : 0);
  });
  server.on('upgrade', (request, socket, head) => {
    const passed = ask({ port, host: '127.0.0.1', path: request.url, headers: request.headers });
    passed.on('upgrade', (answer, upstream) => {
      const lines = answer.rawHeaders.flatMap((name, index, all) => (index % 2 ? [] : [`${name}: ${all[index + 1]}`]));
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
      for (const each of [upstream, socket]) each.on('error', () => each.destroy());
    });
    passed.on('error', () => socket.destroy());
    passed.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  front.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return front;
}

/** The page built anew; other names give other files. */
function built(name: string): string {
  const folder = temporaryFolder();
  endings.push(folder.remove);
  const out = join(folder.path, 'display');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'display/vite.config.mjs', '--outDir', out, '--logLevel', 'error'];
  const env = { ...process.env, NODE_ENV: 'production', PACEBOARD_BUILD: name };
  const { status } = spawnSync(process.execPath, args, { cwd: root, env });
  expect(status).toBe(0);
  return out;
}

describe('a page of a newer build', () => {
  it('replaces the kept one, also where the server was too slow to give it at once', async () => {
    const server = await start();
    const { build } = (await (await fetch(`${server.origin}/healthz`)).json()) as { build?: string };
    const [one, two] = [built('dev'), built(build ?? 'other')];
    const front = await startFront(server.port, one);
    const context = await newContext();
    const page = await paired(context, server.screenLink.replace(server.origin, front.origin));
    const scriptOf = () => page.locator('script[type=module]').getAttribute('src');
    const first = await scriptOf();
    const firstNames = await cacheNames(page);
    expect(firstNames).toHaveLength(1);

    front.pages = two;
    front.delayMs = 5_000;
    await page.reload(PATIENCE);
    await playing(page);
    expect(await scriptOf()).toBe(first);
    front.delayMs = 0;
    await expect.poll(scriptOf, { timeout: 60_000 }).not.toBe(first);
    await playing(page);
    const names = await cacheNames(page);
    expect(names).toHaveLength(1);
    expect(names).not.toEqual(firstNames);
  }, 120_000);
});
