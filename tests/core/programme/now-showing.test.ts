import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { programmeOf } from '../../../core/programme/build.ts';
import { spotlightFor } from '../../../core/programme/spotlight.ts';
import { nowShowing, turnsOf } from '../../../core/programme/now-showing.ts';
import type { Programme } from '../../../core/programme/programme.ts';
import { DEFAULT_STAGE, type Stage } from '../../../core/stage/stage.ts';
import { onAirAt } from '../../../core/programme/on-air.ts';
import { instant } from '../../../core/time.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';

const ledger = demoLedger();

const demoProgramme = (from = ledger): Programme => {
  const programme = programmeOf(from, 'demo-group');
  if (!programme) throw new Error('no programme');
  return programme;
};

const programme = demoProgramme();

/** Completing a little more of 文化路's only project changes no rank; raising 柳园乡's lifts it. */
const withCompleted = (yuan: number) =>
  ledgerWith(
    [{ kind: 'update', register: 'reports', record: 'report-2017-12-21', values: { completedYtdYuan: yuan } }],
    ledger,
  );

const stages = fc.constantFrom<Stage>(
  DEFAULT_STAGE,
  { ...DEFAULT_STAGE, width: 192, height: 96, pitchMm: 10, distanceM: 30 },
  { ...DEFAULT_STAGE, width: 960, height: 480 },
  { ...DEFAULT_STAGE, width: 1080, height: 1920 },
);

describe('what is showing', () => {
  it('is what walking through the loop from its start finds, at any moment before or after the anchor', () => {
    fc.assert(
      fc.property(stages, fc.integer({ min: -10_000_000, max: 10_000_000 }), (stage, offset) => {
        const now = instant(programme.anchor + offset);
        const turns = turnsOf(onAirAt(programme, now), stage);
        const loop = turns.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
        let rest = ((offset % loop) + loop) % loop;
        const expected = turns.find(({ milliseconds }) => {
          if (rest < milliseconds) return true;
          rest -= milliseconds;
          return false;
        });
        const showing = nowShowing(programme, now, stage);
        expect(showing).toMatchObject({ slide: expected?.slide, page: expected?.page, because: 'loop' });
        expect(showing && now >= showing.from && now < showing.until).toBe(true);
      }),
    );
  });

  it('brings every project on in every loop', () => {
    fc.assert(
      fc.property(stages, (stage) => {
        const pages = turnsOf(programme, stage).filter(({ slide }) => slide === 'all-projects');
        expect(new Set(pages.map(({ page }) => page)).size).toBe(pages[0]?.pages);
      }),
    );
  });

  it('is nothing when no slide is on', () => {
    expect(nowShowing({ ...programme, slides: {} }, instant(5), DEFAULT_STAGE)).toBeNull();
  });
});

describe('the spotlight', () => {
  it('falls on the ranking in which a unit climbed, for a while, on the page of the unit', () => {
    const next = demoProgramme(withCompleted(700_000_000));
    const at = instant(2_000_000);
    const spotlight = spotlightFor(programme, next, at);
    expect(spotlight).toMatchObject({ slide: 'townships', row: 'unit-01', from: at });
    const lit = { ...next, ...(spotlight && { spotlight }) };
    expect(nowShowing(lit, at, DEFAULT_STAGE)).toMatchObject({ slide: 'townships', page: 0, because: 'spotlight' });
    expect(nowShowing(lit, instant((spotlight?.until ?? 0) + 1), DEFAULT_STAGE)?.because).toBe('loop');
  });

  it('does not fall when figures change but no unit climbs', () => {
    expect(spotlightFor(programme, demoProgramme(withCompleted(510_000_001)), instant(1))).toBeNull();
  });

  it('stays when a later change moves nobody, until its time is over', () => {
    const lit = {
      ...programme,
      spotlight: { slide: 'parks', row: 'unit-06', from: instant(0), until: instant(9_000) },
    };
    expect(spotlightFor(lit, programme, instant(5_000))).toEqual(lit.spotlight);
    expect(spotlightFor(lit, programme, instant(9_000))).toBeNull();
  });
});
