import type { Browser, Page } from 'playwright-core';
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

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.origin}/admin/#/screens`);
  await page.locator('input[name=username]').fill('admin');
  await page.locator('input[name=password]').first().fill(ADMIN_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '新增屏幕' }).waitFor();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

interface StoredScreen {
  readonly name: string;
  readonly stage: unknown;
  readonly testCard?: boolean;
}

async function screenNamed(name: string): Promise<StoredScreen | undefined> {
  const { records } = (await (await api.call('GET', '/api/screens')).json()) as { records: readonly StoredScreen[] };
  return records.find((each) => each.name === name);
}

const fill = async (label: string, value: string): Promise<void> => {
  await page.getByLabel(label).first().fill(value);
  await page.keyboard.press('Tab');
};

/** Opens the dialog of a new screen that is the part of a wall 1920 × 540 from `left`. */
async function partFrom(name: string, left: string): Promise<void> {
  await page.getByRole('button', { name: '新增屏幕' }).click();
  await page.getByLabel('名称').fill(name);
  await page.getByLabel('常用尺寸').selectOption({ label: '960×480 · P5' });
  await fill('高（像素）', '540');
  await page.getByText('多台播放器拼成一面墙').click();
  await fill('整墙宽（像素）', '1920');
  await fill('整墙高（像素）', '540');
  await fill('本屏在整墙的左边距', left);
}

async function save(): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '完成' }).click();
}

describe('a wall of two screens', () => {
  it('is drawn while it is filled in, with what is missing in words', async () => {
    await partFrom('东墙左', '0');
    await page.getByText('没有屏幕显示的部分：960,0 · 960×540').waitFor();
    await save();
    await partFrom('东墙右', '950');
    await page.getByText('“东墙左”与“东墙右”重叠：950,0 · 10×540').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await fill('本屏在整墙的左边距', '960');
    await page.getByText('2 块屏正好拼满').waitFor();
    await save();
    expect((await screenNamed('东墙右'))?.stage).toMatchObject({
      width: 960,
      height: 540,
      distanceM: 15,
      wall: { width: 1920, height: 540, left: 960, top: 0 },
    });
  });

  it('refuses in words a part that the wall cannot hold', async () => {
    await partFrom('东墙外', '961');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('整墙装不下本屏').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    expect(await screenNamed('东墙外')).toBeUndefined();
  });

  it('can be looked at as a whole, and says whether it can be read', async () => {
    await page.goto(`${server.origin}/admin/#/playlists`);
    await page.locator('pb-playlist-editor .preview select').nth(1).selectOption({ label: '整墙 1920×540' });
    await page.getByText('15 米处需要 20 像素').first().waitFor();
    await page.locator('pb-legibility details[open] li').nth(5).waitFor();
    expect(await page.locator('pb-legibility details[open]').count()).toBe(1);
  });
});

it('switches a screen’s test card on and off from the list', async () => {
  await page.goto(`${server.origin}/admin/#/screens`);
  await page.getByRole('button', { name: '测试卡 东墙左', exact: true }).click();
  await page.getByRole('button', { name: '关测试卡 东墙左' }).waitFor();
  expect((await screenNamed('东墙左'))?.testCard).toBe(true);
  await page.getByRole('button', { name: '关测试卡 东墙左' }).click();
  await page.getByRole('button', { name: '测试卡 东墙左', exact: true }).waitFor();
  expect((await screenNamed('东墙左'))?.testCard).toBeUndefined();
});
