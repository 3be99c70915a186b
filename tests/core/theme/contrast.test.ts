import { describe, expect, it } from 'vitest';
import { contrast } from '../../../core/theme/contrast.ts';
import { colourOf, lightOf } from '../../../core/theme/srgb.ts';

describe('contrast', () => {
  it('is 21 between black and white, 1 between equals, whatever the order', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#7A0C10', '#7A0C10')).toBe(1);
  });

  it('agrees with the published ratio of pure red on black', () => {
    expect(contrast('#FF0000', '#000000')).toBeCloseTo(5.25, 1);
  });
});

describe('light', () => {
  it('of every grey and of a colour makes that colour again', () => {
    const greys = Array.from({ length: 256 }, (_, value) => `#${value.toString(16).padStart(2, '0').repeat(3)}`);
    for (const colour of [...greys, '#7A0C10', '#FFD978', '#072048'])
      expect(colourOf(lightOf(colour))).toBe(colour.toUpperCase());
  });

  it('that no screen has is cut to what it has', () => {
    expect(colourOf([1.2, -0.3, 0])).toBe('#FF0000');
  });
});
