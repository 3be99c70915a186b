import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Offer } from '../../core/editions/desk.ts';

/** In whose place a step is taken: the first that is possible, the own one if it is. Empty is the own one. */
export const firstPlace = ({ allowed, onBehalfOf = [] }: Offer): string => (allowed ? '' : (onBehalfOf[0]?.id ?? ''));

/** Asks in whose place a step is taken, where there is a choice or it is not the own one. */
export const actingChoice = ({ allowed, onBehalfOf = [] }: Offer, chosen: string, choose: (id: string) => void) =>
  onBehalfOf.length === 0
    ? nothing
    : html`
        <label class="field">
          ${msg('受托于', { id: 'editions.acting-for' })}
          <select @change=${(event: Event & { readonly target: HTMLSelectElement }) => choose(event.target.value)}>
            ${allowed ? html`<option value="" ?selected=${chosen === ''}>${msg('本人，不受托', { id: 'editions.acting-self' })}</option>` : nothing}
            ${onBehalfOf.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
          </select>
        </label>
      `;
