import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { undoImport } from '../api/imports.ts';
import { asProblem } from '../api/problem.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { importProblemText } from './import-words.ts';
import type { PastImport } from './past-imports.ts';
import '../common/pb-dialog.ts';

/** Asks why an import is taken back, and does it; fires `pb-written` then. */
@customElement('pb-undo-dialog')
export class PbUndoDialog extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) past: Pick<PastImport, 'id' | 'fileName' | 'created' | 'updated'> | null = null;

  @state() private reason = '';
  @state() private problem = '';
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      label {
        display: flex;
        flex-direction: column;
        gap: 4px;
        margin: 12px 0;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('past')) return;
    this.reason = '';
    this.problem = '';
  }

  protected override render() {
    const { fileName = '', created = 0, updated = 0 } = this.past ?? {};
    return html`
      <pb-dialog heading=${msg('撤销导入', { id: 'import.undo-heading' })} ?open=${this.past !== null}>
        ${msg(str`“${fileName}”新增的 ${created} 行和更新的 ${updated} 行会恢复到导入之前。撤销本身也记入变更记录。`, {
          id: 'import.undo-explain',
        })}
        <label>
          ${msg('原因（必填）', { id: 'import.undo-reason' })}
          <input
            maxlength="500"
            autofocus
            .value=${this.reason}
            @input=${(event: InputEvent & { readonly target: HTMLInputElement }) => (this.reason = event.target.value)}
          />
        </label>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button
          slot="actions"
          class="danger primary"
          type="button"
          ?disabled=${this.busy || this.reason.trim() === ''}
          @click=${() => void this.undo()}
        >
          ${msg('撤销', { id: 'import.undo' })}
        </button>
      </pb-dialog>
    `;
  }

  private async undo(): Promise<void> {
    if (!this.past) return;
    this.busy = true;
    this.problem = '';
    try {
      await undoImport(this.past.id, this.reason.trim());
      fire(this, 'pb-written', undefined);
    } catch (error) {
      this.problem = importProblemText(asProblem(error));
    } finally {
      this.busy = false;
    }
  }
}
