import type { ReactiveControllerHost } from 'lit';
import { asProblem, type ApiProblem } from '../api/problem.ts';

/** What the server answered to an element's newest question; answers to older ones are late and dropped. */
export class Answer<T> {
  value: T | null = null;
  problem: ApiProblem | null = null;
  readonly #host: ReactiveControllerHost;
  #key = '';
  #read: (() => Promise<T>) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Asks, unless it was asked the same before; what was answered to another question is no longer there. */
  ask(key: string, read: () => Promise<T>): void {
    this.#read = read;
    if (key === this.#key) return;
    this.#key = key;
    this.value = null;
    this.problem = null;
    void this.again();
  }

  /** Asks the same once more; the present answer stays until the next is there. */
  async again(): Promise<void> {
    const key = this.#key;
    if (!this.#read) return;
    try {
      const value = await this.#read();
      if (key !== this.#key) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (key !== this.#key) return;
      this.problem = asProblem(error);
    }
    this.#host.requestUpdate();
  }
}
