/** The schedule of a group of screens in the admin page, in real Chromium. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import {
  ADMIN_PASSWORD,
  signIn,
  startServer,
  temporaryFolder,
  type ApiClient,
  type RunningServer,
} from '../support/server.ts';

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let api: ApiClient;

const editor = (): Locator => page.locator('pb-schedule-dialog');
const dialog = (): Locator => editor().locator('dialog');
const line = (number: number): Locator => page.locator('pb-schedule-line').nth(number - 1);
const day = (number: number): Locator => page.locator('pb-week-plan li').nth(number - 1);

const saved = async (): Promise<unknown> => {
  const { schedule } = (await (await api.call('GET', '/api/registers/groups/demo-group')).json()) as {
    schedule?: unknown;
  };
  return schedule;
};

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  const entries = [{ id: 'cover', kind: 'cover', options: {}, seconds: 10, enabled: true }];
  await api.call('POST', '/api/playlists', { name: '周五调度会', entries });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.origin}/admin/#/screens`);
  await page.fill('input[name=username]', 'admin');
  await page.fill('input[name=password]', ADMIN_PASSWORD);
  await page.press('input[name=password]', 'Enter');
  await page.locator('pb-groups').getByRole('button', { name: /^时段/ }).first().click();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the schedule editor', () => {
  it('starts from ready lines and draws the week that they make', async () => {
    await editor().getByRole('button', { name: '亮屏 7:00–22:00（其余熄屏）' }).click();
    await editor().getByRole('button', { name: '周五会场' }).click();
    await line(1).locator('select').selectOption('周五调度会');
    expect(await page.locator('pb-schedule-line').count()).toBe(3);
    const friday = await day(5).getByRole('img').getAttribute('aria-label');
    expect(friday).toMatch(
      /00:00–07:00 熄屏, 07:00–08:30 .+, 08:30–12:00 周五调度会, 12:00–22:00 .+, 22:00–24:00 熄屏$/,
    );
    expect(await day(6).getByRole('img').getAttribute('aria-label')).not.toContain('周五调度会');
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('warns of a line that never counts and of one that is wrong, which cannot be saved', async () => {
    await editor().getByRole('button', { name: '添加时段' }).click();
    await line(4).getByLabel('开始').fill('0100');
    await line(4).getByLabel('结束').fill('6:00');
    await line(4).getByLabel('结束').press('Tab');
    await line(4).getByText('不会生效').waitFor();
    await line(4).getByLabel('结束').fill('0:30');
    await line(4).getByLabel('结束').press('Tab');
    await line(4).getByText('结束须晚于开始').waitFor();
    expect(await editor().getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);
    await line(4).getByRole('button', { name: '删除 4' }).click();
  });

  it('saves what stands there, in the order of the lines', async () => {
    await line(1).getByRole('button', { name: '下移 1' }).click();
    await line(1).getByRole('button', { name: '日', exact: true }).click();
    await editor().getByRole('button', { name: '保存' }).click();
    await dialog().waitFor({ state: 'hidden' });
    expect(await saved()).toMatchObject([
      { days: [1, 2, 3, 4, 5, 6], from: 0, until: 420 },
      { days: [5], from: 510, until: 720 },
      { days: [1, 2, 3, 4, 5, 6, 7], from: 1320, until: 1440 },
    ]);
    await page.locator('pb-groups').getByText('3 个时段').waitFor();
    await page.locator('pb-groups').getByText('现在应显示').waitFor();
  });

  it('stands in the form of its group in words', async () => {
    await page.locator('pb-groups').getByRole('button', { name: /^修改/ }).first().click();
    const words = page.getByText(/^\d+ 个时段；在“屏幕”的屏幕组一行点“时段”修改$/);
    await words.waitFor();
    expect(await words.count()).toBe(1);
    await page.locator('pb-groups pb-record-dialog').getByRole('button', { name: '取消' }).click();
  });

  it('clears the schedule', async () => {
    await page.locator('pb-groups').getByRole('button', { name: /^时段/ }).first().click();
    for (const left of [3, 2, 1])
      await line(left)
        .getByRole('button', { name: `删除 ${left}` })
        .click();
    await editor().getByRole('button', { name: '保存' }).click();
    await dialog().waitFor({ state: 'hidden' });
    expect(await saved()).toBeUndefined();
  });

  it('fits a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('pb-groups').getByRole('button', { name: /^时段/ }).first().click();
    await editor().getByRole('button', { name: '添加时段' }).click();
    const wide = await dialog().evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
  });
});
