import { countedText } from '../../motion/counted-text.ts';
import type { RowState } from '../../motion/row-plan.ts';
import { barLength } from './bar-scale.ts';
import type { ListRow } from './list-view.ts';

/** An element whose style is written only where it changes. */
class Part {
  readonly element: HTMLElement;
  readonly #written = new Map<string, string>();

  constructor(element: HTMLElement) {
    this.element = element;
  }

  style(name: string, value: string): void {
    if (this.#written.get(name) === value) return;
    this.#written.set(name, value);
    this.element.style.setProperty(name, value);
  }
}

const NAMES = ['glow', 'fill', 'over', 'mark', 'hundred', 'count'] as const;
type PartName = (typeof NAMES)[number];
type RowParts = { readonly row: Part } & { readonly [N in PartName]?: Part };

const partsOf = (row: HTMLElement): RowParts => {
  const parts: { row: Part } & { [N in PartName]?: Part } = { row: new Part(row) };
  for (const name of NAMES) {
    const element = row.querySelector<HTMLElement>(`.${name}`);
    if (element) parts[name] = new Part(element);
  }
  return parts;
};

/** Where the bars of a list start from: the length of a track, and where time says they should be. */
export interface BarTrack {
  readonly length: number;
  readonly time: number;
}

/** Paints what moves in a row: its place, its bar and its digits. Looks its parts up once, not every frame. */
export class RowPainter {
  #parts = new WeakMap<HTMLElement, RowParts>();

  /** The rows are drawn anew: their parts may be other elements now. */
  reset(): void {
    this.#parts = new WeakMap();
  }

  paint(element: HTMLElement, row: ListRow, state: RowState, scale: number, { length, time }: BarTrack): void {
    const parts = this.#partsOf(element);
    const along = (rate: number): string => `translateX(${Math.round((Math.min(rate, scale) / scale) * length)}px)`;
    parts.row.style('transform', `translate3d(${Math.round(state.x)}px, ${Math.round(state.y)}px, 0)`);
    parts.row.style('opacity', String(state.opacity));
    parts.row.style('z-index', state.glow > 0 ? '2' : '1');
    parts.glow?.style('opacity', String(state.glow));
    const { pixels, over } = barLength(row.rate ? state.value : 0, scale, length);
    parts.fill?.style('transform', `translateX(${pixels - length}px)`);
    parts.over?.style('opacity', over ? '1' : '0');
    parts.mark?.style('transform', along(time));
    parts.hundred?.style('transform', along(100));
    parts.hundred?.style('opacity', scale > 100.5 ? '1' : '0');
    const digits = parts.count?.element;
    const text = row.rate ? countedText(state.value, row.rate.value, row.rate.text) : '—';
    if (digits && digits.textContent !== text) digits.textContent = text;
  }

  #partsOf(element: HTMLElement): RowParts {
    const known = this.#parts.get(element);
    if (known) return known;
    const parts = partsOf(element);
    this.#parts.set(element, parts);
    return parts;
  }
}
