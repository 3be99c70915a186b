import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import {
  ADMIN_PASSWORD,
  signIn,
  startServer,
  temporaryFolder,
  type ApiClient,
  type RunningServer,
} from '../support/server.ts';
import { seriousViolations } from '../support/axe.ts';

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let api: ApiClient;

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly revision: number };

const recordsOf = async (register: string): Promise<readonly Row[]> => {
  const answer = (await (await api.call('GET', `/api/registers/${register}?limit=5000`)).json()) as { records: Row[] };
  return answer.records;
};

const open = async (hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/${hash}`);
};

const rows = (): Locator => page.locator('pb-register-table tbody tr');
const row = (text: string): Locator => rows().filter({ hasText: text });
const form = (): Locator => page.locator('pb-register-list > pb-record-dialog, pb-record-dialog').first();
const field = (name: string): Locator => form().locator(`#${name}`);
const save = (): Promise<void> => form().getByRole('button', { name: '保存', exact: true }).click();
const dialogs = (): Promise<number> => page.locator('dialog[open]').count();
const close = async (): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect.poll(dialogs).toBe(0);
};
const search = (text: string): Promise<void> => page.locator('pb-list-tools input[type=search]').fill(text);

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.origin}/admin/#/registers/projects`);
  await page.fill('input[name=username]', 'admin');
  await page.fill('input[name=password]', ADMIN_PASSWORD);
  await page.press('input[name=password]', 'Enter');
  await rows().first().waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the registers', () => {
  it('are found by name in a menu of areas', async () => {
    const menu = page.locator('pb-register-menu');
    await menu.getByRole('searchbox').fill('督办');
    expect(await menu.getByRole('link').allInnerTexts()).toEqual(['督办通知单']);
    await menu.getByRole('searchbox').fill('');
    await menu.getByRole('button', { name: '会议调度' }).click();
    expect(await menu.getByRole('link', { name: '议定事项' }).count()).toBe(0);
    await menu.getByRole('button', { name: '会议调度' }).click();
    await menu.getByRole('link', { name: '议定事项' }).waitFor();
  });

  it('list records by their readable names, searched, filtered and sorted', async () => {
    await search('刘例顺 工业');
    expect(await row('青岛汉阳项目').innerText()).toContain('产业集聚区管委会');
    await search('');
    await page.getByLabel('项目状态').selectOption({ label: '竣工' });
    await expect.poll(() => rows().count()).toBe(8);
    await page.getByRole('button', { name: '总投资' }).click();
    expect(await rows().first().innerText()).toContain('柳园社区养老服务中心项目');
    await page.getByRole('button', { name: '清除查找和筛选' }).click();
    await search('没有这样的项目');
    await page.getByText('没有符合条件的记录').waitFor();
    await search('');
  });

  it('show a wrong value beside its field, go to it, and keep what was typed', async () => {
    await page.getByRole('button', { name: '修改 青岛汉阳项目' }).click();
    await field('name').fill('青岛汉阳改建项目');
    await field('ownerOrg').fill('请联系 13800138000');
    await save();
    expect(await page.locator('#ownerOrg-error').innerText()).toContain('手机号');
    expect(await field('ownerOrg').evaluate((node) => node.matches(':focus'))).toBe(true);
    expect(await field('name').inputValue()).toBe('青岛汉阳改建项目');
  });

  it('choose several records by typing parts of their names', async () => {
    await field('ownerOrg').fill('');
    const units = form().getByRole('combobox', { name: '配合单位' });
    for (const name of ['柳园', '住建']) {
      await units.fill(name);
      await page.keyboard.press('Enter');
    }
    await form().locator('#reason').fill('更名');
    await save();
    await row('青岛汉阳改建项目').waitFor();
    const project = (await recordsOf('projects')).find(({ name }) => name === '青岛汉阳改建项目');
    expect(project?.['supportUnits']).toHaveLength(2);
  });

  it('tell the history of a record in words, and take a change back with a reason', async () => {
    await page.getByRole('button', { name: '历史 青岛汉阳改建项目' }).click();
    const newest = page.locator('pb-history li').first();
    await newest.waitFor();
    expect(await newest.innerText()).toMatch(/青岛汉阳项目[\s\S]*青岛汉阳改建项目/);
    expect(await newest.innerText()).toContain('更名');
    expect(await newest.innerText()).toContain('柳园乡、区住建局');
    await newest.getByRole('button', { name: '撤销此变更' }).click();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.locator('pb-undo').getByText('必填，请填写').waitFor();
    await page.locator('pb-undo textarea').fill('改错了');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect.poll(() => page.locator('pb-history li').first().innerText()).toContain('改错了');
    await close();
    await row('青岛汉阳项目').waitFor();
  });

  it('say in words why a change cannot be taken back', async () => {
    const [unit] = await recordsOf('units');
    for (const officialOrder of [901, 902]) {
      await api.call('PATCH', `/api/registers/units/${unit?.id}`, { officialOrder });
    }
    await open('log');
    await page.locator('pb-log tbody tr').nth(1).getByRole('button', { name: '撤销' }).click();
    await page.locator('pb-undo textarea').fill('试试');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    expect(await page.locator('pb-undo [role=alert] li').innerText()).toContain('之后又改过');
    await close();
  });

  it('offer the states that follow, and write the one that was pressed', async () => {
    await open('registers/issues');
    await row('后续建设资金筹措较慢').first().getByRole('button', { name: '修改' }).click();
    const states = form().getByRole('group', { name: '状态' });
    expect(await states.getByRole('button').allInnerTexts()).toEqual(['已提级', '已解决']);
    await states.getByRole('button', { name: '已解决' }).click();
    await save();
    await page.locator('#resolvedOn-error').waitFor();
    await field('resolvedOn').fill('2017-12-20');
    await save();
    await expect.poll(dialogs).toBe(0);
    const solved = (await recordsOf('issues')).filter(({ resolvedOn }) => resolvedOn === '2017-12-20');
    expect(solved.map(({ state }) => state)).toEqual(['resolved']);
  });

  it('edit the stops of a permit’s clock row by row', async () => {
    await open('registers/permits');
    await rows().first().getByRole('button', { name: '修改' }).click();
    await form().getByRole('button', { name: '添加停止计时' }).click();
    await form().getByLabel('第 1 段的开始日期').fill('2016-11-29');
    await form().getByLabel('第 1 段的结束日期').fill('2016-11-30');
    await save();
    await expect.poll(dialogs).toBe(0);
    const stopped = (await recordsOf('permits')).find(({ stops }) => JSON.stringify(stops)?.includes('2016-11-29'));
    expect(stopped?.['stops']).toEqual([{ kind: 'correction', from: '2016-11-29', to: '2016-11-30' }]);
  });

  it('make a record that a field should point to from within the form, and mark what is missing', async () => {
    await open('registers/issues');
    await page.getByRole('heading', { name: '问题台账' }).waitFor();
    await page.locator('pb-register-list').getByRole('button', { name: '新增', exact: true }).click();
    expect(await field('description').getAttribute('aria-required')).toBe('true');
    await save();
    expect(await page.locator('#description-error').innerText()).toContain('必填');
    await form().getByRole('button', { name: '新增 责任单位' }).click();
    const inner = page.locator('pb-record-dialog pb-record-dialog');
    await inner.locator('#name').fill('试点街道办');
    await inner.locator('#shortName').fill('试点街道');
    await inner.locator('#officialOrder').fill('99');
    await inner.getByRole('button', { name: '保存', exact: true }).click();
    await expect.poll(() => form().getByRole('combobox', { name: '责任单位' }).first().inputValue()).toBe('试点街道办');
    await close();
  });

  it('take in what somebody else saved meanwhile, and say who', async () => {
    await open('registers/projects');
    await page.getByRole('button', { name: '修改 淘金创谷项目' }).click();
    await field('remark').fill('我的备注');
    await field('content').fill('我的内容');
    const project = (await recordsOf('projects')).find(({ name }) => name === '淘金创谷项目');
    await api.call('PATCH', `/api/registers/projects/${project?.id}`, { content: '对方的内容', shortName: '淘金' });
    await save();
    await form().getByText('对方的修改已并入').waitFor();
    expect(await field('shortName').inputValue()).toBe('淘金');
    expect(await page.locator('#content-theirs').innerText()).toContain('对方的内容');
    await save();
    await expect.poll(dialogs).toBe(0);
    const merged = (await recordsOf('projects')).find(({ name }) => name === '淘金创谷项目');
    expect(merged).toMatchObject({ content: '我的内容', remark: '我的备注', shortName: '淘金' });
  });

  it('ask for a reason before an unlikely value is saved', async () => {
    await page.getByRole('button', { name: '修改 淘金创谷项目' }).click();
    await field('totalInvestmentYuan').fill('1');
    await save();
    await page.locator('#totalInvestmentYuan-doubt').waitFor();
    await form().locator('#reason').fill('概算调整');
    await form().getByRole('button', { name: '仍然保存' }).click();
    await expect.poll(dialogs).toBe(0);
    const project = (await recordsOf('projects')).find(({ name }) => name === '淘金创谷项目');
    expect(project?.['totalInvestmentYuan']).toBe(10_000);
  });

  it('hide a telephone number until it is asked for', async () => {
    const project = (await recordsOf('projects')).find(({ name }) => name === '淘金创谷项目');
    await api.call('PATCH', `/api/registers/projects/${project?.id}`, { liaisonPhone: '0393-1234567' });
    await open('registers/units');
    await open('registers/projects');
    await page.getByRole('button', { name: '修改 淘金创谷项目' }).click();
    expect(await field('liaisonPhone').inputValue()).toBe('');
    await form().getByRole('button', { name: '显示 联系电话' }).click();
    await expect.poll(() => field('liaisonPhone').inputValue()).toBe('0393-1234567');
    await close();
  });

  it('keep a record that others name, and link to those', async () => {
    await page.getByRole('button', { name: '删除 淘金创谷项目' }).click();
    await page.locator('pb-register-list pb-confirm').getByRole('button', { name: '删除' }).click();
    const links = page.locator('pb-referrers a');
    await links.first().waitFor();
    await links.filter({ hasText: '年度计划' }).first().click();
    await form().locator('#amountYuan').waitFor();
    expect(await form().getByRole('combobox', { name: '项目' }).inputValue()).toBe('淘金创谷项目');
    await close();
  });

  it('show the ledger as it was on a day, and let nobody write there', async () => {
    await open('registers/projects');
    await rows().first().waitFor();
    await page.getByLabel('查看历史台账').fill('2017-01-01');
    await page.getByText('正在查看 2017-01-01').waitFor();
    await page.getByText('共 0 条').waitFor();
    expect(await page.getByRole('button', { name: '新增', exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: '导出 Excel：重点项目' }).getAttribute('href')).toBe(
      '/api/exports/projects.xlsx?asOf=2017-01-01',
    );
    await page.getByRole('button', { name: '回到现在' }).click();
    await page.getByText('共 42 条').waitFor();
  });

  it('trace a project: what was due and done, who wrote, who held which post', async () => {
    await page.getByRole('button', { name: '倒查 淘金创谷项目' }).click();
    const line = page.locator('pb-timeline');
    await line.getByText('概算调整').waitFor();
    expect(await line.locator('aside').innerText()).toContain('责任单位');
    await line.getByLabel('登记表').selectOption({ label: '年度计划' });
    expect(await line.getByText('概算调整').count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('find changes in the log by person and day', async () => {
    await open('log');
    await page.getByRole('searchbox', { name: '操作人' }).fill('系统');
    await page.keyboard.press('Enter');
    await page.locator('pb-log tbody tr').first().filter({ hasText: '系统' }).waitFor();
    await page.locator('pb-log').getByLabel('到').fill('2017-01-01');
    await page.getByText('没有变更').waitFor();
    expect(await page.locator('pb-log tbody tr').count()).toBe(0);
  });

  it.each(['registers/permits', 'registers/notices', 'registers/issues', 'log'])(
    'have no barrier in %s',
    async (hash) => {
      await open(hash);
      await page.waitForLoadState('networkidle');
      expect(await seriousViolations(page)).toEqual([]);
    },
  );

  it('have no barrier in a form', async () => {
    await open('registers/notices');
    await rows().first().getByRole('button', { name: '修改' }).click();
    await form().locator('#matter').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });
});
