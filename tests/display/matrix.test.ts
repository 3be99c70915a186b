/** Measures every kind of slide on every stage; themes take turns, so that each meets large and small stages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { launchBrowser } from '../support/browser.ts';
import { layoutFaults } from './layout-faults.ts';
import { matrixOf, STAGES } from './matrix-cells.ts';
import { letterFaults } from './measure-text.ts';
import { openPreview, serveDisplay, show, type BuiltPages } from './preview-page.ts';
import { demoProgramme, hardProgramme, stageOf } from './programmes.ts';
import { hardNumbers } from './slides/numbers.ts';
import { hardTables } from './slides/tables.ts';

/** A screenshot of a larger stage takes seconds, and shows the same letters. */
const WIDEST = 2560;

const THEMES: readonly ThemeName[] = ['red', 'blue', 'black'];

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

it.each(STAGES.map((size, index) => [size, THEMES[index % THEMES.length] ?? 'red'] as const))(
  'on %s in %s nothing is cut, nothing overlaps, letters are large enough and stand out',
  async (size, theme) => {
    const [width = 0, height = 0] = size.split('x').map(Number);
    await page.setViewportSize({ width, height });
    const faults: string[] = [];
    for (const { name, programme, slide } of matrixOf('demo', theme)) {
      await show(page, { programme, stage: stageOf(width, height), slide });
      const letters = width > WIDEST || programme.slides[slide]?.kind === 'testCard' ? [] : await letterFaults(page);
      for (const fault of [...(await layoutFaults(page)), ...letters]) faults.push(`${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  },
  240_000,
);

/** Where boxes of hard data are is measured with each kind of slide; here it is their letters. */
it.each([
  ['384x192', 'blue'],
  ['960x480', 'red'],
  ['504x336', 'black'],
  ['192x96', 'blue'],
] as const)(
  'on %s in %s the letters of hard data are large enough and stand out',
  async (size, theme) => {
    const [width = 0, height = 0] = size.split('x').map(Number);
    await page.setViewportSize({ width, height });
    const faults: string[] = [];
    for (const programme of [hardProgramme(7, theme), hardTables(7, theme), hardNumbers(demoProgramme(theme))])
      for (const slide of Object.keys(programme.slides)) {
        await show(page, { programme, stage: stageOf(width, height), slide });
        for (const fault of await letterFaults(page)) faults.push(`${slide}: ${fault}`);
      }
    expect(faults).toEqual([]);
  },
  240_000,
);
