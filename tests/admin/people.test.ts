import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_KINDS as SHOWN_KINDS } from '../../admin/people/event-words.ts';
import { randomPassword } from '../../admin/people/random-password.ts';
import { EVENT_KINDS } from '../../server/events/events.ts';
import { seriousViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { ADMIN_PASSWORD, signIn, startServer, temporaryFolder, type RunningServer } from '../support/server.ts';

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;

const part = async (name: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/people/${name}`);
};

const withToken = (token: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.origin}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });

const signedInPage = async (username: string, password: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const opened = await context.newPage();
  await opened.goto(`${server.origin}/admin/#/people`);
  await opened.fill('input[name=username]', username);
  await opened.fill('input[name=password]', password);
  await opened.press('input[name=password]', 'Enter');
  return opened;
};

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  browser = await launchBrowser();
  page = await signedInPage('admin', ADMIN_PASSWORD);
  await page.locator('pb-accounts tbody tr').first().waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the people of the office', () => {
  /** Made here, told once. */
  let password = '';
  let token = '';

  it('are made with a role whose duties are told, and a password that the page makes', async () => {
    await page.getByRole('button', { name: '新增账号' }).click();
    const dialog = page.locator('pb-account-dialog');
    await dialog.locator('#username').fill('shen');
    await dialog.locator('#displayName').fill('沈试');
    await dialog.locator('#role').selectOption('auditor');
    await dialog.getByText('不能改任何内容').waitFor();
    await dialog.getByRole('button', { name: '随机生成密码' }).click();
    password = await dialog.locator('pb-secret input').inputValue();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.locator('pb-accounts tr', { hasText: '沈试' }).waitFor();
    const auditor = await signIn(server.origin, 'shen', password);
    expect((await auditor.call('GET', '/api/session')).status).toBe(200);
  });

  it('need a unit to report for one', async () => {
    await page.getByRole('button', { name: '新增账号' }).click();
    const dialog = page.locator('pb-account-dialog');
    await dialog.locator('#username').fill('tian');
    await dialog.locator('#displayName').fill('田例');
    await dialog.getByRole('button', { name: '随机生成密码' }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    expect(await dialog.locator('#unit-error').innerText()).toContain('必填');
    await page.keyboard.press('Escape');
  });

  it('get a new password, and the old one ends', async () => {
    await page.getByRole('button', { name: '重置密码 shen' }).click();
    const dialog = page.locator('pb-reset-dialog');
    await dialog.getByRole('button', { name: '重置密码' }).click();
    await dialog.getByText('密码已重置').waitFor();
    const old = password;
    password = await dialog.locator('pb-secret input').inputValue();
    await dialog.getByRole('button', { name: '完成' }).click();
    await expect(signIn(server.origin, 'shen', old)).rejects.toThrow('401');
    await signIn(server.origin, 'shen', password);
  });

  it('may be looked at by an auditor, who finds nothing to change', async () => {
    const other = await signedInPage('shen', password);
    await other.locator('pb-accounts tbody tr').first().waitFor();
    expect(await other.getByRole('button', { name: /新增账号|停用|修改 / }).count()).toBe(0);
    expect(await other.getByRole('link', { name: '导入' }).count()).toBe(0);
    await other.context().close();
  });

  it('are signed out when they are disabled', async () => {
    await page.getByRole('button', { name: '停用 shen' }).click();
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page.locator('pb-accounts tr', { hasText: '沈试' }).getByText('已停用').waitFor();
    await expect(signIn(server.origin, 'shen', password)).rejects.toThrow('401');
  });

  it('leave the last administrator where he is, and say why', async () => {
    await page.getByRole('button', { name: '停用 admin' }).click();
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page.locator('pb-accounts [role=alert]').waitFor();
    expect(await page.locator('pb-accounts [role=alert]').innerText()).toContain('至少要留一个可用的系统管理员');
  });

  it('make tokens that last no longer than a year', async () => {
    await part('tokens');
    await page.getByRole('button', { name: '新建令牌' }).click();
    const dialog = page.locator('pb-token-dialog');
    await dialog.locator('#name').fill('大屏对接');
    await dialog.locator('#name').press('Tab');
    const usual = await dialog.locator('#expiresOn').inputValue();
    await dialog.locator('#expiresOn').fill('2199-01-01');
    await dialog.getByRole('button', { name: '建立' }).click();
    await expect.poll(() => dialog.locator('#expiresOn-error').innerText()).toContain('最长一年');
    await dialog.locator('#expiresOn').fill(usual);
  });

  it('make a token for some registers, see it once, and another program reads with it', async () => {
    const dialog = page.locator('pb-token-dialog');
    await dialog.getByLabel('只限选中的').check();
    await dialog.getByLabel('重点项目', { exact: true }).check();
    await dialog.getByRole('button', { name: '建立' }).click();
    await dialog.getByText('令牌只显示这一次').waitFor();
    token = await dialog.locator('pb-secret input').inputValue();
    await dialog.getByRole('button', { name: '完成' }).click();
    await page.locator('pb-tokens tr', { hasText: '大屏对接' }).getByText('重点项目').waitFor();
    expect(await page.locator('pb-secret').count()).toBe(0);
    expect((await withToken(token, '/api/registers/projects?limit=1')).status).toBe(200);
    expect((await withToken(token, '/api/registers/units?limit=1')).status).toBe(403);
  });

  it('revoke a token, which ends it at once', async () => {
    await page.getByRole('button', { name: '吊销 大屏对接' }).click();
    await page.getByRole('button', { name: '吊销', exact: true }).click();
    await page.locator('pb-tokens tr', { hasText: '大屏对接' }).getByText('已吊销').waitFor();
    expect((await withToken(token, '/api/registers/projects?limit=1')).status).toBe(401);
  });

  it('find who signed in and who was refused', async () => {
    await part('events');
    const rows = page.locator('pb-events tbody tr');
    await rows.filter({ hasText: '建立令牌' }).filter({ hasText: '大屏对接' }).first().waitFor();
    await page.getByLabel('事项').selectOption('login-refused');
    await expect.poll(() => rows.filter({ hasText: '登录被拒' }).count()).toBeGreaterThan(0);
    await expect.poll(() => rows.filter({ hasNotText: '登录被拒' }).count()).toBe(0);
  });

  it('have words for every kind of event that the server writes', () => {
    expect([...SHOWN_KINDS].sort()).toEqual([...EVENT_KINDS].sort());
  });

  it.each(['accounts', 'tokens', 'events'])('meet no serious barrier in %s', async (name) => {
    await part(name);
    await page.locator(`pb-${name} .bar h2`).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('get passwords that differ and have no letters that look alike', () => {
    const made = Array.from({ length: 50 }, randomPassword);
    expect(new Set(made).size).toBe(50);
    for (const each of made) expect(each).toMatch(/^(?:[a-hj-kmnp-zA-HJ-NP-Z2-9]{4}-){3}[a-hj-kmnp-zA-HJ-NP-Z2-9]{4}$/);
  });
});
