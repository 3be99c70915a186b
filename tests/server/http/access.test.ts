import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../core/register/role.ts';
import { allRoutes } from '../../../server/http/routes/index.ts';
import type { Route } from '../../../server/http/route.ts';
import { openOffice, type Answer, type Client, type Office } from '../../support/http-client.ts';

type Who = 'stranger' | 'screen' | Role;
const ROLE_NAMES = Object.keys(ROLES) as Role[];
const WHO: readonly Who[] = ['stranger', 'screen', ...ROLE_NAMES];

let office: Office;
let clients: Record<Who, Client>;
let routes: readonly Route[];

beforeAll(async () => {
  office = await openOffice();
  routes = allRoutes(office.parts);
  const screen = office.stranger();
  await screen.post('/api/pairings/link', { token: office.parts.pairing.createLink('wall').token });
  const people = await Promise.all(ROLE_NAMES.map(async (role) => [role, await office.as(role)] as const));
  clients = { stranger: office.stranger(), screen, ...(Object.fromEntries(people) as Record<Role, Client>) };
});

const pathOf = ({ path }: Route): string => path.replace(/:\w+/g, 'nothing').replace(/\*$/, 'nothing.js');

/** The status that access alone asks for; null where the route itself decides. */
const refusal = ({ access }: Route, who: Who): 401 | 403 | null => {
  if (access.kind === 'public') return null;
  if (access.kind === 'screen') return who === 'screen' ? null : 401;
  if (who === 'stranger' || who === 'screen') return 401;
  return access.roles.includes(who) ? null : 403;
};

const isRefusedByAccess = ({ status, body }: Answer): boolean =>
  (status === 401 && ['not-signed-in', 'not-paired'].includes(String(body.code))) ||
  (status === 403 && body.code === 'forbidden');

/** With an empty body, so that what access lets through is refused for its content and changes nothing. */
const tryRoute = (route: Route, who: Who): Promise<Answer> =>
  clients[who].ask(route.method, pathOf(route), route.body ? { json: {} } : {});

const signsOut = ({ method, path }: Route): boolean => method === 'DELETE' && path === '/api/session';

describe('the route table', () => {
  it('states an access for every route and declares no route twice', () => {
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(routes.every(({ access }) => ['public', 'screen', 'roles', 'local-or-roles'].includes(access.kind))).toBe(
      true,
    );
    expect(routes.length).toBeGreaterThan(90);
  });

  it('is all that the application answers', () => {
    const mounted = office.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect(new Set(mounted)).toEqual(new Set(routes.map(({ method, path }) => `${method} ${path}`)));
  });

  it('opens to strangers only what is meant for everybody', () => {
    const open = routes.filter(
      ({ access, path }) => access.kind === 'public' && !/^\/(display|admin|board|$)/.test(path),
    );
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'DELETE /api/session',
      'GET /api/boards',
      'GET /api/boards/project',
      'GET /api/boards/projectRanking',
      'GET /api/boards/projects',
      'GET /api/boards/summary',
      'GET /api/boards/unitRanking',
      'GET /api/docs',
      'GET /api/docs.css',
      'GET /api/openapi.json',
      'GET /api/setup',
      'GET /healthz',
      'POST /api/pairings',
      'POST /api/pairings/:code/outcome',
      'POST /api/pairings/link',
      'POST /api/session',
      'POST /api/setup',
    ]);
  });

  it.each(WHO)('admits %s exactly where it says so', async (who) => {
    const before = office.parts.changes.ledger().revision;
    const wrong: string[] = [];
    for (const route of routes.filter((each) => !signsOut(each))) {
      const answer = await tryRoute(route, who);
      const expected = refusal(route, who);
      const asStated = expected === null ? !isRefusedByAccess(answer) : answer.status === expected;
      if (!asStated || answer.status === 500)
        wrong.push(`${route.method} ${route.path} → ${answer.status} ${answer.text}`);
    }
    expect(wrong).toEqual([]);
    expect(office.parts.changes.ledger().revision).toBe(before);
  });

  it('refuses before it reads the body', async () => {
    const answer = await office
      .stranger()
      .ask('POST', '/api/registers/units', { raw: '{', headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(401);
  });
});
