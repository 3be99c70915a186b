import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ROLES, type Role } from '../../core/register/role.ts';
import type { User } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { listRecords, updateRecord } from '../api/records.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import type { HistoryOf } from '../common/pb-history.ts';
import { problemText } from '../common/problem-text.ts';
import { loadTitles, titlesIn, type References } from '../common/references.ts';
import { rowAction } from '../common/row-action.ts';
import { controls } from '../style/controls.ts';
import { roleWords } from './role-words.ts';
import '../common/pb-confirm.ts';
import '../common/pb-history.ts';
import './pb-account-dialog.ts';
import './pb-reset-dialog.ts';

const ROLE_NAMES = Object.keys(ROLES).filter((name): name is Role => Object.hasOwn(ROLES, name));

/** Those who can sign in first, then by name. */
const inOrder = (a: User, b: User): number =>
  Number(a.disabled) - Number(b.disabled) || a.username.localeCompare(b.username, 'zh-CN');

/** Who has an account, and what each role may do. */
@customElement('pb-accounts')
export class PbAccounts extends PbElement {
  @property({ type: Boolean }) readonly = false;

  @state() private users: readonly User[] | null = null;
  @state() private references: References = new Map();
  @state() private problem = '';
  @state() private edited: User | 'new' | null = null;
  @state() private reset: User | null = null;
  @state() private disabling: User | null = null;
  @state() private history: HistoryOf | null = null;

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
      .accounts td {
        white-space: nowrap;
      }
      tr.disabled td {
        color: var(--ink-soft);
      }
      .roles td:first-child {
        white-space: nowrap;
        font-weight: 600;
      }
      details {
        padding: 10px 16px;
      }
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      details table {
        margin-top: 8px;
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
        <h2>${msg('账号', { id: 'people.accounts' })}</h2>
        <span class="soft">${this.users ? msg(str`共 ${this.users.length} 个`, { id: 'people.count' }) : nothing}</span>
        <span class="grow"></span>
        ${
          this.readonly
            ? nothing
            : html`<button class="primary" type="button" @click=${() => (this.edited = 'new')}>
                ${msg('新增账号', { id: 'people.add' })}
              </button>`
        }
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${this.renderTable()} ${this.renderRoles()}
      <pb-account-dialog
        .account=${this.edited}
        .references=${this.references}
        @pb-close=${() => (this.edited = null)}
        @pb-written=${this.onWritten}
      ></pb-account-dialog>
      <pb-reset-dialog
        .account=${this.reset}
        @pb-close=${() => (this.reset = null)}
        @pb-written=${this.onWritten}
      ></pb-reset-dialog>
      <pb-confirm
        .question=${this.disabling ? msg(str`停用账号“${this.disabling.displayName}”？他会立即退出，不能再登录；他的记录保留。`, { id: 'people.disable-question' }) : ''}
        .action=${msg('停用', { id: 'people.disable' })}
        .confirm=${() => void this.setDisabled(this.disabling, true)}
        @pb-close=${() => (this.disabling = null)}
      ></pb-confirm>
      <pb-history
        .of=${this.history}
        .titleOf=${titlesIn(this.references)}
        @pb-close=${() => (this.history = null)}
      ></pb-history>
    `;
  }

  private renderTable() {
    return html`
      <div class="rows panel" tabindex="0" role="region" aria-label=${msg('账号', { id: 'people.accounts' })}>
        <table class="list accounts">
          <thead>
            <tr>
              <th scope="col">${msg('账号', { id: 'login.username' })}</th>
              <th scope="col">${msg('姓名', { id: 'setup.display-name' })}</th>
              <th scope="col">${msg('角色', { id: 'people.role' })}</th>
              <th scope="col">${msg('所属单位', { id: 'people.unit' })}</th>
              <th scope="col">${msg('状态', { id: 'screens.state' })}</th>
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.users ?? [],
              ({ id }) => id,
              (user) => this.renderUser(user),
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderUser(user: User) {
    const { username, displayName, role, unit, disabled } = user;
    return html`
      <tr class=${disabled ? 'disabled' : ''}>
        <td>${username}</td>
        <td>${displayName}</td>
        <td title=${roleWords(role).may}>${labelText(ROLES[role])}</td>
        <td>${unit === undefined ? '—' : titlesIn(this.references)('units', unit)}</td>
        <td>
          ${
            disabled
              ? html`<span class="badge bad">${msg('已停用', { id: 'people.disabled' })}</span>`
              : html`<span class="badge good">${msg('可登录', { id: 'people.enabled' })}</span>`
          }
        </td>
        <td class="actions">
          ${this.readonly ? nothing : this.renderActions(user)}
          ${rowAction(msg('历史', { id: 'registers.history' }), username, () => (this.history = { register: 'users', record: user.id, title: username }))}
        </td>
      </tr>
    `;
  }

  private renderActions(user: User) {
    const { username } = user;
    return html`
      ${rowAction(msg('修改', { id: 'change.update' }), username, () => (this.edited = user))}
      ${rowAction(msg('重置密码', { id: 'people.reset' }), username, () => (this.reset = user))}
      ${
        user.disabled
          ? rowAction(msg('启用', { id: 'people.enable' }), username, () => void this.setDisabled(user, false))
          : rowAction(msg('停用', { id: 'people.disable' }), username, () => (this.disabling = user), { danger: true })
      }
    `;
  }

  private renderRoles() {
    return html`
      <details class="panel" open>
        <summary>${msg('各角色能做什么', { id: 'people.roles' })}</summary>
        <table class="list roles">
          <thead>
            <tr>
              <th scope="col">${msg('角色', { id: 'people.role' })}</th>
              <th scope="col">${msg('能做', { id: 'people.may' })}</th>
              <th scope="col">${msg('不能做', { id: 'people.may-not' })}</th>
            </tr>
          </thead>
          <tbody>
            ${ROLE_NAMES.map(
              (role) => html`
                <tr>
                  <td>${labelText(ROLES[role])}</td>
                  <td>${roleWords(role).may}</td>
                  <td class="soft">${roleWords(role).mayNot}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </details>
    `;
  }

  private async load(): Promise<void> {
    try {
      const [users, references] = await Promise.all([listRecords('users'), loadTitles(['units'])]);
      this.users = [...users.records].sort(inOrder);
      this.references = references;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async setDisabled(user: User | null, disabled: boolean): Promise<void> {
    this.disabling = null;
    if (!user) return;
    try {
      await updateRecord('users', user.id, { disabled }, user.revision);
      await this.load();
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onWritten(): void {
    this.edited = null;
    this.reset = null;
    void this.load();
  }
}
