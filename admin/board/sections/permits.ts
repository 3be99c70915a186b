import { msg } from '@lit/localize';
import { html } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { PublicPermits } from '../../../core/boards/public/permits.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { countOf, rateText, tile } from '../figures.ts';

const departments = ({ rows }: PublicPermits) => html`
  <table>
    <thead>
      <tr>
        <th>${msg('审批部门', { id: 'board.department' })}</th>
        <th class="number">${msg('已办结', { id: 'board.permits-done' })}</th>
        <th class="number">${msg('按时率', { id: 'board.in-time-rate' })}</th>
        <th class="number">${msg('逾期', { id: 'board.overdue' })}</th>
      </tr>
    </thead>
    <tbody>
      ${inOrder(rows).map(
        ({ name, done, onTime, overdue }) =>
          html`<tr>
            <th>${name}</th>
            <td class="number">${countOf(done)}</td>
            <td class="number">${rateText(onTime.rate)}</td>
            <td class="number ${overdue > 0 ? 'behind' : ''}">${overdue}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;

const body = (data: PublicPermits) => html`
  <dl class="tiles">
    ${tile(msg('手续办结', { id: 'board.approved' }), rateText(data.done.rate), countOf(data.done))}
    ${tile(msg('按时办结', { id: 'board.approved-in-time' }), rateText(data.onTime.rate), countOf(data.onTime))}
    ${tile(msg('手续齐全项目', { id: 'board.fully' }), rateText(data.fully.rate), countOf(data.fully))}
    ${tile(msg('逾期', { id: 'board.overdue' }), data.overdue)}
  </dl>
  ${Object.keys(data.rows).length === 0 ? emptyNote() : departments(data)}
`;

/** Joint approval by department. */
export const permitsSection = (feed: BoardFeed) =>
  card(
    feed,
    {
      title: msg('联审联批', { id: 'board.permits' }),
      measures: ['approvalCompletionRate', 'approvalOnTimeRate', 'fullyPermittedShare'],
      wide: true,
    },
    feed.board('publicPermits'),
    body,
  );
