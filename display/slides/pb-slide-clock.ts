import { msg } from '@lit/localize';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { isLow } from '../../core/stage/layout.ts';
import { officeDate } from '../../core/office-time.ts';
import type { IsoDate } from '../../core/time.ts';
import { across, bodyOf, down, gapOf, NO_BOX } from '../charts/boxes.ts';
import { dateText, daysTo, weekdayText } from '../charts/days.ts';
import { dress } from '../charts/entrance.ts';
import { facts, figure, shortest, words } from '../charts/figure.ts';
import { isOneLine } from '../charts/low-figure.ts';
import { chartStyles } from '../charts/styles.ts';
import { ClockTimer, DAY_MS, OFFICE_MIDNIGHT, SECOND_MS } from '../charts/timer.ts';
import { baseStyles } from '../parts/base.ts';
import { fitted } from '../parts/fitted.ts';
import '../parts/pb-frame.ts';
import { measureFigures } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import type { Scene } from './scene.ts';
import type { Rect } from './summary-boxes.ts';
import styles from './pb-slide-clock.css?inline';

/** The seconds' share of the size of hours and minutes. */
const SECONDS_SHARE = 0.46;

/** The colon's room as a share of its own width. */
const COLON_SHARE = 1.3;

const two = (value: number): string => String(value).padStart(2, '0');

/** Hours, minutes and seconds in the office. */
function partsOf(now: number): { hours: string; minutes: string; seconds: string } {
  const ofDay = (((now - OFFICE_MIDNIGHT) % DAY_MS) + DAY_MS) % DAY_MS;
  const [hours, minutes, seconds] = [ofDay / 3_600_000, (ofDay / 60_000) % 60, (ofDay / SECOND_MS) % 60];
  return { hours: two(Math.floor(hours)), minutes: two(Math.floor(minutes)), seconds: two(Math.floor(seconds)) };
}

/** Every digit in a cell of one width, so that nothing moves beside it. */
const cells = (text: string, cell: number) =>
  Array.from(text).map((digit) => html`<span ${styled({ width: cell })}>${digit}</span>`);

/** The date that is counted down to; none once it is past. */
const toCome = ({ slide: { data }, now }: Scene<'clock'>): IsoDate | undefined =>
  data.until !== undefined && daysTo(data.until, now()) >= 0 ? data.until : undefined;

/** The office's time, its day, and the days to an event. */
export class PbSlideClock extends LitElement {
  static override readonly styles = [baseStyles, chartStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'clock'> | undefined;
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
    if (!scene || scene.waiting || !this.isConnected) this.#timer.stop();
    else this.#timer.next(scene.now(), SECOND_MS);
  }

  #full(scene: Scene<'clock'>) {
    const { stage, layout, slide } = scene;
    const { event } = slide.data;
    const until = toCome(scene);
    const body = bodyOf(stage, layout);
    const gap = gapOf(layout);
    const side = layout.profile === 'wide';
    const tall = side || layout.profile === 'portrait';
    const [clock = body, count = NO_BOX] = until
      ? side
        ? across(body, [62, 38], gap)
        : down(body, tall ? [50, 50] : [63, 37], gap)
      : [];
    const size = this.#size(clock.width, clock.height * (until && !tall ? 0.66 : 0.72));
    const day = Math.round(Math.min(clock.height * 0.13, size * 0.3, layout.titleText * 1.3));
    // Digits fill about three quarters of their line: the day below them stands as near as its own line.
    const top = clock.top + Math.round((clock.height - size - day * 1.5) / 2);
    const [upper, lower] = [
      { ...clock, top, height: size },
      { ...clock, top: top + size, height: Math.round(day * 1.5) },
    ];
    return html`
      <div class="box rise" ${styled({ ...upper })}>${this.#time(scene, size)}</div>
      <div class="box day rise" ${styled({ ...lower, '--delay': '0.25s' })}>
        ${facts(this.#day(scene), lower.width, day)}
      </div>
      ${until ? this.#countdown(scene, until, event ?? '', count) : nothing}
    `;
  }

  #day({ now }: Scene<'clock'>): string {
    const today = officeDate(now());
    return `${dateText(today)} ${weekdayText(today)}`;
  }

  /** Of hours and minutes, so that all of the time is as wide as there is room, or as high. */
  #size(width: number, height: number): number {
    const cell = measureFigures('0', 1);
    const whole = cell * 4 + measureFigures(':', 1) * COLON_SHARE + cell * 2 * SECONDS_SHARE + 0.2;
    return Math.floor(Math.min(height, (width * 0.98) / whole));
  }

  #time({ now }: Scene<'clock'>, size: number) {
    const cell = measureFigures('0', 1);
    const colon = measureFigures(':', 1) * COLON_SHARE;
    const { hours, minutes, seconds } = partsOf(now());
    const [wide, small] = [Math.ceil(cell * size), Math.ceil(cell * size * SECONDS_SHARE)];
    return html`
      <div class="time figures" role="timer" ${styled({ 'font-size': size })}>
        <b class="golden"
          >${cells(hours, wide)}<i ${styled({ width: Math.ceil(colon * size) })}>:</i>${cells(minutes, wide)}</b
        >
        <em ${styled({ 'font-size': Math.floor(size * SECONDS_SHARE), 'margin-left': Math.round(size * 0.1) })}
          >${cells(seconds, small)}</em
        >
      </div>
    `;
  }

  #countdown(scene: Scene<'clock'>, until: IsoDate, event: string, box: Rect) {
    const size = scene.layout.secondaryText;
    const days = daysTo(until, scene.now());
    const pad = Math.round(size * 0.9);
    const stacked = scene.layout.profile === 'wide' || scene.layout.profile === 'portrait';
    const width = box.width - pad * 2;
    const [text = NO_BOX, digits = NO_BOX] = stacked
      ? down({ left: pad, top: 0, width, height: box.height }, [40, 60], 0)
      : across({ left: pad, top: 0, width, height: box.height }, [56, 44], size);
    const name = event || dateText(until);
    const box2 = {
      width: text.width,
      size: Math.round(Math.min(text.height * 0.34, scene.layout.titleText)),
      least: 16,
      maxLines: text.height > size * 3.4 ? 2 : 1,
    };
    const line = event ? `${lead(days)} · ${dateText(until)}` : lead(days);
    return html`
      <section class="plate count rise" ${styled({ ...box, '--delay': '0.4s' })}>
        <div class="box column event" ${styled({ ...text })}>
          <b>${fitted(name, box2)}</b>
          <div class="soft">${facts(line, text.width, size)}</div>
        </div>
        <div class="box digits ${stacked ? 'stacked' : ''}" ${styled({ ...digits })}>${this.#days(days, digits)}</div>
      </section>
    `;
  }

  #days(days: number, box: Rect) {
    if (days === 0) return html`<b class="golden">${words(todayText(), box.width, box.height * 0.5)}</b>`;
    const text = String(days);
    return figure({
      text,
      goal: text,
      unit: msg('天', { id: 'clock.days' }),
      width: box.width,
      size: box.height * 0.84,
      golden: true,
    });
  }

  #low(scene: Scene<'clock'>) {
    const { stage, layout, slide } = scene;
    const { event } = slide.data;
    const until = toCome(scene);
    const body = bodyOf(stage, layout);
    const today = officeDate(scene.now());
    const days = until === undefined ? 0 : daysTo(until, scene.now());
    const counted = [lead(days), daysShort(days)].filter(Boolean).join(' ');
    const lines =
      until === undefined
        ? [this.#day(scene), `${today.slice(5)} ${weekdayText(today)}`, today.slice(5)]
        : [`${event || dateText(until)} ${counted}`, counted];
    const side = isOneLine(layout, body);
    const [upper = NO_BOX, lower = NO_BOX] = side ? across(body, [34, 66], layout.margin * 2) : down(body, [64, 36], 0);
    const high = Math.max(16, Math.min(lower.height * 0.84, layout.secondaryText * 1.4));
    return html`
      <div class="box" ${styled({ ...upper })}>${this.#time(scene, this.#size(upper.width, upper.height))}</div>
      <div class="box column ${side ? 'end' : ''}" ${styled({ ...lower })}>
        ${facts(shortest(lines, lower.width, Math.max(16, high * 0.7)), lower.width, high)}
      </div>
    `;
  }
}

const todayText = (): string => msg('就在今天', { id: 'clock.today' });

const lead = (days: number): string => (days === 0 ? todayText() : msg('还有', { id: 'clock.toCome' }));

const daysShort = (days: number): string => (days === 0 ? '' : `${days} ${msg('天', { id: 'clock.days' })}`);

customElements.define('pb-slide-clock', PbSlideClock);
