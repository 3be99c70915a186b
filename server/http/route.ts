import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { StagedFile } from '../files/files.ts';
import type { Parts } from '../parts.ts';
import { admit, type Access, type CallerOf } from './access.ts';
import type { AppEnv } from './env.ts';
import { checked, jsonBody, queryOf } from './input.ts';
import { createUploadRoom, type UploadRoom, type UploadShare } from './upload-room.ts';
import { limitBody, stagedUpload, uploadedBytes, type Upload } from './upload.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A JSON Schema (2020-12, as OpenAPI 3.1 has it). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a handler is given: who asks and what, already checked. */
export interface Call<A extends Access, Q, B> {
  readonly c: Context<AppEnv>;
  readonly caller: CallerOf<A>;
  readonly query: Q;
  readonly body: B;
  /** The file of an upload; empty for other routes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file of a staged upload, dropped when the handler is done unless it was kept; null for other routes. */
  readonly staged: StagedFile | null;
  /** A parameter of the path, decoded. */
  readonly param: (name: string) => string;
}

/** One thing that the server answers to: the only way to be reachable. */
export interface Declared<A extends Access, Q, B> {
  readonly method: Method;
  /** With `:name` for a segment and a final `*` for the rest. */
  readonly path: string;
  readonly access: A;
  readonly summary: string;
  /** The query's schema; a route without one ignores parameters. */
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** Describes the body better than its own schema can. */
  readonly bodySchema?: JsonSchema;
  /** Takes a file as the body, as it is; such a route has no other body. */
  readonly upload?: Upload;
  readonly answer: {
    readonly status: 200 | 201 | 204;
    readonly description: string;
    readonly schema?: JsonSchema;
    /** When it is not JSON. */
    readonly type?: string;
  };
  readonly handler: (call: Call<A, Q, B>) => Response | Promise<Response>;
}

export type Route = Declared<Access, unknown, unknown>;

/** Declares a route; the types of caller, query and body follow from access and schemas. */
export const route = <A extends Access, Q = unknown, B = unknown>(declared: Declared<A, Q, B>): Route =>
  declared as unknown as Route;

const NO_BYTES = new Uint8Array();

interface Admitted {
  readonly admitted: ReturnType<typeof admit>;
  readonly share: UploadShare | null;
}

const handled = async (
  parts: Parts,
  route: Route,
  c: Context<AppEnv>,
  { admitted, share }: Admitted,
): Promise<Response> => {
  const query = route.query && checked(route.query, queryOf(c));
  if (!route.upload?.staged || !share) return finished(parts, route, c, { admitted, share, query, staged: null });
  const staged = await stagedUpload(c, route.upload, { files: parts.files, share });
  try {
    return await finished(parts, route, c, { admitted, share, query, staged });
  } finally {
    await staged.drop();
  }
};

const finished = async (
  parts: Parts,
  route: Route,
  c: Context<AppEnv>,
  { admitted, share, query, staged }: Admitted & { readonly query: unknown; readonly staged: StagedFile | null },
): Promise<Response> => {
  const bytes = route.upload && share && !staged ? await uploadedBytes(c, route.upload, share) : NO_BYTES;
  const body = route.body && checked(route.body, await jsonBody(c));
  // A body may arrive slowly on purpose: who has signed out meanwhile no longer counts.
  const caller = route.body || route.upload ? admit(parts, c, route.access) : admitted;
  const param = (name: string): string => c.req.param(name) ?? '';
  return route.handler({ c, caller: caller as never, query, body, bytes, staged, param });
};

const answer = async (parts: Parts, route: Route, c: Context<AppEnv>, room: UploadRoom): Promise<Response> => {
  c.set('route', route.path);
  if (!route.upload) await limitBody(c);
  const admitted = admit(parts, c, route.access);
  const share = route.upload ? room.open(admitted?.id ?? '') : null;
  try {
    return await handled(parts, route, c, { admitted, share });
  } finally {
    share?.release();
  }
};

/** Makes every route of the table reachable, each behind its access. */
export function mount(app: Hono<AppEnv>, parts: Parts, routes: readonly Route[]): void {
  const room = createUploadRoom();
  for (const each of routes) app.on(each.method, each.path, (c) => answer(parts, each, c, room));
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/\./g, '\\.').replace(/\*$/, '.*').replace(/:\w+/g, '[^/]+')}$`);

/** Which methods a path answers to: tells a wrong method from a wrong path. */
export function methodsAt(routes: readonly Route[]): (path: string) => readonly string[] {
  const patterns = routes.map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (path) => {
    const methods = new Set<string>();
    for (const { method, pattern } of patterns) if (pattern.test(path)) methods.add(method);
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].sort();
  };
}
