import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Layout } from '../../../core/stage/layout.ts';
import { msg } from '@lit/localize';
import '../../parts/pb-frame.ts';
import { barStyles, baseStyles } from '../../parts/base.ts';
import { styled } from '../../text/styled.ts';
import { noRowsText, yiText } from '../../words/words.ts';
import type { RowState } from '../../motion/row-plan.ts';
import type { Scene } from '../scene.ts';
import { barScale } from './bar-scale.ts';
import { columnsOf, type Columns } from './columns.ts';
import { geometryOf, type Geometry } from './geometry.ts';
import { listViewOf, type ListKind, type ListRow, type ListView } from './list-view.ts';
import { RowPainter } from './paint-row.ts';
import { RowMotion } from './row-motion.ts';
import { rowTemplate } from './row-template.ts';
import styles from './rows.css?inline';

interface Drawn {
  readonly view: ListView;
  readonly geometry: Geometry;
  readonly columns: Columns;
}

/** A slide of rows that move: the three kinds that list differ only in what they list. */
export class RowListSlide extends LitElement {
  static override readonly styles = [baseStyles, barStyles, unsafeCSS(styles)];
  static override readonly properties = { scene: { attribute: false } };

  declare scene: Scene<ListKind> | undefined;

  #drawn: Drawn | null = null;
  readonly #painter = new RowPainter();
  readonly #motion = new RowMotion(this, (element, row, state, scale) => this.#paint(element, row, state, scale));

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.#painter.reset();
    const { scene } = this;
    if (!scene || !changed.has('scene')) return;
    const { layout, stage, page, motion, atRest, slide } = scene;
    const view = listViewOf(scene);
    const geometry = geometryOf(stage, layout, view.rows.length, view.amounts);
    this.#drawn = { view, geometry, columns: columnsOf(view, geometry, layout) };
    const scale = barScale(view.rows.map(({ rate }) => rate?.value ?? 0));
    this.#motion.show({ rows: view.rows, geometry, page, scale, motion, atRest, figures: slide.data });
  }

  override render() {
    const { scene } = this;
    if (!scene || !this.#drawn) return nothing;
    const { view, geometry, columns } = this.#drawn;
    const { layout } = scene;
    this.dataset['profile'] = layout.profile;
    return html`
      <pb-frame .scene=${scene} .time=${columns.bar > 0 ? view.time : undefined}>
        ${view.rows.length === 0 ? html`<p class="none">${noRowsText()}</p>` : this.#list(view, geometry, columns, layout)}
      </pb-frame>
    `;
  }

  #list(view: ListView, geometry: Geometry, columns: Columns, layout: Layout) {
    const { left, top, width, height, headings } = geometry;
    return html`
      ${headings > 0 ? this.#headings(geometry, columns) : nothing}
      <div
        class="list ${columns.stacked ? 'stacked' : ''}"
        ${styled({ left, top: top + headings, width, height: height - headings, ...this.#sizes(geometry, columns) })}
      >
        ${repeat(
          this.#motion.shown(),
          ({ row }) => row.id,
          (shown) => rowTemplate(shown, view, columns, layout, this.scene?.motion ?? 'none'),
        )}
      </div>
    `;
  }

  #sizes({ rowWidth, rowHeight }: Geometry, columns: Columns): Record<string, number | string> {
    const { plate, change, name, amount, bar, rate, pace } = columns;
    const grid = columns.stacked
      ? [plate, ...(change > 0 ? [change] : []), name, rate]
      : [plate, change, name, amount, amount, bar, rate, pace].filter((width) => width > 0);
    return {
      '--columns': grid.map((width) => `${width}px`).join(' '),
      '--gap': columns.gap,
      '--row-width': rowWidth,
      '--row-height': rowHeight,
      '--bar-width': bar,
      '--bar-height': columns.barHeight,
      '--rate-size': columns.rateSize,
      '--pace-size': columns.paceSize,
      '--amount-size': Math.round(columns.nameSize * 0.86),
      '--plate-size': Math.round(Math.min(columns.nameSize * 1.2, rowHeight * 0.84)),
    };
  }

  #headings({ left, top, width, headings }: Geometry, columns: Columns) {
    const amounts = columns.amount > 0;
    const cells: readonly (readonly [text: string, side: 'left' | 'right'])[] = [
      ['', 'left'],
      [msg('项目', { id: 'projects.name' }), 'left'],
      ...(amounts ? [[msg('计划', { id: 'projects.plan' }), 'right'] as const] : []),
      ...(amounts ? [[msg('完成', { id: 'projects.completed' }), 'right'] as const] : []),
      ...(columns.bar > 0 ? [[amounts ? `(${yiText()})` : '', 'left'] as const] : []),
      [msg('完成率', { id: 'projects.rate' }), 'right'],
      [msg('进度', { id: 'projects.pace' }), 'right'],
    ];
    return html`
      <div class="headings" ${styled({ left, top, width, height: headings, ...this.#sizesOf(columns) })}>
        ${cells.map(([text, side]) => html`<span class=${side}>${text}</span>`)}
      </div>
    `;
  }

  #sizesOf({ plate, name, amount, bar, rate, pace, gap }: Columns): Record<string, number | string> {
    const grid = [plate, name, amount, amount, bar, rate, pace].filter((width) => width > 0);
    return { '--columns': grid.map((width) => `${width}px`).join(' '), '--gap': gap };
  }

  #paint(element: HTMLElement, row: ListRow, state: RowState, scale: number): void {
    if (!this.#drawn) return;
    const { columns, view } = this.#drawn;
    this.#painter.paint(element, row, state, scale, { length: columns.bar, time: view.time.value });
  }
}
