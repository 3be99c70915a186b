import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_RESCUES,
  NO_TRAIL,
  ranAway,
  reloadWanted,
  rescuesIn,
  trailWith,
  type MemoryReading,
  type PageState,
} from '../../../display/health/rules.ts';
import { ReloadNotes } from '../../../display/live/reload.ts';
import { instant } from '../../../core/time.ts';

const HOUR = 3_600;
const NOON = instant(Date.parse('2017-06-01T04:00:00Z'));
/** The very end of the quiet hour, when every screen has had its turn. */
const NIGHT = instant(Date.parse('2017-05-31T19:59:00Z'));

const well: PageState = {
  screen: 'wall',
  now: NOON,
  up: 24 * HOUR,
  trail: NO_TRAIL,
  stuck: false,
  build: false,
  rescues: 0,
};
const trailOf = (readings: readonly MemoryReading[]) => readings.reduce(trailWith, NO_TRAIL);
const reading = (heap: number, up: number = 2 * HOUR, nodes = 900): MemoryReading => ({ up, heap, nodes });
const high = trailOf([reading(500), reading(500), reading(500)]);

/** Whether a heap that grew after the first hour counts as run away. */
const grown = (from: number, to: number) =>
  ranAway(trailOf([reading(from, HOUR), ...[2, 3, 4].map((hours) => reading(to, hours * HOUR))]));

const storage = (): Pick<Storage, 'getItem' | 'setItem'> => {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};
const refused = (): never => {
  throw new DOMException('denied', 'SecurityError');
};

describe('memory', () => {
  it('has run away after three minutes in a row beyond the limit, not after one late collection', () => {
    expect(ranAway(trailOf([reading(500), reading(500)]))).toBe(false);
    expect(ranAway(high)).toBe(true);
    expect(ranAway(trailOf([reading(500), reading(500), reading(300), reading(500)]))).toBe(false);
    expect(ranAway(trailOf([1, 2, 3].map(() => reading(50, HOUR, 20_001))))).toBe(true);
  });

  it('has run away when it doubled since the first hour, if it is large at all', () => {
    expect(grown(110, 221)).toBe(true);
    expect(grown(110, 219)).toBe(false);
    expect(grown(40, 190)).toBe(false);
  });

  it('is judged by nodes alone where the browser does not tell', () => {
    expect(ranAway(trailOf(Array.from({ length: 5 }, (_, hour) => ({ up: hour * HOUR, nodes: 900 }))))).toBe(false);
  });
});

describe('a page', () => {
  it('goes on while nothing is the matter', () => {
    expect(reloadWanted(well)).toBeNull();
  });

  it('makes way once a night, for a new build, when its memory ran away or when it stands still', () => {
    expect(reloadWanted({ ...well, now: NIGHT })).toBe('daily');
    expect(reloadWanted({ ...well, now: NIGHT, up: HOUR })).toBeNull();
    expect(reloadWanted({ ...well, now: NIGHT, quietHour: 5 })).toBeNull();
    expect(reloadWanted({ ...well, build: true })).toBe('build');
    expect(reloadWanted({ ...well, trail: high })).toBe('memory');
    expect(reloadWanted({ ...well, stuck: true })).toBe('stuck');
  });

  it('is rescued at most three times in 24 hours', () => {
    const rescued = { ...well, rescues: MOST_RESCUES };
    expect(reloadWanted({ ...rescued, trail: high, stuck: true })).toBeNull();
    expect(reloadWanted({ ...rescued, stuck: true, build: true })).toBe('build');
    const hours = 3_600_000;
    const day = JSON.stringify([NOON - 25 * hours, NOON - 23 * hours, NOON]);
    expect(rescuesIn(day, NOON)).toEqual([NOON - 23 * hours, NOON]);
  });
});

describe('the notes of rescues', () => {
  it('are counted for a day and survive the page', () => {
    const lasting = storage();
    const page = () => new ReloadNotes(storage, () => lasting);
    for (const hour of [0, 10, 20]) page().noteRescue(NOON + hour * 3_600_000);
    expect(page().rescues(NOON + 23 * 3_600_000)).toBe(3);
    expect(page().rescues(NOON + 30 * 3_600_000)).toBe(2);
  });

  it('say that nothing can be noted, and never fail', () => {
    const notes = new ReloadNotes(refused, refused);
    notes.noteRescue(NOON);
    expect(notes.rescues(NOON)).toBeNull();
    expect(notes.noteBuild('b')).toBe(false);
    expect(notes.reloadedFor).toBeNull();
  });

  it('are read whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(null), fc.string(), fc.json()), fc.nat(), (text, now) => {
        expect(rescuesIn(text, now).every((at) => at <= now)).toBe(true);
      }),
    );
  });
});
