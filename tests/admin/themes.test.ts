import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookedAt, LOOKS, pairsOf, typedColour, withColour } from '../../admin/themes/theme-draft.ts';
import { THEMES } from '../../core/theme/tokens.ts';
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

/** How long a preview may take on a busy machine before it counts as not there. */
const WAIT = { timeout: 10_000 };

interface SavedTheme {
  readonly id: string;
  readonly base: string;
  readonly tokens: object;
}

describe('the draft of a theme', () => {
  it('takes colours with and without their sign, and nothing else', () => {
    expect(['#7a0c10', '7A0C10', ' #7A0C10 '].map(typedColour)).toEqual(['#7A0C10', '#7A0C10', '#7A0C10']);
    expect(['', '#7A0', 'red', '#7A0C1G', '#7A0C101'].map(typedColour)).toEqual([null, null, null, null, null]);
  });

  it('binds what differs from the base, and nothing where the base has that colour', () => {
    const own = withColour({ line: '#FFFFFF' }, THEMES.red, 'text', '#FFFFFF');
    expect(own).toEqual({ line: '#FFFFFF', text: '#FFFFFF' });
    expect(withColour(own, THEMES.red, 'text', THEMES.red.text)).toEqual({ line: '#FFFFFF' });
  });

  it('measures a token on everything that it stands on', () => {
    expect(pairsOf(THEMES.red, 'honourText').map(({ back }) => back)).toEqual(['honour', 'honourDeep']);
    expect(pairsOf(THEMES.red, 'panel')).toEqual([]);
  });

  it('is seen as it is by everybody, and otherwise with every other look', () => {
    expect(lookedAt(THEMES.blue, 'everybody')).toEqual(THEMES.blue);
    const seen = LOOKS.map((look) => lookedAt(THEMES.blue, look).ahead);
    expect(new Set(seen).size).toBe(LOOKS.length);
  });
});

describe('the section 配色', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let api: ApiClient;

  const save = () => page.locator('pb-theme-editor').getByRole('button', { name: '保存', exact: true });
  const hexOf = (name: string) => page.getByRole('textbox', { name: `${name}的色值` });
  const themes = async (): Promise<readonly SavedTheme[]> => {
    const { records } = (await (await api.call('GET', '/api/registers/themes')).json()) as { records: SavedTheme[] };
    return records;
  };
  const previewColour = (token: string): Promise<string> =>
    page
      .frameLocator('pb-preview iframe')
      .locator('pb-stage')
      .evaluate((stage, name) => getComputedStyle(stage).getPropertyValue(name).trim(), `--c-${token}`);

  beforeAll(async () => {
    server = await startServer({ dataFolder: folder.path });
    [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(10_000);
    await page.goto(`${server.origin}/admin/#/themes`);
    await page.fill('input[name=username]', 'admin');
    await page.fill('input[name=password]', ADMIN_PASSWORD);
    await page.press('input[name=password]', 'Enter');
    await page.getByText('还没有自定配色').waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    folder.remove();
  });

  it('makes a theme from one that is there', async () => {
    await page.getByRole('button', { name: '新建配色' }).click();
    await page.getByLabel('名称').fill('节日');
    await page.locator('pb-dialog').getByLabel('以此为底').selectOption('blue');
    await page.locator('pb-dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: '节日' }).waitFor();
    await page.getByText('所有文字和图形都看得清。').waitFor();
    expect(await hexOf('标题').inputValue()).toBe(THEMES.blue.title);
  });

  it('shows an edit on the real programme at once, also as others see it', async () => {
    await hexOf('标题').fill('#FFE9B8');
    await expect.poll(() => previewColour('title'), WAIT).toBe('#FFE9B8');
    await page.getByRole('button', { name: '灰度' }).click();
    await expect.poll(() => previewColour('title'), WAIT).toMatch(/^#(..)\1\1$/);
    await page.getByRole('button', { name: '常人所见' }).click();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('keeps body text that cannot be read from being saved, and says why', async () => {
    await hexOf('正文').fill('#2A4A78');
    await page.getByText('正文看不清，不能保存').waitFor();
    expect(await save().isDisabled()).toBe(true);
    await page.getByRole('button', { name: '正文恢复为底色' }).click();
    await save().click();
    await page.getByText('已保存').waitFor();
    expect(await themes()).toMatchObject([{ base: 'blue', tokens: { title: '#FFE9B8' } }]);
  });

  it('is given to a group in the form of groups, and counts on its screens', async () => {
    await page.goto(`${server.origin}/admin/#/screens`);
    await page.locator('pb-groups').getByRole('button', { name: '修改' }).first().click();
    await page.getByRole('combobox', { name: '自定配色（代替上项）' }).fill('节日');
    await page.getByRole('option', { name: '节日' }).click();
    await page.locator('pb-record-dialog').getByRole('button', { name: '保存' }).click();
    await page.locator('pb-groups tbody').getByText('节日').waitFor();
    await page.goto(`${server.origin}/admin/#/themes`);
    await page.getByText('正在使用的屏幕组').waitFor();
    const shown = (await (await api.call('GET', '/api/registers/groups')).json()) as {
      records: { ownTheme?: string }[];
    };
    expect(shown.records.map(({ ownTheme }) => ownTheme)).toContain((await themes())[0]?.id);
  });

  it('is refused by the server with the token that cannot be read', async () => {
    const values = { name: '看不清', base: 'red', tokens: { text: '#8A3A3A' } };
    const answer = await api.call('POST', '/api/registers/themes', values);
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { path: string; code: string }[] };
    expect(new Set(errors.map(({ path, code }) => `${path} ${code}`))).toEqual(new Set(['tokens.text too-faint']));
  });
});
