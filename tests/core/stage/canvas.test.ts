import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canvasBox,
  canvasOf,
  partOf,
  pictureOf,
  placed,
  placementOf,
  uprightOf,
  wholeOf,
} from '../../../core/stage/canvas.ts';
import { checkStage, DEFAULT_STAGE, isOnItsSide, ROTATIONS, type Stage } from '../../../core/stage/stage.ts';

const window = fc.record({
  x: fc.nat(4000),
  y: fc.nat(4000),
  width: fc.integer({ min: 128, max: 4096 }),
  height: fc.integer({ min: 128, max: 4096 }),
  pitchMm: fc.constantFrom(2.5, 5, 10),
  distanceM: fc.integer({ min: 5, max: 60 }),
});

/** Any stage that `checkStage` takes: turned or not, with safe edges or not, part of a wall or not. */
const stages: fc.Arbitrary<Stage> = fc
  .record({
    base: window,
    rotation: fc.option(fc.constantFrom(...ROTATIONS), { nil: undefined }),
    safe: fc.option(fc.record({ top: fc.nat(24), right: fc.nat(24), bottom: fc.nat(24), left: fc.nat(24) }), {
      nil: undefined,
    }),
    around: fc.option(fc.record({ left: fc.nat(3000), top: fc.nat(3000), right: fc.nat(3000), bottom: fc.nat(3000) }), {
      nil: undefined,
    }),
  })
  .map(({ base, rotation, safe, around }) => {
    const stage: Stage = { ...base, ...(rotation ? { rotation } : {}), ...(safe ? { safe } : {}) };
    if (!around) return stage;
    const { width, height } = partOf(stage);
    const { left, top, right, bottom } = around;
    return { ...stage, wall: { width: left + width + right, height: top + height + bottom, left, top } };
  });

describe('a stage with all its members', () => {
  it('is taken, and comes back as it was', () =>
    fc.assert(
      fc.property(stages, (stage) => {
        expect(checkStage(stage)).toEqual({ ok: true, value: stage });
      }),
    ));

  it.each([
    ['half a turn too little', { rotation: 45 }],
    ['no turn at all', { rotation: 0 }],
    ['a wall that does not hold the window', { wall: { width: 1920, height: 1080, left: 1, top: 0 } }],
    ['a wall that holds it only lying', { rotation: 90, wall: { width: 1920, height: 1080, left: 0, top: 0 } }],
    ['a wall with a member too many', { wall: { width: 1920, height: 1080, left: 0, top: 0, right: 0 } }],
    ['a wall without a corner', { wall: { width: 3840, height: 2160 } }],
    ['safe edges that leave nothing', { height: 64, safe: { top: 16, right: 0, bottom: 17, left: 0 } }],
    ['safe edges of half a pixel', { safe: { top: 0.5, right: 0, bottom: 0, left: 0 } }],
    ['one safe edge', { safe: { top: 4 } }],
    ['a safe edge that is null', { safe: null }],
  ])('is refused with %s', (_, more) => expect(checkStage({ ...DEFAULT_STAGE, ...more }).ok).toBe(false));
});

describe('the canvas', () => {
  it('of a plain stage is the stage at 0/0', () =>
    fc.assert(
      fc.property(window, (stage) => {
        expect(canvasOf(stage)).toEqual({ ...stage, x: 0, y: 0 });
      }),
    ));

  it('is the picture without its safe edges, with the same pitch and distance', () =>
    fc.assert(
      fc.property(stages, (stage) => {
        const [picture, canvas] = [pictureOf(stage), canvasOf(stage)];
        const { top, right, bottom, left } = stage.safe ?? { top: 0, right: 0, bottom: 0, left: 0 };
        expect(canvas).toEqual({
          ...picture,
          width: picture.width - left - right,
          height: picture.height - top - bottom,
        });
        expect([canvas.pitchMm, canvas.distanceM]).toEqual([stage.pitchMm, stage.distanceM]);
        expect(checkStage(canvas).ok).toBe(true);
      }),
    ));

  it('is the same for every screen of a wall, however it is turned', () =>
    fc.assert(
      fc.property(window, fc.constantFrom(...ROTATIONS), (stage, rotation) => {
        const wall = { width: 9000, height: 9000, left: 0, top: 0 };
        const screens = [
          { ...stage, wall },
          { ...stage, rotation, wall: { ...wall, left: 500, top: 700 } },
        ];
        expect(canvasOf(screens[1] ?? stage)).toEqual(canvasOf(screens[0] ?? stage));
      }),
    ));

  it('is that of the whole picture, and of its upright view', () =>
    fc.assert(
      fc.property(stages, (stage) => {
        expect(canvasOf(wholeOf(stage))).toEqual(canvasOf(stage));
        expect(canvasOf(uprightOf(stage))).toEqual(canvasOf(stage));
        expect(checkStage(uprightOf(stage)).ok).toBe(true);
      }),
    ));
});

describe('the place of the picture in the window', () => {
  it('puts the part that the window shows exactly onto it', () =>
    fc.assert(
      fc.property(stages, (stage) => {
        const { width, height } = stage;
        expect(placed(partOf(stage), placementOf(stage))).toEqual({ left: 0, top: 0, width, height });
      }),
    ));

  it('is a right angle and whole pixels: it keeps lengths and does not mirror', () =>
    fc.assert(
      fc.property(stages, (stage) => {
        const { a, b, c, d, e, f } = placementOf(stage);
        expect(a * d - b * c).toBe(1);
        expect([a, b, c, d].every((each) => [-1, 0, 1].includes(each))).toBe(true);
        expect([e, f].every(Number.isInteger)).toBe(true);
        expect(a === 0).toBe(isOnItsSide(stage));
      }),
    ));

  it.each([
    [undefined, [0, 0]],
    [90, [1919, 0]],
    [180, [1919, 1079]],
    [270, [0, 1079]],
  ] as const)('turns clockwise: by %s the top left pixel comes to %s', (rotation, [left, top]) => {
    const stage = { ...DEFAULT_STAGE, ...(rotation ? { rotation } : {}) };
    const pixel = { left: 0, top: 0, width: 1, height: 1 };
    expect(placed(pixel, placementOf(stage))).toEqual({ ...pixel, left, top });
  });

  it('keeps the canvas within the window, except where the wall goes on', () =>
    fc.assert(
      fc.property(stages, (stage) => {
        const { wall: _, ...alone } = stage;
        const { left, top, width, height } = placed(canvasBox(alone), placementOf(alone));
        expect(left >= 0 && top >= 0).toBe(true);
        expect(left + width <= stage.width && top + height <= stage.height).toBe(true);
      }),
    ));
});
