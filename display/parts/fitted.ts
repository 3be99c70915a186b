import { html, type TemplateResult } from 'lit';
import { fitText, type Box, type Measure } from '../text/fit.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';

/** A text that fits its box, every line on a line of its own. */
export function fitted(text: string, box: Box, measure: Measure = measureText): TemplateResult {
  const { size, lines } = fitText(text, box, measure);
  return html`<span class="fitted" ${styled({ 'font-size': size })}
    >${lines.map((line) => html`<span>${line}</span>`)}</span
  >`;
}
