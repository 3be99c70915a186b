import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Programme, Spotlight } from '../../core/programme/programme.ts';
import type { Showing } from '../../core/programme/now-showing.ts';
import { layoutOf } from '../../core/stage/layout.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { instant, type IsoDate } from '../../core/time.ts';
import type { Motion } from '../../display/motion/motion.ts';
import type { Transition } from '../../display/player/deck.ts';
import type { FaultListener } from '../../display/player/mounted.ts';
import { Player } from '../../display/player/player.ts';
import { dueAt } from '../../display/player/timing.ts';
import type { Scene } from '../../display/slides/scene.ts';
import { demoProgramme, withClimb } from './programmes.ts';

/** A deck that only notes what it is to show. */
class NotingDeck {
  readonly scenes: Scene[] = [];
  readonly transitions: Transition[] = [];
  prepared: Scene | null = null;
  broken: string | null = null;
  onFault: FaultListener = () => undefined;

  async show(scene: Scene, transition: Transition): Promise<void> {
    if (this.prepared?.id === scene.id) this.prepared = null;
    if (scene.id === this.broken) throw new Error('cannot be drawn');
    this.scenes.push(scene);
    this.transitions.push(transition);
  }

  shows(id: string): boolean {
    return this.scenes.at(-1)?.id === id;
  }

  prepare(scene: Scene): void {
    this.prepared = scene;
  }

  drop(): void {
    this.prepared = null;
  }

  clear(): void {
    this.scenes.length = 0;
    this.prepared = null;
  }

  get last(): Scene {
    const scene = this.scenes.at(-1);
    if (!scene) throw new Error('nothing is on');
    return scene;
  }
}

const DEMO = demoProgramme();

let deck: NotingDeck;
let player: Player;
let showings: (Showing | null)[];
let faults: string[];

const play = (programme: Programme, motion: Motion = 'full'): Promise<void> =>
  player.update({ programme, stage: DEFAULT_STAGE, layout: layoutOf(DEFAULT_STAGE), motion });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: (at: number) => void) => setTimeout(() => draw(performance.now()), 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  deck = new NotingDeck();
  showings = [];
  faults = [];
  player = new Player(deck, {
    now: () => instant(Date.now()),
    onShowing: (showing) => showings.push(showing),
    onFault: (slide) => faults.push(slide),
  });
});

afterEach(() => {
  player.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** What a flip leaves for after its frame is done. */
const frameIsOver = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

const starting = (): Programme => ({ ...DEMO, anchor: instant(Date.now()) });

/** The programme after a climb, lit from now on or from a later moment. */
function lit(before: Programme, delay = 0): { after: Programme; spotlight: Spotlight; row: string } {
  const { programme, climber: row } = withClimb(before);
  const from = instant(Date.now() + delay);
  const spotlight = { slide: 'townships', row, from, until: instant(from + 14_000) };
  return { after: { ...programme, spotlight }, spotlight, row };
}

const edition = (number: number) => ({ number, correction: 0, title: `第${number}期` });

describe('a spotlight', () => {
  it('cuts to the ranking as it was, and lets the figures count when the cut has been seen', async () => {
    const before = starting();
    await play(before);
    expect(deck.last.id).toBe('cover');
    const { after } = lit(before);
    await play(after);
    expect(deck.last.slide).toBe(before.slides['townships']);
    expect(deck.last.atRest).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(deck.last.slide).toBe(before.slides['townships']);
    await vi.advanceTimersByTimeAsync(400);
    expect(deck.last.slide).toBe(after.slides['townships']);
  });

  it('says of which edition and date the figures are that are on, until those of the next one are', async () => {
    const before: Programme = { ...starting(), asOf: '2017-11-30' as IsoDate, edition: edition(1) };
    await play(before);
    const { after } = lit(before);
    await play({ ...after, asOf: '2017-12-31' as IsoDate, edition: edition(2) });
    expect(deck.last.programme).toMatchObject({ asOf: '2017-11-30', edition: { number: 1 } });
    await vi.advanceTimersByTimeAsync(1_400);
    expect(deck.last.slide).toBe(after.slides['townships']);
    expect(deck.last.programme).toMatchObject({ asOf: '2017-12-31', edition: { number: 2 } });
  });

  it('lets the figures count at once where the ranking is on already', async () => {
    const { cover: _, summary: __, ...slides } = DEMO.slides;
    const before = { ...starting(), slides };
    await play(before);
    expect(deck.last.id).toBe('townships');
    const { after } = lit(before);
    await play(after);
    expect(deck.last.slide).toBe(after.slides['townships']);
  });

  it('keeps to the ranking as it was when figures change again before the climb', async () => {
    const before = starting();
    await play(before);
    const { after } = lit(before);
    await play(after);
    await vi.advanceTimersByTimeAsync(600);
    const { townships } = after.slides;
    if (!townships) throw new Error('the demo ranks townships');
    const again = { ...townships, title: '新排行' };
    const spotlight = {
      slide: 'townships',
      row: 'unit-01',
      from: instant(Date.now()),
      until: instant(Date.now() + 14_000),
    };
    await play({ ...after, spotlight, slides: { ...after.slides, townships: again } });
    expect(deck.last.slide).toBe(before.slides['townships']);
    await vi.advanceTimersByTimeAsync(800);
    expect(deck.last.slide).toBe(again);
  });

  it('shows the ranking of the open window as it was, not the one of the same name outside of it', async () => {
    const plain = starting();
    const { townships } = plain.slides;
    if (!townships) throw new Error('the demo ranks townships');
    const inWindow = (programme: Programme, title: string): Programme => ({
      ...programme,
      windows: {
        always: {
          order: 0,
          days: [1, 2, 3, 4, 5, 6, 7],
          from: 0,
          until: 1440,
          slides: { ...plain.slides, townships: { ...townships, title } },
        },
      },
    });
    const before = inWindow(plain, '窗口内');
    await play(before);
    expect(deck.last.id).toBe('cover');
    await play(inWindow(lit(plain).after, '窗口内·新'));
    expect(deck.last).toMatchObject({ id: 'townships', slide: { title: '窗口内' } });
    await vi.advanceTimersByTimeAsync(1_400);
    expect(deck.last).toMatchObject({ id: 'townships', slide: { title: '窗口内·新' } });
  });

  it('is not missed by a screen whose clock is a little behind', async () => {
    const before = starting();
    await play(before);
    const { after } = lit(before, 40);
    await play(after);
    expect(deck.last.id).toBe('cover');
    await vi.advanceTimersByTimeAsync(100);
    expect(deck.last.id).toBe('townships');
  });

  it('gives way to the loop when it ends', async () => {
    const before = starting();
    await play(before);
    await play(lit(before).after);
    await vi.advanceTimersByTimeAsync(14_100);
    expect(showings.at(-1)?.because).toBe('loop');
  });
});

/** A loop of slides that take so many seconds each, from now on. */
function loopOf(seconds: Readonly<Record<string, number>>): Programme {
  const { slides } = DEMO;
  const chosen = Object.entries(seconds).flatMap(([id, each], order) => {
    const slide = slides[id];
    return slide ? [[id, { ...slide, order, seconds: each }] as const] : [];
  });
  return { ...starting(), slides: Object.fromEntries(chosen) };
}

const onTime = () => loopOf({ cover: 8, summary: 8, townships: 8 });

describe('what comes next', () => {
  it('is mounted a second and a half ahead, waiting, and begins in the frame of the flip', async () => {
    await play(onTime());
    await vi.advanceTimersByTimeAsync(6_400);
    expect(deck.prepared).toBeNull();
    await vi.advanceTimersByTimeAsync(200);
    expect(deck.prepared).toMatchObject({ id: 'summary', waiting: true, atRest: false });
    await vi.advanceTimersByTimeAsync(1_450);
    expect(deck.prepared).toBeNull();
    expect(deck.last.id).toBe('summary');
    expect(deck.last.waiting).toBeUndefined();
    expect(deck.last.from).toBe(showings.at(-1)?.from);
  });

  it('is dropped when something else is due', async () => {
    const before = onTime();
    await play(before);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(deck.prepared?.id).toBe('summary');
    const { summary: _, ...slides } = before.slides;
    await play({ ...before, slides });
    await frameIsOver();
    expect(deck.prepared).toMatchObject({ id: 'townships', waiting: true });
    await play(loopOf({ cover: 60 }));
    await frameIsOver();
    expect(deck.prepared).toBeNull();
  });

  it('takes the data that came while it waited', async () => {
    const before = onTime();
    await play(before);
    await vi.advanceTimersByTimeAsync(7_000);
    const { summary } = before.slides;
    if (!summary) throw new Error('the demo has a summary');
    const changed = { ...summary, title: '新标题' };
    await play({ ...before, slides: { ...before.slides, summary: changed } });
    await frameIsOver();
    expect(deck.prepared?.slide).toBe(changed);
  });

  it('is not mounted while slides still fade, nor when it is the slide that is on', async () => {
    await play(loopOf({ cover: 1, summary: 1 }));
    await vi.advanceTimersByTimeAsync(700);
    expect(deck.prepared).toBeNull();
    await vi.advanceTimersByTimeAsync(160);
    expect(deck.prepared?.id).toBe('summary');
    await play(loopOf({ 'all-projects': 4 }));
    await vi.advanceTimersByTimeAsync(3_500);
    expect(deck.prepared).toBeNull();
  });

  it('is left out before it is due when it says that it cannot be shown', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await play(onTime());
    await vi.advanceTimersByTimeAsync(7_000);
    if (!deck.prepared) throw new Error('the summary is prepared');
    deck.onFault(deck.prepared, new Error('no codec'));
    await frameIsOver();
    expect(deck.prepared).toMatchObject({ id: 'townships' });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(deck.last.id).toBe('townships');
    expect(faults).toEqual(['summary']);
    vi.restoreAllMocks();
  });
});

describe('a screen that comes in late', () => {
  it('shows the page at rest, without a fade', async () => {
    await play({ ...onTime(), anchor: instant(Date.now() - 4_000) });
    expect(deck.last).toMatchObject({ id: 'cover', atRest: true });
    expect(deck.transitions).toEqual(['cut']);
    await vi.advanceTimersByTimeAsync(4_100);
    expect(deck.last).toMatchObject({ id: 'summary', atRest: false });
    expect(deck.transitions.at(-1)).toBe('fade');
  });

  it('enters with the others when it is only a little late', async () => {
    await play({ ...onTime(), anchor: instant(Date.now() - 1_500) });
    expect(deck.last).toMatchObject({ id: 'cover', atRest: false });
  });

  it('lets figures that change later move', async () => {
    const base = { ...loopOf({ townships: 60 }), anchor: instant(Date.now() - 4_000) };
    await play(base);
    expect(deck.last.atRest).toBe(true);
    await play(withClimb(base).programme);
    expect(deck.last.atRest).toBe(false);
  });

  it('shows the right slide at once after ten minutes in which nothing ran, and counts no flip', async () => {
    await play(onTime());
    vi.setSystemTime(Date.now() + 600_000 + 4_000);
    player.retime();
    await vi.advanceTimersByTimeAsync(0);
    expect(deck.scenes.map(({ id }) => id)).toEqual(['cover', 'cover']);
    vi.setSystemTime(Date.now() + 600_000 + 8_000);
    player.retime();
    await vi.advanceTimersByTimeAsync(0);
    expect(deck.last).toMatchObject({ id: 'summary', atRest: true });
    expect(deck.scenes.length).toBe(3);
    expect(player.flips.take()).toBeNull();
  });
});

describe('a flip', () => {
  it('comes in the first frame that is not before its time, and is counted', async () => {
    const programme = onTime();
    await play(programme);
    await vi.advanceTimersByTimeAsync(24_100);
    const flips = player.flips.take();
    expect(flips?.count).toBe(3);
    expect(flips?.p50).toBeGreaterThanOrEqual(0);
    expect(flips?.max).toBeLessThanOrEqual(17);
    expect(player.flips.take()).toBeNull();
  });
});

describe('how much moves', () => {
  it.each([
    ['full', 'full', 'fade'],
    ['calm', 'none', 'fade'],
    ['none', 'none', 'cut'],
  ] as const)('%s: slides are told %s and %s', async (motion, told, transition) => {
    await play(onTime(), motion);
    expect(deck.last.motion).toBe(told);
    expect(deck.transitions).toEqual([transition]);
  });

  it('at a road is nothing but cross-fades', async () => {
    await play({ ...onTime(), roadside: true });
    expect(deck.last.motion).toBe('none');
    expect(deck.transitions).toEqual(['fade']);
  });
});

const showsAt = (seconds: number, programme: Programme): string | undefined =>
  dueAt(programme, DEFAULT_STAGE, instant(programme.anchor + seconds * 1000), (id) => id === 'summary')?.showing.slide;

describe('a slide that cannot be drawn', () => {
  it('gives its time to the next one, so that the screen stays in step with those that can draw it', () => {
    const programme = onTime();
    const seconds = [0, 7, 8, 15, 16, 23, 24, 32, 40];
    expect(seconds.map((each) => showsAt(each, programme))).toEqual([
      'cover',
      'cover',
      'townships',
      'townships',
      'townships',
      'townships',
      'cover',
      'townships',
      'townships',
    ]);
    const { showing } =
      dueAt(programme, DEFAULT_STAGE, instant(programme.anchor + 9_000), (id) => id === 'summary') ?? {};
    expect(showing).toMatchObject({ from: programme.anchor + 8_000, until: programme.anchor + 24_000 });
  });

  it('is not shown by a spotlight either', () => {
    const spotlight = { slide: 'summary', row: 'x', from: instant(0), until: instant(Infinity) };
    expect(showsAt(1, { ...onTime(), spotlight })).toBe('cover');
  });

  it('fails while it is on, makes room at once, and comes back with other data', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const programme = onTime();
    await play(programme);
    await vi.advanceTimersByTimeAsync(10_000);
    const failed = deck.last;
    deck.onFault(failed, new Error('a row has no name'));
    deck.onFault(failed, new Error('again'));
    await vi.advanceTimersByTimeAsync(0);
    expect(deck.last.id).toBe('townships');
    expect(faults).toEqual(['summary']);
    await play(structuredClone(programme));
    expect(deck.last.id).toBe('townships');
    const { summary } = programme.slides;
    if (!summary) throw new Error('the demo has a summary');
    await play({ ...programme, slides: { ...programme.slides, summary: { ...summary, title: '修正' } } });
    expect(deck.last.id).toBe('summary');
    vi.restoreAllMocks();
  });

  it('is not waited for as the ranking that it was before a climb', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const before = starting();
    await play(before);
    const { after } = lit(before);
    deck.broken = 'townships';
    await play(after);
    deck.broken = null;
    expect(faults).toContain('townships');
    expect(showings.at(-1)?.slide).toBe('cover');
    vi.restoreAllMocks();
  });
});

const pinned = (slide: string, page: number) =>
  dueAt(DEMO, DEFAULT_STAGE, instant(0), () => false, { slide, page })?.showing;

describe('a pinned slide', () => {
  it('stays on, on a page that there is', () => {
    expect(pinned('townships', 9)).toMatchObject({ slide: 'townships', page: 0, until: Infinity });
  });

  it('is nothing when it does not exist', () => {
    expect(pinned('gone', 0)).toBeUndefined();
  });
});

describe('a player', () => {
  it('says that nothing is on when no slide can be drawn', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    deck.broken = 'cover';
    const base = starting();
    const { cover } = base.slides;
    if (!cover) throw new Error('the demo has a cover');
    await play({ ...base, slides: { cover } });
    expect(showings.at(-1)).toBeNull();
    vi.restoreAllMocks();
  });

  it('goes on by itself, and not after it is stopped', async () => {
    await play(starting());
    await vi.advanceTimersByTimeAsync(8_100);
    expect(deck.last.id).toBe('summary');
    player.stop();
    const told = showings.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(showings.length).toBe(told);
  });
});
