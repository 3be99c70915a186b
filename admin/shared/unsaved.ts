import type { ReactiveController, ReactiveControllerHost } from 'lit';

class UnsavedGuard implements ReactiveController {
  readonly #hasUnsaved: () => boolean;
  readonly #ask = (event: BeforeUnloadEvent): void => {
    if (this.#hasUnsaved()) event.preventDefault();
  };

  constructor(hasUnsaved: () => boolean) {
    this.#hasUnsaved = hasUnsaved;
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#ask);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#ask);
  }
}

/** Lets the browser ask before the page is closed while its host holds something that is not saved. */
export const guardUnsaved = (host: ReactiveControllerHost, hasUnsaved: () => boolean): void =>
  host.addController(new UnsavedGuard(hasUnsaved));
