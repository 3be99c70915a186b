import { html, svg, type TemplateResult } from 'lit';

const CENTRE = 100;
const RADIUS = 82;
const LAP = 68;

const length = (radius: number): number => 2 * Math.PI * radius;

const arc = (radius: number, percent: number, width: number, colour: string) => {
  const whole = length(radius);
  const drawn = (whole * Math.min(100, Math.max(0, percent))) / 100;
  return svg`
    <circle cx=${CENTRE} cy=${CENTRE} r=${radius} fill="none" stroke=${colour} stroke-width=${width}
      stroke-dasharray="${drawn.toFixed(2)} ${whole.toFixed(2)}" transform="rotate(-90 ${CENTRE} ${CENTRE})" />
  `;
};

/** A rate as a ring with the line of time; what is beyond 100 % runs on as a second lap inside. */
export function ring(value: number, time: number): TemplateResult {
  const angle = (Math.min(100, time) / 100) * 360;
  return html`
    <svg viewBox="0 0 200 200">
      <defs>
        <linearGradient id="arc" x1="0" y1="1" x2="1" y2="0">
          <stop offset="0" stop-color="var(--bar-deep)" />
          <stop offset="1" stop-color="var(--bar)" />
        </linearGradient>
      </defs>
      <circle cx=${CENTRE} cy=${CENTRE} r="97" fill="var(--c-panel-deep)" opacity="0.75" />
      <circle cx=${CENTRE} cy=${CENTRE} r="96" fill="none" stroke="var(--c-accent)" stroke-width="1" opacity="0.5" />
      <circle cx=${CENTRE} cy=${CENTRE} r=${RADIUS} fill="none" stroke="var(--c-track)" stroke-width="18" />
      ${arc(RADIUS, value, 18, 'url(#arc)')} ${value > 100 ? arc(LAP, value - 100, 6, 'var(--pace)') : null}
      <g transform="rotate(${angle} ${CENTRE} ${CENTRE})">
        <rect x=${CENTRE - 1.6} y="4" width="3.2" height="28" fill="var(--c-mark)" />
      </g>
    </svg>
  `;
}
