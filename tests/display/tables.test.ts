import { describe, expect, it } from 'vitest';
import { programmeOfEntries, FURTHER_ENTRIES } from './every-kind.ts';
import { STAGES } from './matrix-cells.ts';
import { useStand } from './stand.ts';
import { hardTables } from './slides/tables.ts';

const KINDS = ['milestones', 'leaders', 'breakdown', 'issues', 'permits', 'visits', 'assessment', 'redBlack'];
const ENTRIES = FURTHER_ENTRIES.filter(({ kind }) => KINDS.includes(kind));

const stand = useStand();

/** What is read on a slide's own element, without its frame. */
const textOf = (kind: string): Promise<string> =>
  stand.page
    .locator(`pb-slide-${kind}`)
    .last()
    .evaluate((slide) => (slide.shadowRoot?.textContent ?? '').replace(/\s+/g, ' '));

describe.each(STAGES)('on a stage of %s', (size) => {
  it('draws every list of the demo within its box, without overlaps', async () => {
    expect(await stand.faults(size, programmeOfEntries(ENTRIES, 'red', '2017-12-31'))).toEqual([]);
  });

  it('draws them in English', async () => {
    expect(await stand.faults(size, programmeOfEntries(ENTRIES, 'blue', '2017-05-31', 'en'))).toEqual([]);
  });

  it.each([24, 7, 1, 0])('draws hard lists of %i rows within their box', async (count) => {
    expect(await stand.faults(size, hardTables(count, 'black'))).toEqual([]);
  });
});

it('draws lists of three hundred rows', async () => {
  expect(await stand.faults('1920x1080', hardTables(300, 'blue'))).toEqual([]);
});

describe('what is over its date', () => {
  it('is said by a word and a shape, with its days', async () => {
    await stand.show('1920x1080', hardTables(7), 'milestones');
    expect(await textOf('milestones')).toMatch(/▼ ?逾期项目 ?7个.*▼.*逾期 ?1128天/);
  });

  it('is told from what is in time by a shape on strips, too', async () => {
    await stand.show('192x96', hardTables(7), 'milestones');
    expect(await textOf('milestones')).toContain('▼');
    await stand.show('192x96', hardTables(7), 'permits');
    expect(await textOf('permits')).toMatch(/▼.*●/);
  });

  it('is good news when there is none', async () => {
    await stand.show('1920x1080', hardTables(0), 'milestones');
    expect(await textOf('milestones')).toContain('无逾期节点');
  });
});

describe('a red and a black board', () => {
  it.each(STAGES)('are told apart by a word on %s', async (size) => {
    await stand.show(size, hardTables(7), 'black');
    expect(await textOf('red-black')).toContain('黑');
    await stand.show(size, hardTables(7), 'red');
    expect(await textOf('red-black')).toContain('红');
  });

  it('says of which date its figures are and until when it is shown', async () => {
    await stand.show('1920x1080', hardTables(7), 'black');
    expect(await textOf('red-black')).toContain('数据截至 2017-06-30 · 公示期 2018-01-05 至 2199-12-31');
    await stand.show('1920x1080', hardTables(7), 'red');
    expect(await textOf('red-black')).toContain('数据截至 2017-12-31 · 2018-01-05 起公示');
  });
});

it('shows of every item what it brought of the most that it can bring', async () => {
  await stand.show('1920x1080', hardTables(7), 'assessment');
  const slots = await stand.page
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
  expect(stand.refused).toEqual([]);
});
