/** A laurel branch, drawn: leaves in pairs along a bent stem. */
import { svg, type SVGTemplateResult } from 'lit';

const LEAVES = 7;
/** The stem is an arc of this radius around (100, 50), from below to the tip. */
const RADIUS = 78;
const FROM_DEGREES = 118;
const TO_DEGREES = 228;

const leaf = (x: number, y: number, turn: number, length: number) => svg`
  <path
    d="M0 0 C ${length * 0.3} ${-length * 0.34}, ${length * 0.78} ${-length * 0.3}, ${length} 0
       C ${length * 0.78} ${length * 0.16}, ${length * 0.3} ${length * 0.2}, 0 0 Z"
    transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})" />
`;

/** The left branch within 60 × 100; the right one is its mirror image. */
export function laurelBranch(): SVGTemplateResult {
  const leaves = Array.from({ length: LEAVES }, (_, index) => {
    const share = index / (LEAVES - 1);
    const degrees = FROM_DEGREES + (TO_DEGREES - FROM_DEGREES) * share;
    const angle = (degrees * Math.PI) / 180;
    const [x, y] = [100 + RADIUS * Math.cos(angle), 50 + RADIUS * 0.62 * Math.sin(angle)];
    const length = 24 - share * 8;
    const along = degrees + 90;
    return svg`${leaf(x, y, along - 34, length)}${leaf(x, y, along + 40, length * 0.86)}`;
  });
  return svg`${leaves}`;
}
