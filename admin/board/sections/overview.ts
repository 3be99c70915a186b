import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import type { Summary } from '../../../core/boards/summary.ts';
import type { UnitRanking, UnitRow } from '../../../core/boards/unit-ranking.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../../core/registers/unit-groups.ts';
import { labelText } from '../../common/locale.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card } from '../card.ts';
import { amounts, bar, changeMark, countOf, light, rateText, tile, unverifiedMark } from '../figures.ts';

const GROUPS = Object.keys(UNIT_GROUPS).filter((name): name is UnitGroup => name in UNIT_GROUPS);

const against = ({ rate, pace, variance, timeProgress }: Summary) => html`
  ${bar(rate, pace)}
  <div class="split">
    <span>${msg('完成年度计划', { id: 'board.rate' })} <b>${rateText(rate)}</b></span>
    <span>${light(pace, variance)}</span>
  </div>
  <div class="soft small">${msg(str`序时进度 ${timeProgress.text}%`, { id: 'board.time' })}</div>
`;

const headline = (summary: Summary) => html`
  <div class="big">
    ${summary.completedHeadline}<small>${msg('亿元', { id: 'unit.yi' })}</small> ${unverifiedMark(summary)}
  </div>
  ${summary.rate ? against(summary) : nothing}
  <dl class="tiles">
    ${tile(msg('项目', { id: 'sheet.project' }), summary.projects)}
    ${tile(msg('开工', { id: 'board.started' }), countOf(summary.started))}
    ${tile(msg('复工', { id: 'board.resumed' }), countOf(summary.resumed))}
    ${tile(msg('竣工', { id: 'board.finished' }), countOf(summary.finished))}
  </dl>
`;

const unitLine = (row: UnitRow, most: number) => html`
  <li class="ranked">
    <span class="rank ${row.rank !== undefined && row.rank <= 3 && !row.alone ? 'top' : ''}">${row.rank ?? '—'}</span>
    <div class="grow">
      <div class="split"><span>${row.name}</span><b>${rateText(row.rate)}</b></div>
      ${bar(row.rate, row.pace, most)}
      <div class="split soft small">
        <span>${amounts(row)} ${unverifiedMark(row)}</span>
        <span>${light(row.pace)} ${changeMark(row.change)}</span>
      </div>
    </div>
  </li>
`;

const rankingList = ({ rows, baseline }: UnitRanking) => {
  const ordered = inOrder(rows);
  const most = Math.max(100, ...ordered.map(({ rate }) => rate?.value ?? 0));
  return html`
    <ol>
      ${ordered.map((row) => unitLine(row, most))}
    </ol>
    ${baseline ? html`<p class="soft small">${msg(str`名次变化与 ${baseline} 相比`, { id: 'board.baseline' })}</p>` : nothing}
  `;
};

/** The headline figures and the ranking of each group of units. */
export const overview = (feed: BoardFeed) => html`
  ${card(
    feed,
    {
      title: msg('年内累计完成投资', { id: 'board.completed' }),
      measures: [
        'investmentCompletionRate',
        'timeProgress',
        'scheduleVariance',
        'annualStartRate',
        'resumptionRate',
        'completionRateOfPlan',
      ],
    },
    feed.board('summary'),
    headline,
  )}
  ${GROUPS.map((group) =>
    card(
      feed,
      { title: labelText(UNIT_GROUPS[group]), measures: ['investmentCompletionRate', 'rankChange'] },
      feed.board('unitRanking', { group }),
      rankingList,
    ),
  )}
`;
