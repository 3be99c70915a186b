import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { EditionLine } from '../api/editions.ts';
import { reasonText } from '../common/change-words.ts';
import { ownTitle } from '../common/edition-title.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { marksOf, waitingText } from './edition-progress.ts';
import { track, trackStyles } from './edition-track.ts';
import { asOfText, editionName, staleText, stateText } from './edition-words.ts';

/** All editions, newest first; the one on air stands out. */
@customElement('pb-edition-list')
export class PbEditionList extends PbElement {
  @property({ attribute: false }) editions: readonly EditionLine[] = [];

  static override styles = [
    controls,
    trackStyles,
    css`
      ol.editions {
        display: flex;
        flex-direction: column;
        gap: 10px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .edition {
        display: grid;
        grid-template-columns: minmax(190px, 260px) minmax(0, 1fr);
        gap: 12px 24px;
        padding: 12px 16px;
      }
      .edition.on-air {
        border-color: var(--good);
        border-left: 5px solid var(--good);
      }
      .edition.ended {
        background: var(--surface-soft);
      }
      a.name {
        color: var(--accent);
        font-size: 16px;
        font-weight: 600;
      }
      p {
        margin: 2px 0 0;
      }
      .none {
        padding: 24px;
      }
      @media (max-width: 700px) {
        .edition {
          grid-template-columns: minmax(0, 1fr);
          padding: 12px;
        }
        a.name {
          display: inline-block;
          min-height: 32px;
        }
      }
    `,
  ];

  protected override render() {
    return this.editions.length === 0
      ? html`<p class="panel none soft">
          ${msg(
            '还没有期次。一期是冻结、审核、签发之后才上屏的一组数据：先“新建期次”，再依次冻结、审核、签发、播出；数据来源设为“已签发期次”的屏幕组只显示播出中的一期。',
            { id: 'editions.none' },
          )}
        </p>`
      : html`
          <ol class="editions">
            ${repeat(
              this.editions,
              ({ edition }) => edition.id,
              (line) => this.renderLine(line),
            )}
          </ol>
        `;
  }

  private renderLine({ edition, reviews, staleFigures }: EditionLine) {
    const { id, year, asOf, state, correction, reason } = edition;
    const waiting = waitingText(edition, reviews);
    const ended = state === 'superseded' || state === 'withdrawn';
    return html`
      <li class="panel edition ${state === 'onAir' ? 'on-air' : ended ? 'ended' : ''}">
        <div>
          <a class="name" href=${routeHash('editions', id)}>${year} ${editionName(edition)}</a>
          ${
            state === 'onAir'
              ? html`<span class="badge good">${stateText(edition)}</span>`
              : waiting
                ? html`<span class="badge warn">${waiting}</span>`
                : html`<span class="badge ${state === 'withdrawn' ? 'bad' : ''}">${stateText(edition)}</span>`
          }
          ${ownTitle(edition) ? html`<p>${ownTitle(edition)}</p>` : nothing}
          <p class="soft">${asOfText(asOf)}</p>
          ${
            reason && (correction > 0 || state === 'withdrawn')
              ? html`<p class="soft small">${reasonText(reason)}</p>`
              : nothing
          }
          ${staleFigures > 0 ? html`<p class="message warn">${staleText(staleFigures)}</p>` : nothing}
        </div>
        ${track(marksOf(edition, reviews))}
      </li>
    `;
  }
}
