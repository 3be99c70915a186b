import { html, svg, type nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Stage } from '../../core/stage/stage.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { isLow, profileOf } from '../../core/stage/layout.ts';

const RAYS = 18;

/** One ray as a thin triangle from a light above the stage, fanning out below its lower edge. */
const ray = (index: number, { width, height }: Stage) => {
  const [x, y] = [width * 0.5, -height * 0.42];
  const reach = (width + height) * 1.2;
  const middle = ((index + 0.5) / RAYS) * Math.PI;
  const half = 0.026 + 0.02 * ((index * 7) % 5) * 0.3;
  const point = (angle: number): string =>
    `${Math.round(x + Math.cos(angle) * reach)},${Math.round(y + Math.sin(angle) * reach)}`;
  return svg`<polygon points="${x},${y} ${point(middle - half)} ${point(middle + half)}" fill="url(#ray)" opacity=${
    0.45 + ((index * 3) % 4) * 0.16
  } />`;
};

/** Fine lines that give a flat wall some depth: rhombs on red, a grid with its crossings on blue. */
const texture = (theme: ThemeName, { height }: Stage) => {
  const step = Math.max(16, Math.round(height / 15));
  const dot = Math.max(1, Math.round(height / 600));
  const lines =
    theme === 'blue'
      ? svg`<path d="M0 0H${step}M0 0V${step}" opacity="0.07" /><path d="M${-dot} 0H${dot * 2}M0 ${-dot}V${dot * 2}" stroke-width=${dot} opacity="0.34" />`
      : svg`<path d="M0 ${step}L${step} 0M0 0L${step} ${step}" opacity="0.05" />`;
  return svg`
    <pattern id="texture" width=${step} height=${step} patternUnits="userSpaceOnUse">
      <g fill="none" stroke="var(--c-ray)" stroke-width="1">${lines}</g>
    </pattern>
  `;
};

/** A sheet that lies on the ground: lighter towards its edge, which catches the light, and a shadow under it. */
const sheet = (curve: string, close: string, line: number) => svg`
  <path d=${curve} fill="none" stroke="#000" stroke-width=${line * 7} opacity="0.1" />
  <path d=${curve} fill="none" stroke="#000" stroke-width=${line * 3} opacity="0.16" />
  <path d="${curve}${close}" fill="url(#sheet)" />
  <path d=${curve} fill="none" stroke="url(#edge)" stroke-width=${line} />
`;

/** Red: sheets of silk that come in from two corners. */
const silk = ({ width, height }: Stage, line: number): readonly SVGTemplateResult[] => {
  const depth = Math.min(height, width);
  const at = (x: number, y: number): string => `${Math.round(x * width)} ${Math.round(y * depth)}`;
  const low = (x: number, y: number): string => `${Math.round(x * width)} ${Math.round(height - (1 - y) * depth)}`;
  const corner = `V${height}H${Math.round(width * 0.3)}Z`;
  return [
    sheet(`M${low(0.36, 1)}C${low(0.62, 0.98)} ${low(0.72, 0.52)} ${low(1, 0.5)}`, corner, line),
    sheet(`M${low(0.56, 1)}C${low(0.74, 0.97)} ${low(0.8, 0.74)} ${low(1, 0.7)}`, corner, line),
    sheet(`M${at(0, 0.36)}C${at(0.12, 0.34)} ${at(0.2, 0.1)} ${at(0.4, 0)}`, 'H0Z', line),
    sheet(`M${at(0, 0.18)}C${at(0.07, 0.17)} ${at(0.11, 0.05)} ${at(0.22, 0)}`, 'H0Z', line),
  ];
};

/** Blue: rings of an instrument around the lower right corner, with their ticks. */
const rings = ({ width, height }: Stage, line: number): readonly SVGTemplateResult[] =>
  [0.46, 0.66, 0.9, 1.18].map((share, index) => {
    const radius = Math.round(height * share);
    const ticks = index % 2 ? `${line * 2} ${line * 9}` : 'none';
    return svg`
      <circle cx=${width} cy=${height} r=${radius} fill="url(#sheet)" opacity="0.5" />
      <circle cx=${width} cy=${height} r=${radius} fill="none" stroke="var(--c-ray)" stroke-width=${index % 2 ? line * 5 : line}
        stroke-dasharray=${ticks} opacity=${index % 2 ? 0.13 : 0.22} />
    `;
  });

const paints = ({ width, height }: Stage) => svg`
  <radialGradient id="ray" gradientUnits="userSpaceOnUse" cx=${width * 0.5} cy=${-height * 0.42} r=${height * 1.35}>
    <stop offset="0.25" stop-color="var(--c-ray)" stop-opacity="0.15" />
    <stop offset="1" stop-color="var(--c-ray)" stop-opacity="0" />
  </radialGradient>
  <linearGradient id="sheet" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="var(--c-background-glow)" stop-opacity="0.55" />
    <stop offset="1" stop-color="var(--c-background-deep)" stop-opacity="0.25" />
  </linearGradient>
  <linearGradient id="edge" x1="0" y1="1" x2="1" y2="0">
    <stop offset="0" stop-color="var(--c-accent)" stop-opacity="0.05" />
    <stop offset="0.55" stop-color="var(--c-accent)" stop-opacity="0.5" />
    <stop offset="1" stop-color="var(--c-accent)" stop-opacity="0.1" />
  </linearGradient>
`;

/** The static background of a stage, painted once. Black has none: on a coarse wall every lit pixel has to say something. */
export function backdrop(theme: ThemeName, stage: Stage): TemplateResult | typeof nothing {
  const profile = profileOf(stage);
  if (theme === 'black' || isLow({ profile })) return html`<div class="ground"></div>`;
  const { width, height } = stage;
  const line = Math.max(1, Math.round(height / 540));
  return html`
    <div class="ground"></div>
    <svg class="rays" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
      <defs>${paints(stage)} ${texture(theme, stage)}</defs>
      <rect width=${width} height=${height} fill="url(#texture)" />
      ${Array.from({ length: RAYS }, (_, index) => ray(index, stage))}
      ${theme === 'blue' ? rings(stage, line) : silk(stage, line)}
    </svg>
    <div class="vignette"></div>
  `;
}
