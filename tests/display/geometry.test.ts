import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { DEFAULT_STAGE, ROTATIONS, type Rotation, type Stage } from '../../core/stage/stage.ts';
import { THEMES } from '../../core/theme/tokens.ts';
import type { PbStage } from '../../display/stage/pb-stage.ts';
import { programmeOfEntries } from './every-kind.ts';
import { layoutFaults } from './layout-faults.ts';
import { show } from './preview-page.ts';
import { demoProgramme } from './programmes.ts';
import { useStand } from './stand.ts';

/** Raw red, green and blue of a picture, row by row. */
interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

const WALL = { width: 1280, height: 720 };
const QUARTERS = [
  [0, 0],
  [640, 0],
  [0, 360],
  [640, 360],
] as const;

const stand = useStand();

const pixelsOf = async (png: Sharp): Promise<Pixels> => {
  const { data, info } = await png.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** What an output of the window's size shows. */
async function shot(programme: Programme, stage: Stage, slide: string): Promise<Buffer> {
  await stand.page.setViewportSize({ width: stage.x + stage.width, height: stage.y + stage.height });
  await show(stand.page, { programme, stage, slide });
  return stand.page.screenshot();
}

/** Counts the pixels that differ; pictures of other sizes differ in all. */
async function differing(a: Sharp, b: Sharp): Promise<number> {
  const [first, second] = await Promise.all([pixelsOf(a), pixelsOf(b)]);
  if (first.width !== second.width || first.height !== second.height) return Infinity;
  let count = 0;
  for (let at = 0; at < first.data.length; at += 3)
    if (first.data.readUIntBE(at, 3) !== second.data.readUIntBE(at, 3)) count += 1;
  return count;
}

const SLIDES = ['cover', 'townships', 'summary'] as const;
const whole: Stage = { ...DEFAULT_STAGE, ...WALL };

describe.each(['red', 'black'] as const)('a wall of four outputs in %s', (theme) => {
  it.each(SLIDES)('put together is the picture of one output, pixel for pixel: %s', async (slide) => {
    const programme = demoProgramme(theme);
    const one = await shot(programme, whole, slide);
    const parts = [];
    for (const [left, top] of QUARTERS) {
      const stage = { ...DEFAULT_STAGE, width: 640, height: 360, wall: { ...WALL, left, top } };
      parts.push({ input: await shot(programme, stage, slide), left, top });
    }
    const together = await sharp({ create: { ...WALL, channels: 3, background: '#fff' } })
      .composite(parts)
      .png()
      .toBuffer();
    expect(await differing(sharp(together), sharp(one))).toBe(0);
  });
});

describe.each(ROTATIONS)('a picture that is turned by %i°', (rotation) => {
  it.each(SLIDES)('is the upright one, turned pixel for pixel: %s', async (slide) => {
    const programme = demoProgramme('red');
    const upright = await shot(programme, whole, slide);
    const lying = rotation !== 180;
    const size = lying ? { width: WALL.height, height: WALL.width } : WALL;
    const turned = await shot(programme, { ...DEFAULT_STAGE, ...size, rotation }, slide);
    expect(await differing(sharp(turned), sharp(upright).rotate(rotation))).toBe(0);
  });
});

it('puts turned outputs of a wall together as well', async () => {
  const programme = demoProgramme('blue');
  const one = await shot(programme, whole, 'townships');
  const turns: readonly (Rotation | undefined)[] = [90, 180, 270, undefined];
  const parts = [];
  for (const [index, [left, top]] of QUARTERS.entries()) {
    const rotation = turns[index];
    const size = rotation === 90 || rotation === 270 ? { width: 360, height: 640 } : { width: 640, height: 360 };
    const stage = { ...DEFAULT_STAGE, ...size, ...(rotation ? { rotation } : {}), wall: { ...WALL, left, top } };
    const picture = await shot(programme, stage, 'townships');
    parts.push({
      input: await sharp(picture)
        .rotate(rotation ? 360 - rotation : 0)
        .toBuffer(),
      left,
      top,
    });
  }
  const together = await sharp({ create: { ...WALL, channels: 3, background: '#fff' } })
    .composite(parts)
    .png()
    .toBuffer();
  expect(await differing(sharp(together), sharp(one))).toBe(0);
});

/** Sets the stage as a real screen has it: previews ignore the window's corner. */
const setStage = (stage: Stage): Promise<void> =>
  stand.page.evaluate(async (given) => {
    const element = document.querySelector<PbStage>('pb-stage');
    if (!element) throw new Error('there is no stage');
    element.stage = given;
    await element.drawn;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, stage);

it('leaves everything outside of its window black', async () => {
  const programme = demoProgramme('red');
  const window = { ...DEFAULT_STAGE, x: 120, y: 72, width: 504, height: 336 };
  await stand.page.setViewportSize({ width: 800, height: 600 });
  await show(stand.page, { programme, stage: window, slide: 'townships' });
  await setStage(window);
  const output = await stand.page.screenshot();
  const { x: left, y: top, width, height } = window;
  const inside = await sharp(output).extract({ left, top, width, height }).toBuffer();
  const alone = await shot(programme, { ...window, x: 0, y: 0 }, 'townships');
  expect(await differing(sharp(inside), sharp(alone))).toBe(0);
  const black = await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  const { data } = await pixelsOf(
    sharp(
      await sharp(output)
        .composite([{ input: black, left, top }])
        .toBuffer(),
    ),
  );
  expect(data.every((value) => value === 0)).toBe(true);
  const scrolls = await stand.page.evaluate(() => document.documentElement.scrollHeight > globalThis.innerHeight);
  expect([scrolls, await stand.page.evaluate(() => getComputedStyle(document.body).cursor)]).toEqual([false, 'none']);
});

describe.each([
  [1920, 1080],
  [960, 480],
  [504, 336],
  [384, 192],
  [192, 96],
])('safe edges on %i × %i', (width, height) => {
  it('hold every text inside', async () => {
    const unit = Math.round(height / 24);
    const safe = { top: unit, right: unit * 2, bottom: unit * 3, left: unit * 4 };
    const stage: Stage = { ...DEFAULT_STAGE, width, height, pitchMm: 10, distanceM: 15, safe };
    const programme = demoProgramme('red');
    const faults: string[] = [];
    await stand.page.setViewportSize({ width, height });
    const kinds = new Map(Object.entries(programme.slides).map(([slide, { kind }]) => [kind, slide]));
    for (const [kind, slide] of kinds) {
      await show(stand.page, { programme, stage, slide });
      for (const fault of await layoutFaults(stand.page, '.canvas')) faults.push(`${kind}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(await stand.page.locator('pb-stage .canvas').boundingBox()).toEqual({
      x: safe.left,
      y: safe.top,
      width: width - safe.left - safe.right,
      height: height - safe.top - safe.bottom,
    });
  });
});

it('fills the safe edges with background', async () => {
  const safe = { top: 20, right: 30, bottom: 40, left: 50 };
  const stage = { ...DEFAULT_STAGE, ...WALL, safe };
  const programme = demoProgramme('red');
  const { data, width, height } = await pixelsOf(sharp(await shot(programme, stage, 'townships')));
  const corners = [0, width - 1, (height - 1) * width, height * width - 1];
  expect(corners.every((at) => (data[at * 3] ?? 0) > 20)).toBe(true);
});

const at = ({ data, width }: Pixels, x: number, y: number): string =>
  data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3).toString('hex');

const switched = (on: boolean): Promise<void> =>
  stand.page.evaluate(async (testCard) => {
    const element = document.querySelector<PbStage>('pb-stage');
    if (!element) throw new Error('there is no stage');
    element.testCard = testCard;
    element.screenName = '东墙';
    await element.drawn;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, on);

describe('the test card', () => {
  const card = programmeOfEntries([{ id: 'card', kind: 'testCard', options: {}, seconds: 0, enabled: true }]);

  it.each<Partial<Stage>>([
    {},
    { width: 192, height: 96, pitchMm: 10, distanceM: 15 },
    { width: 1536, height: 128, pitchMm: 10 },
    { safe: { top: 10, right: 10, bottom: 10, left: 10 } },
    { width: 640, height: 360, wall: { ...WALL, left: 640, top: 360 } },
  ])('has its frame in the very first and last pixels: %o', async (more) => {
    const stage = { ...whole, ...more };
    const pixels = await pixelsOf(sharp(await shot(card, stage, 'card')));
    const { width, height } = stage;
    const [x, y] = [Math.round(width / 3), Math.round(height / 3)];
    expect([at(pixels, x, 0), at(pixels, width - 1, y), at(pixels, x, height - 1), at(pixels, 0, y)]).toEqual([
      'ff4040',
      '40ff40',
      '40a0ff',
      'ffe000',
    ]);
  });

  it('draws its line pairs in whole pixels, also where it is turned', async () => {
    for (const rotation of [undefined, 90] as const) {
      const stage = { ...whole, width: 384, height: 192, pitchMm: 10, ...(rotation ? { rotation } : {}) };
      const size = rotation ? { width: 192, height: 384 } : {};
      const picture = await shot(card, { ...stage, ...size }, 'card');
      const upright = await pixelsOf(
        sharp(
          await sharp(picture)
            .rotate(rotation ? 270 : 0)
            .png()
            .toBuffer(),
        ),
      );
      const row = Array.from({ length: upright.height }, (_, y) =>
        Array.from({ length: upright.width }, (__, x) => (at(upright, x, y) === 'ffffff' ? '#' : '.')).join(''),
      ).find((each) => each.includes('#.#.#.#.#.#.#.#.') && each.includes('##..##..##..'));
      expect(row).toBeDefined();
    }
  });

  it('says the settings of the screen, and runs by the second', async () => {
    const stage: Stage = {
      ...DEFAULT_STAGE,
      width: 640,
      height: 360,
      wall: { ...WALL, left: 640, top: 0 },
      rotation: 180,
    };
    await shot(card, stage, 'card');
    const words = (): Promise<string> =>
      stand.page.locator('pb-test-card').evaluate((element) => element.shadowRoot?.textContent ?? '');
    const before = await words();
    for (const told of ['640×360', '1280×720', '640,0', '180°', 'P5', '20 米', '27 像素'])
      expect(before).toContain(told);
    await stand.page.waitForFunction(
      (text) =>
        document
          .querySelector('pb-stage')
          ?.shadowRoot?.querySelector('pb-slide-test-card')
          ?.shadowRoot?.querySelector('pb-test-card')?.shadowRoot?.textContent !== text,
      before,
    );
  });

  it('is switched on over any programme, over a dark screen, and off again', async () => {
    const always = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 1440, order: 0 };
    const dark: Programme = { ...demoProgramme('red'), windows: { night: always } };
    await stand.page.setViewportSize(WALL);
    await show(stand.page, { programme: dark, stage: whole });
    const night = await pixelsOf(sharp(await stand.page.screenshot()));
    expect(night.data.every((value) => value === 0)).toBe(true);
    await switched(true);
    expect(at(await pixelsOf(sharp(await stand.page.screenshot())), 400, 0)).toBe('ff4040');
    expect(await stand.page.locator('pb-test-card').evaluate((element) => element.shadowRoot?.textContent)).toContain(
      '东墙',
    );
    await switched(false);
    expect((await pixelsOf(sharp(await stand.page.screenshot()))).data.every((value) => value === 0)).toBe(true);
  });
});

const groundColour = (): Promise<string> =>
  stand.page.locator('pb-stage').evaluate((stage) => getComputedStyle(stage).getPropertyValue('--c-background').trim());

it('shows a group’s own colours, and greys on days of mourning', async () => {
  const programme = demoProgramme('blue');
  const own = { ...programme, tokens: { ...THEMES.blue, background: '#123456' } };
  await shot(own, whole, 'townships');
  expect(await groundColour()).toBe('#123456');
  const grey = await pixelsOf(sharp(await shot({ ...own, greyscale: true }, whole, 'townships')));
  const coloured = Array.from({ length: grey.data.length / 3 }, (_, index) =>
    grey.data.subarray(index * 3, index * 3 + 3),
  ).filter(([red = 0, green = 0, blue = 0]) => Math.max(red, green, blue) - Math.min(red, green, blue) > 1);
  expect(coloured).toHaveLength(0);
});
