/** Rectangles of a stage in whole pixels, and how they are divided. */
import { isLow, type Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Rect } from '../slides/summary-boxes.ts';

/** Between two parts of a slide. */
export const gapOf = ({ unit }: Layout): number => Math.max(4, unit * 2);

/** What heading and footer leave to a slide; without margins below on a low stage, which has no footer. */
export function bodyOf(stage: Stage, layout: Layout): Rect {
  const { margin, headerHeight, footerHeight, bodyHeight } = layout;
  const width = stage.width - margin * 2;
  if (isLow(layout)) return { left: margin, top: headerHeight, width, height: bodyHeight };
  const gap = gapOf(layout);
  const top = headerHeight + gap;
  return { left: margin, top, width, height: stage.height - top - footerHeight - Math.round(gap * 0.5) };
}

/** A length divided by shares, with gaps between; the last part takes what rounding left over. */
function divided(length: number, shares: readonly number[], gap: number): readonly (readonly [number, number])[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const room = length - gap * (shares.length - 1);
  let at = 0;
  return shares.map((share, index) => {
    const size = index === shares.length - 1 ? length - at : Math.round((room * share) / whole);
    const part = [at, size] as const;
    at += size + gap;
    return part;
  });
}

/** Side by side, as wide as their shares say. */
export const across = ({ left, top, width, height }: Rect, shares: readonly number[], gap: number): readonly Rect[] =>
  divided(width, shares, gap).map(([at, size]) => ({ left: left + at, top, width: size, height }));

/** One below the other, as high as their shares say. */
export const down = ({ left, top, width, height }: Rect, shares: readonly number[], gap: number): readonly Rect[] =>
  divided(height, shares, gap).map(([at, size]) => ({ left, top: top + at, width, height: size }));

/** Smaller by a distance at every side. */
export const inset = ({ left, top, width, height }: Rect, x: number, y = x): Rect => ({
  left: left + x,
  top: top + y,
  width: width - x * 2,
  height: height - y * 2,
});

/** A box of nothing, where a division gave fewer parts than asked for. */
export const NO_BOX: Rect = { left: 0, top: 0, width: 0, height: 0 };
