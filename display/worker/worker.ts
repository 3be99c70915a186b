/**
 * What the service worker does: the page of its own build comes up without the server. It keeps exactly the files of
 * that build and touches no other request: neither the API and the socket nor media, which the page keeps itself.
 */

/** An event that lasts until a promise is done. */
interface Lasting {
  waitUntil(done: Promise<unknown>): void;
}

interface Asked {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of a service worker's global scope that is used here. */
export interface WorkerScope {
  readonly location: Pick<Location, 'origin'>;
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  readonly clients: { claim(): Promise<void> };
  readonly fetch: (request: Request) => Promise<Response>;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}

const PAGE = '/display/';
const ASSETS = '/display/assets/';
const CACHES = 'paceboard-display-';
/** A server that has not answered for the page by then is taken for away. */
const PATIENCE_MS = 3_000;
/** After a page whose script could not be had, the kept page comes for so long, whatever the server says. */
const DISTRUST_MS = 60_000;
/** In place of a script that could not be had: a page without its script would stay blank for ever. */
const COME_AGAIN = 'setTimeout(function () { location.reload(); }, 3000);';

/** A server that varies its answers by encoding varies nothing that matters here. */
const LOOSELY = { ignoreVary: true };

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** The answers of a worker that keeps `files` in the cache `name`. */
class Answers {
  readonly #scope: WorkerScope;
  readonly #name: string;
  #distrustUntil = 0;

  constructor(scope: WorkerScope, name: string) {
    this.#scope = scope;
    this.#name = name;
  }

  /** The server's page, or the kept one when the server is away, slow or out of order. */
  async page(request: Request): Promise<Response> {
    const kept = await this.#kept(PAGE);
    if (!kept) return this.#scope.fetch(request);
    if (Date.now() < this.#distrustUntil) return kept;
    const fresh = this.#scope.fetch(request).then(
      (answer) => (answer.ok ? answer : kept),
      // The network is away: what was kept is the answer.
      () => kept,
    );
    return Promise.race([fresh, pause(PATIENCE_MS).then(() => kept)]);
  }

  /** A file whose name changes with its content. */
  async file(request: Request, path: string): Promise<Response> {
    const kept = await this.#kept(path);
    if (kept) return kept;
    if (request.destination !== 'script') return this.#scope.fetch(request);
    const answer = await this.#scope.fetch(request).catch(() => null);
    if (answer?.ok) return answer;
    this.#distrustUntil = Date.now() + DISTRUST_MS;
    return new Response(COME_AGAIN, { headers: { 'content-type': 'text/javascript' } });
  }

  async #kept(path: string): Promise<Response | undefined> {
    const cache = await this.#scope.caches.open(this.#name);
    return cache.match(path, LOOSELY);
  }
}

/** Keeps the files of one build, whole or not at all. */
async function keepFiles({ caches }: WorkerScope, name: string, files: readonly string[]): Promise<void> {
  const cache = await caches.open(name);
  // The page's name stays the same from build to build: not out of the browser's own cache.
  await cache.addAll(files.map((path) => new Request(path, { cache: path === PAGE ? 'reload' : 'default' })));
}

async function dropOlder({ caches }: WorkerScope, name: string): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((each) => each.startsWith(CACHES) && each !== name).map((each) => caches.delete(each)),
  );
}

/** Starts the worker of a build in its scope. */
export function startWorker(scope: WorkerScope, version: string, files: readonly string[]): void {
  const name = `${CACHES}${version}`;
  const answers = new Answers(scope, name);
  scope.addEventListener('install', (event) =>
    event.waitUntil(keepFiles(scope, name, files).then(() => scope.skipWaiting())),
  );
  scope.addEventListener('activate', (event) =>
    event.waitUntil(dropOlder(scope, name).then(() => scope.clients.claim())),
  );
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin) return;
    if (pathname === PAGE && request.mode === 'navigate') event.respondWith(answers.page(request));
    else if (pathname.startsWith(ASSETS)) event.respondWith(answers.file(request, pathname));
  });
}
