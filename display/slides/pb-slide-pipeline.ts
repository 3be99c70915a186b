import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { inOrder } from '../../core/keyed-rows.ts';
import { isLow } from '../../core/stage/layout.ts';
import type { PublicBand, PublicPipeline } from '../../core/boards/public/pipeline.ts';
import { SIZE_BANDS, type SizeBand } from '../../core/metrics/size-bands.ts';
import { inLocale } from '../../core/register/label.ts';
import { across, bodyOf, down, gapOf, NO_BOX } from '../charts/boxes.ts';
import { CountedFigures, dress } from '../charts/entrance.ts';
import { facts, figure, words } from '../charts/figure.ts';
import { lowFigure } from '../charts/low-figure.ts';
import { bandColumns, bandRow, type BandRow } from '../charts/band-row.ts';
import { chartStyles } from '../charts/styles.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { yiText } from '../words/words.ts';
import type { Scene } from './scene.ts';
import type { Rect } from './summary-boxes.ts';
import styles from './pb-slide-pipeline.css?inline';

type Band = PublicBand & { readonly id: string };

const countText = (): string => msg('个', { id: 'pipeline.count' }).trim();

/** More or fewer than the year before, by shape and word, and by shape alone where there is no room. */
function changeOf({ delta }: PublicBand): readonly [string, string] {
  if (delta === undefined) return [msg('上年无数', { id: 'pipeline.noBefore' }), '—'];
  const by = String(Math.abs(delta));
  if (delta > 0) return [`▲ ${msg(str`增加 ${by} 个`, { id: 'pipeline.more' })}`, `▲${by}`];
  if (delta < 0) return [`▼ ${msg(str`减少 ${by} 个`, { id: 'pipeline.fewer' })}`, `▼${by}`];
  return [`－ ${msg('与上年持平', { id: 'pipeline.same' })}`, '－'];
}

const paceOf = ({ delta = 0 }: PublicBand): string => (delta > 0 ? 'ahead' : delta < 0 ? 'behind' : 'none');

/** How many candidates of a year each band of sizes has against the year before. */
export class PbSlidePipeline extends LitElement {
  static override readonly styles = [baseStyles, chartStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'pipeline'> | undefined;
  readonly #figures = new CountedFigures(this);

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    dress(this, scene);
    const low = isLow(scene.layout);
    return html`<pb-frame .scene=${scene}>${low ? this.#low(scene) : this.#full(scene)}</pb-frame>`;
  }

  #full(scene: Scene<'pipeline'>) {
    const { stage, layout, slide } = scene;
    const gap = gapOf(layout);
    const body = bodyOf(stage, layout);
    const { profile } = layout;
    const parts =
      profile === 'portrait'
        ? down(body, [27, 43, 30], gap)
        : profile === 'wide'
          ? across(body, [27, 50, 23], gap)
          : [];
    const [left = NO_BOX, right = NO_BOX] = across(body, [36, 64], gap);
    const roomy = body.height >= layout.secondaryText * 15;
    const [upper = NO_BOX, lower = NO_BOX] = roomy ? down(left, [50, 50], gap) : [left];
    const [hero = upper, bands = right, sums = lower] = parts;
    return html`
      ${this.#hero(scene, hero)} ${this.#bands(scene, bands)}
      ${sums.height > 0 ? this.#sums(slide.data, sums) : nothing}
    `;
  }

  #hero(scene: Scene<'pipeline'>, box: Rect) {
    const { done, due, rate } = scene.slide.data.from100M;
    const size = scene.layout.secondaryText;
    const width = box.width - size * 1.4;
    const goal = rate?.text ?? '—';
    const shown = rate ? this.#figures.text(scene, 'share', rate.value, goal) : goal;
    const bar = { width: Math.round(width), height: Math.max(8, Math.round(box.height * 0.07)) };
    const filled = Math.round((bar.width * Math.min(100, rate?.value ?? 0)) / 100);
    return html`
      <section
        class="plate side column rise"
        ${styled({ ...box, padding: `${Math.round(size * 0.4)}px ${Math.round(size * 0.7)}px` })}
      >
        <div class="soft">${words(msg('亿元以上项目占比', { id: 'pipeline.share' }), width, size * 1.1)}</div>
        ${figure({ text: shown, goal, unit: rate ? '%' : '', width, size: box.height * 0.46, golden: rate !== undefined })}
        <div class="share" ${styled(bar)}><i ${styled({ transform: `translateX(${filled - bar.width}px)` })}></i></div>
        <div>${facts(msg(str`${done} / ${due} 个项目`, { id: 'pipeline.of' }), width, size)}</div>
      </section>
    `;
  }

  #sums({ projects, total, plan, intensity }: PublicPipeline, box: Rect) {
    const size = this.scene?.layout.secondaryText ?? 16;
    const rows = [
      { label: msg('项目个数', { id: 'pipeline.projects' }), value: String(projects), unit: countText() },
      { label: msg('总投资', { id: 'pipeline.total' }), value: total.text, unit: yiText() },
      { label: msg('年度计划', { id: 'pipeline.plan' }), value: plan.text, unit: yiText() },
      ...(intensity
        ? [{ label: msg('年度计划占总投资', { id: 'pipeline.intensity' }), value: intensity.text, unit: '%' }]
        : []),
    ].slice(0, box.height >= size * 7 ? 4 : 3);
    const width = box.width - size * 1.4;
    return html`
      <section class="plate rise" ${styled({ ...box, '--delay': '0.25s' })}>
        ${down(
          { left: 0, top: 0, width: box.width, height: box.height },
          rows.map(() => 1),
          0,
        ).map((each, index) => {
          const { label = '', value = '', unit = '' } = rows[index] ?? {};
          const half = Math.max(width * 0.44, Math.min(width * 0.6, measureText(label, 16) + 2));
          return html`
            <div
              class="box sum ${index ? 'next' : ''}"
              ${styled({ ...each, padding: `0 ${Math.round(size * 0.7)}px` })}
            >
              <span class="soft">${words(label, half, size)}</span>
              ${figure({ text: value, goal: value, unit, width: width * 0.98 - half, size: Math.min(each.height * 0.66, size * 2.2) })}
            </div>
          `;
        })}
      </section>
    `;
  }

  #bands(scene: Scene<'pipeline'>, box: Rect) {
    const { year, rows } = scene.slide.data;
    const size = scene.layout.secondaryText;
    const bands = inOrder(rows).map((band) => this.#band(scene, band));
    const hasBefore = bands.some(({ before }) => before !== undefined);
    const head = Math.round(size * 2);
    const inner = { left: 0, top: head, width: box.width, height: box.height - head - Math.round(size * 0.4) };
    const boxes = down(
      inner,
      bands.map(() => 1),
      0,
    );
    const columns = bandColumns(bands, box.width, size);
    return html`
      <section class="plate rise" ${styled({ ...box, '--delay': '0.12s' })}>
        <div
          class="box legend figures"
          ${styled({ left: Math.round(size * 0.7), top: Math.round(size * 0.5), 'font-size': Math.max(16, Math.round(size * 0.9)) })}
        >
          <i class="now"></i><span>${yearText(year)}</span>
          ${hasBefore ? html`<i class="before"></i><span>${yearText(year - 1)}</span>` : nothing}
        </div>
        ${bands.map((band, index) => bandRow(band, boxes[index] ?? NO_BOX, columns, size))}
      </section>
    `;
  }

  #band(scene: Scene<'pipeline'>, band: Band): BandRow {
    const { id, count, before } = band;
    return {
      name: this.#name(id),
      count,
      text: this.#figures.text(scene, id, count, String(count)),
      ...(before === undefined ? {} : { before }),
      change: changeOf(band),
      pace: paceOf(band),
    };
  }

  #name(id: string): string {
    const label = SIZE_BANDS[id as SizeBand] as (typeof SIZE_BANDS)[SizeBand] | undefined;
    return label ? inLocale(label, this.scene?.programme.locale ?? 'zh-CN') : id;
  }

  #low(scene: Scene<'pipeline'>) {
    const { stage, layout, slide } = scene;
    const {
      projects,
      total,
      from100M: { rate },
    } = slide.data;
    const goal = rate?.text ?? '—';
    const sum = `${total.text} ${yiText()}`;
    return lowFigure(
      {
        label: msg('亿元以上', { id: 'pipeline.share.short' }),
        text: rate ? this.#figures.text(scene, 'share', rate.value, goal) : goal,
        goal,
        unit: rate ? '%' : '',
        lines: [`${msg(str`${projects} 个`, { id: 'pipeline.number' })} · ${sum}`, sum],
      },
      bodyOf(stage, layout),
      layout,
    );
  }
}

const yearText = (year: number): string => msg(str`${year} 年度`, { id: 'pipeline.year' });

customElements.define('pb-slide-pipeline', PbSlidePipeline);
