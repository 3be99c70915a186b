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

const REVIEWER_PASSWORD = 'saturday-evening';
const COPY = '年度综合考核办法（百分制）（副本）';

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let api: ApiClient;

const address = (): string => new URL(page.url()).hash;
const line = (name: string): Locator => page.locator('pb-ranking-table tbody tr').filter({ hasText: name });
const panel = (): Locator => page.locator('pb-measure-panel');
const editor = (): Locator => page.locator('pb-scheme-editor');
const maximum = (): Locator => editor().getByLabel('A1 最高分（main）');
const tried = (name: string): Locator => page.locator('pb-trial tbody tr').filter({ hasText: name });

const signInPage = async (of: Page, place: string, username: string, password: string): Promise<void> => {
  await of.goto(`${server.origin}/admin/#/${place}`);
  await of.fill('input[name=username]', username);
  await of.fill('input[name=password]', password);
  await of.press('input[name=password]', 'Enter');
};

const go = async (place: string): Promise<void> => {
  await page.goto(`${server.origin}/admin/#/${place}`);
};

interface SavedScheme {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly approvalDocument?: string;
}

const schemeNamed = async (name: string): Promise<SavedScheme | undefined> => {
  const { schemes } = (await (await api.call('GET', '/api/schemes')).json()) as { schemes: SavedScheme[] };
  return schemes.find((each) => each.name === name);
};

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(10_000);
  const place = 'ranking?asOf=2017-05-31&against=2017-04-30&group=park';
  await signInPage(page, place, 'admin', ADMIN_PASSWORD);
  await line('商务中心区').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the ranking explorer', () => {
  it('tells two parks at 59.9 apart by a further decimal, with rank and value of the other date', async () => {
    expect(await line('商务中心区').innerText()).toMatch(
      /^1\s+▲1\s*上升 1 位\s+商务中心区管委会\s+园区\s+59\.90\s+42\.8\s+\+17\.1$/,
    );
    expect(await line('产业集聚区').innerText()).toMatch(
      /^2\s+▼1\s*下降 1 位\s+产业集聚区管委会\s+园区\s+59\.88\s+45\.0\s+\+14\.8$/,
    );
  });

  it('says in words what the measure is', async () => {
    await page.getByRole('heading', { name: 'M1 投资完成率' }).waitFor();
    expect(await page.locator('pb-ranking .definition').first().innerText()).toContain(
      '年内累计完成投资之和÷年度计划投资之和',
    );
  });

  it('opens where a number comes from, down to the records and their people; the address keeps it', async () => {
    await line('商务中心区').getByRole('button').click();
    await panel().getByText('998000000/1666000000').waitFor();
    const sides = await panel().getByRole('heading', { level: 3 }).allInnerTexts();
    expect(sides.map((side) => side.replace(/\s+/g, ' '))).toEqual(['分子 99,800 万元', '分母 166,600 万元']);
    const source = panel().getByRole('listitem').filter({ hasText: '城市商业综合体项目 2017-05-31' });
    expect(await source.innerText()).toMatch(/年内累计完成投资\s+38,400 万元\s+录入 系统 .*核实 系统/s);
    expect(address()).toContain('why=unit-07');
    const link = panel().getByRole('link', { name: '城市商业综合体项目 2017-05-31' });
    expect(await link.getAttribute('href')).toBe('#/registers/reports/report-2017-05-31');
    await panel().getByRole('button', { name: '变更历史 城市商业综合体项目 2017-05-31' }).click();
    await page.getByRole('heading', { name: /变更历史 · 城市商业综合体项目/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('pb-history dialog[open]').count()).toBe(0);
    expect(await panel().count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    await panel().getByRole('button', { name: '关闭', exact: true }).first().click();
    await expect.poll(() => panel().count()).toBe(0);
  });

  it('shows that two townships changed places between August and December', async () => {
    await go('ranking?asOf=2017-12-31&against=2017-08-31&group=township');
    await line('滨河路').getByText('▼').waitFor();
    const ranks = async (name: string) => (await line(name).innerText()).split(/\s+/).slice(0, 2).join(' ');
    expect([await ranks('柳园'), await ranks('滨河路')]).toEqual(['3 ▲1', '4 ▼1']);
  });

  it('compares with the end of the month before unless told otherwise, and exports what it shows', async () => {
    await go('ranking');
    await page.getByRole('columnheader', { name: '2017-11-30（%）' }).waitFor();
    const href = await page.getByRole('link', { name: '导出 CSV：投资完成率' }).getAttribute('href');
    const file = await (await api.call('GET', href ?? '')).text();
    expect(file).toContain('文化路街道办');
    await page.getByLabel('指标').selectOption({ label: 'M4 进度偏差' });
    await page.getByRole('heading', { name: 'M4 进度偏差' }).waitFor();
    await page.getByLabel('对象').selectOption({ label: '项目' });
    await line('城市商业综合体项目').waitFor();
    expect(address()).toBe('#/ranking?measure=scheduleVariance&of=projects');
  });
});

describe('a scheme', () => {
  it('lists scores by group, and a unit leads to the reasons of its score', async () => {
    await go('schemes');
    await page.getByRole('link', { name: '年度综合考核办法（百分制）', exact: true }).click();
    await page.getByRole('region', { name: '园区' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await go('schemes/scheme-a/scores/unit-07?asOf=2017-05-31');
    const item = page.locator('pb-explanation details[data-key=A1]');
    expect(await item.locator('summary').first().innerText()).toMatch(
      /A1 年度投资完成率\s+25 − 0\.5 × \(100 − 59\.904\) ≈ 4\.952\s+4\.95 \/ 25/,
    );
    await item.locator('summary').first().click();
    await item.getByText('99,800 万元 ÷ 166,600 万元').waitFor();
    await item.getByText('台账记录 10 条').click();
    await item.getByRole('link', { name: '城市商业综合体项目 2017-05-31' }).waitFor();
    await page.getByText(/再完成投资 [\d,]+ 万元即超过产业集聚区/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('says which other rules were tried, and proposes boards for a signature', async () => {
    await go('schemes/scheme-a/sensitivity?asOf=2017-05-31');
    await page.getByText(/试了 \d+ 种其他规则/).waitFor();
    await go('schemes/scheme-a/honours?asOf=2017-08-31');
    await page.getByRole('button', { name: '拟定红黑榜 园区' }).click();
    await page.getByLabel('截止日期').fill('2030-12-31');
    await page.getByLabel('截止日期').press('Tab');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByRole('button', { name: '确认执行' }).click();
    const signoffs = page.getByRole('region', { name: '签批记录' });
    await signoffs.getByText('拟发布').first().waitFor();
    expect(await signoffs.innerText()).toMatch(/红榜\s+园区\s+2017-08-31\s+.*商务中心区/);
    expect(await seriousViolations(page)).toEqual([]);
  });
});

/** Totals of a unit by the approved scheme, and by the same with another maximum of its first item. */
async function totalsWithMaximum(main: number): Promise<readonly [now: string, then: string]> {
  const record = (await (await api.call('GET', '/api/registers/schemes/scheme-a')).json()) as {
    body: { items: { max: object }[] };
  };
  const { items, ...rest } = record.body;
  const changed = items.map((item, at) => (at === 0 ? { ...item, max: { ...item.max, main } } : item));
  const answer = await api.call('POST', '/api/schemes/try', { body: { ...rest, items: changed }, against: 'scheme-a' });
  const { units } = (await answer.json()) as {
    units: { unit: string; before: { total: { text: string } }; after: { total: { text: string } } }[];
  };
  const own = units.find(({ unit }) => unit === 'unit-07');
  return [own?.before.total.text ?? '', own?.after.total.text ?? ''];
}

describe('the scheme editor', () => {
  it('does not edit what was approved', async () => {
    await go('schemes/scheme-a/edit');
    await editor().getByText('只读').waitFor();
    expect(await maximum().isDisabled()).toBe(true);
    expect(await page.locator('pb-trial').count()).toBe(0);
  });

  it('tries a copy with another maximum while it is written', async () => {
    await go('schemes/scheme-a/copy');
    const [now, more] = await totalsWithMaximum(35);
    await tried('商务中心区').getByText(`${now} → ${now}`).waitFor();
    await maximum().fill('35');
    await maximum().press('Tab');
    await tried('商务中心区').getByText(`${now} → ${more}`).waitFor();
    expect(more).not.toBe(now);
    await editor().getByText('基本分合计为 110 分，不是 100 分').first().waitFor();
  });

  it('says beside its place what is wrong, and leads there', async () => {
    await editor().getByRole('button', { name: 'A3 的公式和规则' }).click();
    const target = editor().getByLabel('目标值').first();
    await target.fill('0');
    await target.press('Tab');
    await editor().getByText('有 1 处要改').waitFor();
    expect(await target.getAttribute('aria-invalid')).toBe('true');
    expect(await editor().locator('[id="error/items/2/formula/target"]').innerText()).toBe('必须大于 0');
    await editor().getByRole('button', { name: 'A3 的公式和规则' }).click();
    await editor().getByRole('button', { name: 'A3/formula/target' }).click();
    await expect.poll(() => target.evaluate((node) => node.matches(':focus'))).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);
    await target.fill('10');
    await target.press('Tab');
    await page.getByText(/个单位位次变化/).waitFor();
  });

  it('keeps what was typed while one looks elsewhere, and asks before another scheme takes its place', async () => {
    await go('schemes');
    await page.getByRole('link', { name: '年度综合考核办法（百分制）', exact: true }).waitFor();
    await go('schemes/scheme-b/edit');
    await editor().getByText('还有没保存的修改').waitFor();
    await editor().getByRole('link', { name: '回去继续' }).click();
    expect(await maximum().inputValue()).toBe('35');
  });

  it('holds the same scheme as JSON', async () => {
    await editor().getByRole('button', { name: 'JSON' }).click();
    const json = editor().getByLabel('方案内容（JSON）');
    const text = await json.inputValue();
    expect(text).toContain('"main": 35');
    await json.fill(text.replace('"main": 35', '"main": 30'));
    await json.press('Tab');
    await editor().getByRole('button', { name: '表格' }).click();
    expect(await maximum().inputValue()).toBe('30');
  });

  it('saves a draft, which a reviewer approves under a document’s number', async () => {
    await editor().getByRole('button', { name: '保存为拟定稿' }).click();
    await editor().getByText('已保存').waitFor();
    const saved = await schemeNamed(COPY);
    expect(saved?.state).toBe('draft');
    expect(address()).toBe(`#/schemes/${saved?.id ?? ''}/edit`);
    await api.call('POST', '/api/registers/users', {
      username: 'reviewer',
      displayName: '例审核',
      role: 'reviewer',
      password: REVIEWER_PASSWORD,
    });
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const other = await context.newPage();
    other.setDefaultTimeout(10_000);
    await signInPage(other, `schemes/${saved?.id ?? ''}`, 'reviewer', REVIEWER_PASSWORD);
    await other.getByRole('button', { name: '批准' }).click();
    const dialog = other.locator('pb-scheme-steps pb-dialog');
    await dialog.getByRole('button', { name: '批准' }).click();
    await dialog.getByText('必填，请填写').waitFor();
    await dialog.getByLabel('批准文号').fill('示范办〔2017〕9号');
    await dialog.getByRole('button', { name: '批准' }).click();
    await other.locator('.badge').getByText('已批准').waitFor();
    expect(await seriousViolations(other)).toEqual([]);
    expect(await schemeNamed(COPY)).toMatchObject({ state: 'approved', approvalDocument: '示范办〔2017〕9号' });
    await context.close();
  });
});
