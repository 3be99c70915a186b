import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { readSensitivity, type ChangedPair, type Variant } from '../api/scheme-reasons.ts';
import { Answer } from '../common/answer.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import type { SchemePlace } from './scheme-place.ts';

function pairText({ kind, first, second, before, after }: ChangedPair): string {
  const ranks = `${before.join('、')} → ${after.join('、')}`;
  if (kind === 'merge') return msg(str`${first}与${second}变为并列（${ranks}）`, { id: 'schemes.merge' });
  if (kind === 'split') return msg(str`${first}与${second}不再并列（${ranks}）`, { id: 'schemes.split' });
  return msg(str`${first}与${second}互换先后（${ranks}）`, { id: 'schemes.swap' });
}

/** Which units would change places under which other accepted rule. */
@customElement('pb-sensitivity')
export class PbSensitivity extends PbElement {
  @property({ attribute: false }) place!: SchemePlace;
  @property({ type: Number }) revision = 0;

  private readonly answer = new Answer<readonly Variant[]>(this);

  static override styles = [
    controls,
    css`
      .rows {
        overflow: auto;
      }
      ul {
        margin: 0;
        padding-left: 18px;
      }
      td:first-child {
        min-width: 12em;
      }
    `,
  ];

  protected override willUpdate(): void {
    const { place, revision } = this;
    if (revision === 0) return;
    this.answer.ask(JSON.stringify([place.scheme, place.asOf, place.known, revision]), () =>
      readSensitivity(place.scheme, place),
    );
  }

  protected override render() {
    const { value, problem } = this.answer;
    if (problem) return html`<div class="message bad" role="alert">${problemText(problem)}</div>`;
    if (!value) return html`<p class="soft" role="status">${msg('正在读取…', { id: 'loading' })}</p>`;
    const moved = value.filter(({ pairs, moved: all }) => pairs.length + all.length > 0);
    const heading = msg('换一种规则，位次会怎样', { id: 'schemes.sensitivity-heading' });
    return html`
      <h2>${heading}</h2>
      <p>
        ${
          moved.length === 0
            ? msg(str`试了 ${value.length} 种其他规则，没有一种改变位次。`, { id: 'schemes.robust' })
            : msg(str`试了 ${value.length} 种其他规则，其中 ${moved.length} 种改变位次。`, { id: 'schemes.sensitive' })
        }
      </p>
      <div class="rows panel" tabindex="0" role="region" aria-label=${heading}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${msg('改用的规则', { id: 'schemes.variant' })}</th>
              <th scope="col">${msg('受影响的单位', { id: 'schemes.affected' })}</th>
            </tr>
          </thead>
          <tbody>
            ${[...moved, ...value.filter((each) => !moved.includes(each))].map((each) => this.renderVariant(each))}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderVariant({ label, pairs, moved }: Variant) {
    const others = moved.filter(({ name }) => !pairs.some(({ first, second }) => first === name || second === name));
    return html`
      <tr>
        <td>${labelText(label)}</td>
        <td>
          ${pairs.length + others.length === 0 ? html`<span class="soft">${msg('位次不变', { id: 'ranking.same' })}</span>` : nothing}
          <ul ?hidden=${pairs.length + others.length === 0}>
            ${pairs.map((pair) => html`<li>${pairText(pair)}</li>`)}
            ${others.map(
              ({ name, before, after }) =>
                html`<li>${msg(str`${name}：第 ${before} 名 → 第 ${after} 名`, { id: 'schemes.moved' })}</li>`,
            )}
          </ul>
        </td>
      </tr>
    `;
  }
}
