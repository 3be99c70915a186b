import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { between, easeOut, passed } from './ease.ts';
import { COUNT_MS } from './row-plan.ts';
import { countedText } from './counted-text.ts';
import type { Motion } from './motion.ts';

interface Count {
  readonly from: number;
  readonly to: number;
  /** Infinity while its slide waits for its turn. */
  readonly startedAt: number;
}

/** What a counter looks at: whether its slide waits, and whether it comes on without its entrance. */
type CountingHost = ReactiveControllerHost & {
  readonly scene?: { readonly waiting?: true; readonly atRest: boolean } | undefined;
};

/** Numbers of a slide that count up when they come on, and on to a new value when it changes. */
export class Counter implements ReactiveController {
  readonly #host: CountingHost;
  readonly #counts = new Map<string, Count>();
  #frame = 0;

  constructor(host: CountingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The present value of the number under `key`, on its way to `goal`. */
  value(key: string, goal: number, motion: Motion): number {
    if (motion !== 'full') return goal;
    const now = performance.now();
    const count = this.#count(key, goal, now);
    this.#counts.set(key, count);
    const value = this.#at(count, now);
    if (value !== goal && count.startedAt !== Infinity) this.#wake();
    return value;
  }

  text(key: string, goal: number, text: string, motion: Motion): string {
    return countedText(this.value(key, goal, motion), goal, text);
  }

  #count(key: string, goal: number, now: number): Count {
    const { waiting = false, atRest = false } = this.#host.scene ?? {};
    const known = this.#counts.get(key);
    if (!known || known.startedAt === Infinity) {
      const entranceAt = waiting ? Infinity : now;
      return { from: 0, to: goal, startedAt: atRest ? -Infinity : entranceAt };
    }
    return known.to === goal ? known : { from: this.#at(known, now), to: goal, startedAt: now };
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
