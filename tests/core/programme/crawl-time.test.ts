import { describe, expect, it } from 'vitest';
import { turnsOf } from '../../../core/programme/now-showing.ts';
import type { Programme } from '../../../core/programme/programme.ts';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';
import { instant, type IsoDate } from '../../../core/time.ts';

const withTicker = (text: string, seconds: number): Programme => ({
  group: 'g',
  theme: 'red',
  locale: 'zh-CN',
  demo: false,
  issuer: 'office',
  source: 'source',
  asOf: '2017-05-31' as IsoDate,
  figuresChangedAt: instant(0),
  anchor: instant(0),
  slides: { notice: { kind: 'ticker', data: { text }, order: 0, seconds } },
});

const time = (text: string, seconds = 0): number | undefined =>
  turnsOf(withTicker(text, seconds), DEFAULT_STAGE)[0]?.milliseconds;

describe('the time of a crawling text', () => {
  it('lets the whole text go by at 70 characters a minute', () => expect(time('字'.repeat(64))).toBe(60_000));
  it('is whole milliseconds, so that a loop has no gap at its end', () => {
    expect(time('字'.repeat(100))).toBe(90_857);
  });
  it('is a page’s least time when the text is short', () => expect(time('短')).toBe(15_000));
  it('is what the playlist says when it says so', () => expect(time('字'.repeat(64), 25)).toBe(25_000));
});
