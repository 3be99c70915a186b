/** The city of the cover as a few paths, so that thousands of windows cost no more than one shape. */

/** The stage's size, in pixels. */
export interface Ground {
  readonly width: number;
  readonly height: number;
}

export interface City {
  readonly walls: string;
  /** Roofs and the edge that the light comes from. */
  readonly edges: string;
  readonly lit: string;
  readonly dim: string;
  readonly cranes: string;
}

interface Tower {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly floor: number;
  readonly seed: number;
}

/** The same number from 0 to 1 for the same seed, on every screen. */
export const noise = (seed: number): number => {
  const wave = Math.sin(seed * 127.1 + 311.7) * 43_758.5453;
  return wave - Math.floor(wave);
};

/** How high the city is at a place from 0 (left) to 1: low where the words are, and rising to the right as a ranking does. */
const rise = (place: number): number => 0.3 + Math.abs(2 * place - 1) ** 1.5 * (place < 0.5 ? 0.42 : 0.7);

const towersOf = ({ width, height }: Ground, tallest: number, each: number, seed: number): readonly Tower[] => {
  const count = Math.ceil(width / each);
  return Array.from({ length: count }, (_, index) => {
    const own = seed + index;
    const tall = tallest * rise((index + 0.5) / count) * (0.62 + noise(own) * 0.6);
    const gap = Math.round(each * noise(own + 50) * 0.16);
    const x = Math.round(index * each) + gap;
    return {
      x,
      width: Math.max(3, Math.round((index + 1) * each) - gap - x),
      top: Math.round(height - tall),
      floor: height,
      seed: own,
    };
  });
};

/** The roof from left to right: flat, set back, slanted, or set back with a mast. */
const roofOf = ({ x, width, top, seed }: Tower): string => {
  const right = x + width;
  const step = Math.round(width * 0.22);
  const kind = Math.floor(noise(seed + 9) * 5);
  const back = `L${x} ${top + step}H${x + step}V${top}`;
  if (kind === 1) return `${back}H${right - step}V${top + step}H${right}`;
  if (kind === 2) return `L${x} ${top + step}L${right} ${top}`;
  const middle = Math.round(x + width / 2);
  if (kind === 3)
    return `${back}H${middle - 1}V${top - step * 3}H${middle + 1}V${top}H${right - step}V${top + step}H${right}`;
  return `L${x} ${top}H${right}`;
};

const wallsOf = (tower: Tower): string => `M${tower.x} ${tower.floor}${roofOf(tower)}V${tower.floor}Z`;

const edgesOf = (tower: Tower): string => `M${tower.x} ${tower.floor}${roofOf(tower)}`;

const windowsOf = ({ x, width, top, floor, seed }: Tower, cell: number, bright: boolean): string => {
  const columns = Math.floor((width - cell) / cell);
  const rows = Math.floor((floor - top - cell * 3) / (cell * 1.5));
  const left = x + Math.round((width - columns * cell) / 2) + Math.round(cell * 0.25);
  const [wide, high] = [Math.max(1, Math.round(cell * 0.48)), Math.max(2, Math.round(cell * 0.72))];
  let path = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const light = noise(seed * 31 + row * 17.3 + column * 5.7);
      if (bright ? light < 0.86 : light < 0.5 || light >= 0.86) continue;
      path += `M${left + column * cell} ${Math.round(top + cell * (2.2 + row * 1.5))}h${wide}v${high}h${-wide}Z`;
    }
  }
  return path;
};

/** A tower crane on a roof: mast and jib as lattices, the stays, the load. */
const craneOn = ({ x, width, top }: Tower, size: number, turned: boolean): string => {
  const foot = Math.round(x + width / 2);
  const side = turned ? -1 : 1;
  const thick = Math.max(2, Math.round(size * 0.045));
  const jib = top - Math.round(size * 0.86);
  const at = (share: number): number => Math.round(foot + side * size * share);
  let path = `M${foot - thick} ${top}V${jib}M${foot + thick} ${top}V${jib}`;
  for (let y = top; y - thick * 2 > jib; y -= thick * 2) path += `M${foot - thick} ${y}l${thick * 2} ${-thick * 2}`;
  path += `M${at(-0.34)} ${jib}H${at(1)}M${at(-0.34)} ${jib}v${thick * 2}M${foot} ${jib}V${jib - thick * 4}L${at(0.92)} ${jib}M${foot} ${jib - thick * 4}L${at(-0.3)} ${jib}`;
  for (let share = 0.1; share < 0.86; share += 0.11)
    path += `M${at(share)} ${jib}L${at(share + 0.055)} ${jib - thick}L${at(share + 0.11)} ${jib}`;
  return `${path}M${at(0.7)} ${jib}v${Math.round(size * 0.34)}m${-thick * 2} 0h${thick * 4}v${thick * 2}h${-thick * 4}Z`;
};

/** Below this height of the stage windows would be single pixels. */
const LEAST_FOR_WINDOWS = 400;

/** The height that the city is drawn for: the stage's, less where the stage is tall. */
export const cityScale = ({ width, height }: Ground): number =>
  Math.min(height, width * (width < height ? 1.15 : 0.72));

/** The houses in front, with their lights and cranes. */
export function nearCity(ground: Ground): City {
  const scale = cityScale(ground);
  const towers = towersOf(ground, scale * 0.33, Math.max(14, scale * 0.052), 3);
  const cell = Math.max(6, Math.round(scale / 118));
  const lights = (bright: boolean): string =>
    ground.height < LEAST_FOR_WINDOWS ? '' : towers.map((tower) => windowsOf(tower, cell, bright)).join('');
  const roofs = [0.11, 0.24, 0.74, 0.88].flatMap((place) => towers[Math.floor(place * towers.length)] ?? []);
  return {
    walls: towers.map(wallsOf).join(''),
    edges: towers.map(edgesOf).join(''),
    lit: lights(true),
    dim: lights(false),
    cranes: roofs.map((tower, index) => craneOn(tower, scale * (index % 2 ? 0.15 : 0.12), index > 1)).join(''),
  };
}

/** The houses behind, only their shapes. */
export function farCity(ground: Ground): string {
  const scale = cityScale(ground);
  return towersOf(ground, scale * 0.42, Math.max(12, scale * 0.041), 71)
    .map(wallsOf)
    .join('');
}
