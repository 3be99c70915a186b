import { describe, expect, it } from 'vitest';
import { turnsOf } from '../../../core/programme/now-showing.ts';
import { programmeWith } from '../../../core/programme/build.ts';
import type { Programme } from '../../../core/programme/programme.ts';
import { SLIDE_KINDS } from '../../../core/slides/kinds.ts';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';
import { DEMO_GROUP } from '../../../server/demo/demo-ledger.ts';
import { demoLedger } from '../../support/ledger.ts';

const ledger = demoLedger();

const programmeOf = (id: string): Programme => {
  const [group, playlist] = [ledger.tables.groups.get(DEMO_GROUP), ledger.tables.playlists.get(id)];
  const programme = group && playlist && programmeWith(ledger, group, playlist);
  if (!programme) throw new Error(`the demo shows ${id}`);
  return programme;
};

const idsOf = (id: string): readonly string[] => ledger.tables.playlists.get(id)?.entries.map((each) => each.id) ?? [];

describe('the demo', () => {
  it.each(['demo-playlist', 'demo-every-kind'])('has something to show on every slide of %s', (id) => {
    expect(Object.keys(programmeOf(id).slides).sort()).toEqual([...idsOf(id)].sort());
  });

  it('shows its daily loop in five minutes on an ordinary screen, with unit rankings in the first', () => {
    const turns = turnsOf(programmeOf('demo-playlist'), DEFAULT_STAGE);
    const seconds = turns.map(({ milliseconds }) => milliseconds / 1000);
    expect(seconds.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(300);
    const first = turns.findIndex(({ slide }) => slide === 'departments');
    expect(seconds.slice(0, first).reduce((sum, each) => sum + each, 0)).toBeLessThan(60);
  });

  it('has one of every kind of slide, but for videos, of which it has none', () => {
    const kinds = ledger.tables.playlists.get('demo-every-kind')?.entries.map(({ kind }) => kind) ?? [];
    const missing = Object.keys(SLIDE_KINDS).filter((kind) => !kinds.some((each) => each === kind));
    expect([missing, kinds.length]).toEqual([['video'], new Set(kinds).size]);
  });
});
