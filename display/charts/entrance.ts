/** How a slide of figures comes on: once, and then stands still. */
import type { LitElement } from 'lit';
import { Counter } from '../motion/counter.ts';
import type { Scene } from '../slides/scene.ts';

/** Tells a slide's style sheet the stage's profile, the theme and, once for all, whether the slide moves in. */
export function dress(
  host: HTMLElement,
  { layout, programme, motion, atRest }: Pick<Scene, 'layout' | 'programme' | 'motion' | 'atRest'>,
): void {
  host.dataset['profile'] = layout.profile;
  host.dataset['theme'] = programme.theme;
  host.dataset['motion'] ??= atRest ? 'none' : motion;
}

/** Numbers that count up once their slide is seen. */
export class CountedFigures {
  readonly #counter: Counter;

  constructor(host: LitElement) {
    this.#counter = new Counter(host);
  }

  /** The text of a number as it is now; what is not positive or not one number does not count. */
  text({ motion }: Pick<Scene, 'motion'>, key: string, goal: number, text: string): string {
    return goal > 0 ? this.#counter.text(key, goal, text, motion) : text;
  }
}
