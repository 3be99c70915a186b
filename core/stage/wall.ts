/** Whether the screens of a wall show all of its picture, each pixel once. */
import { canvasOf, partOf, pictureOf, type Rectangle } from './canvas.ts';
import type { Stage } from './stage.ts';

/** A screen with its window. */
export interface NamedStage {
  readonly name: string;
  readonly stage: Stage;
}

export interface WallFaults {
  /** What no screen shows, as few rectangles as come of it row by row. */
  readonly gaps: readonly Rectangle[];
  /** Screens that show the same pixels, pair by pair. */
  readonly overlaps: readonly (readonly [first: string, second: string, both: Rectangle])[];
  /** Screens whose safe edges, pitch or distance differ from the first's: they would lay out differently. */
  readonly differing: readonly string[];
}

/** Whether two stages are windows of one picture, as far as their sizes tell. */
export function isSameWall({ wall: a }: Stage, { wall: b }: Stage): boolean {
  return a !== undefined && b !== undefined && a.width === b.width && a.height === b.height;
}

function common(a: Rectangle, b: Rectangle): Rectangle | null {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  const width = Math.min(a.left + a.width, b.left + b.width) - left;
  const height = Math.min(a.top + a.height, b.top + b.height) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

const edges = (ends: readonly number[], most: number): readonly number[] =>
  [...new Set([0, ...ends, most])].filter((end) => end <= most).sort((a, b) => a - b);

/** The runs of a band of the picture that no part covers. */
function gapsInBand(parts: readonly Rectangle[], top: number, height: number, across: readonly number[]): Rectangle[] {
  const gaps: Rectangle[] = [];
  for (const [index, left] of across.slice(0, -1).entries()) {
    const width = (across[index + 1] ?? left) - left;
    if (parts.some((part) => common(part, { left, top, width, height }))) continue;
    const last = gaps[gaps.length - 1];
    if (last && last.left + last.width === left) gaps[gaps.length - 1] = { ...last, width: last.width + width };
    else gaps.push({ left, top, width, height });
  }
  return gaps;
}

function gapsOf(parts: readonly Rectangle[], width: number, height: number): readonly Rectangle[] {
  const across = edges(
    parts.flatMap((part) => [part.left, part.left + part.width]),
    width,
  );
  const down = edges(
    parts.flatMap((part) => [part.top, part.top + part.height]),
    height,
  );
  const gaps: Rectangle[] = [];
  for (const [index, top] of down.slice(0, -1).entries())
    for (const gap of gapsInBand(parts, top, (down[index + 1] ?? top) - top, across)) {
      const above = gaps.findIndex(
        (each) => each.left === gap.left && each.width === gap.width && each.top + each.height === top,
      );
      const found = gaps[above];
      if (found) gaps[above] = { ...found, height: found.height + gap.height };
      else gaps.push(gap);
    }
  return gaps;
}

/** What is wrong with a wall, by the windows of all its screens; nothing where they are none or fit exactly. */
export function wallFaults(screens: readonly NamedStage[]): WallFaults {
  const [first] = screens;
  if (!first) return { gaps: [], overlaps: [], differing: [] };
  const { width, height } = pictureOf(first.stage);
  const parts = screens.map(({ stage }) => partOf(stage));
  const overlaps = screens.flatMap(({ name }, index) =>
    parts.slice(index + 1).flatMap((other, further): WallFaults['overlaps'][number][] => {
      const [part, second] = [parts[index], screens[index + 1 + further]];
      const both = part && common(part, other);
      return both && second ? [[name, second.name, both]] : [];
    }),
  );
  const canvas = JSON.stringify([canvasOf(first.stage), first.stage.safe]);
  const differing = screens
    .filter(({ stage }) => JSON.stringify([canvasOf(stage), stage.safe]) !== canvas)
    .map(({ name }) => name);
  return { gaps: gapsOf(parts, width, height), overlaps, differing };
}
