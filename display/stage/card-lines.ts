/** The lines of a test card as SVG paths: bars of whole pixels, so that a wrong scale shows at once. */
import type { Rectangle } from '../../core/stage/canvas.ts';

/** One path of filled rectangles. */
export const bars = (rectangles: readonly Rectangle[]): string =>
  rectangles.map(({ left, top, width, height }) => `M${left} ${top}h${width}v${height}h${-width}z`).join('');

const upTo = (first: number, end: number, step: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil((end - first) / step)) }, (_, index) => first + index * step);

/** The first multiple of `step` at or after the part's begin, counted from there. */
const firstIn = (begin: number, step: number): number => (step - (begin % step)) % step;

/** The pixel columns and rows of the picture whose number is a multiple of `step`, within a part of it. */
export function gridOf({ left, top, width, height }: Rectangle, step: number): string {
  return bars([
    ...upTo(firstIn(left, step), width, step).map((x) => ({ left: x, top: 0, width: 1, height })),
    ...upTo(firstIn(top, step), height, step).map((y) => ({ left: 0, top: y, width, height: 1 })),
  ]);
}

/** Length of a ruler's tick by what its pixel's number is a multiple of. */
const TICKS = [
  [64, 12],
  [16, 8],
  [4, 4],
] as const;

const tickAt = (number: number): number => TICKS.find(([step]) => number % step === 0)?.[1] ?? 0;

/** Ticks every four pixels along the top and the left, longer at 16 and at 64. */
export function rulersOf({ left, top, width, height }: Rectangle): string {
  return bars([
    ...upTo(firstIn(left, 4), width, 4).map((x) => ({ left: x, top: 1, width: 1, height: tickAt(left + x) })),
    ...upTo(firstIn(top, 4), height, 4).map((y) => ({ left: 1, top: y, width: tickAt(top + y), height: 1 })),
  ]);
}

/** The places of a ruler's numbers and what they say: pixels of the picture. */
export const numbersOn = (
  begin: number,
  length: number,
  step: number,
): readonly (readonly [at: number, number: number])[] =>
  upTo(firstIn(begin, step), length - step / 2, step)
    .filter((at) => at > 24)
    .map((at) => [at, begin + at]);

/** Four patches side by side: upright and level lines of one pixel, then of two, as far apart as they are thick. */
export function linePairs(left: number, top: number, side: number): string {
  const patch = (index: number, thick: number, upright: boolean): readonly Rectangle[] => {
    const x = left + index * (side + 4);
    return upTo(0, side, thick * 2).map((at) =>
      upright
        ? { left: x + at, top, width: thick, height: side }
        : { left: x, top: top + at, width: side, height: thick },
    );
  };
  return bars([...patch(0, 1, true), ...patch(1, 1, false), ...patch(2, 2, true), ...patch(3, 2, false)]);
}

/** Marks of three pixels' thickness in the corners. */
export function cornersOf(width: number, height: number): string {
  const long = Math.min(24, Math.floor(Math.min(width, height) / 5));
  return bars(
    [0, width - long].flatMap((x) =>
      [0, height - long].flatMap((y) => [
        { left: x, top: y === 0 ? 0 : height - 3, width: long, height: 3 },
        { left: x === 0 ? 0 : width - 3, top: y, width: 3, height: long },
      ]),
    ),
  );
}
