import { msg } from '@lit/localize';
import { html, LitElement, nothing, svg, unsafeCSS } from 'lit';
import { inOrder } from '../../core/keyed-rows.ts';
import type { ProjectBoard } from '../../core/boards/project.ts';
import type { SlidePicture } from '../../core/slides/media.ts';
import { isLow, SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import { HeldMedia } from '../media/held-media.ts';
import { picture, pictureStyles } from '../media/picture.ts';
import { plate } from '../media/plate.ts';
import { Counter } from '../motion/counter.ts';
import { baseStyles } from '../parts/base.ts';
import '../parts/pb-frame.ts';
import { fitted } from '../parts/fitted.ts';
import { ring } from '../parts/ring.ts';
import { fitText } from '../text/fit.ts';
import { measureFigures, measureMedium, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import {
  levelWord,
  lifecycleWord,
  milestoneText,
  paceShape,
  paceWord,
  sectorWord,
  varianceText,
  yiText,
} from '../words/words.ts';
import { monthText } from '../words/media-words.ts';
import { photoBox, projectBoxes } from './project-boxes.ts';
import { amountSizes, amountsOf, linesOf, type Fact, type ProjectData } from './project-facts.ts';
import type { Scene } from './scene.ts';
import type { Rect } from './summary-boxes.ts';
import styles from './pb-slide-project.css?inline';

/** Of a line at its left and right, in characters. */
const PADDING = 0.8;

/** Amounts stand side by side only where they are larger than the lines below them, by this. */
const LEAST_AMOUNT = 1.25;

/** One project: how far it is, who answers for it, and what is due next. */
export class PbSlideProject extends LitElement {
  static override readonly styles = [baseStyles, pictureStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'project'> | undefined;
  readonly #counter = new Counter(this);
  readonly #media = new HeldMedia(this, () => (this.scene?.slide.data.photo ? [this.scene.slide.data.photo] : []));

  async prepare(): Promise<void> {
    await this.#media.prepared(this.renderRoot);
  }

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { profile } = scene.layout;
    this.dataset['profile'] = profile;
    const low = isLow(scene.layout);
    return html`
      <pb-frame .scene=${scene} .time=${low ? undefined : scene.slide.data.time}>
        ${low ? this.#low(scene) : this.#full(scene)}
      </pb-frame>
    `;
  }

  #value(rate: number): number {
    return this.#counter.value('rate', rate, this.scene?.motion ?? 'none');
  }

  #full(scene: Scene<'project'>) {
    const { data } = scene.slide;
    const { stage, layout } = scene;
    const milestones = inOrder(data.milestones);
    const boxes = projectBoxes(stage, layout, milestones.length > 0);
    return html`
      ${this.#head(data, boxes.head)} ${this.#gauge(data, boxes.gauge)} ${this.#facts(data, boxes.facts)}
      ${boxes.milestones ? this.#milestones(boxes.milestones) : nothing}
    `;
  }

  #head(data: ProjectBoard, box: Rect) {
    const secondary = this.scene?.layout.secondaryText ?? 16;
    const widthOf = (chip: string): number => measureText(chip, secondary) + secondary * 1.7;
    const chips: string[] = [];
    let chipWidth = 0;
    for (const chip of [levelWord(data.level), sectorWord(data.sector), lifecycleWord(data.lifecycle)]) {
      if (chipWidth + widthOf(chip) > box.width * 0.36) break;
      chips.push(chip);
      chipWidth += widthOf(chip);
    }
    const size = Math.min(this.scene?.layout.titleText ?? 16, Math.round(box.height * 0.72));
    const name = { width: box.width - chipWidth, size, least: Math.max(16, Math.round(size * 0.45)), maxLines: 2 };
    return html`
      <div class="head" ${styled({ ...box })}>
        <h2>${fitted(data.name, name)}</h2>
        ${chips.map((chip, index) => html`<span class="chip ${index === 0 ? 'first' : ''}">${chip}</span>`)}
      </div>
    `;
  }

  #gauge({ rate, pace, variance, time }: ProjectBoard & { time: { value: number } }, box: Rect) {
    const secondary = this.scene?.layout.secondaryText ?? 16;
    const size = Math.floor(Math.min(box.width, box.height - secondary * 1.5));
    const text = rate ? this.#counter.text('rateText', rate.value, rate.text, this.scene?.motion ?? 'none') : '—';
    const digits = Math.floor(Math.min(size * 0.3, (size * 0.6) / (measureFigures(rate?.text ?? '—', 1) + 0.5)));
    const words = `${paceShape(pace)} ${paceWord(pace)}`;
    const ofPlan = msg('占年度计划', { id: 'project.rate' });
    const told = variance ? `${words}  ${varianceText(variance)}` : words;
    const below = measureText(told, SMALLEST_CHARACTER_PX) <= box.width ? told : words;
    return html`
      <div class="gauge ${pace}" ${styled({ ...box })}>
        <div class="dial" ${styled({ width: size, height: size })}>
          ${ring(this.#value(rate?.value ?? 0), time.value)}
          <div class="inside">
            <b class="figures" ${styled({ 'font-size': digits })}>${text}<em>${rate ? '%' : ''}</em></b>
            <small
              >${fitted(ofPlan, { width: size * 0.6, size: Math.max(SMALLEST_CHARACTER_PX, Math.floor(size * 0.082)), least: SMALLEST_CHARACTER_PX, maxLines: 1 })}</small
            >
          </div>
        </div>
        <div class="pace figures">
          ${fitted(below, { width: box.width, size: Math.round(secondary * 1.08), least: SMALLEST_CHARACTER_PX, maxLines: 1 }, measureText)}
        </div>
      </div>
    `;
  }

  #facts(data: ProjectData, box: Rect) {
    const [amounts, lines] = [amountsOf(data), linesOf(data)];
    const secondary = this.scene?.layout.secondaryText ?? 16;
    const widestLabel = Math.max(...lines.map(([label]) => measureText(label, 1)));
    const upper = Math.floor(box.height * 0.46);
    const lineHeight = Math.floor((box.height - upper) / Math.max(lines.length, 2));
    const photo = data.photo ? photoBox(box, upper, data.photo, secondary) : null;
    const lineWidth = photo ? photo.left : box.width;
    const each = Math.floor((photo?.whole ? photo.left : box.width) / 3);
    const { size, unitSize } = amountSizes(amounts, { width: each, height: upper }, secondary);
    if (size < secondary * LEAST_AMOUNT) return this.#oneBelowTheOther([...amounts, ...lines], box);
    return html`
      <div class="facts" ${styled({ ...box })}>
        <div class="amounts" ${styled({ height: upper })}>
          ${amounts.map(
            ([label, text]) => html`
              <div ${styled({ width: each })}>
                <small
                  >${fitted(label, { width: each - secondary * 0.9, size: secondary, least: SMALLEST_CHARACTER_PX, maxLines: 1 })}</small
                >
                <b class="figures" ${styled({ 'font-size': size })}
                  >${text}<em ${styled({ 'font-size': unitSize })}>${yiText()}</em></b
                >
              </div>
            `,
          )}
        </div>
        ${lines.map(([label, text]) => this.#line(label, text, widestLabel, lineWidth, lineHeight))}
        ${photo && data.photo ? this.#photo(data.photo, photo) : nothing}
      </div>
    `;
  }

  /** Where amounts would be small side by side: as many lines as there is room for. */
  #oneBelowTheOther(lines: readonly Fact[], box: Rect) {
    const secondary = this.scene?.layout.secondaryText ?? SMALLEST_CHARACTER_PX;
    const shown = lines.slice(0, Math.max(3, Math.floor(box.height / (secondary * 1.7))));
    const height = Math.floor(box.height / shown.length);
    const widest = Math.max(...shown.map(([label]) => measureText(label, 1)));
    return html`
      <div class="facts" ${styled({ ...box })}>
        ${shown.map(([label, text], index) =>
          this.#line(label, index < 3 && text !== '—' ? `${text} ${yiText()}` : text, widest, box.width, height),
        )}
      </div>
    `;
  }

  #photo(photo: SlidePicture, { left, top, width, height }: Rect) {
    const size = Math.max(16, Math.round((this.scene?.layout.secondaryText ?? 16) * 0.8));
    return html`
      <div class="photo framed" ${styled({ left, top, width, height })}>
        ${picture(this.#media, photo, 'cover', this.scene?.programme.greyscale === true)}
        ${width >= size * 8 ? plate(monthText(photo.month), width, size) : nothing}
      </div>
    `;
  }

  #line(label: string, text: string, labelShare: number, width: number, height: number) {
    const secondary = this.scene?.layout.secondaryText ?? 16;
    const labelSize = Math.min(secondary, Math.floor(height * 0.62));
    const labelWidth = labelShare * labelSize + labelSize;
    const size = Math.min(Math.floor(height * 0.68), Math.round(secondary * 1.3));
    const maxLines = height > secondary * 2.1 ? 2 : 1;
    const box = {
      width: width - labelWidth - Math.ceil(secondary * PADDING * 2),
      size,
      least: Math.max(SMALLEST_CHARACTER_PX, Math.round(size * 0.6)),
      maxLines,
    };
    return html`
      <div class="line" ${styled({ width, height, 'font-size': labelSize })}>
        <small ${styled({ width: labelWidth })}>${label}</small>
        <span>${fitted(text, box)}</span>
      </div>
    `;
  }

  #milestones(box: Rect) {
    const all = inOrder(this.scene?.slide.data.milestones ?? {});
    const secondary = this.scene?.layout.secondaryText ?? 16;
    const asOf = this.scene?.programme.asOf ?? '';
    const most = Math.max(2, Math.floor(box.width / (secondary * 8)));
    const next = all.findIndex(({ state }) => state !== 'done' && state !== 'doneLate' && state !== 'waived');
    const start = Math.max(0, Math.min((next < 0 ? all.length : next) - Math.ceil(most / 2), all.length - most));
    const shown = all.slice(start, start + most);
    const width = Math.floor(box.width / shown.length);
    const size = Math.min(secondary, Math.floor(box.height * 0.23));
    const line = (text: string, maxLines: number, measure = measureText) =>
      fitText(
        text,
        { width: width - size, size, least: Math.max(SMALLEST_CHARACTER_PX, Math.round(size * 0.55)), maxLines },
        measure,
      );
    return html`
      <div class="milestones" ${styled({ ...box })}>
        ${shown.map((each) => {
          const [name, when] = [
            line(each.name, 2),
            line(`${shortDate(each.doneOn ?? each.dueOn, asOf)} ${milestoneText(each)}`, 1, measureMedium),
          ];
          return html`
            <div class="milestone ${each.state}" ${styled({ width, '--dot': Math.round(size * 0.8) })}>
              <div class="node"><i class="path"></i><svg class="dot" viewBox="0 0 20 20">${dot(each.state)}</svg></div>
              <b class="fitted" ${styled({ 'font-size': name.size })}
                >${name.lines.map((text) => html`<span>${text}</span>`)}</b
              >
              <small class="figures" ${styled({ 'font-size': when.size })}>${when.lines[0]}</small>
            </div>
          `;
        })}
      </div>
    `;
  }

  #low({ slide, layout, stage }: Scene<'project'>) {
    const { name, shortName, rate, pace } = slide.data;
    const width = stage.width - layout.margin * 2;
    const side = layout.profile === 'ticker' || stage.height < 72;
    const nameHeight = side ? layout.bodyHeight : Math.round(layout.bodyHeight * 0.42);
    const lower = side ? layout.bodyHeight : layout.bodyHeight - nameHeight;
    const text = rate?.text ?? '—';
    const digits = Math.floor(Math.min(lower * 0.96, (width * (side ? 0.35 : 0.66)) / (measureFigures(text, 1) + 0.6)));
    const rateWidth = side ? measureFigures(text, digits) + digits * 0.8 : 0;
    const box = {
      width: width - rateWidth,
      size: Math.min(Math.floor(nameHeight * 0.78), layout.titleText * 1.4),
      least: SMALLEST_CHARACTER_PX,
      maxLines: 1,
    };
    const whole = fitText(name, box, measureText);
    const shown = whole.lines[0]?.endsWith('…') && shortName ? fitText(shortName, box, measureText) : whole;
    const nameWidth = measureText(shown.lines[0] ?? '', shown.size);
    const left = side ? box.width - nameWidth - digits : width - measureFigures(text, digits) - digits * 0.7;
    const told = `${paceShape(pace)}${paceWord(pace === 'severe' ? 'behind' : pace)}`;
    const size = Math.max(SMALLEST_CHARACTER_PX, Math.floor(Math.min(layout.titleText, digits * 0.5)));
    const standing = fitText(told, { width: left, size, least: SMALLEST_CHARACTER_PX, maxLines: 1 }, measureText);
    const fits = !side || measureText(told, SMALLEST_CHARACTER_PX) <= left;
    return html`
      <div class="low ${pace} ${side ? 'side' : ''}" ${styled({ top: layout.headerHeight, height: layout.bodyHeight })}>
        <b class="name" ${styled({ 'font-size': shown.size })}>${shown.lines[0]}</b>
        <div class="rate figures" ${styled({ 'font-size': digits })}>
          <b>${rate ? this.#counter.text('rateText', rate.value, text, this.scene?.motion ?? 'none') : '—'}</b
          ><em>${rate ? '%' : ''}</em>
          ${fits ? html`<span ${styled({ 'font-size': standing.size })}>${standing.lines[0]}</span>` : nothing}
        </div>
      </div>
    `;
  }
}

/** A date without its year when that is the year of the figures. */
const shortDate = (date: string, asOf: string): string =>
  date.slice(0, 4) === asOf.slice(0, 4) ? date.slice(5) : date;

/** Shapes, so that states differ without colour: a tick, a cross, a ring, a filled dot. */
const dot = (state: string) => {
  switch (state) {
    case 'done':
    case 'doneLate':
      return svg`<circle cx="10" cy="10" r="10" fill="currentColor" /><path d="M5 10.4L8.6 14L15 6.6" fill="none" stroke="var(--c-panel-deep)" stroke-width="2.6" />`;
    case 'overdue':
      return svg`<path d="M1 2H19L10 19Z" fill="currentColor" />`;
    case 'due':
      return svg`<path d="M10 0L20 10L10 20L0 10Z" fill="currentColor" />`;
    default:
      return svg`<circle cx="10" cy="10" r="8" fill="var(--c-panel-deep)" stroke="currentColor" stroke-width="3" />`;
  }
};

customElements.define('pb-slide-project', PbSlideProject);
