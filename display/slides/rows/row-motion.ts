import type { ReactiveController } from 'lit';
import { pageRange } from '../../../core/stage/paging.ts';
import type { LitElement } from 'lit';
import {
  EMPTY_SAMPLE,
  enterPlan,
  sample,
  turnPlan,
  updatePlan,
  type Chapter,
  type RowPlan,
  type RowState,
  type RowTarget,
  type Sample,
} from '../../motion/row-plan.ts';
import type { Motion } from '../../motion/motion.ts';
import { FAULT_EVENT } from '../scene.ts';
import { placeOf, type Geometry } from './geometry.ts';
import type { ListRow } from './list-view.ts';

/** A row to draw, with what it said before its figures changed. */
export interface ShownRow {
  readonly row: ListRow;
  readonly before: ListRow;
  readonly chapter: Chapter;
}

export interface ListState {
  readonly rows: readonly ListRow[];
  readonly geometry: Geometry;
  readonly page: number;
  readonly scale: number;
  readonly motion: Motion;
  /** What comes on, the list or another page of it, comes without moving. */
  readonly atRest: boolean;
  /** The list stands at the first frame of its entrance until its turn comes. */
  readonly waiting: boolean;
  /** Changes when the figures do. */
  readonly figures: unknown;
}

export type Painter = (element: HTMLElement, row: ListRow, state: RowState, scale: number) => void;

/** Moves the rows of a list: decides which plan a new state asks for, and paints its samples. */
export class RowMotion implements ReactiveController {
  readonly #host: LitElement;
  readonly #paint: Painter;
  #state: ListState | null = null;
  #plan: RowPlan | null = null;
  #startedAt = 0;
  #frame = 0;
  #drawnKey = '';
  #rows = new Map<string, ListRow>();
  #before = new Map<string, ListRow>();

  constructor(host: LitElement, paint: Painter) {
    this.#host = host;
    this.#paint = paint;
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  hostUpdated(): void {
    this.#paintNow();
    if (this.#runs() && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#step());
  }

  /** Takes what is to be shown; called before every render. */
  show(state: ListState): void {
    const previous = this.#state;
    this.#state = state;
    if (!previous || previous.waiting) {
      this.#begin(enterPlan(this.#targets(state, null), state.scale, state.geometry.rowHeight * 0.4), state);
      return;
    }
    const figures = previous.figures !== state.figures;
    if (!figures && previous.page === state.page) return;
    const present = this.#present();
    if (previous.page !== state.page) this.#begin(turnPlan(present, this.#turned(present, state), state.scale), state);
    else this.#begin(updatePlan(present, this.#targets(state, present), state.scale), state);
  }

  /** The rows that are to be in the page now, in display order. */
  shown(): readonly ShownRow[] {
    const shown: ShownRow[] = [];
    for (const [id, { chapter }] of this.#present().rows) {
      const row = this.#rows.get(id);
      if (row) shown.push({ row, before: this.#before.get(id) ?? row, chapter });
    }
    return shown.sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
  }

  #begin(plan: RowPlan, state: ListState): void {
    const known = this.#rows;
    this.#before = known;
    this.#rows = new Map(state.rows.map((row) => [row.id, row]));
    for (const id of plan.tracks.keys()) {
      const gone = known.get(id);
      if (gone && !this.#rows.has(id)) this.#rows.set(id, gone);
    }
    this.#plan = plan;
    this.#startedAt = state.atRest ? -Infinity : performance.now();
  }

  #time(): number {
    if (this.#state?.motion !== 'full') return Infinity;
    return this.#state.waiting ? 0 : performance.now() - this.#startedAt;
  }

  #present(): Sample {
    return this.#plan ? sample(this.#plan, this.#time()) : EMPTY_SAMPLE;
  }

  #runs(): boolean {
    return this.#plan !== null && !this.#state?.waiting && this.#time() < this.#plan.length;
  }

  /** Where rows belong on the present page; those that leave it go just beyond its edge. */
  #targets({ rows, geometry, page }: ListState, present: Sample | null): readonly RowTarget[] {
    const [from, to] = pageRange(geometry.pages, page);
    const beyond = (order: number) => ({
      x: order < from ? 0 : (geometry.columns - 1) * (geometry.rowWidth + geometry.gapX),
      y: order < from ? -geometry.rowHeight - geometry.gapY : geometry.height + geometry.gapY,
    });
    const targets: RowTarget[] = [];
    rows.forEach((row, order) => {
      const old = this.#rows.get(row.id);
      const value = row.figure?.value ?? 0;
      const climbs = present !== null && old !== undefined && old.order > row.order;
      if (order >= from && order < to) {
        const entry = present && !present.rows.has(row.id) ? { from: beyond(old ? old.order : to) } : {};
        targets.push({ id: row.id, value, climbs, ...placeOf(geometry, order - from), ...entry });
      } else if (present?.rows.has(row.id)) targets.push({ id: row.id, value, leaves: true, ...beyond(order) });
    });
    return targets;
  }

  #turned(present: Sample, state: ListState): readonly RowTarget[] {
    const travel = state.geometry.height + state.geometry.gapY;
    const coming = this.#targets(state, null).map((target) => ({
      ...target,
      from: { x: target.x, y: target.y + travel },
    }));
    const stay = new Set(coming.map(({ id }) => id));
    const going = [...present.rows]
      .filter(([id]) => !stay.has(id))
      .map(([id, { x, y, value }]): RowTarget => ({ id, x, y: y - travel, value, leaves: true }));
    return [...going, ...coming];
  }

  #step(): void {
    this.#frame = 0;
    try {
      this.#move();
    } catch (detail) {
      this.#host.dispatchEvent(new CustomEvent(FAULT_EVENT, { detail }));
    }
  }

  #move(): void {
    // Lit draws again only when a row says something new; in between only transforms and digits change.
    if (this.#key() !== this.#drawnKey) {
      this.#host.requestUpdate();
      return;
    }
    this.#paintNow();
    if (this.#runs()) this.#frame = requestAnimationFrame(() => this.#step());
    else this.#host.requestUpdate();
  }

  #key(): string {
    return [...this.#present().rows].map(([id, { chapter }]) => `${id}:${chapter}`).join();
  }

  #paintNow(): void {
    const { rows, scale } = this.#present();
    this.#drawnKey = [...rows].map(([id, { chapter }]) => `${id}:${chapter}`).join();
    for (const element of this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-row]')) {
      const id = element.dataset['row'] ?? '';
      const [row, state] = [this.#rows.get(id), rows.get(id)];
      if (row && state) this.#paint(element, row, state, scale);
    }
  }
}
