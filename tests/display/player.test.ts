import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Programme, Spotlight } from '../../core/programme/programme.ts';
import type { Showing } from '../../core/programme/now-showing.ts';
import { layoutOf } from '../../core/stage/layout.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { instant, type IsoDate } from '../../core/time.ts';
import { Player } from '../../display/player/player.ts';
import type { Scene } from '../../display/slides/scene.ts';
import { demoProgramme, withClimb } from './programmes.ts';

/** A deck that only notes what it is to show. */
class NotingDeck {
  readonly scenes: Scene[] = [];
  broken: string | null = null;

  async show(scene: Scene): Promise<void> {
    if (scene.id === this.broken) throw new Error('cannot be drawn');
    this.scenes.push(scene);
  }

  shows(id: string): boolean {
    return this.scenes.at(-1)?.id === id;
  }

  clear(): void {
    this.scenes.length = 0;
  }

  get last(): Scene {
    const scene = this.scenes.at(-1);
    if (!scene) throw new Error('nothing is on');
    return scene;
  }
}

let deck: NotingDeck;
let player: Player;
let showings: (Showing | null)[];

const play = (programme: Programme): Promise<void> =>
  player.update({ programme, stage: DEFAULT_STAGE, layout: layoutOf(DEFAULT_STAGE), motion: 'full' });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  deck = new NotingDeck();
  showings = [];
  player = new Player(deck, { now: () => instant(Date.now()), onShowing: (showing) => showings.push(showing) });
});

afterEach(() => {
  player.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const starting = (): Programme => ({ ...demoProgramme(), anchor: instant(Date.now()) });

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
    const { cover: _, summary: __, ...slides } = demoProgramme().slides;
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
