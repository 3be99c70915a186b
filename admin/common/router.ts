import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * A place in the page: `#/registers/projects` is the section `registers` with the rest `['projects']`. What follows a `?`
 * stays on the last part, for the section to read.
 */
export interface Route {
  readonly section: string;
  readonly rest: readonly string[];
  /** Everything after the section's name as it stands in the address: `/scheme-a?asOf=2017-05-31`. */
  readonly place: string;
}

export function parseRoute(hash: string): Route {
  const address = hash.replace(/^#\/?/, '');
  const [first = '', ...rest] = address.split('/').map(decodeURIComponent);
  const [section = ''] = first.split('?');
  return { section, rest, place: address.slice(/^[^/?]*/.exec(address)?.[0].length ?? 0) };
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
