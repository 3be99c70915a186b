import type { Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Rect } from './summary-boxes.ts';

export interface ProjectBoxes {
  readonly head: Rect;
  readonly gauge: Rect;
  readonly facts: Rect;
  readonly milestones?: Rect;
}

/** Where the parts of a project's slide stand; without milestones the rest takes their room. */
export function projectBoxes(stage: Stage, layout: Layout, withMilestones: boolean): ProjectBoxes {
  const { margin, headerHeight, footerHeight, unit, profile, secondaryText } = layout;
  const gap = Math.max(4, unit * 2);
  const left = margin;
  const top = headerHeight + Math.round(gap * 0.6);
  const width = stage.width - margin * 2;
  const bottom = stage.height - footerHeight - Math.round(gap * 0.5);
  const headHeight = Math.round(Math.max(layout.titleText * 1.5, (bottom - top) * 0.15));
  // A low stage shows less, never smaller.
  const roomy = bottom - top >= secondaryText * 17;
  const lowest = withMilestones && roomy ? Math.round(Math.max(secondaryText * 3.9, (bottom - top) * 0.2)) : 0;
  const midTop = top + headHeight + gap;
  const midHeight = bottom - midTop - (lowest > 0 ? lowest + gap : 0);
  const head = { left, top, width, height: headHeight };
  const milestones = lowest > 0 ? { milestones: { left, top: bottom - lowest, width, height: lowest } } : {};
  if (profile === 'portrait') {
    const gaugeHeight = Math.round(midHeight * 0.54);
    return {
      head,
      gauge: { left, top: midTop, width, height: gaugeHeight },
      facts: { left, top: midTop + gaugeHeight + gap, width, height: midHeight - gaugeHeight - gap },
      ...milestones,
    };
  }
  const gaugeWidth = Math.round(Math.min(width * 0.34, midHeight * 1.15));
  return {
    head,
    gauge: { left, top: midTop, width: gaugeWidth, height: midHeight },
    facts: { left: left + gaugeWidth + gap * 2, top: midTop, width: width - gaugeWidth - gap * 2, height: midHeight },
    ...milestones,
  };
}

/** The most of a panel's width that its picture takes. */
const PHOTO_SHARE = 0.42;

/** Room in characters that lines need beside a picture, and amounts and lines together. */
const LINE_CHARACTERS = 13;
const AMOUNT_CHARACTERS = 24;

export interface PhotoPlace extends Rect {
  /** As high as the panel: the amounts stand beside it too. */
  readonly whole: boolean;
}

/**
 * Where the newest picture stands in the panel of facts: at the right, on a wide panel as high as it, else below the
 * amounts. Null where it would be too small to show anything, or leave the words beside it no room.
 * @param upper height of the amounts.
 */
export function photoBox(
  panel: Rect,
  upper: number,
  photo: { readonly width: number; readonly height: number },
  secondary: number,
): PhotoPlace | null {
  const edge = Math.round(secondary * 0.5);
  const placedFrom = (top: number): PhotoPlace => {
    const height = panel.height - top - edge * 2;
    const width = Math.round(Math.min((height * photo.width) / photo.height, panel.width * PHOTO_SHARE));
    return { left: panel.width - width - edge, top: top + edge, width, height, whole: top === 0 };
  };
  const whole = placedFrom(0);
  if (whole.left >= secondary * AMOUNT_CHARACTERS) return whole;
  const lower = placedFrom(upper);
  return lower.height < secondary * 3.5 || lower.left < secondary * LINE_CHARACTERS ? null : lower;
}
