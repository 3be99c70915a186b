import { FAULT_EVENT, tagOf, type Scene, type SlideElement } from '../slides/scene.ts';

/** Says that a slide cannot be drawn. */
export type FaultListener = (scene: Scene, error: unknown) => void;

/** Nested elements of a slide that draw by themselves. */
const drawing = (element: SlideElement): readonly SlideElement[] =>
  [...(element.shadowRoot?.querySelectorAll<SlideElement>('*') ?? [])].filter(
    ({ localName, updateComplete }) => localName.includes('-') && updateComplete !== undefined,
  );

/**
 * A slide in the page, from its first hidden frame to its last. Whatever goes wrong while it draws is heard: in its first drawing, in
 * any later one that it asks for itself, in elements inside it, and in its preparation.
 */
export class Mounted {
  readonly element: SlideElement;
  #scene: Scene;
  readonly #onFault: FaultListener;

  constructor(scene: Scene, onFault: FaultListener) {
    const tag = tagOf(scene.slide.kind);
    if (!customElements.get(tag)) throw new Error(`no element draws ${scene.slide.kind}`);
    this.element = document.createElement(tag) as SlideElement;
    this.#scene = scene;
    this.#onFault = onFault;
    const { element } = this;
    element.addController?.({
      hostUpdate: () => this.#hear(element.updateComplete),
      hostUpdated: () => {
        for (const each of drawing(element)) this.#hear(each.updateComplete);
      },
    });
    element.addEventListener(FAULT_EVENT, (event) => onFault(this.#scene, (event as CustomEvent).detail));
    if (scene.atRest || scene.motion !== 'full') element.setAttribute('at-rest', '');
    if (scene.waiting) this.#hide();
    element.scene = scene;
  }

  /** Whether the slide can go on with a scene. */
  fits({ id, slide }: Scene): boolean {
    return this.#scene.id === id && this.element.localName === tagOf(slide.kind);
  }

  get id(): string {
    return this.#scene.id;
  }

  /** Whether its turn has not begun. */
  get isWaiting(): boolean {
    return this.#scene.waiting === true;
  }

  set scene(scene: Scene) {
    this.#scene = scene;
    this.element.scene = scene;
    if (!scene.waiting) this.element.removeAttribute('waiting');
  }

  /** Everything is drawn, fetched and decoded that the slide wants before it is seen. */
  async ready(): Promise<void> {
    await this.element.updateComplete;
    await this.element.prepare?.();
  }

  remove(): void {
    this.element.scene = undefined;
    this.element.remove();
  }

  /** Drawn, but not seen: the browser leaves out what has no opacity at all, and would draw it in the frame of the flip. */
  #hide(): void {
    const { element } = this;
    element.setAttribute('waiting', '');
    element.style.opacity = '0.001';
    element.style.willChange = 'opacity';
  }

  #hear(drawn: Promise<boolean>): void {
    drawn.catch((error: unknown) => this.#onFault(this.#scene, error));
  }
}
