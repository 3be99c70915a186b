import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { isLow } from '../../core/stage/layout.ts';
import { bodyBox, within } from '../media/boxes.ts';
import { HeldMedia } from '../media/held-media.ts';
import { missingSign, pictureStyles } from '../media/picture.ts';
import { plate } from '../media/plate.ts';
import { placeInVideo, playable } from '../media/playing.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { report } from '../report.ts';
import { styled } from '../text/styled.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-image.css?inline';

/** A video without sound: made ready on its first picture, started with its page, given back when it goes. */
export class PbSlideVideo extends LitElement {
  static override readonly styles = [baseStyles, pictureStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'video'> | undefined;
  readonly #media = new HeldMedia(this, () => (this.scene ? [this.scene.slide.data.medium] : []));
  #video: HTMLVideoElement | null = null;
  /** Which page it plays for. */
  #started: number | null = null;

  /** @throws Error when this browser cannot play it: the page is then left out. */
  async prepare(): Promise<void> {
    await this.#media.prepared(this.renderRoot);
    if (this.#video) await playable(this.#video);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#giveBack();
  }

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    this.dataset['motion'] = scene.atRest ? 'none' : scene.motion;
    const { stage, layout, slide } = scene;
    const { medium, caption, fit } = slide.data;
    const covers = fit === 'cover' && !isLow(layout);
    const body = bodyBox(stage, layout);
    const box = covers ? { left: 0, top: 0, width: stage.width, height: stage.height } : within(body, medium);
    const words = caption && !isLow(layout) ? caption : undefined;
    const drawn = this.#media.urlOf(medium) === null ? missingSign() : this.#player(scene, fit);
    if (!covers) {
      return html`
        <pb-frame .scene=${scene}>
          <div class="${isLow(layout) ? 'low' : 'framed shown'}" ${styled({ ...box })}>
            ${drawn} ${words ? plate(words, box.width, layout.secondaryText) : nothing}
          </div>
        </pb-frame>
      `;
    }
    return html`
      <div class="all shown">${drawn}</div>
      <i class="shade above" ${styled({ height: layout.headerHeight })}></i>
      <i class="shade below" ${styled({ height: layout.footerHeight })}></i>
      <pb-frame .scene=${scene}>
        <div class="caption" ${styled({ ...body })}>
          ${words ? plate(words, body.width, layout.secondaryText) : nothing}
        </div>
      </pb-frame>
    `;
  }

  #player({ programme }: Scene<'video'>, fit: 'contain' | 'cover') {
    return html`<video
      class="${fit}${programme.greyscale ? ' grey' : ''}"
      .muted=${true}
      .defaultMuted=${true}
      playsinline
      disablepictureinpicture
      preload="auto"
    ></video>`;
  }

  protected override updated(): void {
    const { scene } = this;
    const video = this.renderRoot.querySelector('video');
    if (video !== this.#video) this.#giveBack();
    if (!scene || !video) return;
    this.#video = video;
    const url = this.#media.urlOf(scene.slide.data.medium);
    if (url !== null && video.getAttribute('src') !== url) {
      video.src = url;
      this.#started = null;
    }
    if (!scene.waiting && this.#started !== scene.from) this.#start(scene, video);
  }

  /** Who comes late sees the place where the others are. */
  #start(scene: Scene<'video'>, video: HTMLVideoElement): void {
    this.#started = scene.from;
    const { medium } = scene.slide.data;
    const length = (medium.durationMs ?? 0) / 1000;
    const page = scene.slide.seconds > 0 ? scene.slide.seconds : length;
    const { at, loops } = placeInVideo((scene.now() - scene.from) / 1000, length, page);
    video.loop = loops;
    if (Math.abs(video.currentTime - at) > 0.05) video.currentTime = at;
    video.play().catch((error: unknown) => {
      // A page that turned before the video began is no failure.
      if (video.isConnected) report(`the video ${medium.file} does not play`, error);
    });
  }

  /** The memory of its pictures is freed now, not when somebody collects garbage. */
  #giveBack(): void {
    const video = this.#video;
    this.#video = null;
    this.#started = null;
    if (!video) return;
    video.pause();
    video.removeAttribute('src');
    video.load();
  }
}

customElements.define('pb-slide-video', PbSlideVideo);
