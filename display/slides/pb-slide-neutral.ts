import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { isLow } from '../../core/stage/layout.ts';
import { dress } from '../charts/entrance.ts';
import { ornament } from '../charts/ornament.ts';
import { chartStyles } from '../charts/styles.ts';
import { badgesOf, drawnBadges } from '../parts/badges.ts';
import { baseStyles, framelessStyles } from '../parts/base.ts';
import { fitText } from '../text/fit.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { motto } from '../words/words.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-neutral.css?inline';

/** Smaller characters are none on a wall. */
const LEAST = 16;

const fit = (text: string, width: number, size: number, maxLines = 1) =>
  fitText(text, { width, size: Math.round(size), least: LEAST, maxLines }, measureText);

const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x2e7f;

/** The calm page that stands when nothing else may: whose screen this is, and nothing that could be wrong. */
export class PbSlideNeutral extends LitElement {
  static override readonly styles = [baseStyles, framelessStyles, chartStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'neutral'> | undefined;

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    dress(this, scene);
    return isLow(scene.layout) ? this.#low(scene) : this.#full(scene);
  }

  #full(scene: Scene<'neutral'>) {
    const { stage, slide, programme } = scene;
    const { district, office } = slide.data;
    const { width, height } = stage;
    const tall = Math.min(height, width * (width < height ? 0.9 : 0.62));
    const heading = slide.title ?? district;
    // Few characters stand apart, as on a gate.
    const apart = Array.from(heading).length <= 6 && Array.from(heading).every(isWide) ? 0.24 : 0;
    const name = fit(heading, (width * 0.72) / (1 + apart), tall * 0.2, width < height ? 2 : 1);
    const line = fit(motto(), width * 0.7, tall * 0.07);
    const foot = fit(slide.title ? `${district} · ${office}` : office, width * 0.7, tall * 0.055);
    return html`
      ${ornament(programme.theme, stage)}
      <div class="middle">
        <h1
          class="rise"
          ${styled({ 'font-size': name.size, 'letter-spacing': `${apart}em`, 'margin-right': `${-apart}em` })}
        >
          ${name.lines.map((each) => html`<span>${each}</span>`)}
        </h1>
        <div
          class="line appear"
          ${styled({ '--delay': '0.5s', width: Math.round(Math.min(width * 0.6, tall * 0.9)), height: Math.round(tall * 0.1) })}
        >
          <i></i><b></b><i></i>
        </div>
        <div class="motto rise" ${styled({ 'font-size': line.size, '--delay': '0.35s' })}>${line.lines[0]}</div>
        <div class="office rise" ${styled({ 'font-size': foot.size, '--delay': '0.5s' })}>${foot.lines[0]}</div>
      </div>
      <div class="badges">${drawnBadges(badgesOf(scene, false))}</div>
    `;
  }

  #low(scene: Scene<'neutral'>) {
    const { stage, layout, slide } = scene;
    const { district, office } = slide.data;
    const width = stage.width - layout.margin * 2;
    const badges = badgesOf(scene, true);
    const marks = html`<small>${drawnBadges(badges)}</small>`;
    const used = badges.reduce((sum, { text }) => sum + measureText(text, LEAST) + 8, 0);
    const one = layout.profile === 'ticker' || stage.height < 64;
    const heading = slide.title ?? district;
    if (one) {
      const all = fit(`${heading}  ${office}`, width - used - LEAST, stage.height * 0.56);
      return html`<div class="low one"><b ${styled({ 'font-size': all.size })}>${all.lines[0]}</b>${marks}</div>`;
    }
    const first = fit(heading, width - used, stage.height * 0.42);
    // A long name takes two lines and stands alone.
    if (first.lines.some((line) => line.endsWith('…'))) {
      const long = fit(heading, width, stage.height * 0.3, 2);
      return html`<div class="low long" ${styled({ 'font-size': long.size })}>
        ${long.lines.map((each) => html`<b>${each}</b>`)}
      </div>`;
    }
    const second = fit(office, width, stage.height * 0.26);
    return html`
      <div class="low">
        <div class="first"><b ${styled({ 'font-size': first.size })}>${first.lines[0]}</b>${marks}</div>
        <i class="rule"></i>
        <span ${styled({ 'font-size': second.size })}>${second.lines[0]}</span>
      </div>
    `;
  }
}

customElements.define('pb-slide-neutral', PbSlideNeutral);
