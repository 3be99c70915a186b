import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { EditionDesk } from '../api/editions.ts';
import { reasonText } from '../common/change-words.ts';
import { routeHash } from '../common/router.ts';
import { marksOf, waitingText } from './edition-progress.ts';
import { track } from './edition-track.ts';
import { asOfText, editionName, ownTitle, stateText } from './edition-words.ts';

/** Which edition it is, why it was corrected or withdrawn, and how far it has come. */
export function deskHead({ edition, reviews }: EditionDesk) {
  const { year, asOf, reason, publicNote, correction, state } = edition;
  return html`
    <header class="head">
      <div class="bar">
        <a href=${routeHash('editions')}>‹ ${msg('期次', { id: 'section.editions' })}</a>
        <h1>${year} ${editionName(edition)}</h1>
        <span class="badge ${state === 'onAir' ? 'good' : state === 'withdrawn' ? 'bad' : ''}"
          >${waitingText(edition, reviews) || stateText(edition)}</span
        >
        <span class="soft">${asOfText(asOf)}</span>
        <span>${ownTitle(edition)}</span>
      </div>
      ${reason && (correction > 0 || state === 'withdrawn') ? html`<p class="soft">${reasonText(reason)}</p>` : nothing}
      ${publicNote ? html`<p class="soft">${msg(str`对公众说明：${publicNote}`, { id: 'editions.told' })}</p>` : nothing}
      ${track(marksOf(edition, reviews))}
    </header>
  `;
}
