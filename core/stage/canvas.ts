/**
 * How a picture comes onto an output. The *picture* is what viewers see upright: the window's own, or the whole wall
 * that several screens cut up. The *canvas* is the picture without its safe edges; slides know nothing else. The
 * *window* is the rectangle of the output that the LED controller copies.
 */
import { partSize, type Stage } from './stage.ts';

/** Whole pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The upright picture that a stage is a window of, edges included. */
export function pictureOf({ wall, pitchMm, distanceM, ...stage }: Stage): Stage {
  const [width, height] = wall ? [wall.width, wall.height] : partSize(stage);
  return { x: 0, y: 0, width, height, pitchMm, distanceM };
}

/**
 * The stage that layouts, pages and turns go by: upright, at 0/0, without safe edges. Every screen of a wall has the
 * same one, so that they agree without talking.
 */
export function canvasOf(stage: Stage): Stage {
  const picture = pictureOf(stage);
  const { top, right, bottom, left } = stage.safe ?? { top: 0, right: 0, bottom: 0, left: 0 };
  return { ...picture, width: picture.width - left - right, height: picture.height - top - bottom };
}

/** The part of the upright picture that the window shows. */
export function partOf(stage: Stage): Rectangle {
  const [width, height] = partSize(stage);
  return { left: stage.wall?.left ?? 0, top: stage.wall?.top ?? 0, width, height };
}

/** A point (u, v) of the picture is drawn at (a·u + c·v + e, b·u + d·v + f) of the window: CSS `matrix(a, b, c, d, e, f)`. */
export interface Placement {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** How the picture lies in the window: turned by right angles, moved by whole pixels, so that pixels stay pixels. */
export function placementOf(stage: Stage): Placement {
  const { left, top } = partOf(stage);
  const { width, height, rotation = 0 } = stage;
  switch (rotation) {
    case 90:
      return { a: 0, b: 1, c: -1, d: 0, e: width + top, f: -left };
    case 180:
      return { a: -1, b: 0, c: 0, d: -1, e: width + left, f: height + top };
    case 270:
      return { a: 0, b: -1, c: 1, d: 0, e: -top, f: height + left };
    default:
      return { a: 1, b: 0, c: 0, d: 1, e: -left, f: -top };
  }
}

/** Where a rectangle of the picture lies in the window; it may reach beyond. */
export function placed({ left, top, width, height }: Rectangle, { a, b, c, d, e, f }: Placement): Rectangle {
  const [x0, y0] = [a * left + c * top + e, b * left + d * top + f];
  const [x1, y1] = [a * (left + width) + c * (top + height) + e, b * (left + width) + d * (top + height) + f];
  return { left: Math.min(x0, x1), top: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}

/** The canvas as a rectangle of the picture. */
export function canvasBox(stage: Stage): Rectangle {
  const { width, height } = canvasOf(stage);
  return { left: stage.safe?.left ?? 0, top: stage.safe?.top ?? 0, width, height };
}

/** What a stage shows, upright and by itself: the part of the wall stays, the rotation goes. */
export function uprightOf(stage: Stage): Stage {
  const { rotation: _, ...unturned } = stage;
  const [width, height] = partSize(stage);
  return { ...unturned, x: 0, y: 0, width, height };
}

/** The whole picture of a wall on one screen, its safe edges kept. */
export const wholeOf = (stage: Stage): Stage => ({ ...pictureOf(stage), ...(stage.safe ? { safe: stage.safe } : {}) });
