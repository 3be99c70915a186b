import { html, LitElement, nothing, svg, unsafeCSS, type PropertyValues } from 'lit';
import { officeDate, startOfOfficeDay } from '../../core/office-time.ts';
import { partOf } from '../../core/stage/canvas.ts';
import type { Instant } from '../../core/time.ts';
import type { Output } from '../slides/scene.ts';
import { styled } from '../text/styled.ts';
import { cardDrawing, type CardDrawing } from './card-drawing.ts';
import styles from './pb-test-card.css?inline';

const SECOND_MS = 1000;

/** The time of the office's day to the second, 09:05:07. */
function timeText(at: Instant): string {
  const seconds = Math.floor((at - startOfOfficeDay(officeDate(at))) / SECOND_MS);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/**
 * A test card for exactly the pixels of an output: edges, grid, rulers, line pairs, greys, colours, type, settings. Its
 * second runs by the server's clock, so that the screens of a wall can be compared by eye.
 */
export class PbTestCard extends LitElement {
  static override readonly styles = unsafeCSS(styles);
  static override readonly properties = {
    output: { attribute: false },
    now: { attribute: false },
    time: { state: true },
  };

  declare output: Output | undefined;
  declare now: (() => Instant) | undefined;
  declare time: string | undefined;
  #drawing: CardDrawing | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('output')) this.#drawing = this.output && cardDrawing(this.output);
    if (changed.has('now')) this.#tick();
  }

  override render() {
    if (!this.output || !this.#drawing) return nothing;
    const { width, height } = partOf(this.output.window);
    const { still, time } = this.#drawing;
    return html`
      <svg viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges" ${styled({ width, height })}>
        ${still}
        ${time ? svg`<text class="figures" x=${time.left} y=${time.top} font-size=${time.size}>${this.time}</text>` : nothing}
      </svg>
    `;
  }

  #tick(): void {
    clearTimeout(this.#timer);
    if (!this.now || !this.isConnected) return;
    const at = this.now();
    this.time = timeText(at);
    this.#timer = setTimeout(() => this.#tick(), SECOND_MS - (at % SECOND_MS));
  }
}

customElements.define('pb-test-card', PbTestCard);
