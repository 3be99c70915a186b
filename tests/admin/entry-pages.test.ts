import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, temporaryFolder, type RunningServer } from '../support/server.ts';

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path, environment: { PACEBOARD_ADMIN_PASSWORD: '' } });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the set-up link', () => {
  it('makes the first account, signs it in and leaves the address', async () => {
    const link = server.lines.find((line) => line.includes('#setup='))?.match(/https?:\S+/)?.[0] ?? '';
    const page = await browser.newPage();
    await page.goto(link);
    await page.fill('input[name=username]', 'wang');
    await page.fill('input[name=displayName]', '王五');
    await page.fill('input[name=password]', 'correct-horse-1');
    await page.fill('input[name=repeat]', 'correct-horse-2');
    await page.press('input[name=repeat]', 'Enter');
    expect(await page.locator('[role=alert]').innerText()).toContain('不一样');
    await page.fill('input[name=repeat]', 'correct-horse-1');
    await page.press('input[name=repeat]', 'Enter');
    await page.waitForSelector('pb-sheet td.cell');
    expect(page.url()).not.toContain('setup');
    expect(await page.locator('.who').innerText()).toBe('王五');
    await page.close();
  });
});

describe('the public page', () => {
  it('shows the headline and the ranking of each group, without an account, on a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${server.origin}/board/`);
    await page.waitForSelector('pb-board ol li');
    expect(await page.locator('.big').innerText()).toContain('114');
    expect(await page.locator('section.card').count()).toBe(4);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.close();
  });
});

describe('the first page', () => {
  it('leads to the admin page, to a screen and to the public page', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/`);
    await page.waitForSelector('pb-home a');
    const links = await page.locator('pb-home a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/admin/', '/display/', '/board/']);
    await page.close();
  });
});
