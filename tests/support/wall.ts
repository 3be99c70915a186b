/** What can be told of a wall from a picture of it. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export interface WallLook {
  /** 0 black to 255 white. */
  readonly brightness: number;
  /** The part of all pixels that is nearly white, 0 to 1. */
  readonly white: number;
  /** How far pixels differ; 0 is a wall of one colour. */
  readonly contrast: number;
}

const NEARLY_WHITE = 235;

export async function lookAt(page: Page): Promise<WallLook> {
  const { data } = await sharp(await page.screenshot())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [sum, squares, white] = [0, 0, 0];
  for (const value of data) {
    sum += value;
    squares += value * value;
    if (value >= NEARLY_WHITE) white += 1;
  }
  const brightness = sum / data.length;
  return { brightness, white: white / data.length, contrast: Math.sqrt(squares / data.length - brightness ** 2) };
}

/** All text on the page, through every shadow root. */
export const wallText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof HTMLStyleElement) return '';
      if (node instanceof Text) return node.data;
      const inside = node instanceof Element && node.shadowRoot ? [...node.shadowRoot.childNodes] : [];
      return [...inside, ...node.childNodes].map(read).join(' ');
    };
    return read(document.body);
  });
