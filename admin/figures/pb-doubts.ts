import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { readAmount } from './amount.ts';
import { changeIndexOf } from './cell-state.ts';
import { amountText } from './cell-words.ts';
import { clears, type PlannedWrite } from './edits.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { warningText, type SaidWarning } from '../common/warning-words.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';

/** Asks about figures that the server doubts, which need a reason, and about several cells that would be cleared. */
@customElement('pb-doubts')
export class PbDoubts extends PbElement {
  /** Everything that would be written; nothing closes the dialog. */
  @property({ attribute: false }) writes: readonly PlannedWrite[] = [];
  /** What the server doubts about it, by the place of the write. */
  @property({ attribute: false }) doubts: readonly SaidWarning[] = [];
  @property({ attribute: false }) nameOf: (project: string) => string = (project) => project;
  @property({ attribute: false }) confirm: (reason: string) => void = () => undefined;

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
      td.doubt {
        color: var(--warn);
      }
      .wrong {
        color: var(--bad);
      }
    `,
  ];

  protected override render() {
    const needsReason = this.doubts.length > 0;
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
              ${this.asked.map(
                ({ write, words }) => html`
                  <tr>
                    <td>${this.nameOf(write.project)}<br /><span class="soft small">${write.asOf}</span></td>
                    <td class="number">
                      ${amountText(write.before?.completedYtdYuan ?? null) || '—'} → ${this.newText(write) || '—'}
                    </td>
                    <td class="doubt">${words.map((word) => html`<div>${word}</div>`)}</td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
        ${
          needsReason
            ? html`
                <label for="note">${msg('数值无误的原因（必填）', { id: 'record.reason-required' })}</label>
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
                    ? html`<div class="wrong" role="alert">${msg('请写明原因', { id: 'doubts.reason-missing' })}</div>`
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

  /** The writes to look at twice, with why. */
  private get asked(): readonly { readonly write: PlannedWrite; readonly words: readonly string[] }[] {
    return this.writes
      .map((write, index) => ({
        write,
        words: [
          ...this.doubts.filter(({ path }) => changeIndexOf(path) === index).map(warningText),
          ...(clears(write) ? [msg('清空已填的数', { id: 'doubt.clears' })] : []),
        ],
      }))
      .filter(({ words }) => words.length > 0);
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
    this.missing = this.doubts.length > 0 && note === '';
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
