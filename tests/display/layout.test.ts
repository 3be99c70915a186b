import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { launchBrowser } from '../support/browser.ts';
import { layoutFaults } from './layout-faults.ts';
import { openPreview, serveDisplay, show, type BuiltPages } from './preview-page.ts';
import { demoProgramme, hardProgramme, stageOf, unverifiedLedger } from './programmes.ts';

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
];

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

async function faultsOf(programme: Programme, size: string): Promise<string[]> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  await page.setViewportSize({ width, height });
  const faults: string[] = [];
  for (const [slide, { kind }] of Object.entries(programme.slides)) {
    await show(page, { programme, stage: stageOf(width, height), slide });
    for (const fault of await layoutFaults(page)) faults.push(`${kind}: ${fault}`);
  }
  return faults;
}

describe.each(STAGES)('on a stage of %s', (size) => {
  it('draws every slide of the demo within its box, without overlaps', async () => {
    expect(await faultsOf(demoProgramme('red'), size)).toEqual([]);
  });

  it('draws long names, huge figures and what is not ranked within its box', async () => {
    expect(await faultsOf(hardProgramme(24, 'black'), size)).toEqual([]);
  });
});

describe.each(['1920x1080', '192x96'])('with unusual programmes on a stage of %s', (size) => {
  it('draws a list of one row, and of none', async () => {
    expect(await faultsOf(hardProgramme(1, 'blue'), size)).toEqual([]);
    expect(await faultsOf(hardProgramme(0, 'blue'), size)).toEqual([]);
  });

  it('draws a list of three hundred', async () => {
    expect(await faultsOf(hardProgramme(300, 'blue'), size)).toEqual([]);
  });

  it('marks figures that nobody verified, on every slide that has any', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const programme = demoProgramme('red', '2017-05-31', locale, unverifiedLedger('2017-05-31'));
      expect(await faultsOf(programme, size)).toEqual([]);
      const [listed] = Object.entries(programme.slides).find(([, { kind }]) => kind === 'projects') ?? [];
      const [width = 0, height = 0] = size.split('x').map(Number);
      await show(page, { programme, stage: stageOf(width, height), slide: listed ?? '' });
      const text = await page
        .locator('pb-frame')
        .last()
        .evaluate((frame) => frame.shadowRoot?.textContent);
      expect(text).toMatch(/\* ?(含?未核实|with unverified|unverified)/);
    }
  });

  it('draws English', async () => {
    expect(await faultsOf(demoProgramme('blue', '2017-05-31', 'en'), size)).toEqual([]);
  });
});

describe('the code of the public page', () => {
  const publicAddress = 'https://www.example.gov.cn/board/';
  const codeOn = async (size: string, address = publicAddress): Promise<{ module: number; quiet: number } | null> => {
    const [width = 0, height = 0] = size.split('x').map(Number);
    const programme = { ...demoProgramme('red'), publicAddress: address };
    const [listed = ''] = Object.entries(programme.slides).find(([, { kind }]) => kind === 'unitRanking') ?? [];
    await page.setViewportSize({ width, height });
    await show(page, { programme, stage: stageOf(width, height), slide: listed });
    return page
      .locator('pb-frame')
      .last()
      .evaluate((frame) => {
        const code = frame.shadowRoot?.querySelector('svg.code');
        if (!code) return null;
        const modules = Number(code.getAttribute('viewBox')?.split(' ')[2]);
        const [, first = 0] = /^M(\d+)/.exec(code.querySelector('path')?.getAttribute('d') ?? '') ?? [];
        return { module: code.getBoundingClientRect().width / modules, quiet: Number(first) };
      });
  };

  it.each(['1920x1080', '3840x2160', '2560x720'])(
    'is in whole pixels large enough to be scanned on %s',
    async (size) => {
      const code = await codeOn(size);
      expect(code?.module).toBeGreaterThanOrEqual(2);
      expect([(code?.module ?? 0.5) % 1, code?.quiet]).toEqual([0, 4]);
    },
  );

  it.each(['192x96', '1536x128', '384x192', '504x336'])('is left out on %s', async (size) => {
    expect(await codeOn(size)).toBeNull();
  });

  it('is left out where an address is too long for modules of two pixels', async () => {
    expect(await codeOn('2560x720', `https://www.example.gov.cn/${'x'.repeat(90)}`)).toBeNull();
  });

  it.each(STAGES)('takes no room of rows nor of words on %s', async (size) => {
    for (const programme of [demoProgramme('red'), hardProgramme(24, 'black')])
      expect(await faultsOf({ ...programme, publicAddress }, size)).toEqual([]);
  });
});

it('shows the office when the programme is empty', async () => {
  const programme = { ...demoProgramme(), slides: {} };
  await page.setViewportSize({ width: 960, height: 480 });
  await show(page, { programme, stage: stageOf(960, 480) });
  expect(
    await page.locator('pb-stage').evaluate((stage) => stage.shadowRoot?.querySelector('.safe')?.textContent),
  ).toContain(programme.issuer);
});

it('breaks no rule of the content security policy, and leaves no slide out', () => {
  expect(refused).toEqual([]);
});
