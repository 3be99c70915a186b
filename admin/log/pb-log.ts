import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Change } from '../../core/ledger/change.ts';
import type { Role } from '../../core/register/role.ts';
import { isRegisterName, REGISTERS, registerNamed } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { changeTitle, loadChangeTitles } from '../common/change-title.ts';
import {
  actorText,
  fieldChanges,
  kindText,
  reasonText,
  type FieldChangeWords,
  type TitleOf,
} from '../common/change-words.ts';
import { momentText, today } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { mayUndo } from '../common/may-undo.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { titlesIn, type References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import { findChanges, WHOLE_LOG, type LogFilter } from './find-changes.ts';
import { logStyles } from './log-styles.ts';
import '../common/pb-undo.ts';

const PAGE = 100;
/** Fields named in one line of the log; a record's history shows all. */
const MOST_FIELDS = 6;

type ControlEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement };

/** Section 变更记录: who changed what, newest first; who may, takes a set of changes back. */
@customElement('pb-log')
export class PbLog extends PbElement {
  @property() viewer: Role = 'auditor';
  /** The number of a set of changes in the address; empty for the whole log. */
  @property() set = '';

  @state() private changes: readonly Change[] | null = null;
  @state() private filter: LogFilter = WHOLE_LOG;
  @state() private references: References = new Map();
  /** Where older changes go on; null when there are none. */
  @state() private older: number | null = null;
  @state() private undoing: number | null = null;
  @state() private problem = '';

  static override styles = [controls, logStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('set')) this.narrow({ set: /^[1-9]\d{0,14}$/.test(this.set) ? Number(this.set) : null });
  }

  protected override render() {
    const titleOf = titlesIn(this.references);
    return html`
      ${this.renderHeading()}${this.filter.set === null ? nothing : this.renderSet(this.filter.set)}
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
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.changes ?? [],
              ({ seq }) => seq,
              (change) => this.renderChange(change, titleOf),
            )}
          </tbody>
        </table>
        ${this.changes?.length === 0 ? html`<p class="soft none">${msg('没有变更', { id: 'history.none' })}</p>` : nothing}
        ${
          this.changes && this.older !== null
            ? html`<button class="quiet" type="button" @click=${() => void this.more()}>
                ${msg('更早的变更', { id: 'log.more' })}
              </button>`
            : nothing
        }
      </div>
      <pb-undo
        .set=${this.undoing}
        .titleOf=${titleOf}
        @pb-close=${() => (this.undoing = null)}
        @pb-written=${() => {
          this.undoing = null;
          void this.load();
        }}
      ></pb-undo>
    `;
  }

  private renderHeading() {
    return html`
      <div class="bar">
        <h1>${msg('变更记录', { id: 'section.log' })}</h1>
        <span class="grow"></span>
        <select
          aria-label=${msg('登记表', { id: 'registers.nav' })}
          @change=${({ target }: ControlEvent) =>
            this.narrow({ register: isRegisterName(target.value) ? target.value : '' })}
        >
          <option value="">${msg('全部登记表', { id: 'timeline.all-registers' })}</option>
          ${Object.keys(REGISTERS)
            .filter(isRegisterName)
            .filter((name) => registerNamed(name).read.includes(this.viewer))
            .map((name) => html`<option value=${name}>${labelText(registerNamed(name).label)}</option>`)}
        </select>
        <input
          type="search"
          class="person"
          aria-label=${msg('操作人', { id: 'log.who' })}
          placeholder=${msg('操作人', { id: 'log.who' })}
          @change=${({ target }: ControlEvent) => this.narrow({ person: target.value })}
        />
        <label>
          ${msg('从', { id: 'range.from' })}
          <input
            type="date"
            max=${today()}
            @change=${({ target }: ControlEvent) => this.narrow({ from: target.value })}
          />
        </label>
        <label>
          ${msg('到', { id: 'range.to' })}
          <input
            type="date"
            max=${today()}
            @change=${({ target }: ControlEvent) => this.narrow({ to: target.value })}
          />
        </label>
        <button type="button" @click=${() => void this.load()}>${msg('刷新', { id: 'refresh' })}</button>
      </div>
    `;
  }

  /** One set of changes is a place of its own, and the way back to all is a link. */
  private renderSet(set: number) {
    return html`
      <div class="message bar" role="status">
        ${msg(str`只显示第 ${set} 组变更，即同一次写入的。`, { id: 'log.one-set' })}
        <a href=${routeHash('log')}>${msg('显示全部变更', { id: 'log.whole' })}</a>
      </div>
    `;
  }

  private renderChange(change: Change, titleOf: TitleOf) {
    const words = fieldChanges(change, titleOf);
    const title = changeTitle(change, titleOf);
    return html`
      <tr>
        <td class="number soft">${change.seq}</td>
        <td class="when">${momentText(change.at)}</td>
        <td class="who">${actorText(change.actor)}</td>
        <td>${labelText(registerNamed(change.register).label)} <span class="badge">${kindText(change.kind)}</span></td>
        <td>${title}</td>
        <td>
          ${
            change.kind === 'update'
              ? words.map(({ name, from, to }) => html`<div>${name} <span class="soft">${from}</span> → ${to}</div>`)
              : html`<div class="said">${this.listed(change, words)}</div>`
          }
          ${change.reason ? html`<div class="soft">${reasonText(change.reason)}</div>` : nothing}
        </td>
        <td class="actions">
          ${
            mayUndo(this.viewer, change)
              ? html`<button
                  class="quiet small"
                  type="button"
                  aria-label=${`${msg('撤销', { id: 'undo.action' })} #${change.seq} ${title}`}
                  @click=${() => (this.undoing = change.set)}
                >
                  ${msg('撤销', { id: 'undo.action' })}
                </button>`
              : nothing
          }
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

  private narrow(part: Partial<LogFilter>): void {
    this.filter = { ...this.filter, ...part };
    void this.load();
  }

  private load(): Promise<void> {
    return this.read([], null);
  }

  private more(): Promise<void> {
    return this.read(this.changes ?? [], this.older);
  }

  private async read(known: readonly Change[], start: number | null): Promise<void> {
    const { filter, viewer } = this;
    try {
      const found = await findChanges(filter, PAGE, start);
      const changes = [...known, ...found.changes];
      const references = await loadChangeTitles(changes, { viewer });
      if (filter !== this.filter) return;
      this.references = references;
      this.changes = changes;
      this.older = found.before;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
