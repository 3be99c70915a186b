import { html, LitElement, nothing, unsafeCSS } from 'lit';
import type { ShownRate } from '../../core/exact.ts';
import { isLow, SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import type { Scene } from '../slides/scene.ts';
import { measureMedium, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { asOfText, editionText, headingOf, markText, sourceText, timeText } from '../words/words.ts';
import { addressCode, drawnCode, type AddressCode } from './address-code.ts';
import { badgesOf, drawnBadges, type Badge } from './badges.ts';
import { baseStyles } from './base.ts';
import { fitted } from './fitted.ts';
import styles from './pb-frame.css?inline';

/** What frames every slide: heading and time on top, date, source and page below. The body is slotted. */
export class PbFrame extends LitElement {
  static override readonly styles = [baseStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false }, time: { attribute: false } };

  declare scene: Scene | undefined;
  /** Where time says the bars of this slide should be; absent where the slide has none. */
  declare time: ShownRate | undefined;

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { profile } = scene.layout;
    const low = isLow(scene.layout);
    this.dataset['profile'] = profile;
    return html`
      ${low ? this.#lowHeader(scene) : this.#header(scene)}
      <slot></slot>
      ${low ? nothing : this.#footer(scene)}
    `;
  }

  #header(scene: Scene) {
    const { layout, stage } = scene;
    const { titleText, margin, secondaryText } = layout;
    const asideSize = Math.max(SMALLEST_CHARACTER_PX, Math.min(secondaryText, Math.floor(layout.headerHeight * 0.29)));
    const aside = this.time ? Math.ceil(measureText(markText(), asideSize)) + asideSize : 0;
    const room = stage.width - margin * 2 - aside - titleText * 0.7;
    const least = Math.max(SMALLEST_CHARACTER_PX, Math.round(titleText * 0.5));
    const whole = headingOf(scene.slide, false);
    const heading = measureText(whole, least) <= room ? whole : headingOf(scene.slide, true);
    const code = this.#code(scene, heading, room);
    const box = {
      width: room - (code ? code.size + titleText * 0.4 : 0),
      size: titleText,
      least,
      maxLines: 1,
    };
    return html`
      <header ${styled({ '--aside': asideSize })}>
        <i class="accent"></i>
        <h1>${fitted(heading, box)}</h1>
        ${this.time ? this.#aside(this.time) : nothing} ${code ? drawnCode(code) : nothing}
      </header>
      <i class="rule"></i>
    `;
  }

  /** The public page's code, where it leaves the heading its size. */
  #code({ layout, programme }: Scene, heading: string, room: number): AddressCode | null {
    const code = addressCode(programme.publicAddress ?? '', layout);
    const left = room - (code?.size ?? 0) - layout.titleText * 0.4;
    return code && measureText(heading, layout.titleText) <= left ? code : null;
  }

  #aside(time: ShownRate) {
    return html`
      <div class="aside">
        <span>${timeText()} <b class="figures">${time.text}%</b></span>
        <span><i class="mark"></i>${markText()}</span>
      </div>
    `;
  }

  #lowHeader(scene: Scene) {
    const { layout, stage, slide } = scene;
    const badges = badgesOf(scene, true);
    const badge = Math.max(SMALLEST_CHARACTER_PX, Math.round(layout.titleText * 0.45));
    const used = badges.reduce((sum, { text }) => sum + measureText(text, badge) + badge * 0.45, 0);
    const width = stage.width - layout.margin * 2 - used;
    const box = { width, size: layout.titleText, least: SMALLEST_CHARACTER_PX, maxLines: 1 };
    return html`<header class="low" ${styled({ '--badge': badge })}>
      <h1>${fitted(headingOf(slide, true), box)}</h1>
      ${drawnBadges(badges)}
    </header>`;
  }

  #footer(scene: Scene) {
    const { programme, page, pages, layout, stage } = scene;
    const size = layout.footerText;
    const date = `${asOfText()} ${programme.asOf}`;
    const named = programme.edition ? `${editionText(programme.edition)} · ${date}` : date;
    const source = `${sourceText()} ${programme.issuer}`;
    const counted = pages > 1 ? `${pages} / ${pages}` : '';
    const roomBeside = (text: string, badges: readonly Badge[]): number => {
      const words = `${text}${badges.map((badge) => badge.text).join('')}${counted}`;
      return stage.width - layout.margin * 2 - measureMedium(words, size) - size * (3 + badges.length * 2.3);
    };
    const [long, short] = [badgesOf(scene, false), badgesOf(scene, true)];
    const badges = roomBeside(date, long) >= 0 ? long : short;
    const asOf = roomBeside(named, badges) >= 0 ? named : date;
    const room = roomBeside(asOf, badges);
    const both = `${source} · ${programme.source}`;
    const shown = [both, source].find((text) => measureMedium(text, size) <= room) ?? '';
    return html`
      <footer class="figures">
        <span>${asOf}</span>
        ${shown ? html`<span class="source">${shown}</span>` : nothing} ${drawnBadges(badges)}
        ${pages > 1 ? html`<span class="page">${page + 1} / ${pages}</span>` : nothing}
      </footer>
    `;
  }
}

customElements.define('pb-frame', PbFrame);
