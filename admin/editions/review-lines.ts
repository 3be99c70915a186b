import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Edition, EditionReview } from '../../core/registers/index.ts';
import { minuteText } from '../common/format.ts';
import { actingText, stageText } from './edition-words.ts';

/** Reviews on record, the newest first: who, for whom, when, with what words, of which content. */
export const reviewLines = (edition: Edition, reviews: readonly EditionReview[]) => html`
  <section class="panel" aria-labelledby="reviews">
    <h2 id="reviews">${msg('审核记录', { id: 'editions.reviews' })}</h2>
    ${
      reviews.length === 0
        ? html`<p class="soft">${msg('还没有审核', { id: 'editions.no-reviews' })}</p>`
        : html`<ul class="lines">
            ${[...reviews].reverse().map((review) => reviewLine(edition, review))}
          </ul>`
    }
    ${
      edition.acknowledgement
        ? html`<p>${msg(str`签发人对提醒的说明：${edition.acknowledgement}`, { id: 'editions.acknowledgement' })}</p>`
        : nothing
    }
  </section>
`;

function reviewLine(
  edition: Edition,
  { stage, decision, byName, onBehalfOfName, content, comment, round, at }: EditionReview,
) {
  const holds = round === edition.round && content === edition.content;
  return html`
    <li>
      <strong>${stageText(stage)}</strong>
      ${
        decision === 'passed'
          ? html`<span class="badge ${holds ? 'good' : ''}">${msg('通过', { id: 'editions.pass' })}</span>`
          : html`<span class="badge bad">${msg('退回', { id: 'verify.return' })}</span>`
      }
      ${actingText(byName, onBehalfOfName)} <time class="soft">${minuteText(at)}</time>
      ${decision === 'passed' && !holds ? html`<span class="soft">${msg('（内容已变，不再有效）', { id: 'editions.void' })}</span>` : nothing}
      ${comment ? html`<p>${comment}</p>` : nothing}
      <div class="soft small">
        ${msg('内容指纹', { id: 'editions.fingerprint' })} <code>${content.slice(0, 12)}</code>
      </div>
    </li>
  `;
}
