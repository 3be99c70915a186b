import { fail, isObject, ok, type Result } from '../result.ts';
import type { Fields } from '../register/declare.ts';
import { isSlideKind, SLIDE_KINDS, type SlideKind } from './kinds.ts';

/** One line of a playlist: a slide's kind and options, how long each of its pages stays, on or off. */
export interface PlaylistEntry {
  /** Unique in the playlist; the slide keeps it when the order changes. */
  readonly id: string;
  readonly kind: SlideKind;
  readonly options: Readonly<Record<string, unknown>>;
  /** Seconds a page stays; 0 lets the number of rows decide. */
  readonly seconds: number;
  readonly enabled: boolean;
}

export const MAX_ENTRIES = 100;
const MAX_SECONDS = 3600;

/** A programme's slides are an object keyed by these ids, and there `__proto__` would be no key. */
const USABLE_ID = /^(?!__proto__$)[a-zA-Z0-9_-]{1,40}$/;

const checkOptions = (kind: SlideKind, input: unknown): Result<Record<string, unknown>, string> => {
  if (!isObject(input)) return fail('options must be an object');
  const fields: Fields = SLIDE_KINDS[kind].options;
  const options: Record<string, unknown> = {};
  const unknown = Object.keys(input).find((key) => !Object.prototype.hasOwnProperty.call(fields, key));
  if (unknown !== undefined) return fail(`${kind} has no option ${unknown}`);
  for (const [name, field] of Object.entries(fields)) {
    const given = input[name];
    if (given === undefined || given === null || given === '') {
      if (!field.optional) return fail(`option ${name} of ${kind} is required`);
      continue;
    }
    const checked = field.check(given);
    if (!checked.ok) return fail(`option ${name} of ${kind} ${checked.problem.message}`);
    options[name] = checked.value;
  }
  return ok(options);
};

const checkEntry = (value: unknown): Result<PlaylistEntry, string> => {
  if (!isObject(value)) return fail('each entry must be an object');
  const { id, kind, options, seconds, enabled } = value;
  if (typeof id !== 'string' || !USABLE_ID.test(id)) return fail('entry id is not usable');
  if (!isSlideKind(kind)) return fail(`unknown kind of slide: ${String(kind).slice(0, 40)}`);
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0 || seconds > MAX_SECONDS) {
    return fail(`seconds must be a whole number from 0 to ${MAX_SECONDS}`);
  }
  if (seconds > 0 && seconds < 3) return fail('a page stays at least 3 seconds');
  if (typeof enabled !== 'boolean') return fail('enabled must be true or false');
  const checked = checkOptions(kind, options);
  return checked.ok ? ok({ id, kind, options: checked.value, seconds, enabled }) : checked;
};

/** The entries of a playlist, or the first thing that is wrong with them. */
export function checkEntries(value: unknown): Result<readonly PlaylistEntry[], string> {
  if (!Array.isArray(value)) return fail('must be a list of entries');
  if (value.length > MAX_ENTRIES) return fail(`may have at most ${MAX_ENTRIES} entries`);
  const entries: PlaylistEntry[] = [];
  const ids = new Set<string>();
  for (const each of value) {
    const checked = checkEntry(each);
    if (!checked.ok) return checked;
    if (ids.has(checked.value.id)) return fail(`two entries have the id ${checked.value.id}`);
    ids.add(checked.value.id);
    entries.push(checked.value);
  }
  return ok(entries);
}

/** The media that slides of a playlist name, each once; those that are switched off count too. */
export const mediaIn = (entries: readonly PlaylistEntry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ kind, options }) =>
      Object.entries(SLIDE_KINDS[kind].options as Fields).flatMap(([name, { target }]) => {
        const id = options[name];
        return target === 'media' && typeof id === 'string' ? [id] : [];
      }),
    ),
  ),
];
