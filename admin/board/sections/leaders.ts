import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { PublicLeader, PublicLeaders } from '../../../core/boards/public/leaders.ts';
import { routeHash } from '../../common/router.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { amounts, bar, light, projectsOf, rateText, tile, unverifiedMark } from '../figures.ts';

const portfolio = (row: PublicLeader) => html`
  <li>
    <div class="grow">
      <div class="split"><span>${row.leader}</span><b>${rateText(row.rate)}</b></div>
      ${bar(row.rate, row.pace)}
      <div class="split soft small"><span>${amounts(row)} ${unverifiedMark(row)}</span>${light(row.pace)}</div>
      <p class="links small">
        ${row.projects.map(
          ({ id, name, rate }) => html`<a href=${routeHash('project', id)}>${name}</a> ${rateText(rate)}<br />`,
        )}
      </p>
    </div>
  </li>
`;

const body = ({ leaders, coverage, rows }: PublicLeaders) => html`
  <dl class="tiles two">
    ${tile(msg('分包领导', { id: 'board.leaders-count' }), leaders)}
    ${tile(
      msg('项目分包覆盖', { id: 'board.coverage' }),
      rateText(coverage.rate),
      projectsOf(coverage.done, coverage.due),
    )}
  </dl>
  ${
    Object.keys(rows).length === 0
      ? leaders === 0
        ? emptyNote()
        : nothing
      : html`<ul>
          ${inOrder(rows).map(portfolio)}
        </ul>`
  }
`;

/** Leaders in protocol order with the projects that they sponsor. */
export const leadersSection = (feed: BoardFeed) =>
  card(
    feed,
    {
      title: msg('领导分包', { id: 'board.leaders' }),
      measures: ['sponsorCoverage', 'investmentCompletionRate'],
      wide: true,
    },
    feed.board('publicLeaders'),
    body,
  );
