import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { PublicNotices } from '../../../core/boards/public/notices.ts';
import type { PublicVisits } from '../../../core/boards/public/visits.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../../core/registers/unit-groups.ts';
import { labelText } from '../../common/locale.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { rateText, tile } from '../figures.ts';

const isGroup = (name: string): name is UnitGroup => Object.hasOwn(UNIT_GROUPS, name);

const visited = ({ visits, projects, rows }: PublicVisits) => html`
  <dl class="tiles two">
    ${tile(msg('现场督导（个次）', { id: 'board.visits-made' }), visits)}
    ${tile(msg('到过的项目', { id: 'board.visited' }), projects)}
  </dl>
  ${
    Object.keys(rows).length === 0
      ? emptyNote()
      : html`<ul>
          ${inOrder(rows).map(
            ({ name, from, to, coverage }) =>
              html`<li>
                <div class="grow">
                  <div class="split"><span>${name}</span><b>${rateText(coverage.rate)}</b></div>
                  <div class="soft small">
                    ${msg(str`${coverage.done} 位领导已到现场，应到 ${coverage.due} 位`, { id: 'board.on-site' })} ·
                    ${from} — ${to}
                  </div>
                </div>
              </li>`,
          )}
        </ul>`
  }
`;

const noticed = ({ issued, closed, overdue, rows }: PublicNotices) => html`
  <dl class="tiles three">
    ${tile(msg('下发', { id: 'board.issued' }), issued)} ${tile(msg('办结', { id: 'board.settled' }), closed)}
    ${tile(msg('逾期', { id: 'board.overdue' }), overdue)}
  </dl>
  ${
    Object.keys(rows).length === 0
      ? emptyNote()
      : html`<table>
          <thead>
            <tr>
              <th>${msg('单位组别', { id: 'board.group' })}</th>
              <th class="number">${msg('下发', { id: 'board.issued' })}</th>
              <th class="number">${msg('办结', { id: 'board.settled' })}</th>
              <th class="number">${msg('逾期', { id: 'board.overdue' })}</th>
            </tr>
          </thead>
          <tbody>
            ${inOrder(rows).map(
              (row) =>
                html`<tr>
                  <th>${isGroup(row.id) ? labelText(UNIT_GROUPS[row.id]) : row.id}</th>
                  <td class="number">${row.issued}</td>
                  <td class="number">${row.closed}</td>
                  <td class="number ${row.overdue > 0 ? 'behind' : ''}">${row.overdue}</td>
                </tr>`,
            )}
          </tbody>
        </table>`
  }
`;

/** Site visits, holiday campaigns, and notices by group. */
export const supervisionSection = (feed: BoardFeed) => html`
  ${card(feed, { title: msg('一线督导', { id: 'board.visits' }) }, feed.board('publicVisits'), visited)}
  ${card(
    feed,
    { title: msg('督办通知', { id: 'board.notices' }), measures: ['noticeClosureRate'] },
    feed.board('publicNotices'),
    noticed,
  )}
`;
