import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asProblem } from '../api/problem.ts';
import { setUp } from '../api/session.ts';
import { fire } from '../shared/events.ts';
import { LEAST_PASSWORD } from '../shared/password.ts';
import { PbElement } from '../shared/pb-element.ts';
import { problemText } from '../shared/problem-text.ts';
import { controls } from '../style/controls.ts';
import { entryStyles } from './entry-styles.ts';
import { plainText } from '../shared/plain-text.ts';

/** Makes the first account with the token of the printed link; fires `pb-signed-in`. */
@customElement('pb-setup')
export class PbSetup extends PbElement {
  @property() token = '';

  @state() private problem = '';
  @state() private busy = false;

  static override styles = [controls, entryStyles];

  protected override render() {
    return html`
      <form @submit=${this.onSubmit}>
        <h1>${msg('建立第一个管理员账号', { id: 'setup.heading' })}</h1>
        <label>
          ${msg('账号', { id: 'login.username' })}<input
            name="username"
            value="admin"
            maxlength="40"
            autocomplete="username"
            required
          />
        </label>
        <label
          >${msg('姓名', { id: 'setup.display-name' })}<input
            name="displayName"
            maxlength="40"
            autocomplete="name"
            required
        /></label>
        <label>
          ${msg(str`密码（至少 ${LEAST_PASSWORD} 位）`, { id: 'setup.password' })}
          <input name="password" type="password" minlength=${LEAST_PASSWORD} autocomplete="new-password" required />
        </label>
        <label>
          ${msg('再输一次密码', { id: 'setup.repeat' })}
          <input name="repeat" type="password" minlength=${LEAST_PASSWORD} autocomplete="new-password" required />
        </label>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <button class="primary" ?disabled=${this.busy}>${msg('建立账号并登录', { id: 'setup.submit' })}</button>
      </form>
    `;
  }

  private onSubmit(event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => plainText(data.get(name));
    if (text('password') !== text('repeat')) {
      this.problem = msg('两次输入的密码不一样', { id: 'setup.differs' });
      return;
    }
    void this.create({
      token: this.token,
      username: text('username').trim(),
      displayName: text('displayName').trim(),
      password: text('password'),
    });
  }

  private async create(account: Parameters<typeof setUp>[0]): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      await setUp(account);
      fire(this, 'pb-signed-in', undefined);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    } finally {
      this.busy = false;
    }
  }
}
