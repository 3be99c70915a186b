import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../style/controls.ts';
import { fire } from './events.ts';
import { PbElement } from './pb-element.ts';
import './pb-dialog.ts';

/** Asks before something that cannot be put back; an empty question closes it. */
@customElement('pb-confirm')
export class PbConfirm extends PbElement {
  @property() question = '';
  /** The button's word for what will happen. */
  @property() action = '';
  @property({ attribute: false }) confirm: () => void = () => undefined;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  protected override render() {
    return html`
      <pb-dialog heading=${msg('请确认', { id: 'confirm.heading' })} ?open=${this.question !== ''}>
        ${this.question}
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button slot="actions" type="button" class="danger primary" @click=${() => this.confirm()}>
          ${this.action}
        </button>
      </pb-dialog>
    `;
  }
}
