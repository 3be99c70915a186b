/**
 * A unit reports from a phone, with a photo; nothing public moves until the office has verified it: then the summary
 * moves, and the screen with it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { phonePicture } from '../support/photos.ts';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';
import { seriousViolations } from '../support/axe.ts';

const PHONE = { width: 390, height: 844 };
const PATIENCE = { timeout: 30_000 };
const PASSWORD = 'friday-morning';
const PROJECT = '高端家具制造项目';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly leadUnit: string;
}

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let api: ApiClient;
let project: Named;
const faults: string[] = [];

const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
  const answer = await api.call(method, path, body);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
};

const listOf = async <T>(register: string, filter = ''): Promise<readonly T[]> =>
  (await call<{ records: readonly T[] }>('GET', `/api/registers/${register}?limit=5000${filter}`)).records;

/** The project's report of December, whatever became of it. */
const decemberReport = async (): Promise<Readonly<Record<string, unknown>> | undefined> =>
  (await listOf<Readonly<Record<string, unknown>>>('reports', `&project=${project.id}`)).find(
    ({ asOf }) => asOf === '2017-12-31',
  );

const publicTotal = async (): Promise<number> => {
  const answer = await fetch(`${server.origin}/api/boards/summary`);
  return ((await answer.json()) as { completed: { yuan: number } }).completed.yuan;
};

async function open(username: string, hash: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${server.origin}/admin/${hash}`);
  await page.fill('input[name=username]', username);
  await page.fill('input[name=password]', PASSWORD);
  await page.press('input[name=password]', 'Enter');
  return page;
}

const isScrolledSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

const account = (username: string, displayName: string, role: string, unit?: string) =>
  call('POST', '/api/registers/users', { username, displayName, role, password: PASSWORD, ...(unit ? { unit } : {}) });

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  const found = (await listOf<Named>('projects')).find(({ name }) => name === PROJECT);
  if (!found) throw new Error('the demo has the project');
  project = found;
  await account('tianbao', '例某填', 'reporter', project.leadUnit);
  await account('heshi', '例某核', 'verifier');
  await call('DELETE', `/api/registers/reports/${String((await decemberReport())?.['id'])}`);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('a unit’s report', () => {
  let phone: Page;
  let before: number;

  it('begins on a phone with what is still to be reported, and no other section', async () => {
    before = await publicTotal();
    phone = await open('tianbao', '', PHONE);
    const card = phone.locator('pb-report a.card', { hasText: PROJECT });
    await card.waitFor(PATIENCE);
    expect(await card.innerText()).toContain('未填报');
    expect(await phone.locator('nav a').allInnerTexts()).toEqual(['单位填报']);
    expect(await isScrolledSideways(phone)).toBe(false);
    expect(await seriousViolations(phone)).toEqual([]);
    await card.click();
  });

  it('shows the rate and the difference while it is typed', async () => {
    await phone.fill('input[name=amount]', '9480');
    await expect.poll(() => phone.locator('#reading').innerText()).toContain('79.0%');
    expect(await phone.locator('#reading').innerText()).toContain('+1,270 万元');
  });

  it('is still there after the tab was closed without sending', async () => {
    await phone.fill('textarea[name=difficulties]', '冬季施工降温');
    await phone.reload();
    await phone.waitForSelector('input[name=amount]');
    expect(await phone.inputValue('input[name=amount]')).toBe('9480');
    expect(await phone.inputValue('textarea[name=difficulties]')).toBe('冬季施工降温');
  });

  it('says that it was not sent while there is no network, and keeps everything', async () => {
    await phone.context().setOffline(true);
    await phone.click('button.send');
    await phone.getByText('没有网络').waitFor(PATIENCE);
    await phone.context().setOffline(false);
    expect(await phone.inputValue('input[name=amount]')).toBe('9480');
    expect(await decemberReport()).toBeUndefined();
  });

  it('takes a photo along, without what the phone wrote into it', async () => {
    const file = join(folder.path, 'phone.jpg');
    writeFileSync(file, await phonePicture({ width: 1600, height: 1200, taken: '2017:12:20 10:00:00' }));
    await phone.context().setOffline(true);
    await phone.setInputFiles('pb-report-photos input[multiple]', file);
    await phone.getByText('1 张照片没有传上去').waitFor(PATIENCE);
    await phone.context().setOffline(false);
    await phone.getByRole('button', { name: '重试' }).click();
    await phone.getByText('待审').waitFor(PATIENCE);
    const [photo] = await listOf<{ id: string; takenOn: string }>('photos', `&project=${project.id}`);
    expect(photo?.takenOn).toBe('2017-12-20');
    const kept = await api.call('GET', `/api/photos/${photo?.id ?? ''}/picture`);
    expect((await sharp(Buffer.from(await kept.arrayBuffer())).metadata()).exif).toBeUndefined();
  });

  it('is sent, says by whom, and moves nothing that is public', async () => {
    expect(await seriousViolations(phone)).toEqual([]);
    expect(await isScrolledSideways(phone)).toBe(false);
    await phone.click('button.send');
    await phone.getByText('已填报，待核实').waitFor(PATIENCE);
    await phone.getByText('例某填 于').waitFor(PATIENCE);
    expect(await decemberReport()).toMatchObject({
      state: 'submitted',
      reportedYtdYuan: 94_800_000,
      completedMonthYuan: 12_700_000,
      difficulties: '冬季施工降温',
    });
    expect(await publicTotal()).toBe(before);
  });

  it('is verified in the office, and only then moves the summary and the screen', async () => {
    const screen = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
    await screen.goto(server.screenLink);
    await screen.waitForSelector('pb-stage[data-slide]', PATIENCE);
    const office = await open('heshi', '#/verify', { width: 1440, height: 900 });
    const row = office.locator('pb-verify tr', { hasText: PROJECT }).first();
    await row.waitFor(PATIENCE);
    expect(await row.innerText()).toContain('9,480 万元');
    expect(await row.locator('button.thumb').count()).toBe(1);
    expect(await seriousViolations(office)).toEqual([]);
    await row.getByRole('checkbox').focus();
    await office.keyboard.press('Space');
    await office.getByRole('button', { name: '按填报数核实所选（1）' }).focus();
    await office.keyboard.press('Enter');
    await office.getByText('已核实 1 个项目').waitFor(PATIENCE);
    expect(await publicTotal()).toBe(before + 12_700_000);
    const { revision } = await call<{ revision: number }>('GET', '/api/registers/settings?limit=1');
    await expect
      .poll(
        () => screen.evaluate(() => Number(document.querySelector<HTMLElement>('pb-stage')?.dataset['revision'] ?? 0)),
        PATIENCE,
      )
      .toBe(revision);
    await office.close();
  });

  it('can be sent back with a reason, which the reporter reads and answers', async () => {
    const office = await open('heshi', '#/verify', PHONE);
    // The photo came with the report, which is verified already; it waits for its own acceptance.
    await office.locator('section', { hasText: '待审照片' }).locator('button.thumb').click(PATIENCE);
    await office.locator('pb-verify-dialog').getByRole('button', { name: '采用' }).click();
    await office.getByText('照片已采用').waitFor(PATIENCE);
    await office.locator('pb-verify summary').click();
    await office.getByRole('button', { name: `退回 ${PROJECT}` }).click();
    await office.locator('pb-verify-dialog textarea').fill('与现场不符');
    await office.locator('pb-verify-dialog button.primary').click();
    await office.getByText('已退回 1 个项目').waitFor(PATIENCE);
    expect(await publicTotal()).toBe(before);
    await phone.reload();
    await phone.getByText('已退回：与现场不符').waitFor(PATIENCE);
    await phone.fill('input[name=amount]', '40000');
    await phone.click('button.send');
    const why = phone.locator('textarea[name=why]');
    expect(await why.getAttribute('aria-invalid')).toBe('true');
    expect(await phone.locator('.doubts').innerText()).toContain('超过年度计划的 3 倍');
    await why.fill('设备集中到货，已附发票');
    await phone.click('button.send');
    await phone.getByText('已填报，待核实').waitFor(PATIENCE);
    expect(await decemberReport()).toMatchObject({ state: 'submitted', reportedYtdYuan: 400_000_000 });
    expect(faults).toEqual([]);
  });
});
