/** A client of the HTTP application that needs no port: it keeps cookies as a browser would. */
import type { Role } from '../../core/register/role.ts';
import { createApp } from '../../server/http/app.ts';
import type { Config } from '../../server/config.ts';
import type { ChangeRequest } from '../../server/changes/changes.ts';
import { PASSWORD, saveAccounts, testParts, type TestParts } from './parts.ts';

type App = ReturnType<typeof createApp>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer, or its text. */
  readonly body: Json;
  readonly text: string;
}

/** JSON whose members may be looked up without asking first; a missing one is undefined. */
export type Json = { readonly [member: string]: Json } & readonly Json[] & (string | number | boolean | null | object);

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly address?: string;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

export class Client {
  readonly #app: App;
  readonly cookies = new Map<string, string>();

  constructor(app: App) {
    this.#app = app;
  }

  async ask(
    method: string,
    path: string,
    { headers = {}, json, raw, address = '192.0.2.1' }: Asked = {},
  ): Promise<Answer> {
    const all = new Headers(headers);
    if (this.cookies.size > 0)
      all.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (json !== undefined) all.set('content-type', 'application/json');
    const body = json === undefined ? raw : JSON.stringify(json);
    const request = new Request(`http://paceboard.test${path}`, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
    const response = await this.#app.fetch(request, { incoming: { socket: { remoteAddress: address } } });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) as Json };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';', 1);
    const at = pair.indexOf('=');
    if (/max-age=0(;|$)/i.test(line)) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  readonly get = (path: string, asked?: Asked): Promise<Answer> => this.ask('GET', path, asked);
  readonly post = (path: string, json?: unknown, asked?: Asked): Promise<Answer> =>
    this.ask('POST', path, { ...asked, ...(json === undefined ? {} : { json }) });
  readonly patch = (path: string, json: unknown, asked?: Asked): Promise<Answer> =>
    this.ask('PATCH', path, { ...asked, json });
  readonly delete = (path: string, asked?: Asked): Promise<Answer> => this.ask('DELETE', path, asked);
}

export interface Office extends TestParts {
  readonly app: App;
  readonly stranger: () => Client;
  /** A client signed in as the account of a role. */
  readonly as: (role: Role) => Promise<Client>;
}

/** The application on a small office with accounts for the oldest roles; others get theirs when asked for. */
export async function openOffice(
  options: { requests?: readonly ChangeRequest[]; config?: Partial<Config> } = {},
): Promise<Office> {
  const built = await testParts(options.requests, options.config);
  await saveAccounts(built.parts, 'admin', 'editor', 'operator', 'auditor');
  const app = createApp(built.parts);
  return {
    ...built,
    app,
    stranger: () => new Client(app),
    as: async (role) => {
      if (!built.parts.changes.ledger().tables.users.has(role)) await saveAccounts(built.parts, role);
      const client = new Client(app);
      const answer = await client.post('/api/session', { username: role, password: PASSWORD });
      if (answer.status !== 200) throw new Error(`${role} could not sign in: ${answer.text}`);
      return client;
    },
  };
}
