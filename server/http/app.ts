import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { Parts } from '../parts.ts';
import { isCanonicalPath, pathOfTarget } from './canonical-path.ts';
import type { AppEnv } from './env.ts';
import { answerFailure } from './failure.ts';
import { observe } from './observe.ts';
import { checkOrigin, isSecure } from './peer.ts';
import { problem } from './problem.ts';
import { methodsAt, mount } from './route.ts';
import { allRoutes } from './routes/index.ts';
import { securityHeaders } from './security-headers.ts';

/** The request's path as it came over the wire: what a URL parser has tidied up must not pass for tidy. */
const rawPath = (c: Context<AppEnv>): string =>
  pathOfTarget(c.env?.incoming?.url ?? c.req.url.replace(/^\w+:\/\/[^/]*/, ''));

/** Refuses paths with two readings before the router takes one of them. */
const canonicalPaths: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!isCanonicalPath(rawPath(c))) throw problem('bad-path');
  await next();
};

const withSecurityHeaders =
  ({ config }: Parts): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(c.req.path, isSecure(c, config)))) c.header(name, value);
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  };

const sameOrigin =
  ({ config }: Parts): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    checkOrigin(c, config);
    await next();
  };

/** The HTTP application: a function of its parts, without a port. */
export function createApp(parts: Parts): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(observe(parts), withSecurityHeaders(parts), canonicalPaths, sameOrigin(parts));
  const routes = allRoutes(parts);
  mount(app, parts, routes);
  const methods = methodsAt(routes);
  app.notFound((c) => {
    const allowed = methods(c.req.path);
    throw allowed.length === 0
      ? problem('not-found')
      : problem('method-not-allowed', { headers: { allow: allowed.join(', ') } });
  });
  app.onError(answerFailure(parts));
  return app;
}
