import { describe, expect, it } from 'vitest';
import { committed, difference, drawn, REFERENCES } from './reference-pictures.ts';
import { useStand } from './stand.ts';

/** Another build of the browser sets letters a hair differently; a row that moved is far beyond this. */
const MOST_DIFFERENT = 0.012;

const stand = useStand();

describe('slides look as they were last approved', () => {
  it.each(REFERENCES.map((reference) => [reference.name, reference] as const))('%s', async (_name, reference) => {
    expect(await difference(committed(reference), await drawn(stand.page, reference))).toBeLessThan(MOST_DIFFERENT);
  });
});
