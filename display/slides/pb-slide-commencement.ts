import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { isLow } from '../../core/stage/layout.ts';
import type { CommencementData } from '../../core/slides/data/commencement.ts';
import { across, bodyOf, down, gapOf, NO_BOX } from '../charts/boxes.ts';
import { dateText, daysTo, weekdayText } from '../charts/days.ts';
import { CountedFigures, dress } from '../charts/entrance.ts';
import { facts, figure, shortest, words } from '../charts/figure.ts';
import { lowFigure } from '../charts/low-figure.ts';
import { chartStyles } from '../charts/styles.ts';
import { ClockTimer, DAY_MS, OFFICE_MIDNIGHT } from '../charts/timer.ts';
import { baseStyles } from '../parts/base.ts';
import { fitted } from '../parts/fitted.ts';
import '../parts/pb-frame.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { yiText } from '../words/words.ts';
import type { Scene } from './scene.ts';
import type { Rect } from './summary-boxes.ts';
import styles from './pb-slide-commencement.css?inline';

const countText = (): string => msg('个', { id: 'commencement.count' }).trim();
const daysText = (): string => msg('天', { id: 'commencement.days' });

/** What the ceremony's own day says: so many days to go, today, held, or a planned day that went by. */
interface Standing {
  readonly kind: 'toCome' | 'today' | 'held' | 'past';
  readonly days: number;
  readonly word: string;
}

function standingOf({ held, heldOn }: CommencementData, scene: Scene<'commencement'>): Standing {
  const days = daysTo(heldOn, scene.now());
  if (held) return { kind: 'held', days, word: msg('已举行', { id: 'commencement.held' }) };
  if (days > 0) return { kind: 'toCome', days, word: msg('距开工还有', { id: 'commencement.toCome' }) };
  if (days === 0) return { kind: 'today', days, word: msg('今日开工', { id: 'commencement.today' }) };
  return { kind: 'past', days, word: msg('计划举行日已过', { id: 'commencement.past' }) };
}

/** A ceremony that starts many projects on one day: what it starts, and how long until then. */
export class PbSlideCommencement extends LitElement {
  static override readonly styles = [baseStyles, chartStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'commencement'> | undefined;
  readonly #figures = new CountedFigures(this);
  readonly #timer = new ClockTimer(this);

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    dress(this, scene);
    const low = isLow(scene.layout);
    return html`<pb-frame .scene=${scene}>${low ? this.#low(scene) : this.#full(scene)}</pb-frame>`;
  }

  protected override updated(): void {
    const { scene } = this;
    // The count of days turns at midnight, a slide that stands for hours too.
    if (!scene || scene.slide.data.held || scene.waiting || !this.isConnected) this.#timer.stop();
    else this.#timer.next(scene.now(), DAY_MS, OFFICE_MIDNIGHT);
  }

  #full(scene: Scene<'commencement'>) {
    const { stage, layout, slide } = scene;
    const gap = gapOf(layout);
    const body = bodyOf(stage, layout);
    const standing = standingOf(slide.data, scene);
    const roomy = body.height >= layout.secondaryText * 14;
    const portrait = layout.profile === 'portrait';
    const [head = NO_BOX, middle = NO_BOX, foot = NO_BOX] = down(
      body,
      roomy ? [portrait ? 17 : 27, 58, 14] : [34, 66],
      gap,
    );
    const counts = standing.kind === 'toCome';
    const [first = NO_BOX, rest = NO_BOX] = portrait
      ? down(middle, [40, 60], gap)
      : across(middle, counts ? [38, 62] : [36, 64], gap);
    const tiles = this.#tiles(slide.data, counts);
    const across2 = portrait || rest.width < layout.secondaryText * 24;
    const boxes = across2
      ? down(
          rest,
          tiles.map(() => 1),
          gap,
        )
      : across(rest, counts ? [26, 37, 37] : [1, 1], gap);
    return html`
      ${this.#head(scene, standing, head, roomy)} ${this.#hero(scene, standing, first)}
      ${tiles.map((tile, index) => this.#tile(scene, tile, boxes[index] ?? NO_BOX, index))}
      ${roomy ? this.#year(scene, foot) : nothing}
    `;
  }

  /** On a low stage the sign becomes a word before the date. */
  #head(scene: Scene<'commencement'>, { kind, word }: Standing, box: Rect, roomy: boolean) {
    const { name, heldOn, venue } = scene.slide.data;
    const size = scene.layout.secondaryText;
    const over = kind === 'held' || kind === 'past';
    const sign = over && roomy ? word : '';
    const signWidth = sign ? Math.ceil(measureText(sign, size * 1.1) + size * 1.6) : 0;
    const day = dateText(heldOn);
    const when = [over && !roomy ? word : '', `${day} ${weekdayText(heldOn)}`, venue ?? ''].filter(Boolean).join(' · ');
    const title = {
      width: box.width - (signWidth ? signWidth + size : 0),
      // Two lines at four fifths of the size, and the day below them.
      size: Math.round(
        Math.min(roomy ? (box.height - size * 1.5) / 1.95 : box.height * 0.5, scene.layout.titleText * 1.15),
      ),
      least: Math.max(16, Math.round(size * (roomy ? 0.9 : 0.75))),
      maxLines: roomy ? 2 : 1,
    };
    return html`
      <div class="box column head rise" ${styled({ ...box })}>
        <div class="name">
          <h2>${fitted(name, title)}</h2>
          ${
            sign
              ? html`<span class="sign ${kind}" ${styled({ width: signWidth, 'font-size': Math.round(size * 1.1) })}
                  >${sign}</span
                >`
              : nothing
          }
        </div>
        <div class="soft">${facts(shortest([when, day], box.width, 16), box.width, size * (roomy ? 1.2 : 1))}</div>
      </div>
    `;
  }

  #hero(scene: Scene<'commencement'>, standing: Standing, box: Rect) {
    const { projects } = scene.slide.data;
    const size = scene.layout.secondaryText;
    const width = box.width - size * 1.4;
    const days = standing.kind === 'toCome';
    const value = days ? standing.days : projects;
    const label =
      days || standing.kind === 'today' ? standing.word : msg('集中开工项目', { id: 'commencement.projects' });
    const goal = String(value);
    return html`
      <section
        class="plate side column hero rise"
        ${styled({ ...box, padding: `${Math.round(size * 0.3)}px ${Math.round(size * 0.7)}px`, '--delay': '0.12s' })}
      >
        <div class=${standing.kind === 'today' ? 'today' : 'soft'}>
          ${words(label, width, size * (days ? 1.35 : 1.2))}
        </div>
        ${figure({ text: this.#figures.text(scene, days ? 'days' : 'projects', value, goal), goal, unit: days ? daysText() : countText(), width, size: Math.min(box.height * 0.72, scene.layout.heroText * 1.7), golden: true })}
      </section>
    `;
  }

  #tiles({ projects, total, plan }: CommencementData, counts: boolean) {
    const money = [
      { key: 'total', label: msg('总投资', { id: 'commencement.total' }), value: total.text, unit: yiText() },
      { key: 'plan', label: msg('年度计划投资', { id: 'commencement.plan' }), value: plan.text, unit: yiText() },
    ];
    const all = {
      key: 'projects',
      label: msg('项目个数', { id: 'commencement.number' }),
      value: String(projects),
      unit: countText(),
    };
    return counts ? [all, ...money] : money;
  }

  #tile(
    scene: Scene<'commencement'>,
    { key, label, value, unit }: { key: string; label: string; value: string; unit: string },
    box: Rect,
    index: number,
  ) {
    const size = scene.layout.secondaryText;
    const width = box.width - size * 1.4;
    const flat = box.height < size * 3.6;
    const labelWidth = flat ? width * 0.4 : width;
    const text = this.#figures.text(scene, key, Number(value), value);
    return html`
      <section
        class="plate tile ${flat ? 'flat' : 'column'} rise"
        ${styled({ ...box, padding: `0 ${Math.round(size * 0.7)}px`, '--delay': `${0.2 + index * 0.1}s` })}
      >
        <div class="soft">${words(label, labelWidth, size * 1.1)}</div>
        ${figure({ text, goal: value, unit, width: flat ? width * 0.58 : width, size: box.height * (flat ? 0.62 : 0.5) })}
      </section>
    `;
  }

  #year(scene: Scene<'commencement'>, box: Rect) {
    const { events, projects, total, plan } = scene.slide.data.year;
    const size = scene.layout.secondaryText;
    const text = [
      msg(str`年内已举行 ${events} 次`, { id: 'commencement.year' }),
      msg(str`${projects} 个项目`, { id: 'commencement.year.projects' }),
      msg(str`总投资 ${total.text} 亿元`, { id: 'commencement.year.total' }),
      msg(str`年度计划 ${plan.text} 亿元`, { id: 'commencement.year.plan' }),
    ];
    const width = box.width - size * 1.4;
    const split = scene.layout.profile === 'portrait' && box.height > size * 2.6;
    const lines =
      events === 0
        ? text.slice(0, 1)
        : split
          ? [text.slice(0, 2).join(' · '), text.slice(2).join(' · ')]
          : [text.join(' · ')];
    return html`
      <section
        class="plate bare column rise"
        ${styled({ ...box, padding: `0 ${Math.round(size * 0.7)}px`, '--delay': '0.4s' })}
      >
        ${lines.map((line) => facts(line, width, size * 1.15))}
      </section>
    `;
  }

  #low(scene: Scene<'commencement'>) {
    const { stage, layout, slide } = scene;
    const { name, projects, total, heldOn } = slide.data;
    const body = bodyOf(stage, layout);
    const { kind, days, word } = standingOf(slide.data, scene);
    const counts = kind === 'toCome';
    const goal = String(counts ? days : projects);
    const short = msg('距开工', { id: 'commencement.toCome.short' });
    const sum = `${total.text} ${yiText()}`;
    const sums = `${msg(str`${projects} 个项目`, { id: 'commencement.year.projects' })} · ${sum}`;
    return lowFigure(
      {
        label: counts ? short : kind === 'past' ? heldOn.slice(5) : word,
        text: this.#figures.text(scene, 'low', Number(goal), goal),
        goal,
        unit: counts ? daysText() : countText(),
        lines: counts
          ? [`${name} · ${sums}`, sums, sum]
          : [`${name} · ${sum}`, msg(str`总投资 ${total.text} 亿元`, { id: 'commencement.year.total' }), sum],
      },
      body,
      layout,
    );
  }
}

customElements.define('pb-slide-commencement', PbSlideCommencement);
