/** A screen whose server is silent, gone, emptied or without figures, in real Chromium. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { lookAt } from '../support/wall.ts';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';

const PATIENCE = { timeout: 30_000 };
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const EIGHT_HOURS_MS = 480 * MINUTE_MS;
const STAGE = { x: 0, y: 0, width: 960, height: 540, pitchMm: 5, distanceM: 20 };
const SETTINGS = {
  office: '区重点项目办',
  district: '示范区',
  year: 2017,
  asOf: '2017-05-31',
  timeProgress: 'linearMonth',
  source: '调度数',
  demo: false,
};

let browser: Browser;
const endings: (() => Promise<unknown> | void)[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

afterAll(() => browser.close());

async function start(demo: 'auto' | 'never', port = 0): Promise<RunningServer> {
  const folder = temporaryFolder();
  const server = await startServer({ dataFolder: folder.path, port, environment: { PACEBOARD_DEMO: demo } });
  endings.push(folder.remove, () => server.stop('SIGKILL'));
  return server;
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  endings.push(() => context.close());
  return context.newPage();
}

/** How many windows the programme has that this page has kept. */
const keptWindows = (): Promise<number> =>
  new Promise((done) => {
    const opening = indexedDB.open('paceboard-display');
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('screen').objectStore('screen').get('kept');
      reading.addEventListener('success', () => {
        opening.result.close();
        done(Object.keys(reading.result?.replica?.programme.windows ?? {}).length);
      });
    });
  });

const playing = (page: Page) => page.waitForSelector('pb-stage[data-slide]', PATIENCE);

async function record(
  api: ApiClient,
  method: string,
  path: string,
  body: object,
): Promise<{ id: string; url: string }> {
  const answer = await api.call(method, path, body);
  expect(answer.ok).toBe(true);
  return (await answer.json()) as { id: string; url: string };
}

describe('a screen', () => {
  it('says that it is offline after half a minute without its server, goes on, and stops saying so', async () => {
    const server = await start('auto');
    const page = await newPage();
    await page.clock.install();
    await page.goto(server.screenLink);
    await playing(page);
    process.kill(server.pid, 'SIGSTOP');
    endings.push(() => void process.kill(server.pid, 'SIGCONT'));
    const sign = page.locator('.deck > :last-child .stale');
    expect(await sign.count()).toBe(0);
    await page.clock.fastForward(33_000);
    await sign.waitFor(PATIENCE);
    expect(await sign.innerText()).toBe('离线 1 分钟');
    process.kill(server.pid, 'SIGCONT');
    await page.clock.fastForward(31_000);
    await sign.waitFor({ state: 'detached', ...PATIENCE });
  }, 120_000);

  it('plays what it kept when the server answers nothing', async () => {
    const server = await start('auto');
    const page = await newPage();
    await page.goto(server.screenLink);
    await playing(page);
    await page.route('**/api/screen', () => undefined);
    await page.reload();
    await playing(page);
    expect(await page.locator('.deck > *').first().isVisible()).toBe(true);
  }, 120_000);

  it('keeps to its schedule while the server is away: a window begins, the screen goes dark, and it ends', async () => {
    const server = await start('auto');
    const api = await signIn(server.origin);
    const page = await newPage();
    await page.clock.install();
    await page.goto(server.screenLink);
    await playing(page);
    const entries = [{ id: 'opening', kind: 'cover', options: { title: '周五调度会' }, seconds: 10, enabled: true }];
    const meeting = await record(api, 'POST', '/api/playlists', { name: '会场', entries });
    const minute = Math.floor(((Date.now() + EIGHT_HOURS_MS) % DAY_MS) / MINUTE_MS);
    // Late in the evening the windows are those of the next morning.
    const from = minute < 1430 ? minute + 3 : 3;
    const days = [1, 2, 3, 4, 5, 6, 7];
    const schedule = [
      { days, from, until: from + 2, playlist: meeting.id },
      { days, from: from + 2, until: from + 4 },
    ];
    await record(api, 'PATCH', '/api/registers/groups/demo-group', { schedule });
    await expect.poll(() => page.evaluate(keptWindows), PATIENCE).toBe(2);
    await server.stop('SIGKILL');

    const slide = (): Promise<string | null> => page.locator('pb-stage').getAttribute('data-slide');
    const untilFirst = (from - minute + 1440) % 1440;
    await page.clock.fastForward(untilFirst * MINUTE_MS);
    await expect.poll(slide, PATIENCE).toBe('opening');
    expect(await page.locator('.deck > :last-child').isVisible()).toBe(true);
    await page.clock.fastForward(2 * MINUTE_MS);
    await expect.poll(slide, PATIENCE).toBe('');
    expect((await lookAt(page)).brightness).toBeLessThan(2);
    await page.clock.fastForward(2 * MINUTE_MS);
    await expect.poll(slide, PATIENCE).toMatch(/^(?!opening).+/);
  }, 120_000);

  it('shows its code when the server has lost its data', async () => {
    const server = await start('auto');
    const page = await newPage();
    await page.goto(server.screenLink);
    await playing(page);
    await server.stop('SIGKILL');
    await start('never', server.port);
    await page.locator('pb-pairing .code').waitFor(PATIENCE);
    await expect.poll(() => page.locator('pb-pairing .code').innerText(), PATIENCE).toMatch(/\d{6}/);
    expect(await page.locator('pb-stage[data-slide]').count()).toBe(0);
  }, 120_000);

  it('says that it waits while there are no settings, follows its stage, and plays when they come', async () => {
    const server = await start('never');
    const api = await signIn(server.origin);
    const entries = [{ id: 'cover', kind: 'cover', options: {}, seconds: 10, enabled: true }];
    const playlist = await record(api, 'POST', '/api/playlists', { name: '节目', entries });
    const group = { name: '大屏', playlist: playlist.id, theme: 'red', locale: 'zh-CN', spotlight: true };
    const { id } = await record(api, 'POST', '/api/groups', group);
    const screen = await record(api, 'POST', '/api/screens', { name: '南门', group: id, stage: STAGE });
    const page = await newPage();
    await page.goto(`${server.origin}/display/${new URL(screen.url).hash}`);
    await expect.poll(() => page.locator('pb-stage .safe').innerText(), PATIENCE).toContain('已连接，等待节目');
    await record(api, 'PATCH', `/api/screens/${screen.id}`, { stage: { ...STAGE, width: 480, height: 270 } });
    await expect.poll(async () => (await page.locator('pb-stage').boundingBox())?.width, PATIENCE).toBe(480);
    await record(api, 'PATCH', '/api/settings', SETTINGS);
    await playing(page);
  }, 120_000);
});
