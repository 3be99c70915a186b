/** The picture behind the cover's words, in layers that come on one after the other. */
import { html, svg, type TemplateResult } from 'lit';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { styled } from '../text/styled.ts';
import { cityScale, farCity, nearCity, noise, type Ground } from './skyline.ts';

const BEAMS = 26;

/** Where the light comes from: low behind the city. */
const sunrise = (ground: Ground): number => Math.round(ground.height - cityScale(ground) * 0.08);

/** Light from behind the city, as wedges that widen upwards. */
const beams = ({ width, height }: Ground): string => {
  const [x, y] = [width / 2, sunrise({ width, height })];
  const reach = Math.hypot(width, height);
  return Array.from({ length: BEAMS }, (_, index) => {
    const middle = Math.PI + ((index + 0.5) / BEAMS) * Math.PI;
    const half = (Math.PI / BEAMS) * (0.2 + noise(index + 400) * 0.24);
    const point = (angle: number): string =>
      `${Math.round(x + Math.cos(angle) * reach)} ${Math.round(y + Math.sin(angle) * reach)}`;
    return `M${x} ${y}L${point(middle - half)}L${point(middle + half)}Z`;
  }).join('');
};

const burst = (ground: Ground) => {
  const { width, height } = ground;
  return html`
    <svg class="layer burst" viewBox="0 0 ${width} ${height}">
      <defs>
        <radialGradient
          id="beam"
          gradientUnits="userSpaceOnUse"
          cx=${width / 2}
          cy=${sunrise(ground)}
          r=${Math.min(height, width * 1.4)}
        >
          <stop offset="0.1" stop-color="var(--c-ray)" stop-opacity="0.3" />
          <stop offset="0.55" stop-color="var(--c-ray)" stop-opacity="0.1" />
          <stop offset="1" stop-color="var(--c-ray)" stop-opacity="0" />
        </radialGradient>
        <radialGradient id="sun" cx="0.5" cy="0.5" r="0.5">
          <stop offset="0" stop-color="var(--c-ray)" stop-opacity="0.5" />
          <stop offset="0.45" stop-color="var(--c-ray)" stop-opacity="0.16" />
          <stop offset="1" stop-color="var(--c-ray)" stop-opacity="0" />
        </radialGradient>
      </defs>
      <path d=${beams(ground)} fill="url(#beam)" />
      <ellipse
        cx=${width / 2}
        cy=${sunrise(ground)}
        rx=${width * 0.62}
        ry=${cityScale(ground) * 0.38}
        fill="url(#sun)"
      />
    </svg>
  `;
};

/** One wave of silk along the foot with a bright hem; the heights of its curve from left to right. */
const wave = (ground: Ground, [first, dip, rise, last]: readonly [number, number, number, number]) => {
  const { width, height } = ground;
  const at = (x: number, y: number): string =>
    `${Math.round(x * width)} ${Math.round(height - (1 - y) * cityScale(ground))}`;
  const hem = `M${at(0, first)}C${at(0.3, dip)} ${at(0.62, rise)} ${at(1, last)}`;
  return svg`
    <path d="${hem}V${height}H0Z" fill="url(#silk)" />
    <path d=${hem} fill="none" stroke="url(#hem)" stroke-width=${Math.max(1, Math.round(height / 300))} />
  `;
};

/** Dust of light, away from the words. */
const dust = ({ width, height }: Ground): readonly TemplateResult[] =>
  Array.from({ length: 140 }, (_, index) => {
    const [x, y] = [noise(index + 900), noise(index + 1200)];
    if (Math.abs(x - 0.5) < 0.36 && y < 0.72) return svg``;
    const size = (0.0014 + noise(index + 1500) ** 3 * 0.004) * Math.min(width, height);
    return svg`<circle cx=${Math.round(x * width)} cy=${Math.round(y * height)} r=${Math.max(1, size).toFixed(1)}
      opacity=${(0.25 + noise(index + 1800) * 0.65).toFixed(2)} />`;
  });

const lights = (ground: Ground) => html`
  <svg class="layer lights" viewBox="0 0 ${ground.width} ${ground.height}">
    <g fill="var(--c-title)">${dust(ground)}</g>
  </svg>
`;

/** The silk in front of the city. */
const silkLayer = (ground: Ground) =>
  cityLayer(
    'silk',
    ground,
    svg`
      <defs>
        <linearGradient id="silk" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stop-color="var(--c-background)" />
          <stop offset="0.22" stop-color="var(--c-background-glow)" />
          <stop offset="0.48" stop-color="var(--c-background-deep)" />
          <stop offset="0.76" stop-color="var(--c-background-glow)" />
          <stop offset="1" stop-color="var(--c-background)" />
        </linearGradient>
        <linearGradient id="hem" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" stop-color="var(--c-accent-deep)" />
          <stop offset="0.25" stop-color="var(--c-title)" />
          <stop offset="0.5" stop-color="var(--c-accent-deep)" />
          <stop offset="0.8" stop-color="var(--c-title)" />
          <stop offset="1" stop-color="var(--c-accent-deep)" />
        </linearGradient>
      </defs>
      ${wave(ground, [0.955, 0.84, 1.06, 0.9])} ${wave(ground, [0.9, 1.05, 0.93, 0.975])}
    `,
  );

/** The share of the stage's height, from its foot, that a layer of the city can reach. */
const CITY_SHARE = 0.58;

const cityLayer = (name: string, { width, height }: Ground, content: TemplateResult): TemplateResult => {
  const top = Math.floor(height * (1 - CITY_SHARE));
  return html`<svg
    class="city ${name}"
    viewBox="0 ${top} ${width} ${height - top}"
    ${styled({ top, width, height: height - top })}
  >
    ${content}
  </svg>`;
};

const behind = (ground: Ground) =>
  cityLayer(
    'far',
    ground,
    svg`
      <defs>
        <linearGradient id="mist" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stop-color="var(--c-accent)" stop-opacity="0.34" />
          <stop offset="1" stop-color="var(--c-accent)" stop-opacity="0.04" />
        </linearGradient>
      </defs>
      <path d=${farCity(ground)} fill="url(#mist)" />
    `,
  );

const cranesLayer = (ground: Ground, cranes: string, line: number) =>
  cityLayer(
    'cranes',
    ground,
    svg`<path d=${cranes} fill="none" stroke="var(--c-accent)" stroke-width=${line} stroke-opacity="0.8" />`,
  );

/** The rich picture of red and blue. */
function deepArt(ground: Ground): TemplateResult {
  const { walls, edges, lit, dim, cranes } = nearCity(ground);
  const line = Math.max(1, Math.round(ground.height / 540));
  const near = svg`
    <defs>
      <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="var(--c-panel)" />
        <stop offset="1" stop-color="var(--c-background-deep)" />
      </linearGradient>
      <linearGradient id="rim" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="var(--c-title)" stop-opacity="0.95" />
        <stop offset="0.75" stop-color="var(--c-accent)" stop-opacity="0.35" />
        <stop offset="1" stop-color="var(--c-accent)" stop-opacity="0" />
      </linearGradient>
    </defs>
    <path d=${walls} fill="url(#wall)" />
    <path d=${edges} fill="none" stroke="url(#rim)" stroke-width=${line} />
    <path d=${dim} fill="var(--c-accent)" opacity="0.3" />
    <path d=${lit} fill="var(--c-title)" opacity="0.9" />
  `;
  return html`${burst(ground)}${lights(ground)}${behind(ground)}${cranesLayer(ground, cranes, line)}${cityLayer('near', ground, near)}${silkLayer(ground)}`;
}

/** Black: flat shapes and their outlines, since on a coarse wall shades turn to blotches. */
function flatArt(ground: Ground): TemplateResult {
  const { walls, edges, lit, cranes } = nearCity(ground);
  const line = Math.max(1, Math.round(ground.height / 400));
  const near = svg`
    <path d=${walls} fill="var(--c-panel)" />
    <path d=${edges} fill="none" stroke="var(--c-line)" stroke-width=${line} />
    <path d=${lit} fill="var(--c-line)" />
  `;
  return html`${cranesLayer(ground, cranes, line)}${cityLayer('near', ground, near)}`;
}

export const coverArt = (theme: ThemeName, ground: Ground): TemplateResult =>
  html`<div class="art">${theme === 'black' ? flatArt(ground) : deepArt(ground)}</div>`;
