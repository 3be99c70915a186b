import { html, svg, type nothing, type TemplateResult } from 'lit';
import type { Stage } from '../../core/stage/stage.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { profileOf } from '../../core/stage/layout.ts';

const RAYS = 22;

/** One ray as a thin triangle from a light above the stage, fanning out below its lower edge. */
const ray = (index: number, { width, height }: Stage) => {
  const [x, y] = [width * 0.24, -height * 0.32];
  const reach = (width + height) * 1.6;
  const middle = -0.42 + (index / RAYS) * (Math.PI + 0.84);
  const half = 0.018 + 0.02 * ((index * 7) % 5) * 0.25;
  const point = (angle: number): string =>
    `${(x + Math.cos(angle) * reach).toFixed(1)},${(y + Math.sin(angle) * reach).toFixed(1)}`;
  return svg`<polygon points="${x},${y} ${point(middle - half)} ${point(middle + half)}" fill="url(#ray)" opacity=${
    0.5 + ((index * 3) % 4) * 0.16
  } />`;
};

/** Fine lines that give a flat wall some depth: rhombs on red, a grid on blue. */
const texture = (theme: ThemeName, { height }: Stage) => {
  const step = Math.max(16, Math.round(height / 15));
  const path = theme === 'blue' ? `M0 0H${step}M0 0V${step}` : `M0 ${step}L${step} 0M0 0L${step} ${step}`;
  return svg`
    <pattern id="texture" width=${step} height=${step} patternUnits="userSpaceOnUse">
      <path d=${path} fill="none" stroke="var(--c-ray)" stroke-width="1" opacity=${theme === 'blue' ? 0.075 : 0.05} />
    </pattern>
  `;
};

/** The static background of a stage. Black has none: on a coarse wall every lit pixel has to say something. */
export function backdrop(theme: ThemeName, stage: Stage): TemplateResult | typeof nothing {
  const profile = profileOf(stage);
  if (theme === 'black' || profile === 'strip' || profile === 'ticker') return html`<div class="ground"></div>`;
  const { width, height } = stage;
  return html`
    <div class="ground"></div>
    <svg class="rays" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
      <defs>
        <radialGradient
          id="ray"
          gradientUnits="userSpaceOnUse"
          cx=${width * 0.24}
          cy=${-height * 0.32}
          r=${width * 0.95}
        >
          <stop offset="0.2" stop-color="var(--c-ray)" stop-opacity="0.17" />
          <stop offset="1" stop-color="var(--c-ray)" stop-opacity="0.012" />
        </radialGradient>
        ${texture(theme, stage)}
      </defs>
      <rect width=${width} height=${height} fill="url(#texture)" />
      ${Array.from({ length: RAYS }, (_, index) => ray(index, stage))}
    </svg>
    <div class="vignette"></div>
  `;
}
