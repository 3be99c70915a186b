import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asProblem } from '../api/problem.ts';
import { needsSetUp, setUp } from '../api/session.ts';
import { fire } from '../common/events.ts';
import { LEAST_PASSWORD, newPasswordProblem } from '../common/password.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { entryStyles } from './entry-styles.ts';
import { plainText } from '../common/plain-text.ts';

/** Makes the first account with the token of the printed link; fires `pb-signed-in`. */
@customElement('pb-setup')
export class PbSetup extends PbElement {
  @property() token = '';

  @state() private problem = '';
  /** The link was used before: there is nothing to set up. */
  @state() private done = false;
  @state() private busy = false;

  static override styles = [controls, entryStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  protected override render() {
    if (this.done) return this.renderDone();
    return html`
      <form novalidate @submit=${this.onSubmit}>
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
          <input name="password" type="password" autocomplete="new-password" required />
        </label>
        <label>
          ${msg('再输一次密码', { id: 'setup.repeat' })}
          <input name="repeat" type="password" autocomplete="new-password" required />
        </label>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <button class="primary" ?disabled=${this.busy}>${msg('建立账号并登录', { id: 'setup.submit' })}</button>
      </form>
    `;
  }

  private renderDone() {
    return html`
      <form @submit=${this.onLeave}>
        <h1>${msg('已经设置好了', { id: 'setup.done' })}</h1>
        <div>${msg('这个设置链接已经用过。管理员账号已经建立，请直接登录。', { id: 'setup.done-explain' })}</div>
        <button class="primary">${msg('去登录', { id: 'setup.to-login' })}</button>
      </form>
    `;
  }

  private async look(): Promise<void> {
    try {
      this.done = !(await needsSetUp());
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onLeave(event: SubmitEvent): void {
    event.preventDefault();
    fire(this, 'pb-signed-in', undefined);
  }

  private onSubmit(event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => plainText(data.get(name));
    this.problem =
      text('username').trim() && text('displayName').trim()
        ? newPasswordProblem(text('password'), text('repeat'))
        : msg('请填写账号和姓名', { id: 'setup.names-missing' });
    if (this.problem) return;
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
      const problem = asProblem(error);
      this.done = problem.code === 'already-set-up';
      this.problem = problemText(problem);
    } finally {
      this.busy = false;
    }
  }
}
