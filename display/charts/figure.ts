/** A figure with its unit as large as its box allows, and the words above and below it. */
import { html, nothing, type TemplateResult } from 'lit';
import { SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import { fitted } from '../parts/fitted.ts';
import { measureFigures, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';

/** Of the figure's size. */
const UNIT_SHARE = 0.42;
/** Between a figure and its unit, with something to spare, in sizes of the figure. */
const UNIT_GAP = 0.2;

/** The largest size in whole pixels at which a figure and its unit fit; the unit never below 16 px. */
export function figureSize(text: string, unit: string, width: number, most: number, share = UNIT_SHARE): number {
  const digits = measureFigures(text, 1);
  if (!unit) return Math.max(12, Math.floor(Math.min(most, width / (digits + 0.04))));
  const shared = Math.min(most, width / (digits + measureText(unit, share) + UNIT_GAP));
  const beside = Math.min(most, (width - measureText(unit, SMALLEST_CHARACTER_PX)) / (digits + UNIT_GAP));
  return Math.max(12, Math.floor(shared * share >= SMALLEST_CHARACTER_PX ? shared : beside));
}

export interface Figure {
  /** As it is now, on its way. */
  readonly text: string;
  /** As it will end: sizes follow the end. */
  readonly goal: string;
  readonly unit: string;
  readonly width: number;
  readonly size: number;
  readonly golden?: boolean;
}

export function figure({ text, goal, unit, width, size, golden = false }: Figure): TemplateResult {
  return html`
    <div class="big figures" ${styled({ 'font-size': figureSize(goal, unit, width, size) })}>
      <b class=${golden ? 'golden' : ''}>${text}</b>${unit ? html`<em>${unit}</em>` : nothing}
    </div>
  `;
}

/** One line of words in a box; smaller where it is long, never below 16 px unless the box's own size is. */
export const words = (text: string, width: number, size: number, least = 16): TemplateResult =>
  fitted(text, { width, size: Math.max(least, Math.round(size)), least, maxLines: 1 }, measureText);

/** One line with figures in it. */
export const facts = (text: string, width: number, size: number, least = 16): TemplateResult =>
  html`<span class="figures"
    >${fitted(text, { width, size: Math.max(least, Math.round(size)), least, maxLines: 1 }, measureFigures)}</span
  >`;

/** The first of several ways to say a thing that fits at a size; the last, the shortest, where none does. */
export const shortest = (texts: readonly string[], width: number, size: number): string =>
  texts.find((text) => measureFigures(text, size) <= width) ?? texts[texts.length - 1] ?? '';
