import { msg } from '@lit/localize';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { inOrder } from '../../core/keyed-rows.ts';
import { isLow } from '../../core/stage/layout.ts';
import type { PublicPoint } from '../../core/boards/public/trend.ts';
import { parseExact, showPoints, subtract, type ShownPoints } from '../../core/exact.ts';
import { inLocale } from '../../core/register/label.ts';
import { across, bodyOf, down, gapOf, inset, NO_BOX } from '../charts/boxes.ts';
import { CountedFigures, dress } from '../charts/entrance.ts';
import { facts, figure, shortest, words } from '../charts/figure.ts';
import { chartStyles } from '../charts/styles.ts';
import { yearChart, yearSpark } from '../charts/year-chart.ts';
import type { YearLine } from '../charts/year-tags.ts';
import { shareOfYear, type LinePoint } from '../charts/year-lines.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { styled } from '../text/styled.ts';
import { completedOnlyText, noRowsText, ofPlanText, paceShape, varianceText } from '../words/words.ts';
import type { Scene } from './scene.ts';
import type { Rect } from './summary-boxes.ts';
import styles from './pb-slide-trend.css?inline';

const START = { at: 0, value: 0 };

/** A line through month ends; what is completed begins at nothing with the year. */
function lineOf(name: string, points: readonly PublicPoint[]): YearLine {
  const drawn = points.map(({ asOf, rate, unverified }) => ({
    at: shareOfYear(asOf),
    ...(rate ? { value: rate.value } : {}),
    ...(unverified ? { hollow: true as const } : {}),
  }));
  const last = points[points.length - 1]?.rate;
  return {
    name,
    points: drawn[0]?.value === undefined ? drawn : [START, ...drawn],
    text: last ? `${last.text}%` : '—',
  };
}

const timeOf = (points: readonly PublicPoint[]): readonly LinePoint[] => [
  START,
  ...points.map(({ asOf, time }) => ({ at: shareOfYear(asOf), value: time.value })),
];

/** Three lines of words with their leading and the padding, and the least of the figure, in sizes of the second line. */
const WORD_LINES = 5.4;
const LEAST_HERO = 2.8;

/** How far ahead of time a point is, exactly. */
function againstTime({ rate, time }: PublicPoint): ShownPoints | undefined {
  const [done, due] = [parseExact(rate?.exact), parseExact(time.exact)];
  return done && due ? showPoints(subtract(done, due)) : undefined;
}

const paceOf = (points: ShownPoints | undefined): 'ahead' | 'onTime' | 'behind' | 'none' =>
  !points ? 'none' : points.value === 0 ? 'onTime' : points.value > 0 ? 'ahead' : 'behind';

/** What was completed by month end against the pace that time sets, of the whole list and of its parts. */
export class PbSlideTrend extends LitElement {
  static override readonly styles = [baseStyles, chartStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'trend'> | undefined;
  readonly #figures = new CountedFigures(this);

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    dress(this, scene);
    const { all } = scene.slide.data;
    const last = all[all.length - 1];
    const low = isLow(scene.layout);
    return html`
      <pb-frame .scene=${scene} .time=${low ? undefined : last?.time}>
        ${!last ? this.#empty(scene) : low ? this.#low(scene, last) : this.#full(scene, last)}
      </pb-frame>
    `;
  }

  #empty({ stage, layout }: Scene<'trend'>) {
    const { left, top, width, height } = bodyOf(stage, layout);
    return html`<div class="box column middle" ${styled({ left, top, width, height })}>
      ${words(noRowsText(), width, layout.secondaryText)}
    </div>`;
  }

  #full(scene: Scene<'trend'>, last: PublicPoint) {
    const { stage, layout, programme } = scene;
    const { rows, all } = scene.slide.data;
    const gap = gapOf(layout);
    const body = bodyOf(stage, layout);
    const size = layout.secondaryText;
    const side = Math.max(layout.profile === 'wide' ? 22 : 28, Math.round((size * 8.4 * 100) / body.width));
    const [hero = NO_BOX, chart = NO_BOX] =
      layout.profile === 'portrait' ? down(body, [24, 76], gap) : across(body, [side, 100 - side], gap);
    const box = inset(chart, Math.round(gap * 0.5), Math.round(gap * 0.6));
    return html`
      ${this.#hero(scene, last, hero)}
      <div class="plate rise" ${styled({ ...chart, '--delay': '0.15s' })}></div>
      <div class="box" ${styled({ ...box })}>
        ${yearChart({
          whole: lineOf(msg('全部项目', { id: 'trend.all' }), all),
          parts: inOrder(rows).map(({ label, points }) => lineOf(inLocale(label, programme.locale), points)),
          time: timeOf(all),
          box,
          size: Math.round(size * 0.92),
          months: Array.from({ length: 12 }, (_, index) => monthText(index + 1)),
        })}
      </div>
    `;
  }

  #hero(scene: Scene<'trend'>, last: PublicPoint, box: Rect) {
    const { layout } = scene;
    const { rate, completed, plan } = last;
    const size = layout.secondaryText;
    const width = box.width - size * 1.4;
    const ahead = againstTime(last);
    const pace = paceOf(ahead);
    const goal = rate?.text ?? '—';
    // What the lines of words leave of the height; the amounts give way where the figure would be small.
    const amounts = box.height - size * WORD_LINES >= size * LEAST_HERO;
    const left = box.height - size * (amounts ? WORD_LINES : WORD_LINES - 1.4);
    const most = Math.min(box.height * (layout.profile === 'portrait' ? 0.5 : 0.4), layout.heroText * 1.2, left);
    return html`
      <section
        class="plate side column hero rise ${pace}"
        ${styled({ ...box, padding: `${Math.round(size * 0.4)}px ${Math.round(size * 0.7)}px` })}
      >
        <div class="soft">${words(msg('年度投资完成率', { id: 'trend.rate' }), width, size * 1.1)}</div>
        ${figure({ text: rate ? this.#figures.text(scene, 'rate', rate.value, goal) : goal, goal, unit: rate ? '%' : '', width, size: most, golden: rate !== undefined })}
        <div class="pace">${facts(ahead ? `${paceShape(pace)} ${varianceText(ahead)}` : '', width, size * 1.35)}</div>
        ${amounts ? html`<div>${facts(shortest([ofPlanText(completed.text, plan.text), completedOnlyText(completed.text), completed.text], width, 16), width, size)}</div>` : nothing}
      </section>
    `;
  }

  #low(scene: Scene<'trend'>, last: PublicPoint) {
    const { stage, layout } = scene;
    const body = bodyOf(stage, layout);
    const { rate } = last;
    const ahead = againstTime(last);
    const pace = paceOf(ahead);
    const goal = rate?.text ?? '—';
    const ticker = layout.profile === 'ticker' || body.height < 56;
    const roomy = body.width >= 300;
    const [text = NO_BOX, spark = NO_BOX] = roomy
      ? across(body, ticker ? [62, 38] : [48, 52], layout.margin * 2)
      : [body];
    const [upper = NO_BOX, lower = NO_BOX] = ticker
      ? across(text, [38, 62], layout.margin * 2)
      : down(text, [62, 38], 0);
    const standing = ahead ? `${paceShape(pace)} ${varianceText(ahead)}` : noRowsText();
    const shown = rate ? this.#figures.text(scene, 'rate', rate.value, goal) : goal;
    return html`
      <div class="box column" ${styled({ ...upper })}>
        ${figure({ text: shown, goal, unit: rate ? '%' : '', width: upper.width, size: upper.height * 0.96, golden: false })}
      </div>
      <div class="box column pace ${pace}" ${styled({ ...lower })}>
        ${facts(standing, lower.width, Math.min(lower.height * 0.8, layout.secondaryText * 1.5))}
      </div>
      ${
        roomy
          ? html`<div class="box" ${styled({ ...spark })}>
              ${yearSpark({ whole: lineOf('', scene.slide.data.all), time: timeOf(scene.slide.data.all), box: spark, size: Math.max(12, Math.round(spark.height * 0.14)) })}
            </div>`
          : nothing
      }
    `;
  }
}

const monthText = (month: number): string =>
  month === 12 || month === 1 ? `${month}${msg('月', { id: 'trend.month' }).trim()}` : String(month);

customElements.define('pb-slide-trend', PbSlideTrend);
