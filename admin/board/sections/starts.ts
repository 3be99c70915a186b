import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { PublicStarts } from '../../../core/boards/public/starts.ts';
import type { PublicBoardData } from '../../api/boards.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { rateText, tile } from '../figures.ts';

type Commencements = PublicBoardData['commencements'];

const event = ({ number, name, heldOn, venue, held, projects, total, plan }: Commencements['rows'][string]) => html`
  <li>
    <div class="grow">
      <div class="split">
        <span>${msg(str`第 ${number} 批`, { id: 'board.batch' })} ${name}</span>
        <b>${held ? msg('已举行', { id: 'board.held' }) : msg('筹备中', { id: 'board.planned' })}</b>
      </div>
      <div class="soft small">${heldOn}${venue ? ` · ${venue}` : ''}</div>
      <div class="soft small">
        ${msg(str`${projects} 个项目 · 总投资 ${total.text} 亿元 · 年度计划 ${plan.text} 亿元`, { id: 'board.event-sums' })}
      </div>
    </div>
  </li>
`;

const events = ({ events: held, projects, total, plan, rows }: Commencements) => html`
  <dl class="tiles">
    ${tile(msg('已举行', { id: 'board.held' }), held)} ${tile(msg('项目', { id: 'sheet.project' }), projects)}
    ${tile(msg('总投资', { id: 'board.total' }), total.text, msg('亿元', { id: 'unit.yi' }))}
    ${tile(msg('年度计划', { id: 'board.plan' }), plan.text, msg('亿元', { id: 'unit.yi' }))}
  </dl>
  ${
    Object.keys(rows).length === 0
      ? emptyNote()
      : html`<ul>
          ${inOrder(rows).map(event)}
        </ul>`
  }
`;

const quarters = ({ rows }: PublicStarts) => html`
  <table>
    <thead>
      <tr>
        <th>${msg('季度', { id: 'board.quarter' })}</th>
        <th class="number">${msg('计划开工', { id: 'board.planned-starts' })}</th>
        <th class="number">${msg('已开工', { id: 'board.made-starts' })}</th>
        <th class="number">${msg('开工率', { id: 'board.start-rate' })}</th>
      </tr>
    </thead>
    <tbody>
      ${inOrder(rows).map(
        ({ id, started }) =>
          html`<tr>
            <th>${msg(str`第 ${id.slice(1)} 季度`, { id: 'board.quarter-n' })}</th>
            <td class="number">${started.due}</td>
            <td class="number">${started.done}</td>
            <td class="number">${rateText(started.rate)}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;

/** Group commencements, and the year's starts by quarter. */
export const startsSection = (feed: BoardFeed) => html`
  ${card(feed, { title: msg('集中开工', { id: 'board.commencements' }) }, feed.board('commencements'), events)}
  ${card(
    feed,
    { title: msg('分季度开工', { id: 'board.starts' }), measures: ['annualStartRate'] },
    feed.board('publicStarts'),
    quarters,
  )}
`;
