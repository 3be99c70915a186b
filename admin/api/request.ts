import { ApiProblem, parseProblem } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  readonly body?: unknown;
  /** Refused with 412 when the record has moved on from this revision. */
  readonly ifRevision?: number;
  /** How the browser may use its own copy; not at all unless said. */
  readonly cache?: 'no-cache';
}

/** Tells the page that the session has ended: event `signed-out`. */
export const sessionEvents = new EventTarget();

const parsed = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/**
 * One request to the server, with the session's cookie.
 * @returns the JSON of the answer, still unknown; null where there is none.
 * @throws ApiProblem when the server refuses or cannot be reached.
 */
export async function request(method: Method, path: string, options: RequestOptions = {}): Promise<unknown> {
  const { body, ifRevision, cache = 'no-store' } = options;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (ifRevision !== undefined) headers['if-match'] = `"${ifRevision}"`;
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(path, init).catch((error: unknown) => {
    throw new ApiProblem(0, 'offline', String(error));
  });
  return answerOf(path, response.status, await response.text(), response.headers.get('retry-after'));
}

/**
 * The JSON of an answer; null where there is none.
 * @throws ApiProblem when the server refused; the page is told when the session has ended.
 */
export function answerOf(path: string, status: number, text: string, retryAfter: string | null): unknown {
  const answer = parsed(text);
  if (status >= 200 && status < 300) return answer;
  if (status === 401 && path !== '/api/session') sessionEvents.dispatchEvent(new Event('signed-out'));
  throw parseProblem(status, answer, retryAfter);
}
