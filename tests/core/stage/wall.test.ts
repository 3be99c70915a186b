import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOf } from '../../../core/stage/canvas.ts';
import { DEFAULT_STAGE, type Stage, type WallPart } from '../../../core/stage/stage.ts';
import { isSameWall, wallFaults, type NamedStage } from '../../../core/stage/wall.ts';

const screen = (
  name: string,
  width: number,
  height: number,
  wall: WallPart,
  more: Partial<Stage> = {},
): NamedStage => ({
  name,
  stage: { ...DEFAULT_STAGE, width, height, wall, ...more },
});

const quarter = (name: string, left: number, top: number, more: Partial<Stage> = {}): NamedStage =>
  screen(name, 960, 540, { width: 1920, height: 1080, left, top }, more);

const QUARTERS = [quarter('a', 0, 0), quarter('b', 960, 0), quarter('c', 0, 540), quarter('d', 960, 540)];

describe('a wall of four screens', () => {
  it('is whole when they fit exactly', () =>
    expect(wallFaults(QUARTERS)).toEqual({ gaps: [], overlaps: [], differing: [] }));

  it('has a gap where one is missing', () =>
    expect(wallFaults(QUARTERS.slice(0, 3)).gaps).toEqual([{ left: 960, top: 540, width: 960, height: 540 }]));

  it('has an overlap and a gap where one begins too early', () => {
    const { gaps, overlaps } = wallFaults([...QUARTERS.slice(0, 3), quarter('d', 950, 540)]);
    expect(overlaps).toEqual([['c', 'd', { left: 950, top: 540, width: 10, height: 540 }]]);
    expect(gaps).toEqual([{ left: 1910, top: 540, width: 10, height: 540 }]);
  });

  it('names the screens that would lay out differently', () => {
    const odd = quarter('d', 960, 540, { distanceM: 60 });
    expect(wallFaults([...QUARTERS.slice(0, 3), odd]).differing).toEqual(['d']);
  });

  it('may be made of screens that are turned', () => {
    const wall = { width: 1080, height: 480, left: 0, top: 0 };
    const turned = screen('left', 480, 540, wall, { rotation: 90 });
    const plain = screen('right', 540, 480, { ...wall, left: 540 });
    expect(partOf(turned.stage)).toEqual({ left: 0, top: 0, width: 540, height: 480 });
    expect(wallFaults([turned, plain])).toEqual({ gaps: [], overlaps: [], differing: [] });
  });

  it('is told apart from other walls by its size', () => {
    const [a] = QUARTERS;
    const other = screen('x', 960, 540, { width: 3840, height: 1080, left: 0, top: 0 });
    expect(a && isSameWall(a.stage, other.stage)).toBe(false);
    expect(a && isSameWall(a.stage, DEFAULT_STAGE)).toBe(false);
  });
});

it('counts every pixel: gaps and parts are the picture where nothing overlaps', () => {
  const parts = fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, (places) => {
      const wall = { width: 768, height: 256 };
      const cells = [...new Set(places.map(([x, y]) => `${x},${y}`))].map((each) => each.split(',').map(Number));
      const screens = cells.map(([x = 0, y = 0], index) =>
        screen(String(index), 128, 64, { ...wall, left: x * 128, top: y * 64 }),
      );
      const { gaps, overlaps } = wallFaults(screens);
      const area = gaps.reduce((sum, { width, height }) => sum + width * height, 0);
      expect(overlaps).toEqual([]);
      expect(area + screens.length * 128 * 64).toBe(768 * 256);
    }),
  );
});
