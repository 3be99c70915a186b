import type { Context } from 'hono';
import { z } from 'zod';
import { parseDate, type IsoDate } from '../../core/time.ts';
import { isObject } from '../../core/result.ts';
import type { AppEnv } from './env.ts';
import { problem, type ValueProblem } from './problem.ts';

const memberAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (Array.isArray(value) || isObject(value) ? Reflect.get(value, key) : undefined),
    input,
  );

const codeOf = (issue: z.core.$ZodIssue, input: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return memberAt(input, issue.path) === undefined ? 'required' : 'wrong-type';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-short' : 'too-small';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-large';
    case 'invalid_value':
      return 'not-a-choice';
    case 'invalid_union':
      return 'wrong-type';
    default:
      return 'bad-format';
  }
};

const valueProblems = (issue: z.core.$ZodIssue, input: unknown): readonly ValueProblem[] => {
  const at = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys')
    return [{ path: at.join('/'), code: codeOf(issue, input), message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...at, key].join('/'),
    code: 'unknown-field',
    message: 'is not known here',
  }));
};

/**
 * The input as the schema describes it.
 * @throws Problem invalid, naming every member that is not.
 */
export function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const outcome = schema.safeParse(input);
  if (outcome.success) return outcome.data;
  throw problem('invalid', { errors: outcome.error.issues.flatMap((issue) => valueProblems(issue, input)) });
}

/** A calendar date like 2017-12-31. */
export const isoDate = z
  .string()
  .refine((text) => parseDate(text) !== null, { error: 'must be like 2017-12-31' })
  .transform((text) => text as IsoDate);

/** The query's parameters; of one that is given twice the first counts. */
export function queryOf(c: Context<AppEnv>): Record<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of new URL(c.req.url).searchParams) if (!query.has(name)) query.set(name, value);
  return Object.fromEntries(query);
}

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(contentType ?? '');

/** Deeper than any body of ours; what goes through every level of a value must not run out of stack. */
const MOST_LEVELS = 100;

/** How deep lists and objects of a JSON text go. */
function levelsIn(text: string): number {
  let level = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/g)) {
    if (mark === '[' || mark === '{') deepest = Math.max(deepest, (level += 1));
    else if (mark === ']' || mark === '}') level -= 1;
  }
  return deepest;
}

/**
 * The body of a request as JSON.
 * @throws Problem not-json or malformed-json.
 */
export async function jsonBody(c: Context<AppEnv>): Promise<unknown> {
  if (!isJson(c.req.header('content-type'))) throw problem('not-json');
  const bytes = await c.req.arrayBuffer();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (levelsIn(text) > MOST_LEVELS) throw problem('malformed-json', { detail: `deeper than ${MOST_LEVELS} levels` });
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw problem('malformed-json');
    throw error;
  }
}
