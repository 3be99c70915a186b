import type { SlidePicture } from '../../core/slides/media.ts';
import { isLow, type Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { bodyBox, within, type Box } from '../media/boxes.ts';

/**
 * `wipe`: one picture over the other, with a panel beside; `pair`: both at a time, beside or above each other; `after`:
 * only the newer one, with words beside where there is room.
 */
export type BeforeAfterBoxes =
  | { readonly kind: 'wipe'; readonly picture: Box; readonly panel: Box }
  | { readonly kind: 'pair'; readonly name: Box; readonly before: Box; readonly after: Box }
  | { readonly kind: 'after'; readonly picture: Box; readonly words: Box };

/** The panel beside a wipe holds a project's name in a few lines. */
const LEAST_PANEL = 0.2;

function wipeBoxes(stage: Stage, layout: Layout, after: SlidePicture): BeforeAfterBoxes {
  const body = bodyBox(stage, layout);
  const gap = Math.max(6, layout.unit * 3);
  const room = Math.floor(body.width * (1 - LEAST_PANEL)) - gap;
  const picture = within({ ...body, width: room }, after, 'left');
  const left = picture.left + picture.width + gap;
  const panel = { left, top: picture.top, width: body.left + body.width - left, height: picture.height };
  return { kind: 'wipe', picture, panel };
}

/** So much of a picture's length may be lost where it then fills its half of the stage. */
const MOST_CUT = 1.6;

const filling = (outer: Box, { width, height }: SlidePicture): Box => {
  const cut = (outer.width / outer.height) * (height / width);
  return Math.max(cut, 1 / cut) <= MOST_CUT ? outer : within(outer, { width, height });
};

function pairBoxes(stage: Stage, layout: Layout, after: SlidePicture): BeforeAfterBoxes {
  const body = bodyBox(stage, layout);
  const gap = Math.max(6, layout.unit * 2);
  const nameHeight = Math.round(layout.rowText * 1.5);
  const name = { left: body.left, top: body.top, width: body.width, height: nameHeight };
  const [top, height] = [body.top + nameHeight, body.height - nameHeight];
  if (layout.profile === 'portrait') {
    const half = Math.floor((height - gap) / 2);
    const upper = filling({ ...body, top, height: half }, after);
    return { kind: 'pair', name, before: upper, after: { ...upper, top: upper.top + half + gap } };
  }
  const half = Math.floor((body.width - gap) / 2);
  const before = filling({ left: body.left, top, width: half, height }, after);
  return { kind: 'pair', name, before, after: { ...before, left: before.left + half + gap } };
}

function afterBoxes(stage: Stage, layout: Layout, after: SlidePicture): BeforeAfterBoxes {
  const body = bodyBox(stage, layout);
  const picture = within({ ...body, width: Math.floor(body.width * 0.55) }, after, 'left');
  const left = picture.left + picture.width + layout.margin * 2;
  return {
    kind: 'after',
    picture,
    words: { left, top: body.top, width: body.left + body.width - left, height: body.height },
  };
}

/** Where two pictures of a project stand on a stage. */
export function beforeAfterBoxes(stage: Stage, layout: Layout, after: SlidePicture): BeforeAfterBoxes {
  if (isLow(layout)) return afterBoxes(stage, layout, after);
  return layout.profile === 'standard' ? wipeBoxes(stage, layout, after) : pairBoxes(stage, layout, after);
}
