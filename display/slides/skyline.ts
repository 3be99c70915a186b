import { svg } from 'lit';
import type { Stage } from '../../core/stage/stage.ts';

/** Heights of the towers of the cover's skyline: bars that rise to the right, as in a ranking. */
const TOWERS = [14, 10, 19, 13, 24, 17, 12, 27, 20, 32, 16, 23, 36, 21, 29, 18, 40, 26, 33, 22, 44, 30, 25, 38, 28, 48];

const crane = (x: number, y: number, size: number) => svg`
  <path
    d="M${x} ${y}V${y - size}M${x - size * 0.34} ${y - size * 0.9}H${x + size * 0.95}M${x} ${y - size}L${x + size * 0.9} ${y - size * 0.9}M${x} ${y - size}L${x - size * 0.3} ${y - size * 0.9}M${x + size * 0.72} ${y - size * 0.9}V${y - size * 0.52}"
    fill="none" stroke="var(--c-accent)" stroke-width=${Math.max(1, size * 0.03)} stroke-opacity="0.55"
  />
`;

/** Towers and cranes along the lower edge; on black only their outlines. */
export function skyline({ width, height }: Stage) {
  const each = width / TOWERS.length;
  return TOWERS.map((share, index) => {
    const tall = (height * share) / 175;
    const x = index * each;
    const inset = each * (0.06 + ((index * 5) % 3) * 0.05);
    const hasCrane = index === 4 || index === 20 || index === 24;
    return svg`
      <rect class="tower" x=${x + inset} y=${height - tall} width=${each - inset * 2} height=${tall} fill="url(#fade)" />
      <rect x=${x + inset} y=${height - tall} width=${each - inset * 2} height=${Math.max(1, height * 0.004)} fill="var(--c-accent)" opacity="0.75" />
      ${hasCrane ? crane(x + each / 2, height - tall, height * 0.12) : null}
    `;
  });
}
