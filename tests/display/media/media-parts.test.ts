import { assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../core/time.ts';
import { tiles, within } from '../../../display/media/boxes.ts';
import { placeInVideo } from '../../../display/media/playing.ts';
import { wantedMedia } from '../../../display/media/wanted.ts';
import { programmeOfEntries } from '../every-kind.ts';
import { stageOf } from '../programmes.ts';

const sizes = record({ width: integer({ min: 180, max: 3840 }), height: integer({ min: 60, max: 2160 }) });

describe('tiles', () => {
  it('fill their box, never lie on each other, and differ by a pixel at most within a row', () => {
    assert(
      property(sizes, integer({ min: 1, max: 8 }), integer({ min: 2, max: 12 }), (size, count, gap) => {
        const boxes = tiles({ left: 7, top: 9, ...size }, count, gap);
        expect(boxes).toHaveLength(count);
        expect(Math.min(...boxes.map(({ left }) => left))).toBe(7);
        expect(Math.max(...boxes.map(({ left, width }) => left + width))).toBe(7 + size.width);
        expect(Math.max(...boxes.map(({ top, height }) => top + height))).toBe(9 + size.height);
        for (const [index, a] of boxes.entries()) {
          for (const b of boxes.slice(index + 1)) {
            const apart = b.left >= a.left + a.width + gap || b.top >= a.top + a.height + gap;
            expect(apart || a.left >= b.left + b.width + gap).toBe(true);
            expect(a.top !== b.top || Math.abs(a.width - b.width) <= 1).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a picture within a box', () => {
  it('keeps its shape and touches two of its sides', () => {
    assert(
      property(sizes, sizes, (outer, picture) => {
        const box = within({ left: 0, top: 0, ...outer }, picture);
        expect(box.width <= outer.width && box.height <= outer.height).toBe(true);
        expect(outer.width - box.width <= 1 || outer.height - box.height <= 1).toBe(true);
      }),
    );
  });
});

describe('a video', () => {
  it.each([
    { passed: 0.1, length: 10, page: 10, at: 0, loops: false, why: 'the flip itself takes a moment' },
    { passed: 4, length: 10, page: 10, at: 4, loops: false, why: 'who comes late is where the others are' },
    { passed: 9.9, length: 6, page: 10, at: 3.9, loops: true, why: 'a longer page begins it again' },
    { passed: 7, length: 6.5, page: 7.2, at: 6.5, loops: false, why: 'a short rest stands still' },
    { passed: 5, length: 0, page: 5, at: 0, loops: true, why: 'its length is not known' },
  ])('is at $at s after $passed s: $why', ({ passed, length, page, at, loops }) => {
    const place = placeInVideo(passed, length, page);
    expect(place.loops).toBe(loops);
    expect(place.at).toBeCloseTo(at);
  });
});

const entry = (id: string, kind: 'image' | 'photoWall' | 'cover', options: object) =>
  ({ id, kind, options: { ...options }, seconds: 10, enabled: true }) as const;

describe('the files that a screen wants', () => {
  const programme = programmeOfEntries([
    entry('wall', 'photoWall', {}),
    entry('cover', 'cover', {}),
    entry('image', 'image', { medium: 'demo-image' }),
  ]);
  const stage = stageOf(1920, 1080);

  it('are each named once, what is due next first', () => {
    const first = wantedMedia(programme, instant(0), stage);
    expect([first.length, new Set(first).size]).toEqual([9, 9]);
    const image = first[8];
    const later = wantedMedia(programme, instant(12_000), stage);
    expect(later[0]).toBe(image);
    expect(new Set(later)).toEqual(new Set(first));
  });

  it('include those of windows that are not open', () => {
    const { image, ...slides } = programme.slides;
    if (!image) throw new Error('there is an image');
    const window = { order: 0, days: [1], from: 0, until: 60, slides: { image } };
    const wanted = wantedMedia({ ...programme, slides, windows: { w: window } }, instant(0), stage);
    expect(wanted).toHaveLength(9);
    expect(wanted[8]).toMatch(/\.jpeg$/);
  });
});
