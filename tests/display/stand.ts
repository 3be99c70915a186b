/** The built display page in one browser for all tests of a file. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { launchBrowser } from '../support/browser.ts';
import { layoutFaults } from './layout-faults.ts';
import { openPreview, serveDisplay, show, type BuiltPages } from './preview-page.ts';
import { stageOf } from './programmes.ts';

const opened = <T>(value: T | null): T => {
  if (value === null) throw new Error('the stand is open while tests run');
  return value;
};

class Stand {
  #pages: BuiltPages | null = null;
  #browser: Browser | null = null;
  #page: Page | null = null;
  /** What the page said of refused styles, or of slides that it could not draw. */
  readonly refused: string[] = [];

  async open(): Promise<void> {
    [this.#pages, this.#browser] = await Promise.all([serveDisplay(), launchBrowser()]);
    this.#page = await this.another('none');
    this.#page.on('console', (message) => {
      if (/Content Security Policy|cannot be drawn/.test(message.text())) this.refused.push(message.text());
    });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#pages?.close();
  }

  /** The page on which nothing moves. */
  get page(): Page {
    return opened(this.#page);
  }

  /** One more page. */
  another(motion: 'none' | 'full'): Promise<Page> {
    return openPreview(opened(this.#browser), opened(this.#pages).origin, motion);
  }

  /** Draws a slide on a stage of a size like `1920x1080`; without one, what is on now. */
  async show(size: string, programme: Programme, slide?: string): Promise<void> {
    const [width = 0, height = 0] = size.split('x').map(Number);
    await this.page.setViewportSize({ width, height });
    await show(this.page, { programme, stage: stageOf(width, height), ...(slide === undefined ? {} : { slide }) });
  }

  /** What is cut off or overlaps on the slides of a programme, with their names. */
  async faults(size: string, programme: Programme): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const slide of Object.keys(programme.slides)) {
      await this.show(size, programme, slide);
      for (const fault of await layoutFaults(this.page)) faults.push(`${slide}: ${fault}`);
    }
    return faults;
  }
}

/** Opens a stand before the tests of a file and closes it after them. */
export function useStand(): Stand {
  const stand = new Stand();
  beforeAll(() => stand.open());
  afterAll(() => stand.close());
  return stand;
}
