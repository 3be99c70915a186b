import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';

/** A text that is shown once, with a button that copies it. */
@customElement('pb-secret')
export class PbSecret extends PbElement {
  @property() value = '';
  /** What it is, for those who do not see the field. */
  @property() label = '';

  @state() private copied = false;

  @query('input') private field!: HTMLInputElement;

  static override styles = [
    controls,
    css`
      .bar {
        flex-wrap: nowrap;
      }
      input {
        flex: 1;
        min-width: 0;
        font-family: ui-monospace, monospace;
        font-size: 13px;
      }
    `,
  ];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('value')) this.copied = false;
  }

  protected override render() {
    return html`
      <div class="bar">
        <input readonly aria-label=${this.label} .value=${this.value} @focus=${() => this.field.select()} />
        <button type="button" @click=${() => void this.copy()}>
          ${this.copied ? `✓ ${msg('已复制', { id: 'secret.copied' })}` : msg('复制', { id: 'secret.copy' })}
        </button>
      </div>
      <span class="sr" role="status">${this.copied ? msg('已复制', { id: 'secret.copied' }) : ''}</span>
    `;
  }

  /** Pages that came over plain HTTP have no clipboard of their own; the selection's copy still works there. */
  private async copy(): Promise<void> {
    this.field.select();
    try {
      await navigator.clipboard.writeText(this.value);
      this.copied = true;
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      this.copied = document.execCommand('copy');
    }
  }
}
