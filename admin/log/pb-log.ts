import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Change } from '../../core/ledger/change.ts';
import { isRegisterName, REGISTERS, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { listChanges } from '../api/changes.ts';
import { asProblem } from '../api/problem.ts';
import { actorText, fieldChanges, kindText, type FieldChangeWords, type TitleOf } from '../common/change-words.ts';
import { momentText } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { loadTitles, titlesIn, type References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import { changeTitle } from './change-title.ts';

/** Registers whose records lines of the log point to. */
const NAMED = [
  'units',
  'leaders',
  'projects',
  'plans',
  'reports',
  'milestones',
  'playlists',
  'groups',
  'screens',
] as const;
const PAGE = 100;
/** Fields named in one line of the log; a record's history shows all. */
const MOST_FIELDS = 6;

/** Section 变更记录: who changed what, newest first. */
@customElement('pb-log')
export class PbLog extends PbElement {
  @state() private changes: readonly Change[] | null = null;
  @state() private register: RegisterName | '' = '';
  @state() private references: References = new Map();
  @state() private ended = false;
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        height: 100%;
        padding: 12px 16px;
      }
      table.list {
        min-width: 720px;
      }
      .rows {
        flex: 1;
        overflow: auto;
        min-height: 200px;
      }
      table.list td {
        vertical-align: top;
      }
      .said {
        max-width: 860px;
      }
      td.when,
      td.who {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
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
        <h1>${msg('变更记录', { id: 'section.log' })}</h1>
        <span class="grow"></span>
        <label>
          ${msg('登记表', { id: 'registers.nav' })}
          <select @change=${this.onRegister}>
            <option value="">${msg('全部', { id: 'log.all' })}</option>
            ${Object.keys(REGISTERS)
              .filter(isRegisterName)
              .map((name) => html`<option value=${name}>${labelText(registerNamed(name).label)}</option>`)}
          </select>
        </label>
        <button type="button" @click=${() => void this.load()}>${msg('刷新', { id: 'refresh' })}</button>
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div class="rows panel" tabindex="0" role="region" aria-label=${msg('变更记录', { id: 'section.log' })}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col" class="number">#</th>
              <th scope="col">${msg('时间', { id: 'log.when' })}</th>
              <th scope="col">${msg('操作人', { id: 'log.who' })}</th>
              <th scope="col">${msg('登记表', { id: 'registers.nav' })}</th>
              <th scope="col">${msg('记录', { id: 'log.record' })}</th>
              <th scope="col">${msg('变更内容', { id: 'log.what' })}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.changes ?? [],
              ({ seq }) => seq,
              (change) => this.renderChange(change, titlesIn(this.references)),
            )}
          </tbody>
        </table>
        ${
          this.changes && !this.ended
            ? html`<button class="quiet" type="button" @click=${() => void this.more()}>
                ${msg('更早的变更', { id: 'log.more' })}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private renderChange(change: Change, titleOf: TitleOf) {
    const words = fieldChanges(change, titleOf);
    return html`
      <tr>
        <td class="number soft">${change.seq}</td>
        <td class="when">${momentText(change.at)}</td>
        <td class="who">${actorText(change.actor)}</td>
        <td>${labelText(registerNamed(change.register).label)} <span class="badge">${kindText(change.kind)}</span></td>
        <td>${changeTitle(change, titleOf)}</td>
        <td>
          ${
            change.kind === 'update'
              ? words.map(({ name, from, to }) => html`<div>${name} <span class="soft">${from}</span> → ${to}</div>`)
              : html`<div class="said">${this.listed(change, words)}</div>`
          }
          ${change.reason ? html`<div class="soft">${change.reason}</div>` : nothing}
        </td>
      </tr>
    `;
  }

  /** All fields of a record that came or went, in one line. */
  private listed(change: Change, words: readonly FieldChangeWords[]): string {
    const told = words
      .slice(0, MOST_FIELDS)
      .map(({ name, from, to }) => `${name} ${change.kind === 'delete' ? from : to}`);
    return [...told, ...(words.length > MOST_FIELDS ? ['…'] : [])].join(' · ');
  }

  private page(before?: number): Promise<readonly Change[]> {
    return listChanges({
      limit: PAGE,
      ...(this.register ? { register: this.register } : {}),
      ...(before === undefined ? {} : { before }),
    });
  }

  private async load(): Promise<void> {
    try {
      const [changes, references] = await Promise.all([this.page(), loadTitles(NAMED)]);
      this.changes = changes;
      this.references = references;
      this.ended = changes.length < PAGE;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async more(): Promise<void> {
    try {
      const older = await this.page(this.changes?.at(-1)?.seq);
      this.changes = [...(this.changes ?? []), ...older];
      this.ended = older.length < PAGE;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onRegister(event: Event & { readonly target: HTMLSelectElement }): void {
    const { value } = event.target;
    this.register = isRegisterName(value) ? value : '';
    void this.load();
  }
}
