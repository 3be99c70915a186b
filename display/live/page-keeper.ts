/** The service worker keeps the page, where the browser allows one: over TLS, or on the server's own machine. */
import { report } from '../report.ts';

const WORKER = '/display/sw.js';

/** Absent where the page is not in a secure context. */
const workersOf = (): ServiceWorkerContainer | undefined =>
  'serviceWorker' in navigator ? navigator.serviceWorker : undefined;

/** Registers the worker. Every failure is harmless: the page only won't come up without its server. */
export async function keepPage(): Promise<void> {
  try {
    await workersOf()?.register(WORKER, { updateViaCache: 'none' });
    // Asks the browser not to drop what was kept when its disk gets full.
    if (workersOf()) await navigator.storage?.persist?.();
  } catch (error) {
    report('the page is not kept for a start without the server', error);
  }
}

/** A worker takes over before it has dropped what older ones kept. */
async function untilSettled(worker: ServiceWorker | null | undefined): Promise<void> {
  if (worker?.state === 'activating')
    await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
}

/** Whether this page is of another build than its worker, which keeps the files of its own build only. */
async function isOlder(): Promise<boolean> {
  await untilSettled(workersOf()?.controller);
  const script = document.querySelector<HTMLScriptElement>('script[type=module]')?.src;
  return script !== undefined && (await caches.match(script, { ignoreVary: true })) === undefined;
}

/**
 * Calls back when a worker of another build has taken over and this page came out of the cache of the build before:
 * the server was too slow to give its own. Returns how to stop listening.
 */
export function onNewerPage(tell: () => void): () => void {
  const look = (): void =>
    void isOlder()
      .then((older) => older && tell())
      .catch((error: unknown) => report('the kept files could not be looked at', error));
  workersOf()?.addEventListener('controllerchange', look);
  return () => workersOf()?.removeEventListener('controllerchange', look);
}
