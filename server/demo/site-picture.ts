/** Drawn pictures of building sites for the demo, composed as SVG: the same place in four stages of construction. */
import { DEMO_MARK } from './demo-mark.ts';

export const SITE_STAGES = ['pit', 'frame', 'toppedOut', 'finished'] as const;
export type SiteStage = (typeof SITE_STAGES)[number];

export interface Site {
  /** Another number, another place. */
  readonly seed: number;
  readonly floors: number;
  readonly bays: number;
  readonly stage: SiteStage;
  /** 1 to 12; the sky goes with it. */
  readonly month: number;
}

export const SITE_WIDTH = 1280;
export const SITE_HEIGHT = 720;
const GROUND = 560;
const BAY = 66;

/** Numbers from 0 to 1, always the same ones for a seed (Numerical Recipes, linear congruence). */
function numbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}" ${more}/>`;

const line = (points: string, colour: string, width: number): string =>
  `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;

const SKIES = {
  winter: ['#8fa9bf', '#dfe6ea'],
  spring: ['#6fa8dc', '#e8f1f5'],
  summer: ['#3f8fd2', '#d6ecf7'],
  autumn: ['#5b93c4', '#f3e6d3'],
} as const;

const skyOf = (month: number): readonly [string, string] => {
  if (month < 3 || month === 12) return SKIES.winter;
  if (month < 6) return SKIES.spring;
  return month < 9 ? SKIES.summer : SKIES.autumn;
};

const cloud = (x: number, y: number, size: number): string =>
  [0, 0.9, 1.9]
    .map(
      (at, index) =>
        `<ellipse cx="${x + at * size}" cy="${y - (index % 2) * size * 0.3}" rx="${size}" ry="${size * 0.42}" fill="#fff" opacity="0.5"/>`,
    )
    .join('');

/** Sky, clouds and the town behind: the town is the place's, the clouds are the month's. */
function background({ seed, month }: Site): string {
  const [high, low] = skyOf(month);
  const [town, clouds] = [numbers(seed), numbers(seed * 31 + month)];
  const houses = Array.from({ length: 22 }, (_, index) => {
    const height = 40 + town() * 150;
    return rect(index * 60 - 10, GROUND - height, 44 + town() * 26, height, '#7d93a6', 'opacity="0.5"');
  });
  const puffs = Array.from({ length: 4 }, () => cloud(clouds() * SITE_WIDTH, 60 + clouds() * 150, 40 + clouds() * 40));
  return `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${high}"/><stop offset="1" stop-color="${low}"/></linearGradient>
<linearGradient id="glass" x2="1" y2="1"><stop stop-color="#3d6f96"/><stop offset="1" stop-color="#a9cfe6"/></linearGradient></defs>
${rect(0, 0, SITE_WIDTH, SITE_HEIGHT, 'url(#sky)')}${puffs.join('')}${houses.join('')}
${rect(0, GROUND, SITE_WIDTH, SITE_HEIGHT - GROUND, '#9c8565')}${rect(0, GROUND, SITE_WIDTH, 10, '#7b674b')}`;
}

const crane = (x: number, height: number, jib: number): string => {
  const top = GROUND - height;
  const back = jib < 0 ? 90 : -90;
  const mast = Array.from({ length: Math.floor(height / 22) }, (_, index) => {
    const y = GROUND - index * 22;
    return line(`${x},${y} ${x + 16},${y - 22} ${x},${y - 22}`, '#d99a1c', 2);
  });
  return `${mast.join('')}${line(`${x},${GROUND} ${x},${top}`, '#e3a51f', 4)}${line(`${x + 16},${GROUND} ${x + 16},${top}`, '#e3a51f', 4)}
${line(`${x + back},${top} ${x + jib},${top}`, '#e3a51f', 7)}${line(`${x + back},${top} ${x + 8},${top - 46} ${x + jib * 0.9},${top}`, '#b97f12', 3)}
${rect(x + back - 19, top, 38, 26, '#5d6670')}${line(`${x + jib * 0.7},${top} ${x + jib * 0.7},${top + height * 0.35}`, '#444', 2)}${rect(x + jib * 0.7 - 16, top + height * 0.35, 32, 9, '#8a4b2a')}`;
};

const excavator = (x: number, y: number): string =>
  `${rect(x, y - 16, 74, 16, '#3a3a3a', 'rx="8"')}${rect(x + 10, y - 46, 48, 30, '#e8a613')}${rect(x + 34, y - 62, 24, 20, '#31465a')}
${line(`${x + 12},${y - 36} ${x - 34},${y - 78} ${x - 70},${y - 30}`, '#d9940f', 11)}${rect(x - 84, y - 34, 26, 20, '#555')}`;

interface Body {
  readonly left: number;
  readonly width: number;
  readonly storey: number;
}

const bodyOf = ({ floors, bays }: Site): Body => {
  const width = bays * BAY;
  return { left: (SITE_WIDTH - width) / 2 - 40, width, storey: Math.min(62, 400 / floors) };
};

/** Columns and slabs of the first floors. */
function frame({ bays }: Site, { left, width, storey }: Body, floors: number): string {
  const top = GROUND - floors * storey;
  const columns = Array.from({ length: bays + 1 }, (_, index) =>
    rect(left + index * BAY - 5, top - 14, 10, GROUND - top + 14, '#8d8f8e'),
  );
  const slabs = Array.from({ length: floors }, (_, index) =>
    rect(left - 12, GROUND - (index + 1) * storey, width + 24, 9, '#b9bab6'),
  );
  return `${rect(left, top, width, GROUND - top, '#5c6266', 'opacity="0.35"')}${columns.join('')}${slabs.join('')}`;
}

/** Glass between bands; `from` and `to` are floors. */
function facade({ bays, seed }: Site, { left, width, storey }: Body, from: number, to: number): string {
  const band = ['#e9e4d8', '#d8dde2', '#e6d9c6'][seed % 3] ?? '#e9e4d8';
  const top = GROUND - to * storey;
  const windows = Array.from({ length: (to - from) * bays }, (_, index) => {
    const [row, column] = [from + Math.floor(index / bays), index % bays];
    return rect(
      left + column * BAY + 7,
      GROUND - (row + 1) * storey + storey * 0.2,
      BAY - 14,
      storey * 0.62,
      'url(#glass)',
    );
  });
  return `${rect(left - 6, top, width + 12, (to - from) * storey, band)}${windows.join('')}`;
}

const pit = ({ left, width }: Body): string => {
  const [from, to] = [left - 60, left + width + 60];
  const piles = Array.from({ length: Math.floor(width / 60) }, (_, index) =>
    rect(left + 20 + index * 60, GROUND + 66, 14, 44, '#a9a9a4'),
  );
  return `<polygon points="${from},${GROUND} ${to},${GROUND} ${to - 60},${GROUND + 110} ${from + 60},${GROUND + 110}" fill="#6d573b"/>
${line(`${from},${GROUND} ${from + 60},${GROUND + 110} ${to - 60},${GROUND + 110} ${to},${GROUND}`, '#c9c3b5', 6)}${piles.join('')}
${excavator(left + width * 0.3, GROUND + 108)}${excavator(left + width * 0.8, GROUND + 2)}`;
};

const tree = (x: number): string =>
  `${rect(x - 4, GROUND - 4, 8, 40, '#6b4f33')}<circle cx="${x}" cy="${GROUND - 20}" r="30" fill="#5f8f4e"/><circle cx="${x + 16}" cy="${GROUND - 4}" r="20" fill="#6fa15a"/>`;

const fence = (): string =>
  Array.from({ length: 16 }, (_, index) =>
    rect(index * 82, SITE_HEIGHT - 66, 78, 40, index % 2 === 0 ? '#2f6fb0' : '#f2f4f5', 'opacity="0.95"'),
  ).join('');

function building(site: Site): string {
  const body = bodyOf(site);
  const { floors, stage } = site;
  const built = Math.max(1, Math.ceil(floors * 0.55));
  const right = body.left + body.width;
  switch (stage) {
    case 'pit':
      return `${pit(body)}${crane(right + 130, 330, -260)}`;
    case 'frame':
      return `${crane(right + 60, 430, -300)}${frame(site, body, built)}`;
    case 'toppedOut':
      return `${crane(right + 60, 470, -300)}${frame(site, body, floors)}${facade(site, body, 0, Math.floor(floors * 0.5))}
${rect(body.left - 16, GROUND - floors * body.storey - 8, body.width + 32, 8, '#b5281e')}`;
    case 'finished':
      return `${facade(site, body, 0, floors)}${rect(body.left - 14, GROUND - floors * body.storey - 14, body.width + 28, 16, '#8b97a3')}
${rect(0, GROUND + 36, SITE_WIDTH, SITE_HEIGHT - GROUND - 36, '#8d9296')}${[90, 220, 1040, 1170].map(tree).join('')}`;
  }
}

/** The picture as SVG, marked as what it is. Numbers only: no text needs a font. */
export const sitePicture = (site: Site): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SITE_WIDTH}" height="${SITE_HEIGHT}" viewBox="0 0 ${SITE_WIDTH} ${SITE_HEIGHT}">
${background(site)}${building(site)}${site.stage === 'finished' ? '' : fence()}${DEMO_MARK}</svg>`;
