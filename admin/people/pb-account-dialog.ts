import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ROLES, type Role } from '../../core/register/role.ts';
import { REGISTERS, type User } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { createRecord, updateRecord } from '../api/records.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { changedValues, presentValues, problemCodes, type FormFields, type FormValues } from '../common/form-values.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import type { References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import { passwordField } from './password-field.ts';
import { randomPassword } from './random-password.ts';
import { roleWords } from './role-words.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';
import './pb-secret.ts';

const { username, displayName, role, unit } = REGISTERS.users.fields;

const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(ROLES, value);

/** A reporter belongs to a unit; others may. */
const fieldsOf = (values: FormValues, isNew: boolean): FormFields => ({
  username,
  displayName,
  role,
  unit: { ...unit, optional: values['role'] !== 'reporter' },
  ...(isNew ? { password: passwordField() } : {}),
});

/** Adds or edits one account; fires `pb-written` when it is saved and `pb-close` when not. */
@customElement('pb-account-dialog')
export class PbAccountDialog extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) account: User | 'new' | null = null;
  @property({ attribute: false }) references: References = new Map();

  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private problem = '';
  /** A password that the page made, shown to be handed over. */
  @state() private made = '';
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      .role,
      .made {
        margin-top: 12px;
      }
      .made p {
        margin: 4px 0 0;
      }
      .role div + div {
        margin-top: 2px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('account')) return;
    this.values = this.account === 'new' || !this.account ? { role: 'reporter' } : { ...this.account };
    this.errors = {};
    this.problem = '';
    this.made = '';
    this.busy = false;
  }

  protected override render() {
    const isNew = this.account === 'new';
    return html`
      <pb-dialog
        heading=${isNew ? msg('新增账号', { id: 'people.add' }) : msg('修改账号', { id: 'people.edit' })}
        ?open=${this.account !== null}
      >
        <pb-form
          .fields=${fieldsOf(this.values, isNew)}
          .values=${this.values}
          .errors=${this.errors}
          .references=${this.references}
          @pb-values=${this.onValues}
        ></pb-form>
        ${isNew ? this.renderMade() : nothing} ${this.renderRole()}
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button slot="actions" class="primary" type="button" ?disabled=${this.busy} @click=${this.onSave}>
          ${msg('保存', { id: 'save' })}
        </button>
      </pb-dialog>
    `;
  }

  private renderRole() {
    const chosen = this.values['role'];
    if (!isRole(chosen)) return nothing;
    const { may, mayNot } = roleWords(chosen);
    return html`
      <div class="message role" role="status">
        <strong>${labelText(ROLES[chosen])}</strong>
        <div>✓ ${may}</div>
        <div class="soft">✕ ${mayNot}</div>
      </div>
    `;
  }

  private renderMade() {
    return html`
      <div class="made">
        ${
          this.made
            ? html`<pb-secret .value=${this.made} .label=${msg('新密码', { id: 'people.new-password' })}></pb-secret>`
            : html`<button type="button" @click=${this.onMake}>
                ${msg('随机生成密码', { id: 'people.make-password' })}
              </button>`
        }
        <p class="soft small">
          ${msg('请把密码当面交给本人，并请他登录后点右上角姓名修改。', { id: 'people.hand-over' })}
        </p>
      </div>
    `;
  }

  private onMake(): void {
    this.made = randomPassword();
    this.values = { ...this.values, password: this.made };
    this.errors = {};
  }

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    if (event.detail['password'] !== this.made) this.made = '';
    this.values = event.detail;
    this.errors = {};
  }

  private onSave(): void {
    const fields = fieldsOf(this.values, this.account === 'new');
    const codes = Object.entries(problemCodes(fields, this.values));
    this.errors = Object.fromEntries(codes.map(([name, code]) => [name, fieldProblemText(code, fields[name])]));
    if (codes.length === 0) void this.save(fields);
  }

  private async save(fields: FormFields): Promise<void> {
    const { account } = this;
    if (!account) return;
    this.busy = true;
    this.problem = '';
    try {
      if (account === 'new') await createRecord('users', presentValues(fields, this.values));
      else
        await updateRecord('users', account.id, changedValues(fields, { ...account }, this.values), account.revision);
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.errors = fieldProblems(problem.errors, fields);
    } finally {
      this.busy = false;
    }
  }
}
