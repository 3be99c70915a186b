import { msg } from '@lit/localize';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls } from '../style/controls.ts';
import { fire } from './events.ts';
import { PbElement } from './pb-element.ts';

/** A modal dialog; fires `pb-close` when a person closes it. Its content and its buttons (slot `actions`) are the caller's. */
@customElement('pb-dialog')
export class PbDialog extends PbElement {
  @property() heading = '';
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean, reflect: true }) wide = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(520px, calc(100vw - 32px));
        max-height: calc(100vh - 48px);
        padding: 0;
        border: 1px solid var(--line-strong);
        border-radius: 8px;
        color: var(--ink);
        box-shadow: 0 12px 40px rgb(20 30 45 / 24%);
      }
      :host([wide]) dialog {
        width: min(860px, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgb(20 30 45 / 42%);
      }
      header,
      footer {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 12px 20px;
        background: var(--surface);
      }
      header {
        border-bottom: 1px solid var(--line);
      }
      header h2 {
        flex: 1;
        margin: 0;
        font-size: 16px;
      }
      .body {
        padding: 16px 20px;
        overflow: auto;
        max-height: calc(100vh - 190px);
      }
      footer {
        justify-content: flex-end;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  protected override render() {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.onCancel} @keydown=${this.onKeydown}>
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button class="quiet" type="button" aria-label=${msg('关闭', { id: 'dialog.close' })} @click=${this.onClose}>
            ✕
          </button>
        </header>
        <div class="body"><slot></slot></div>
        <footer><slot name="actions"></slot></footer>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.dialog.open) {
      this.dialog.showModal();
      // The browser looks for a first field in this tree only; ours is in the caller's.
      this.querySelector<HTMLElement>('[autofocus], pb-form')?.focus();
    } else if (!this.open && this.dialog.open) this.dialog.close();
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    this.onClose();
  }

  /** Enter in a field does what the dialog's main button does, as in any form. */
  private onKeydown(event: KeyboardEvent): void {
    const [field] = event.composedPath();
    if (event.key !== 'Enter' || event.isComposing || !(field instanceof HTMLInputElement)) return;
    if (field.type === 'checkbox' || field.readOnly) return;
    event.preventDefault();
    // The field tells its value when it is left.
    field.blur();
    field.focus();
    void this.press();
  }

  private async press(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLButtonElement>('button.primary[slot=actions]')?.click();
  }

  private onClose(): void {
    fire(this, 'pb-close', undefined);
  }
}
