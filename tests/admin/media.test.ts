import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeName } from '../../admin/media/media-uploads.ts';
import { seriousViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { phonePicture } from '../support/photos.ts';
import {
  ADMIN_PASSWORD,
  signIn,
  startServer,
  temporaryFolder,
  type ApiClient,
  type RunningServer,
} from '../support/server.ts';
import { videoFile } from '../support/videos.mjs';

const PATIENCE = { timeout: 20_000 };

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let api: ApiClient;

const cards = () => page.locator('pb-medium-card h2').allInnerTexts();

const choose = (...files: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<void> =>
  page
    .locator('pb-media input[type=file]')
    .setInputFiles(files.map(([name, bytes]) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })));

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path, environment: { PACEBOARD_DEMO: 'auto' } });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.origin}/admin/`);
  await page.locator('pb-login input[name=username]').fill('admin');
  await page.locator('pb-login input[name=password]').fill(ADMIN_PASSWORD);
  await page.locator('pb-login input[name=password]').press('Enter');
  await page.getByRole('link', { name: '素材' }).click();
  await page.locator('pb-medium-card').first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop('SIGKILL');
  folder.remove();
});

describe('the section of media', () => {
  it('takes several files at once and says of each that is refused why', async () => {
    await choose(
      ['工地.jpg', await phonePicture()],
      ['片子.mp4', await videoFile({ container: 'webm', codec: 'vp8' })],
      ['假.jpg', new TextEncoder().encode('no picture')],
      ['苹果.mov', await videoFile({ container: 'mov' })],
    );
    await expect.poll(cards, PATIENCE).toEqual(expect.arrayContaining(['工地', '片子']));
    const refused = page.locator('pb-media .sending li');
    await refused.nth(0).getByText('只收 JPEG、PNG、WebP 图片').waitFor(PATIENCE);
    await refused.nth(1).getByText('请用 H.264 重新导出').waitFor(PATIENCE);
    await refused.nth(1).getByRole('button', { name: '不传了' }).click();
    expect(await refused.count()).toBe(1);
  }, 60_000);

  it('names the medium that a file is already', async () => {
    await choose(['又是工地.jpg', await phonePicture()]);
    const said = page.getByText('这个文件已经在素材里：工地');
    await expect.poll(() => said.count(), PATIENCE).toBe(1);
  }, 60_000);

  it('renames, and deletes what no playlist shows', async () => {
    const card = (name: string) => page.locator('pb-medium-card').filter({ hasText: name });
    await card('片子').getByRole('button', { name: '改名 片子' }).click();
    await page.locator('#medium-name').fill('宣传片');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(cards, PATIENCE).toContain('宣传片');
    await card('宣传片').getByRole('button', { name: '删除 宣传片' }).click();
    await page.locator('pb-confirm').getByRole('button', { name: '删除' }).click();
    await expect.poll(cards, PATIENCE).not.toContain('宣传片');
  }, 60_000);

  it('says where a medium is shown, and offers no deletion then', async () => {
    const list = (await (await api.call('GET', '/api/registers/media')).json()) as {
      records: { id: string; name: string }[];
    };
    const medium = list.records.find(({ name }) => name === '工地')?.id ?? '';
    const shown = { id: 'e', kind: 'image', options: { medium }, seconds: 0, enabled: true };
    await api.call('PATCH', '/api/registers/playlists/demo-playlist', { entries: [shown] });
    await page.reload();
    const card = page.locator('pb-medium-card').filter({ hasText: '用于节目单：每日循环' });
    await card.waitFor();
    expect(await card.getByRole('button', { name: /删除/ }).count()).toBe(0);
  }, 60_000);

  it('can be used by everybody, in both languages, on a desk and on a phone', async () => {
    expect(await seriousViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Shown by: 每日循环').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '中文' }).click();
    await page.setViewportSize({ width: 1440, height: 900 });
  }, 60_000);
});

/** What the open slide's form offers as its medium; opens the first slide where none is. */
const offered = async (): Promise<readonly string[]> => {
  const control = page.locator('pb-entries pb-choose');
  // The list is drawn anew when its records arrive, and is closed then.
  if ((await control.count()) === 0) await page.locator('pb-entries .name').first().click();
  const lists = await control.evaluateAll((all) =>
    all.map((each) => (each as unknown as { options: { title: string }[] }).options.map(({ title }) => title)),
  );
  return lists.flat().toSorted();
};

describe('the editor of playlists', () => {
  it('offers a slide of pictures no video, and a slide of videos no picture', async () => {
    await api.upload('/api/media?name=video', await videoFile({ container: 'webm', codec: 'vp9' }));
    const show = async (kind: string): Promise<void> => {
      const entry = { id: kind, kind, options: { medium: 'demo-image' }, seconds: 0, enabled: true };
      await api.call('PATCH', '/api/registers/playlists/demo-playlist', { entries: [entry] });
      await page.goto(`${server.origin}/admin/#/playlists/demo-playlist`);
      await page.reload();
      await page.locator('pb-entries .name').first().waitFor();
    };
    await show('video');
    await expect.poll(offered, PATIENCE).toEqual(['video']);
    await show('image');
    await expect.poll(offered, PATIENCE).toEqual(['产业园效果图（演示）', '工地'].toSorted());
  }, 60_000);
});

describe('the name of a new medium', () => {
  it('is that of its file, with a number where it is taken, and never too long', () => {
    expect(freeName('工地.jpg', new Set())).toBe('工地');
    expect(freeName('工地.jpg', new Set(['工地', '工地 (2)']))).toBe('工地 (3)');
    const long = freeName(`${'长'.repeat(80)}.mp4`, new Set(['长'.repeat(60)]));
    expect([long.length, long.endsWith(' (2)')]).toEqual([60, true]);
  });
});
