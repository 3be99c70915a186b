import { fail, isObject, ok, type Result } from '../result.ts';

/** Clockwise turns of the picture inside its window, in degrees: walls that are mounted on their side. */
export const ROTATIONS = [90, 180, 270] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** Pixels at the edges of the upright picture that carry background only: frames and bevels hide them. */
export interface SafeEdges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** One upright picture that several screens cut up: its size, and where this screen's part of it begins. */
export interface WallPart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
}

/** The exact pixel window that a screen draws in, with the LED wall's pitch and farthest viewer. */
export interface Stage {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Distance between LED pixels in millimetres. */
  readonly pitchMm: number;
  /** Farthest viewing distance in metres. */
  readonly distanceM: number;
  readonly rotation?: Rotation;
  readonly safe?: SafeEdges;
  readonly wall?: WallPart;
}

export const DEFAULT_STAGE: Stage = { x: 0, y: 0, width: 1920, height: 1080, pitchMm: 5, distanceM: 20 };

type Range = readonly [min: number, max: number, whole: boolean];
type Ranges<T> = Readonly<Record<keyof T, Range>>;

/** Nothing is legible on less than one module of 64 × 32. */
export const SMALLEST_WIDTH = 64;
export const SMALLEST_HEIGHT = 32;
/** A player's output ends at 16,384 px; a picture for several of them may be larger. */
export const WIDEST_WINDOW = 16_384;
export const WIDEST_WALL = 65_536;
export const WIDEST_EDGE = 2_000;
export const FARTHEST_CORNER = 20_000;

const RANGES: Ranges<Omit<Stage, 'rotation' | 'safe' | 'wall'>> = {
  x: [0, FARTHEST_CORNER, true],
  y: [0, FARTHEST_CORNER, true],
  width: [SMALLEST_WIDTH, WIDEST_WINDOW, true],
  height: [SMALLEST_HEIGHT, WIDEST_WINDOW, true],
  pitchMm: [0.5, 50, false],
  distanceM: [1, 500, false],
};
const EDGE: Range = [0, WIDEST_EDGE, true];
const SAFE_RANGES: Ranges<SafeEdges> = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };
const WALL_RANGES: Ranges<WallPart> = {
  width: [SMALLEST_WIDTH, WIDEST_WALL, true],
  height: [SMALLEST_HEIGHT, WIDEST_WALL, true],
  left: [0, WIDEST_WALL, true],
  top: [0, WIDEST_WALL, true],
};

/** The named numbers of an object, all within their ranges, or the first that is not. */
function checkNumbers<K extends string>(
  value: Readonly<Record<string, unknown>>,
  ranges: Readonly<Record<K, Range>>,
  of = '',
): Result<Record<K, number>, string> {
  const numbers: Partial<Record<K, number>> = {};
  for (const name of Object.keys(ranges) as K[]) {
    const [min, max, whole] = ranges[name];
    const given = value[name];
    if (typeof given !== 'number' || !(given >= min && given <= max) || (whole && !Number.isInteger(given)))
      return fail(`${of}${name} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}`);
    numbers[name] = given;
  }
  return ok(numbers as Record<K, number>);
}

/** An optional member of numbers: absent is fine, anything else has to be whole. */
function checkPart<K extends string>(
  value: unknown,
  ranges: Readonly<Record<K, Range>>,
  name: string,
): Result<Record<K, number> | undefined, string> {
  if (value === undefined) return ok(undefined);
  if (!isObject(value)) return fail(`${name} must be an object`);
  const unknown = Object.keys(value).find((key) => !(key in ranges));
  return unknown === undefined ? checkNumbers(value, ranges, `${name}.`) : fail(`${name} has no member ${unknown}`);
}

const rotationIn = (value: unknown): Rotation | undefined => ROTATIONS.find((each) => each === value);

/** Whether the window lies on its side: the upright picture is as wide as the window is high. */
export const isOnItsSide = ({ rotation }: Pick<Stage, 'rotation'>): boolean => rotation === 90 || rotation === 270;

/** Width and height in pixels of what a window shows, upright. */
export const partSize = (
  stage: Pick<Stage, 'width' | 'height' | 'rotation'>,
): readonly [width: number, height: number] =>
  isOnItsSide(stage) ? [stage.height, stage.width] : [stage.width, stage.height];

/** What members say together: the wall holds the window, and the safe edges leave something between them. */
function checkTogether(stage: Stage): Result<Stage, string> {
  const { wall, safe } = stage;
  const [width, height] = partSize(stage);
  if (wall && (wall.left + width > wall.width || wall.top + height > wall.height))
    return fail('the wall must hold the window');
  const across = (wall?.width ?? width) - (safe ? safe.left + safe.right : 0);
  const down = (wall?.height ?? height) - (safe ? safe.top + safe.bottom : 0);
  return across < SMALLEST_WIDTH || down < SMALLEST_HEIGHT
    ? fail(`the safe edges must leave ${SMALLEST_WIDTH} × ${SMALLEST_HEIGHT}`)
    : ok(stage);
}

/** A stage from wire data or a form, or why it is none. */
export function checkStage(value: unknown): Result<Stage, string> {
  if (!isObject(value)) return fail('must be an object');
  const known = ['rotation', 'safe', 'wall'];
  const unknown = Object.keys(value).find((key) => !(key in RANGES) && !known.includes(key));
  if (unknown !== undefined) return fail(`has no member ${unknown}`);
  const window = checkNumbers(value, RANGES);
  if (!window.ok) return window;
  const rotation = rotationIn(value['rotation']);
  if (value['rotation'] !== undefined && rotation === undefined)
    return fail(`rotation must be one of ${ROTATIONS.join(', ')}`);
  const safe = checkPart(value['safe'], SAFE_RANGES, 'safe');
  if (!safe.ok) return safe;
  const wall = checkPart(value['wall'], WALL_RANGES, 'wall');
  if (!wall.ok) return wall;
  return checkTogether({
    ...window.value,
    ...(rotation === undefined ? {} : { rotation }),
    ...(safe.value ? { safe: safe.value } : {}),
    ...(wall.value ? { wall: wall.value } : {}),
  });
}
