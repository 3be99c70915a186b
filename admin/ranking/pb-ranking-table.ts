import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { UNIT_GROUPS, type UnitGroup } from '../../core/registers/unit-groups.ts';
import type { Explored, ExploredLine } from '../api/measures.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { barsOf, type Bar } from './bars.ts';
import { changeSign, changeText, measureName, unitText, withUnit } from './measure-words.ts';

const isGroup = (group: string): group is UnitGroup => Object.hasOwn(UNIT_GROUPS, group);
const groupText = (group: string): string => (isGroup(group) ? labelText(UNIT_GROUPS[group]) : '');

/** A ranking by a measure, beside another date where one is compared with. */
@customElement('pb-ranking-table')
export class PbRankingTable extends PbElement {
  @property({ attribute: false }) ranking: Explored | null = null;
  @property() of: 'units' | 'projects' = 'units';
  /** The line whose number is being explained. */
  @property() chosen = '';
  @property({ attribute: false }) choose: (id: string) => void = () => undefined;

  static override styles = [
    controls,
    css`
      :host {
        min-height: 0;
      }
      .rows {
        max-height: 100%;
        overflow: auto;
      }
      td.number,
      td.rank {
        white-space: nowrap;
      }
      table.list th.rank,
      table.list td.rank {
        width: 3.5em;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      td.rank {
        font-weight: 600;
      }
      td.name {
        min-width: 9.5em;
      }
      td.group {
        white-space: nowrap;
      }
      td.graph {
        min-width: 120px;
        width: 26%;
      }
      .track {
        position: relative;
        height: 14px;
        background: var(--ground);
      }
      .track span {
        position: absolute;
        top: 0;
        bottom: 0;
        min-width: 1px;
        background: #7fa9c6;
      }
      .track i {
        position: absolute;
        top: -2px;
        bottom: -2px;
        width: 2px;
        background: var(--ink);
      }
      .up {
        color: var(--good);
      }
      .down {
        color: var(--bad);
      }
      tr.chosen td {
        background: var(--accent-soft);
      }
      button.value {
        min-height: 26px;
        padding: 0 4px;
        font-variant-numeric: tabular-nums;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      @media (max-width: 700px) {
        table.list th,
        table.list td {
          padding: 6px 5px;
        }
        .graph,
        .group {
          display: none;
        }
        table.list th {
          white-space: normal;
        }
        td.name {
          min-width: 4em;
        }
      }
    `,
  ];

  /** Puts the focus on the number of a line. */
  focusLine(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`button[data-line="${CSS.escape(id)}"]`)?.focus();
  }

  protected override render() {
    if (!this.ranking) return nothing;
    const { lines, measure, asOf, against } = this.ranking;
    const compared = against !== '';
    const all = barsOf([...lines.map(({ value }) => value?.value), ...lines.map(({ before }) => before?.value?.value)]);
    const unit = unitText(measure.unit);
    const points = measure.unit === 'rate' ? msg('百分点', { id: 'ranking.points' }) : unit;
    return html`
      <div class="rows panel" tabindex="0" role="region" aria-label=${measureName(measure)}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col" class="rank">${msg('位次', { id: 'ranking.rank' })}</th>
              ${compared ? html`<th scope="col">${msg('变化', { id: 'ranking.change' })}</th>` : nothing}
              <th scope="col">
                ${this.of === 'units' ? msg('单位', { id: 'ranking.unit' }) : msg('项目', { id: 'ranking.project' })}
              </th>
              <th scope="col" class="group">
                ${this.of === 'units' ? msg('组别', { id: 'ranking.group' }) : msg('责任单位', { id: 'ranking.lead' })}
              </th>
              <th scope="col" class="number">${withUnit(asOf, unit)}</th>
              <th scope="col" class="graph"><span class="sr">${msg('条形图', { id: 'ranking.bars' })}</span></th>
              ${
                compared
                  ? html`
                      <th scope="col" class="number">${withUnit(against, unit)}</th>
                      <th scope="col" class="number">${withUnit(msg('增减', { id: 'ranking.grown' }), points)}</th>
                    `
                  : nothing
              }
            </tr>
          </thead>
          <tbody>
            ${lines.map((line, index) => this.renderLine(line, all[index] ?? null, all[index + lines.length] ?? null))}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderLine(line: ExploredLine, bar: Bar | null, earlier: Bar | null) {
    const { id, name, value, before, grown, group, unit, remark } = line;
    const compared = this.ranking?.against !== '';
    return html`
      <tr class=${id === this.chosen ? 'chosen' : ''}>
        <td class="rank">${this.renderRank(line)}</td>
        ${compared ? html`<td>${this.renderChange(line)}</td>` : nothing}
        <td class="name">${name}${remark ? html` <span class="soft small">${labelText(remark)}</span>` : nothing}</td>
        <td class="group soft">${this.of === 'units' ? groupText(group) : unit}</td>
        <td class="number">
          <button
            class="quiet value"
            type="button"
            data-line=${id}
            aria-expanded=${id === this.chosen}
            aria-label=${msg(str`${name}：${value?.text ?? '—'}，查看来源`, { id: 'ranking.open-why' })}
            @click=${() => this.choose(id)}
          >
            ${value?.text ?? '—'}
          </button>
        </td>
        <td class="graph" aria-hidden="true">${this.renderBar(bar, earlier)}</td>
        ${
          compared
            ? html`<td class="number">${before?.value?.text ?? '—'}</td>
                <td class="number">${grown || '—'}</td>`
            : nothing
        }
      </tr>
    `;
  }

  private renderRank({ rank, tied }: ExploredLine) {
    if (rank === null)
      return html`<span aria-hidden="true">—</span
        ><span class="sr">${msg('不排名', { id: 'ranking.unranked' })}</span>`;
    return html`${rank}${tied ? html`<span class="sr">${msg('并列', { id: 'ranking.tied' })}</span><span class="soft small" aria-hidden="true">=</span>` : nothing}`;
  }

  private renderChange({ change }: ExploredLine) {
    if (!change) return nothing;
    return html`<span class=${change.kind} aria-hidden="true">${changeSign(change)}</span
      ><span class="sr">${changeText(change)}</span>`;
  }

  private renderBar(bar: Bar | null, earlier: Bar | null) {
    if (!bar) return nothing;
    return html`
      <div class="track">
        <span .style=${`left: ${bar.start}%; width: ${bar.length}%`}></span>
        ${earlier ? html`<i .style=${`left: min(${earlier.tip}%, 100% - 2px)`}></i>` : nothing}
      </div>
    `;
  }
}
