/** On a stage of few rows of pixels: one figure with its name, and one line below it or at the far end. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Layout } from '../../core/stage/layout.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import type { Rect } from '../slides/summary-boxes.ts';
import { across, down, NO_BOX } from './boxes.ts';
import { facts, figure, shortest, words } from './figure.ts';

export interface LowFigure {
  readonly label: string;
  /** As it is now, on its way, and as it will end. */
  readonly text: string;
  readonly goal: string;
  readonly unit: string;
  /** Several ways to say the line, the longest first. */
  readonly lines: readonly string[];
}

/** Smaller letters are none on a wall. */
const LEAST = 16;
const LOWEST_OF_TWO = 56;

/** Whether figure and line stand side by side. */
export const isOneLine = ({ profile }: Layout, { height }: Rect): boolean =>
  profile === 'ticker' || height < LOWEST_OF_TWO;

export function lowFigure({ label, text, goal, unit, lines }: LowFigure, body: Rect, layout: Layout): TemplateResult {
  const side = isOneLine(layout, body);
  const [upper = NO_BOX, lower = NO_BOX] = side ? across(body, [45, 55], layout.margin * 2) : down(body, [60, 40], 0);
  const size = Math.max(LEAST, Math.round(Math.min(layout.secondaryText, upper.height * 0.6)));
  const wanted = Math.ceil(measureText(label, size)) + 4;
  const shown = label !== '' && wanted <= upper.width * 0.56;
  const width = upper.width - (shown ? wanted + size * 0.4 : 0);
  const high = Math.max(LEAST, Math.min(lower.height * 0.78, layout.secondaryText * 1.3));
  return html`
    <div class="box lead" ${styled({ ...upper })}>
      ${shown ? html`<span class="soft">${words(label, wanted, size)}</span>` : nothing}
      ${figure({ text, goal, unit, width, size: upper.height * 0.92 })}
    </div>
    <div class="box column ${side ? 'end' : ''}" ${styled({ ...lower })}>
      ${facts(shortest(lines, lower.width, Math.max(LEAST, high * 0.75)), lower.width, high)}
    </div>
  `;
}
