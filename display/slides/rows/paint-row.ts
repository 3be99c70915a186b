import { countedText } from '../../motion/counted-text.ts';
import { passed } from '../../motion/ease.ts';
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
type RowParts = { readonly row: Part; readonly items: readonly Part[] } & { readonly [N in PartName]?: Part };

const partsOf = (row: HTMLElement): RowParts => {
  const items = Array.from(row.querySelectorAll<HTMLElement>('.part'), (element) => new Part(element));
  const parts: { row: Part; items: readonly Part[] } & { [N in PartName]?: Part } = { row: new Part(row), items };
  for (const name of NAMES) {
    const element = row.querySelector<HTMLElement>(`.${name}`);
    if (element) parts[name] = new Part(element);
  }
  return parts;
};

/** What the bars of a list have in common. */
export interface BarTrack {
  readonly length: number;
  /** Where time says that bars should be. */
  readonly time: number;
  /** How much of the slots of a row's items is filled, from 0 to 1. */
  readonly shares: (row: ListRow) => readonly number[];
}

/** Items fill together, as far as the figure has counted. */
function paintItems(items: readonly Part[], shares: readonly number[], counted: number): void {
  items.forEach((item, index) => item.style('transform', `scaleX(${((shares[index] ?? 0) * counted).toFixed(4)})`));
}

/** Paints what moves in a row: its place, its bar and its digits. Looks its parts up once, not every frame. */
export class RowPainter {
  #parts = new WeakMap<HTMLElement, RowParts>();

  /** The rows are drawn anew: their parts may be other elements now. */
  reset(): void {
    this.#parts = new WeakMap();
  }

  paint(element: HTMLElement, row: ListRow, state: RowState, scale: number, { length, time, shares }: BarTrack): void {
    const parts = this.#partsOf(element);
    const along = (rate: number): string => `translateX(${Math.round((Math.min(rate, scale) / scale) * length)}px)`;
    parts.row.style('transform', `translate3d(${Math.round(state.x)}px, ${Math.round(state.y)}px, 0)`);
    parts.row.style('opacity', String(state.opacity));
    parts.row.style('z-index', state.glow > 0 ? '2' : '1');
    parts.glow?.style('opacity', String(state.glow));
    const { pixels, over } = barLength(row.figure ? state.value : 0, scale, length);
    parts.fill?.style('transform', `translateX(${pixels - length}px)`);
    parts.over?.style('opacity', over ? '1' : '0');
    parts.mark?.style('transform', along(time));
    parts.hundred?.style('transform', along(100));
    parts.hundred?.style('opacity', scale > 100.5 ? '1' : '0');
    const digits = parts.count?.element;
    const { figure } = row;
    const text = figure ? countedText(state.value, figure.value, figure.text) : '—';
    if (digits && digits.textContent !== text) digits.textContent = text;
    if (parts.items.length > 0) paintItems(parts.items, shares(row), figure ? passed(state.value, 0, figure.value) : 0);
  }

  #partsOf(element: HTMLElement): RowParts {
    const known = this.#parts.get(element);
    if (known) return known;
    const parts = partsOf(element);
    this.#parts.set(element, parts);
    return parts;
  }
}
