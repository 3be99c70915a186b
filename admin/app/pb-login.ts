import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { asProblem } from '../api/problem.ts';
import { needsSetUp, signIn } from '../api/session.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { entryStyles } from './entry-styles.ts';
import { plainText } from '../common/plain-text.ts';

/** Signs an account in; fires `pb-signed-in`. */
@customElement('pb-login')
export class PbLogin extends PbElement {
  @state() private problem = '';
  @state() private busy = false;
  /** Nobody can sign in yet: the first account is made with the printed link. */
  @state() private unset = false;

  static override styles = [controls, entryStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  protected override render() {
    return html`
      <form @submit=${this.onSubmit}>
        <h1>${msg('登录进度榜', { id: 'login.heading' })}</h1>
        ${
          this.unset
            ? html`<div class="message warn">
                ${msg('还没有账号。请打开服务器窗口里打印的“首次设置链接”，建立第一个管理员。', { id: 'login.unset' })}
              </div>`
            : nothing
        }
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

  private async look(): Promise<void> {
    try {
      this.unset = await needsSetUp();
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
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
