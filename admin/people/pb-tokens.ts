import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { officeDate } from '../../core/office-time.ts';
import { ROLES } from '../../core/register/role.ts';
import { isRegisterName, registerNamed, type Token } from '../../core/registers/index.ts';
import { TOKEN_RIGHTS } from '../../core/registers/tokens.ts';
import { daysBetween, instant } from '../../core/time.ts';
import { asProblem } from '../api/problem.ts';
import { listRecords, updateRecord } from '../api/records.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { rowAction } from '../common/row-action.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-confirm.ts';
import './pb-token-dialog.ts';

const today = () => officeDate(instant(Date.now()));

/** The tokens with which other programs use the interface. */
@customElement('pb-tokens')
export class PbTokens extends PbElement {
  @property({ type: Boolean }) readonly = false;

  @state() private tokens: readonly Token[] | null = null;
  @state() private problem = '';
  @state() private making = false;
  @state() private revoking: Token | null = null;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .rows {
        overflow-x: auto;
      }
      td {
        white-space: nowrap;
      }
      td.registers {
        max-width: 340px;
        white-space: normal;
      }
      tr.over td {
        color: var(--ink-soft);
      }
      .none {
        padding: 0 12px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`
      <div class="bar">
        <h2>${msg('接口令牌', { id: 'people.tokens' })}</h2>
        <span class="soft">${msg('供其他程序读写台账，替代账号和密码', { id: 'token.explain' })}</span>
        <span class="grow"></span>
        ${
          this.readonly
            ? nothing
            : html`<button class="primary" type="button" @click=${() => (this.making = true)}>
                ${msg('新建令牌', { id: 'token.add' })}
              </button>`
        }
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${this.renderTable()}
      <pb-token-dialog
        ?open=${this.making}
        @pb-close=${() => (this.making = false)}
        @pb-written=${this.onMade}
      ></pb-token-dialog>
      <pb-confirm
        .question=${this.revoking ? msg(str`吊销令牌“${this.revoking.name}”？用它的程序会立即失去权限，且不能恢复。`, { id: 'token.revoke-question' }) : ''}
        .action=${msg('吊销', { id: 'token.revoke' })}
        .confirm=${() => void this.revoke()}
        @pb-close=${() => (this.revoking = null)}
      ></pb-confirm>
    `;
  }

  private renderTable() {
    return html`
      <div class="rows panel" tabindex="0" role="region" aria-label=${msg('接口令牌', { id: 'people.tokens' })}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${msg('名称', { id: 'name' })}</th>
              <th scope="col">${msg('角色', { id: 'people.role' })}</th>
              <th scope="col">${msg('权限', { id: 'token.rights' })}</th>
              <th scope="col">${msg('登记表', { id: 'registers.nav' })}</th>
              <th scope="col">${msg('有效期至', { id: 'token.expires' })}</th>
              <th scope="col">${msg('状态', { id: 'screens.state' })}</th>
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.tokens ?? [],
              ({ id }) => id,
              (token) => this.renderToken(token),
            )}
          </tbody>
        </table>
        ${this.tokens?.length === 0 ? html`<p class="soft none">${msg('还没有令牌', { id: 'token.none' })}</p>` : nothing}
      </div>
    `;
  }

  private renderToken(token: Token) {
    const days = daysBetween(today(), token.expiresOn);
    const over = token.disabled || days < 0;
    const registers = token.registers?.filter(isRegisterName).map((each) => labelText(registerNamed(each).label));
    return html`
      <tr class=${over ? 'over' : ''}>
        <td>${token.name}</td>
        <td>${labelText(ROLES[token.role])}</td>
        <td>${labelText(TOKEN_RIGHTS[token.rights])}</td>
        <td class="registers">${registers?.join('、') ?? msg('全部', { id: 'log.all' })}</td>
        <td>
          ${token.expiresOn}
          ${over ? nothing : html`<span class="soft small">${msg(str`还有 ${days} 天`, { id: 'token.days-left' })}</span>`}
        </td>
        <td>${this.renderState(token, days)}</td>
        <td class="actions">
          ${
            this.readonly || token.disabled
              ? nothing
              : rowAction(msg('吊销', { id: 'token.revoke' }), token.name, () => (this.revoking = token), {
                  danger: true,
                })
          }
        </td>
      </tr>
    `;
  }

  private renderState({ disabled }: Token, days: number) {
    if (disabled) return html`<span class="badge bad">${msg('已吊销', { id: 'token.revoked' })}</span>`;
    if (days < 0) return html`<span class="badge">${msg('已过期', { id: 'token.expired' })}</span>`;
    return days <= 14
      ? html`<span class="badge warn">${msg('即将过期', { id: 'token.expiring' })}</span>`
      : html`<span class="badge good">${msg('有效', { id: 'token.valid' })}</span>`;
  }

  private async load(): Promise<void> {
    try {
      const { records } = await listRecords('tokens');
      this.tokens = [...records].sort(
        (a, b) => Number(a.disabled) - Number(b.disabled) || (a.expiresOn < b.expiresOn ? 1 : -1),
      );
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async revoke(): Promise<void> {
    const token = this.revoking;
    this.revoking = null;
    if (!token) return;
    try {
      await updateRecord('tokens', token.id, { disabled: true }, token.revision);
      await this.load();
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onMade(): void {
    this.making = false;
    void this.load();
  }
}
