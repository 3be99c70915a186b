/** A bar of several items: each has a slot as wide as the most that it can bring, filled by what it brought. */
import { msg, str } from '@lit/localize';
import type { Layout } from '../../../core/stage/layout.ts';
import { fitText, type Fitted } from '../../text/fit.ts';
import { measureFigures, measureText } from '../../text/measure.ts';

export interface ItemPart {
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly max: number;
}

/** One or more items side by side, in whole pixels of the bar. */
export interface Slot {
  readonly left: number;
  readonly width: number;
  /** What it is, and its points; absent where they have no room. */
  readonly label: Fitted | null;
  readonly points: string;
  /** How much of the slot is filled, from 0 to 1. */
  readonly share: number;
}

export interface SlotRoom {
  readonly width: number;
  readonly gap: number;
  /** Size of labels and points; 0 where rows are too low for them. */
  readonly size: number;
  readonly lines: 1 | 2;
}

const LEAST_LABEL_PX = 16;
/** Labels of one bar are of about one size: rather fewer than smaller. */
const LEAST_SHARE = 0.76;
/** Heights of one line, and of two (which are set at four fifths of the size), in sizes. */
const ONE_LINE = 1.3;
const TWO_LINES = 1.9;

/** What bars of so many pixels leave for words, above and below them. */
export function slotRoom(
  width: number,
  rowHeight: number,
  barHeight: number,
  { unit, secondaryText }: Layout,
): SlotRoom {
  const beside = (rowHeight - barHeight) / 2;
  const gap = Math.max(1, Math.round(unit / 4));
  const most = Math.round(secondaryText * 0.66);
  const two = Math.min(most, Math.floor(beside / TWO_LINES));
  if (two * 0.8 >= LEAST_LABEL_PX) return { width, gap, size: two, lines: 2 };
  const one = Math.min(most, Math.floor(beside / ONE_LINE));
  return { width, gap, size: one < LEAST_LABEL_PX ? 0 : one, lines: 1 };
}

/** A label on at most two lines of at least two characters; null where it does not fit as a whole. */
function labelIn(label: string, width: number, { size, lines }: SlotRoom): Fitted | null {
  if (size === 0) return null;
  const least = Math.max(LEAST_LABEL_PX, Math.round(size * LEAST_SHARE));
  const box = { width: width - 2, size, least, maxLines: lines };
  const fitted = fitText(label, box, measureText);
  const cut = fitted.lines.some((line) => line.endsWith('…'));
  return cut || (fitted.lines.length > 1 && box.width < fitted.size * 2) ? null : fitted;
}

const sum = (parts: readonly ItemPart[], of: (part: ItemPart) => number): number =>
  parts.reduce((total, part) => total + of(part), 0);

/** Items side by side as one, named by the first. */
function together(parts: readonly ItemPart[]): ItemPart {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? { label: '', text: '', value: 0, max: 0 };
  const value = sum(parts, (part) => Math.max(0, part.value));
  const label = msg(str`${first.label}等${parts.length}项`, { id: 'assessment.more' });
  return { label, text: value.toFixed(1), value, max: sum(parts, ({ max }) => max) };
}

/** Neighbours whose names have no room of their own share a slot. */
function grouped(parts: readonly ItemPart[], fits: (part: ItemPart) => boolean): readonly ItemPart[] {
  const groups: (readonly ItemPart[])[] = [];
  let open: readonly ItemPart[] = [];
  for (const part of parts) {
    open = [...open, part];
    if (!fits(together(open))) continue;
    groups.push(open);
    open = [];
  }
  const last = groups.pop() ?? [];
  return [...groups, [...last, ...open]].filter((group) => group.length > 0).map(together);
}

/** The slots of a bar, in the order of the scheme. */
export function slotsOf(parts: readonly ItemPart[], room: SlotRoom): readonly Slot[] {
  const { width, gap, size } = room;
  const counted = parts.filter(({ max }) => max > 0);
  const all = sum(counted, ({ max }) => max);
  if (all === 0) return [];
  const fits = ({ label, max }: ItemPart): boolean => labelIn(label, (max / all) * width - gap, room) !== null;
  const shown = size > 0 ? grouped(counted, fits) : counted;
  let at = 0;
  return shown.map(({ label, text, value, max }) => {
    const left = Math.round((at / all) * width);
    at += max;
    const wide = Math.max(1, Math.round((at / all) * width) - left - gap);
    const points = size > 0 && measureFigures(text, size) <= wide ? text : '';
    return {
      left,
      width: wide,
      label: labelIn(label, wide, room),
      points,
      share: Math.min(1, Math.max(0, value / max)),
    };
  });
}

/** The rows of a page that begin with other items than the row above: their slots are labelled. */
export function labelledRows(
  rows: readonly { readonly id: string; readonly parts?: readonly ItemPart[] }[],
): ReadonlySet<string> {
  const itemsOf = (parts: readonly ItemPart[]): string => parts.map(({ label, max }) => `${label} ${max}`).join();
  const labelled = rows.filter(({ parts = [] }, index) => {
    const above = rows[index - 1]?.parts;
    return above === undefined || itemsOf(above) !== itemsOf(parts);
  });
  return new Set(labelled.map(({ id }) => id));
}
