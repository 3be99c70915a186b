import type { Browser, Page } from 'playwright-core';
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

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let api: ApiClient;

const dialogs = (): Promise<number> => page.locator('dialog[open]').count();

const section = async (name: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${name}`);
};

const entries = (): Promise<number> => page.locator('pb-entries li').count();

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.origin}/admin/`);
  await page.fill('input[name=username]', 'admin');
  await page.fill('input[name=password]', ADMIN_PASSWORD);
  await page.press('input[name=password]', 'Enter');
  await page.waitForSelector('pb-sheet td.cell');
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('what an office clerk meets', () => {
  it('tells that a set-up link was used, and leads to the sign-in', async () => {
    const other = await browser.newPage();
    await other.goto(`${server.origin}/admin/#setup=used-before`);
    await other.getByText('这个设置链接已经用过').waitFor();
    await other.getByRole('button', { name: '去登录' }).click();
    await other.locator('pb-login').waitFor();
    expect(await other.locator('pb-setup').count()).toBe(0);
    await other.close();
  });

  it('makes a playlist when Enter is pressed in its name', async () => {
    await section('playlists');
    await page.locator('pb-entries li').first().waitFor();
    await page.getByRole('button', { name: '新建节目单' }).click();
    await page.keyboard.type('周末');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '周末' }).waitFor();
    await expect.poll(dialogs).toBe(0);
    await expect.poll(entries).toBe(0);
  });

  it('keeps what is not saved in a playlist that is left for another', async () => {
    await page.locator('pb-entries label select').last().selectOption('cover');
    await expect.poll(entries).toBe(1);
    await page.getByRole('link', { name: '每日循环' }).click();
    await expect.poll(entries).toBeGreaterThan(1);
    await page.getByRole('link', { name: '周末' }).click();
    await expect.poll(entries).toBe(1);
    expect(await page.locator('pb-playlist-editor .badge.warn').innerText()).toBe('未保存');
  });

  it('says why an incomplete playlist cannot be saved', async () => {
    await page.locator('pb-entries label:has-text("添加页面") select').selectOption('project');
    await page.getByText('有 1 页没有填完').waitFor();
    expect(await page.getByRole('button', { name: '保存并播出' }).isDisabled()).toBe(true);
  });

  it('asks before the page closes when the section with unsaved edits was left', async () => {
    await section('log');
    await page.locator('pb-log tbody tr').first().click();
    const asked = page.waitForEvent('dialog');
    const reload = page.reload({ waitUntil: 'commit' }).catch((error: unknown) => error);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reload;
    await page.locator('pb-log tbody tr').first().waitFor();
  });

  it('shows a section in the language that was chosen while it was left', async () => {
    await section('registers');
    await page.getByRole('heading', { name: '重点项目' }).waitFor();
    await section('log');
    await page.getByRole('button', { name: 'English' }).click();
    await section('registers');
    await page.getByRole('heading', { name: 'Key projects' }).waitFor();
    expect(await page.locator('pb-registers nav a').first().innerText()).toBe('Responsible units');
    await page.getByRole('button', { name: '中文' }).click();
  });

  it('keeps a group with screens, in words, and gives a revoked screen a new link', async () => {
    await section('screens');
    await page.getByRole('button', { name: '删除 演示屏组' }).click();
    await page.locator('pb-groups pb-confirm').getByRole('button', { name: '删除' }).click();
    await page.getByText('里还有屏幕').waitFor();
    await page.getByRole('button', { name: '停用 演示屏' }).click();
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page.getByRole('button', { name: '恢复 演示屏' }).click();
    await expect.poll(() => page.locator('pb-link-dialog input').inputValue()).toContain('/display/#pair=');
    await page.getByRole('button', { name: '完成' }).click();
  });

  it('opens the pairing dialog for a code in the address, and once only', async () => {
    await section('screens/123456');
    const code = page.locator('pb-pair-dialog input.code');
    await expect.poll(() => code.inputValue()).toBe('123456');
    await page.keyboard.press('Enter');
    await page.getByText('没有这个配对码').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/screens');
  });

  it('changes one’s own password after the current one', async () => {
    await page.locator('header button.who').click();
    const dialog = page.locator('pb-password-dialog');
    await dialog.locator('input[name=current]').fill('not it at all');
    await dialog.locator('input[name=password]').fill('another-secret');
    await dialog.locator('input[name=repeat]').fill('another-secret');
    await page.keyboard.press('Enter');
    await dialog.getByText('现在的密码不对').waitFor();
    await dialog.locator('input[name=current]').fill(ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await dialog.getByText('密码已修改').waitFor();
    expect((await api.call('GET', '/api/session')).status).toBe(401);
    await dialog.locator('footer button, button[slot=actions]').last().click();
    await section('log');
    await page.locator('pb-log tbody tr').first().waitFor();
  });
});
