import { describe, expect, it } from 'vitest';
import { airTime, nextFriday } from '../../admin/editions/air-time.ts';
import { changedProjects, groupChanges, summaryOf } from '../../admin/editions/change-lines.ts';
import { marksOf, waitsFor } from '../../admin/editions/edition-progress.ts';
import type { Differences } from '../../core/editions/differences.ts';
import type { Edition, EditionReview } from '../../core/registers/index.ts';
import { instant, type IsoDate } from '../../core/time.ts';

const asOf = '2017-11-30' as IsoDate;
const [hash, other] = ['a'.repeat(64), 'b'.repeat(64)];

const edition = (values: Partial<Edition>): Edition => ({
  id: 'e1',
  revision: 1,
  changedAt: instant(0),
  year: 2017,
  number: 11,
  correction: 0,
  title: '第11期',
  rhythm: 'weekly',
  asOf,
  state: 'collecting',
  round: 1,
  stages: 2,
  content: hash,
  ...values,
});

const review = (stage: number, values: Partial<EditionReview> = {}): EditionReview => ({
  id: `r${stage}`,
  revision: stage,
  changedAt: instant(0),
  edition: 'e1',
  round: 1,
  stage,
  decision: 'passed',
  by: `u${stage}`,
  byName: `审例${stage}`,
  content: hash,
  at: stage,
  ...values,
});

describe('what an edition waits for', () => {
  it('is the next review until all are passed, then the signature', () => {
    const inReview = edition({ state: 'inReview' });
    expect(waitsFor(inReview, [review(1)])).toBe('review');
    expect(waitsFor(inReview, [review(1), review(2)])).toBe('sign');
  });

  it('counts no review of other content, of another round, or one that returned it', () => {
    const inReview = edition({ state: 'inReview', round: 2 });
    const old = [review(1), review(2), review(1, { round: 2, content: other })];
    expect(waitsFor(inReview, [...old, review(2, { round: 2, decision: 'returned' })])).toBe('review');
  });

  it('is nothing on air and afterwards', () => {
    for (const state of ['onAir', 'superseded', 'withdrawn'] as const)
      expect(waitsFor(edition({ state }), [])).toBeNull();
  });
});

const states = (values: Partial<Edition>) => marksOf(edition(values), []).map(({ state }) => state);

describe('the marks of an edition', () => {
  it('stand where it is', () => {
    expect(states({ state: 'frozen' })).toEqual(['done', 'done', 'now', 'next', 'next']);
    expect(states({ state: 'onAir' })).toEqual(['done', 'done', 'done', 'done', 'done']);
  });

  it('end where an edition was given up', () => {
    const frozen = { frozenAt: 1 };
    expect(states({ state: 'withdrawn' })).toEqual(['done', 'ended', 'ended', 'ended', 'ended']);
    expect(states({ state: 'withdrawn', ...frozen })).toEqual(['done', 'done', 'ended', 'ended', 'ended']);
    expect(states({ state: 'withdrawn', ...frozen, signedAt: 2 })).toEqual(['done', 'done', 'done', 'done', 'ended']);
    expect(states({ state: 'withdrawn', ...frozen, signedAt: 2, onAirAt: 3 })).not.toContain('ended');
  });
});

describe('differences from the edition before', () => {
  const differences: Differences = {
    edition: 'e0',
    asOf,
    units: [
      { unit: 'a', name: '甲', group: 'township', rank: { was: 2, now: 1 } },
      { unit: 'b', name: '乙', group: 'township', rank: { was: 1, now: 4 } },
      { unit: 'c', name: '丙', group: 'park', rank: { now: 1 } },
    ],
    projects: [
      { project: 'p1', name: '一', kind: 'changed', completed: { was: 100, now: 50 } },
      { project: 'p2', name: '二', kind: 'changed', plan: { was: 100, now: 900 } },
      { project: 'p3', name: '三', kind: 'added', completed: { now: 5000 } },
    ],
    pages: [],
  };

  it('are summed up', () => {
    expect(summaryOf(differences)).toMatchObject({ up: 1, down: 1, figures: 1, plans: 1, added: [{ project: 'p3' }] });
  });

  it('begin with what moved most', () => {
    expect(groupChanges(differences)[0]?.units.map(({ unit }) => unit)).toEqual(['b', 'a']);
    expect(changedProjects(differences).map(({ project }) => project)).toEqual(['p2', 'p1']);
  });
});

describe('the moment that is proposed for airing', () => {
  it('is the next Friday morning in the office', () => {
    expect(nextFriday(Date.UTC(2026, 6, 2, 12))).toBe('2026-07-03');
    expect(nextFriday(Date.UTC(2026, 6, 3, 0, 0))).toBe('2026-07-03');
    expect(nextFriday(Date.UTC(2026, 6, 3, 0, 30))).toBe('2026-07-10');
  });

  it('is told in the office’s time', () => {
    expect(airTime('2026-07-03', '08:30')).toBe(Date.UTC(2026, 6, 3, 0, 30));
    expect(airTime('', '08:30')).toBeNull();
  });
});
