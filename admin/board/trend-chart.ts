import { html, svg, type TemplateResult } from 'lit';

/** One line of the chart; values in percent, undefined where there is none. */
export interface Line {
  readonly name: string;
  readonly kind: string;
  readonly values: readonly (number | undefined)[];
}

const WIDTH = 340;
const HEIGHT = 180;
const LEFT = 34;
const RIGHT = 16;
const TOP = 10;
const BOTTOM = 24;

/** Steps of the scale that give three to six lines. */
const stepFor = (most: number): number => [10, 20, 25, 50, 100, 200, 500].find((step) => most / step <= 5) ?? 1000;

/** Curves over the months of a year, drawn from the values; what they say stands in the table beside. */
export function trendChart(title: string, labels: readonly string[], lines: readonly Line[]): TemplateResult {
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const step = stepFor(Math.max(100, ...all));
  const top = Math.ceil(Math.max(100, ...all) / step) * step;
  const x = (index: number): number =>
    LEFT + (labels.length === 1 ? 0 : (index * (WIDTH - LEFT - RIGHT)) / (labels.length - 1));
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const scale = Array.from({ length: top / step + 1 }, (_, index) => index * step);
  const pathOf = ({ values }: Line): string =>
    values
      .flatMap((value, index) => (value === undefined ? [] : [`${x(index).toFixed(1)} ${y(value).toFixed(1)}`]))
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${point}`)
      .join('');
  return html`
    <svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${title}>
      ${scale.map(
        (value) => svg`
          <line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(value)} y2=${y(value)} />
          <text x=${LEFT - 5} y=${y(value) + 3.5} text-anchor="end">${value}%</text>`,
      )}
      ${labels.map((label, index) =>
        labels.length > 8 && index % 2 === 0 && index !== labels.length - 1
          ? ''
          : svg`<text x=${x(index)} y=${HEIGHT - 7} text-anchor="middle">${label}</text>`,
      )}
      ${lines.map((line) => svg`<path class="line ${line.kind}" d=${pathOf(line)} />`)}
      ${lines
        .slice(0, 1)
        .flatMap(({ kind, values }) =>
          values.map((value, index) =>
            value === undefined ? '' : svg`<circle class=${kind} cx=${x(index)} cy=${y(value)} r="2.6" />`,
          ),
        )}
    </svg>
    <ul class="legend">
      ${lines.map(
        ({ name, kind }) =>
          html`<li>
            <svg viewBox="0 0 22 6" aria-hidden="true"><path class="line ${kind}" d="M0 3h22" /></svg>${name}
          </li>`,
      )}
    </ul>
  `;
}
