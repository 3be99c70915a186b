/** The desk of editions over HTTP, and the way of an edition to the screens. */
import type { ChangeRequest } from '../../server/changes/changes.ts';
import { EDITION_GROUPS, STAFF } from './editions-office.ts';
import { openOffice, type Answer, type Client, type Json, type Office } from './http-client.ts';
import { OFFICE } from './live-parts.ts';
import { PASSWORD, save } from './parts.ts';

export const AS_OF = '2017-05-31';

export interface Desk {
  readonly office: Office;
  /** Somebody of the staff, signed in. */
  readonly as: (id: keyof typeof STAFF) => Promise<Client>;
  /** One step of an edition by somebody. */
  readonly step: (id: keyof typeof STAFF, edition: string, name: string, body?: object) => Promise<Answer>;
  readonly view: (edition: string) => Promise<Json>;
  /** A new edition, frozen; its id and the hash of its content. */
  readonly frozen: () => Promise<{ readonly id: string; readonly content: string }>;
  /** The same, signed. */
  readonly signed: () => Promise<{ readonly id: string; readonly content: string }>;
  readonly onAir: () => Promise<{ readonly id: string; readonly content: string }>;
  /** What the screens of a group show. */
  readonly programme: (group?: string) => Promise<Json>;
}

const change = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

const YI = 100_000_000;

/** The figure of a project's report, in 亿元. */
export const figureYi = (number: number, yi: number): ChangeRequest =>
  change('reports', `r${number}`, { completedYtdYuan: yi * YI });

/** In 亿元 what the office has in 万元, so that no printed rate is far from the printed amounts. */
const LARGE: readonly ChangeRequest[] = [1, 2, 3].flatMap((number) => [
  change('projects', `p${number}`, { totalInvestmentYuan: 900 * YI }),
  change('plans', `plan${number}`, { amountYuan: 400 * YI }),
  figureYi(number, 100 + number),
]);

/** The edition in an answer that must be a good one. */
const done = (answer: Answer): Json => {
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body['edition'] as Json;
};

export async function openDesk(): Promise<Desk> {
  const office = await openOffice({ requests: [...OFFICE, ...LARGE] });
  const passwordHash = await office.parts.accounts.hashPassword(PASSWORD);
  const users = Object.entries(STAFF).map(([id, role]): ChangeRequest => {
    const values = { username: id, displayName: `${id}某`, role, disabled: false, passwordHash };
    return { kind: 'create', register: 'users', record: id, values };
  });
  save(office.parts, ...users, ...EDITION_GROUPS.map((group) => change('groups', group, { source: 'edition' })));
  const clients = new Map<string, Client>();

  const as: Desk['as'] = async (id) => {
    const known = clients.get(id);
    if (known) return known;
    const client = office.stranger();
    const answer = await client.post('/api/session', { username: id, password: PASSWORD });
    if (answer.status !== 200) throw new Error(`${id} could not sign in: ${answer.text}`);
    clients.set(id, client);
    return client;
  };
  const step: Desk['step'] = async (id, edition, name, body = {}) =>
    (await as(id)).post(`/api/editions/${edition}/${name}`, body);
  const frozen: Desk['frozen'] = async () => {
    const editor = await as('editor1');
    const edition = done(await editor.post('/api/editions', { rhythm: 'weekly', asOf: AS_OF }));
    const id = String(edition['id']);
    return { id, content: String(done(await step('editor1', id, 'freeze'))['content']) };
  };
  const signed: Desk['signed'] = async () => {
    const { id, content } = await frozen();
    done(await step('verifier1', id, 'reviews', { content, decision: 'passed' }));
    done(await step('reviewer1', id, 'reviews', { content, decision: 'passed' }));
    done(await step('signer1', id, 'sign', { content }));
    return { id, content };
  };
  return {
    office,
    as,
    step,
    frozen,
    signed,
    onAir: async () => {
      const { id, content } = await signed();
      done(await step('operator1', id, 'air', { content }));
      return { id, content };
    },
    view: async (edition) => (await (await as('editor1')).get(`/api/editions/${edition}`)).body,
    programme: async (group = 'hall') =>
      (await (await as('editor1')).get(`/api/groups/${group}/programme`)).body['programme'] as Json,
  };
}
