/** How browsers become screens and stop being ones, in real Chromium. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';

const folder = temporaryFolder();
const PATIENCE = { timeout: 30_000 };
const STAGE = { x: 40, y: 20, width: 960, height: 480, pitchMm: 10, distanceM: 30 };

let server: RunningServer;
let browser: Browser;
let api: ApiClient;

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  browser = await launchBrowser();
  api = await signIn(server.origin);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const newPage = async (): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();

interface NewScreen {
  readonly id: string;
  readonly url: string;
}

async function addScreen(name: string): Promise<NewScreen> {
  const answer = await api.call('POST', '/api/screens', { name, group: 'demo-group', stage: STAGE });
  expect(answer.status).toBe(201);
  return (await answer.json()) as NewScreen;
}

/** The code that a page shows, once the server has given it one. */
async function codeOn(page: Page): Promise<string> {
  const shown = async (): Promise<string> =>
    (await page.locator('pb-pairing .code').innerText(PATIENCE)).replace(/\D/g, '');
  await expect.poll(shown, PATIENCE).toMatch(/^\d{6}$/);
  return shown();
}

describe('a browser', () => {
  it('shows a code, is claimed, plays in its exact pixel window, and is put out when the screen is revoked', async () => {
    const screen = await addScreen('南门大屏');
    const page = await newPage();
    await page.goto(`${server.origin}/display/`);
    const code = await codeOn(page);
    expect(code).toMatch(/^\d{6}$/);
    const claimed = await api.call('POST', `/api/pairings/${code}`, { screen: screen.id });
    expect(claimed.status).toBe(200);

    await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
    expect(await page.locator('pb-stage').boundingBox()).toEqual({ x: 40, y: 20, width: 960, height: 480 });
    const around = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(around).toBe('rgb(0, 0, 0)');

    const revoked = await api.call('POST', `/api/screens/${screen.id}/revoke`);
    expect(revoked.status).toBe(200);
    expect(await codeOn(page)).toMatch(/^\d{6}$/);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect((await page.request.get(`${server.origin}/api/screen`)).status()).toBe(401);
  }, 120_000);

  it('is paired by a link whose token leaves the address, and stays a screen when it is opened again', async () => {
    const screen = await addScreen('北门大屏');
    const page = await newPage();
    await page.goto(screen.url.replace(/^https?:\/\/[^/]+/, server.origin));
    await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
    expect(page.url()).toBe(`${server.origin}/display/`);
    await page.reload();
    await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
    await expect
      .poll(async () => {
        const answer = await api.call('GET', '/api/screens');
        const { records } = (await answer.json()) as {
          records: { id: string; status: { slide: string | null; viewport: string | null } }[];
        };
        return records.find(({ id }) => id === screen.id)?.status;
      }, PATIENCE)
      .toMatchObject({ slide: expect.stringMatching(/./), viewport: '1280x720@1' });
  }, 120_000);

  it('is paired by a link that is opened where it waits for its pairing already', async () => {
    const screen = await addScreen('西门大屏');
    const page = await newPage();
    await page.goto(`${server.origin}/display/`);
    await codeOn(page);
    await page.goto(screen.url.replace(/^https?:\/\/[^/]+/, server.origin));
    await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
    expect(page.url()).toBe(`${server.origin}/display/`);
  }, 60_000);

  it('with a link that is not valid shows a code instead of nothing', async () => {
    const page = await newPage();
    await page.goto(`${server.origin}/display/#pair=not-a-token`);
    expect(await codeOn(page)).toMatch(/^\d{6}$/);
  }, 60_000);
});
