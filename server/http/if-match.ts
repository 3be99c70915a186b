import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/** A record's entity tag. */
export const tagOf = (revision: number): string => `"${revision}"`;

/** No record has it: what cannot be a tag of ours matches nothing. */
const NO_REVISION = -1;

/** The revision that `If-Match` insists on; undefined when there is no such header or any revision will do. */
export function revisionWanted(c: Context<AppEnv>): number | undefined {
  const header = c.req.header('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const match = /^(?:W\/)?"(\d{1,15})"$/.exec(header);
  return match ? Number(match[1]) : NO_REVISION;
}

/** Whether the client's copy is the current one, by `If-None-Match`. */
export const hasCurrent = (c: Context<AppEnv>, tag: string): boolean =>
  (c.req.header('if-none-match') ?? '').split(',').some((each) => [tag, '*'].includes(each.trim().replace(/^W\//, '')));
