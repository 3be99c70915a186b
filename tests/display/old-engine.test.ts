/** The built screen page in Chromium 80, the oldest engine that it promises to run on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { findOldChromium } from '../support/old-chromium.mjs';
import { launchBrowser } from '../support/browser.ts';
import { launchOldBrowser, type OldBrowser, type OldPage } from '../support/old-browser.ts';
import { FURTHER_ENTRIES, programmeOfEntries } from './every-kind.ts';
import { matrixOf } from './matrix-cells.ts';
import { openPreview, picturesAreThere, serveDisplay, show as showToday, type BuiltPages } from './preview-page.ts';
import { difference, sizedDown } from './reference-pictures.ts';
import { demoProgramme, stageOf } from './programmes.ts';

/** Slides that never look the same twice. */
const RUNNING = new Set(['clock', 'testCard', 'ticker']);
/** The two engines set letters a little differently: looked at from so far off that only boxes, bars and lines count. */
const COARSER = 10;
const MOST_DIFFERENT = 0.03;

const folder = findOldChromium();

let pages: BuiltPages;
let browser: OldBrowser;
let page: OldPage;

/** Shows a slide in the preview, with motion, and waits until it is drawn. */
async function show(programme: Programme, slide: string, width: number, height: number): Promise<void> {
  const message = { type: 'paceboard-preview', programme, stage: stageOf(width, height), slide };
  await page.viewport(width, height);
  await page.evaluate(
    `delete document.documentElement.dataset.drawn; window.postMessage(${JSON.stringify(message)}, location.origin)`,
  );
  await page.until(`document.documentElement.dataset.drawn !== undefined`);
  await page.evaluate(`(${String(picturesAreThere)})()`);
  await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
}

/** What is written on the slide that is on. */
const words = (): Promise<unknown> =>
  page.evaluate(`(() => {
    const texts = [];
    const read = (node) => {
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof Text) texts.push(node.data.trim());
      if (node instanceof Element && node.shadowRoot) for (const child of node.shadowRoot.childNodes) read(child);
      for (const child of node.childNodes) read(child);
    };
    read(document.querySelector('pb-stage').shadowRoot.querySelector('.deck').lastElementChild);
    return texts.filter(Boolean).join(' ');
  })()`);

describe.skipIf(folder === undefined)('in Chromium 80', () => {
  beforeAll(async () => {
    pages = await serveDisplay();
    browser = await launchOldBrowser(folder ?? '');
    page = browser.page;
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `window.addEventListener('message', ({ data }) => {
        if (data.type === 'paceboard-preview-ready') document.documentElement.dataset.ready = 'yes';
      });`,
    });
    await page.send('Page.navigate', { url: `${pages.origin}/display/?preview=1` });
    await page.until(`document.documentElement && document.documentElement.dataset.ready === 'yes'`);
  });

  afterAll(async () => {
    await browser.close();
    pages.close();
  });

  it('is really that old', async () => {
    expect(await page.evaluate('navigator.userAgent')).toContain('Chrome/80.');
  });

  it.each([
    [1920, 1080],
    [192, 96],
    [1080, 1920],
  ])('draws every kind of slide at %i × %i', async (width, height) => {
    const empty: string[] = [];
    for (const programme of [demoProgramme('red'), programmeOfEntries(FURTHER_ENTRIES, 'blue')])
      for (const [id, { kind }] of Object.entries(programme.slides)) {
        await show(programme, id, width, height);
        if (String(await words()).length < 2) empty.push(kind);
      }
    expect(empty).toEqual([]);
  });

  it.each([
    ['960x480', 'red'],
    ['192x96', 'black'],
    ['540x960', 'blue'],
  ] as const)('sets slides at %s as a browser of today does', async (size, theme) => {
    const [width = 0, height = 0] = size.split('x').map(Number);
    const today = await launchBrowser();
    try {
      const other = await openPreview(today, pages.origin, 'none');
      await page.send('Page.navigate', { url: `${pages.origin}/display/?preview=1&motion=none` });
      await page.until(`document.documentElement && document.documentElement.dataset.ready === 'yes'`);
      await other.setViewportSize({ width, height });
      const unlike: string[] = [];
      for (const { name, programme, slide } of matrixOf('demo', theme)) {
        if (RUNNING.has(programme.slides[slide]?.kind ?? '')) continue;
        await show(programme, slide, width, height);
        await showToday(other, { programme, stage: stageOf(width, height), slide });
        const pictures = await Promise.all([page.screenshot(), other.screenshot()]);
        const [before = Buffer.of(), now = Buffer.of()] = await Promise.all(
          pictures.map((picture) => sizedDown(picture, Math.round(width / COARSER))),
        );
        const share = await difference(before, now);
        if (share > MOST_DIFFERENT) unlike.push(`${name}: ${(share * 100).toFixed(1)} %`);
      }
      expect(unlike).toEqual([]);
    } finally {
      await today.close();
    }
  });

  it('reports no error', () => {
    expect(page.errors).toEqual([]);
  });
});
