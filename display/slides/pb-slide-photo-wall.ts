import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inOrder } from '../../core/keyed-rows.ts';
import { isLow } from '../../core/stage/layout.ts';
import { rowsPerPage } from '../../core/slides/paging.ts';
import { evenPages, pageRange } from '../../core/stage/paging.ts';
import { bodyBox, tiles, type Box } from '../media/boxes.ts';
import { HeldMedia } from '../media/held-media.ts';
import { picture, pictureStyles } from '../media/picture.ts';
import { plate } from '../media/plate.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { styled } from '../text/styled.ts';
import { monthText } from '../words/media-words.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-photo-wall.css?inline';

type Row = ReturnType<typeof rowsOnPage>[number];

/** The rows of the page, in order. */
const rowsOnPage = ({ slide, layout, page }: Scene<'photoWall'>) => {
  const rows = inOrder(slide.data.rows);
  const [start, end] = pageRange(evenPages(rows.length, rowsPerPage('photoWall', layout)), page);
  return rows.slice(start, end);
};

/** The newest picture of every project, a page at a time, each with its project and its month. */
export class PbSlidePhotoWall extends LitElement {
  static override readonly styles = [baseStyles, pictureStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'photoWall'> | undefined;
  readonly #media = new HeldMedia(this, () => (this.scene ? rowsOnPage(this.scene).map((row) => row.picture) : []));

  async prepare(): Promise<void> {
    await this.#media.prepared(this.renderRoot);
  }

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { stage, layout } = scene;
    this.dataset['motion'] = scene.atRest ? 'none' : scene.motion;
    const rows = rowsOnPage(scene);
    const gap = Math.max(3, layout.unit * 2);
    const boxes = tiles(bodyBox(stage, layout), rows.length, gap);
    return html`
      <pb-frame .scene=${scene}>
        ${repeat(
          rows,
          ({ id }) => id,
          (row, index) => {
            const box = boxes[index];
            return box ? this.#tile(scene, row, box, index) : nothing;
          },
        )}
      </pb-frame>
    `;
  }

  #tile({ layout, programme }: Scene<'photoWall'>, row: Row, box: Box, index: number) {
    const place = { ...box, 'animation-delay': `${index * STAGGER_MS}ms` };
    return html`
      <div class="tile ${isLow(layout) ? '' : 'framed'}" ${styled(place)}>
        ${picture(this.#media, row.picture, 'cover', programme.greyscale === true)}
        ${this.#words(row, box, layout.secondaryText)}
      </div>
    `;
  }

  /** Name and month on two lines where the picture keeps most of its height. */
  #words({ project, picture: { month } }: Row, { width, height }: Box, secondary: number) {
    const size = Math.max(16, Math.min(secondary, Math.floor(height * 0.15)));
    if (height < size * 2.4) return nothing;
    const date = monthText(month);
    const both = height >= size * 5;
    return html`
      ${both ? html`<div class="month">${plate(date, width, size)}</div>` : nothing}
      ${plate(both ? project : `${project} ${date}`, width, size)}
    `;
  }
}

const STAGGER_MS = 140;

customElements.define('pb-slide-photo-wall', PbSlidePhotoWall);
