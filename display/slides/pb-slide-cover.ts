import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { isLow, SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import { badgesOf, drawnBadges } from '../parts/badges.ts';
import { baseStyles, framelessStyles } from '../parts/base.ts';
import { fitText } from '../text/fit.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { coverYear, headingOf, motto } from '../words/words.ts';
import { coverArt } from './cover-art.ts';
import { coverTitle } from './cover-title.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-cover.css?inline';

const fit = (text: string, width: number, size: number) =>
  fitText(text, { width, size: Math.round(size), least: SMALLEST_CHARACTER_PX, maxLines: 1 }, measureText);

/** The opening of the loop: whose ranking this is. It comes on as a title sequence of 3.5 s, then it is still. */
export class PbSlideCover extends LitElement {
  static override readonly styles = [baseStyles, framelessStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'cover'> | undefined;

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { profile } = scene.layout;
    this.dataset['profile'] = profile;
    this.dataset['theme'] = scene.programme.theme;
    this.dataset['motion'] = scene.atRest ? 'none' : scene.motion;
    return isLow(scene.layout) ? this.#low(scene) : this.#full(scene);
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
      least: SMALLEST_CHARACTER_PX,
      maxLines: tower ? 2 : 1,
    };
    const title = fitText(headingOf(slide, false), box, measureText);
    const above = fit(district, width * 0.5, tall * 0.082);
    const below = fit(subtitle ?? motto(), width * 0.66, tall * 0.066);
    const foot = fit(office, width * 0.7, tall * 0.05);
    return html`
      ${coverArt(programme.theme, stage)}
      <i class="sweep"></i>
      <div class="middle">
        <div class="above" ${styled({ 'font-size': above.size })}>
          <i></i><b>${above.lines[0]}</b><span class="year figures">${coverYear(year)}</span><i></i>
        </div>
        ${coverTitle(title)}
        <div class="below" ${styled({ 'font-size': below.size })}>
          <i class="wing"></i><i class="wing right"></i><i class="plate"></i><span>${below.lines[0]}</span>
        </div>
        <div class="foot" ${styled({ 'font-size': foot.size })}>${foot.lines[0]}</div>
      </div>
      <div class="badges">${drawnBadges(badgesOf(scene, false))}</div>
    `;
  }

  #low(scene: Scene<'cover'>) {
    const { stage, layout, slide } = scene;
    const width = stage.width - layout.margin * 2;
    const one = layout.profile === 'ticker' || stage.height < 64;
    const { district } = slide.data;
    const heading = headingOf(slide, true);
    const badge = badgesOf(scene, true)[0]?.text ?? '';
    const beside = badge ? Math.ceil(measureText(badge, SMALLEST_CHARACTER_PX)) + 8 : 0;
    const line = stage.height * (one ? 0.62 : 0.36);
    if (one) {
      const all = fit(`${district} ${heading}`, width - beside, line);
      return html`<div class="low one">
        <b ${styled({ 'font-size': all.size })}>${all.lines[0]}</b><small>${badge}</small>
      </div>`;
    }
    const [first, second] = [fit(district, width - beside, stage.height * 0.3), fit(heading, width, line)];
    return html`
      <div class="low">
        <div class="first"><b ${styled({ 'font-size': first.size })}>${first.lines[0]}</b><small>${badge}</small></div>
        <i class="rule"></i>
        <b class="second" ${styled({ 'font-size': second.size })}>${second.lines[0]}</b>
      </div>
    `;
  }
}

customElements.define('pb-slide-cover', PbSlideCover);
