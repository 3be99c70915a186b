/** The lines of a year's chart, and the name at the end of each. */
import { html, svg, type TemplateResult } from 'lit';
import { measureFigures, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { spread } from './spread.ts';
import { xOf, yOf, type LinePoint, type Plot } from './year-lines.ts';

export interface YearLine {
  readonly name: string;
  readonly points: readonly (LinePoint & { readonly hollow?: true })[];
  /** The last figure as it is printed. */
  readonly text: string;
}

export interface Drawn extends YearLine {
  readonly colour: string;
  readonly isWhole: boolean;
}

/** The last value of a line, where it has one. */
export const lastOf = (line: YearLine): number | undefined => line.points[line.points.length - 1]?.value;

export const tagWidth = ({ name, text }: YearLine, size: number): number =>
  Math.ceil(measureText(name, size) + measureFigures(text, size) + size * 1.25);

export function tags(plot: Plot, lines: readonly Drawn[], size: number): TemplateResult {
  const height = Math.round(size * 1.42);
  const shown = lines.filter((line) => lastOf(line) !== undefined);
  const from = shown.map((line) => yOf(plot, lastOf(line) ?? 0));
  const middles = spread(from, height, 0, plot.box.top + plot.box.height);
  const at = xOf(plot, lines[0]?.points[lines[0].points.length - 1]?.at ?? 0);
  const width = Math.max(0, ...shown.map((line) => tagWidth(line, size)));
  const [near, far] = [at + size * 0.4, at + Math.round(size * 1.3)];
  return html`
    <svg class="box joins" ${styled({ width: far, height: plot.box.top + plot.box.height })}>
      ${shown.map((line, index) => svg`<path d="M${near} ${from[index] ?? 0}L${far} ${middles[index] ?? 0}" fill="none" stroke=${line.colour} stroke-width=${Math.max(1, size * 0.06)} />`)}
    </svg>
    ${shown.map(
      (line, index) => html`
        <div
          class="tag ${line.isWhole ? 'whole' : ''}"
          ${styled({ left: far, top: (middles[index] ?? 0) - Math.round(height / 2), width, height, 'font-size': size, '--tag': line.colour })}
        >
          <span>${line.name}</span><b class="figures">${line.text}</b>
        </div>
      `,
    )}
  `;
}
