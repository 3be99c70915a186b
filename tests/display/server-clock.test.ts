import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../core/time.ts';
import { ServerClock } from '../../display/live/server-clock.ts';
import { JumpWatch, type LocalClock } from '../../display/live/time-base.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A clock that the test moves. */
function handClock(): LocalClock & { at: number; wallIs: number; pass(milliseconds: number): void } {
  const clock = {
    at: 1_000,
    wallIs: 50_000,
    steady: () => clock.at,
    wall: () => clock.wallIs,
    pass(milliseconds: number) {
      clock.at += milliseconds;
      clock.wallIs += milliseconds;
    },
  };
  return clock;
}

/** A screen and its server: what the steady clock says, the wall clock says, and what is true. */
function world(drift: number, delay: () => number) {
  const local = handClock();
  const began = local.at;
  let slept = 0;
  const truth = (): number => 1_000_000 + (local.at - began + slept) * (1 + drift);
  local.wallIs = truth();
  const clock = new ServerClock(local);
  return {
    local,
    clock,
    truth,
    sleep(milliseconds: number) {
      slept += milliseconds;
      local.wallIs += milliseconds;
    },
    /** Questions of one minute, and the rest of the minute. */
    minute(questions: number) {
      for (let nth = 0; nth < questions; nth += 1) {
        const t0 = local.at;
        local.pass(delay());
        const t1 = instant(truth());
        local.pass(delay());
        clock.add(t0, t1, t1);
        local.pass(120);
      }
      local.pass(MINUTE - questions * 120);
    },
    get error() {
      return Math.abs(clock.now() - truth());
    },
  };
}

const randomFrom = (seed: number): (() => number) => {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

describe("the server's clock", () => {
  it('is the greeting’s until there are samples, then goes to them without going back', () => {
    const local = handClock();
    const clock = new ServerClock(local);
    clock.hint(instant(5_060));
    expect(clock.now()).toBe(5_060);
    clock.add(980, instant(5_000), instant(5_000));
    expect(clock.now()).toBe(5_060);
    local.pass(1_000);
    expect(clock.now()).toBe(6_010);
  });

  it('goes on from what was kept when the page starts without its server, at the rate that was measured', () => {
    const local = handClock();
    const clock = new ServerClock(local, { clockOffset: 7, clockRate: 50e-6 });
    expect(clock.now()).toBe(50_007);
    local.pass(HOUR);
    expect(clock.now()).toBeCloseTo(50_007 + HOUR * (1 + 50e-6), 3);
    expect(clock.kept.clockRate).toBe(50e-6);
    expect(clock.report()).toBeNull();
  });

  it('[P5.4] is right to a few milliseconds after half an hour without a message', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100e-6, max: 100e-6, noNaN: true }),
        fc.integer({ min: 0, max: 1e6 }),
        (drift, seed) => {
          const random = randomFrom(seed);
          const screen = world(drift, () => random() * 2);
          for (let minute = 0; minute < 30; minute += 1) screen.minute(4);
          screen.local.pass(30 * MINUTE);
          expect(screen.error).toBeLessThan(8);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[P5.6] never goes back while delays jitter up to 80 ms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const random = randomFrom(seed);
        const screen = world(60e-6, () => random() * 80);
        screen.clock.hint(instant(screen.truth() - 40));
        let last = -Infinity;
        for (let minute = 0; minute < 20; minute += 1) {
          screen.minute(4);
          expect(screen.clock.now()).toBeGreaterThan(last);
          last = screen.clock.now();
        }
        expect(screen.error).toBeLessThan(40);
      }),
      { numRuns: 100 },
    );
  });

  it('says how well it knows the time', () => {
    const screen = world(40e-6, () => 1);
    for (let minute = 0; minute < 20; minute += 1) screen.minute(4);
    const { uncertainty, rate, age } = screen.clock.report() ?? {};
    expect(uncertainty).toBeCloseTo(1, 1);
    expect(rate).toBeGreaterThan(35);
    expect(rate).toBeLessThan(45);
    expect(age).toBeGreaterThan(50);
    expect(screen.clock.kept.clockRate).toBeCloseTo(40e-6, 5);
  });

  it('[P5.5] follows a server that was started anew with another time within seconds', () => {
    const screen = world(20e-6, () => 0.2);
    for (let minute = 0; minute < 30; minute += 1) screen.minute(4);
    const before = screen.truth;
    const t0 = screen.local.at;
    screen.local.pass(0.4);
    screen.clock.add(t0, instant(before() + 60), instant(before() + 60));
    screen.local.pass(1_000);
    expect(Math.abs(screen.clock.now() - before() - 60)).toBeLessThan(1);
    expect(screen.clock.kept.clockRate).toBeCloseTo(20e-6, 5);
  });
});

describe('a wall clock that jumps', () => {
  it('does not move the time, and says so', () => {
    const screen = world(0, () => 0.2);
    screen.minute(4);
    for (const jump of [HOUR, -HOUR]) {
      screen.local.wallIs += jump;
      expect(screen.clock.disturbed()).toBe(true);
      expect(screen.clock.disturbed()).toBe(false);
      expect(screen.error).toBeLessThan(1);
      screen.minute(4);
      expect(screen.clock.disturbed()).toBe(false);
      expect(screen.error).toBeLessThan(1);
    }
  });

  it('[P5.7] is not believed when it was set right while the server is away', () => {
    const screen = world(0, () => 0.2);
    screen.local.wallIs -= HOUR;
    screen.clock.disturbed();
    screen.minute(4);
    screen.local.wallIs += HOUR;
    expect(screen.clock.disturbed()).toBe(true);
    screen.local.pass(10_000);
    expect(screen.clock.disturbed()).toBe(false);
    expect(screen.error).toBeLessThan(1);
  });

  it('[P5.7] is believed after a sleep while the server is away', () => {
    const screen = world(0, () => 0.2);
    screen.minute(4);
    screen.sleep(HOUR);
    expect(screen.clock.disturbed()).toBe(true);
    expect(screen.error).toBeGreaterThan(HOUR - 1_000);
    screen.local.pass(5_000);
    expect(screen.clock.disturbed()).toBe(true);
    expect(screen.error).toBeLessThan(1);
  });

  it('is seen for what it is by the next sample after a sleep', () => {
    const screen = world(30e-6, () => 0.2);
    for (let minute = 0; minute < 30; minute += 1) screen.minute(4);
    screen.sleep(HOUR);
    expect(screen.clock.disturbed()).toBe(true);
    screen.minute(1);
    expect(screen.error).toBeLessThan(3);
    expect(screen.clock.kept.clockRate).toBeCloseTo(30e-6, 5);
  });

  it('is told by how far it went', () => {
    const local = handClock();
    const jumps = new JumpWatch(local);
    local.pass(5_000);
    expect(jumps.jump()).toBe(0);
    local.wallIs += 3_600_000;
    expect(jumps.jump()).toBe(3_600_000);
    expect(jumps.jump()).toBe(0);
  });
});
