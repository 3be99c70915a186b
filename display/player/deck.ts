import { afterFrame } from '../motion/after-frame.ts';
import type { Scene, SlideElement } from '../slides/scene.ts';
import { Mounted, type FaultListener } from './mounted.ts';

/** The old slide is nearly gone when the new one comes: two texts on each other cannot be read. */
const FADE_OUT_MS = 430;
const FADE_IN_MS = 500;
const FADE_IN_AFTER_MS = 300;
/** A cross-fade, from its first frame to its last. */
export const FADE_MS = FADE_IN_AFTER_MS + FADE_IN_MS;

const EASING = 'ease-in-out';

/** How a slide takes the place of another. */
export type Transition = 'fade' | 'cut';

const uncover = ({ style }: SlideElement): void => {
  style.removeProperty('opacity');
  style.removeProperty('will-change');
};

/**
 * The slides that are mounted, never more than two: the one that is on, and either the one that goes while it fades, or the one that
 * is prepared for the next flip.
 */
export class Deck {
  readonly #place: HTMLElement;
  /** Who hears of slides that cannot be drawn. */
  onFault: FaultListener = () => undefined;
  #current: Mounted | null = null;
  #outgoing: Mounted | null = null;
  #prepared: Mounted | null = null;
  #fades: readonly Animation[] = [];

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** Whether a slide is on already, so that a new scene only changes it. */
  shows(id: string): boolean {
    return this.#current?.id === id;
  }

  /** Mounts the slide of the next flip, unseen. Nothing while slides fade: there is no room for a third. Throws as `show` does. */
  prepare(scene: Scene): void {
    if (this.#outgoing || this.#current?.fits(scene)) return;
    if (this.#prepared?.fits(scene)) this.#prepared.scene = scene;
    else {
      this.drop();
      this.#prepared = this.#mount(scene);
    }
  }

  /** What was prepared is not what comes next. */
  drop(): void {
    this.#prepared?.remove();
    this.#prepared = null;
  }

  /** Shows a scene and resolves when it is drawn. Rejects when its slide cannot be drawn. */
  async show(scene: Scene, transition: Transition): Promise<void> {
    const current = this.#current;
    if (current?.fits(scene)) {
      current.scene = scene;
      await current.element.updateComplete;
      return;
    }
    const next = this.#taken(scene);
    this.#settle();
    this.#outgoing = current;
    this.#current = next;
    if (transition === 'cut') this.#cut(next);
    else this.#fade(next, current);
    // A slide that fades in is not seen in the frame of the flip yet: the less is done in it, the closer windows turn together.
    if (next.isWaiting && transition === 'fade') await afterFrame();
    if (next.isWaiting && next === this.#current) next.scene = scene;
    await next.element.updateComplete;
  }

  /** Takes everything off at once. */
  clear(): void {
    this.#settle();
    this.drop();
    this.#current?.remove();
    this.#current = null;
  }

  /** The prepared slide, or a new one whose turn has begun. */
  #taken(scene: Scene): Mounted {
    const prepared = this.#prepared;
    if (!prepared?.fits(scene)) {
      this.drop();
      this.#settle();
      return this.#mount(scene);
    }
    this.#prepared = null;
    return prepared;
  }

  #mount(scene: Scene): Mounted {
    const fault: FaultListener = (failed, error) => this.onFault(failed, error);
    const mounted = new Mounted(scene, fault);
    this.#place.append(mounted.element);
    mounted.ready().catch((error: unknown) => fault(scene, error));
    return mounted;
  }

  #cut(next: Mounted): void {
    uncover(next.element);
    this.#settle();
  }

  #fade({ element }: Mounted, outgoing: Mounted | null): void {
    uncover(element);
    const delay = outgoing ? FADE_IN_AFTER_MS : 0;
    const coming = { easing: EASING, fill: 'backwards', duration: FADE_IN_MS, delay } as const;
    const going = { easing: EASING, fill: 'forwards', duration: FADE_OUT_MS } as const;
    const fadeIn = element.animate([{ opacity: 0 }, { opacity: 1 }], coming);
    const fadeOut = outgoing?.element.animate([{ opacity: 1 }, { opacity: 0 }], going);
    this.#fades = fadeOut ? [fadeIn, fadeOut] : [fadeIn];
    fadeIn.addEventListener('finish', () => this.#settle());
  }

  /** Ends a fade: what goes is gone, what came is whole. */
  #settle(): void {
    for (const fade of this.#fades) fade.cancel();
    this.#fades = [];
    this.#outgoing?.remove();
    this.#outgoing = null;
  }
}
