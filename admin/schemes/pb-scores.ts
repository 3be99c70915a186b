import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  readScores,
  type Dated,
  type ItemPoints,
  type ScoreColumn,
  type ScoreList,
  type ScoreRow,
  type Scores,
} from '../api/schemes.ts';
import { Answer } from '../common/answer.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { schemeHash, type SchemePlace } from './scheme-place.ts';
import { groupName, itemStateText, partName } from './scheme-words.ts';

/** Scores and ranks of all units, with a column for each item; a unit leads to the reasons of its score. */
@customElement('pb-scores')
export class PbScores extends PbElement {
  @property({ attribute: false }) place!: SchemePlace;
  @property({ type: Number }) revision = 0;
  /** Hears which date the server took. */
  @property({ attribute: false }) read: (asOf: string) => void = () => undefined;

  private readonly answer = new Answer<Scores & Dated>(this);

  static override styles = [
    controls,
    css`
      .rows {
        overflow: auto;
      }
      h2 {
        margin: 6px 0;
      }
      table.list th,
      table.list td {
        padding: 6px 5px;
        white-space: nowrap;
      }
      th,
      td.number {
        font-size: 13px;
      }
      td.total {
        font-weight: 600;
        font-size: 14px;
      }
      .rank,
      .unit {
        position: sticky;
        z-index: 1;
        background: inherit;
      }
      table.list .rank {
        left: 0;
        width: 46px;
        min-width: 46px;
        text-align: right;
        font-weight: 600;
      }
      .unit {
        left: 46px;
        border-right: 1px solid var(--line);
      }
      table.list th.rank,
      table.list th.unit {
        z-index: 2;
        background: #eaeef2;
      }
      td.unit a {
        color: var(--accent);
      }
      .na {
        color: var(--ink-soft);
      }
      .items {
        columns: 4 220px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
        font-size: 13px;
      }
      .items li {
        break-inside: avoid;
      }
    `,
  ];

  protected override willUpdate(): void {
    const { place, revision } = this;
    if (revision === 0) return;
    const { scheme, asOf, known } = place;
    this.answer.ask(JSON.stringify([scheme, asOf, known, revision]), async () => {
      const scores = await readScores(scheme, place);
      this.read(scores.asOf);
      return scores;
    });
  }

  protected override render() {
    const { value, problem } = this.answer;
    if (problem) return html`<div class="message bad" role="alert">${problemText(problem)}</div>`;
    if (!value) return html`<p class="soft" role="status">${msg('正在读取…', { id: 'loading' })}</p>`;
    return html`
      ${value.lists.map((list) => this.renderList(value, list))}
      ${
        value.notAssessed.length > 0
          ? html`<p class="soft">
              ${msg('不参加考核', { id: 'schemes.not-assessed' })}：${value.notAssessed.map(({ name }) => name).join('、')}
            </p>`
          : nothing
      }
      <ul class="items soft" aria-label=${msg('考核项', { id: 'schemes.items' })}>
        ${value.items.map(({ id, label, part }) => html`<li>${id} ${labelText(label)}（${partName(part)}）</li>`)}
      </ul>
    `;
  }

  private renderList({ items }: Scores, { group, rows }: ScoreList) {
    const shown = items.filter(({ id }) => rows.some((row) => row.items[id]));
    return html`
      <section>
        <h2>${groupName(group)}</h2>
        <div class="rows panel" tabindex="0" role="region" aria-label=${groupName(group)}>
          <table class="list">
            <thead>
              <tr>
                <th scope="col" class="rank">${msg('位次', { id: 'ranking.rank' })}</th>
                <th scope="col" class="unit">${msg('单位', { id: 'ranking.unit' })}</th>
                <th scope="col" class="number">${msg('总分', { id: 'schemes.total' })}</th>
                <th scope="col" class="number">${partName('base')}</th>
                <th scope="col" class="number">${partName('bonus')}</th>
                <th scope="col" class="number">${partName('penalty')}</th>
                ${shown.map(
                  ({ id, label }) =>
                    html`<th scope="col" class="number" title=${labelText(label)}>
                      ${id}<span class="sr"> ${labelText(label)}</span>
                    </th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${rows.map((row) => this.renderRow(shown, row))}
            </tbody>
          </table>
        </div>
      </section>
    `;
  }

  private renderRow(items: readonly ScoreColumn[], row: ScoreRow) {
    const { unit, name, rank, tied, total, base, bonus, penalty, gates } = row;
    return html`
      <tr>
        <td class="rank">
          ${rank ?? '—'}${tied ? html`<span class="soft small" title=${msg('并列', { id: 'ranking.tied' })}>=</span>` : nothing}
        </td>
        <td class="unit">
          <a href=${schemeHash({ ...this.place, view: 'scores', unit })}>${name}</a>
          ${gates.map((gate) => html`<span class="badge bad">${gate}</span>`)}
        </td>
        <td class="number total" title=${total.exact}>${total.text}</td>
        <td class="number">${base.text}</td>
        <td class="number">${bonus.text}</td>
        <td class="number">${penalty.text}</td>
        ${items.map(({ id }) => this.renderItem(row.items[id]))}
      </tr>
    `;
  }

  private renderItem(item: ItemPoints | undefined) {
    if (!item) return html`<td class="number"></td>`;
    const words = itemStateText(item.state);
    const hint = [`${item.text} / ${item.max}`, words].filter(Boolean).join(' · ');
    if (item.state === 'notApplicable' && item.text.replace(/[0.]/g, '') === '')
      return html`<td class="number na" title=${hint}>
        <span aria-hidden="true">—</span><span class="sr">${words}</span>
      </td>`;
    return html`<td class="number" title=${hint}>${item.text}</td>`;
  }
}
