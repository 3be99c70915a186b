import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isRegisterName, registerNamed } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { undoSet } from '../api/changes.ts';
import { asProblem } from '../api/problem.ts';
import { controls } from '../style/controls.ts';
import type { TitleOf } from './change-words.ts';
import { fire } from './events.ts';
import { labelText } from './locale.ts';
import { PbElement } from './pb-element.ts';
import { fieldProblemText, problemText } from './problem-text.ts';
import './pb-dialog.ts';

/** Takes a set of changes back, with a reason; fires `pb-written` when done and `pb-close` when not. */
@customElement('pb-undo')
export class PbUndo extends PbElement {
  /** The number of the set; null closes the dialog. */
  @property({ attribute: false }) set: number | null = null;
  @property({ attribute: false }) titleOf: TitleOf = (_, id) => id;

  @state() private reason = '';
  @state() private missing = false;
  @state() private problem = '';
  @state() private conflicts: readonly string[] = [];
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      label {
        display: block;
        margin-bottom: 4px;
      }
      textarea {
        width: 100%;
      }
      .message {
        margin-bottom: 12px;
      }
      ul {
        margin: 4px 0 0;
        padding-left: 20px;
      }
      .wrong {
        color: var(--bad);
        font-size: 13px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('set')) return;
    this.reason = '';
    this.missing = false;
    this.problem = '';
    this.conflicts = [];
  }

  protected override render() {
    return html`
      <pb-dialog heading=${msg('撤销此变更', { id: 'undo.heading' })} ?open=${this.set !== null}>
        ${
          this.problem
            ? html`<div class="message bad" role="alert">
                ${this.problem}
                ${
                  this.conflicts.length > 0
                    ? html`<ul>
                        ${this.conflicts.map((words) => html`<li>${words}</li>`)}
                      </ul>`
                    : nothing
                }
              </div>`
            : nothing
        }
        <p>${msg('同一次保存的全部内容会一起恢复原样。撤销本身也记入变更记录。', { id: 'undo.explain' })}</p>
        <label for="why">${msg('撤销原因（必填）', { id: 'undo.reason' })}</label>
        <textarea
          id="why"
          autofocus
          maxlength="500"
          aria-invalid=${this.missing}
          .value=${this.reason}
          @input=${(event: InputEvent & { readonly target: HTMLTextAreaElement }) => {
            this.reason = event.target.value;
            this.missing = false;
          }}
        ></textarea>
        ${this.missing ? html`<div class="wrong" role="alert">${fieldProblemText('required')}</div>` : nothing}
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        <button slot="actions" class="primary" type="button" ?disabled=${this.busy} @click=${this.onUndo}>
          ${msg('撤销', { id: 'undo.action' })}
        </button>
      </pb-dialog>
    `;
  }

  private onClose(event: Event): void {
    event.stopPropagation();
    fire(this, 'pb-close', undefined);
  }

  private onUndo(): void {
    this.missing = this.reason.trim() === '';
    if (!this.missing && this.set !== null) void this.undo(this.set);
  }

  private async undo(set: number): Promise<void> {
    this.busy = true;
    try {
      await undoSet(set, this.reason.trim());
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.conflicts = this.conflictsIn(problem.members['conflicts']);
    } finally {
      this.busy = false;
    }
  }

  /** What stands in the way, record by record. */
  private conflictsIn(conflicts: unknown): readonly string[] {
    return (Array.isArray(conflicts) ? conflicts : [])
      .filter(isObject)
      .flatMap(({ register, record, code, fields }) => {
        if (typeof register !== 'string' || !isRegisterName(register) || typeof record !== 'string') return [];
        const declared = registerNamed(register);
        const title = this.titleOf(register, record);
        const name = `${labelText(declared.label)} ${title === record ? '' : `“${title}”`}`.trim();
        const names = (Array.isArray(fields) ? fields : [])
          .map((field) => declared.fields[String(field)])
          .flatMap((field) => (field ? [labelText(field.label)] : []))
          .join('、');
        if (code === 'secret')
          return [msg(str`${name}：保密内容（${names}）不在记录里，无法恢复`, { id: 'undo.secret' })];
        return names
          ? [msg(str`${name}：${names} 之后又改过`, { id: 'undo.changed-fields' })]
          : [msg(str`${name}：之后又改过或已删除`, { id: 'undo.changed' })];
      });
  }
}
