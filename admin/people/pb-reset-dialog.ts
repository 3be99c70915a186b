import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { User } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { updateRecord } from '../api/records.ts';
import { fire } from '../common/events.ts';
import { LEAST_PASSWORD } from '../common/password.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { randomPassword } from './random-password.ts';
import '../common/pb-dialog.ts';
import './pb-secret.ts';

/** Gives an account a new password, made here or typed; it is shown until the dialog is closed. */
@customElement('pb-reset-dialog')
export class PbResetDialog extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) account: User | null = null;

  @state() private typed = '';
  @state() private set = '';
  @state() private problem = '';
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      label {
        display: flex;
        flex-direction: column;
        gap: 4px;
        margin-top: 12px;
      }
      .message {
        margin-bottom: 12px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('account')) return;
    this.typed = '';
    this.set = '';
    this.problem = '';
  }

  protected override render() {
    const heading = `${msg('重置密码', { id: 'people.reset' })} · ${this.account?.displayName ?? ''}`;
    return html`
      <pb-dialog heading=${heading} ?open=${this.account !== null}>
        ${this.set ? this.renderDone() : this.renderQuestion()}
        <button slot="actions" type="button" @click=${this.onClose}>
          ${this.set ? msg('完成', { id: 'done' }) : msg('取消', { id: 'cancel' })}
        </button>
        ${
          this.set
            ? nothing
            : html`<button slot="actions" class="primary" type="button" ?disabled=${this.busy} @click=${this.onReset}>
                ${msg('重置密码', { id: 'people.reset' })}
              </button>`
        }
      </pb-dialog>
    `;
  }

  private renderQuestion() {
    return html`
      ${msg('重置后，这个账号在所有浏览器上都会退出，须用新密码登录。', { id: 'people.reset-explain' })}
      <label>
        ${msg(str`新密码（至少 ${LEAST_PASSWORD} 位，留空则随机生成）`, { id: 'people.reset-typed' })}
        <input
          type="password"
          name="password"
          autocomplete="new-password"
          maxlength="200"
          autofocus
          .value=${this.typed}
          @input=${(event: InputEvent & { readonly target: HTMLInputElement }) => (this.typed = event.target.value)}
        />
      </label>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
    `;
  }

  private renderDone() {
    return html`
      <div class="message good" role="status">${msg('密码已重置', { id: 'people.reset-done' })}</div>
      <pb-secret .value=${this.set} .label=${msg('新密码', { id: 'people.new-password' })}></pb-secret>
      <p class="soft small">
        ${msg('请把密码当面交给本人，并请他登录后点右上角姓名修改。', { id: 'people.hand-over' })}
      </p>
    `;
  }

  private onClose(): void {
    fire(this, this.set ? 'pb-written' : 'pb-close', undefined);
  }

  private onReset(): void {
    const tooShort = this.typed !== '' && this.typed.length < LEAST_PASSWORD;
    this.problem = tooShort ? msg(str`密码太短，至少 ${LEAST_PASSWORD} 位`, { id: 'password.too-short' }) : '';
    if (!tooShort) void this.reset(this.typed || randomPassword());
  }

  private async reset(password: string): Promise<void> {
    const { account } = this;
    if (!account) return;
    this.busy = true;
    try {
      await updateRecord('users', account.id, { password }, account.revision);
      this.set = password;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    } finally {
      this.busy = false;
    }
  }
}
