import type { Context } from 'hono';
import type { Parts } from '../parts.ts';
import { StorageError } from '../store/storage-error.ts';
import type { AppEnv } from './env.ts';
import { Problem, problem, problemResponse } from './problem.ts';

const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  return problem(error instanceof StorageError ? error.code : 'internal');
};

/** Turns whatever a handler threw into an answer; the reason of a failure goes to the log and nowhere else. */
export const answerFailure =
  ({ log }: Pick<Parts, 'log'>) =>
  (error: unknown, c: Context<AppEnv>): Response => {
    const known = asProblem(error);
    if (known !== error)
      log.error({ err: error, id: c.get('requestId'), method: c.req.method, path: c.req.path }, 'request failed');
    return problemResponse(known);
  };
