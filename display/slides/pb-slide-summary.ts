import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import type { ShownShare } from '../../core/boards/board.ts';
import type { Summary } from '../../core/boards/summary.ts';
import { isLow, SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import { figureSize } from '../charts/figure.ts';
import { Counter } from '../motion/counter.ts';
import { barStyles, baseStyles } from '../parts/base.ts';
import { meter } from '../parts/meter.ts';
import '../parts/pb-frame.ts';
import { fitText } from '../text/fit.ts';
import { measureFigures, measureMedium, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { paceShape, paceWord, varianceText, yiText } from '../words/words.ts';
import type { Scene } from './scene.ts';
import { summaryBoxes } from './summary-boxes.ts';
import styles from './pb-slide-summary.css?inline';

const completedText = (): string => msg('年内累计完成投资', { id: 'summary.completed' });
const count = (): string => msg('个', { id: 'summary.count' }).trim();

/** The headline figures of the whole list. */
export class PbSlideSummary extends LitElement {
  static override readonly styles = [baseStyles, barStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'summary'> | undefined;
  readonly #counter = new Counter(this);

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { profile } = scene.layout;
    this.dataset['profile'] = profile;
    const low = isLow(scene.layout);
    return html`
      <pb-frame .scene=${scene} .time=${low ? undefined : scene.slide.data.timeProgress}>
        ${low ? this.#low(scene) : this.#full(scene)}
      </pb-frame>
    `;
  }

  #text(key: string, goal: number, text: string): string {
    return this.#counter.text(key, goal, text, this.scene?.motion ?? 'none');
  }

  #full(scene: Scene<'summary'>) {
    const { data } = scene.slide;
    const { stage, layout } = scene;
    const boxes = summaryBoxes(stage, layout);
    const { left, top, width, height } = boxes.hero;
    const headline = data.completedHeadline;
    const label = layout.secondaryText * 1.1;
    const room = Math.min(height - label * 1.6, boxes.heroSize);
    const size = figureSize(headline, yiText(), width * 0.98, room, 0.3);
    const tiles = this.#tiles(data);
    const longest = Math.max(...tiles.map(({ value }) => String(value).length));
    return html`
      <section class="hero" ${styled({ left, top, width, height })}>
        <p>${completedText()}</p>
        <div class="headline figures" ${styled({ 'font-size': size })}>
          <b>${this.#text('headline', Number(headline), headline)}</b><em>${yiText()}</em>
        </div>
      </section>
      ${this.#panel(data, boxes.panel)}
      ${tiles.map((tile, index) => this.#tile(tile, index, boxes.tiles[index], longest))}
    `;
  }

  #panel(data: Summary, box: { left: number; top: number; width: number; height: number }) {
    const { rate, plan, variance, pace, timeProgress } = data;
    const text = rate?.text ?? '—';
    const size = Math.floor(Math.min(box.height * 0.36, (box.width * 0.8) / (measureFigures(text, 1) + 0.6)));
    const value = this.#counter.value('rate', rate?.value ?? 0, this.scene?.motion ?? 'none');
    const inner = Math.round(box.width - box.height * 0.16);
    const barHeight = Math.round(box.height * 0.1);
    const planned = plan ? msg(str`年度计划 ${plan.text} 亿元`, { id: 'summary.plan' }) : '';
    const standing = `${paceShape(pace)} ${variance ? varianceText(variance) : paceWord(pace)}`;
    const small = (this.scene?.layout.secondaryText ?? 16) * 0.96;
    const roomy = measureMedium(planned, small) + measureText(standing, small) * 1.1 < inner;
    return html`
      <section class="panel ${pace}" ${styled({ ...box, '--pad': Math.round(box.height * 0.08) })}>
        <p>${msg('占年度计划', { id: 'summary.ofPlan' })}</p>
        <div class="percent figures" ${styled({ 'font-size': size })}>
          ${rate ? this.#text('rateText', rate.value, rate.text) : '—'}<em>${rate ? '%' : ''}</em>
        </div>
        ${meter({ value, goal: rate?.value ?? 0, time: timeProgress.value, width: inner, height: barHeight, pace })}
        <div class="under figures">
          ${roomy ? html`<span>${planned}</span>` : nothing}
          <b>${standing}</b>
        </div>
      </section>
    `;
  }

  #tiles({ projects, byLevel, started, finished, resumed }: Summary) {
    const [provincial, municipal, district] = [byLevel.provincial, byLevel.municipal, byLevel.district];
    const levels = district
      ? msg(str`省 ${provincial} · 市 ${municipal} · 区 ${district}`, { id: 'summary.levels.district' })
      : msg(str`省 ${provincial} · 市 ${municipal}`, { id: 'summary.levels' });
    const none = msg('无应完成项目', { id: 'summary.none' });
    /** In words, and where they have no room the bare rate. */
    const share = ({ rate }: ShownShare, of: (text: string) => string): readonly string[] => {
      const text = rate?.text.replace(/\.0$/, '');
      return text === undefined ? [none] : [of(text), `${text}%`];
    };
    return [
      { key: 'projects', label: msg('重点项目', { id: 'summary.projects' }), value: projects, notes: [levels] },
      {
        key: 'started',
        label: msg('新开工', { id: 'summary.started' }),
        value: started.done,
        notes: share(started, (rate) => msg(str`开工率 ${rate}%`, { id: 'summary.startRate' })),
      },
      {
        key: 'finished',
        label: msg('竣工', { id: 'summary.finished' }),
        value: finished.done,
        notes: share(finished, (rate) => msg(str`按计划口径 ${rate}%`, { id: 'summary.finishRate' })),
      },
      {
        key: 'resumed',
        label: msg('复工', { id: 'summary.resumed' }),
        value: resumed.done,
        notes: share(resumed, (rate) => msg(str`复工率 ${rate}%`, { id: 'summary.resumeRate' })),
      },
    ];
  }

  #tile(
    { key, label, value, notes }: { key: string; label: string; value: number; notes: readonly string[] },
    index: number,
    box: { left: number; top: number; width: number; height: number } | undefined,
    /** How many digits the longest number of all tiles has: they are of one size. */
    longest: number,
  ): TemplateResult | typeof nothing {
    if (!box) return nothing;
    const secondary = this.scene?.layout.secondaryText ?? 16;
    const roomy = box.height >= secondary * 4.6;
    const size = Math.max(SMALLEST_CHARACTER_PX, Math.round(Math.min(secondary * 1.12, box.height * 0.2)));
    const width = box.width - secondary * (roomy ? 1.3 : 0.8);
    const line = (text: string, measure: typeof measureText) =>
      fitText(text, { width, size, least: SMALLEST_CHARACTER_PX, maxLines: 1 }, measure);
    const note = notes.find((text) => measureFigures(text, SMALLEST_CHARACTER_PX) <= width);
    const [head, foot] = [line(label, measureText), line(note ?? '', measureFigures)];
    const number = figureSize('0'.repeat(longest), count(), width, box.height * (roomy ? 0.44 : 0.4));
    return html`
      <section
        class="tile ${roomy ? '' : 'tight'}"
        ${styled({ ...box, '--delay': `${200 + index * 110}ms`, '--number': number })}
      >
        <p ${styled({ 'font-size': head.size })}>${head.lines[0]}</p>
        <div class="number figures"><b>${this.#text(key, value, String(value))}</b><em>${count()}</em></div>
        <small class="figures" ${styled({ 'font-size': foot.size })}>${foot.lines[0]}</small>
      </section>
    `;
  }

  /** On a strip: what is completed and which share of the plan that is; on a ticker strip side by side. */
  #low({ slide, layout, stage }: Scene<'summary'>) {
    const { completedHeadline, rate, pace } = slide.data;
    const side = layout.profile === 'ticker' || stage.height < 72;
    const lines = side ? 1 : 2;
    const height = Math.floor(layout.bodyHeight / lines);
    const width = (stage.width - layout.margin * 2) / (side ? 2 : 1);
    const text = completedHeadline;
    const fit = (figures: string, unit: string): number =>
      Math.floor(
        Math.min(height * 0.96, (width * 0.96) / (measureFigures(figures, 1) + measureText(unit, 0.62) + 0.1)),
      );
    const unit = `% ${paceShape(pace)}`;
    const size = Math.min(fit(text, yiText()), rate ? fit(rate.text, unit) : height);
    const labels = [completedText(), msg('占年度计划', { id: 'summary.ofPlan' })] as const;
    const labelSize = Math.max(SMALLEST_CHARACTER_PX, Math.round(size * 0.62));
    const labelled =
      side && measureText(labels[0], labelSize) + measureFigures(text, size) + measureText(yiText(), size) <= width;
    return html`
      <div
        class="low ${side ? 'side' : ''}"
        ${styled({ top: layout.headerHeight, height: layout.bodyHeight, 'font-size': size })}
      >
        <div class="figures gold">
          ${labelled ? html`<small ${styled({ 'font-size': labelSize })}>${labels[0]}</small>` : nothing}
          <b>${this.#text('headline', Number(completedHeadline), text)}</b><em>${yiText()}</em>
        </div>
        ${
          rate
            ? html`<div class="figures ${pace}">
                ${labelled ? html`<small ${styled({ 'font-size': labelSize })}>${labels[1]}</small>` : nothing}<b
                  >${this.#text('rateText', rate.value, rate.text)}</b
                ><em>${unit}</em>
              </div>`
            : nothing
        }
      </div>
    `;
  }
}

customElements.define('pb-slide-summary', PbSlideSummary);
