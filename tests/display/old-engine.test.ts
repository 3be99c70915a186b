/** The built screen page in Chromium 80, the oldest engine that it promises to run on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { findOldChromium } from '../support/old-chromium.mjs';
import { launchOldBrowser, type OldBrowser, type OldPage } from '../support/old-browser.ts';
import { FURTHER_ENTRIES, programmeOfEntries } from './every-kind.ts';
import { serveDisplay, type BuiltPages } from './preview-page.ts';
import { demoProgramme, stageOf } from './programmes.ts';

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

  it('reports no error', () => {
    expect(page.errors).toEqual([]);
  });
});
