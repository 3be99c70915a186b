/** Slides of pictures and videos on every stage, with all, few, many and no pictures. */
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import type { PlaylistEntry } from '../../core/slides/entry.ts';
import type { SlideContent } from '../../core/slides/data.ts';
import { programmeOfEntries } from './every-kind.ts';
import { STAGES } from './matrix-cells.ts';
import { useStand } from './stand.ts';

const entry = (id: string, kind: PlaylistEntry['kind'], options: object): PlaylistEntry => ({
  id,
  kind,
  options: { ...options },
  seconds: 0,
  enabled: true,
});

const LONG = '示范区高端装备制造产业园标准化厂房及研发中心综合配套设施建设项目二期工程主体结构封顶';

const ENTRIES = [
  entry('image', 'image', { medium: 'demo-image', caption: LONG }),
  entry('cover', 'image', { medium: 'demo-image', fit: 'cover', caption: LONG }),
  entry('pair', 'beforeAfter', { project: 'KP2017-012' }),
  entry('wall', 'photoWall', {}),
  entry('project', 'project', { project: 'KP2017-012' }),
];

const stand = useStand();

type Wall = Extract<SlideContent, { kind: 'photoWall' }>['data'];

const PICTURE = { file: 'f'.repeat(64), type: 'image/jpeg', width: 1280, height: 960, month: '2017-05' } as const;

/** A wall of so many pictures, none of which is there, of projects with long names. */
function wallOf(count: number): Programme {
  const base = programmeOfEntries(ENTRIES, 'black');
  const rows: Wall['rows'] = Object.fromEntries(
    Array.from({ length: count }, (_, order) => [`p${order}`, { order, project: LONG, picture: PICTURE }]),
  );
  return { ...base, slides: { wall: { kind: 'photoWall', data: { rows }, order: 0, seconds: 0 } } };
}

describe.each(STAGES)('on a stage of %s', (size) => {
  it('keep every word within its box, in both languages', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const programme = programmeOfEntries(ENTRIES, 'red', '2017-05-31', locale);
      expect(Object.keys(programme.slides)).toHaveLength(ENTRIES.length);
      expect(await stand.faults(size, programme)).toEqual([]);
    }
  });

  it('fill the stage with 1, 2, 3, 5, 7 and 24 pictures', async () => {
    for (const count of [1, 2, 3, 5, 7, 24])
      expect([count, await stand.faults(size, wallOf(count))]).toEqual([count, []]);
    expect(await stand.page.locator('pb-slide-photo-wall .missing').count()).toBeGreaterThan(0);
    expect(await stand.page.locator('pb-slide-photo-wall img').count()).toBe(0);
  });
});

describe('a picture', () => {
  it('is grey where everything is', async () => {
    const grey: Programme = { ...programmeOfEntries(ENTRIES), greyscale: true };
    await stand.show('960x480', grey, 'image');
    const filter = await stand.page.locator('pb-slide-image img').evaluate((image) => getComputedStyle(image).filter);
    expect(filter).toBe('grayscale(1)');
  });
});

interface WipeState {
  readonly window: number;
  readonly inner: number;
  readonly edge: number;
  readonly width: number;
}

/** Where the parts of the wipe are, `passed` milliseconds after the page came on. */
const wipeAfter = (passed: number): Promise<WipeState> =>
  stand.page.evaluate(async (time) => {
    interface Slide extends HTMLElement {
      scene: object;
      readonly updateComplete: Promise<boolean>;
    }
    const shown = document.querySelector('pb-stage')?.shadowRoot?.querySelector<Slide>('pb-slide-before-after');
    const { shadowRoot } = shown ?? {};
    if (!shown || !shadowRoot) throw new Error('there is no slide');
    shown.scene = { ...shown.scene, motion: 'full', from: -time, now: () => 0 };
    await shown.updateComplete;
    // The clock of the page must not run on while it is measured.
    for (const animation of shadowRoot.getAnimations()) animation.pause();
    const left = (selector: string): number => shadowRoot.querySelector(selector)?.getBoundingClientRect().left ?? NaN;
    const box = shadowRoot.querySelector('.wipe')?.getBoundingClientRect();
    if (!box) throw new Error('there is no wipe');
    return {
      window: Math.round(left('.window') - box.left),
      inner: Math.round(left('.inner') - box.left),
      edge: Math.round(left('.edge') - box.left),
      width: Math.round(box.width),
    };
  }, passed);

describe('a wipe', () => {
  it('is where the others are, however late a screen comes, and its pictures never move', async () => {
    await stand.show('1920x1080', programmeOfEntries(ENTRIES), 'pair');
    const start = await wipeAfter(0);
    const middle = await wipeAfter(5_000);
    const end = await wipeAfter(14_000);
    expect([start.window, middle.inner, end.window]).toEqual([-start.width, 0, 0]);
    expect(middle.window).toBeGreaterThan(-start.width * 0.8);
    expect(middle.window).toBeLessThan(-start.width * 0.2);
    expect(Math.abs(middle.edge - (middle.window + middle.width))).toBeLessThan(8);
    expect([start.inner, end.inner]).toEqual([0, 0]);
  });
});
