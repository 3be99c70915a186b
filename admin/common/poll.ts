import type { ReactiveController, ReactiveControllerHost } from 'lit';

class Poll implements ReactiveController {
  readonly #task: () => Promise<void>;
  readonly #everyMs: number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running = false;

  constructor(everyMs: number, task: () => Promise<void>) {
    this.#task = task;
    this.#everyMs = everyMs;
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.#run(), this.#everyMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#running || document.hidden) return;
    this.#running = true;
    try {
      await this.#task();
    } finally {
      this.#running = false;
    }
  }
}

/** Runs a task again and again while its host is on the page and the page is visible; never two at once. */
export const poll = (host: ReactiveControllerHost, everyMs: number, task: () => Promise<void>): void =>
  host.addController(new Poll(everyMs, task));
