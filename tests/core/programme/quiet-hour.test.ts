import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyReloadDue, DEFAULT_QUIET_HOUR, quietTurn } from '../../../core/programme/quiet-hour.ts';
import { instant, type Instant } from '../../../core/time.ts';

const HOUR_MS = 3_600_000;
/** Midnight of 1 June 2017 in the office. */
const MIDNIGHT = Date.parse('2017-05-31T16:00:00Z');
const DAY_SECONDS = 86_400;
const at = (hour: number, more = 0): Instant => instant(MIDNIGHT + hour * HOUR_MS + more);

describe('the reload of the night', () => {
  it('comes when a screen has its turn in the quiet hour, and not after the hour', () => {
    const turn = quietTurn('wall');
    expect(dailyReloadDue('wall', at(DEFAULT_QUIET_HOUR, turn - 1), DAY_SECONDS)).toBe(false);
    expect(dailyReloadDue('wall', at(DEFAULT_QUIET_HOUR, turn), DAY_SECONDS)).toBe(true);
    expect(dailyReloadDue('wall', at(DEFAULT_QUIET_HOUR + 1), DAY_SECONDS)).toBe(false);
    expect(dailyReloadDue('wall', at(0, turn), DAY_SECONDS, 0)).toBe(true);
    expect(dailyReloadDue('wall', at(23, turn), DAY_SECONDS, 23)).toBe(true);
  });

  it('leaves a page alone that had a fresh start within twenty hours', () => {
    expect(dailyReloadDue('wall', at(3, 55 * 60_000), 20 * 3_600 - 1)).toBe(false);
    expect(dailyReloadDue('wall', at(3, 55 * 60_000), 20 * 3_600)).toBe(true);
  });

  it('is spread over the hour: of a thousand screens at most fifty come in any minute', () => {
    const minutes = new Map<number, number>();
    for (let number = 0; number < 1_000; number += 1) {
      const minute = Math.floor(quietTurn(`screen-${number}`) / 60_000);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    }
    expect(Math.max(...minutes.values())).toBeLessThanOrEqual(50);
    expect(minutes.size).toBe(50);
  });

  it('happens once a day for every screen, whenever its page was loaded', () => {
    const MINUTE = 60_000;
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 1439 }),
        (id, hour, start) => {
          let loaded = MIDNIGHT + start * MINUTE;
          const reloads: number[] = [];
          for (let now = loaded; now < MIDNIGHT + 5 * 24 * HOUR_MS; now += MINUTE) {
            if (!dailyReloadDue(id, instant(now), (now - loaded) / 1000, hour)) continue;
            reloads.push(now);
            loaded = now;
          }
          expect(reloads.length).toBeGreaterThanOrEqual(3);
          const apart = reloads.slice(1).map((now, index) => now - (reloads[index] ?? 0));
          expect(apart.every((each) => each > 23 * HOUR_MS && each < 25 * HOUR_MS)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});
