/** Where the lines of a year lie: time across, percent of the plan upwards. */
import { daysInMonth, monthNumberOf, yearOf, type IsoDate } from '../../core/time.ts';
import type { Rect } from '../slides/summary-boxes.ts';

/** A line's value at a share of the year; without a value the line has a gap there. */
export interface LinePoint {
  /** 0 on the first of January, 1 at the year's end; every month as long as any other. */
  readonly at: number;
  readonly value?: number;
}

export interface Plot {
  readonly box: Rect;
  /** The percent at the upper edge. */
  readonly top: number;
}

/** The end of a day as a share of its year. */
export function shareOfYear(date: IsoDate): number {
  const month = monthNumberOf(date);
  return (month - 1 + Number(date.slice(8, 10)) / daysInMonth(yearOf(date), month)) / 12;
}

export const xOf = ({ box }: Plot, at: number): number => Math.round(box.left + box.width * at);

/** A value above the plot stays at its edge; its figure stands beside it. */
export const yOf = ({ box, top }: Plot, value: number): number =>
  Math.round(box.top + box.height * (1 - Math.min(top, Math.max(0, value)) / top));

/** Further than this a part may not squash the line of the whole list. */
const FARTHEST_PART = 200;
const STEPS = [25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const MOST_LINES = 5;

/** The percent at the upper edge and the lines between: 100 at least, all of the whole list, parts as far as is sensible. */
export function scaleOf(whole: readonly number[], parts: readonly number[]): { top: number; lines: readonly number[] } {
  const most = Math.max(100, ...whole);
  const wanted = Math.max(most, Math.min(Math.max(0, ...parts), Math.max(most, FARTHEST_PART)));
  const step = STEPS.find((each) => Math.ceil(wanted / each) <= MOST_LINES) ?? wanted;
  const top = Math.ceil(wanted / step) * step;
  const lines = Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
  return { top, lines: lines.includes(100) ? lines : [...lines, 100] };
}

/** Unbroken stretches of a line. */
export function stretches(points: readonly LinePoint[]): readonly (readonly Required<LinePoint>[])[] {
  const parts: Required<LinePoint>[][] = [[]];
  for (const { at, value } of points) {
    if (value === undefined) parts.push([]);
    else parts[parts.length - 1]?.push({ at, value });
  }
  return parts.filter((part) => part.length > 0);
}

/** The path of a line through its points; gaps stay gaps. */
export const linePath = (plot: Plot, points: readonly LinePoint[]): string =>
  stretches(points)
    .map((part) =>
      part.map(({ at, value }, index) => `${index ? 'L' : 'M'}${xOf(plot, at)} ${yOf(plot, value)}`).join(''),
    )
    .join('');

/** The area between a line and nothing. */
export const areaPath = (plot: Plot, points: readonly LinePoint[]): string =>
  stretches(points)
    .filter((part) => part.length > 1)
    .map((part) => {
      const ground = yOf(plot, 0);
      const [first, last] = [part[0]?.at ?? 0, part[part.length - 1]?.at ?? 0];
      return `${linePath(plot, part)}L${xOf(plot, last)} ${ground}L${xOf(plot, first)} ${ground}Z`;
    })
    .join('');
