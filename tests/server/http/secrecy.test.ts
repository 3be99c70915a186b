/** No answer to a reporter, a screen or a stranger holds what is not theirs, by whatever way it is asked for. */
import { beforeAll, describe, expect, it } from 'vitest';
import { REGISTERS, type RegisterName } from '../../../core/registers/index.ts';
import type { Route } from '../../../server/http/route.ts';
import { allRoutes } from '../../../server/http/routes/index.ts';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { MARK, PHONE, TWO_UNITS } from '../../support/two-units.ts';

const NAMES = Object.keys(REGISTERS) as RegisterName[];
const WHO = ['reporter', 'screen', 'stranger'] as const;

let office: Office;
let clients: Readonly<Record<(typeof WHO)[number], Client>>;
let routes: readonly Route[];

beforeAll(async () => {
  office = await openOffice({ requests: TWO_UNITS });
  routes = allRoutes(office.parts).filter(({ method }) => method === 'GET');
  const screen = office.stranger();
  await screen.post('/api/pairings/link', { token: office.parts.pairing.createLink('wall').token });
  clients = { reporter: await office.as('reporter'), screen, stranger: office.stranger() };
});

const idsIn = (name: RegisterName): readonly string[] => [...office.parts.changes.ledger().tables[name].keys()];

const isRegister = (name: string | undefined): name is RegisterName => NAMES.some((known) => known === name);

/** Every address of a route: a register's own records, or, where it is no register's, each record there is. */
function addressesOf({ path }: Route): readonly string[] {
  if (path.endsWith('*')) return [];
  const [, name] = /^\/api\/(?:registers\/)?(\w+)\//.exec(path) ?? [];
  const ids = isRegister(name) ? idsIn(name) : [...NAMES.flatMap(idsIn), ...NAMES.map((each) => `${each}.csv`)];
  return path.includes(':') ? ids.map((id) => path.replace(/:\w+/, id).replace(/:\w+/g, '1')) : [path];
}

const QUERIES = [
  '?asOf=2017-06-01',
  '?asOf=@30',
  `?q=${encodeURIComponent(MARK)}`,
  '?limit=1000',
  ...['project=p2', 'unit=u2', 'ownerUnit=u2', 'owner=u2', 'leadUnit=u2'].map((filter) => `?${filter}`),
];

const logOf = (register: RegisterName): readonly string[] => [
  `/api/changes?limit=1000&register=${register}`,
  ...idsIn(register).map((id) => `/api/changes?register=${register}&record=${id}`),
];

describe('what is not theirs', () => {
  it('is there to be found', async () => {
    const editor = await office.as('editor');
    for (const name of ['reports', 'issues', 'notices', 'units', 'projects', 'decisions', 'bulletins'] as const) {
      expect((await editor.get(`/api/registers/${name}`)).text).toContain(MARK);
    }
    expect((await editor.get('/api/registers/units/u2/private')).text).toContain(PHONE);
    expect((await editor.get('/api/changes?limit=1000')).text).toContain(MARK);
  });

  it.each(WHO)('is in no answer to a %s', async (who) => {
    const found: string[] = [];
    let answered = 0;
    const look = async (path: string): Promise<void> => {
      const { status, text } = await clients[who].get(path);
      if (status === 200) answered += 1;
      if (text.includes(MARK) || text.includes(PHONE) || status === 500) found.push(`${path} → ${status}`);
    };
    for (const route of routes) for (const address of addressesOf(route)) await look(address);
    for (const name of NAMES) for (const query of QUERIES) await look(`/api/registers/${name}${query}`);
    for (const path of NAMES.flatMap(logOf)) await look(path);
    expect(found).toEqual([]);
    expect(answered).toBeGreaterThan(who === 'reporter' ? 80 : 7);
  });
});
