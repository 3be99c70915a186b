/**
 * A day in half an hour: pages of 200 ms and ten changes a second on a real Chromium at 1920×1080, the memory measured after a
 * garbage collection every half minute. What grows with the number of pages shows as a slope.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import type { Programme } from '../../core/programme/programme.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { instant } from '../../core/time.ts';
import { tagOf } from '../../display/slides/scene.ts';
import { FURTHER_ENTRIES, programmeOfEntries } from '../display/every-kind.ts';
import { demoProgramme } from '../display/programmes.ts';
import { launchBrowser } from '../support/browser.ts';
import { slopeOf } from './line.ts';
import { SmallWall } from './small-wall.ts';
import { table } from './statistics.ts';

const PAGE_SECONDS = 0.2;
const PATCH_EVERY_MS = 100;
/** Pages of ten seconds in a day. */
const FLIPS_A_DAY = 8_640;
const QUICK = 20;
const SAMPLE_EVERY_MS = 30_000;
/** A cross-fade, a late timer and what a slide does when it has come on. */
const REST_MS = 2_500;
/** Code is compiled, caches fill, the first garbage settles. */
const WARM_UP_SHARE = 0.2;

interface Sample {
  readonly flips: number;
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Resident memory of the page's process. */
  readonly residentMb: number;
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Every kind of slide that the page can draw, each page for a fifth of a second. */
function quickProgramme(): Programme {
  const main = readFileSync(resolve(import.meta.dirname, '../../display/main.ts'), 'utf8');
  const base = demoProgramme();
  const further = programmeOfEntries(FURTHER_ENTRIES).slides;
  const slides = Object.entries({ ...base.slides, ...further })
    .filter(([, { kind }]) => main.includes(`/${tagOf(kind)}.ts'`))
    .map(([id, slide], order) => [id, { ...slide, order, seconds: PAGE_SECONDS }] as const);
  return { ...base, anchor: instant(Date.now()), slides: Object.fromEntries(slides) };
}

/** The programme with two neighbours of a ranking swapped, and their rates changed. */
function changed(programme: Programme, round: number): Programme {
  const rankings = Object.entries(programme.slides).filter(
    ([, { kind }]) => kind === 'unitRanking' || kind === 'projectRanking',
  );
  const [id, slide] = rankings[round % rankings.length] ?? [];
  if (!id || !slide || (slide.kind !== 'unitRanking' && slide.kind !== 'projectRanking'))
    throw new Error('there is no ranking to change');
  const rows = Object.entries(slide.data.rows).sort(([, a], [, b]) => a.order - b.order);
  const at = round % (rows.length - 1);
  const [[first, a], [second, b]] = [rows[at] ?? ['', undefined], rows[at + 1] ?? ['', undefined]];
  if (!a || !b) throw new Error('a ranking has two rows');
  const value = 20 + (round % 700) / 10;
  const rate = { value, text: value.toFixed(1), exact: `${round}/1` };
  const swapped = { ...slide.data.rows, [first]: { ...a, order: b.order, rate }, [second]: { ...b, order: a.order } };
  const next = { ...slide, data: { ...slide.data, rows: swapped } };
  return { ...programme, slides: { ...programme.slides, [id]: next as typeof slide } };
}

async function residentMb(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  return Math.max(0, ...sizes);
}

/** Measured at rest, with one slide alone on the stage: then what is left over from others shows to the last element. */
async function sample(browser: Browser, session: CDPSession, wall: SmallWall): Promise<Sample> {
  const { flips, programme } = wall;
  const [[id, slide] = []] = Object.entries(programme.slides);
  if (id === undefined || slide === undefined) throw new Error('there is a slide');
  wall.show({ ...programme, slides: { [id]: { ...slide, seconds: REST_MS } } });
  await pause(REST_MS);
  // What the first collection sets free may hold what the second one finds.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const resident = await residentMb(browser);
  wall.show(programme);
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    flips,
    heapMb: of('JSHeapUsedSize') / 2 ** 20,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    residentMb: resident,
  };
}

const MEASURES = [
  ['heap MB', 'heapMb', 2],
  ['nodes', 'nodes', 0],
  ['listeners', 'listeners', 0],
  ['resident MB', 'residentMb', 0],
] as const;

function report(samples: readonly Sample[]): string {
  const settled = samples.slice(Math.ceil(samples.length * WARM_UP_SHARE));
  const rows = MEASURES.map(([name, member, digits]) => {
    const values = settled.map((each) => each[member]);
    const { slope, margin } = slopeOf(settled.map((each) => [each.flips / 1000, each[member]]));
    const verdict = slope - margin > 0 ? 'grows' : slope + margin < 0 ? 'shrinks' : 'level';
    return [
      name,
      (values[0] ?? Number.NaN).toFixed(digits),
      (values.at(-1) ?? Number.NaN).toFixed(digits),
      Math.min(...values).toFixed(digits),
      Math.max(...values).toFixed(digits),
      slope.toFixed(3),
      `${(slope - margin).toFixed(3)} … ${(slope + margin).toFixed(3)}`,
      verdict,
    ];
  });
  return table(['after warm-up', 'first', 'last', 'least', 'most', 'per 1,000 pages', '95 %', ''], rows);
}

/** Sends changes at their pace for a while. */
async function keepChanging(wall: SmallWall, length: number, round: number): Promise<number> {
  let last = round;
  const timer = setInterval(() => wall.show(changed(wall.programme, (last += 1))), PATCH_EVERY_MS);
  await pause(length);
  clearInterval(timer);
  return last;
}

export async function soak({ quick }: { readonly quick: boolean }): Promise<void> {
  // For a look at less than a day of it.
  const share = Number(process.env['PACEBOARD_SOAK_SHARE'] ?? (quick ? 1 / QUICK : 1));
  const goal = FLIPS_A_DAY * share;
  const programme = quickProgramme();
  const wall = new SmallWall(programme, DEFAULT_STAGE);
  const origin = await wall.listen();
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  let reloads = -1;
  page.on('load', () => (reloads += 1));
  try {
    await page.goto(`${origin}/display/?motion=full`);
    await page.waitForSelector('pb-stage[data-slide]');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    let round = 0;
    const samples: Sample[] = [];
    console.log(`${Object.keys(programme.slides).length} slides, pages of ${PAGE_SECONDS} s; ${goal} pages to go`);
    while (wall.flips < goal) {
      round = await keepChanging(wall, SAMPLE_EVERY_MS / (quick ? 4 : 1), round);
      const taken = await sample(browser, session, wall);
      samples.push(taken);
      const { flips, heapMb, nodes, listeners, residentMb: resident } = taken;
      console.log(
        `${flips} pages  ${heapMb.toFixed(2)} MB  ${nodes} nodes  ${listeners} listeners  ${resident.toFixed(0)} MB resident`,
      );
    }
    console.log(
      `\n${wall.flips} pages, ${wall.patches} changes, ${wall.lost} times lost, ${reloads} reloads, ${wall.health.length} reports of health`,
    );
    console.log(report(samples));
    console.log(`last report: ${JSON.stringify(wall.health.at(-1))}`);
  } finally {
    await browser.close();
    wall.close();
  }
}
