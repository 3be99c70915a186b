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

  /** A section that was left is kept with what is not saved in it: the question stays. */
  hostDisconnected(): void {
    if (!this.#hasUnsaved()) removeEventListener('beforeunload', this.#ask);
  }
}

/** Lets the browser ask before the page is closed while its host holds something that is not saved. */
export const guardUnsaved = (host: ReactiveControllerHost, hasUnsaved: () => boolean): void =>
  host.addController(new UnsavedGuard(hasUnsaved));
