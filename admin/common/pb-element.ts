import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, type CSSResultGroup } from 'lit';
import { controls } from '../style/controls.ts';

/** What every element of the page shares: it draws itself anew in another language, and native controls' look. */
export abstract class PbElement extends LitElement {
  static override styles: CSSResultGroup = controls;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // While it was off the page it heard of no change of language.
    if (this.hasUpdated) this.requestUpdate();
  }
}
