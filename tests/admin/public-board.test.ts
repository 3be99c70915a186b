import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let api: ApiClient;
const faults: string[] = [];
const asked: string[] = [];

const MINUTE_MS = 61_000;

/** Shows a section and waits until everything that it asked for is there. */
const open = async (section: string): Promise<void> => {
  await page.goto(`${server.origin}/board/#/${section}`);
  await page.locator('pb-board section.card .foot').first().waitFor();
  await page.waitForLoadState('networkidle');
};

const setSettings = async (values: object): Promise<void> => {
  const { revision } = (await (await api.call('GET', '/api/settings')).json()) as { revision: number };
  const answer = await api.call('PATCH', '/api/settings', values, { 'if-match': `"${revision}"` });
  expect(answer.status).toBe(200);
};

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  browser = await launchBrowser();
  api = await signIn(server.origin);
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
  await page.clock.install();
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the public page on a phone', () => {
  const sections = [
    '',
    'projects',
    'project/KP2017-001',
    'milestones',
    'trend/sector',
    'leaders',
    'issues',
    'permits',
    'starts',
    'pipeline',
    'supervision',
    'photos',
    'honours',
  ];

  it.each(sections)(
    'shows “%s” with its date and source, within 360 points and without a serious barrier',
    async (section) => {
      await open(section);
      expect(await page.locator('section.card .foot').first().innerText()).toContain('截至 2017-12-31 · 调度数');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await seriousViolations(page)).toEqual([]);
    },
  );

  it('asks only for the section that is on the page', async () => {
    await open('permits');
    asked.length = 0;
    await page.clock.fastForward(MINUTE_MS);
    // A browser asks for the page's icon whenever it likes.
    const ofFigures = (): readonly string[] => [...new Set(asked.filter((path) => path.startsWith('/api/')))];
    await expect.poll(() => ofFigures().length).toBeGreaterThan(0);
    await page.waitForLoadState('networkidle');
    expect(ofFigures()).toEqual(['/api/boards/publicPermits']);
  });

  it('says on demand what a figure means', async () => {
    await open('issues');
    asked.length = 0;
    await page.getByText('指标说明').first().click();
    await page.locator('.definitions dd').first().waitFor();
    expect(await page.locator('.definitions').innerText()).toContain('÷');
    expect(asked).toEqual(['/api/measures']);
  });

  it('finds a project by a part of its name, narrows by unit, and shows it', async () => {
    await open('projects');
    const lines = page.locator('pb-board-projects li');
    expect(await lines.count()).toBe(42);
    await page.getByLabel('查找项目').fill('智能装备');
    expect(await lines.count()).toBe(1);
    await page.getByLabel('类别').selectOption('agriculture');
    expect(await lines.count()).toBe(0);
    await page.getByLabel('类别').selectOption('');
    await page.keyboard.press('Tab');
    await lines.getByRole('link').click();
    await page.getByRole('heading', { name: '智能装备产业园一期项目' }).waitFor();
    expect(await page.locator('pb-board .light').first().innerText()).toMatch(/▲\s*领先/);
  });

  it('sets two townships side by side', async () => {
    await open('honours');
    await page.getByLabel('乙方').selectOption('unit-05');
    await page.locator('th', { hasText: '滨河路街道办' }).waitFor();
    expect(await page.locator('section[aria-label=对手赛]').innerText()).toContain('均截至 2017-12-31');
  });

  it('speaks English after a switch', async () => {
    await open('trend');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Month by month' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '月度走势' }).waitFor();
  });

  it('keeps what it has when the network is gone, and says how old it is', async () => {
    await open('');
    await context.setOffline(true);
    await page.clock.fastForward(3 * MINUTE_MS);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/[1-9] 分钟前/);
    expect(await page.locator('.big').innerText()).toContain('114');
    await context.setOffline(false);
    await page.clock.fastForward(MINUTE_MS);
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('shows no figure while editions are public and none is on air', async () => {
    await open('');
    await setSettings({ publicSource: 'edition' });
    await page.clock.fastForward(MINUTE_MS);
    await page.getByText('数据更新中').waitFor();
    expect(await page.locator('pb-board').innerText()).not.toContain('114');
    asked.length = 0;
    await page.clock.fastForward(MINUTE_MS);
    // The summary and three rankings, each once: a refusal is no reason to ask again at once.
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(4);
    await page.clock.fastForward(MINUTE_MS / 4);
    await page.waitForLoadState('networkidle');
    expect(asked).toHaveLength(4);
    await setSettings({ publicSource: 'live' });
    await page.clock.fastForward(MINUTE_MS);
    await page.locator('.big').waitFor();
  });

  it('breaks no rule of its content policy and throws nothing', () => {
    expect(faults).toEqual([]);
  });
});
