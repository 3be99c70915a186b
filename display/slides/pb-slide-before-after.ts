import { html, LitElement, nothing, unsafeCSS } from 'lit';
import type { SlidePicture } from '../../core/slides/media.ts';
import type { Box } from '../media/boxes.ts';
import { HeldMedia } from '../media/held-media.ts';
import { picture, pictureStyles } from '../media/picture.ts';
import { plate } from '../media/plate.ts';
import { startWipe } from '../media/wipe.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { fitted } from '../parts/fitted.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { afterText, beforeText, monthText } from '../words/media-words.ts';
import { beforeAfterBoxes } from './before-after-boxes.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-before-after.css?inline';

/** How long a page of open length stays. */
const OPEN_MS = 15_000;

/** A project's newest picture coming over an older one, month by month; in the end the newer stands, the older small. */
export class PbSlideBeforeAfter extends LitElement {
  static override readonly styles = [baseStyles, pictureStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'beforeAfter'> | undefined;
  readonly #media = new HeldMedia(this, () => {
    const data = this.scene?.slide.data;
    return data ? [data.before, data.after] : [];
  });
  #animations: readonly Animation[] = [];
  /** Which page the animations are of. */
  #started: number | null = null;

  async prepare(): Promise<void> {
    await this.#media.prepared(this.renderRoot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { stage, layout, slide } = scene;
    const boxes = beforeAfterBoxes(stage, layout, slide.data.after);
    this.dataset['motion'] = scene.atRest ? 'none' : scene.motion;
    return html`
      <pb-frame .scene=${scene}>
        ${boxes.kind === 'wipe' ? this.#wipe(scene, boxes.picture, boxes.panel) : nothing}
        ${boxes.kind === 'pair' ? this.#pair(scene, boxes) : nothing}
        ${boxes.kind === 'after' ? this.#after(scene, boxes.picture, boxes.words) : nothing}
      </pb-frame>
    `;
  }

  protected override updated(): void {
    const { scene } = this;
    const box = this.renderRoot.querySelector<HTMLElement>('.wipe');
    if (!scene || !box || scene.motion === 'none') return this.#stop();
    if (scene.waiting || this.#started === scene.from) return;
    this.#stop();
    this.#started = scene.from;
    this.#start(scene, box);
  }

  #start(scene: Scene<'beforeAfter'>, box: HTMLElement): void {
    const [window, inner, line] = ['.window', '.inner', '.edge'].map((name) => box.querySelector(name));
    if (!window || !inner || !line) return;
    const small = this.renderRoot.querySelector('.small');
    const whole = scene.slide.seconds > 0 ? scene.slide.seconds * 1000 : OPEN_MS;
    const passed = scene.now() - scene.from;
    this.#animations = startWipe({ window, inner, line, small }, box.clientWidth, { whole, passed });
    this.toggleAttribute('wiping', true);
  }

  #stop(): void {
    for (const animation of this.#animations) animation.cancel();
    this.#animations = [];
    this.#started = null;
    this.toggleAttribute('wiping', false);
  }

  #picture(file: SlidePicture) {
    return picture(this.#media, file, 'cover', this.scene?.programme.greyscale === true);
  }

  /** Before its turn only the older picture is seen; the newer one waits outside of its window. Where nothing moves it covers the older. */
  #wipe(scene: Scene<'beforeAfter'>, box: Box, panel: Box) {
    const { before, after } = scene.slide.data;
    const size = scene.layout.secondaryText;
    const hidden = scene.waiting ? box.width : 0;
    return html`
      <div class="framed wipe" ${styled({ ...box })}>
        ${
          scene.motion === 'none'
            ? nothing
            : html`${this.#picture(before)}
                <div class="month">${plate(`${beforeText()} ${monthText(before.month)}`, box.width / 2, size)}</div>`
        }
        <div class="window" ${styled({ transform: `translateX(${-hidden}px)` })}>
          <div class="inner" ${styled({ transform: `translateX(${hidden}px)` })}>
            ${this.#picture(after)}
            <div class="month right">${plate(`${afterText()} ${monthText(after.month)}`, box.width / 2, size)}</div>
          </div>
        </div>
        <i class="edge"></i>
      </div>
      ${this.#panel(scene, panel)}
    `;
  }

  #panel({ slide: { data }, layout }: Scene<'beforeAfter'>, panel: Box) {
    const { before, after, project } = data;
    const { rowText, secondaryText } = layout;
    const smallHeight = Math.round((panel.width * before.height) / before.width);
    const room = panel.height - rowText * 4 - secondaryText * 2 >= smallHeight;
    const box = { width: panel.width, size: rowText, least: 16, maxLines: 5 };
    const caption = after.caption ?? '';
    return html`
      <div class="panel" ${styled({ ...panel })}>
        <h2>${fitted(project, box)}</h2>
        ${caption ? html`<p>${fitted(caption, { ...box, size: secondaryText, maxLines: 4 })}</p>` : nothing}
        ${
          room
            ? html`<div class="small framed" ${styled({ width: panel.width, height: smallHeight })}>
                ${this.#picture(before)}
                ${measureText(monthText(before.month), 16) + 18 <= panel.width ? plate(monthText(before.month), panel.width, Math.round(secondaryText * 0.9)) : nothing}
              </div>`
            : nothing
        }
      </div>
    `;
  }

  #pair(
    { slide: { data }, layout }: Scene<'beforeAfter'>,
    boxes: { readonly name: Box; readonly before: Box; readonly after: Box },
  ) {
    const { rowText, secondaryText } = layout;
    const both = [
      [data.before, boxes.before, beforeText()],
      [data.after, boxes.after, afterText()],
    ] as const;
    const name = { width: boxes.name.width, size: rowText, least: 16, maxLines: 1 };
    return html`
      <h2 class="name" ${styled({ ...boxes.name })}>${fitted(data.project, name)}</h2>
      ${both.map(
        ([file, box, word], index) => html`
          <div class="framed half" ${styled({ ...box, 'animation-delay': `${index * 700}ms` })}>
            ${this.#picture(file)} ${plate(`${word} ${monthText(file.month)}`, box.width, secondaryText)}
          </div>
        `,
      )}
    `;
  }

  #after({ slide: { data }, layout }: Scene<'beforeAfter'>, box: Box, words: Box) {
    const size = layout.rowText;
    const lines = Math.max(1, Math.floor(words.height / (size * 1.2)));
    const text = { width: words.width, size, least: 16, maxLines: Math.max(1, lines - 1) };
    const month = monthText(data.after.month);
    const both = `${data.project} ${month}`;
    return html`
      <div class="low" ${styled({ ...box })}>${this.#picture(data.after)}</div>
      <div class="words" ${styled({ ...words })}>
        ${
          lines > 1
            ? html`${fitted(data.project, text)} ${fitted(month, { ...text, maxLines: 1 })}`
            : fitted(measureText(both, text.least) <= words.width ? both : data.project, text)
        }
      </div>
    `;
  }
}

customElements.define('pb-slide-before-after', PbSlideBeforeAfter);
