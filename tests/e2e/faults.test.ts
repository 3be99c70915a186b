/** Everything that goes wrong around a screen: the wall shows something right, never white, never an error's words. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { fingerprint } from '../../core/canonical.ts';
import { isObject } from '../../core/result.ts';
import { launchBrowser } from '../support/browser.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';
import { lookAt, wallText } from '../support/wall.ts';

const PATIENCE = { timeout: 30_000 };
const STAGE = { x: 0, y: 0, width: 960, height: 540, pitchMm: 5, distanceM: 20 };
const folder = temporaryFolder();

let browser: Browser;
let server: RunningServer;
let api: ApiClient;
const endings: (() => Promise<unknown> | void)[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ dataFolder: folder.path })]);
  api = await signIn(server.origin);
  await api.call('PATCH', '/api/registers/screens/demo-screen', { stage: STAGE });
});

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

afterAll(async () => {
  await browser.close();
  await server.stop('SIGKILL');
  folder.remove();
});

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  endings.push(() => context.close());
  return context;
}

/** A link that makes one more browser the demo screen. */
async function newLink(origin = server.origin): Promise<string> {
  const answer = await api.call('POST', '/api/screens/demo-screen/link');
  const { url } = (await answer.json()) as { url: string };
  return `${origin}/display/${new URL(url).hash}`;
}

const playing = (page: Page) => page.waitForSelector('pb-stage[data-slide]:not([data-slide=""])', PATIENCE);

async function paired(context: BrowserContext, origin?: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(await newLink(origin));
  await playing(page);
  return page;
}

/** What is wrong with a wall: white, of one colour, or with the words of an error on it. */
async function wrongOn(page: Page): Promise<readonly string[]> {
  const [look, text] = [await lookAt(page), await wallText(page)];
  return [
    ...(look.white < 0.2 ? [] : ['white']),
    ...(look.contrast > 3 ? [] : ['nothing to see']),
    ...(text.match(/undefined|NaN|\[object|Error|ERR_|错误|异常/) ?? []),
  ];
}

const THEMES = ['red', 'blue', 'black'];

/** Whether a change on the server reaches the screen, without a reload. */
async function followsLive(page: Page): Promise<boolean> {
  const { theme } = (await (await api.call('GET', '/api/registers/groups/demo-group')).json()) as { theme: string };
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? '';
  await api.call('PATCH', '/api/registers/groups/demo-group', { theme: next });
  await page.waitForSelector(`pb-stage[data-theme=${next}]`, PATIENCE);
  return true;
}

/** Hurries a page's clock until it hears the server again. */
async function untilHeard(page: Page): Promise<void> {
  const signs = async (): Promise<number> => {
    await page.clock.fastForward(10_000);
    return page.locator('.deck > :last-child .stale').count();
  };
  await expect.poll(signs, PATIENCE).toBe(0);
}

/** What the screen keeps in its storage. */
const readKept = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('paceboard-display');
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('screen').objectStore('screen').get('kept');
          reading.addEventListener('success', () => {
            opening.result.close();
            done(reading.result);
          });
        });
      }),
  );

/** Puts something else in its place, from a page that writes nothing itself. */
async function writeKept(context: BrowserContext, kept: unknown): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/healthz`);
  await page.evaluate(
    (value) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('paceboard-display');
        opening.addEventListener('success', () => {
          const changing = opening.result.transaction('screen', 'readwrite');
          changing.objectStore('screen').put(value, 'kept');
          changing.addEventListener('complete', () => {
            opening.result.close();
            done();
          });
        });
      }),
    kept,
  );
  await page.close();
}

/** Opens the display where the server answers nothing that the page asks. */
async function openCutOff(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/api/**', (route) => route.abort());
  await page.routeWebSocket(/live/, (socket) => void socket.close());
  await page.goto(`${server.origin}/display/`);
  return page;
}

const garbage = (): string => {
  const kinds = [
    '',
    '{',
    'null',
    '{"type":"snapshot"}',
    '{"type":"patch","from":1,"patch":{"slides":null}}',
    '\u0000\uffff',
  ];
  return kinds[Math.floor(Math.random() * kinds.length)] ?? '';
};

describe('the network', () => {
  it('is cut, half open, stalled and back: the wall goes on and then follows live', async () => {
    const network = await startFaultProxy(server.port);
    endings.push(network.close);
    const page = await (await newContext()).newPage();
    await page.clock.install();
    await page.goto(await newLink(network.origin));
    await playing(page);
    for (const fault of ['silent', 'refuse', 'stall'] as const) {
      network.set(fault);
      await page.clock.fastForward(40_000);
      await page.locator('.deck > :last-child .stale').waitFor(PATIENCE);
      expect(await wrongOn(page)).toEqual([]);
    }
    network.set('open');
    await untilHeard(page);
    expect(await followsLive(page)).toBe(true);
  }, 120_000);

  it('turns every third message to garbage: the screen asks again until it is right', async () => {
    const page = await (await newContext()).newPage();
    await page.routeWebSocket(/live/, (socket) => {
      const upstream = socket.connectToServer();
      upstream.onMessage((message) => socket.send(Math.random() < 0.3 ? garbage() : message));
    });
    await page.goto(await newLink());
    await playing(page);
    for (let change = 0; change < 3; change += 1) expect(await followsLive(page)).toBe(true);
    expect(await wrongOn(page)).toEqual([]);
  }, 120_000);
});

describe('the storage', () => {
  it.each([
    [
      'throws',
      () =>
        Reflect.set(IDBFactory.prototype, 'open', () => {
          throw new DOMException('no', 'SecurityError');
        }),
    ],
    ['never answers', () => Reflect.set(IDBFactory.prototype, 'open', () => new EventTarget())],
    [
      'has no room',
      () =>
        Reflect.set(IDBObjectStore.prototype, 'put', () => {
          throw new DOMException('full', 'QuotaExceededError');
        }),
    ],
  ])(
    '%s: the screen plays all the same',
    async (_, refuse) => {
      const context = await newContext();
      await context.addInitScript(refuse);
      const page = await paired(context);
      expect(await wrongOn(page)).toEqual([]);
      expect(await followsLive(page)).toBe(true);
    },
    120_000,
  );

  it('holds garbage: without its server the wall waits, with it it plays', async () => {
    const context = await newContext();
    const before = await paired(context);
    const kept = await readKept(before);
    await before.close();
    if (!isObject(kept) || !isObject(kept['replica']) || !isObject(kept['screen'])) throw new Error('nothing was kept');
    const { screen, replica } = kept;
    const programme = Object(replica['programme']) as object;
    for (const damaged of [
      'garbage',
      { screen: { ...screen, stage: { width: -1 } }, replica },
      { ...kept, replica: { ...replica, programme: { ...programme, slides: { cover: null } } } },
      { ...kept, replica: { ...replica, programme: { ...programme, windows: 7 } }, clockOffset: 1e300 },
    ]) {
      await writeKept(context, damaged);
      const page = await openCutOff(context);
      await page.locator('pb-stage .safe').waitFor(PATIENCE);
      expect(await wrongOn(page)).toEqual([]);
      await page.close();
    }
    const page = await context.newPage();
    await page.goto(`${server.origin}/display/`);
    await playing(page);
  }, 120_000);

  it('was written by a newer version, with kinds of slide that this one does not know: the others play', async () => {
    const context = await newContext();
    const before = await paired(context);
    const kept = await readKept(before);
    await before.close();
    if (!isObject(kept) || !isObject(kept['replica'])) throw new Error('nothing was kept');
    const old = Object(kept['replica']['programme']) as Record<string, unknown>;
    const unknown = { kind: 'hologram', order: -1, seconds: 600, data: {} };
    const programme = { ...old, hue: 7, slides: { unknown, ...Object(old['slides']) } };
    const position = { epoch: 'later', revision: 1, hash: fingerprint(programme) };
    await writeKept(context, { ...kept, sound: 'off', replica: { programme, position } });
    const page = await openCutOff(context);
    await playing(page);
    expect(await page.locator('pb-stage').getAttribute('data-slide')).not.toBe('unknown');
    expect(await wrongOn(page)).toEqual([]);
  }, 120_000);
});

describe('the playlist', () => {
  it('is empty, and full again: the wall has the office on it, and then the slides', async () => {
    const page = await paired(await newContext());
    const { records } = (await (await api.call('GET', '/api/registers/playlists')).json()) as {
      records: { id: string; entries: { enabled: boolean }[] }[];
    };
    const playlist = records.find(({ id }) => id === 'demo-playlist');
    const put = async (entries: unknown): Promise<void> => {
      expect((await api.call('PATCH', `/api/registers/playlists/${playlist?.id}`, { entries })).status).toBe(200);
    };
    await put(playlist?.entries.map((entry) => ({ ...entry, enabled: false })));
    await page.locator('pb-stage .safe').waitFor(PATIENCE);
    expect(await wrongOn(page)).toEqual([]);
    await put(playlist?.entries);
    await playing(page);
  }, 120_000);
});

describe('the server', () => {
  it('is killed and comes back: the wall never stops and follows live', async () => {
    const page = await (await newContext()).newPage();
    await page.clock.install();
    await page.goto(await newLink());
    await playing(page);
    const { port } = server;
    await server.stop('SIGKILL');
    await page.clock.fastForward(40_000);
    await page.locator('.deck > :last-child .stale').waitFor(PATIENCE);
    expect(await wrongOn(page)).toEqual([]);
    server = await startServer({ dataFolder: folder.path, port });
    api = await signIn(server.origin);
    await untilHeard(page);
    expect(await followsLive(page)).toBe(true);
  }, 120_000);
});
