import { html, type TemplateResult } from 'lit';
import { fitText } from '../text/fit.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';

/** A line of words on the lower edge of a picture; cut rather than smaller than can be read. */
export function plate(text: string, width: number, size: number, least = 16): TemplateResult {
  const padding = Math.round(size * 0.5);
  const fitted = fitText(text, { width: width - padding * 2 - 1, size, least, maxLines: 1 }, measureText);
  const sizes = { 'font-size': fitted.size, padding: `${Math.round(size * 0.14)}px ${padding}px` };
  return html`<div class="plate" ${styled(sizes)}>${fitted.lines[0]}</div>`;
}
