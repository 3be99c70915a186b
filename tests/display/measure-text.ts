/** What can be measured of the letters on a drawn slide: how large they are, and how they stand out from their ground. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { contrast } from '../../core/theme/contrast.ts';

/** A piece of text in one line, as it is drawn. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the font, in pixels. */
  readonly size: number;
  /** `#RRGGBB`; null where a gradient fills the letters. */
  readonly colour: string | null;
}

/** Every visible piece of text within the stage. Crawling text is in motion and left out. */
export const textPieces = (page: Page): Promise<readonly Piece[]> =>
  page.evaluate(() => {
    const pieces: Piece[] = [];
    // Runs in the page: it can take nothing from outside.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const hex = (colour: string): string | null => {
      const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      if (alpha < 0.99) return null;
      return `#${[red, green, blue].map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`;
    };
    // Runs in the page: it can take nothing from outside.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const above = (node: Node): Node | null =>
      node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
    // Runs in the page: it can take nothing from outside.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const isCovered = (element: Element, x: number, y: number): boolean => {
      let top: Element | null = null;
      let root: DocumentOrShadowRoot | null = document;
      while (root) {
        const found: Element | null = root.elementFromPoint(x, y);
        root = found === top ? null : (found?.shadowRoot ?? null);
        top = found ?? top;
      }
      if (!top || element.contains(top)) return false;
      for (let at: Node | null = element; at; at = above(at)) if (at === top) return false;
      return true;
    };
    const measure = (node: Text, element: Element): void => {
      const style = getComputedStyle(element);
      const filled = style.getPropertyValue('-webkit-text-fill-color') || style.color;
      const svg = element instanceof SVGElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, top, width, height } of range.getClientRects()) {
        if (isCovered(element, left + width / 2, top + height / 2)) continue;
        const scale = svg ? height / (Number.parseFloat(style.fontSize) * 1.2 || 1) : 1;
        pieces.push({
          text: node.data.trim(),
          left,
          top,
          width,
          height,
          size: Number.parseFloat(style.fontSize) * (svg ? Math.max(scale, 0.01) : 1),
          colour: svg ? hex(style.fill) : hex(filled),
        });
      }
    };
    const collect = (node: Node): void => {
      if (node instanceof Element) {
        const style = getComputedStyle(node);
        if (node.matches('.crawl, style, defs') || style.display === 'none' || style.visibility === 'hidden') return;
        if (Number(style.opacity) < 0.05) return;
      }
      if (node instanceof Text && node.data.trim() !== '' && node.parentElement) measure(node, node.parentElement);
      if (node instanceof Element && node.shadowRoot) collect(node.shadowRoot);
      for (const child of node.childNodes) collect(child);
    };
    const stage = document.querySelector('pb-stage');
    if (stage?.shadowRoot) collect(stage.shadowRoot);
    return pieces;
  });

const hexOf = (data: Buffer, at: number): string =>
  `#${[0, 1, 2].map((part) => (data[at + part] ?? 0).toString(16).padStart(2, '0')).join('')}`;

/** The colour that is most frequent around a piece, in steps of 8: its ground. Null where the letters are covered. */
function groundOf(data: Buffer, width: number, height: number, piece: Piece): string | null {
  const { colour } = piece;
  const counts = new Map<number, { count: number; at: number }>();
  const [left, right] = [Math.max(0, Math.floor(piece.left)), Math.min(width - 1, Math.ceil(piece.left + piece.width))];
  const inset = piece.height * 0.12;
  const [top, bottom] = [piece.top + inset, piece.top + piece.height - inset].map((y) =>
    Math.min(height - 1, Math.max(0, Math.round(y))),
  );
  for (let y = top ?? 0; y <= (bottom ?? 0); y += 1)
    for (let x = left; x <= right; x += 1) {
      const at = (y * width + x) * 3;
      const key = ((data[at] ?? 0) >> 3) * 1024 + ((data[at + 1] ?? 0) >> 3) * 32 + ((data[at + 2] ?? 0) >> 3);
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { count: 1, at });
    }
  let best = { count: 0, at: 0 };
  for (const each of counts.values()) if (each.count > best.count) best = each;
  const isSeen = colour === null || [...counts.values()].some(({ at }) => contrast(hexOf(data, at), colour) < 1.25);
  return isSeen ? hexOf(data, best.at) : null;
}

/** Large letters stand out sooner. */
const LEAST_CONTRAST = 4.5;
/** A hanzi of fewer pixels is no hanzi on a wall; letters and digits have fewer strokes. */
const LEAST_HANZI = 16;
const LEAST_LATIN = 12;

/** Letters that are too small, and letters that do not stand out from what is behind them. */
export async function letterFaults(page: Page): Promise<readonly string[]> {
  const pieces = await textPieces(page);
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return pieces.flatMap((piece) => {
    const { text, size, colour } = piece;
    const faults: string[] = [];
    const least = /\p{Script=Han}/u.test(text) ? LEAST_HANZI : LEAST_LATIN;
    if (size < least - 0.01) faults.push(`“${text}” is ${size.toFixed(1)} px small`);
    const ground = groundOf(data, info.width, info.height, piece);
    const ratio = colour === null || ground === null ? LEAST_CONTRAST : contrast(colour, ground);
    // Bold letters close together can be most of their own box.
    if (ratio < LEAST_CONTRAST && ratio > 1.3)
      faults.push(`“${text}” in ${colour} on ${ground} has a contrast of ${ratio.toFixed(1)}`);
    return faults;
  });
}
