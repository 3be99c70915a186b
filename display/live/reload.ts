/** Reloading for a newer build: at a slide boundary, and not twice for the same build. */
const KEY = 'paceboard-reloaded-for';

/** Whether this page should make way for the server's build. */
export function shouldReload(own: string, servers: string, alreadyFor: string | null): boolean {
  return own !== 'dev' && servers !== 'dev' && own !== servers && alreadyFor !== servers;
}

export const reloadedFor = (): string | null => sessionStorage.getItem(KEY);

export function reloadFor(build: string): void {
  sessionStorage.setItem(KEY, build);
  location.reload();
}
