import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import type { ShownRate } from '../../core/exact.ts';
import { holdsUnverified } from '../../core/slides/rows.ts';
import type { Scene } from '../slides/scene.ts';
import { measureMedium, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import {
  asOfText,
  demoMark,
  editionText,
  headingOf,
  markText,
  offlineMark,
  sourceText,
  timeText,
  unverifiedText,
} from '../words/words.ts';
import { addressCode, drawnCode, type AddressCode } from './address-code.ts';
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
    const low = profile === 'strip' || profile === 'ticker';
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
    const asideSize = Math.min(secondaryText, Math.floor(layout.headerHeight * 0.29));
    const aside = this.time ? Math.ceil(measureText(markText(), asideSize)) + asideSize : 0;
    const room = stage.width - margin * 2 - aside - titleText * 0.7;
    const heading = headingOf(scene.slide, false);
    const code = this.#code(scene, heading, room);
    const box = {
      width: room - (code ? code.size + titleText * 0.4 : 0),
      size: titleText,
      least: Math.max(16, Math.round(titleText * 0.5)),
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
    const badges = this.#badges(scene, true);
    const badgeText = [
      scene.programme.demo ? demoMark(true) : '',
      this.#unverified(scene, true),
      this.#offline(scene, true),
    ].join('');
    const badge = Math.max(16, Math.round(layout.titleText * 0.45));
    const used = badgeText ? measureText(badgeText, badge) + badge * 0.9 : 0;
    const width = stage.width - layout.margin * 2 - used;
    const box = { width, size: layout.titleText, least: 12, maxLines: 1 };
    return html`<header class="low" ${styled({ '--badge': badge })}>
      <h1>${fitted(headingOf(slide, true), box)}</h1>
      ${badges}
    </header>`;
  }

  #offline({ offlineMinutes }: Scene, short: boolean): string {
    return offlineMinutes === undefined ? '' : offlineMark(offlineMinutes, short);
  }

  #unverified({ slide }: Scene, short: boolean): string {
    return holdsUnverified(slide) ? unverifiedText(short) : '';
  }

  #badges(scene: Scene, short: boolean): TemplateResult {
    const offline = this.#offline(scene, short);
    const unverified = this.#unverified(scene, short);
    return html`
      ${scene.programme.demo ? html`<span class="badge">${demoMark(short)}</span>` : nothing}
      ${unverified ? html`<span class="badge">${unverified}</span>` : nothing}
      ${offline ? html`<span class="badge stale">${offline}</span>` : nothing}
    `;
  }

  #footer(scene: Scene) {
    const { programme, page, pages, layout, stage } = scene;
    const size = layout.footerText;
    const date = `${asOfText()} ${programme.asOf}`;
    const named = programme.edition ? `${editionText(programme.edition)} · ${date}` : date;
    const source = `${sourceText()} ${programme.issuer}`;
    const counted = pages > 1 ? `${pages} / ${pages}` : '';
    const beside = `${demoMark(false)}${this.#unverified(scene, false)}${this.#offline(scene, false)}${counted}`;
    const roomBeside = (text: string): number =>
      stage.width - layout.margin * 2 - measureMedium(`${text}${beside}`, size) - size * 5.5;
    const asOf = roomBeside(named) >= 0 ? named : date;
    const room = roomBeside(asOf);
    const both = `${source} · ${programme.source}`;
    const shown = [both, source].find((text) => measureMedium(text, size) <= room) ?? '';
    return html`
      <footer class="figures">
        <span>${asOf}</span>
        ${shown ? html`<span class="source">${shown}</span>` : nothing} ${this.#badges(scene, false)}
        ${pages > 1 ? html`<span class="page">${page + 1} / ${pages}</span>` : nothing}
      </footer>
    `;
  }
}

customElements.define('pb-frame', PbFrame);
