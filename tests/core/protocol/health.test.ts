import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthIn, MOST_FAULTS, MOST_TEXT, type ScreenHealth } from '../../../core/protocol/health.ts';
import { parseScreenMessage } from '../../../core/protocol/parse.ts';
import { verdictOn, type Observed } from '../../../core/protocol/verdict.ts';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';
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
  viewport: '1920x1080@1',
  seenAt: NOW,
  health: WELL,
  healthAt: NOW,
  ...change,
});
const verdict = (change: Partial<ScreenHealth>) =>
  verdictOn(seen({ health: { ...WELL, ...change } }), NOW, DEFAULT_STAGE);

describe('the verdict on a screen', () => {
  it('is good when nothing is wrong, and unknown before it ever connected', () => {
    expect(verdictOn(seen(), NOW, DEFAULT_STAGE)).toEqual({ state: 'good', concerns: [] });
    expect(
      verdictOn(seen({ connections: 0, seenAt: null, health: null, healthAt: null }), NOW, DEFAULT_STAGE).state,
    ).toBe('unknown');
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
    expect(verdictOn(away, NOW, DEFAULT_STAGE)).toEqual({
      state: 'fault',
      concerns: [{ kind: 'away', since: NOW - 60_001 }],
    });
    expect(verdictOn({ ...away, seenAt: instant(NOW - 60_000) }, NOW, DEFAULT_STAGE).state).toBe('watch');
  });

  it.each<[string, string, object]>([
    ['does not hold the stage', '1920x1079@1', { kind: 'cut', width: 1920, height: 1079 }],
    ['is enlarged by the system', '2400x1350@1.25', { kind: 'scaled', ratio: 1.25 }],
  ])('asks for a look when the window %s', (_, viewport, concern) => {
    expect(verdictOn(seen({ viewport }), NOW, DEFAULT_STAGE)).toEqual({ state: 'watch', concerns: [concern] });
    expect(verdictOn(seen({ viewport, connections: 0 }), NOW, DEFAULT_STAGE).concerns).toMatchObject([
      { kind: 'away' },
    ]);
  });

  it('goes by where the window of the stage ends, and asks nothing of a size that is not told', () => {
    const moved = { ...DEFAULT_STAGE, x: 1, y: 0 };
    expect(verdictOn(seen(), NOW, moved).concerns).toMatchObject([{ kind: 'cut' }]);
    for (const viewport of [null, '', 'wide'])
      expect(verdictOn(seen({ viewport }), NOW, moved)).toEqual({ state: 'good', concerns: [] });
  });

  it('asks for a look when a connected screen stops telling how it is', () => {
    expect(verdictOn(seen({ healthAt: instant(NOW - 180_001) }), NOW, DEFAULT_STAGE).concerns).toEqual([
      { kind: 'silent' },
    ]);
  });
});
