import { isObject } from '../../core/result.ts';

/** What is wrong with one member of a request. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A refused or failed request. `code` is stable; people read `problemText` of it. */
export class ApiProblem extends Error {
  /** 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];
  /** How long the server asks to wait; undefined when it does not say. */
  readonly retryAfterSeconds: number | undefined;
  /** Everything that the answer said: what refers to a record, which values are doubtful. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    detail?: string,
    errors: readonly FieldError[] = [],
    retryAfterSeconds?: number,
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${code}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
    this.members = members;
  }
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const fieldErrors = (value: unknown): readonly FieldError[] =>
  (Array.isArray(value) ? value : []).filter(isObject).map((each) => ({
    path: textOr(each['path'], ''),
    code: textOr(each['code'], 'invalid'),
    message: textOr(each['message'], ''),
  }));

/** The problem in an answer of a status; whatever the body and the header `Retry-After` are. */
export function parseProblem(status: number, body: unknown, retryAfter: string | null = null): ApiProblem {
  if (!isObject(body)) return new ApiProblem(status, `http-${status}`);
  const detail = typeof body['detail'] === 'string' ? body['detail'] : undefined;
  const seconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined;
  const code = textOr(body['code'], `http-${status}`);
  return new ApiProblem(status, code, detail, fieldErrors(body['errors']), seconds, body);
}

/** Anything caught, as a problem. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem(0, 'page-error', String(error));
