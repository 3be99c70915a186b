import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { fingerprint } from '../../core/canonical.ts';
import { isObject } from '../../core/result.ts';
import { keptFrom } from '../../display/live/kept.ts';
import { shouldReload } from '../../display/live/reload.ts';
import { crawlAt } from '../../display/motion/crawl.ts';
import { barLength, barScale } from '../../display/slides/rows/bar-scale.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { demoProgramme } from './programmes.ts';

/** The paths to all members of a value, at any depth. */
const leavesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, each]) => [[...path, key], ...leavesOf(each, [...path, key])])
    : [];

/** Puts a value at a path; returns what was there. */
function put(target: object, path: readonly string[], value: unknown): unknown {
  const key = path.at(-1) ?? '';
  const place = path.slice(0, -1).reduce<unknown>((inside, step) => Reflect.get(Object(inside), step), target);
  const before: unknown = Reflect.get(Object(place), key);
  Reflect.set(Object(place), key, value);
  return before;
}

describe('what a screen keeps', () => {
  const screen = { id: 's', name: '大屏', stage: DEFAULT_STAGE };
  const programme = demoProgramme();
  const replica = { position: { epoch: 'e', revision: 3, hash: fingerprint(programme) }, programme };

  it('comes back whole', () => {
    expect(keptFrom({ screen, replica, clockOffset: 5 })).toEqual({ screen, replica, clockOffset: 5 });
  });

  it('comes back with the moment of the last contact, and without one that is none', () => {
    expect(keptFrom({ screen, clockOffset: 5 }, 1_700_000_000_000)).toMatchObject({ heard: 1_700_000_000_000 });
    expect(keptFrom({ screen, clockOffset: 5 }, 'yesterday')).toEqual({ screen, clockOffset: 5 });
    expect(keptFrom({ screen, clockOffset: 5 }, Number.NaN)).toEqual({ screen, clockOffset: 5 });
  });

  it('is still whole when a newer page has written more into it', () => {
    const more = { screen: { ...screen, sound: 'off' }, replica: { ...replica, since: 1 }, clockOffset: 5, version: 9 };
    expect(keptFrom(more)).toEqual({ screen, replica, clockOffset: 5 });
  });

  it('comes back without its programme when anything in that is damaged, and with a time that can be', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leavesOf(replica.programme)), fc.jsonValue(), (path, value) => {
        const damaged = structuredClone(replica);
        fc.pre(JSON.stringify(put(damaged.programme, path, value)) !== JSON.stringify(value));
        expect(keptFrom({ screen, replica: damaged, clockOffset: 1e300 })).toEqual({ screen, clockOffset: 0 });
      }),
    );
  });

  it('comes back without a programme that is damaged', () => {
    expect(keptFrom({ screen, replica: { position: { epoch: 'e' }, programme: {} }, clockOffset: 'x' })).toEqual({
      screen,
      clockOffset: 0,
    });
  });

  it.each([undefined, null, 7, {}, { screen: { id: 's', name: 'x', stage: {} } }])(
    'is nothing when it is %j',
    (value) => expect(keptFrom(value)).toBeNull(),
  );
});

describe('a page of another build', () => {
  it('makes way once, and never in development', () => {
    expect(shouldReload('a', 'b', null)).toBe(true);
    expect(shouldReload('a', 'b', 'b')).toBe(false);
    expect(shouldReload('a', 'a', null)).toBe(false);
    expect(shouldReload('dev', 'b', null)).toBe(false);
  });
});

describe('bars', () => {
  it('reach to 100 %, or to the highest rate rounded up to the next 25', () => {
    expect(barScale([41.7, 99.9])).toBe(100);
    expect(barScale([140.1])).toBe(150);
    expect(barScale([])).toBe(100);
  });

  it('say that they go on where one rate is far beyond the others', () => {
    expect(barScale([1_234.5, 60])).toBe(200);
    expect(barLength(1_234.5, 200, 400)).toEqual({ pixels: 400, over: true });
    expect(barLength(50, 100, 401)).toEqual({ pixels: 201, over: false });
  });
});

describe('a crawl', () => {
  const crawl = { size: 60, width: 3_000, stage: 1_000, perMinute: 70 };

  it('moves 60 to 80 characters a minute, in whole pixels', () => {
    const [a, b] = [crawlAt(crawl, 1_000), crawlAt(crawl, 31_000)];
    expect((a - b) / crawl.size).toBeCloseTo(35, 1);
    expect([a, b].every(Number.isInteger)).toBe(true);
  });

  it('begins again without a gap when its text has gone by', () => {
    const round = (crawl.width / (crawl.perMinute * crawl.size)) * 60_000;
    expect(crawlAt(crawl, 40_000 + round)).toBe(crawlAt(crawl, 40_000));
  });
});
