/** The ornament that frames a page without figures: fretwork on red, a drawn sky on blue, a plain frame on black. */
import { html, svg, type TemplateResult } from 'lit';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import type { Stage } from '../../core/stage/stage.ts';

/** A corner of 回纹 fretwork, drawn in cells of one unit from the outer corner inwards. */
const FRET = 'M0 9V0H9M2 7V2H7M2 7H5V4H4M7 2V5H9';
/** A corner of a technical drawing: an edge, a notch and a measure. */
const BRACKET = 'M0 10V2L2 0H10M0 14V12M12 0H14M3 6V3H6';

function corners(path: string, { width, height }: Stage, at: number, unit: number, stroke: number) {
  const turns = [
    [1, 1, at, at],
    [-1, 1, width - at, at],
    [1, -1, at, height - at],
    [-1, -1, width - at, height - at],
  ] as const;
  return turns.map(
    ([x, y, left, top]) => svg`<path d=${path} transform="translate(${left} ${top}) scale(${x * unit} ${y * unit})"
      fill="none" stroke="var(--c-accent)" stroke-width=${stroke / unit} stroke-linecap="square" />`,
  );
}

/** The straight lines between the corners. */
function edges({ width, height }: Stage, at: number, from: number, stroke: number) {
  const d = `M${at + from} ${at}H${width - at - from}M${at + from} ${height - at}H${width - at - from}M${at} ${at + from}V${height - at - from}M${width - at} ${at + from}V${height - at - from}`;
  return svg`<path d=${d} fill="none" stroke="var(--c-accent)" stroke-width=${stroke} opacity="0.7" />`;
}

/** Circles about the middle, as of a sun on red or of an instrument on blue. */
function rings(theme: ThemeName, { width, height }: Stage) {
  const radius = Math.min(width, height) * 0.34;
  const dashed = theme === 'blue' ? `${radius * 0.012} ${radius * 0.03}` : 'none';
  return [1, 1.16, 1.36].map(
    (
      share,
      index,
    ) => svg`<circle cx=${width / 2} cy=${height / 2} r=${(radius * share).toFixed(1)} fill="none" stroke="var(--c-accent)"
      stroke-width=${index === 1 ? Math.max(1, radius * 0.02) : 1} stroke-dasharray=${index === 1 ? dashed : 'none'} opacity=${(0.3 - index * 0.08).toFixed(2)} />`,
  );
}

/** Heights of far hills in percent of the stage's height, from left to right; the nearer row is lower. */
const HILLS = [
  [9, 14, 11, 19, 24, 17, 21, 13, 18, 10, 15, 8],
  [6, 4, 9, 7, 5, 11, 8, 12, 6, 9, 13, 10],
] as const;

/** Two rows of hills along the lower edge. */
function ridges({ width, height }: Stage) {
  return HILLS.map((hills, row) => {
    const step = width / (hills.length - 1);
    const y = (index: number): number => height - (Math.min(height, width * 0.6) * (hills[index] ?? 0)) / 100;
    const curves = hills.slice(1).map((_, index) => {
      const [from, to] = [index * step, (index + 1) * step];
      const middle = (from + to) / 2;
      return `C${middle.toFixed(1)} ${y(index).toFixed(1)} ${middle.toFixed(1)} ${y(index + 1).toFixed(1)} ${to.toFixed(1)} ${y(index + 1).toFixed(1)}`;
    });
    return svg`<path d="M0 ${height}V${y(0).toFixed(1)}${curves.join('')}V${height}Z" fill="url(#fade)" opacity=${row ? 0.8 : 0.5} />`;
  });
}

export function ornament(theme: ThemeName, stage: Stage): TemplateResult {
  const small = Math.min(stage.width, stage.height);
  const unit = Math.max(2, Math.round(small / 90));
  const stroke = Math.max(2, Math.round(small / 270));
  const at = Math.round(small * 0.032);
  const isBlue = theme === 'blue';
  return html`
    <svg class="ornament" viewBox="0 0 ${stage.width} ${stage.height}">
      <defs>
        <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color="var(--c-accent)" stop-opacity="0.4" />
          <stop offset="1" stop-color="var(--c-accent)" stop-opacity="0.04" />
        </linearGradient>
        <radialGradient id="light" cx="0.5" cy="0.5" r="0.5">
          <stop offset="0" stop-color="var(--c-ray)" stop-opacity="0.26" />
          <stop offset="1" stop-color="var(--c-ray)" stop-opacity="0" />
        </radialGradient>
      </defs>
      ${
        theme === 'black'
          ? null
          : svg`<ellipse cx=${stage.width / 2} cy=${stage.height / 2} rx=${stage.width * 0.46} ry=${stage.height * 0.5} fill="url(#light)" />
              ${ridges(stage)} ${rings(theme, stage)}`
      }
      ${edges(stage, at, unit * (isBlue ? 15 : 9.6), stroke)}
      ${corners(isBlue ? BRACKET : FRET, stage, at, unit, stroke)}
    </svg>
  `;
}
