/** Pictures and videos from the upload to the wall, in real Chromium with real storage. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { phonePicture } from '../support/photos.ts';
import { recordedVideo } from '../support/recorded-video.ts';
import { videoFile } from '../support/videos.mjs';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';

const PATIENCE = { timeout: 30_000 };

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let api: ApiClient;

interface StageElement extends HTMLElement {
  pin: { slide: string; page: number } | undefined;
  readonly drawn: Promise<void>;
}

async function upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const answer = await api.upload(`/api/media?name=${encodeURIComponent(name)}`, bytes);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

const entry = (id: string, kind: string, options: object, seconds = 10) => ({
  id,
  kind,
  options,
  seconds,
  enabled: true,
});

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ dataFolder: folder.path, environment: { PACEBOARD_DEMO: 'auto' } });
  api = await signIn(server.origin);
  const page = await browser.newPage();
  await page.goto(`${server.origin}/display/?preview=1`);
  const video = await upload('片子', await recordedVideo(page, 4));
  await page.close();
  const image = await upload('图', await phonePicture({ width: 900, height: 600 }));
  const entries = [
    entry('image', 'image', { medium: image, caption: '一张图' }),
    entry('video', 'video', { medium: video }, 30),
    entry('photos', 'photoWall', {}),
    entry('pair', 'beforeAfter', { project: 'KP2017-012' }, 20),
    entry('project', 'project', { project: 'KP2017-012' }),
  ];
  const playlist = await api.call('PATCH', '/api/registers/playlists/demo-playlist', { entries });
  if (!playlist.ok) throw new Error(`the playlist was refused: ${playlist.status}`);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop('SIGKILL');
  folder.remove();
});

/** Opens the demo screen; counts the object URLs that are in use. */
async function openScreen(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const live = new Set<string>();
    Object.assign(window, { liveUrls: live });
    const [create, revoke] = [URL.createObjectURL.bind(URL), URL.revokeObjectURL.bind(URL)];
    URL.createObjectURL = (object) => {
      const url = create(object);
      live.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      live.delete(url);
      revoke(url);
    };
  });
  const link = await api.call('POST', '/api/screens/demo-screen/link');
  const { url } = (await link.json()) as { url: string };
  await page.goto(`${server.origin}${new URL(url, server.origin).pathname}${new URL(url, server.origin).hash}`);
  await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
  return page;
}

/** How many files the screen has in its storage. */
const storedFiles = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('paceboard-media');
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('files').objectStore('files').count();
          counting.addEventListener('success', () => {
            opening.result.close();
            done(counting.result);
          });
        });
      }),
  );

const liveUrls = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { liveUrls: Set<string> }).liveUrls.size);

/** Shows a slide now, whatever the loop says. */
const pin = (page: Page, slide: string): Promise<void> =>
  page.evaluate(async (id) => {
    const stage = document.querySelector<StageElement>('pb-stage');
    if (!stage) throw new Error('there is no stage');
    stage.pin = { slide: id, page: 0 };
    await stage.drawn;
  }, slide);

/** Widths of the pictures on the slide that is on; 0 for one that is not there. */
const pictures = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const images = [
      ...(document
        .querySelector('pb-stage')
        ?.shadowRoot?.querySelector('.deck > :last-child')
        ?.shadowRoot?.querySelectorAll('img') ?? []),
    ];
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    return images.map(({ naturalWidth, src }) => (src.startsWith('blob:') ? naturalWidth : -1));
  });

/** The demo's eight newest photos, the older one of a pair, a picture and a video. */
const FILES = 11;

describe('the files of a playlist', () => {
  it('are fetched before they are due, once, and are there after a reload without the server', async () => {
    const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
    const asked: string[] = [];
    context.on('request', (request) => {
      if (request.url().includes('/media/')) asked.push(request.url());
    });
    const page = await openScreen(context);
    await expect.poll(() => storedFiles(page), PATIENCE).toBe(FILES);
    expect([asked.length, new Set(asked).size]).toEqual([FILES, FILES]);
    await context.route('**/media/**', (route) => route.abort());
    await page.reload();
    await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
    for (const [slide, widths] of [
      ['image', [900]],
      ['photos', Array.from({ length: 8 }, () => 1280)],
      ['project', [1280]],
    ] as const) {
      await pin(page, slide);
      await expect.poll(() => pictures(page), PATIENCE).toEqual(widths);
    }
    expect(asked).toHaveLength(FILES);
    await context.close();
  }, 120_000);

  it('keep one object URL each and leave no other behind when slides come and go', async () => {
    const context = await browser.newContext({ viewport: { width: 480, height: 270 }, reducedMotion: 'reduce' });
    const page = await openScreen(context);
    await expect.poll(() => storedFiles(page), PATIENCE).toBe(FILES);
    const slides = ['image', 'photos', 'pair', 'video', 'project'];
    // A file keeps its address for the next time round, so that it is not decoded again.
    for (const [slide, urls] of [1, 9, 10, FILES, FILES].map((count, at) => [slides[at] ?? '', count] as const)) {
      await pin(page, slide);
      await expect.poll(() => liveUrls(page), PATIENCE).toBe(urls);
    }
    for (let turn = 0; turn < 200; turn += 1) await pin(page, slides[turn % slides.length] ?? '');
    await pin(page, 'image');
    await expect.poll(() => liveUrls(page), PATIENCE).toBe(FILES);
    await context.close();
  }, 120_000);

  it('are shown by their addresses where the browser refuses storage', async () => {
    const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    });
    const page = await openScreen(context);
    await pin(page, 'image');
    const image = page.locator('pb-slide-image img');
    await image.waitFor(PATIENCE);
    expect(await image.getAttribute('src')).toMatch(/^\/media\/[0-9a-f]{64}\.jpeg$/);
    await context.close();
  }, 60_000);

  it('leave a quiet sign in their place until they come', async () => {
    const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
    await context.route('**/media/**', (route) => route.abort());
    const page = await openScreen(context);
    await pin(page, 'image');
    await page.locator('pb-slide-image .missing').waitFor(PATIENCE);
    expect(await page.locator('pb-slide-image .plate').innerText()).toBe('一张图');
    await context.unroute('**/media/**');
    await page.locator('pb-slide-image img').waitFor(PATIENCE);
    await context.close();
  }, 60_000);

  it('make room on a full disk: what no playlist names goes first', async () => {
    const context = await browser.newContext({ viewport: { width: 480, height: 270 } });
    const page = await openScreen(context);
    await expect.poll(() => storedFiles(page), PATIENCE).toBe(FILES);
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('paceboard-media');
          opening.addEventListener('success', () => {
            const writing = opening.result.transaction('files', 'readwrite');
            writing.objectStore('files').put(new Blob(['old']), '/media/old.jpeg');
            writing.addEventListener('complete', () => {
              opening.result.close();
              done();
            });
          });
        }),
    );
    await page.evaluate(() => localStorage.setItem('full', 'yes'));
    await context.addInitScript(() => {
      // Refuses new files as long as the old one lies there.
      // oxlint-disable-next-line typescript/unbound-method -- called with the store as `this`
      const put = IDBObjectStore.prototype.put;
      // oxlint-disable-next-line typescript/unbound-method -- called with the store as `this`
      const drop = IDBObjectStore.prototype.delete;
      IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
        if (value instanceof Blob && localStorage.getItem('full')) throw new DOMException('full', 'QuotaExceededError');
        return put.call(this, value, key);
      };
      IDBObjectStore.prototype.delete = function (key: IDBValidKey | IDBKeyRange) {
        if (key === '/media/old.jpeg') localStorage.removeItem('full');
        return drop.call(this, key);
      };
    });
    await page.reload();
    await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
    await upload('新图', await phonePicture({ width: 640, height: 480, seed: 9 })).then(async (medium) => {
      const now = (await (await api.call('GET', '/api/registers/playlists/demo-playlist')).json()) as {
        entries: object[];
      };
      const entries = [...now.entries, entry('new', 'image', { medium })];
      await api.call('PATCH', '/api/registers/playlists/demo-playlist', { entries });
    });
    await expect.poll(() => page.evaluate(() => localStorage.getItem('full')), PATIENCE).toBe(null);
    await expect.poll(() => storedFiles(page), PATIENCE).toBe(FILES + 1);
    await context.close();
  }, 120_000);
});

describe('a video', () => {
  it('plays without sound from where the others are, and is given back when its page ends', async () => {
    const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
    const page = await openScreen(context);
    await expect.poll(() => storedFiles(page), PATIENCE).toBeGreaterThanOrEqual(FILES);
    await pin(page, 'video');
    const video = page.locator('pb-slide-video video');
    await video.waitFor(PATIENCE);
    const state = () =>
      video.evaluate((element: HTMLVideoElement) => ({
        muted: element.muted,
        paused: element.paused,
        moved: element.currentTime > 0,
        wide: element.videoWidth,
        loops: element.loop,
      }));
    await expect.poll(state, PATIENCE).toEqual({ muted: true, paused: false, moved: true, wide: 320, loops: true });
    const handle = await video.elementHandle();
    await pin(page, 'image');
    await page.locator('pb-slide-video').waitFor({ state: 'detached', ...PATIENCE });
    expect(
      await handle?.evaluate((element) => [(element as HTMLVideoElement).paused, element.getAttribute('src')]),
    ).toEqual([true, null]);
    await context.close();
  }, 60_000);

  it('that this browser cannot play is left out of the loop', async () => {
    const damaged = await upload('坏片', await videoFile({ container: 'webm', codec: 'vp9' }));
    const list = await api.call('GET', '/api/registers/playlists/demo-playlist');
    const { entries } = (await list.json()) as { entries: { id: string }[] };
    const [image] = entries;
    const bad = entry('bad', 'video', { medium: damaged }, 5);
    await api.call('PATCH', '/api/registers/playlists/demo-playlist', { entries: [{ ...image, seconds: 5 }, bad] });
    const context = await browser.newContext({ viewport: { width: 480, height: 270 } });
    const page = await openScreen(context);
    await page.waitForEvent('console', {
      predicate: (message) => message.text().includes('bad') && message.text().includes('left out'),
      ...PATIENCE,
    });
    await expect.poll(() => page.locator('pb-stage').getAttribute('data-slide'), PATIENCE).toBe('image');
    await context.close();
  }, 60_000);
});
