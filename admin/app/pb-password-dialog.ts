import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { changeOwnPassword } from '../api/session.ts';
import { fire } from '../common/events.ts';
import { LEAST_PASSWORD, newPasswordProblem } from '../common/password.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblemText, problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';

const wordsOf = (problem: ApiProblem): string =>
  problem.errors.some(({ code }) => code === 'wrong-password')
    ? fieldProblemText('wrong-password')
    : problemText(problem);

type Part = 'current' | 'password' | 'repeat';

const EMPTY: Readonly<Record<Part, string>> = { current: '', password: '', repeat: '' };

/** Changes the password of whoever is signed in; fires `pb-close`. */
@customElement('pb-password-dialog')
export class PbPasswordDialog extends PbElement {
  @property({ type: Boolean }) open = false;
  @property() username = '';

  @state() private values = EMPTY;
  @state() private problem = '';
  @state() private changed = false;
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      label {
        display: flex;
        flex-direction: column;
        gap: 4px;
        margin-bottom: 12px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    this.values = EMPTY;
    this.problem = '';
    this.changed = false;
  }

  protected override render() {
    return html`
      <pb-dialog heading=${`${msg('修改密码', { id: 'password.heading' })} · ${this.username}`} ?open=${this.open}>
        ${
          this.changed
            ? html`<div class="message good" role="status">${msg('密码已修改', { id: 'password.changed' })}</div>`
            : this.renderFields()
        }
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('关闭', { id: 'dialog.close' })}
        </button>
        ${
          this.changed
            ? nothing
            : html`<button slot="actions" class="primary" type="button" ?disabled=${this.busy} @click=${this.onSave}>
                ${msg('保存', { id: 'save' })}
              </button>`
        }
      </pb-dialog>
    `;
  }

  private renderFields() {
    return html`
      ${this.renderField('current', msg('现在的密码', { id: 'password.current' }), 'current-password')}
      ${this.renderField('password', msg(str`新密码（至少 ${LEAST_PASSWORD} 位）`, { id: 'password.new' }), 'new-password')}
      ${this.renderField('repeat', msg('再输一次密码', { id: 'setup.repeat' }), 'new-password')}
      <p class="soft small">${msg('修改后，用这个账号登录的其他浏览器会退出。', { id: 'password.explain' })}</p>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
    `;
  }

  private renderField(name: Part, label: string, autocomplete: 'current-password' | 'new-password') {
    return html`
      <label>
        ${label}
        <input
          name=${name}
          type="password"
          maxlength="200"
          autocomplete=${autocomplete}
          ?autofocus=${name === 'current'}
          .value=${this.values[name]}
          @input=${(event: InputEvent & { readonly target: HTMLInputElement }) => this.onInput(name, event.target.value)}
        />
      </label>
    `;
  }

  private onInput(name: Part, value: string): void {
    this.values = { ...this.values, [name]: value };
    this.problem = '';
  }

  private onSave(): void {
    const { current, password, repeat } = this.values;
    this.problem = current === '' ? fieldProblemText('wrong-password') : newPasswordProblem(password, repeat);
    if (this.problem === '') void this.save(current, password);
  }

  private async save(current: string, password: string): Promise<void> {
    this.busy = true;
    try {
      await changeOwnPassword(current, password);
      this.changed = true;
    } catch (error) {
      this.problem = wordsOf(asProblem(error));
    } finally {
      this.busy = false;
    }
  }
}
