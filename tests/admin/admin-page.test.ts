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
const faults: string[] = [];

interface ReportRecord {
  readonly id: string;
  readonly project: string;
  readonly asOf: string;
  readonly revision: number;
  readonly completedYtdYuan: number;
  readonly note?: string;
}

const cell = (row: number, month: number): Locator => page.locator(`td[data-row="${row}"][data-column="${month - 1}"]`);

/** The row in which a project stands, from 0. */
const rowOf = async (project: string): Promise<number> => {
  const names = await page.locator('pb-sheet tbody th.name').allInnerTexts();
  return names.indexOf(project);
};

async function reportsOf(projectName: string): Promise<readonly ReportRecord[]> {
  const projects = (await (await api.call('GET', '/api/registers/projects')).json()) as {
    records: { id: string; name: string }[];
  };
  const id = projects.records.find(({ name }) => name === projectName)?.id ?? '';
  const answer = (await (await api.call('GET', `/api/registers/reports?limit=5000&project=${id}`)).json()) as {
    records: ReportRecord[];
  };
  return answer.records;
}

const reportAt = async (projectName: string, asOf: string): Promise<ReportRecord | undefined> =>
  (await reportsOf(projectName)).find((report) => report.asOf === asOf);

async function paste(text: string): Promise<void> {
  await page.locator('pb-sheet td.active').evaluate((target, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
    );
  }, text);
}

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the admin page', () => {
  it('asks who one is, and opens on the sheet of figures', async () => {
    await page.goto(`${server.origin}/admin/`);
    await page.fill('input[name=username]', 'admin');
    await page.fill('input[name=password]', ADMIN_PASSWORD);
    await page.press('input[name=password]', 'Enter');
    await page.waitForSelector('pb-sheet td.cell');
    expect(await page.locator('pb-sheet thead th.now').innerText()).toBe('12月');
  });

  it('saves a typed figure, says so in its cell and moves on', async () => {
    const row = await rowOf('高端家具制造项目');
    await cell(row, 12).click();
    await page.keyboard.type('9,500.5');
    await page.keyboard.press('Enter');
    await cell(row, 12).locator('.mark.saved').waitFor();
    expect(await cell(row + 1, 12).getAttribute('tabindex')).toBe('0');
    expect((await reportAt('高端家具制造项目', '2017-12-31'))?.completedYtdYuan).toBe(95_005_000);
  });

  it('computes the rate of the row from what was saved', async () => {
    const rates = await page.locator('pb-sheet td.rate').allInnerTexts();
    expect(rates[await rowOf('高端家具制造项目')]).toContain('79.2%');
  });

  it('takes one’s own last edit back as a new change', async () => {
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await reportAt('高端家具制造项目', '2017-12-31'))?.completedYtdYuan)
      .toBe(94_800_000);
  });

  it('keeps a text that is no number in its cell, in words, and writes nothing', async () => {
    const row = await rowOf('高端家具制造项目');
    await cell(row, 12).click();
    await page.keyboard.press('F2');
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    await cell(row, 12).click();
    expect(await cell(row, 12).innerText()).toContain('不是数字');
    await cell(row, 12).getByRole('button').click();
    expect(await cell(row, 12).innerText()).toContain('9,480');
  });

  it('pastes a block from a spreadsheet as one set of changes', async () => {
    const row = await rowOf('高端家具制造项目');
    await cell(row, 1).click();
    await paste('1００\t200.5\t300\r\n');
    await cell(row, 3).locator('.mark.saved').waitFor();
    const reports = await reportsOf('高端家具制造项目');
    const first = reports.filter(({ asOf }) => asOf < '2017-04').sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
    expect(first.map(({ completedYtdYuan }) => completedYtdYuan)).toEqual([1_000_000, 2_005_000, 3_000_000]);
  });

  it('asks for a reason before a cumulative figure goes down', async () => {
    const row = await rowOf('高端家具制造项目');
    await cell(row, 3).click();
    await page.keyboard.type('150');
    await page.keyboard.press('Enter');
    const confirm = page.getByRole('button', { name: '确认保存' });
    await confirm.click();
    expect(await page.locator('pb-doubts [role=alert]').innerText()).toContain('原因');
    await page.locator('pb-doubts textarea').fill('审计核减');
    await confirm.click();
    await cell(row, 3).locator('.mark.saved').waitFor();
    expect(await reportAt('高端家具制造项目', '2017-03-31')).toMatchObject({
      completedYtdYuan: 1_500_000,
      note: '审计核减',
    });
  });

  it('shows what somebody else wrote first, and lets one keep one’s own', async () => {
    const row = await rowOf('高端家具制造项目');
    // The page must not learn of the other change before it writes.
    await page.route('**/api/registers/settings?limit=1', () => undefined);
    const report = await reportAt('高端家具制造项目', '2017-12-31');
    await api.call(
      'PATCH',
      `/api/registers/reports/${report?.id}`,
      { completedYtdYuan: 94_900_000 },
      {
        'if-match': `"${report?.revision}"`,
      },
    );
    await cell(row, 12).click();
    await page.keyboard.type('9600');
    await page.keyboard.press('Enter');
    await cell(row, 12).locator('.mark.bad').waitFor();
    await cell(row, 12).click();
    expect(await cell(row, 12).innerText()).toMatch(/改为 9,490/);
    await page.getByRole('button', { name: '保留我的' }).click();
    await cell(row, 12).locator('.mark.saved').waitFor();
    expect((await reportAt('高端家具制造项目', '2017-12-31'))?.completedYtdYuan).toBe(96_000_000);
    await page.unroute('**/api/registers/settings?limit=1');
  });

  it('keeps what was typed when the session has ended, and saves it after signing in again', async () => {
    const row = await rowOf('高端家具制造项目');
    await page.context().clearCookies();
    await cell(row, 12).click();
    await page.keyboard.type('9700');
    await page.keyboard.press('Enter');
    await page.fill('input[name=username]', 'admin');
    await page.fill('input[name=password]', ADMIN_PASSWORD);
    await page.press('input[name=password]', 'Enter');
    await expect
      .poll(async () => (await reportAt('高端家具制造项目', '2017-12-31'))?.completedYtdYuan)
      .toBe(97_000_000);
  });

  it('keeps what was not saved while one looks at another section', async () => {
    const row = await rowOf('高端家具制造项目');
    await cell(row, 11).click();
    await page.keyboard.type('8x');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '设置' }).click();
    await page.locator('pb-settings h1').first().waitFor();
    await page.getByRole('link', { name: '填报数据' }).click();
    await cell(row, 11).click();
    expect(await cell(row, 11).innerText()).toContain('8x');
    await cell(row, 11).getByRole('button').click();
  });

  it.each(['figures', 'verify', 'imports', 'playlists', 'screens', 'registers', 'people', 'log', 'settings'])(
    'has no serious barrier in section %s',
    async (section) => {
      await page.goto(`${server.origin}/admin/#/${section}`);
      await page.locator(`pb-${section} h1`).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await seriousViolations(page)).toEqual([]);
    },
  );

  it('previews a playlist on a stage as the screen will draw it, and saves a new order', async () => {
    await page.goto(`${server.origin}/admin/#/playlists`);
    const names = page.locator('pb-entries li .name');
    const second = (await names.nth(1).innerText()).replace(/^\d+\. /, '');
    await page.getByRole('button', { name: `上移 ${second}` }).click();
    await expect.poll(() => names.first().innerText()).toContain(second);
    await page.getByRole('button', { name: '保存并播出' }).click();
    await page.locator('pb-playlist-editor .badge.good').waitFor();
    const { records } = (await (await api.call('GET', '/api/playlists')).json()) as {
      records: { id: string; entries: { kind: string }[] }[];
    };
    expect(records.find(({ id }) => id === 'demo-playlist')?.entries[0]?.kind).toBe('summary');
    await names.first().click();
    await page.frameLocator('pb-preview iframe').getByText('114').first().waitFor();
  });

  it('says why screens leave a slide out, what an open option means, and who needs a playlist', async () => {
    await page.goto(`${server.origin}/admin/#/playlists`);
    // Of two playlists the one that a group plays, not the one that comes first.
    await page.getByRole('heading', { name: '每日循环' }).waitFor();
    await page.locator('pb-entries .name').filter({ hasText: '红黑榜' }).click();
    await page.locator('pb-entries').getByText('留空：全部').waitFor();
    await page.locator('pb-entries #board').selectOption('black');
    await page.getByText('这一页没有可显示的内容').waitFor();
    await page.locator('pb-entries #board').selectOption('red');
    await expect.poll(() => page.locator('pb-playlist-editor .silence').count()).toBe(0);
    await page.getByRole('button', { name: '放弃修改' }).click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.locator('pb-confirm').getByRole('button', { name: '删除' }).click();
    await page.getByText('还有屏幕组在用“每日循环”').waitFor();
    await page.getByRole('link', { name: '页面样张' }).click();
    await expect.poll(() => page.getByText('还有屏幕组在用').count()).toBe(0);
    const heights = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
    expect(heights[0]).toBe(heights[1]);
  });

  it('adds a screen and shows the link and the code that pair its player', async () => {
    await page.goto(`${server.origin}/admin/#/screens`);
    await page.getByRole('button', { name: '新增屏幕' }).click();
    await page.getByLabel('名称').fill('广场东屏');
    await page.getByRole('button', { name: '保存' }).click();
    expect(await page.getByLabel('配对链接', { exact: true }).inputValue()).toContain('/display/#pair=');
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByText('广场东屏').first().waitFor();
  });

  it('speaks English after a switch, and remembers it', async () => {
    const english = page.getByRole('link', { name: 'Playlists' });
    await page.getByRole('button', { name: 'English' }).click();
    await english.waitFor();
    await page.reload();
    await english.waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('breaks no rule of its content policy and throws nothing', () => {
    expect(faults).toEqual([]);
  });
});
