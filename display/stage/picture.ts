/** The upright picture in its window: turned and moved by whole pixels, background up to its edges. */
import { html, type TemplateResult } from 'lit';
import { canvasBox, pictureOf, placementOf } from '../../core/stage/canvas.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import { styled } from '../text/styled.ts';
import { backdrop } from './backdrop.ts';

/** The picture of a window's stage, with what is in it. */
export function picture(stage: Stage, content: TemplateResult): TemplateResult {
  const { width, height } = pictureOf(stage);
  const { a, b, c, d, e, f } = placementOf(stage);
  const transform = `matrix(${[a, b, c, d, e, f].join(', ')})`;
  return html`<div class="picture" ${styled({ width, height, transform })}>${content}</div>`;
}

/** The background: it fills the picture, not only the canvas. */
export function groundLayer(theme: ThemeName, stage: Stage): TemplateResult {
  const whole = pictureOf(stage);
  const { width, height } = whole;
  return html`<div class="ground-layer" ${styled({ '--w': width, '--h': height })}>${backdrop(theme, whole)}</div>`;
}

/** Places an element at the corner of the canvas. */
export function canvasAt(stage: Stage) {
  const { left, top } = canvasBox(stage);
  return styled({ left, top });
}
