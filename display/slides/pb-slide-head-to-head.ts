import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { inOrder } from '../../core/keyed-rows.ts';
import { inLocale } from '../../core/register/label.ts';
import { isLow, type Layout } from '../../core/stage/layout.ts';
import type { SlideDataOf } from '../../core/slides/data.ts';
import { bodyOf, down, gapOf, NO_BOX } from '../charts/boxes.ts';
import { banner, contestLines } from '../charts/contest.ts';
import { CountedFigures, dress } from '../charts/entrance.ts';
import { facts, shortest, words } from '../charts/figure.ts';
import { mirroredRow, type Compared } from '../charts/mirrored-row.ts';
import { isOneLine } from '../charts/low-figure.ts';
import { chartStyles } from '../charts/styles.ts';
import { baseStyles } from '../parts/base.ts';
import { fitted } from '../parts/fitted.ts';
import '../parts/pb-frame.ts';
import { measureFigures, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { signed, yiText } from '../words/words.ts';
import type { Scene } from './scene.ts';
import type { Rect } from './summary-boxes.ts';
import styles from './pb-slide-head-to-head.css?inline';

type Duel = SlideDataOf['headToHead'];
type Side = 'first' | 'second';
type Line = Duel['rows'][string];

const unitText = ({ unit }: Line): string =>
  unit === 'rate' ? '%' : unit === 'points' ? msg('个百分点', { id: 'duel.points' }) : unit === 'yuan' ? yiText() : '';

/** Two units side by side: in which measures which of them leads. */
export class PbSlideHeadToHead extends LitElement {
  static override readonly styles = [baseStyles, chartStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'headToHead'> | undefined;
  readonly #figures = new CountedFigures(this);

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    dress(this, scene);
    const low = isLow(scene.layout);
    return html`<pb-frame .scene=${scene}>${low ? this.#low(scene) : this.#full(scene)}</pb-frame>`;
  }

  #full(scene: Scene<'headToHead'>) {
    const { stage, layout } = scene;
    const gap = gapOf(layout);
    const body = bodyOf(stage, layout);
    const size = layout.secondaryText;
    const contest = contestLines(scene.slide.data, scene.programme.locale);
    const small = body.height < size * 14;
    const headHeight = Math.round(
      Math.min(body.height * (small ? 0.36 : 0.3), layout.heroText * (layout.profile === 'portrait' ? 1.5 : 1)),
    );
    const infoHeight = contest.length > 0 && !small ? Math.round(size * 1.9) : 0;
    const head = { ...body, height: headHeight };
    const info = { ...body, top: body.top + headHeight, height: infoHeight };
    const used = headHeight + infoHeight + Math.round(gap * 0.6);
    const list = { ...body, top: body.top + used, height: body.height - used };
    return html`
      ${this.#head(scene, head)}
      ${infoHeight ? html`<div class="box info" ${styled({ ...info })}>${facts(shortest(contest, info.width, size * 0.9), info.width, size)}</div>` : nothing}
      ${this.#rows(scene, list)}
    `;
  }

  #head(scene: Scene<'headToHead'>, box: Rect) {
    const { first, second } = scene.slide.data;
    const size = scene.layout.secondaryText;
    const score = `${first.leads}:${second.leads}`;
    const digits = Math.floor(Math.min(box.height * 0.72, (box.width * 0.24) / measureFigures('0 : 0', 1)));
    const middle = Math.round(Math.max(measureFigures(`${score}  `, digits), measureText(scoreText(), size)) + size);
    const each = Math.floor((box.width - middle) / 2);
    const label = Math.round(box.height * 0.28);
    return html`
      ${this.#side(scene, 'first', { ...box, width: each })}
      <div
        class="box score column rise"
        ${styled({ ...box, left: box.left + each, width: box.width - each * 2, '--delay': '0.3s' })}
      >
        <div class="soft">${words(scoreText(), box.width - each * 2, Math.min(size, label))}</div>
        <b class="figures big" ${styled({ 'font-size': digits })}
          ><span class=${first.leads > second.leads ? 'golden' : ''}
            >${this.#figures.text(scene, 'first', first.leads, String(first.leads))}</span
          ><i>:</i
          ><span class=${second.leads > first.leads ? 'golden' : ''}
            >${this.#figures.text(scene, 'second', second.leads, String(second.leads))}</span
          ></b
        >
      </div>
      ${this.#side(scene, 'second', { ...box, left: box.left + box.width - each, width: each })}
    `;
  }

  #side(scene: Scene<'headToHead'>, which: Side, box: Rect) {
    const { data } = scene.slide;
    const unit = data[which];
    const size = scene.layout.secondaryText;
    const standing = this.#standing(data, which);
    const holds = data.contest?.flagHolder === unit.id;
    const flagSize = holds ? Math.round(Math.min(box.height * 0.42, size * 2.4)) : 0;
    const pad = Math.round(size * 0.7);
    const room = box.width - pad * 2 - (holds ? flagSize + size * 0.4 : 0);
    const name = {
      width: room,
      size: Math.round(Math.min(box.height * 0.46, scene.layout.titleText * 1.3)),
      least: 16,
      maxLines: box.height > size * 4.4 ? 2 : 1,
    };
    const text = fits(unit.name, name) ? unit.name : unit.shortName;
    return html`
      <section
        class="plate side column unit rise ${which} ${standing.ahead ? 'leads' : ''}"
        ${styled({ ...box, padding: `0 ${pad}px` })}
      >
        <div class="called">
          ${holds ? html`<svg viewBox="0 0 24 24" ${styled({ width: flagSize, height: flagSize })}>${banner()}</svg>` : nothing}
          <h2>${fitted(text, name)}</h2>
        </div>
        <div class="standing">
          ${words(`${standing.word}${holds ? ` · ${msg('流动红旗', { id: 'duel.flag' })}` : ''}`, box.width - pad * 2, size * 1.05)}
        </div>
      </section>
    `;
  }

  #standing({ first, second }: Duel, which: Side): { ahead: boolean; sign: string; word: string } {
    const [own, other] = which === 'first' ? [first.leads, second.leads] : [second.leads, first.leads];
    const leads = msg(str`领先 ${own} 项`, { id: 'duel.leads' });
    if (own === other) return { ahead: false, sign: '＝', word: `＝ ${msg('平', { id: 'duel.level' })}` };
    return own > other ? { ahead: true, sign: '▲', word: `▲ ${leads}` } : { ahead: false, sign: '', word: leads };
  }

  #rows(scene: Scene<'headToHead'>, box: Rect) {
    const { layout, programme, slide } = scene;
    const size = layout.secondaryText;
    const all = inOrder(slide.data.rows);
    const stacked = layout.profile === 'portrait' || box.width < size * 34;
    const most = Math.max(1, Math.floor(box.height / (size * (stacked ? 2.6 : 1.75))));
    // What neither has gives way first on a low stage.
    const told = all.filter(({ first, second }) => first || second);
    const shown =
      all.length <= most ? all : [...told, ...all.filter(({ first, second }) => !first && !second)].slice(0, most);
    const gap = gapOf(layout);
    const texts = shown.map((line): Compared => ({
      label: inLocale(line.label, programme.locale),
      unit: unitText(line),
      ...(line.leads ? { leads: line.leads } : {}),
      ...(line.first ? { first: { value: line.first.value, text: signed(line.first.text) } } : {}),
      ...(line.second ? { second: { value: line.second.value, text: signed(line.second.text) } } : {}),
    }));
    // Few rows stand together at the top: a bar as high as a hand is no bar.
    const height = Math.min(box.height, Math.round(texts.length * size * (stacked ? 6 : 4)));
    const boxes = down(
      { ...box, height },
      texts.map(() => 1),
      Math.round(gap * 0.5),
    );
    return texts.map((row, index) =>
      mirroredRow(row, boxes[index] ?? NO_BOX, { size, stacked, delay: 0.25 + index * 0.08 }),
    );
  }

  #low(scene: Scene<'headToHead'>) {
    const { stage, layout, slide } = scene;
    const body = bodyOf(stage, layout);
    const side = isOneLine(layout, body);
    return !side && body.width < 300
      ? this.#lines(slide.data, body, layout.secondaryText)
      : this.#facing(slide.data, body, layout, side);
  }

  /** Both names in two lines, each with how often it leads. */
  #lines(data: Duel, body: Rect, size: number) {
    return down(body, [1, 1], 0).map((box, index) => {
      const which = index ? 'second' : 'first';
      const { ahead, sign } = this.#standing(data, which);
      const digits = Math.floor(box.height * 0.86);
      const width = Math.ceil(measureFigures(String(data[which].leads), digits));
      return html`<div class="box called apart ${ahead ? 'leads' : ''}" ${styled({ ...box })}>
        ${words(`${sign}${data[which].shortName}`, box.width - width - 4, Math.min(size * 1.2, box.height * 0.8))}
        <b class="figures big" ${styled({ 'font-size': digits })}>${data[which].leads}</b>
      </div>`;
    });
  }

  /** The names at both ends, the score between or below them. */
  #facing(data: Duel, body: Rect, layout: Layout, side: boolean) {
    const [names = body, scores = body] = side ? [] : down(body, [40, 60], 0);
    const size = Math.floor(Math.min(layout.secondaryText * 1.3, names.height * 0.76));
    const score = `${data.first.leads}:${data.second.leads}00`;
    const digits = Math.floor(
      Math.min(scores.height * 0.96, (body.width * (side ? 0.2 : 0.5)) / measureFigures(score, 1)),
    );
    const middle = side ? Math.round(body.width * 0.24) : 0;
    const each = Math.floor((body.width - middle) / 2);
    const name = (which: Side, left: number) => {
      const { sign, ahead } = this.#standing(data, which);
      return html`<div class="box called ${which} ${ahead ? 'leads' : ''}" ${styled({ ...names, left, width: each })}>
        ${words(`${sign}${data[which].shortName}`, each - 6, size)}
      </div>`;
    };
    return html`
      ${name('first', body.left)} ${name('second', body.left + body.width - each)}
      <div
        class="box score column"
        ${styled(side ? { ...scores, left: body.left + each, width: middle } : { ...scores })}
      >
        <b class="figures big" ${styled({ 'font-size': digits })}
          ><span>${data.first.leads}</span><i>:</i><span>${data.second.leads}</span></b
        >
      </div>
    `;
  }
}

const scoreText = (): string => msg('领先项数', { id: 'duel.score' });

/** Whether a name keeps its end in a box. */
const fits = (text: string, { width, size, maxLines }: { width: number; size: number; maxLines: number }): boolean =>
  measureText(text, size * (maxLines > 1 ? 0.62 : 0.6)) <= width * maxLines * 0.92;

customElements.define('pb-slide-head-to-head', PbSlideHeadToHead);
