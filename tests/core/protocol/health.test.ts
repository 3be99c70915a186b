import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthIn, MOST_FAULTS, MOST_TEXT, type ScreenHealth } from '../../../core/protocol/health.ts';
import { parseScreenMessage } from '../../../core/protocol/parse.ts';
import { verdictOn, type Observed } from '../../../core/protocol/verdict.ts';
import { instant } from '../../../core/time.ts';

const WELL: ScreenHealth = {
  up: 86_400,
  heap: 48.5,
  nodes: 900,
  fps: 59.9,
  longFrames: 0,
  flips: { count: 6, p50: 4, p95: 9, max: 12 },
  clock: { uncertainty: 2, rate: 11, age: 30 },
  media: { wanted: 3, ready: 3 },
  coldStart: true,
  rescues: 0,
  faults: [],
};
const FAULT = { slide: 'townships', kind: 'unitRanking', text: 'TypeError: x', count: 2 };

describe("a screen's health on the wire", () => {
  it('[P6.7] comes through as it was sent', () => {
    const { heap: _, fps: __, flips: ___, clock: ____, ...least } = WELL;
    for (const health of [WELL, { ...WELL, faults: [FAULT] }, least]) {
      const text = JSON.stringify({ type: 'status', slide: 's', page: 0, viewport: 'v', health });
      expect(parseScreenMessage(text)).toEqual({
        ok: true,
        value: { type: 'status', slide: 's', page: 0, viewport: 'v', health },
      });
    }
  });

  it.each([
    [null],
    [[]],
    [{}],
    [{ ...WELL, nodes: 'many' }],
    [{ ...WELL, up: 1e13 }],
    [{ ...WELL, media: null }],
    [{ ...WELL, coldStart: 1 }],
    [{ ...WELL, faults: [{ ...FAULT, text: 'x'.repeat(MOST_TEXT + 1) }] }],
  ])('[P6.8] is left out of the status when it is %j', (health) => {
    const text = JSON.stringify({ type: 'status', slide: 's', page: 0, viewport: 'v', health });
    expect(parseScreenMessage(text)).toEqual({
      ok: true,
      value: { type: 'status', slide: 's', page: 0, viewport: 'v' },
    });
  });

  it('is bounded whatever is sent, and reading it never throws', () => {
    const anything = fc.anything({ withBigInt: false, withNullPrototype: true });
    const near = fc.record(
      {
        ...Object.fromEntries(Object.keys(WELL).map((name) => [name, anything])),
        faults: fc.oneof(anything, fc.array(fc.oneof(anything, fc.constant(FAULT)), { maxLength: 50 })),
        media: fc.oneof(anything, fc.constant(WELL.media)),
        coldStart: fc.boolean(),
        ...Object.fromEntries(['up', 'nodes', 'longFrames', 'rescues'].map((name) => [name, fc.double()])),
      },
      { requiredKeys: [] },
    );
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(anything, near, fc.constant({ ...WELL, faults: Array.from({ length: 50 }, () => FAULT) })),
        (value) => {
          const health = healthIn(value);
          if (!health) return;
          read += 1;
          expect(health.faults.length).toBeLessThanOrEqual(MOST_FAULTS);
          expect(JSON.stringify(health).length).toBeLessThan(8_000);
          expect(healthIn(health)).toEqual(health);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(0);
  });
});

const NOW = instant(1_000_000_000);
const seen = (change: Partial<Observed> = {}): Observed => ({
  connections: 1,
  seenAt: NOW,
  health: WELL,
  healthAt: NOW,
  ...change,
});
const verdict = (change: Partial<ScreenHealth>) => verdictOn(seen({ health: { ...WELL, ...change } }), NOW);

describe('the verdict on a screen', () => {
  it('is good when nothing is wrong, and unknown before it ever connected', () => {
    expect(verdictOn(seen(), NOW)).toEqual({ state: 'good', concerns: [] });
    expect(verdictOn(seen({ connections: 0, seenAt: null, health: null, healthAt: null }), NOW).state).toBe('unknown');
  });

  it('is a fault when a slide is left out, and says which', () => {
    expect(verdict({ faults: [FAULT] })).toEqual({ state: 'fault', concerns: [{ kind: 'slide', fault: FAULT }] });
  });

  it.each<[string, Partial<ScreenHealth>]>([
    ['page', { faults: [{ ...FAULT, slide: '', kind: 'page' }] }],
    ['media', { media: { wanted: 3, ready: 2 } }],
    ['flips', { flips: { count: 6, p50: 4, p95: 51, max: 60 } }],
    ['clock', { clock: { uncertainty: 51, age: 1 } }],
    ['frames', { fps: 29 }],
    ['heap', { heap: 301 }],
    ['nodes', { nodes: 15_001 }],
    ['rescues', { rescues: 1 }],
  ])('asks for a look because of %s', (kind, change) => {
    expect(verdict(change)).toMatchObject({ state: 'watch', concerns: [{ kind }] });
  });

  it('is a fault a minute after a screen went away, whatever it said last', () => {
    const away = seen({ connections: 0, seenAt: instant(NOW - 60_001), health: { ...WELL, fps: 3 } });
    expect(verdictOn(away, NOW)).toEqual({ state: 'fault', concerns: [{ kind: 'away', since: NOW - 60_001 }] });
    expect(verdictOn({ ...away, seenAt: instant(NOW - 60_000) }, NOW).state).toBe('watch');
  });

  it('asks for a look when a connected screen stops telling how it is', () => {
    expect(verdictOn(seen({ healthAt: instant(NOW - 180_001) }), NOW).concerns).toEqual([{ kind: 'silent' }]);
  });
});
