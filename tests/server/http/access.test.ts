import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../core/register/role.ts';
import { allRoutes } from '../../../server/http/routes/index.ts';
import type { Route } from '../../../server/http/route.ts';
import { openOffice, type Answer, type Client, type Office } from '../../support/http-client.ts';
import { makeToken } from '../../support/tokens.ts';
import { tableLine } from './access-line.ts';
import { ACCESS_TABLE } from './access-table.ts';

const ROLE_NAMES = Object.keys(ROLES) as Role[];
/** Reporters have no tokens. */
const TOKEN_ROLES = ROLE_NAMES.filter((role) => role !== 'reporter');

interface Caller {
  readonly name: string;
  readonly role?: Role;
  readonly token?: 'read' | 'write';
}

const CALLERS: readonly Caller[] = [
  { name: 'stranger' },
  { name: 'screen' },
  ...ROLE_NAMES.map((role) => ({ name: role, role })),
  ...TOKEN_ROLES.map((role) => ({ name: `a token of ${role}`, role, token: 'write' as const })),
  ...TOKEN_ROLES.map((role) => ({ name: `a reading token of ${role}`, role, token: 'read' as const })),
];

let office: Office;
let clients: ReadonlyMap<string, Client>;
let bearers: ReadonlyMap<string, Readonly<Record<string, string>>>;
let routes: readonly Route[];

beforeAll(async () => {
  office = await openOffice();
  routes = allRoutes(office.parts);
  const screen = office.stranger();
  await screen.post('/api/pairings/link', { token: office.parts.pairing.createLink('wall').token });
  const people = await Promise.all(ROLE_NAMES.map(async (role) => [role, await office.as(role)] as const));
  clients = new Map([['screen', screen], ...people]);
  const tokens = CALLERS.flatMap(({ name, role, token }) =>
    role && token ? [[name, makeToken(office.parts, { role, rights: token }).headers] as const] : [],
  );
  bearers = new Map(tokens);
});

const pathOf = ({ path }: Route): string => path.replace(/:\w+/g, 'nothing').replace(/\*$/, 'nothing.js');

/** The status that access alone asks for; null where the route itself decides. */
const refusal = ({ access, method }: Route, { name, role, token }: Caller): 401 | 403 | null => {
  if (access.kind === 'public') return null;
  if (access.kind === 'screen-or-roles' && name === 'screen') return null;
  if (access.kind === 'screen') return name === 'screen' ? null : 401;
  if (!role) return 401;
  const forPeople = access.kind === 'roles' && access.peopleOnly === true;
  if (token && forPeople) return 403;
  if (token === 'read' && method !== 'GET') return 403;
  return access.roles.includes(role) ? null : 403;
};

const isRefusedByAccess = ({ status, body }: Answer): boolean =>
  (status === 401 && ['not-signed-in', 'not-paired'].includes(String(body.code))) ||
  (status === 403 && body.code === 'forbidden');

/** With an empty body, so that what access lets through is refused for its content and changes nothing. */
const tryRoute = (route: Route, { name }: Caller): Promise<Answer> =>
  (clients.get(name) ?? office.stranger()).ask(route.method, pathOf(route), {
    headers: bearers.get(name) ?? {},
    ...(route.body ? { json: {} } : {}),
  });

const signsOut = ({ method, path }: Route): boolean => method === 'DELETE' && path === '/api/session';

describe('the route table', () => {
  it('states an access for every route and declares no route twice', () => {
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(
      routes.every(({ access }) =>
        ['public', 'screen', 'roles', 'screen-or-roles', 'local-or-roles'].includes(access.kind),
      ),
    ).toBe(true);
    expect(routes.length).toBeGreaterThan(90);
  });

  it('is the table of access-table.ts: run write-access-table.ts when a difference is meant', () => {
    expect(routes.map(tableLine).sort()).toEqual([...ACCESS_TABLE].sort());
  });

  it('is all that the application answers', () => {
    const mounted = office.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect(new Set(mounted)).toEqual(new Set(routes.map(({ method, path }) => `${method} ${path}`)));
  });

  it.each(CALLERS)('admits $name exactly where it says so', async (who) => {
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
