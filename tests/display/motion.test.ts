import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../core/time.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPreview, serveDisplay, show, type BuiltPages } from './preview-page.ts';
import { demoProgramme, stageOf, withClimb } from './programmes.ts';

const STAGE = stageOf(960, 480);

let pages: BuiltPages;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  [pages, browser] = await Promise.all([serveDisplay(), launchBrowser()]);
});

beforeEach(async () => {
  problems.length = 0;
  page = await openPreview(browser, pages.origin, 'full');
  page.on('console', (message) => /slide|Policy/.test(message.text()) && problems.push(message.text()));
});

afterAll(async () => {
  await browser.close();
  pages.close();
});

interface Seen {
  readonly y: number;
  readonly digits: string;
  readonly rank: string;
}

/** Watches one row frame by frame until it has rested, or for ten seconds. */
const watch = (row: string): Promise<readonly Seen[]> =>
  page.evaluate(async (id) => {
    const stage = document.querySelector('pb-stage')?.shadowRoot;
    const seen: { y: number; digits: string; rank: string }[] = [];
    const end = performance.now() + 10_000;
    let rest = 0;
    while (performance.now() < end && rest < 200) {
      await new Promise((done) => requestAnimationFrame(done));
      const slide = stage?.querySelector('.deck > :last-child')?.shadowRoot;
      const element = slide?.querySelector<HTMLElement>(`[data-row="${id}"]`);
      if (!element) continue;
      const y = new DOMMatrix(element.style.transform).f;
      const digits = element.querySelector('.count')?.textContent ?? '';
      const rank = element.querySelector('.plate')?.textContent?.trim() ?? '';
      const last = seen[seen.length - 1];
      rest = last?.y === y && last.digits === digits && last.rank === rank ? rest + 1 : 0;
      seen.push({ y, digits, rank });
    }
    return seen;
  }, row);

const distinct = <T>(values: readonly T[]): readonly T[] =>
  values.filter((value, index) => value !== values[index - 1]);

describe('a ranking whose figures change while it is on screen', () => {
  it('counts the figures up, then moves the row to its new place, then gives it its new rank', async () => {
    const before = demoProgramme('black');
    const { programme, climber } = withClimb(before);
    await show(page, { programme: before, stage: STAGE, slide: 'townships' });
    const rested = (await watch(climber)).at(-1);
    await show(page, { programme, stage: STAGE, slide: 'townships' });
    const seen = await watch(climber);
    const heights = distinct(seen.map(({ y }) => y));
    expect(heights.length).toBeGreaterThan(8);
    expect(heights[0]).toBe(rested?.y);
    expect(heights.at(-1)).toBe(0);
    expect([...heights].sort((a, b) => b - a)).toEqual(heights);
    const counted = seen.findIndex(({ digits }) => digits === '88.0');
    const moved = seen.findIndex(({ y }) => y !== rested?.y);
    const ranked = seen.findIndex(({ rank }) => rank === '1');
    expect(counted).toBeLessThanOrEqual(moved);
    expect(moved).toBeLessThan(ranked);
    expect(distinct(seen.map(({ digits }) => Number(digits))).length).toBeGreaterThan(5);
  });

  it('goes on from where it is when figures change again in the middle', async () => {
    const before = demoProgramme('black');
    const { programme, climber } = withClimb(before);
    await show(page, { programme: before, stage: STAGE, slide: 'townships' });
    const rested = (await watch(climber)).at(-1);
    await show(page, { programme, stage: STAGE, slide: 'townships' });
    await page.waitForFunction(
      ([id, top]) => {
        const slide = document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck > :last-child')?.shadowRoot;
        const row = slide?.querySelector<HTMLElement>(`[data-row="${id}"]`);
        return row && new DOMMatrix(row.style.transform).f < Number(top) * 0.8;
      },
      [climber, String(rested?.y ?? 0)],
      { polling: 'raf' },
    );
    await show(page, { programme: before, stage: STAGE, slide: 'townships' });
    const heights = distinct((await watch(climber)).map(({ y }) => y));
    const steps = heights.slice(1).map((y, index) => Math.abs(y - (heights[index] ?? y)));
    expect(heights.at(-1)).toBe(rested?.y);
    expect(Math.max(...steps)).toBeLessThan((rested?.y ?? 0) * 0.6);
  });
});

describe('a spotlight', () => {
  it('cuts to the ranking as it was and lets the unit climb before the viewer', async () => {
    const before = { ...demoProgramme('black'), anchor: instant(Date.now()) };
    const { programme, climber } = withClimb(before);
    await show(page, { programme: before, stage: STAGE });
    const from = instant(Date.now());
    const spotlight = { slide: 'townships', row: climber, from, until: instant(from + 14_000) };
    await show(page, { programme: { ...programme, spotlight }, stage: STAGE });
    const seen = await watch(climber);
    const last = Object.keys(
      before.slides['townships']?.kind === 'unitRanking' ? before.slides['townships'].data.rows : {},
    ).length;
    expect(seen[0]?.rank).toBe(String(last));
    expect(seen.at(-1)).toEqual({ y: 0, digits: '88.0', rank: '1' });
    expect(distinct(seen.map(({ y }) => y)).length).toBeGreaterThan(8);
  });
});

describe('a list of several pages', () => {
  it('glides from one page to the next and keeps only the rows of the new one', async () => {
    const programme = demoProgramme('blue');
    const rows = (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const slide = document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck > :last-child')?.shadowRoot;
        return [...(slide?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].map((row) => row.dataset['row'] ?? '');
      });
    await show(page, { programme, stage: STAGE, slide: 'all-projects' });
    const first = await rows();
    await show(page, { programme, stage: STAGE, slide: 'all-projects', page: 1 });
    const both = await rows();
    expect(first.every((id) => both.includes(id))).toBe(true);
    expect(both.length).toBe(first.length * 2);
    await page.waitForFunction((count) => {
      const slide = document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck > :last-child')?.shadowRoot;
      return slide?.querySelectorAll('[data-row]').length === count;
    }, first.length);
    expect((await rows()).some((id) => first.includes(id))).toBe(false);
  });
});

describe('the deck', () => {
  it('never mounts more than two slides, however fast they change', async () => {
    const programme = demoProgramme('red');
    await show(page, { programme, stage: STAGE, slide: 'cover' });
    await page.evaluate(() => {
      const deck = document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck');
      const root = document.documentElement;
      root.dataset['most'] = '0';
      if (!deck) return;
      new MutationObserver(() => {
        root.dataset['most'] = String(Math.max(Number(root.dataset['most']), deck.children.length));
      }).observe(deck, { childList: true });
    });
    for (const slide of Object.keys(programme.slides)) await show(page, { programme, stage: STAGE, slide });
    expect(await page.evaluate(() => document.documentElement.dataset['most'])).toBe('2');
    await page.waitForFunction(
      () => document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck')?.children.length === 1,
    );
  });

  it('leaves out a slide that cannot be drawn and goes on with the next', async () => {
    const base = demoProgramme('red');
    const { townships, summary } = base.slides;
    if (!townships || !summary) throw new Error('the demo has both');
    const broken = { kind: 'project', order: 0, seconds: 3, data: {} } as unknown as typeof summary;
    const slides = { broken, townships: { ...townships, order: 1 } };
    await show(page, { programme: { ...base, slides, anchor: instant(Date.now()) }, stage: STAGE });
    await page.waitForFunction(() => document.querySelector('pb-stage')?.getAttribute('data-slide') === 'townships');
    expect(problems.join('\n')).toContain('slide broken (project) cannot be drawn');
    expect(
      await page.evaluate(
        () => document.querySelector('pb-stage')?.shadowRoot?.querySelector('.deck')?.children.length,
      ),
    ).toBe(1);
  });

  it('shows the office when none of its slides can be drawn, never a blank wall', async () => {
    const base = demoProgramme('red');
    const { summary } = base.slides;
    if (!summary) throw new Error('the demo has it');
    const broken = { kind: 'project', order: 0, seconds: 3, data: {} } as unknown as typeof summary;
    await show(page, { programme: { ...base, slides: { broken } }, stage: STAGE });
    const wall = page.locator('pb-stage').locator('.safe');
    await wall.waitFor();
    expect(await wall.innerText()).toBe(base.issuer);
    await show(page, { programme: { ...base, slides: { summary } }, stage: STAGE });
    await wall.waitFor({ state: 'detached' });
  });

  it('turns to the next slide by itself when its time is over', async () => {
    const base = demoProgramme('red');
    const { cover, summary } = base.slides;
    if (!cover || !summary) throw new Error('the demo has both');
    const slides = { cover: { ...cover, seconds: 3 }, summary: { ...summary, seconds: 3 } };
    await show(page, { programme: { ...base, slides, anchor: instant(Date.now()) }, stage: STAGE });
    await page.waitForFunction(() => document.querySelector('pb-stage')?.getAttribute('data-slide') === 'summary');
    await page.waitForFunction(() => document.querySelector('pb-stage')?.getAttribute('data-slide') === 'cover');
    expect(problems).toEqual([]);
  });
});
