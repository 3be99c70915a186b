import { describe, expect, it } from 'vitest';
import { checkStage, DEFAULT_STAGE } from '../../../core/stage/stage.ts';

describe('a stage from outside', () => {
  it('is taken when it is whole', () =>
    expect(checkStage({ ...DEFAULT_STAGE })).toEqual({ ok: true, value: DEFAULT_STAGE }));

  it.each([
    ['no object', 'x'],
    ['a member too many', { ...DEFAULT_STAGE, colour: 'red' }],
    ['half a pixel', { ...DEFAULT_STAGE, width: 960.5 }],
    ['no height', { ...DEFAULT_STAGE, height: undefined }],
    ['a width that is not a number', { ...DEFAULT_STAGE, width: Number.NaN }],
    ['a place before the first pixel', { ...DEFAULT_STAGE, x: -1 }],
  ])('is refused with %s', (_, value) => expect(checkStage(value).ok).toBe(false));
});
