import { describe, expect, it } from 'vitest';
import { instant } from '../../../core/time.ts';
import { createStatuses } from '../../../server/screens/memory-statuses.ts';

const at = instant;

describe('screen statuses', () => {
  it('know nothing of a screen that has said nothing', () => {
    const statuses = createStatuses();
    expect(statuses.of('s')).toMatchObject({
      screen: 's',
      connections: 0,
      seenAt: null,
      paintedRevision: null,
      slide: null,
    });
    expect(statuses.times()).toEqual({ count: 0, p50: null, p99: null });
  });

  it('count the browsers of a screen and remember what it showed last', () => {
    const statuses = createStatuses();
    statuses.connected('s', at(1));
    statuses.connected('s', at(2));
    statuses.reported('s', { slide: 'ranking', page: 2, viewport: '1920x1080' }, at(3));
    statuses.disconnected('s', at(4));
    expect(statuses.of('s')).toMatchObject({
      connections: 1,
      seenAt: 4,
      slide: 'ranking',
      page: 2,
      viewport: '1920x1080',
    });
    statuses.disconnected('s', at(5));
    statuses.disconnected('s', at(6));
    expect(statuses.of('s').connections).toBe(0);
    expect(statuses.of('other').connections).toBe(0);
  });

  it('measure from the save to the pixels where the save is known', () => {
    const statuses = createStatuses();
    statuses.painted('s', 7, at(1000), at(1080));
    expect(statuses.of('s')).toMatchObject({ paintedRevision: 7, saveToPainted: 80 });
    statuses.painted('s', 7, null, at(2000));
    expect(statuses.of('s')).toMatchObject({ paintedRevision: 7, saveToPainted: 80, seenAt: 2000 });
    statuses.painted('s', 8, null, at(3000));
    expect(statuses.of('s')).toMatchObject({ paintedRevision: 8, saveToPainted: null });
    expect(statuses.times().count).toBe(1);
  });

  it('take percentiles of the last thousand times', () => {
    const statuses = createStatuses();
    for (let each = 0; each < 500; each += 1) statuses.painted('s', each, at(0), at(999_999));
    for (let each = 1; each <= 1000; each += 1) statuses.painted('s', each, at(0), at(each));
    expect(statuses.times()).toEqual({ count: 1000, p50: 500, p99: 990 });
  });
});
