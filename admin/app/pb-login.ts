import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { asProblem } from '../api/problem.ts';
import { signIn } from '../api/session.ts';
import { fire } from '../shared/events.ts';
import { PbElement } from '../shared/pb-element.ts';
import { problemText } from '../shared/problem-text.ts';
import { controls } from '../style/controls.ts';
import { entryStyles } from './entry-styles.ts';
import { plainText } from '../shared/plain-text.ts';

/** Signs an account in; fires `pb-signed-in`. */
@customElement('pb-login')
export class PbLogin extends PbElement {
  @state() private problem = '';
  @state() private busy = false;

  static override styles = [controls, entryStyles];

  protected override render() {
    return html`
      <form @submit=${this.onSubmit}>
        <h1>${msg('登录进度榜', { id: 'login.heading' })}</h1>
        <label
          >${msg('账号', { id: 'login.username' })}<input name="username" autocomplete="username" required
        /></label>
        <label>
          ${msg('密码', { id: 'login.password' })}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <button class="primary" ?disabled=${this.busy}>${msg('登录', { id: 'login.submit' })}</button>
      </form>
    `;
  }

  private onSubmit(event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void this.enter(plainText(data.get('username')).trim(), plainText(data.get('password')));
  }

  private async enter(username: string, password: string): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      await signIn(username, password);
      fire(this, 'pb-signed-in', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problem.status === 401 ? msg('账号或密码不对', { id: 'login.wrong' }) : problemText(problem);
    } finally {
      this.busy = false;
    }
  }
}
