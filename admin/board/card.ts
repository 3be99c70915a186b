import { problemText } from '../common/problem-text.ts';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { MeasureId } from '../../core/measures/ids.ts';
import type { PublicBoard, PublicBoardName } from '../api/boards.ts';
import type { ApiProblem } from '../api/problem.ts';
import { labelText } from '../common/locale.ts';
import type { BoardFeed } from './board-feed.ts';

/** What heads a card and what its figures mean. */
export interface CardFrame {
  readonly title: string;
  readonly measures?: readonly MeasureId[];
  readonly wide?: boolean;
}

const definition = (feed: BoardFeed, id: MeasureId) => {
  const words = feed.definitions?.get(id);
  return words
    ? html`<dt>${labelText(words.label)}</dt>
        <dd>${labelText(words.formula)}<br /><span class="soft">${labelText(words.basis)}</span></dd>`
    : nothing;
};

const waiting = (refusal: ApiProblem | null) =>
  html`<p class="soft" role="status">
    ${
      refusal?.code === 'taken-down'
        ? problemText(refusal)
        : refusal
          ? msg('这一栏暂时没有数据', { id: 'board.nothing' })
          : msg('正在读取…', { id: 'board.loading' })
    }
  </p>`;

const definitions = (feed: BoardFeed, measures: readonly MeasureId[]) => html`
  <details
    @toggle=${(event: Event) => {
      if (event.target instanceof HTMLDetailsElement && event.target.open) void feed.define();
    }}
  >
    <summary>${msg('指标说明', { id: 'board.definitions' })}</summary>
    ${
      feed.definitions
        ? html`<dl class="definitions">${measures.map((id) => definition(feed, id))}</dl>`
        : waiting(feed.problem)
    }
  </details>
`;

/** One section's card: heading, figures, and below them as of when, from where, and what they mean. */
export function card<K extends PublicBoardName>(
  feed: BoardFeed,
  { title, measures = [], wide = false }: CardFrame,
  board: PublicBoard<K> | undefined,
  body: (data: PublicBoard<K>['data']) => TemplateResult,
): TemplateResult {
  return html`
    <section class="card ${wide ? 'wide' : ''}" aria-label=${title}>
      <h2>${title}</h2>
      ${board ? body(board.data) : waiting(feed.refusal)}
      ${
        board
          ? html`<div class="foot">
              <span>${msg(str`截至 ${board.head.asOf} · ${board.head.source}`, { id: 'board.basis' })}</span>
              ${measures.length > 0 ? definitions(feed, measures) : nothing}
            </div>`
          : nothing
      }
    </section>
  `;
}

/** What stands where a list is empty. */
export const emptyNote = () => html`<p class="soft">${msg('暂无', { id: 'board.none' })}</p>`;
