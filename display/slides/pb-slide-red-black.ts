import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, svg, unsafeCSS } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inOrder } from '../../core/keyed-rows.ts';
import type { HonourRow } from '../../core/slides/data/red-black.ts';
import { plateGrid, rowsPerPage } from '../../core/slides/paging.ts';
import { isLow, SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import { evenPages, pageRange } from '../../core/stage/paging.ts';
import { baseStyles } from '../parts/base.ts';
import { fitted } from '../parts/fitted.ts';
import '../parts/pb-frame.ts';
import { fitText, type Fitted } from '../text/fit.ts';
import { measureMedium, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { boardWord, groupWord } from '../words/words.ts';
import { laurelBranch } from './laurel.ts';
import { plateBoxes } from './plate-grid.ts';
import { type Rect } from './rows/geometry.ts';
import type { Scene } from './scene.ts';
import styles from './pb-slide-red-black.css?inline';

type Row = HonourRow & { readonly id: string; readonly order: number };

const asOfText = ({ asOf }: HonourRow): string => msg(str`数据截至 ${asOf}`, { id: 'board.asOf' });

const publicText = ({ from, until }: HonourRow): string =>
  until ? msg(str`公示期 ${from} 至 ${until}`, { id: 'board.until' }) : msg(str`${from} 起公示`, { id: 'board.from' });

const datesOf = (row: HonourRow): string => `${asOfText(row)} · ${publicText(row)}`;

const LINE = 1.14;

const LEAST = SMALLEST_CHARACTER_PX;

const isWhole = ({ lines }: Fitted): boolean => lines.every((line) => !line.endsWith('…'));

/** On one line where that stays large, else on two; the short name where the full one does not fit as a whole. */
function nameIn({ name, shortName }: HonourRow, width: number, height: number): Fitted {
  const size = Math.round(Math.min(height / LINE, width / 3.4));
  const one = fitText(name, { width, size, least: Math.max(LEAST, Math.round(size * 0.62)), maxLines: 1 }, measureText);
  if (isWhole(one)) return one;
  // Two lines are set at four fifths of the size that is asked for.
  const halved = Math.floor(Math.min(size, height / 2 / LINE / 0.8));
  const box = { width, size: halved, least: Math.max(LEAST, Math.round(halved * 0.5)), maxLines: 2 };
  const two = fitText(name, box, measureText);
  return isWhole(two) ? two : fitText(shortName, { ...box, maxLines: 1 }, measureText);
}

/** Names of a page are as large as its smallest, unless that is very small. */
const evenly = (name: Fitted, smallest: number): Fitted => ({
  ...name,
  size: Math.min(name.size, Math.max(smallest, Math.round(name.size * 0.6))),
});

/** What a plate is divided into. */
interface PlateForm {
  readonly side: number;
  readonly pad: number;
  readonly inner: number;
  /** Size of the board's word and group; 0 without. */
  readonly ribbonSize: number;
  /** Size of the dates; they have no lines where they stand below all plates. */
  readonly dates: number;
  readonly lines: readonly string[];
  readonly name: Fitted;
}

/** Units that were signed for the red or the black board, each on a plate of its own. */
export class PbSlideRedBlack extends LitElement {
  static override readonly styles = [baseStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<'redBlack'> | undefined;
  /** Units that came on at rest keep without an entrance. */
  readonly #still = new Set<string>();

  override willUpdate(): void {
    const { scene } = this;
    if (!scene || this.hasUpdated) return;
    if (scene.atRest) for (const id of Object.keys(scene.slide.data.rows)) this.#still.add(id);
  }

  override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { layout, slide, page, motion } = scene;
    const all = inOrder(slide.data.rows);
    const rows = all.slice(...pageRange(evenPages(all.length, rowsPerPage(slide.kind, layout)), page));
    this.dataset['profile'] = layout.profile;
    this.dataset['motion'] = motion;
    return html`
      <pb-frame .scene=${scene}>
        <div class="board ${slide.data.board}">${isLow(layout) ? this.#low(scene, rows) : this.#full(scene, rows)}</div>
      </pb-frame>
    `;
  }

  #full({ layout, stage, slide }: Scene<'redBlack'>, rows: readonly Row[]) {
    const { margin, unit, headerHeight, bodyHeight, secondaryText } = layout;
    const [first] = rows;
    const width = stage.width - margin * 2;
    if (!first) return this.#none({ left: margin, top: headerHeight, width, height: bodyHeight }, layout.rowText);
    const common = rows.every((row) => datesOf(row) === datesOf(first));
    const line = common ? Math.round(secondaryText * 1.7) : 0;
    const top = headerHeight + unit * 2;
    const height = bodyHeight + margin - unit * 3 - line;
    const area = { left: margin, top, width, height };
    const boxes = plateBoxes(area, rows.length, plateGrid(layout).columns, unit * 2);
    const forms = rows.map((row, index) =>
      this.#form(row, boxes[index] ?? area, slide.data.board, secondaryText, !common),
    );
    const smallest = Math.min(...forms.map(({ name }) => name.size));
    return html`
      ${repeat(
        rows,
        ({ id }) => id,
        (row, index) => {
          const form = forms[index];
          return form ? this.#plate(row, boxes[index] ?? area, index, slide.data.board, form, smallest) : nothing;
        },
      )}
      ${
        common
          ? html`<p class="dates figures" ${styled({ left: margin, top: top + height, width, height: line })}>
              ${fitted(datesOf(first), { width, size: secondaryText, least: LEAST, maxLines: 1 }, measureMedium)}
            </p>`
          : nothing
      }
    `;
  }

  #form(row: Row, { width, height }: Rect, board: 'red' | 'black', secondaryText: number, dated: boolean): PlateForm {
    const side = board === 'red' ? Math.round(Math.min(height * 0.46, width * 0.17)) : 0;
    const pad = Math.round(height * 0.1);
    const inner = width - side * 2 - pad * (board === 'red' ? 2 : 4);
    const ribbonSize = Math.round(Math.max(LEAST, Math.min(height * 0.17, width * 0.075, secondaryText * 1.5)));
    const dates = Math.round(Math.max(LEAST, Math.min(secondaryText * 0.8, height * 0.13)));
    const told = dated ? this.#dates(row, inner, dates) : [];
    // On a low plate one date has to do, at last on one line with the board's word; the name stays large enough.
    const tried: readonly (readonly [number, readonly string[]])[] = dated
      ? [
          [ribbonSize, told],
          [ribbonSize, [asOfText(row)]],
          [0, [`${boardWord(board)} · ${asOfText(row)}`]],
          [ribbonSize, []],
        ]
      : [];
    const formOf = ([ribbon, lines]: readonly [number, readonly string[]]) => {
      const room = height * 0.84 - ribbon * 1.3 - (lines.length > 0 ? lines.length * dates * 1.25 + dates * 0.3 : 0);
      const fits = lines.every((line) => measureMedium(line, LEAST) <= inner);
      return { side, pad, inner, ribbonSize: ribbon, dates, lines, fits, name: nameIn(row, inner, room) };
    };
    return (
      tried.map(formOf).find(({ name, fits }) => fits && name.size >= LEAST && isWhole(name)) ??
      formOf([ribbonSize, told])
    );
  }

  #plate(row: Row, box: Rect, index: number, board: 'red' | 'black', form: PlateForm, smallest: number) {
    const { width, height } = box;
    const { side, pad, inner, ribbonSize, dates, lines } = form;
    const name = evenly(form.name, smallest);
    const ribbon = `${boardWord(board)} · ${groupWord(row.group)}`;
    return html`
      <div
        class="place"
        ${styled({ width, height, transform: `translate3d(${box.left}px, ${box.top}px, 0)`, '--delay': `${150 + index * 120}ms` })}
      >
        <section class="plate ${this.#still.has(row.id) ? 'still' : ''}" ${styled({ '--pad': pad, '--side': side })}>
          <i class="ground"></i>
          ${board === 'red' ? html`<i class="sheen"></i>` : nothing}
          ${board === 'red' ? this.#branches(side, height) : nothing}
          ${
            ribbonSize > 0
              ? html`<p class="ribbon">
                  ${fitted(ribbon, { width: inner, size: ribbonSize, least: LEAST, maxLines: 1 })}
                </p>`
              : nothing
          }
          <h2 ${styled({ 'font-size': name.size })}>${name.lines.map((line) => html`<span>${line}</span>`)}</h2>
          ${
            lines.length > 0
              ? html`<p class="when figures">
                  ${lines.map((line) => fitted(line, { width: inner, size: dates, least: LEAST, maxLines: 1 }, measureMedium))}
                </p>`
              : nothing
          }
        </section>
      </div>
    `;
  }

  #dates(row: Row, width: number, size: number): readonly string[] {
    return measureMedium(datesOf(row), size) <= width ? [datesOf(row)] : [asOfText(row), publicText(row)];
  }

  #branches(side: number, height: number) {
    const tall = Math.round(side * 1.6);
    const top = Math.round((height - tall) / 2);
    return (['left', 'right'] as const).map(
      (where) =>
        html`<svg class="branch ${where}" viewBox="-2 0 70 112" ${styled({ width: side, height: tall, top })}>
          ${svg`<g>${laurelBranch()}</g>`}
        </svg>`,
    );
  }

  #none(box: Rect, size: number) {
    const text = msg('暂无上榜单位', { id: 'board.none' });
    return html`<p class="dates" ${styled({ ...box })}>
      ${fitted(text, { width: box.width, size, least: LEAST, maxLines: 1 })}
    </p>`;
  }

  /** On a strip: the board's colour word and the short name. */
  #low({ layout, stage, slide }: Scene<'redBlack'>, rows: readonly Row[]) {
    const { margin, headerHeight, bodyHeight, rowText } = layout;
    const width = stage.width - margin * 2;
    if (rows.length === 0) return this.#none({ left: margin, top: headerHeight, width, height: bodyHeight }, rowText);
    const columns = Math.min(plateGrid(layout).columns, rows.length);
    const wide = Math.floor((width - margin * (columns - 1)) / columns);
    const tall = Math.min(Math.round(rowText * 1.8), Math.floor(bodyHeight / Math.ceil(rows.length / columns)));
    const size = Math.max(rowText, Math.floor(tall * 0.78));
    const mark =
      slide.data.board === 'red' ? msg('红', { id: 'board.mark.red' }) : msg('黑', { id: 'board.mark.black' });
    const marked = Math.ceil(measureText(mark, size)) + margin * 2;
    return rows.map((row, index) => {
      const box = {
        left: margin + (index % columns) * (wide + margin),
        top: headerHeight + Math.floor(index / columns) * tall,
        width: wide,
        height: tall - 2,
      };
      const room = wide - marked - margin * 2;
      const name = measureText(row.name, size) <= room ? row.name : row.shortName;
      return html`<div class="line" ${styled({ ...box, '--marked': marked })}>
        <b ${styled({ 'font-size': size })}>${mark}</b>${fitted(name, { width: room, size, least: LEAST, maxLines: 1 })}
      </div>`;
    });
  }
}

customElements.define('pb-slide-red-black', PbSlideRedBlack);
