import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { PublicMilestone, PublicMilestones } from '../../../core/boards/public/milestones.ts';
import { routeHash } from '../../common/router.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { countOf, rateText, tile } from '../figures.ts';

/** Days left or over, in words. */
export const daysText = (daysLeft: number): string => {
  if (daysLeft === 0) return msg('今天到期', { id: 'board.today' });
  return daysLeft > 0
    ? msg(str`还有 ${daysLeft} 天`, { id: 'board.days-left' })
    : msg(str`超期 ${-daysLeft} 天`, { id: 'board.days-over' });
};

const line = ({ project, projectName, unit, name, dueOn, daysLeft, state }: PublicMilestone) => html`
  <li>
    <div class="grow">
      <div class="split">
        <a href=${routeHash('project', project)}>${projectName}</a>
        <b class=${state === 'overdue' ? 'behind' : state === 'due' ? 'watch' : ''}>${daysText(daysLeft)}</b>
      </div>
      <div class="soft small">${name} · ${dueOn} · ${unit}</div>
    </div>
  </li>
`;

const body = ({ done, onTime, overdue, rows }: PublicMilestones) => html`
  <dl class="tiles three">
    ${tile(msg('到期节点完成', { id: 'board.milestones-done' }), rateText(done.rate), countOf(done))}
    ${tile(msg('按期完成', { id: 'board.milestones-in-time' }), rateText(onTime.rate), countOf(onTime))}
    ${tile(msg('超期项目', { id: 'board.projects-over' }), overdue)}
  </dl>
  ${
    Object.keys(rows).length === 0
      ? emptyNote()
      : html`<ul>
          ${inOrder(rows).map(line)}
        </ul>`
  }
`;

/** Each project's next milestone. */
export const milestonesSection = (feed: BoardFeed) =>
  card(
    feed,
    {
      title: msg('下一节点', { id: 'board.milestones' }),
      measures: ['milestoneRate', 'milestoneOnTimeRate'],
      wide: true,
    },
    feed.board('publicMilestones'),
    body,
  );
