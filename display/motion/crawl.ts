/** A line of text that crawls to the left. */
export interface Crawl {
  /** Size of the type in pixels: a hanzi is as wide as it is high. */
  readonly size: number;
  /** Width of one copy of the text with the space behind it. */
  readonly width: number;
  readonly stage: number;
  readonly perMinute: number;
}

/** The line comes on partly in view, so that nobody waits for its first word. */
export const crawlStart = ({ stage, size, width }: Crawl): number =>
  Math.round(width < stage ? size * 0.6 : stage * 0.3);

/** Where the line stands after some milliseconds, in whole pixels; the second copy follows the first for ever. */
export function crawlAt(crawl: Crawl, elapsed: number): number {
  const { size, width, perMinute } = crawl;
  const travelled = (Math.max(0, elapsed) / 60_000) * perMinute * size;
  const x = crawlStart(crawl) - travelled;
  return Math.round(x < -width ? -(-x % width) : x);
}
