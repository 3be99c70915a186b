/** The built display page in a browser, driven through its preview mode as the admin page drives it. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Programme } from '../../core/programme/programme.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { DEMO_PICTURES, STAND_INS } from '../../server/demo/demo-pictures.ts';
import { drawnJpeg } from '../../server/media/image.ts';

/** The built pages; another folder than `dist` where several builds are looked at side by side. */
const BUILT = resolve(import.meta.dirname, '../..', process.env['PACEBOARD_DIST'] ?? 'dist', 'display');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
/** As strict as the product's own: an inline style or script would show up as a failing test. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; frame-ancestors 'self'";

export interface BuiltPages {
  readonly origin: string;
  close(): void;
}

/** The demo's pictures by the hash that the demo's ledger without files gives them. */
const PICTURES = new Map(DEMO_PICTURES.map(({ name, svg }) => [STAND_INS.get(name)?.file ?? '', svg]));

async function sendPicture(path: string, response: ServerResponse): Promise<void> {
  const svg = PICTURES.get(path.replace(/^\/media\//, '').replace(/\.jpeg$/, ''));
  if (svg === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(await drawnJpeg(svg));
}

/** Serves dist/display on a free port of this machine only. */
export async function serveDisplay(): Promise<BuiltPages> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname.replace(/^\/display\//, '/');
    if (path.startsWith('/media/')) return void sendPicture(path, response);
    const file = join(BUILT, normalize(path === '/' ? '/index.html' : path));
    readFile(file).then(
      (body) => {
        response.writeHead(200, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': POLICY,
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

export interface Shown {
  readonly programme: Programme;
  readonly stage: Stage;
  readonly slide?: string;
  readonly page?: number;
}

/** Opens the preview and waits until it listens. */
export async function openPreview(browser: Browser, origin: string, motion: 'none' | 'full'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(() => {
    window.addEventListener('message', ({ data }) => {
      if (data?.type === 'paceboard-preview-ready') document.documentElement.dataset['ready'] = 'yes';
    });
  });
  await page.goto(`${origin}/display/?preview=1&motion=${motion}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return page;
}

/** Runs in the page: resolves when every picture of the stage has come or failed. */
export async function picturesAreThere(): Promise<void> {
  const within = (root: ParentNode): readonly HTMLImageElement[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [
      ...(each instanceof HTMLImageElement ? [each] : []),
      ...(each.shadowRoot ? within(each.shadowRoot) : []),
    ]);
  await Promise.all(within(document).map((image) => image.decode().catch(() => undefined)));
}

/** Sends a programme and resolves when it is drawn. */
export async function show(page: Page, shown: Shown): Promise<void> {
  await page.evaluate((message) => {
    delete document.documentElement.dataset['drawn'];
    window.postMessage({ type: 'paceboard-preview', ...message }, location.origin);
  }, shown);
  await page.waitForSelector('html[data-drawn]', { state: 'attached' });
  await page.evaluate(picturesAreThere);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
