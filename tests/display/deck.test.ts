import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { instant } from '../../core/time.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPreview, serveDisplay, show, type BuiltPages } from './preview-page.ts';
import { demoProgramme, stageOf } from './programmes.ts';

const STAGE = stageOf(960, 480);
const PATIENCE = { timeout: 30_000 };
const DEMO = demoProgramme('black');

let pages: BuiltPages;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [pages, browser] = await Promise.all([serveDisplay(), launchBrowser()]);
});

beforeEach(async () => {
  page = await openPreview(browser, pages.origin, 'full');
});

afterAll(async () => {
  await browser.close();
  pages.close();
});

/** Slides of the demo that take turns, each for so many seconds, from now on. */
function loop(ids: readonly string[], seconds: number): Programme {
  const slides = ids.flatMap((id, order) => {
    const slide = DEMO.slides[id];
    return slide ? [[id, { ...slide, order, seconds }] as const] : [];
  });
  return { ...DEMO, anchor: instant(Date.now()), slides: Object.fromEntries(slides) };
}

interface Seen {
  readonly tag: string;
  readonly waiting: boolean;
  readonly opacity: string;
  readonly digits: string;
}

/** Waits for the prepared slide and then notes what it says until it has been on for two seconds. */
const watchPrepared = (digits: string): Promise<readonly Seen[]> =>
  page.evaluate(async (selector) => {
    const deck = document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck');
    const seen: { tag: string; waiting: boolean; opacity: string; digits: string }[] = [];
    let element: HTMLElement | null = null;
    for (let end = Infinity; performance.now() < end;) {
      await new Promise((done) => requestAnimationFrame(done));
      element ??= deck?.querySelector<HTMLElement>('[waiting]') ?? null;
      if (!element) continue;
      const waiting = element.hasAttribute('waiting');
      if (!waiting && end === Infinity) end = performance.now() + 2_000;
      const text = element.shadowRoot?.querySelector(selector)?.textContent ?? '';
      seen.push({ tag: element.localName, waiting, opacity: getComputedStyle(element).opacity, digits: text.trim() });
    }
    return seen;
  }, digits);

/** Makes an element of the slide that is on fail, in the way of the function. */
const sabotage = (way: 'update' | 'nested' | 'frame'): Promise<void> =>
  page.evaluate((how) => {
    interface Drawing extends HTMLElement {
      render: () => unknown;
      requestUpdate: () => void;
    }
    const slide = document.querySelector('pb-stage')?.shadowRoot?.querySelector<Drawing>('.deck > :not([waiting])');
    const element = how === 'nested' ? slide?.shadowRoot?.querySelector<Drawing>('pb-frame') : slide;
    if (!slide || !element) throw new Error('no slide is on');
    if (how === 'frame') {
      slide.dispatchEvent(new CustomEvent('slide-fault', { detail: new Error('in a frame') }));
      return;
    }
    element.render = () => {
      throw new Error('in an update');
    };
    element.requestUpdate();
    if (how === 'nested') slide.requestUpdate();
  }, way);

const shown = (): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector<HTMLElement>('pb-stage')?.dataset['slide']);

describe('a slide that is mounted ahead', () => {
  it.each([
    ['summary', '.headline b'],
    ['townships', '[data-row] .count'],
  ])('%s stands at the first frame of its entrance, unseen, and begins at the flip', async (slide, digits) => {
    await show(page, { programme: loop(['cover', slide], 6), stage: STAGE });
    const seen = await watchPrepared(digits);
    const before = seen.filter(({ waiting }) => waiting);
    const after = seen.filter(({ waiting }) => !waiting);
    expect(before.length).toBeGreaterThan(0);
    expect(new Set(before.map(({ opacity }) => opacity))).toEqual(new Set(['0.001']));
    expect(new Set(before.map((each) => Number(each.digits)))).toEqual(new Set([0]));
    expect(Number(after.at(-1)?.digits.replaceAll(',', ''))).toBeGreaterThan(0);
    expect(new Set(after.map((each) => each.digits)).size).toBeGreaterThan(2);
    expect(after.at(-1)?.opacity).toBe('1');
  });

  it('leaves nothing behind when it is dropped', async () => {
    const programme = loop(['cover', 'summary'], 6);
    await show(page, { programme, stage: STAGE });
    await page.locator('pb-slide-summary[waiting]').waitFor({ state: 'attached', ...PATIENCE });
    await show(page, { programme: loop(['cover'], 60), stage: STAGE });
    const tags = await page.evaluate(() =>
      [...(document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck')?.children ?? [])].map(
        ({ localName }) => localName,
      ),
    );
    expect(tags).toEqual(['pb-slide-cover']);
  });
});

describe('a slide that fails while it is on', () => {
  it.each(['update', 'nested', 'frame'] as const)('makes room for the next one: %s', async (way) => {
    const programme = loop(['summary', 'cover'], 60);
    await show(page, { programme, stage: STAGE });
    expect(await shown()).toBe('summary');
    await sabotage(way);
    await expect.poll(shown, PATIENCE).toBe('cover');
  });
});
