/**
 * How exactly screens turn together: four Chromium windows of one group, their pages a second and a half long. For every flip the time between
 * the first window and the last, by the one wall clock of this machine.
 */
import type { Browser, Page } from 'playwright-core';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import type { Programme } from '../../core/programme/programme.ts';
import { instant } from '../../core/time.ts';
import { demoProgramme } from '../display/programmes.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDelayProxy } from '../support/delay-proxy.ts';
import { SmallWall } from './small-wall.ts';
import { quantile, table } from './statistics.ts';

const WINDOWS = 4;
const SIZE = { width: 480, height: 270 };
const STAGE = { ...DEFAULT_STAGE, ...SIZE };
/**
 * Long enough for a cross-fade and for a slide to be prepared after it; not a whole number of frames, so that flips fall on every
 * moment between two frames.
 */
const PAGE_SECONDS = 1.61;
const FLIPS = 334;
const QUICK_FLIPS = 30;
/** Clocks are asked ten times, fonts and code settle. */
const SETTLE_MS = 6_000;
const MOST_DELAY_MS = 80;
/** Four windows start slowly on a machine that does other things too. */
const PATIENCE_MS = 120_000;

/** A page that came on in a window: which, when its slide was exchanged, and when the next frame began. */
interface Flip {
  readonly page: string;
  readonly at: number;
  readonly shown: number;
}

interface Way {
  readonly name: string;
  readonly delayMs: number;
  readonly stopped: boolean;
}

const WAYS: readonly Way[] = [
  { name: 'clean', delayMs: 0, stopped: false },
  { name: `0–${MOST_DELAY_MS} ms delay each way`, delayMs: MOST_DELAY_MS, stopped: false },
  { name: 'server stopped', delayMs: 0, stopped: true },
];

const SHARES = ['p50', 'p95', 'max'];

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

function quickLoop(): Programme {
  const base = demoProgramme();
  const slides = Object.entries(base.slides).map(([id, slide]) => [id, { ...slide, seconds: PAGE_SECONDS }] as const);
  return { ...base, anchor: instant(Date.now()), slides: Object.fromEntries(slides) };
}

/** Notes in the page when each page comes on: in the frame of the flip, and at the frame after it, when it has been drawn. */
function watchFlips(): void {
  const flips: { page: string; at: number; shown: number }[] = [];
  Object.assign(window, { flips });
  const noted = (): void => {
    const { until = '', slide = '', page = '' } = document.querySelector<HTMLElement>('pb-stage')?.dataset ?? {};
    const key = `${until} ${slide} ${page}`;
    if (flips[flips.length - 1]?.page === key) return;
    const at = Date.now();
    const flip = { page: key, at, shown: at };
    flips.push(flip);
    requestAnimationFrame(() => (flip.shown = Date.now()));
  };
  new MutationObserver(noted).observe(document, { subtree: true, attributeFilter: ['data-until'] });
}

/** How far a window's idea of the server's clock is off: both are on this machine. Tasks wait for each other, so the least counts. */
const clockErrorOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const stage = document.querySelector('pb-stage') as unknown as { now: () => number };
    const errors = Array.from({ length: 50 }, () => stage.now() - Date.now() - 0.5);
    return errors.reduce((least, error) => (Math.abs(error) < Math.abs(least) ? error : least));
  });

const flipsOf = (page: Page): Promise<readonly Flip[]> =>
  page.evaluate(() => (window as unknown as { flips: readonly Flip[] }).flips);

async function openWindow(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZE });
  const page = await context.newPage();
  await page.addInitScript(watchFlips);
  await page.goto(`${origin}/display/`);
  await page.waitForSelector('pb-stage[data-slide]', { timeout: PATIENCE_MS });
  return page;
}

/** For every page that all windows showed: how long after the first the last one did. */
function spreads(windows: readonly (readonly Flip[])[], by: (flip: Flip) => number): readonly number[] {
  const [first = [], ...others] = windows.map((flips) => new Map(flips.map((flip) => [flip.page, by(flip)])));
  return [...first].flatMap(([page, at]) => {
    const times = [at, ...others.flatMap((each) => each.get(page) ?? [])];
    return times.length === windows.length ? [Math.max(...times) - Math.min(...times)] : [];
  });
}

const figures = (values: readonly number[]): readonly string[] =>
  [0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(0));

async function measure(browser: Browser, way: Way, flips: number): Promise<readonly string[]> {
  const wall = new SmallWall(quickLoop(), STAGE);
  const server = await wall.listen();
  const proxy =
    way.delayMs > 0 ? await startDelayProxy(Number(new URL(server).port), () => Math.random() * way.delayMs) : null;
  const pages = await Promise.all(Array.from({ length: WINDOWS }, () => openWindow(browser, proxy?.origin ?? server)));
  await pause(SETTLE_MS);
  if (way.stopped) wall.close();
  const begun = Date.now();
  await pause(flips * PAGE_SECONDS * 1000);
  const clocks = await Promise.all(pages.map(clockErrorOf));
  const windows = (await Promise.all(pages.map(flipsOf))).map((each) => each.filter(({ at }) => at > begun));
  for (const page of pages) await page.context().close();
  await proxy?.close();
  if (!way.stopped) wall.close();
  const [exchanged, shown] = [spreads(windows, ({ at }) => at), spreads(windows, ({ shown: time }) => time)];
  const missed = Math.max(...windows.map((each) => each.length)) - exchanged.length;
  const off = Math.max(...clocks.map(Math.abs)).toFixed(1);
  return [way.name, String(exchanged.length), String(missed), ...figures(exchanged), ...figures(shown), off];
}

export async function flips({ quick }: { readonly quick: boolean }): Promise<void> {
  const browser = await launchBrowser();
  try {
    const rows: (readonly string[])[] = [];
    for (const way of WAYS) rows.push(await measure(browser, way, quick ? QUICK_FLIPS : FLIPS));
    console.log(
      `${WINDOWS} windows of ${SIZE.width}×${SIZE.height}, pages of ${PAGE_SECONDS} s; milliseconds from the first window to the last`,
    );
    console.log(
      table(['', 'flips', 'not in all', ...SHARES, ...SHARES.map((name) => `next frame ${name}`), 'clock off'], rows),
    );
  } finally {
    await browser.close();
  }
}
