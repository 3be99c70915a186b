import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A place in the page: `#/registers/projects` is the section `registers` with the rest `['projects']`. */
export interface Route {
  readonly section: string;
  readonly rest: readonly string[];
}

export function parseRoute(hash: string): Route {
  const [section = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return { section, rest };
}

export const routeHash = (section: string, ...rest: readonly string[]): string =>
  `#/${[section, ...rest].map(encodeURIComponent).join('/')}`;

/** The set-up token of the address `#setup=TOKEN`, or null. */
export const setupTokenOf = (hash: string): string | null => /^#setup=([\w-]+)$/.exec(hash)?.[1] ?? null;

/** Follows the address; the host is drawn anew when it changes. */
export class Router implements ReactiveController {
  route = parseRoute(location.hash);
  readonly #host: ReactiveControllerHost;
  readonly #follow = (): void => {
    this.route = parseRoute(location.hash);
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
  }
}
