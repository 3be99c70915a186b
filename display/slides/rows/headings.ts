import { html, type TemplateResult } from 'lit';
import { styled } from '../../text/styled.ts';
import type { Columns } from './column-widths.ts';
import type { Geometry } from './geometry.ts';
import type { Headings, ListView } from './list-view.ts';

/** The tracks of a row's grid, as CSS. */
export function trackWidths({ statusFirst }: ListView, columns: Columns): string {
  const { plate, change, name, cells, bar, figure, status, stacked } = columns;
  const end = statusFirst ? [status, figure] : [figure, status];
  const widths = stacked
    ? [plate, ...(change > 0 ? [change] : []), name, figure]
    : [plate, change, name, ...cells, bar, ...end].filter((width) => width > 0);
  return widths.map((width) => `${width}px`).join(' ');
}

/** The line of headings above the rows, in the same columns. */
export function headingsTemplate(
  headings: Headings,
  view: ListView,
  { left, top, width, headings: height }: Geometry,
  columns: Columns,
): TemplateResult {
  const { plate, change, cells, bar, gap, status } = columns;
  const named: readonly (readonly [text: string, side: 'left' | 'right', shown: boolean])[] = [
    ['', 'left', plate > 0],
    ['', 'left', change > 0],
    [headings.name, 'left', true],
    ...headings.cells.map((text, index) => [text, 'right', index < cells.length] as const),
    [cells.length > 0 ? headings.bar : '', 'left', bar > 0],
    [headings.figure, 'right', true],
    [headings.status, 'right', status > 0],
  ];
  return html`
    <div
      class="headings"
      ${styled({ left, top, width, height, '--columns': trackWidths(view, columns), '--gap': gap })}
    >
      ${named.filter(([, , shown]) => shown).map(([text, side]) => html`<span class=${side}>${text}</span>`)}
    </div>
  `;
}
