import { msg } from '@lit/localize';
import { html } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import { PARTS_BY, type PartsBy } from '../../../core/boards/parts-by.ts';
import type { PublicBreakdown, PublicPart } from '../../../core/boards/public/breakdown.ts';
import type { PublicPoint, PublicTrend } from '../../../core/boards/public/trend.ts';
import { monthName } from '../../common/format.ts';
import { labelText } from '../../common/locale.ts';
import { routeHash } from '../../common/router.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { amounts, bar, light, rateText, unverifiedMark } from '../figures.ts';
import { trendChart } from '../trend-chart.ts';

const BY = Object.keys(PARTS_BY).filter((name): name is PartsBy => name in PARTS_BY);

const byOf = (name: string | undefined): PartsBy => BY.find((each) => each === name) ?? 'group';

const monthOf = ({ asOf }: PublicPoint): string => monthName(Number(asOf.slice(5, 7)));

const table = (
  points: readonly PublicPoint[],
  parts: readonly { name: string; points: readonly PublicPoint[] }[],
) => html`
  <div class="scroll" tabindex="0" role="region" aria-label=${msg('各月完成率', { id: 'board.months' })}>
    <table>
      <thead>
        <tr>
          <th>${msg('月份', { id: 'board.month' })}</th>
          <th class="number">${msg('全区', { id: 'board.all' })}</th>
          ${parts.map(({ name }) => html`<th class="number">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${points.map(
          (point, index) =>
            html`<tr>
              <th>${monthOf(point)}</th>
              <td class="number">${rateText(point.rate)}</td>
              ${parts.map((part) => html`<td class="number">${rateText(part.points[index]?.rate)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

const curves = ({ all, rows }: PublicTrend) => {
  const parts = inOrder(rows).map(({ label, points }) => ({ name: labelText(label), points }));
  const title = msg('各月末完成年度计划的比例', { id: 'board.trend-chart' });
  return html`
    ${trendChart(title, all.map(monthOf), [
      { name: msg('全区', { id: 'board.all' }), kind: 'all', values: all.map(({ rate }) => rate?.value) },
      { name: msg('序时进度', { id: 'board.schedule' }), kind: 'time', values: all.map(({ time }) => time?.value) },
      ...parts.slice(0, 6).map(({ name, points }, index) => ({
        name,
        kind: `part${index}`,
        values: points.map(({ rate }) => rate?.value),
      })),
    ])}
    ${table(all, parts)}
  `;
};

const part = (row: PublicPart) => html`
  <li>
    <div class="grow">
      <div class="split">
        <span>${labelText(row.label)} <span class="soft small">${row.projects}</span></span
        ><b>${rateText(row.rate)}</b>
      </div>
      ${bar(row.rate, row.pace)}
      <div class="split soft small">
        <span>${amounts(row)} ${unverifiedMark(row)}</span>${light(row.pace, row.variance)}
      </div>
    </div>
  </li>
`;

const division = ({ rows }: PublicBreakdown) =>
  Object.keys(rows).length === 0
    ? emptyNote()
    : html`<ul>
        ${inOrder(rows).map(part)}
      </ul>`;

/** The year month by month, and the list by group, sector or size. */
export const trendSection = (feed: BoardFeed, [chosen]: readonly string[]) => {
  const by = byOf(chosen);
  const measures = ['investmentCompletionRate', 'timeProgress', 'scheduleVariance'] as const;
  return html`
    <nav class="chips wide" aria-label=${msg('划分', { id: 'board.divide' })}>
      ${BY.map(
        (each) =>
          html`<a href=${routeHash('trend', each)} aria-current=${each === by ? 'true' : 'false'}
            >${labelText(PARTS_BY[each])}</a
          >`,
      )}
    </nav>
    ${card(feed, { title: msg('月度走势', { id: 'board.trend' }), measures }, feed.board('publicTrend', { by }), curves)}
    ${card(feed, { title: labelText(PARTS_BY[by]), measures }, feed.board('publicBreakdown', { by }), division)}
  `;
};
