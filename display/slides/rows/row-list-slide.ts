import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isLow } from '../../../core/stage/layout.ts';
import { pageRange } from '../../../core/stage/paging.ts';
import { Counter } from '../../motion/counter.ts';
import '../../parts/pb-frame.ts';
import { barStyles, baseStyles } from '../../parts/base.ts';
import { styled } from '../../text/styled.ts';
import type { RowState } from '../../motion/row-plan.ts';
import type { Scene } from '../scene.ts';
import { barScale } from './bar-scale.ts';
import { columnsOf } from './columns.ts';
import { emptyTemplate } from './empty.ts';
import { geometryOf, type Geometry } from './geometry.ts';
import { headTemplate } from './head.ts';
import { headingsTemplate, trackWidths } from './headings.ts';
import { labelledRows, slotRoom, slotsOf } from './item-slots.ts';
import type { ListRow } from './list-view.ts';
import { RowPainter } from './paint-row.ts';
import { RowMotion } from './row-motion.ts';
import { rowTemplate, type RowForm } from './row-template.ts';
import { listViewOf, type ListKind } from './views/view-of.ts';
import styles from './rows.css?inline';
import tableStyles from './table.css?inline';

interface Drawn extends RowForm {
  readonly geometry: Geometry;
}

/** A slide of rows that move: the kinds that list differ only in what they list. */
export class RowListSlide extends LitElement {
  static override readonly styles = [baseStyles, barStyles, unsafeCSS(styles), unsafeCSS(tableStyles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<ListKind> | undefined;

  #drawn: Drawn | null = null;
  readonly #counter = new Counter(this);
  readonly #painter = new RowPainter();
  readonly #motion = new RowMotion(this, (element, row, state, scale) => this.#paint(element, row, state, scale));

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.#painter.reset();
    const { scene } = this;
    if (!scene || !changed.has('scene')) return;
    const { page, motion, atRest, slide, waiting = false } = scene;
    const drawn = drawnFor(scene);
    this.#drawn = drawn;
    const { rows } = drawn.view;
    const scale = barScale(rows.map(({ figure }) => figure?.value ?? 0));
    this.#motion.show({ rows, geometry: drawn.geometry, page, scale, motion, atRest, waiting, figures: slide.data });
  }

  override render() {
    const { scene } = this;
    if (!scene || !this.#drawn) return nothing;
    const { view, columns, geometry, layout } = this.#drawn;
    this.dataset['profile'] = layout.profile;
    // What came on at rest stays so: an entrance that began later would be seen.
    if (scene.atRest || scene.motion === 'none') this.dataset['still'] = '';
    return html`
      <pb-frame .scene=${scene} .time=${columns.bar > 0 ? view.time : undefined}>
        ${geometry.head ? this.#head(this.#drawn, geometry.head) : nothing}
        ${view.rows.length === 0 ? emptyTemplate(view.none, geometry.body, layout) : this.#list(this.#drawn)}
      </pb-frame>
    `;
  }

  #head({ view, layout, motion }: Drawn, area: NonNullable<Geometry['head']>) {
    return headTemplate(view.head, area, layout.secondaryText, ({ key, value, text }) =>
      text === '—' ? text : this.#counter.text(key, value, text, motion),
    );
  }

  #list(drawn: Drawn) {
    const { view, geometry, columns } = drawn;
    const { left, top, width, height, headings } = geometry;
    return html`
      ${headings > 0 && view.headings ? headingsTemplate(view.headings, view, geometry, columns) : nothing}
      <div
        class="list ${columns.stacked ? 'stacked' : ''}"
        ${styled({ left, top: top + headings, width, height: height - headings, ...sizesOf(drawn) })}
      >
        ${repeat(
          this.#motion.shown(),
          ({ row }) => row.id,
          (shown) => rowTemplate(shown, drawn),
        )}
      </div>
    `;
  }

  #paint(element: HTMLElement, row: ListRow, state: RowState, scale: number): void {
    if (!this.#drawn) return;
    const { columns, view, slots } = this.#drawn;
    const shares = ({ parts = [] }: ListRow): readonly number[] => slotsOf(parts, slots).map(({ share }) => share);
    this.#painter.paint(element, row, state, scale, { length: columns.bar, time: view.time?.value ?? 0, shares });
  }
}

function drawnFor(scene: Scene<ListKind>): Drawn {
  const { layout, stage, page, motion, slide } = scene;
  const view = listViewOf(scene);
  const geometry = geometryOf(slide.kind, stage, layout, view.rows.length, view.headings !== undefined);
  const columns = columnsOf(view, geometry, layout);
  const slots = slotRoom(columns.bar, geometry.rowHeight, columns.barHeight, layout);
  const labelled = labelledRows(view.rows.slice(...pageRange(geometry.pages, page)));
  return {
    view,
    geometry,
    columns,
    layout,
    motion,
    slots: isLow(layout) || columns.stacked ? { ...slots, size: 0 } : slots,
    labelled,
  };
}

function sizesOf({ view, geometry, columns }: Drawn): Record<string, number | string> {
  const { rowWidth, rowHeight } = geometry;
  return {
    '--columns': trackWidths(view, columns),
    '--gap': columns.gap,
    '--row-width': rowWidth,
    '--row-height': rowHeight,
    '--bar-width': columns.bar,
    '--bar-height': columns.barHeight,
    '--rate-size': columns.figureSize,
    '--pace-size': columns.statusSize,
    '--amount-size': Math.round(columns.nameSize * 0.86),
    '--plate-size': Math.round(Math.min(columns.nameSize * 1.2, rowHeight * 0.84)),
  };
}
