import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { ProjectBoard, ShownMilestone } from '../../../core/boards/project.ts';
import { KEY_LEVELS, LIFECYCLES, SECTORS } from '../../../core/registers/project-choices.ts';
import type { PublicPhotos } from '../../../core/boards/public/photos.ts';
import { labelText } from '../../common/locale.ts';
import { routeHash } from '../../common/router.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { amounts, bar, light, rateText, unverifiedMark, yiText } from '../figures.ts';
import { daysText } from './milestones.ts';
import { picture } from './photos.ts';

const fact = (label: string, value: string | undefined) =>
  value
    ? html`<dt>${label}</dt>
        <dd>${value}</dd>`
    : nothing;

const figures = (data: ProjectBoard) => html`
  <div class="big">${rateText(data.rate)} ${unverifiedMark(data)}</div>
  ${bar(data.rate, data.pace)}
  <div class="split"><span>${amounts(data)}</span>${light(data.pace, data.variance)}</div>
  <dl class="facts">
    ${fact(msg('责任单位', { id: 'board.unit' }), data.unit)}
    ${fact(msg('责任领导', { id: 'board.leader' }), data.leader)}
    ${fact(msg('级别', { id: 'board.level' }), labelText(KEY_LEVELS[data.level]))}
    ${fact(msg('类别', { id: 'board.category' }), labelText(SECTORS[data.sector]))}
    ${fact(msg('状态', { id: 'board.state' }), labelText(LIFECYCLES[data.lifecycle]))}
    ${fact(msg('总投资', { id: 'board.total' }), yiText(data.total))}
    ${fact(msg('计划竣工', { id: 'board.planned-finish' }), data.plannedFinish)}
    ${fact(msg('形象进度', { id: 'board.progress' }), data.physicalProgress)}
    ${fact(msg('建设内容', { id: 'board.content' }), data.content)}
  </dl>
`;

const milestoneWord = ({ state, daysLeft, doneOn }: ShownMilestone): string => {
  if (state === 'done') return msg('已完成', { id: 'board.done' });
  if (state === 'doneLate') return msg(str`${doneOn ?? ''} 完成，晚于计划`, { id: 'board.done-late' });
  return state === 'waived' ? msg('已免除', { id: 'board.waived' }) : daysText(daysLeft ?? 0);
};

const toneOf = ({ state }: ShownMilestone): string =>
  state === 'overdue' ? 'behind' : state === 'due' ? 'watch' : state === 'done' ? 'onTime' : '';

const nodes = ({ milestones }: ProjectBoard) =>
  Object.keys(milestones).length === 0
    ? emptyNote()
    : html`<ul>
        ${inOrder(milestones).map(
          (each) =>
            html`<li>
              <div class="split grow">
                <span>${each.name}<br /><span class="soft small">${each.dueOn}</span></span>
                <b class=${toneOf(each)}>${milestoneWord(each)}</b>
              </div>
            </li>`,
        )}
      </ul>`;

const pictures = ({ rows }: PublicPhotos) =>
  Object.keys(rows).length === 0
    ? emptyNote()
    : html`<div class="shots">${inOrder(rows).map((row) => picture(row.id, row, row.projectName))}</div>`;

const labelsOf = (feed: BoardFeed, id: string) => {
  const labels = feed.board('publicIssues')?.data.rows[id]?.labels ?? [];
  return labels.length === 0 ? nothing : html`<p class="message warn wide">${labels.join('；')}</p>`;
};

/** Everything that is public of one project. */
export const projectSection = (feed: BoardFeed, [id = '']: readonly string[]) => {
  const board = feed.board('project', { project: id });
  return html`
    <p class="wide back"><a href=${routeHash('projects')}>‹ ${msg('全部项目', { id: 'board.all-projects' })}</a></p>
    ${card(
      feed,
      {
        title: board?.data.name ?? msg('项目', { id: 'sheet.project' }),
        measures: ['investmentCompletionRate', 'scheduleVariance'],
      },
      board,
      figures,
    )}
    ${
      board
        ? html`${card(feed, { title: msg('时间节点', { id: 'board.nodes' }) }, board, nodes)} ${labelsOf(feed, id)}
          ${card(
            feed,
            { title: msg('项目图片', { id: 'board.photos' }), wide: true },
            feed.board('publicPhotos', { project: id }),
            pictures,
          )}`
        : nothing
    }
  `;
};
