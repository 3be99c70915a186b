import { describe, expect, it } from 'vitest';
import {
  COUNT_MS,
  enterPlan,
  sample,
  turnPlan,
  updatePlan,
  WHOLE_MS,
  type RowTarget,
  type Sample,
} from '../../display/motion/row-plan.ts';

const ROW = 100;
const target = (id: string, slot: number, value: number, more: Partial<RowTarget> = {}): RowTarget => ({
  id,
  x: 0,
  y: slot * ROW,
  value,
  ...more,
});

const rested = (targets: readonly RowTarget[]): Sample => sample(enterPlan(targets, 100, 40), Infinity);
const before = rested([target('a', 0, 60), target('b', 1, 50), target('c', 2, 40)]);
const climb = [target('c', 0, 70, { climbs: true }), target('a', 1, 60), target('b', 2, 50)];

describe('rows that come on', () => {
  it('rise from below and count up from nothing, one after the other', () => {
    const plan = enterPlan([target('a', 0, 60), target('b', 1, 50)], 100, 40);
    expect(sample(plan, 0).rows.get('a')).toMatchObject({ y: 40, value: 0, opacity: 0 });
    expect(sample(plan, 400).rows.get('a')?.value).toBeGreaterThan(sample(plan, 400).rows.get('b')?.value ?? 0);
    expect(sample(plan, plan.length).rows.get('b')).toMatchObject({ y: ROW, value: 50, opacity: 1 });
  });
});

describe('a page that turns', () => {
  it('does not bring back a row that just faded away', () => {
    const gone = updatePlan(before, [target('a', 0, 60), target('b', 1, 50)], 100);
    const faded = sample(gone, gone.length - 1);
    expect(faded.rows.get('c')?.opacity).toBeLessThan(0.1);
    const turn = turnPlan(faded, [target('c', -5, 40, { leaves: true }), target('d', 0, 30)], 100);
    for (let time = 0; time < turn.length; time += 50) {
      expect(sample(turn, time).rows.get('c')?.opacity).toBeLessThan(0.1);
    }
  });
});

describe('figures that change', () => {
  it('count first and move afterwards', () => {
    const plan = updatePlan(before, climb, 100);
    const counting = sample(plan, COUNT_MS / 2).rows.get('c');
    expect(counting?.value).toBeGreaterThan(40);
    expect(counting).toMatchObject({ y: 2 * ROW, chapter: 'counting' });
    expect(sample(plan, COUNT_MS).rows.get('c')).toMatchObject({ value: 70, y: 2 * ROW, chapter: 'counted' });
    expect(sample(plan, plan.length).rows.get('c')).toMatchObject({ y: 0, chapter: 'settled', glow: 0 });
  });

  it('move the lowest row first', () => {
    const plan = updatePlan(before, climb, 100);
    const starts = (id: string): number => plan.tracks.get(id)?.moveAt ?? 0;
    expect(starts('c')).toBeLessThan(starts('b'));
    expect(starts('b')).toBeLessThan(starts('a'));
  });

  it('lift only the row that climbs, for about three seconds', () => {
    const plan = updatePlan(before, climb, 100);
    const glow = (id: string, time: number): number => sample(plan, time).rows.get(id)?.glow ?? 0;
    expect(glow('c', 2_500)).toBe(1);
    expect(glow('a', 2_500)).toBe(0);
    expect(glow('c', plan.length)).toBe(0);
  });

  it('are told within eight seconds however many rows move', () => {
    const many = Array.from({ length: 60 }, (_, index) => target(`r${index}`, index, index));
    const turned = many.map((each, index) => target(each.id, 59 - index, each.value + 1));
    const plan = updatePlan(rested(many), turned, 100);
    const settled = sample(plan, WHOLE_MS);
    expect([...settled.rows.values()].every(({ chapter }) => chapter === 'settled')).toBe(true);
  });

  it('do not move rows that stay, and fade out rows that are gone', () => {
    const plan = updatePlan(before, [target('a', 0, 60), target('b', 1, 50)], 100);
    expect(sample(plan, 300).rows.get('a')).toEqual(before.rows.get('a'));
    expect(sample(plan, plan.length).rows.has('c')).toBe(false);
  });

  it('go on from where they are when they change again in the middle', () => {
    const first = updatePlan(before, climb, 100);
    for (const time of [0, 300, 900, 1_500, 2_000, 2_600, 4_000]) {
      const present = sample(first, time);
      const second = updatePlan(present, [target('a', 0, 60), target('b', 1, 50), target('c', 2, 40)], 125);
      const start = sample(second, 0);
      expect(start.scale).toBe(present.scale);
      for (const [id, { x, y, value, opacity, glow }] of present.rows) {
        expect(start.rows.get(id)).toMatchObject({ x, y, value, opacity, glow });
      }
      expect(sample(second, second.length).rows.get('c')).toMatchObject({ y: 2 * ROW, value: 40 });
    }
  });
});

describe('a page that turns', () => {
  it('glides the old rows out while the new ones glide in', () => {
    const targets = [target('a', -3, 60, { leaves: true }), target('d', 0, 30, { from: { x: 0, y: 3 * ROW } })];
    const plan = turnPlan(before, targets, 100);
    const middle = sample(plan, plan.length / 2).rows;
    expect((middle.get('d')?.y ?? 0) - (middle.get('a')?.y ?? 0)).toBeCloseTo(3 * ROW, 5);
    expect([...sample(plan, plan.length).rows.keys()]).toEqual(['d']);
  });
});
