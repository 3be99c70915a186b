/**
 * How smoothly a ranking reorders: all rows of the fullest page there is (14 on a stage of 2560×720) change places and figures again
 * and again, on this machine as it is and with its processor slowed down to a quarter. Frames are what `requestAnimationFrame` saw.
 */
import type { CDPSession, Page } from 'playwright-core';
import type { Programme } from '../../core/programme/programme.ts';
import { rowsPerPage } from '../../core/slides/paging.ts';
import { layoutOf } from '../../core/stage/layout.ts';
import { openPreview, serveDisplay, show } from '../display/preview-page.ts';
import { hardProgramme, stageOf } from '../display/programmes.ts';
import { launchBrowser } from '../support/browser.ts';
import { quantile, table } from './statistics.ts';

const STAGE = stageOf(2560, 720);
const ROWS = rowsPerPage('unitRanking', layoutOf(STAGE));
/** From the first figure that counts to the last row that arrives and its glow: `WHOLE_MS` of the display's row plan. */
const MOTION_MS = 8_000;
const SLOWER = 4;
/** A frame at 60 Hz, with a little room for how the browser rounds its stamps. */
const FRAME_MS = 16.7;
const ROUNDING_MS = 0.3;

/** A ranking of `ROWS` rows in another order for every round; the step is prime to the number of rows. */
function reordered(round: number): Programme {
  const base = hardProgramme(ROWS);
  const { units } = base.slides;
  if (units?.kind !== 'unitRanking') throw new Error('there is a ranking of units');
  const rows = Object.entries(units.data.rows).map(([id, row], index) => {
    const order = (index * (round % 2 === 0 ? 5 : 3) + round) % ROWS;
    const value = Math.round((100 - order * 5.3 + (round % 7) / 10) * 10) / 10;
    return [
      id,
      { ...row, order, rank: order + 1, rate: { value, text: value.toFixed(1), exact: `${value}` } },
    ] as const;
  });
  return { ...base, slides: { units: { ...units, data: { ...units.data, rows: Object.fromEntries(rows) } } } };
}

/** The lengths of the frames of one reordering. */
async function frames(page: Page, round: number): Promise<readonly number[]> {
  const recorded = page.evaluate(
    (length) =>
      new Promise<number[]>((done) => {
        const stamps: number[] = [];
        const note = (at: number): void => {
          stamps.push(at);
          if (at - (stamps[0] ?? at) < length) requestAnimationFrame(note);
          else done(stamps);
        };
        window.addEventListener('message', () => requestAnimationFrame(note), { once: true });
      }),
    MOTION_MS,
  );
  await show(page, { programme: reordered(round), stage: STAGE, slide: 'units' });
  const stamps = await recorded;
  return stamps.slice(1).map((at, index) => at - (stamps[index] ?? at));
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

async function measure(page: Page, session: CDPSession, rate: number, rounds: number): Promise<readonly string[]> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const lengths: number[] = [];
  for (let round = 0; round < rounds + 1; round += 1) {
    const each = await frames(page, round);
    if (round > 0) lengths.push(...each);
  }
  const inTime = lengths.filter((length) => length <= FRAME_MS + ROUNDING_MS).length / lengths.length;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return [
    rate === 1 ? 'as it is' : `${rate} × slower`,
    String(lengths.length),
    percent(inTime),
    ((lengths.length / total) * 1000).toFixed(1),
    quantile(lengths, 0.5).toFixed(1),
    quantile(lengths, 0.95).toFixed(1),
    quantile(lengths, 0.99).toFixed(1),
    Math.max(...lengths).toFixed(1),
  ];
}

export async function framesBench({ quick }: { readonly quick: boolean }): Promise<void> {
  const pages = await serveDisplay();
  const browser = await launchBrowser();
  try {
    const page = await openPreview(browser, pages.origin, 'full');
    await page.setViewportSize({ width: STAGE.width, height: STAGE.height });
    const session = await page.context().newCDPSession(page);
    await show(page, { programme: reordered(0), stage: STAGE, slide: 'units' });
    const rounds = quick ? 2 : 12;
    console.log(`${ROWS} rows on ${STAGE.width}×${STAGE.height}, ${rounds} reorderings of ${MOTION_MS / 1000} s each`);
    const rows = [await measure(page, session, 1, rounds), await measure(page, session, SLOWER, rounds)];
    console.log(table(['processor', 'frames', '≤ 16.7 ms', 'a second', 'p50 ms', 'p95', 'p99', 'worst'], rows));
  } finally {
    await browser.close();
    pages.close();
  }
}
