import { fail, isObject, ok, type Result } from '../result.ts';

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
}

export const DEFAULT_STAGE: Stage = { x: 0, y: 0, width: 1920, height: 1080, pitchMm: 5, distanceM: 20 };

const RANGES: Readonly<Record<keyof Stage, readonly [min: number, max: number, whole: boolean]>> = {
  x: [0, 20_000, true],
  y: [0, 20_000, true],
  width: [64, 16_384, true],
  height: [32, 16_384, true],
  pitchMm: [0.5, 50, false],
  distanceM: [1, 500, false],
};

/** A stage from wire data or a form, or why it is none. */
export function checkStage(value: unknown): Result<Stage, string> {
  if (!isObject(value)) return fail('must be an object');
  const unknown = Object.keys(value).find((key) => !(key in RANGES));
  if (unknown !== undefined) return fail(`has no member ${unknown}`);
  for (const [name, [min, max, whole]] of Object.entries(RANGES)) {
    const given = value[name];
    if (typeof given !== 'number' || !(given >= min && given <= max) || (whole && !Number.isInteger(given))) {
      return fail(`${name} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}`);
    }
  }
  const { x, y, width, height, pitchMm, distanceM } = value as unknown as Stage;
  return ok({ x, y, width, height, pitchMm, distanceM });
}
