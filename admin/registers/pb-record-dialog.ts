import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { mayWriteField } from '../../core/rights/writing.ts';
import { postChanges } from '../api/changes.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { readPrivate, readRecord, recordHistory } from '../api/records.ts';
import { actorText, valueText } from '../common/change-words.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { startsFor } from '../common/flow-steps.ts';
import { momentText } from '../common/format.ts';
import { changedValues, emptyValues, presentValues, type FormFields, type FormValues } from '../common/form-values.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import type { PbForm } from '../common/pb-form.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { loadReferences, targetsOf, titlesIn, type References } from '../common/references.ts';
import { warningsIn, warningText, type SaidWarning } from '../common/warning-words.ts';
import { controls } from '../style/controls.ts';
import { mergeEdits, recordProblems } from './record-checks.ts';
import { recordHints } from './record-hints.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';

/** A record to edit, or the values that a new one starts with. */
export interface RecordDraft {
  readonly register: RegisterName;
  readonly id?: string;
  readonly revision?: number;
  readonly values: FormValues;
}

type Words = Readonly<Record<string, string>>;

/** Where the one change of the form stands in what is sent. */
const PREFIX = 'changes/0/';
const fieldAt = (path: string): string => (path.startsWith(PREFIX) ? path.slice(PREFIX.length) : path);

/** Shows, adds or edits one record of any register; fires `pb-written` when it is saved and `pb-close` when not. */
@customElement('pb-record-dialog')
export class PbRecordDialog extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) draft: RecordDraft | null = null;
  @property({ attribute: false }) references: References = new Map();
  /** Whose rights the form follows; without one every field is offered. */
  @property() viewer: Role | null = null;
  /** Only shows the record: the past, or what the role does not write. */
  @property({ type: Boolean }) readonly = false;
  /** Takes the id of a saved record; a form that is open within another has no list to tell. */
  @property({ attribute: false }) saved: ((id: string) => void) | null = null;

  @state() private stored: FormValues = {};
  @state() private revision = 0;
  @state() private values: FormValues = {};
  @state() private errors: Words = {};
  @state() private doubts: readonly SaidWarning[] = [];
  @state() private theirs: Words = {};
  @state() private reason = '';
  @state() private problem = '';
  @state() private busy = false;
  @state() private revealed = false;
  @state() private loaded: References = new Map();
  /** The field that waits for a record which is being made in a form within this one. */
  @state() private waiting: { readonly field: string; readonly register: RegisterName } | null = null;

  @query('pb-form') private form!: PbForm;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      .reason {
        display: flex;
        flex-direction: column;
        gap: 3px;
        margin-top: 14px;
      }
      .message {
        margin-bottom: 12px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('draft')) return;
    const { draft } = this;
    this.stored = draft?.id === undefined ? {} : draft.values;
    this.revision = draft?.revision ?? 0;
    this.values = draft ? { ...(draft.id ? {} : this.startValues()), ...draft.values } : {};
    this.errors = {};
    this.doubts = [];
    this.theirs = {};
    this.reason = '';
    this.problem = '';
    this.revealed = false;
    this.loaded = new Map();
    this.waiting = null;
    if (draft && targetsOf(this.fields).some((name) => !this.references.has(name))) void this.loadTargets();
  }

  protected override render() {
    const { draft } = this;
    const label = draft ? labelText(registerNamed(draft.register).label) : '';
    const verb = this.readonly
      ? msg('查看', { id: 'record.view' })
      : draft?.id
        ? msg('修改', { id: 'change.update' })
        : msg('新增', { id: 'change.create' });
    return html`
      <pb-dialog wide heading=${`${verb} · ${label}`} ?open=${draft !== null}>
        ${this.problem ? html`<div class="message ${this.doubts.length > 0 ? 'warn' : 'bad'}" role="alert">${this.problem}</div>` : nothing}
        <pb-form
          .fields=${this.fields}
          .values=${this.values}
          .errors=${this.errors}
          .hints=${draft ? recordHints(draft.register) : {}}
          .doubts=${this.doubtWords}
          .theirs=${this.theirs}
          .references=${this.known}
          .locked=${this.locked}
          .hiddenSecrets=${this.hiddenSecrets}
          .creatable=${this.creatable}
          .stored=${draft?.id === undefined ? null : this.stored}
          .viewer=${this.viewer}
          ?disabled=${this.readonly}
          @pb-values=${this.onValues}
          @pb-reveal=${this.onReveal}
          @pb-new-record=${this.onNewRecord}
        ></pb-form>
        ${this.readonly || (draft?.id === undefined && this.doubts.length === 0) ? nothing : this.renderReason()}
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${this.readonly ? msg('关闭', { id: 'dialog.close' }) : msg('取消', { id: 'cancel' })}
        </button>
        ${
          this.readonly
            ? nothing
            : html`<button slot="actions" type="button" class="primary" ?disabled=${this.busy} @click=${this.onSave}>
                ${this.doubts.length > 0 ? msg('仍然保存', { id: 'record.save-anyway' }) : msg('保存', { id: 'save' })}
              </button>`
        }
      </pb-dialog>
      ${this.waiting ? this.renderInner(this.waiting.register) : nothing}
    `;
  }

  private renderReason() {
    const required = this.doubts.length > 0;
    const error = this.errors['reason'] ?? '';
    return html`
      <div class="reason">
        <label for="reason">
          ${required ? msg('数值无误的原因（必填）', { id: 'record.reason-required' }) : msg('变更原因', { id: 'record.reason' })}
        </label>
        <input
          id="reason"
          maxlength="500"
          autocomplete="off"
          aria-invalid=${error !== ''}
          aria-describedby=${error ? 'reason-error' : nothing}
          .value=${this.reason}
          @change=${(event: Event & { readonly target: HTMLInputElement }) => (this.reason = event.target.value)}
        />
        ${error ? html`<span id="reason-error" class="small" role="alert" style="color: var(--bad)">${error}</span>` : nothing}
      </div>
    `;
  }

  private renderInner(register: RegisterName) {
    return html`
      <pb-record-dialog
        .draft=${{ register, values: {} }}
        .references=${this.known}
        .viewer=${this.viewer}
        .saved=${(id: string) => void this.takeNew(id)}
        @pb-close=${(event: Event) => {
          event.stopPropagation();
          this.waiting = null;
        }}
      ></pb-record-dialog>
    `;
  }

  private get fields(): FormFields {
    return this.draft ? registerNamed(this.draft.register).fields : {};
  }

  private get known(): References {
    return new Map([...this.references, ...this.loaded]);
  }

  private get doubtWords(): Words {
    return Object.fromEntries(this.doubts.map((doubt) => [fieldAt(doubt.path), warningText(doubt)]));
  }

  private get locked(): ReadonlySet<string> {
    const { draft, viewer } = this;
    if (!draft || !viewer) return new Set();
    const register = registerNamed(draft.register);
    const who = { id: '', role: viewer };
    return new Set(Object.keys(register.fields).filter((name) => !mayWriteField(who, register, name)));
  }

  private get hiddenSecrets(): ReadonlySet<string> {
    const { draft, viewer } = this;
    if (!draft || draft.id === undefined || this.revealed || !viewer) return new Set();
    const readable = Object.entries(this.fields).filter(
      ([, { secret, readers }]) => secret && readers.includes(viewer),
    );
    return new Set(readable.map(([name]) => name));
  }

  private get creatable(): ReadonlySet<string> {
    const { viewer } = this;
    if (!viewer || this.saved) return new Set();
    return new Set(targetsOf(this.fields).filter((name) => registerNamed(name).write.includes(viewer)));
  }

  /** A new record's values; a state is one that the role may start in. */
  private startValues(): FormValues {
    const { viewer } = this;
    const starts = Object.entries(this.fields).flatMap(([name, field]) =>
      field.flow && viewer ? [[name, startsFor(field, viewer)[0]] as const] : [],
    );
    return { ...emptyValues(this.fields), ...Object.fromEntries(starts) };
  }

  private async loadTargets(): Promise<void> {
    const { draft } = this;
    try {
      const loaded = await loadReferences(this.fields, { viewer: this.viewer ?? undefined });
      if (this.draft === draft) this.loaded = loaded;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    this.values = event.detail;
    this.errors = {};
    this.doubts = [];
  }

  private onSave(): void {
    const { draft } = this;
    if (!draft) return;
    const before = draft.id === undefined ? null : this.stored;
    const codes = recordProblems(draft.register, this.fields, before, this.values);
    this.problem = '';
    this.tell(
      Object.fromEntries(
        Object.entries(codes).map(([name, code]) => [name, fieldProblemText(code, this.fields[name])]),
      ),
    );
    if (Object.keys(codes).length === 0) void this.save(draft);
  }

  /** Puts errors beside their fields and goes to the first. */
  private tell(errors: Words): void {
    this.errors = errors;
    const first = Object.keys(this.fields).find((name) => errors[name] !== undefined);
    if (first !== undefined) this.form.focusField(first);
  }

  private async save({ register, id }: RecordDraft): Promise<void> {
    this.busy = true;
    try {
      const confirm = [...new Set(this.doubts.map(({ code }) => code))];
      const change =
        id === undefined
          ? ({ kind: 'create', register, values: presentValues(this.fields, this.values) } as const)
          : ({
              kind: 'update',
              register,
              record: id,
              values: changedValues(this.fields, this.stored, this.values),
              ifRevision: this.revision,
            } as const);
      const [written = ''] = await postChanges([change], { reason: this.reason.trim(), confirm });
      if (this.saved) this.saved(written);
      else fire(this, 'pb-written', undefined);
    } catch (error) {
      await this.refused(asProblem(error));
    } finally {
      this.busy = false;
    }
  }

  private async refused(problem: ApiProblem): Promise<void> {
    this.problem = problemText(problem);
    this.doubts = problem.code === 'invalid' ? this.doubts : warningsIn(problem);
    const errors = problem.errors.map((error) => ({ ...error, path: fieldAt(error.path) }));
    this.tell(fieldProblems(errors, this.fields));
    if (problem.status === 412) await this.merge();
  }

  /** Somebody saved the record meanwhile: their edits are taken in, where both wrote the field says so. */
  private async merge(): Promise<void> {
    const { draft } = this;
    if (draft?.id === undefined) return;
    try {
      const [now, history] = await Promise.all([
        readRecord(draft.register, draft.id),
        recordHistory(draft.register, draft.id),
      ]);
      const theirs: FormValues = { ...now };
      const { values, conflicts } = mergeEdits(this.fields, this.stored, this.values, theirs);
      const titleOf = titlesIn(this.known);
      this.theirs = Object.fromEntries(
        conflicts.map((name) => {
          const said = valueText(this.fields[name], theirs[name], titleOf);
          return [name, msg(str`对方改为：${said}。保存将以您填的为准`, { id: 'record.theirs' })];
        }),
      );
      this.values = values;
      this.stored = theirs;
      this.revision = now.revision;
      const who = history[0] ? actorText(history[0].actor) : '';
      const when = history[0] ? momentText(history[0].at) : '';
      this.problem = msg(str`${who} 在 ${when} 改过这条记录。对方的修改已并入，您填的内容都在，请核对后再保存。`, {
        id: 'record.merged',
      });
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onReveal(event: PageEvent<'pb-reveal'>): void {
    event.stopPropagation();
    void this.reveal();
  }

  private async reveal(): Promise<void> {
    const { draft } = this;
    if (draft?.id === undefined) return;
    try {
      const secrets = await readPrivate(draft.register, draft.id);
      this.stored = { ...this.stored, ...secrets };
      this.values = { ...this.values, ...secrets };
      this.revealed = true;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onNewRecord(event: PageEvent<'pb-new-record'>): void {
    event.stopPropagation();
    const target = this.fields[event.detail]?.target;
    if (target !== undefined && isRegisterName(target)) this.waiting = { field: event.detail, register: target };
  }

  /** The record that was made within is chosen in the field that waited for it. */
  private async takeNew(id: string): Promise<void> {
    const { waiting } = this;
    this.waiting = null;
    if (!waiting) return;
    const several = this.fields[waiting.field]?.kind === 'references';
    const chosen = this.values[waiting.field];
    const all = Array.isArray(chosen) ? [...(chosen as readonly unknown[]), id] : [id];
    this.values = { ...this.values, [waiting.field]: several ? all : id };
    await this.loadTargets();
    this.form.focusField(waiting.field);
  }
}
