import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { isLow } from '../../core/stage/layout.ts';
import { bodyBox, within, type Box } from '../media/boxes.ts';
import { HeldMedia } from '../media/held-media.ts';
import { picture, pictureStyles } from '../media/picture.ts';
import { plate } from '../media/plate.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { fitted } from '../parts/fitted.ts';
import { styled } from '../text/styled.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-image.css?inline';

/** One picture with its caption: whole in a thin frame, or so large that it fills the stage. */
export class PbSlideImage extends LitElement {
  static override readonly styles = [baseStyles, pictureStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'image'> | undefined;
  readonly #media = new HeldMedia(this, () => (this.scene ? [this.scene.slide.data.medium] : []));

  async prepare(): Promise<void> {
    await this.#media.prepared(this.renderRoot);
  }

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    this.dataset['motion'] = scene.atRest ? 'none' : scene.motion;
    if (isLow(scene.layout)) return this.#low(scene);
    return scene.slide.data.fit === 'cover' ? this.#covering(scene) : this.#whole(scene);
  }

  #picture({ slide: { data }, programme }: Scene<'image'>) {
    return picture(this.#media, data.medium, data.fit, programme.greyscale === true);
  }

  #whole(scene: Scene<'image'>) {
    const { stage, layout, slide } = scene;
    const box = within(bodyBox(stage, layout), slide.data.medium);
    return html`
      <pb-frame .scene=${scene}>
        <div class="framed shown" ${styled({ ...box })}>${this.#picture(scene)} ${this.#caption(scene, box.width)}</div>
      </pb-frame>
    `;
  }

  /** Heading and date stand on shades over the picture. */
  #covering(scene: Scene<'image'>) {
    const { stage, layout } = scene;
    const body = bodyBox(stage, layout);
    return html`
      <div class="all shown">${this.#picture(scene)}</div>
      <i class="shade above" ${styled({ height: layout.headerHeight })}></i>
      <i class="shade below" ${styled({ height: layout.footerHeight })}></i>
      <pb-frame .scene=${scene}>
        <div class="caption" ${styled({ ...body })}>${this.#caption(scene, body.width)}</div>
      </pb-frame>
    `;
  }

  #caption({ slide: { data }, layout }: Scene<'image'>, width: number) {
    return data.caption ? plate(data.caption, width, layout.secondaryText) : nothing;
  }

  /** On strips the caption stands beside the picture, where it has room. */
  #low(scene: Scene<'image'>) {
    const { stage, layout, slide } = scene;
    const { medium, caption, fit } = slide.data;
    const body = bodyBox(stage, layout);
    const box: Box = fit === 'cover' && !caption ? body : within(body, medium, caption ? 'left' : 'middle');
    const left = box.left + box.width + layout.margin * 2;
    const words = { left, top: body.top, width: stage.width - layout.margin - left, height: body.height };
    const lines = Math.max(1, Math.floor(body.height / (layout.rowText * 1.2)));
    const room = caption !== undefined && words.width >= layout.rowText * 3;
    return html`
      <pb-frame .scene=${scene}>
        <div class="low shown" ${styled({ ...box })}>${this.#picture(scene)}</div>
        ${
          room
            ? html`<div class="words" ${styled({ ...words })}>
                ${fitted(caption, { width: words.width, size: layout.rowText, least: 16, maxLines: lines })}
              </div>`
            : nothing
        }
      </pb-frame>
    `;
  }
}

customElements.define('pb-slide-image', PbSlideImage);
