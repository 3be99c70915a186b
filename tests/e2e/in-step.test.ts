/** Screens of one group stay together: one that comes late, one that stood still, one whose clock was set, one that cannot draw a slide. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { instant } from '../../core/time.ts';
import { SmallWall } from '../bench/small-wall.ts';
import { demoProgramme } from '../display/programmes.ts';
import { launchBrowser } from '../support/browser.ts';

const SIZE = { width: 480, height: 270 };
const STAGE = { ...DEFAULT_STAGE, ...SIZE };
const PATIENCE = { timeout: 60_000 };
const HOUR_MS = 3_600_000;

let browser: Browser;
const endings: (() => Promise<unknown> | void)[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

afterAll(() => browser.close());

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** The demo's slides that fill one page, each for so many seconds, from now on. */
function loop(seconds: number): Programme {
  const base = demoProgramme();
  const slides = ['cover', 'summary', 'leading-projects'].flatMap((id, order) => {
    const slide = base.slides[id];
    return slide ? [[id, { ...slide, order, seconds }] as const] : [];
  });
  return { ...base, anchor: instant(Date.now()), slides: Object.fromEntries(slides) };
}

async function serve(programme: Programme): Promise<{ readonly wall: SmallWall; readonly origin: string }> {
  const wall = new SmallWall(programme, STAGE);
  endings.push(() => wall.close());
  return { wall, origin: await wall.listen() };
}

async function open(origin: string, by = browser): Promise<Page> {
  const context = await by.newContext({ viewport: SIZE });
  endings.push(() => context.close());
  const page = await context.newPage();
  // The machine's own clock with somebody's hand on it.
  await page.addInitScript(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + Number(document.documentElement?.dataset['shift'] ?? 0);
  });
  await page.goto(`${origin}/display/`);
  await page.waitForSelector('pb-stage[data-slide]', PATIENCE);
  return page;
}

interface Shown {
  readonly slide: string;
  readonly until: string;
  /** The slide that is seen is at rest. */
  readonly atRest: boolean;
}

const shownOn = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('pb-stage');
    const slides = [...(stage?.shadowRoot?.querySelectorAll('.deck > :not([waiting])') ?? [])];
    const { slide = '', until = '' } = stage?.dataset ?? {};
    return { slide, until, atRest: slides[slides.length - 1]?.hasAttribute('at-rest') ?? false };
  });

/** Both show the same page, and for the same time. */
async function expectTogether(one: Page, other: Page): Promise<void> {
  const areTogether = async (): Promise<boolean> => {
    const [first, second] = await Promise.all([shownOn(one), shownOn(other)]);
    return first.slide !== '' && first.slide === second.slide && first.until === second.until;
  };
  await expect.poll(areTogether, PATIENCE).toBe(true);
}

/** Notes every slide that is mounted from now on, and how many there were at once. */
const watchDeck = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const deck = document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck');
    const { dataset } = document.documentElement;
    const count = { mounted: 0, most: 0 };
    if (!deck) return;
    new MutationObserver((records) => {
      for (const { addedNodes } of records) count.mounted += addedNodes.length;
      count.most = Math.max(count.most, deck.children.length);
      dataset['mounted'] = String(count.mounted);
      dataset['most'] = String(count.most);
    }).observe(deck, { childList: true });
  });

const noted = (page: Page, name: string): Promise<number> =>
  page.evaluate((key) => Number(document.documentElement.dataset[key] ?? 0), name);

describe('screens of one group', () => {
  it('show the same page at rest when one comes late, and turn with each other from then on', async () => {
    const { origin } = await serve(loop(20));
    const first = await open(origin);
    await pause(3_000);
    const late = await open(origin);
    await expectTogether(first, late);
    expect((await shownOn(late)).atRest).toBe(true);
    await late.waitForSelector('pb-stage[data-slide=summary]', PATIENCE);
    await expectTogether(first, late);
    expect((await shownOn(late)).atRest).toBe(false);
  }, 180_000);

  it('never mount more than two slides while they prepare and fade', async () => {
    const { origin } = await serve(loop(3));
    const page = await open(origin);
    await watchDeck(page);
    await expect.poll(() => noted(page, 'mounted'), PATIENCE).toBeGreaterThanOrEqual(5);
    expect(await noted(page, 'most')).toBe(2);
  }, 180_000);

  it('show the right slide at once after one stood still for a while, without the ones between', async () => {
    const own = await launchBrowser();
    endings.push(() => own.close());
    const { origin } = await serve(loop(6));
    const [steady, stopped] = [await open(origin), await open(origin, own)];
    await expectTogether(steady, stopped);
    const session = await own.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    await watchDeck(stopped);
    for (const pid of renderers) process.kill(pid, 'SIGSTOP');
    await pause(20_000);
    for (const pid of renderers) process.kill(pid, 'SIGCONT');
    await expectTogether(steady, stopped);
    // What is right now, and perhaps the next one, ahead; not the three that have passed.
    expect(await noted(stopped, 'mounted')).toBeLessThanOrEqual(3);
  }, 180_000);

  it('stay together when the wall clock of one is set by an hour', async () => {
    const { origin } = await serve(loop(8));
    const [right, wrong] = [await open(origin), await open(origin)];
    await expectTogether(right, wrong);
    for (const shift of [HOUR_MS, -HOUR_MS]) {
      await wrong.evaluate((by) => (document.documentElement.dataset['shift'] = String(by)), shift);
      await pause(3_000);
      await expectTogether(right, wrong);
      const { until } = await shownOn(wrong);
      expect(Math.abs(Number(until) - Date.now())).toBeLessThan(60_000);
    }
  }, 180_000);

  it('stay together when the server is gone and one wall clock is set back', async () => {
    const { wall, origin } = await serve(loop(5));
    const [right, wrong] = [await open(origin), await open(origin)];
    await expectTogether(right, wrong);
    await pause(3_000);
    wall.close();
    await wrong.evaluate((by) => (document.documentElement.dataset['shift'] = String(by)), -HOUR_MS);
    await pause(8_000);
    await expectTogether(right, wrong);
    expect(Math.abs(Number((await shownOn(wrong)).until) - Date.now())).toBeLessThan(60_000);
  }, 180_000);

  it('skip a slide that one of them cannot draw, say so, and stay in step', async () => {
    const base = loop(4);
    const { summary } = base.slides;
    if (!summary) throw new Error('the demo has a summary');
    const broken = { kind: 'summary', order: 1, seconds: 4, data: {} } as unknown as typeof summary;
    const { wall, origin } = await serve({ ...base, slides: { ...base.slides, summary: broken } });
    const page = await open(origin);
    const seen = new Set<string>();
    await expect
      .poll(async () => {
        seen.add((await shownOn(page)).slide);
        return seen.has('leading-projects') && seen.has('cover');
      }, PATIENCE)
      .toBe(true);
    await pause(12_000);
    seen.add((await shownOn(page)).slide);
    expect([...seen].sort()).toEqual(['cover', 'leading-projects']);
    await expect
      .poll(() => wall.health.flatMap(({ faults }) => faults.map(({ slide, kind }) => `${slide} ${kind}`)), PATIENCE)
      .toContain('summary summary');
  }, 180_000);
});
