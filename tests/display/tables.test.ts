import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { launchBrowser } from '../support/browser.ts';
import { programmeOfEntries, FURTHER_ENTRIES } from './every-kind.ts';
import { layoutFaults } from './layout-faults.ts';
import { openPreview, serveDisplay, show, type BuiltPages } from './preview-page.ts';
import { stageOf } from './programmes.ts';
import { hardTables } from './slides/tables.ts';

const STAGES = [
  '1920x1080',
  '960x480',
  '192x96',
  '504x336',
  '384x192',
  '1080x1920',
  '2560x720',
  '1536x128',
  '3840x2160',
] as const;

const KINDS = ['milestones', 'leaders', 'breakdown', 'issues', 'permits', 'visits', 'assessment', 'redBlack'];
const ENTRIES = FURTHER_ENTRIES.filter(({ kind }) => KINDS.includes(kind));

let pages: BuiltPages;
let browser: Browser;
let page: Page;
const refused: string[] = [];

beforeAll(async () => {
  [pages, browser] = await Promise.all([serveDisplay(), launchBrowser()]);
  page = await openPreview(browser, pages.origin, 'none');
  page.on('console', (message) => {
    if (/Content Security Policy|cannot be drawn/.test(message.text())) refused.push(message.text());
  });
});

afterAll(async () => {
  await browser.close();
  pages.close();
});

async function showOn(size: string, programme: Programme, slide: string): Promise<void> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  await page.setViewportSize({ width, height });
  await show(page, { programme, stage: stageOf(width, height), slide });
}

async function faultsOf(programme: Programme, size: string): Promise<string[]> {
  const faults: string[] = [];
  for (const slide of Object.keys(programme.slides)) {
    await showOn(size, programme, slide);
    for (const fault of await layoutFaults(page)) faults.push(`${slide}: ${fault}`);
  }
  return faults;
}

/** What is read on a slide's own element, without its frame. */
const textOf = (kind: string): Promise<string> =>
  page
    .locator(`pb-slide-${kind}`)
    .last()
    .evaluate((slide) => (slide.shadowRoot?.textContent ?? '').replace(/\s+/g, ' '));

describe.each(STAGES)('on a stage of %s', (size) => {
  it('draws every list of the demo within its box, without overlaps', async () => {
    expect(await faultsOf(programmeOfEntries(ENTRIES, 'red', '2017-12-31'), size)).toEqual([]);
  });

  it('draws them in English', async () => {
    expect(await faultsOf(programmeOfEntries(ENTRIES, 'blue', '2017-05-31', 'en'), size)).toEqual([]);
  });

  it.each([24, 7, 1, 0])('draws hard lists of %i rows within their box', async (count) => {
    expect(await faultsOf(hardTables(count, 'black'), size)).toEqual([]);
  });
});

it('draws lists of three hundred rows', async () => {
  expect(await faultsOf(hardTables(300, 'blue'), '1920x1080')).toEqual([]);
});

describe('what is over its date', () => {
  it('is said by a word and a shape, with its days', async () => {
    await showOn('1920x1080', hardTables(7), 'milestones');
    expect(await textOf('milestones')).toMatch(/▼ ?逾期项目 ?7个.*▼.*逾期 ?1128天/);
  });

  it('is told from what is in time by a shape on strips, too', async () => {
    await showOn('192x96', hardTables(7), 'milestones');
    expect(await textOf('milestones')).toContain('▼');
    await showOn('192x96', hardTables(7), 'permits');
    expect(await textOf('permits')).toMatch(/▼.*●/);
  });

  it('is good news when there is none', async () => {
    await showOn('1920x1080', hardTables(0), 'milestones');
    expect(await textOf('milestones')).toContain('无逾期节点');
  });
});

describe('a red and a black board', () => {
  it.each(STAGES)('are told apart by a word on %s', async (size) => {
    await showOn(size, hardTables(7), 'black');
    expect(await textOf('red-black')).toContain('黑');
    await showOn(size, hardTables(7), 'red');
    expect(await textOf('red-black')).toContain('红');
  });

  it('says of which date its figures are and until when it is shown', async () => {
    await showOn('1920x1080', hardTables(7), 'black');
    expect(await textOf('red-black')).toContain('数据截至 2017-06-30 · 公示期 2018-01-05 至 2199-12-31');
    await showOn('1920x1080', hardTables(7), 'red');
    expect(await textOf('red-black')).toContain('数据截至 2017-12-31 · 2018-01-05 起公示');
  });
});

it('shows of every item what it brought of the most that it can bring', async () => {
  await showOn('1920x1080', hardTables(7), 'assessment');
  const slots = await page
    .locator('pb-slide-assessment .row')
    .last()
    .evaluate((row) =>
      Array.from(row.querySelectorAll('.slot'), (slot) => ({
        width: slot.getBoundingClientRect().width,
        filled: (slot.querySelector('.part')?.getBoundingClientRect().width ?? 0) / slot.getBoundingClientRect().width,
      })),
    );
  expect(slots.length).toBeGreaterThan(2);
  expect(slots.every(({ filled }) => filled >= 0 && filled <= 1.01)).toBe(true);
  expect(new Set(slots.map(({ filled }) => filled.toFixed(1))).size).toBeGreaterThan(1);
});

it('breaks no rule of the content security policy, and leaves no slide out', () => {
  expect(refused).toEqual([]);
});
