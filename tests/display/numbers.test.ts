import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { setParagraph } from '../../display/charts/paragraph.ts';
import { spread } from '../../display/charts/spread.ts';
import { linePath, scaleOf, shareOfYear, stretches } from '../../display/charts/year-lines.ts';
import { FURTHER_ENTRIES, programmeOfEntries } from './every-kind.ts';
import { STAGES } from './matrix-cells.ts';
import { show } from './preview-page.ts';
import { demoProgramme, stageOf } from './programmes.ts';
import { useStand } from './stand.ts';
import { hardNumbers, isoDate } from './slides/numbers.ts';

const KINDS = new Set(['trend', 'pipeline', 'commencement', 'headToHead', 'clock', 'notice', 'neutral']);
const ENTRIES = FURTHER_ENTRIES.filter(({ kind }) => KINDS.has(kind));

describe('labels beside their points', () => {
  it('stay where they are when none is near another', () => expect(spread([20, 80], 10, 0, 100)).toEqual([20, 80]));

  it('share the way when they would lie on each other, in their order', () => {
    expect(spread([52, 50, 10], 10, 0, 100)).toEqual([56, 46, 10]);
  });

  it('keep within their room, however many end at one place', () => {
    const placed = [...spread([99, 100, 98, 100], 10, 0, 100)].sort((a, b) => a - b);
    expect(placed).toEqual([65, 75, 85, 95]);
  });
});

describe('the lines of a year', () => {
  it('reach 100 % at least, and as far as the whole list goes', () => {
    expect(scaleOf([54.6], [40])).toEqual({ top: 100, lines: [0, 25, 50, 75, 100] });
    expect(scaleOf([140.1], []).top).toBe(150);
  });

  it('are not squashed by a part that is far beyond', () => expect(scaleOf([54.6], [1234.5]).top).toBe(200));

  it('have the line of 100 % on every scale', () => expect(scaleOf([1234.5], []).lines).toContain(100));

  it('put a month end at the end of its month, whatever its length', () => {
    expect(shareOfYear(isoDate('2017-06-30'))).toBe(0.5);
    expect(shareOfYear(isoDate('2017-12-31'))).toBe(1);
    expect(shareOfYear(isoDate('2017-02-14'))).toBeCloseTo(1.5 / 12, 10);
  });

  it('are broken where a month has no figure', () => {
    const points = [{ at: 0, value: 0 }, { at: 0.25 }, { at: 0.5, value: 50 }, { at: 1, value: 100 }];
    expect(stretches(points)).toHaveLength(2);
    const plot = { box: { left: 0, top: 0, width: 100, height: 100 }, top: 100 };
    expect(linePath(plot, points)).toBe('M0 100M50 50L100 0');
  });
});

/** Every hanzi is as wide as it is high, everything else half of it. */
const measure = (text: string, size: number): number =>
  Array.from(text).reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) > 0x2e7f ? size : size / 2), 0);

const set = (text: string, width = 400, height = 240) =>
  setParagraph(text, { width, height, most: 80, least: 16, leading: 1.5 }, measure);

describe('a paragraph', () => {
  const long = '各责任单位请于周五前报送进度，逾期不候；图片另行报送。'.repeat(5);

  it('is set at the largest size at which all of it fits', () => {
    expect(set('今天')).toMatchObject({ size: 80, lines: ['今天'], long: false });
    const { size = 0, lines = [] } = set(long) ?? {};
    expect(lines.join('')).toBe(long);
    expect(lines.length * size * 1.5).toBeLessThanOrEqual(240);
    expect((lines.length + 1) * (size + 1) * 1.5).toBeGreaterThan(240);
  });

  it('begins no line with a closing sign and ends none with an opening one', () => {
    for (let width = 200; width < 420; width += 7) {
      for (const line of set(long.replace(/图片/g, '（《图片》）'), width, 400)?.lines ?? []) {
        expect('，；。）》'.includes(line.charAt(0))).toBe(false);
        expect('（《'.includes(line.slice(-1))).toBe(false);
      }
    }
  });

  it('prefers one line where that is nearly as large', () => expect(set('明日八时停电')?.lines).toHaveLength(1));

  it('is never smaller than may be, on one line neither', () => {
    const { size = 0 } =
      setParagraph('明日八时停电检修', { width: 160, height: 80, most: 32, least: 24, leading: 1.2 }, measure) ?? {};
    expect(size).toBeGreaterThanOrEqual(24);
  });

  it('says so when even the smallest size is too large', () => expect(set(long.repeat(9))).toBeNull());
});

const stand = useStand();

/** The figures of the demo are measured with the matrix. */
describe.each(STAGES)('on a stage of %s', (size) => {
  it('stands within its box without overlaps with hard data', { timeout: 180_000 }, async () => {
    expect(await stand.faults(size, hardNumbers(demoProgramme('black')))).toEqual([]);
  });
});

it.each(['1920x1080', '504x336', '192x96'])('stands in English on %s', { timeout: 120_000 }, async (size) => {
  expect(await stand.faults(size, programmeOfEntries(ENTRIES, 'blue', '2017-12-31', 'en'))).toEqual([]);
});

describe('in motion', () => {
  let moving: Page;
  beforeAll(async () => (moving = await stand.another('full')));

  const shown = (slide: string) =>
    show(moving, { programme: hardNumbers(demoProgramme()), stage: stageOf(960, 480), slide });
  const runningIn = (tag: string) =>
    moving
      .locator(tag)
      .evaluate(
        (element) => element.shadowRoot?.getAnimations().filter(({ playState }) => playState === 'running').length,
      );

  it('draws its lines once and then stands still', async () => {
    await shown('trend-crowded');
    expect(await runningIn('pb-slide-trend')).toBeGreaterThan(0);
    await expect.poll(() => runningIn('pb-slide-trend'), { timeout: 15_000 }).toBe(0);
    const masks = await moving
      .locator('pb-slide-trend')
      .evaluate((element) => getComputedStyle(element.shadowRoot?.querySelector('.mask') ?? element).transform);
    expect(masks).toBe('matrix(1, 0, 0, 1, 0, 0)');
  });

  it('shows the time of the office, goes with it, and ends with its slide', { timeout: 60_000 }, async () => {
    await shown('clock-plain');
    const clock = moving.locator('pb-slide-clock');
    const read = () =>
      clock.evaluate((element) => (element.shadowRoot?.querySelector('.time')?.textContent ?? '').replace(/\s/g, ''));
    const first = await read();
    expect(first).toMatch(/^\d\d:\d{4}$/);
    const office = new Date(Date.now() + 8 * 3_600_000).toISOString();
    expect(Math.abs(Number(first.slice(0, 2)) - Number(office.slice(11, 13))) % 22).toBeLessThanOrEqual(1);
    await expect.poll(read, { timeout: 15_000 }).not.toBe(first);
    const handle = await clock.elementHandle();
    await shown('neutral-long');
    await expect.poll(() => clock.count(), { timeout: 15_000 }).toBe(0);
    const updates = await handle?.evaluate(async (element) => {
      let count = 0;
      const host = element as HTMLElement & { requestUpdate: () => void };
      host.requestUpdate = () => (count += 1);
      await new Promise((done) => setTimeout(done, 2_200));
      return count;
    });
    expect(updates).toBe(0);
  });

  it('waits at the first frame of its entrance until it is seen', async () => {
    await shown('pipeline-less');
    const states = await moving.locator('pb-slide-pipeline').evaluate(async (element) => {
      const ahead = document.createElement('pb-slide-pipeline');
      const { scene } = element as HTMLElement & { scene: object };
      ahead.setAttribute('waiting', '');
      Object.assign(ahead, { scene: { ...scene, waiting: true } });
      element.parentElement?.append(ahead);
      const texts: (string | undefined)[] = [];
      const figure = () => ahead.shadowRoot?.querySelector('.big b')?.textContent;
      await new Promise((done) => setTimeout(done, 1_600));
      texts.push(figure());
      ahead.removeAttribute('waiting');
      Object.assign(ahead, { scene });
      await new Promise((done) => setTimeout(done, 4_000));
      texts.push(figure());
      ahead.remove();
      return texts;
    });
    expect(states).toEqual(['0.0', '72.9']);
  });
});

it('breaks no rule of the content security policy, and leaves no slide out', () => {
  expect(stand.refused).toEqual([]);
});
