import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { EditionDesk } from '../api/editions.ts';
import { reasonText } from '../common/change-words.ts';
import { ownTitle } from '../common/edition-title.ts';
import { routeHash } from '../common/router.ts';
import { marksOf, waitingText } from './edition-progress.ts';
import { track } from './edition-track.ts';
import { actingText, asOfText, editionName, stageText, stateText } from './edition-words.ts';

/** Why it is collecting again: whoever drew it up reads it before all else. */
function returned({ state }: EditionDesk['edition'], reviews: EditionDesk['reviews']) {
  const last = reviews.at(-1);
  if (state !== 'collecting' || last?.decision !== 'returned') return nothing;
  const who = `${stageText(last.stage)} ${actingText(last.byName, last.onBehalfOfName)}`;
  return html`<p class="message warn">${msg(str`${who} 退回：${last.comment ?? ''}`, { id: 'editions.returned' })}</p>`;
}

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
      ${returned(edition, reviews)} ${track(marksOf(edition, reviews))}
    </header>
  `;
}
