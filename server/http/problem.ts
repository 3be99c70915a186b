import type { RecordProblem } from '../../core/register/declare.ts';

/** Every problem that the API answers with: its status and its title. The codes are stable. */
export const PROBLEMS = {
  'malformed-json': [400, 'The body is not valid JSON'],
  'bad-path': [400, 'The path is not written in its plain form'],
  'not-signed-in': [401, 'Sign in first'],
  'wrong-password': [401, 'The user name or the password is wrong'],
  'not-paired': [401, 'This browser is not paired with a screen'],
  forbidden: [403, 'Your role does not allow this'],
  'wrong-origin': [403, 'The request comes from another site'],
  'wrong-token': [403, 'The set-up link is not valid'],
  'not-found': [404, 'There is nothing here'],
  'no-settings': [404, 'The ledger has no settings yet'],
  'no-edition': [404, 'No edition is on air: the figures are being updated'],
  'taken-down': [404, 'The page of this board was taken down'],
  'unknown-code': [404, 'No screen shows this pairing code'],
  'unknown-link': [404, 'The pairing link is unknown, expired or revoked'],
  'method-not-allowed': [405, 'The method is not offered here'],
  exists: [409, 'A record with this id exists already'],
  'duplicate-photo': [409, 'The picture is there already, or one much like it'],
  'photo-there': [409, 'This very picture is a photo of the project and the month already'],
  'medium-there': [409, 'This very file is a medium already'],
  'no-delegation': [403, 'Nobody has delegated this to you today'],
  'same-person': [403, 'Another person takes this step: you have taken part already'],
  'wrong-state': [409, 'The edition is not in a state for this step'],
  changed: [409, 'The content is another one than you saw; read it again'],
  'content-lost': [409, 'The content that was frozen is not to be had; the operator finds the reason in the log'],
  'in-use': [409, 'Other records refer to this one'],
  'last-admin': [409, 'The last administrator must stay enabled'],
  'already-set-up': [409, 'There is an account already'],
  'not-ready': [409, 'There is no preview yet, or the import is being written'],
  'preview-outdated': [409, 'The ledger or the preview changed meanwhile; look at the preview again'],
  'changed-since': [409, 'Later changes stand in the way; undo those first'],
  revoked: [409, 'The screen is revoked'],
  stale: [412, 'The record has changed since you read it'],
  'too-large': [413, 'The body is too large'],
  'not-a-file': [415, 'Send the file itself, as application/octet-stream or its own type'],
  'unknown-medium': [415, 'The file is of no kind that screens show'],
  'not-json': [415, 'Bodies must be application/json'],
  invalid: [422, 'Some values are not usable'],
  'nothing-to-show': [422, 'No playlist has a slide to show'],
  'checks-failed': [422, 'Figures of the edition contradict each other'],
  unacknowledged: [422, 'Some doubts are not acknowledged'],
  'questions-open': [422, 'Some questions are still open'],
  'needs-confirmation': [422, 'Some values are unlikely: confirm them, with a reason'],
  throttled: [429, 'Too many attempts; wait a little'],
  internal: [500, 'The server failed; the operator finds the reason in its log'],
  'pages-not-built': [503, 'The pages are not built'],
  busy: [503, 'Too many long computations wait; ask again in a moment'],
  storage: [503, 'The database refused the write'],
  'disk-full': [507, 'The disk is full; nothing was written'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One wrong value; `path` is the member's name, after `changes/<index>/` in a set of changes. */
export interface ValueProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly (ValueProblem | RecordProblem)[];
  /** Further members of the document: the revision of a stale record, what refers to a record. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal on its way to the client. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails) {
    super(PROBLEMS[code][1]);
    this.code = code;
    this.details = details;
  }
}

/** The one maker of refusals; throw what it returns. */
export const problem = (code: ProblemCode, details: ProblemDetails = {}): Problem => new Problem(code, details);

/** A refusal of a single value. */
export const invalid = (path: string, code: string, message: string): Problem =>
  problem('invalid', { errors: [{ path, code, message }] });

/** A refusal that says how long to wait. */
export const throttled = (seconds: number): Problem =>
  problem('throttled', { headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) } });

/** The refusal as an RFC 9457 document. */
export function problemResponse({ code, details }: Problem): Response {
  const [status, title] = PROBLEMS[code];
  const { detail, errors, members, headers } = details;
  const body = { type: 'about:blank', title, status, code, detail, errors, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
