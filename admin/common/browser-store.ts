/** Uses the browser's storage; null where it is switched off or full, as in some private windows. */
export function useBrowserStore<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
