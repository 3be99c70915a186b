/** One picture coming over another from the left, by two transforms that cancel each other: nothing is painted anew. */

/** The older picture is looked at first. */
const HOLD_MS = 1_500;
const LONGEST_MS = 7_000;
/** What is left of a page to look at the newer one. */
const REST_MS = 4_000;
const LEAST_MS = 1_500;

export interface WipeTime {
  /** How long the page is on. */
  readonly whole: number;
  /** How long it has been on. */
  readonly passed: number;
}

export interface WipeParts {
  /** Cuts its child off. */
  readonly window: Element;
  readonly inner: Element;
  readonly line: Element;
  /** What stands in the end. */
  readonly small: Element | null;
}

const shift = (x: number): string => `translateX(${x}px)`;

/** @returns the animations, which hold their last picture; the caller cancels them when the element goes. */
export function startWipe(
  { window, inner, line, small }: WipeParts,
  width: number,
  time: WipeTime,
): readonly Animation[] {
  const length = Math.max(LEAST_MS, Math.min(LONGEST_MS, time.whole - HOLD_MS - REST_MS));
  const timing = { delay: HOLD_MS, duration: length, easing: 'ease-in-out', fill: 'both' } as const;
  const moving = [
    window.animate([{ transform: shift(-width) }, { transform: shift(0) }], timing),
    inner.animate([{ transform: shift(width) }, { transform: shift(0) }], timing),
    line.animate([{ transform: shift(0) }, { transform: shift(width) }], timing),
  ];
  const end = { delay: HOLD_MS + length, duration: 600, fill: 'both' } as const;
  const ending = [
    line.animate([{ opacity: 1 }, { opacity: 0 }], end),
    ...(small ? [small.animate([{ opacity: 0 }, { opacity: 1 }], end)] : []),
  ];
  const all = [...moving, ...ending];
  for (const animation of all) animation.currentTime = Math.max(0, time.passed);
  return all;
}
