import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../core/programme/programme.ts';
import { nearCity } from '../../display/slides/skyline.ts';
import { layoutFaults } from './layout-faults.ts';
import { STAGES } from './matrix-cells.ts';
import { show } from './preview-page.ts';
import { demoProgramme, stageOf } from './programmes.ts';
import { useStand } from './stand.ts';

/** The whole sequence, after which the picture stands. */
const SEQUENCE_MS = 3500;

const stand = useStand();

const coverIn = ({ slides }: Programme): string =>
  Object.entries(slides).find(([, { kind }]) => kind === 'cover')?.[0] ?? '';

const titled = (programme: Programme, title: string): Programme => {
  const id = coverIn(programme);
  const cover = programme.slides[id];
  return cover ? { ...programme, slides: { [id]: { ...cover, title } } } : programme;
};

const draw = async (on: Page, programme: Programme, size: string): Promise<Locator> => {
  const [width = 0, height = 0] = size.split('x').map(Number);
  await on.setViewportSize({ width, height });
  await show(on, { programme, stage: stageOf(width, height), slide: coverIn(programme) });
  return on.locator('pb-slide-cover').last();
};

describe.each(STAGES)('the cover on %s', (size) => {
  it('keeps its words within the stage and apart, in both languages and with long titles', async () => {
    for (const programme of [
      demoProgramme('red'),
      demoProgramme('blue', '2017-05-31', 'en'),
      titled(demoProgramme('black'), '龙湖片区基础设施提升及老旧小区综合改造重点项目进度榜'),
      titled(demoProgramme('red', '2017-05-31', 'en'), 'Progress of the key projects of the demo district'),
    ]) {
      await draw(stand.page, programme, size);
      expect(await layoutFaults(stand.page)).toEqual([]);
    }
  });
});

interface Part {
  readonly end: number;
  readonly properties: readonly string[];
  readonly state: string;
}
const partsOf = (cover: Locator): Promise<readonly Part[]> =>
  cover.evaluate((element) =>
    (element.shadowRoot?.getAnimations() ?? []).map((animation) => ({
      end: Number(animation.effect?.getComputedTiming().endTime),
      properties: ((animation.effect as KeyframeEffect).getKeyframes() ?? []).flatMap((frame) => Object.keys(frame)),
      state: animation.playState,
    })),
  );

describe('the title sequence', () => {
  it.each(['1920x1080', '192x96'])('moves and fades only, and is over in time, on %s', async (size) => {
    const moving = await stand.another('full');
    const cover = await draw(moving, demoProgramme('red'), size);
    const parts = await partsOf(cover);
    expect(parts.length).toBeGreaterThan(1);
    const known = ['transform', 'opacity', 'offset', 'computedOffset', 'easing', 'composite'];
    expect(parts.flatMap(({ properties }) => properties).filter((name) => !known.includes(name))).toEqual([]);
    expect(Math.max(...parts.map(({ end }) => end))).toBeLessThanOrEqual(SEQUENCE_MS);
    await cover.evaluate((element) => element.toggleAttribute('waiting', true));
    expect(new Set((await partsOf(cover)).map(({ state }) => state))).toEqual(new Set(['paused']));
    await moving.close();
  });

  it('ends in the picture of a screen without motion, with nothing left that moves', async () => {
    const moving = await stand.another('full');
    const cover = await draw(moving, demoProgramme('black'), '960x480');
    await cover.evaluate(async (element) => {
      const running = [...element.getAnimations(), ...(element.shadowRoot?.getAnimations() ?? [])];
      await Promise.all(running.map(({ finished }) => finished));
    });
    expect(await partsOf(cover)).toEqual([]);
    const ended = await moving.screenshot();
    await draw(stand.page, demoProgramme('black'), '960x480');
    expect(ended.equals(await stand.page.screenshot())).toBe(true);
    await moving.close();
  });

  it('is left out where nothing moves', async () => {
    expect(await partsOf(await draw(stand.page, demoProgramme('red'), '1920x1080'))).toEqual([]);
  });
});

describe('the city', () => {
  it('is the same on every screen of a size, and of whole numbers', () => {
    const city = nearCity({ width: 1920, height: 1080 });
    expect(nearCity({ width: 1920, height: 1080 })).toEqual(city);
    expect(Object.values(city).join('')).toMatch(/^[MLHVZhvlm\d\s-]+$/);
  });

  it('has no windows where they would be single pixels', () => {
    expect(nearCity({ width: 504, height: 336 }).lit).toBe('');
    expect(nearCity({ width: 960, height: 480 }).lit).not.toBe('');
  });
});
