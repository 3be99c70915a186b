import { html, LitElement, nothing, svg, unsafeCSS } from 'lit';
import type { Stage } from '../../core/stage/stage.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { fitText } from '../text/fit.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { coverYear, demoMark, headingOf, motto, offlineMark } from '../words/words.ts';
import type { Scene } from './scene.ts';
import { skyline } from './skyline.ts';
import styles from './pb-slide-cover.css?inline';

const fit = (text: string, width: number, size: number) =>
  fitText(text, { width, size: Math.round(size), least: 12, maxLines: 1 }, measureText);

/** The opening of the loop: whose ranking this is. */
export class PbSlideCover extends LitElement {
  static override readonly styles = [baseStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'cover'> | undefined;

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { profile } = scene.layout;
    this.dataset['profile'] = profile;
    this.dataset['motion'] = scene.motion;
    return profile === 'strip' || profile === 'ticker' ? this.#low(scene) : this.#full(scene);
  }

  #full(scene: Scene<'cover'>) {
    const { stage, layout, slide, programme } = scene;
    const { district, office, year, subtitle } = slide.data;
    const width = stage.width * 0.86;
    const tall = Math.min(stage.height, stage.width * (stage.width < stage.height ? 0.9 : 0.62));
    const tower = layout.profile === 'portrait';
    const box = {
      width,
      size: Math.round(tower ? stage.width * 0.24 : tall * 0.2),
      least: 12,
      maxLines: tower ? 2 : 1,
    };
    const title = fitText(headingOf(slide, false), box, measureText);
    const above = fit(district, width * 0.5, tall * 0.082);
    const below = fit(subtitle ?? motto(), width * 0.66, tall * 0.066);
    const foot = fit(office, width * 0.7, tall * 0.05);
    const stale = scene.offlineMinutes;
    return html`
      ${this.#motif(stage)}
      <div class="middle">
        <div class="above" ${styled({ 'font-size': above.size })}>
          <i></i><b>${above.lines[0]}</b><span class="year figures">${coverYear(year)}</span><i></i>
        </div>
        <h1 ${styled({ 'font-size': title.size })}>${title.lines.map((line) => html`<span>${line}</span>`)}</h1>
        <div class="below" ${styled({ 'font-size': below.size })}><span>${below.lines[0]}</span></div>
        <div class="foot" ${styled({ 'font-size': foot.size })}>${foot.lines[0]}</div>
      </div>
      <div class="badges">
        ${programme.demo ? html`<span>${demoMark(false)}</span>` : nothing}
        ${stale === undefined ? nothing : html`<span class="stale">${offlineMark(stale, false)}</span>`}
      </div>
    `;
  }

  #motif(stage: Stage) {
    const { width, height } = stage;
    return html`
      <svg class="motif" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
        <defs>
          <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stop-color="var(--c-accent)" stop-opacity="0.5" />
            <stop offset="1" stop-color="var(--c-accent)" stop-opacity="0.06" />
          </linearGradient>
          <radialGradient id="sun" cx="0.5" cy="0.5" r="0.5">
            <stop offset="0" stop-color="var(--c-ray)" stop-opacity="0.3" />
            <stop offset="1" stop-color="var(--c-ray)" stop-opacity="0" />
          </radialGradient>
        </defs>
        <ellipse cx=${width / 2} cy=${height * 0.44} rx=${width * 0.46} ry=${height * 0.46} fill="url(#sun)" />
        ${svg`${skyline(stage)}`}
      </svg>
    `;
  }

  #low(scene: Scene<'cover'>) {
    const { stage, layout, slide, programme } = scene;
    const width = stage.width - layout.margin * 2;
    const one = layout.profile === 'ticker' || stage.height < 64;
    const { district } = slide.data;
    const heading = headingOf(slide, true);
    const badge = programme.demo ? demoMark(true) : '';
    const line = stage.height * (one ? 0.62 : 0.36);
    if (one) {
      const all = fit(`${district} ${heading}`, width - (badge ? 48 : 0), line);
      return html`<div class="low one">
        <b ${styled({ 'font-size': all.size })}>${all.lines[0]}</b><small>${badge}</small>
      </div>`;
    }
    const [first, second] = [fit(district, width * 0.74, stage.height * 0.3), fit(heading, width, line)];
    return html`
      <div class="low">
        <div class="first"><b ${styled({ 'font-size': first.size })}>${first.lines[0]}</b><small>${badge}</small></div>
        <b class="second" ${styled({ 'font-size': second.size })}>${second.lines[0]}</b>
      </div>
    `;
  }
}

customElements.define('pb-slide-cover', PbSlideCover);
