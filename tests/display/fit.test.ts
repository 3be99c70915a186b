import { describe, expect, it } from 'vitest';
import { fitText } from '../../display/text/fit.ts';

/** Every hanzi is as wide as it is high, everything else half of it. */
const measure = (text: string, size: number): number =>
  Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? size : size / 2), 0);

const fit = (text: string, width: number, maxLines = 2) =>
  fitText(text, { width, size: 40, least: 20, maxLines }, measure);

describe('text that fits its box', () => {
  it('keeps its full size when there is room', () =>
    expect(fit('文化路街道办', 240)).toEqual({ size: 40, lines: ['文化路街道办'] }));

  it('shrinks a little before it takes a second line', () => {
    expect(fit('文化路街道办', 200)).toEqual({ size: 33, lines: ['文化路街道办'] });
  });

  it('takes a second line of about the same length', () => {
    const { lines } = fit('城东污水处理厂提标改造项目', 260);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toBe('城东污水处理厂提标改造项目');
    expect(Math.abs((lines[0]?.length ?? 0) - (lines[1]?.length ?? 0))).toBeLessThanOrEqual(1);
  });

  it('never parts a word or a number', () => {
    expect(fit('示范区 Paceboard 12345 项目', 180).lines.join(' ')).toContain('Paceboard');
  });

  it('leaves out the end, and says so, only when nothing else helps', () => {
    const { size, lines } = fit('很'.repeat(80), 200);
    expect(size).toBe(20);
    expect(lines.at(-1)?.endsWith('…')).toBe(true);
  });

  it('shortens a single word that is too long for its line, however many lines there may be', () => {
    expect(fit('Hochgeschwindigkeitsstrecke', 100, 2).lines).toEqual(['Hochgesch…']);
  });

  it('keeps the spaces between words where lines are put together again to be shortened', () => {
    expect(fit('Key projects at a glance of the whole district', 130, 1).lines).toEqual(['Key projects…']);
    expect(fit('a b c d e f g h i j k l m', 60, 1).lines).toEqual(['a b c…']);
  });

  it('never is wider than its box', () => {
    for (let length = 1; length < 60; length += 1) {
      for (const width of [60, 130, 300]) {
        const { size, lines } = fit('某市A12路'.repeat(12).slice(0, length), width);
        for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(Math.max(width, size * 2));
        expect(lines.length).toBeLessThanOrEqual(2);
      }
    }
  });
});
