import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { readAmount } from './amount.ts';
import { amountText, doubtText } from './cell-words.ts';
import type { PlannedWrite } from './edits.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';

/** Asks about doubtful figures before they are written; a correction downwards needs a note. */
@customElement('pb-doubts')
export class PbDoubts extends PbElement {
  /** Writes with doubts; none closes the dialog. */
  @property({ attribute: false }) writes: readonly PlannedWrite[] = [];
  @property({ attribute: false }) nameOf: (project: string) => string = (project) => project;
  @property({ attribute: false }) confirm: (note: string) => void = () => undefined;

  @state() private note = '';
  @state() private missing = false;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      .rows {
        max-height: 280px;
        overflow: auto;
        border: 1px solid var(--line);
        margin: 10px 0;
      }
      textarea {
        width: 100%;
      }
      label {
        display: block;
        margin-bottom: 4px;
      }
      .wrong {
        color: var(--bad);
      }
    `,
  ];

  protected override render() {
    const needsNote = this.needsNote;
    return html`
      <pb-dialog
        heading=${msg('请核对这些数', { id: 'doubts.heading' })}
        ?open=${this.writes.length > 0}
        @pb-close=${this.onClose}
      >
        <div>${msg('保存后大屏会立即更新。', { id: 'doubts.explain' })}</div>
        <div class="rows" tabindex="0" role="region" aria-label=${msg('待核对的数', { id: 'doubts.list' })}>
          <table class="list">
            <tbody>
              ${this.writes.map(
                (write) => html`
                  <tr>
                    <td>${this.nameOf(write.project)}<br /><span class="soft small">${write.asOf}</span></td>
                    <td class="number">
                      ${amountText(write.before?.completedYtdYuan ?? null) || '—'} → ${this.newText(write) || '—'}
                    </td>
                    <td><span class="badge warn">${write.doubts.map(doubtText).join(' · ')}</span></td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
        ${
          needsNote
            ? html`
                <label for="note">${msg('核减说明（必填）', { id: 'doubts.note' })}</label>
                <textarea
                  id="note"
                  autofocus
                  maxlength="500"
                  aria-invalid=${this.missing}
                  .value=${this.note}
                  @input=${this.onNote}
                ></textarea>
                ${
                  this.missing
                    ? html`<div class="wrong" role="alert">
                        ${msg('请写明核减的原因', { id: 'doubts.note-missing' })}
                      </div>`
                    : nothing
                }
              `
            : nothing
        }
        <button slot="actions" type="button" @click=${this.onClose}>${msg('不保存', { id: 'doubts.cancel' })}</button>
        <button slot="actions" class="primary" type="button" @click=${this.onConfirm}>
          ${msg('确认保存', { id: 'doubts.confirm' })}
        </button>
      </pb-dialog>
    `;
  }

  private get needsNote(): boolean {
    return this.writes.some(({ doubts }) => doubts.includes('lower-than-before'));
  }

  private newText({ text }: PlannedWrite): string {
    const input = readAmount(text);
    return input.kind === 'amount' ? amountText(input.yuan) : '';
  }

  private onNote(event: InputEvent & { readonly target: HTMLTextAreaElement }): void {
    this.note = event.target.value;
    this.missing = false;
  }

  private onConfirm(): void {
    const note = this.note.trim();
    this.missing = this.needsNote && note === '';
    if (this.missing) return;
    this.note = '';
    this.confirm(note);
  }

  private onClose(event: Event): void {
    event.stopPropagation();
    this.note = '';
    this.missing = false;
    fire(this, 'pb-close', undefined);
  }
}
