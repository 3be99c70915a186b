import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { between, easeOut, passed } from './ease.ts';
import { COUNT_MS } from './row-plan.ts';
import { countedText } from './counted-text.ts';
import type { Motion } from './motion.ts';

interface Count {
  readonly from: number;
  readonly to: number;
  readonly startedAt: number;
}

/** Numbers of a slide that count up when they come on, and on to a new value when it changes. */
export class Counter implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #counts = new Map<string, Count>();
  #frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The present value of the number under `key`, on its way to `goal`. */
  value(key: string, goal: number, motion: Motion): number {
    if (motion === 'none') return goal;
    const now = performance.now();
    const known = this.#counts.get(key);
    if (known?.to !== goal) {
      this.#counts.set(key, { from: known ? this.#at(known, now) : 0, to: goal, startedAt: now });
    }
    const count = this.#counts.get(key);
    const value = count ? this.#at(count, now) : goal;
    if (value !== goal) this.#wake();
    return value;
  }

  text(key: string, goal: number, text: string, motion: Motion): string {
    return countedText(this.value(key, goal, motion), goal, text);
  }

  #at({ from, to, startedAt }: Count, now: number): number {
    const share = passed(now, startedAt, COUNT_MS);
    return share === 1 ? to : between(from, to, easeOut(share));
  }

  #wake(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#host.requestUpdate();
    });
  }
}
