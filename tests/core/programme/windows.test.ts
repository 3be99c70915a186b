import { describe, expect, it } from 'vitest';
import { programmeOf } from '../../../core/programme/build.ts';
import { onAirAt } from '../../../core/programme/on-air.ts';
import { spotlightFor } from '../../../core/programme/spotlight.ts';
import type { Programme } from '../../../core/programme/programme.ts';
import type { ScheduleWindow } from '../../../core/programme/schedule.ts';
import { instant } from '../../../core/time.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const NIGHT: ScheduleWindow = { days: EVERY_DAY, from: 1320, until: 1440 };
const at = (text: string) => instant(Date.parse(`${text}+08:00`));
const EVENING = at('2018-01-12T23:00:00');
const NOON = at('2018-01-12T12:00:00');

const groupOf = (values: object) =>
  ledgerWith([{ kind: 'update', register: 'groups', record: 'demo-group', values }], demoLedger());

function programmeWith(values: object, ledger = groupOf(values)): Programme {
  const programme = programmeOf(ledger, 'demo-group');
  if (!programme) throw new Error('no programme');
  return programme;
}

describe('the windows of a group', () => {
  it('hold the slides of their playlist, and nothing where they are dark', () => {
    const lunch = { days: EVERY_DAY, from: 700, until: 740, playlist: 'demo-playlist' };
    const programme = programmeWith({ schedule: [lunch, NIGHT] });
    expect(onAirAt(programme, NOON).slides).toEqual(programme.slides);
    expect(onAirAt(programme, EVENING)).toMatchObject({ dark: true, slides: {} });
    expect(JSON.stringify(programme)).not.toContain('null');
  });

  it('show the own slides where their playlist is gone, not what is dark beneath them', () => {
    const gone = { days: EVERY_DAY, from: 1320, until: 1400, playlist: 'gone' };
    const programme = programmeWith({ schedule: [gone, NIGHT] });
    expect(onAirAt(programme, EVENING)).toMatchObject({ dark: false, slides: programme.slides });
    expect(onAirAt(programme, at('2018-01-12T23:30:00')).dark).toBe(true);
  });

  it('are dark also while nothing signed is to be had', () => {
    const programme = programmeWith({ source: 'edition', schedule: [NIGHT] });
    expect(Object.keys(onAirAt(programme, NOON).slides)).toEqual(['being-updated']);
    expect(onAirAt(programme, EVENING).dark).toBe(true);
  });
});

describe('a spotlight', () => {
  it('falls by day and not on a dark screen', () => {
    const before = groupOf({ schedule: [NIGHT] });
    const climb = { kind: 'update', register: 'reports', record: 'report-2017-12-21' } as const;
    const after = ledgerWith([{ ...climb, values: { completedYtdYuan: 700_000_000 } }], before);
    const [old, next] = [programmeWith({}, before), programmeWith({}, after)];
    expect(spotlightFor(old, next, NOON)?.slide).toBe('townships');
    expect(spotlightFor(old, next, EVENING)).toBeNull();
  });
});
