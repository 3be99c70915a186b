/** Whether the page would be there again after a reload: otherwise the wall would show the browser's own error page. */
const PATIENCE_MS = 5_000;
const PAGE = '/display/';

async function serverAnswers(): Promise<boolean> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    return (await fetch(PAGE, { method: 'HEAD', cache: 'no-store', signal: abort.signal })).ok;
  } catch {
    // The network is away: that is the answer.
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a service worker takes part in loading this page. Only pages of secure origins have one. */
export const isControlled = (): boolean => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

async function workerHasIt(): Promise<boolean> {
  if (!isControlled() || !('caches' in window)) return false;
  try {
    return (await caches.match(PAGE, { ignoreSearch: true })) !== undefined;
  } catch {
    // Storage that cannot be read brings no page back.
    return false;
  }
}

/** Asks the server; where `cached` will do, what the service worker holds counts too. */
export const comesBack = async (cached: boolean): Promise<boolean> =>
  (await serverAnswers()) || (cached && (await workerHasIt()));
