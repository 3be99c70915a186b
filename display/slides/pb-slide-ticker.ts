import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { isLow } from '../../core/stage/layout.ts';
import { CRAWL_PER_MINUTE } from '../../core/programme/now-showing.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { fitText } from '../text/fit.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { crawlAt, crawlStart, type Crawl } from '../motion/crawl.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-ticker.css?inline';

/** A notice that crawls past, in whole pixels and at a speed that can be read. */
export class PbSlideTicker extends LitElement {
  static override readonly styles = [baseStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'ticker'> | undefined;
  #frame = 0;
  readonly #mountedAt = performance.now();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
  }

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { stage, layout, slide, motion } = scene;
    const { profile } = layout;
    this.dataset['profile'] = profile;
    const low = isLow(layout);
    const box = low
      ? { top: layout.headerHeight, height: layout.bodyHeight }
      : { top: layout.headerHeight + layout.unit * 3, height: layout.bodyHeight - layout.unit * 4 };
    const still = motion === 'none' && !low;
    const size = Math.floor(low ? box.height * 0.8 : Math.min(box.height * 0.4, stage.width * 0.12));
    return html`
      <pb-frame .scene=${scene}>
        <div class="band" ${styled({ ...box, left: 0, width: stage.width })}>
          ${still ? this.#still(slide.data.text, stage.width - layout.margin * 4, box.height) : this.#crawl(slide.data.text, size)}
        </div>
      </pb-frame>
    `;
  }

  protected override updated(): void {
    cancelAnimationFrame(this.#frame);
    this.#step();
  }

  #still(text: string, width: number, height: number) {
    let size = Math.floor(height * 0.24);
    const linesAt = (each: number): number => Math.max(1, Math.floor((height * 0.7) / (each * 1.4)));
    while (size > 16 && measureText(text, size) > linesAt(size) * (width - size)) size -= 1;
    const box = {
      width,
      size: Math.ceil(size / 0.62),
      least: Math.max(16, Math.floor(size * 0.8)),
      maxLines: linesAt(size),
    };
    const { size: fitted, lines } = fitText(text, box, measureText);
    return html`<p class="still" ${styled({ 'font-size': fitted })}>
      ${lines.map((line) => html`<span>${line}</span>`)}
    </p>`;
  }

  #crawl(text: string, size: number) {
    return html`<p class="crawl" ${styled({ 'font-size': size })}><span>${text}</span><span>${text}</span></p>`;
  }

  #step(): void {
    const { scene } = this;
    const line = this.renderRoot.querySelector<HTMLElement>('.crawl');
    if (!scene || !line) return;
    const crawl = this.#measured(scene, line);
    const elapsed = scene.from > 0 ? scene.now() - scene.from : performance.now() - this.#mountedAt;
    // On air the line crawls even where nothing else moves: standing, most of it would never be read.
    const stands = scene.motion === 'none' && scene.from <= 0;
    const x = stands ? crawlStart(crawl) : crawlAt(crawl, elapsed);
    line.style.transform = `translate3d(${x}px, 0, 0)`;
    if (!stands) this.#frame = requestAnimationFrame(() => this.#step());
  }

  #crawlKey = '';
  #crawlKept: Crawl = { size: 1, width: 1, stage: 1, perMinute: CRAWL_PER_MINUTE };

  /** Sizes are read once per text and size, never per frame. */
  #measured({ slide, stage }: Scene<'ticker'>, line: HTMLElement): Crawl {
    const key = `${slide.data.text} ${line.style.fontSize}`;
    if (key === this.#crawlKey) return this.#crawlKept;
    this.#crawlKey = key;
    const size = Number.parseFloat(line.style.fontSize);
    const width = Math.ceil(line.firstElementChild?.getBoundingClientRect().width ?? 0);
    this.#crawlKept = { size, width, stage: stage.width, perMinute: CRAWL_PER_MINUTE };
    return this.#crawlKept;
  }
}

customElements.define('pb-slide-ticker', PbSlideTicker);
