import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CellState } from './cell-state.ts';
import { cellStateText } from './cell-words.ts';

/** The small sign in a cell's corner: saving, saved, or not saved. */
export function markOf(state: CellState | undefined): TemplateResult | typeof nothing {
  if (!state) return nothing;
  const words = cellStateText(state);
  if (state.kind === 'saving') return html`<span class="mark" role="img" aria-label=${words}>…</span>`;
  if (state.kind === 'saved') return html`<span class="mark saved" role="img" aria-label=${words}>✓</span>`;
  return html`<span class="mark bad" role="img" aria-label=${words}>!</span>`;
}

const button = (words: string, press: () => void): TemplateResult =>
  html`<button class="small" type="button" @click=${press}>${words}</button>`;

/** Beside a cell that was not saved: why, and what can be done. */
export function wordsOf(state: CellState, resolve: (keep: 'mine' | 'theirs') => void): TemplateResult {
  return html`
    <div class="words" @pointerdown=${(event: Event) => event.stopPropagation()}>
      ${cellStateText(state)}
      <div class="bar">
        ${
          state.kind === 'stale'
            ? [
                button(msg('用对方的', { id: 'sheet.take-theirs' }), () => resolve('theirs')),
                button(msg('保留我的', { id: 'sheet.keep-mine' }), () => resolve('mine')),
              ]
            : button(msg('放弃修改', { id: 'sheet.discard' }), () => resolve('theirs'))
        }
      </div>
    </div>
  `;
}
