import { msg } from '@lit/localize';
import { html } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { PublicIssues } from '../../../core/boards/public/issues.ts';
import { PROBLEM_CATEGORIES, type ProblemCategory } from '../../../core/registers/project-choices.ts';
import { labelText } from '../../common/locale.ts';
import { routeHash } from '../../common/router.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { rateText, tile } from '../figures.ts';

const isCategory = (name: string): name is ProblemCategory => Object.hasOwn(PROBLEM_CATEGORIES, name);

const categories = ({ byCategory }: PublicIssues) => html`
  <table>
    <thead>
      <tr>
        <th>${msg('类别', { id: 'board.category' })}</th>
        <th class="number">${msg('登记', { id: 'board.registered' })}</th>
        <th class="number">${msg('办结', { id: 'board.settled' })}</th>
        <th class="number">${msg('办结率', { id: 'board.settled-rate' })}</th>
      </tr>
    </thead>
    <tbody>
      ${inOrder(byCategory).map(
        ({ id, done, due, rate }) =>
          html`<tr>
            <th>${isCategory(id) ? labelText(PROBLEM_CATEGORIES[id]) : id}</th>
            <td class="number">${due}</td>
            <td class="number">${done}</td>
            <td class="number">${rateText(rate)}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;

const labels = ({ rows }: PublicIssues) => html`
  <h3>${msg('正在办理', { id: 'board.in-work' })}</h3>
  <ul>
    ${inOrder(rows).map(
      ({ id, name, labels: words }) =>
        html`<li>
          <div class="grow">
            <a href=${routeHash('project', id)}>${name}</a>
            <div class="soft small">${words.join('；')}</div>
          </div>
        </li>`,
    )}
  </ul>
`;

const body = (data: PublicIssues) => html`
  <dl class="tiles three">
    ${tile(msg('登记问题', { id: 'board.issues-registered' }), data.resolved.due)}
    ${tile(msg('办结率', { id: 'board.settled-rate' }), rateText(data.resolved.rate))}
    ${tile(msg('未办结', { id: 'board.open' }), data.open)}
  </dl>
  ${Object.keys(data.byCategory).length === 0 ? emptyNote() : categories(data)}
  ${Object.keys(data.rows).length === 0 ? '' : labels(data)}
`;

/** Issues by category, and what a reviewer lets the public read of a project's. */
export const issuesSection = (feed: BoardFeed) =>
  card(
    feed,
    { title: msg('问题办理', { id: 'board.issues' }), measures: ['issueResolutionRate'], wide: true },
    feed.board('publicIssues'),
    body,
  );
