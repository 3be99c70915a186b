/** How a screen watches over itself, in real Chromium: slides that throw, and reloads that nobody sees. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { ScreenHealth } from '../../core/protocol/health.ts';
import { launchBrowser } from '../support/browser.ts';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';

const PATIENCE = { timeout: 45_000 };

let browser: Browser;
let server: RunningServer;
const endings: (() => Promise<unknown> | void)[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const folder = temporaryFolder();
  server = await startServer({ dataFolder: folder.path, environment: { PACEBOARD_DEMO: 'auto' } });
  endings.push(folder.remove);
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  for (const end of endings) await end();
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  return context.newPage();
}

const playing = (page: Page) => page.waitForSelector('pb-stage[data-revision]', PATIENCE);

/** A pairing link is good once. */
async function screenLink(api: ApiClient): Promise<string> {
  const { records } = (await (await api.call('GET', '/api/screens')).json()) as { records: { id: string }[] };
  const { url } = (await (await api.call('POST', `/api/screens/${records[0]?.id}/link`)).json()) as { url: string };
  return `${server.origin}/display/${new URL(url).hash}`;
}

async function health(api: ApiClient): Promise<ScreenHealth | null> {
  const { records } = (await (await api.call('GET', '/api/screens')).json()) as {
    records: { status: { health: ScreenHealth | null } }[];
  };
  return records[0]?.status.health ?? null;
}

describe('a slide that throws', () => {
  it('is left out, and the office sees which and why', async () => {
    const api = await signIn(server.origin);
    const page = await newPage();
    await page.addInitScript(() => {
      const define = customElements.define.bind(customElements);
      customElements.define = (tag: string, element: CustomElementConstructor) => {
        if (tag === 'pb-slide-summary')
          element.prototype.render = () => {
            throw new TypeError('broken on purpose');
          };
        define(tag, element);
      };
    });
    await page.goto(await screenLink(api));
    await playing(page);
    await expect
      .poll(async () => (await health(api))?.faults ?? [], PATIENCE)
      .toMatchObject([{ slide: 'summary', kind: 'summary', text: 'TypeError: broken on purpose' }]);
    const said = await health(api);
    expect(said?.nodes).toBeGreaterThan(20);
    expect(said?.heap).toBeGreaterThan(0);
    expect(said?.up).toBeGreaterThan(0);
    const metrics = await (await api.call('GET', '/metrics')).text();
    expect(metrics).toContain('paceboard_screens_with_faults 1\n');
    expect(metrics).toContain('paceboard_screens{state="fault"} 1\n');
    expect(await page.locator('pb-slide-summary').count()).toBe(0);
  }, 120_000);
});

/** Share of a picture's pixels that are as bright as paper. */
async function lightShare(png: string): Promise<number> {
  const { data } = await sharp(Buffer.from(png, 'base64')).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value > 200).length / data.length;
}

describe('a page of an older build', () => {
  it('waits with its reload until the server answers, reloads once, and no frame of it is light', async () => {
    const api = await signIn(server.origin);
    const page = await newPage();
    let loads = 0;
    let away = true;
    page.on('load', () => (loads += 1));
    await page.routeWebSocket('**/live', (socket) => {
      const upstream = socket.connectToServer();
      upstream.onMessage((text) => socket.send(String(text).replace(/"build":"[^"]*"/, '"build":"a newer one"')));
    });
    let asked = 0;
    await page.route('**/display/', (route) => {
      if (route.request().method() !== 'HEAD') return route.continue();
      asked += 1;
      return away ? route.fulfill({ status: 502 }) : route.continue();
    });
    await page.goto(await screenLink(api));
    await playing(page);
    const session = await page.context().newCDPSession(page);
    const frames: string[] = [];
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
      frames.push(data);
      void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
    await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    await expect.poll(() => asked, PATIENCE).toBeGreaterThan(0);
    expect(loads).toBe(1);
    away = false;
    await expect.poll(() => loads, PATIENCE).toBe(2);
    await playing(page);
    const [before, since] = [frames.length, asked];
    await expect.poll(() => frames.length, PATIENCE).toBeGreaterThan(before);
    await session.send('Page.stopScreencast');
    expect(Math.max(...(await Promise.all(frames.map(lightShare))))).toBeLessThan(0.2);
    expect(loads).toBe(2);
    expect(asked).toBe(since);
  }, 150_000);
});
