import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { UnitRow } from '../../../core/boards/unit-ranking.ts';
import type { PublicBoardData } from '../../api/boards.ts';
import { labelText } from '../../common/locale.ts';
import { routeHash } from '../../common/router.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';

type Answer = PublicBoardData['headToHead'];
type Duel = Extract<Answer, { readonly first: unknown }>;
type Line = Duel['rows'][string];
type Unit = UnitRow & { readonly id: string };

const UNITS = { rate: '%', points: '', yuan: '', count: '', months: '', places: '' } as const;

const valueText = ({ unit }: Line, shown: Line['first']): string => (shown ? `${shown.text}${UNITS[unit]}` : '—');

const line = (row: Line) => html`
  <tr>
    <td class="number ${row.leads === 'first' ? 'onTime' : ''}">
      ${row.leads === 'first' ? html`<b>▲ ${valueText(row, row.first)}</b>` : valueText(row, row.first)}
    </td>
    <th class="middle">${labelText(row.label)}${row.unit === 'yuan' ? msg('（亿元）', { id: 'board.in-yi' }) : ''}</th>
    <td class=${row.leads === 'second' ? 'onTime' : ''}>
      ${row.leads === 'second' ? html`<b>${valueText(row, row.second)} ▲</b>` : valueText(row, row.second)}
    </td>
  </tr>
`;

const table = ({ first, second, figuresAsOf, rows }: Duel) => html`
  <table>
    <thead>
      <tr>
        <th class="number"><b>${first.name}</b></th>
        <th class="middle">${msg('对比', { id: 'board.against' })}</th>
        <th><b>${second.name}</b></th>
      </tr>
    </thead>
    <tbody>
      ${inOrder(rows).map(line)}
    </tbody>
  </table>
  <p class="soft small">${msg(str`双方数据均截至 ${figuresAsOf}，▲ 为领先一方`, { id: 'board.duel-note' })}</p>
`;

const choice = (units: readonly Unit[], value: string, label: string, go: (id: string) => string) => html`
  <select
    aria-label=${label}
    @change=${(event: Event) => {
      if (event.target instanceof HTMLSelectElement) location.hash = go(event.target.value);
    }}
  >
    ${units.map(({ id, name }) => html`<option value=${id} ?selected=${id === value}>${name}</option>`)}
  </select>
`;

/** Two townships side by side; the first two of the ranking unless others are chosen. */
export const duel = (feed: BoardFeed, [chosen, other]: readonly string[]) => {
  const units = inOrder(feed.board('unitRanking', { group: 'township' })?.data.rows ?? {});
  const first = chosen ?? units[0]?.id;
  const second = other ?? units[1]?.id;
  if (first === undefined || second === undefined) return nothing;
  return html`
    <div class="wide versus">
      ${choice(units, first, msg('甲方', { id: 'board.first-side' }), (id) => routeHash('honours', id, second))}
      <span>${msg('对', { id: 'board.versus' })}</span>
      ${choice(units, second, msg('乙方', { id: 'board.second-side' }), (id) => routeHash('honours', first, id))}
    </div>
    ${
      first === second
        ? nothing
        : card(
            feed,
            {
              title: msg('对手赛', { id: 'board.duel' }),
              measures: ['investmentCompletionRate', 'scheduleVariance', 'milestoneRate'],
              wide: true,
            },
            feed.board('headToHead', { first, second }),
            (data) => ('first' in data ? table(data) : emptyNote()),
          )
    }
  `;
};
