import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { createRecord, updateRecord } from '../api/records.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { changedValues, emptyValues, presentValues, problemCodes, type FormValues } from '../common/form-values.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import type { References } from '../common/references.ts';
import { formFields } from './register-fields.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';

/** A record to edit, or the values that a new one starts with. */
export interface RecordDraft {
  readonly register: RegisterName;
  readonly id?: string;
  readonly revision?: number;
  readonly values: FormValues;
}

/** Adds or edits one record of any register; fires `pb-written` when it is saved and `pb-close` when not. */
@customElement('pb-record-dialog')
export class PbRecordDialog extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) draft: RecordDraft | null = null;
  @property({ attribute: false }) references: References = new Map();

  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private problem = '';
  @state() private busy = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('draft')) return;
    this.values = this.draft ? { ...(this.draft.id ? {} : emptyValues(this.fields)), ...this.draft.values } : {};
    this.errors = {};
    this.problem = '';
  }

  protected override render() {
    const { draft } = this;
    const label = draft ? labelText(registerNamed(draft.register).label) : '';
    const verb = draft?.id ? msg('修改', { id: 'change.update' }) : msg('新增', { id: 'change.create' });
    return html`
      <pb-dialog wide heading=${`${verb} · ${label}`} ?open=${draft !== null}>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <pb-form
          .fields=${this.fields}
          .values=${this.values}
          .errors=${this.errors}
          .references=${this.references}
          @pb-values=${this.onValues}
        ></pb-form>
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button slot="actions" type="button" class="primary" ?disabled=${this.busy} @click=${this.onSave}>
          ${msg('保存', { id: 'save' })}
        </button>
      </pb-dialog>
    `;
  }

  private get fields() {
    return this.draft ? formFields(this.draft.register, this.draft.id === undefined) : {};
  }

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    this.values = event.detail;
    this.errors = {};
  }

  private onSave(): void {
    const codes = problemCodes(this.fields, this.values);
    this.errors = Object.fromEntries(
      Object.entries(codes).map(([name, code]) => [name, fieldProblemText(code, this.fields[name])]),
    );
    if (Object.keys(codes).length === 0) void this.save();
  }

  private async save(): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    this.busy = true;
    this.problem = '';
    try {
      if (draft.id === undefined) await createRecord(draft.register, presentValues(this.fields, this.values));
      else
        await updateRecord(
          draft.register,
          draft.id,
          changedValues(this.fields, draft.values, this.values),
          draft.revision ?? 0,
        );
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.errors = fieldProblems(problem.errors, this.fields);
    } finally {
      this.busy = false;
    }
  }
}
