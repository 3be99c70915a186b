import type { Context } from 'hono';
import { isRegisterName } from '../../core/registers/index.ts';
import type { Scope } from '../../core/rights/holder.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** The API token of a request; other schemes are some proxy's business. */
export const bearerToken = (c: Context<AppEnv>): string | undefined =>
  /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];

/** What a token that is limited to some registers reaches besides them: each of these shows only what it may read. */
const FOR_EVERY_SCOPE: ReadonlySet<string> = new Set(['/api/registers', '/api/changes', '/api/session']);

const registerOf = (path: string): string | undefined =>
  /^\/api\/(?:registers\/|exports\/)?([A-Za-z]+)(?=[/.]|$)/.exec(path)?.[1];

const reaches = ({ registers }: Scope, path: string): boolean => {
  if (!registers || FOR_EVERY_SCOPE.has(path)) return true;
  const register = registerOf(path);
  return register !== undefined && isRegisterName(register) && registers.includes(register);
};

/**
 * Keeps a token within its scope, before any handler looks closer.
 * @throws Problem forbidden.
 */
export function checkScope(c: Context<AppEnv>, scope: Scope): void {
  const { method, path } = c.req;
  if (scope.rights === 'read' && method !== 'GET' && method !== 'HEAD') {
    throw problem('forbidden', { detail: 'the token only reads' });
  }
  if (!reaches(scope, path)) throw problem('forbidden', { detail: 'the token does not reach this' });
}
