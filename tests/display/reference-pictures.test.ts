import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPreview, serveDisplay, type BuiltPages } from './preview-page.ts';
import { committed, difference, drawn, REFERENCES } from './reference-pictures.ts';

/** Another build of the browser sets letters a hair differently; a row that moved is far beyond this. */
const MOST_DIFFERENT = 0.012;

let pages: BuiltPages;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [pages, browser] = await Promise.all([serveDisplay(), launchBrowser()]);
  page = await openPreview(browser, pages.origin, 'none');
});

afterAll(async () => {
  await browser.close();
  pages.close();
});

describe('slides look as they were last approved', () => {
  it.each(REFERENCES.map((reference) => [reference.name, reference] as const))('%s', async (_name, reference) => {
    expect(await difference(committed(reference), await drawn(page, reference))).toBeLessThan(MOST_DIFFERENT);
  });
});
