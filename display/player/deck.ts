import type { Motion } from '../motion/motion.ts';
import { tagOf, type Scene, type SlideElement } from '../slides/scene.ts';

/** The old slide is nearly gone when the new one comes: two texts on each other cannot be read. */
const FADE_OUT_MS = 430;
const FADE_IN_MS = 500;
const FADE_IN_AFTER_MS = 300;

const remove = (element: SlideElement): void => {
  element.scene = undefined;
  element.remove();
};

/** The slides that are mounted: the one that is on, and for the time of a cross-fade the one that goes. */
export class Deck {
  readonly #place: HTMLElement;
  #current: { readonly id: string; readonly element: SlideElement } | null = null;
  #outgoing: SlideElement | null = null;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  /** Whether a slide is on already, so that a new scene only changes it. */
  shows(id: string): boolean {
    return this.#current?.id === id;
  }

  /** Shows a scene and resolves when it is drawn. Rejects when its slide cannot be drawn. */
  async show(scene: Scene): Promise<void> {
    const current = this.#current;
    const tag = tagOf(scene.slide.kind);
    if (current?.id === scene.id && current.element.localName === tag) {
      current.element.scene = scene;
      await current.element.updateComplete;
      return;
    }
    if (!customElements.get(tag)) throw new Error(`no element draws ${scene.slide.kind}`);
    const element = document.createElement(tag) as SlideElement;
    element.scene = scene;
    this.#mount(scene.id, element, scene.motion);
    await element.updateComplete;
  }

  /** Takes everything off at once. */
  clear(): void {
    for (const element of [this.#outgoing, this.#current?.element]) if (element) remove(element);
    this.#outgoing = null;
    this.#current = null;
  }

  #mount(id: string, element: SlideElement, motion: Motion): void {
    if (this.#outgoing) remove(this.#outgoing);
    const outgoing = this.#current?.element ?? null;
    this.#outgoing = outgoing;
    this.#current = { id, element };
    this.#place.append(element);
    if (motion === 'none') {
      if (outgoing) remove(outgoing);
      this.#outgoing = null;
      return;
    }
    const fade = { easing: 'ease-in-out', fill: 'both' } as const;
    const coming = { ...fade, duration: FADE_IN_MS, delay: outgoing ? FADE_IN_AFTER_MS : 0 };
    element.animate([{ opacity: 0 }, { opacity: 1 }], coming).addEventListener('finish', () => this.#drop(outgoing));
    outgoing?.animate([{ opacity: 1 }, { opacity: 0 }], { ...fade, duration: FADE_OUT_MS });
  }

  #drop(element: SlideElement | null): void {
    if (!element || this.#outgoing !== element) return;
    remove(element);
    this.#outgoing = null;
  }
}
