import { fail, isObject, ok, type Result } from '../result.ts';
import { parseDate, type IsoDate } from '../time.ts';

export const STOP_KINDS = {
  correction: { zh: '补正材料', en: 'Papers to be completed' },
  publicity: { zh: '公示', en: 'Public notice' },
  other: { zh: '其他', en: 'Other' },
} as const;

/** A span in which a permit's clock stands still, both days included; open while `to` is absent. */
export interface Stop {
  readonly kind: keyof typeof STOP_KINDS;
  readonly from: IsoDate;
  readonly to?: IsoDate;
}

const MOST_STOPS = 20;

const stopIn = (input: unknown): Stop | null => {
  if (!isObject(input)) return null;
  const { kind, from, to } = input;
  const start = typeof from === 'string' ? parseDate(from) : null;
  const end = typeof to === 'string' ? parseDate(to) : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(STOP_KINDS, kind) || !start || end === null) return null;
  if (end !== undefined && end < start) return null;
  return { kind: kind as Stop['kind'], from: start, ...(end && { to: end }) };
};

/** The stops of a permit's clock in a JSON value, by their beginning, or what is wrong with it. */
export function checkStops(input: unknown): Result<readonly Stop[], string> {
  if (!Array.isArray(input)) return fail('must be a list of {kind, from, to}');
  if (input.length > MOST_STOPS) return fail(`may have at most ${MOST_STOPS} entries`);
  const stops = input.map(stopIn);
  const known = stops.filter((stop) => stop !== null);
  if (known.length < stops.length) return fail('each needs a known kind, a date `from` and perhaps a later `to`');
  return ok(known.sort((a, b) => (a.from < b.from ? -1 : 1)));
}
