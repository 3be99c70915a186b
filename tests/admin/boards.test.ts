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

const view = (): Locator => page.locator('pb-board-view');
const menu = (): Locator => page.locator('pb-board-menu');
const row = (text: string): Locator => page.locator('pb-board-table tbody tr').filter({ hasText: text });
const figure = (label: string): Locator =>
  page
    .locator('pb-board-view dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd');
const address = (): string => new URL(page.url()).hash;

const choose = async (board: string): Promise<void> => {
  // Some have a public version of the same name further down.
  await menu().getByRole('link', { name: board, exact: true }).first().click();
  await view().getByRole('heading', { name: board, exact: true }).waitFor();
};

/** The status of what an export link leads to. */
const statusOf = async (name: string): Promise<number> => {
  const href = await page.getByRole('link', { name }).getAttribute('href');
  return (await api.call('GET', href ?? '')).status;
};

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.origin}/admin/#/boards/permits`);
  await page.fill('input[name=username]', 'admin');
  await page.fill('input[name=password]', ADMIN_PASSWORD);
  await page.press('input[name=password]', 'Enter');
  await row('德众汽车项目').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the boards', () => {
  it('show what was published of permits, and on what it rests', async () => {
    expect(await figure('按时办结率').innerText()).toMatch(/96\.7%\s*147\/152/);
    expect(await row('德众汽车项目').innerText()).toContain('7/7');
    await view().getByText('截至 2017-12-31').waitFor();
    expect(await view().locator('.basis').innerText()).toMatch(/序时进度 100\.0%（按月均摊）.*数据来源 调度数/);
  });

  it('have their further lists below the first, each under its name', async () => {
    const department = page.locator('pb-board-table').filter({ hasText: '审批部门' });
    expect(await view().getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['按部门 共 5 条']);
    expect(await department.locator('tbody tr').first().innerText()).toMatch(/^住建局\s+22\s+20\/22\s+20\/20\s+0$/);
    expect(await page.locator('pb-board-table').count()).toBe(2);
  });

  it('are found in a menu of groups, next to the figures', async () => {
    const sections = await page.getByRole('navigation', { name: '栏目' }).getByRole('link').allInnerTexts();
    expect(sections.slice(0, 2)).toEqual(['填报数据', '看板']);
    await choose('项目谋划');
    expect(await figure('亿元以上占比').innerText()).toMatch(/62\.78%\s*140\/223/);
    expect(await row('合计').innerText()).toMatch(/223\s+6,583,100\s+3,010,900\s+45\.74%/);
  });

  it('are shown at another date, and the address and the export keep it', async () => {
    await choose('总体进展');
    await view().getByLabel('截至日期').fill('2017-11-30');
    await view().getByText('截至 2017-11-30').waitFor();
    expect(address()).toBe('#/boards/summary?asOf=2017-11-30');
    expect(await row('序时进度').first().innerText()).toContain('91.7');
    expect(await statusOf('导出 Excel：总体进展')).toBe(200);
    await choose('联审联批');
    expect(address()).toBe('#/boards/permits?asOf=2017-11-30');
    expect(await statusOf('导出 CSV：联审联批')).toBe(200);
    await view().getByRole('button', { name: '回到现在' }).click();
    await view().getByText('截至 2017-12-31').waitFor();
    expect(address()).toBe('#/boards/permits');
  });

  it('take their own options; a ranking without a group has all of them, as its export', async () => {
    await choose('单位排行');
    await expect.poll(() => page.locator('pb-board-table tbody tr').count()).toBe(12);
    await view().getByLabel('组别').selectOption({ label: '乡镇办' });
    await expect.poll(() => page.locator('pb-board-table tbody tr').count()).toBe(5);
    expect(address()).toBe('#/boards/unitRanking?group=township');
    expect(await statusOf('导出 Excel：单位排行')).toBe(200);
  });

  it('ask for the project that they are about', async () => {
    await choose('单个项目');
    await view().getByText('请先在上面选择').waitFor();
    await view().getByRole('combobox', { name: '项目' }).fill('环保新材料');
    // The projects are read after the board: Enter takes nothing while there are none.
    await view().getByRole('option', { name: '环保新材料' }).waitFor();
    await page.keyboard.press('Enter');
    await row('厂房主体封顶').waitFor();
    expect(await row('厂房主体封顶').innerText()).toContain('逾期未完成');
  });

  it('have states and what is overdue in the tone of the registers’ lists, with a word or a sign', async () => {
    await page.goto(`${server.origin}/admin/#/boards/milestones`);
    const late = row('厂房主体封顶').locator('.badge.bad');
    await late.first().waitFor();
    expect(await late.allInnerTexts()).toEqual(['! 逾期未完成', '! -31']);
    expect(await row('公用工程接通').locator('.badge').allInnerTexts()).toEqual(['临期']);
    await page.goto(`${server.origin}/admin/#/boards/projectRanking`);
    expect(await row('智能装备产业园一期项目').locator('.badge.good', { hasText: '领先' }).innerText()).toBe('▲ 领先');
  });

  it('offer the contests and units that a comparison is made of', async () => {
    await choose('双方对比');
    await view().getByRole('combobox', { name: '比赛' }).fill('第1轮');
    await view().getByRole('option').first().click();
    await expect.poll(address).toMatch(/^#\/boards\/headToHead\?contest=/);
    await expect.poll(() => figure('轮次').innerText()).toBe('1');
    await view().getByRole('combobox', { name: '甲方' }).fill('柳园');
    await view().getByRole('option', { name: '柳园乡' }).waitFor();
  });

  it('keep the public versions apart', async () => {
    const group = menu().getByRole('group', { name: '公开版' });
    await group.getByRole('link', { name: '项目谋划' }).click();
    expect(address()).toBe('#/boards/publicPipeline');
    await row('10亿元以上').waitFor();
  });

  it('say in words that there is nothing to list, or that a date is wrong', async () => {
    await page.goto(`${server.origin}/admin/#/boards/issues?asOf=2016-12-31`);
    await view().getByText('截至这一天没有要列出的内容').waitFor();
    // The counts by category and by age are there all the same.
    expect(await view().getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      '按类别 共 7 条',
      '未办结时长 共 4 条',
    ]);
    expect(await page.locator('pb-board-table').count()).toBe(2);
    await page.goto(`${server.origin}/admin/#/boards/issues?asOf=yesterday`);
    await view().getByText('选项或日期不对').waitFor();
    expect(await view().getByRole('alert').count()).toBe(1);
  });

  it('are worked out from the ledger as it was known on a day', async () => {
    await page.goto(`${server.origin}/admin/#/boards/permits`);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(Date.now());
    await view().getByLabel('查看历史台账').fill(day);
    await view().getByText(`按 ${day} 当天结束时的台账计算`).waitFor();
    expect(address()).toBe(`#/boards/permits?known=${day}`);
    expect(await statusOf('导出 CSV：联审联批')).toBe(200);
    await view().getByRole('button', { name: '回到现在' }).click();
    await row('德众汽车项目').waitFor();
  });

  it('follow the ledger', async () => {
    const { records } = (await (await api.call('GET', '/api/registers/projects?limit=5000')).json()) as {
      records: { id: string; name: string }[];
    };
    const id = records.find(({ name }) => name === '德众汽车项目')?.id ?? '';
    expect((await api.call('PATCH', `/api/registers/projects/${id}`, { name: '德众汽车改建项目' })).status).toBe(200);
    await row('德众汽车改建项目').waitFor();
  });

  it.each([
    'permits',
    'pipeline',
    'summary',
    'projectRanking',
    'project',
    'duties',
    'notices',
    'headToHead',
    'explore',
  ])('have no barrier in %s', async (name) => {
    await page.goto(`${server.origin}/admin/#/boards/${name}`);
    await page.waitForLoadState('networkidle');
    expect(await seriousViolations(page)).toEqual([]);
  });
});
