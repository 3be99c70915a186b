import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { bodyCharacterPx, isLow, SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import { bodyOf, inset } from '../charts/boxes.ts';
import { dress } from '../charts/entrance.ts';
import { setParagraph, type Paragraph } from '../charts/paragraph.ts';
import { chartStyles } from '../charts/styles.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { headingOf } from '../words/words.ts';
import './pb-slide-ticker.ts';
import type { Scene } from './scene.ts';
import type { Rect } from './summary-boxes.ts';
import styles from './pb-slide-notice.css?inline';

/** Chinese type breathes by its lines: this share of the size from line to line. */
const LEADING = 1.5;
const LOW_LEADING = 1.2;

/** Where the text stands, and how large it may and has to be. */
function roomOf(scene: Scene<'notice'>): {
  readonly box: Rect;
  readonly least: number;
  readonly most: number;
  readonly leading: number;
} {
  const { stage, layout } = scene;
  const body = bodyOf(stage, layout);
  if (isLow(layout)) {
    // Where there is one line, a long text rather goes by as large as the others than stand there tiny.
    const even = layout.profile === 'ticker' ? Math.round(layout.rowText * 0.5) : 0;
    return {
      box: body,
      least: Math.min(layout.secondaryText, Math.max(even, bodyCharacterPx(stage))),
      most: Math.min(body.height * 0.82, layout.titleText * 2),
      leading: LOW_LEADING,
    };
  }
  const size = layout.secondaryText;
  const box = inset(
    body,
    Math.round(Math.max(size, body.width * 0.04)),
    Math.round(Math.max(size * 0.5, body.height * 0.06)),
  );
  // A long text may be smaller than a row of a list: who wants to read all of it comes nearer.
  const least = Math.max(SMALLEST_CHARACTER_PX, Math.round(bodyCharacterPx(stage) * 0.6));
  return { box, least, most: Math.min(layout.heroText * 0.72, body.width * 0.14), leading: LEADING };
}

/** A still text at the largest size that fits; where none that can be read does, it crawls past. */
export class PbSlideNotice extends LitElement {
  static override readonly styles = [baseStyles, chartStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'notice'> | undefined;

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    dress(this, scene);
    const { box, least, most, leading } = roomOf(scene);
    const { text } = scene.slide.data;
    const set = setParagraph(text, { width: box.width, height: box.height, most, least, leading }, measureText);
    return set ? this.#still(scene, set, box, leading) : this.#crawl(scene);
  }

  #still(scene: Scene<'notice'>, { size, lines, long }: Paragraph, box: Rect, leading: number) {
    const body = bodyOf(scene.stage, scene.layout);
    return html`
      <pb-frame .scene=${scene}>
        ${isLow(scene.layout) ? nothing : html`<div class="plate ground rise" ${styled({ ...body })}></div>`}
        <div
          class="box text ${long ? 'long' : ''} rise"
          ${styled({ ...box, 'font-size': size, '--delay': '0.3s', '--leading': String(leading) })}
        >
          <p>${lines.map((line) => html`<span>${line}</span>`)}</p>
        </div>
      </pb-frame>
    `;
  }

  #crawl(scene: Scene<'notice'>) {
    const { slide } = scene;
    const crawling: Scene<'ticker'> = {
      ...scene,
      slide: { ...slide, kind: 'ticker', title: headingOf(slide, isLow(scene.layout)), data: slide.data },
    };
    return html`<pb-slide-ticker .scene=${crawling}></pb-slide-ticker>`;
  }
}

customElements.define('pb-slide-notice', PbSlideNotice);
