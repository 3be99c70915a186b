import type { Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';

/** A rectangle of the stage in whole pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface SummaryBoxes {
  readonly hero: Rect;
  readonly panel: Rect;
  readonly tiles: readonly Rect[];
  readonly heroSize: number;
}

const TILES = 4;

/** `count` rectangles side by side, or in `rows` rows. */
function grid({ left, top, width, height }: Rect, count: number, rows: number, gap: number): readonly Rect[] {
  const columns = Math.ceil(count / rows);
  const each = Math.floor((width - gap * (columns - 1)) / columns);
  const tall = Math.floor((height - gap * (rows - 1)) / rows);
  return Array.from({ length: count }, (_, index) => ({
    left: left + (index % columns) * (each + gap),
    top: top + Math.floor(index / columns) * (tall + gap),
    width: each,
    height: tall,
  }));
}

/** Where hero, panel and tiles of the summary stand: across, in three columns on a wide wall, stacked in portrait. */
export function summaryBoxes(stage: Stage, layout: Layout): SummaryBoxes {
  const { margin, headerHeight, footerHeight, unit, profile } = layout;
  const gap = Math.max(4, unit * 2);
  const left = margin;
  const top = headerHeight + gap;
  const width = stage.width - margin * 2;
  const height = stage.height - top - footerHeight - Math.round(gap * 0.5);
  if (profile === 'portrait') {
    const [heroHeight, panelHeight] = [Math.round(height * 0.26), Math.round(height * 0.26)];
    const rest = top + heroHeight + panelHeight + gap * 2;
    return {
      hero: { left, top, width, height: heroHeight },
      panel: { left, top: top + heroHeight + gap, width, height: panelHeight },
      tiles: grid({ left, top: rest, width, height: top + height - rest }, TILES, 2, gap),
      heroSize: heroHeight,
    };
  }
  if (profile === 'wide') {
    const [heroWidth, panelWidth] = [Math.round(width * 0.36), Math.round(width * 0.3)];
    const tilesLeft = left + heroWidth + panelWidth + gap * 2;
    return {
      hero: { left, top, width: heroWidth, height },
      panel: { left: left + heroWidth + gap, top, width: panelWidth, height },
      tiles: grid({ left: tilesLeft, top, width: left + width - tilesLeft, height }, TILES, 2, gap),
      heroSize: height * 0.6,
    };
  }
  const upper = Math.round(height * 0.565);
  const heroWidth = Math.round(width * 0.575);
  return {
    hero: { left, top, width: heroWidth, height: upper },
    panel: { left: left + heroWidth + gap * 2, top, width: width - heroWidth - gap * 2, height: upper },
    tiles: grid({ left, top: top + upper + gap, width, height: height - upper - gap }, TILES, 1, gap),
    heroSize: layout.heroText * 1.6,
  };
}
