import { html, type TemplateResult } from 'lit';
import { isLow, SMALLEST_CHARACTER_PX, type Layout } from '../../../core/stage/layout.ts';
import { fitted } from '../../parts/fitted.ts';
import { styled } from '../../text/styled.ts';
import { type Rect } from './geometry.ts';
import type { ListView } from './list-view.ts';

/** What stands in place of rows; good news wears a tick. */
export function emptyTemplate({ text, good }: ListView['none'], body: Rect, layout: Layout): TemplateResult {
  const low = isLow(layout);
  const size = low ? layout.rowText : Math.min(layout.titleText, Math.round(body.height * 0.24));
  const mark = good ? Math.round(size * (low ? 1.1 : 1.5)) : 0;
  const width = body.width - mark * 1.6;
  return html`
    <div class="empty ${good ? 'good' : ''}" ${styled({ ...body, '--mark': mark })}>
      ${good ? html`<i class="tick"></i>` : ''}
      <p>${fitted(text, { width, size, least: SMALLEST_CHARACTER_PX, maxLines: low ? 1 : 2 })}</p>
    </div>
  `;
}
