import { describe, expect, it } from 'vitest';
import { endOfOfficeDay, officeDate, parseInstant } from '../../core/office-time.ts';
import { instant, parseDate } from '../../core/time.ts';

describe('the office’s time', () => {
  it.each([
    ['2017-06-01T15:59:59.999Z', '2017-06-01'],
    ['2017-06-01T16:00:00Z', '2017-06-02'],
    ['2016-12-31T16:00:00Z', '2017-01-01'],
    ['2016-02-28T16:00:00Z', '2016-02-29'],
  ])('at %s it is %s', (at, date) => {
    expect(officeDate(instant(Date.parse(at)))).toBe(date);
  });

  it('ends a day at its last millisecond', () => {
    const date = parseDate('2017-06-01');
    expect(date && endOfOfficeDay(date)).toBe(Date.parse('2017-06-01T15:59:59.999Z'));
  });

  it.each([
    '2017-06-01T00:00:00Z',
    '2017-06-01t08:30:15.25z',
    '2017-06-01T08:30:15.123456+08:00',
    '2017-06-01T08:30:15-03:30',
    '2017-12-31T23:59:59.999-00:00',
  ])('reads %s as JavaScript does', (text) => {
    expect(parseInstant(text)).toBe(Date.parse(text.toUpperCase()));
  });

  it.each([
    '2017-06-01',
    '2017-06-01T08:30',
    '2017-06-01T08:30:00',
    '2017-02-29T00:00:00Z',
    '2017-06-01T24:00:00Z',
    '',
  ])('reads no instant in %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});
