import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { inOrder } from '../../../core/keyed-rows.ts';
import { SIZE_BANDS, type SizeBand } from '../../../core/metrics/size-bands.ts';
import type { PublicDeclarations } from '../../../core/boards/public/declarations.ts';
import type { PublicPipeline } from '../../../core/boards/public/pipeline.ts';
import { KEY_LEVELS, type KeyLevel } from '../../../core/registers/project-choices.ts';
import { labelText } from '../../common/locale.ts';
import type { BoardFeed } from '../board-feed.ts';
import { card, emptyNote } from '../card.ts';
import { rateText, tile, yiText } from '../figures.ts';

const isBand = (name: string): name is SizeBand => Object.hasOwn(SIZE_BANDS, name);
const isLevel = (name: string): name is KeyLevel => Object.hasOwn(KEY_LEVELS, name);

const difference = (delta: number | undefined): string =>
  delta === undefined ? '—' : delta > 0 ? `+${delta}` : String(delta);

const bands = ({ rows }: PublicPipeline) => html`
  <table>
    <thead>
      <tr>
        <th>${msg('规模', { id: 'board.size' })}</th>
        <th class="number">${msg('个数', { id: 'board.count' })}</th>
        <th class="number">${msg('上年', { id: 'board.year-before' })}</th>
        <th class="number">${msg('增减', { id: 'board.difference' })}</th>
      </tr>
    </thead>
    <tbody>
      ${inOrder(rows).map(
        ({ id, count, before, delta }) =>
          html`<tr>
            <th>${isBand(id) ? labelText(SIZE_BANDS[id]) : id}</th>
            <td class="number">${count}</td>
            <td class="number">${before ?? '—'}</td>
            <td class="number">${difference(delta)}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;

const candidates = (data: PublicPipeline) => html`
  <dl class="tiles">
    ${tile(msg('谋划项目', { id: 'board.candidates' }), data.projects)}
    ${tile(msg('总投资', { id: 'board.total' }), data.total.text, msg('亿元', { id: 'unit.yi' }))}
    ${tile(msg('年度计划', { id: 'board.plan' }), data.plan.text, msg('亿元', { id: 'unit.yi' }))}
    ${tile(msg('亿元以上占比', { id: 'board.from-100m' }), rateText(data.from100M.rate))}
  </dl>
  ${bands(data)}
`;

const accepted = ({ projects, total, plan, rows }: PublicDeclarations) =>
  projects === 0
    ? emptyNote()
    : html`
        <dl class="tiles three">
          ${tile(msg('项目', { id: 'sheet.project' }), projects)}
          ${tile(msg('总投资', { id: 'board.total' }), total.text, msg('亿元', { id: 'unit.yi' }))}
          ${tile(msg('年度计划', { id: 'board.plan' }), plan.text, msg('亿元', { id: 'unit.yi' }))}
        </dl>
        <ul>
          ${inOrder(rows).map(
            ({ id, projects: count, total: sum }) =>
              html`<li>
                <div class="split grow">
                  <span>${isLevel(id) ? labelText(KEY_LEVELS[id]) : id} ${count}</span><span>${yiText(sum)}</span>
                </div>
              </li>`,
          )}
        </ul>
      `;

/** Next year's candidates by size, and what city and province have accepted. */
export const pipelineSection = (feed: BoardFeed) => {
  const board = feed.board('publicPipeline');
  const year = board?.data.year ?? '';
  return html`
    ${card(
      feed,
      { title: msg(str`${year} 年项目谋划`, { id: 'board.pipeline' }), measures: ['share100MPlus'] },
      board,
      candidates,
    )}
    ${card(
      feed,
      { title: msg('已列入省、市重点', { id: 'board.declarations' }) },
      feed.board('publicDeclarations'),
      accepted,
    )}
  `;
};
