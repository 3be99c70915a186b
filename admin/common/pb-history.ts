import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Change } from '../../core/ledger/change.ts';
import type { Role } from '../../core/register/role.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { recordHistory } from '../api/records.ts';
import { controls } from '../style/controls.ts';
import { loadChangeTitles } from './change-title.ts';
import { actorText, fieldChanges, kindText, reasonText } from './change-words.ts';
import { fire } from './events.ts';
import { momentText } from './format.ts';
import { labelText } from './locale.ts';
import { mayUndo } from './may-undo.ts';
import { PbElement } from './pb-element.ts';
import { problemText } from './problem-text.ts';
import { titlesIn, type References } from './references.ts';
import './pb-dialog.ts';
import './pb-undo.ts';

/** A record whose history is asked for. */
export interface HistoryOf {
  readonly register: RegisterName;
  readonly record: string;
  readonly title: string;
}

/** Who changed a record, when, from what to what, why; newest first. Who may, takes a change back. */
@customElement('pb-history')
export class PbHistory extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) of: HistoryOf | null = null;
  /** Whose rights decide whether changes can be taken back; without one they can't be. */
  @property() viewer: Role | null = null;

  @state() private changes: readonly Change[] | null = null;
  @state() private titles: References = new Map();
  @state() private field = '';
  @state() private undoing: number | null = null;
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        padding: 10px 0;
        border-bottom: 1px solid var(--line);
      }
      .field {
        margin: 2px 0 0 12px;
        overflow-wrap: anywhere;
      }
      .from {
        text-decoration: line-through;
        color: var(--ink-soft);
      }
      .reason {
        margin: 2px 0 0 12px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('of')) return;
    this.field = '';
    this.undoing = null;
    void this.load();
  }

  protected override render() {
    const shown = this.changes?.filter(({ fields }) => this.field === '' || this.field in fields);
    return html`
      <pb-dialog
        wide
        heading=${`${msg('变更历史', { id: 'history.heading' })} · ${this.of?.title ?? ''}`}
        ?open=${this.of !== null}
      >
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${this.changes && this.changes.length > 0 ? this.renderFilter(this.changes) : nothing}
        ${shown?.length === 0 ? html`<div class="soft">${msg('没有变更', { id: 'history.none' })}</div>` : nothing}
        <ol aria-live="polite">
          ${shown?.map((change) => this.renderChange(change))}
        </ol>
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('关闭', { id: 'dialog.close' })}
        </button>
      </pb-dialog>
      <pb-undo
        .set=${this.undoing}
        .titleOf=${titlesIn(this.titles)}
        @pb-close=${() => (this.undoing = null)}
        @pb-written=${this.onUndone}
      ></pb-undo>
    `;
  }

  private renderFilter(changes: readonly Change[]) {
    const fields = Object.entries(this.of ? registerNamed(this.of.register).fields : {}).filter(([name]) =>
      changes.some((change) => name in change.fields),
    );
    return html`
      <label>
        ${msg('只看这一项', { id: 'history.field' })}
        <select @change=${(event: Event & { readonly target: HTMLSelectElement }) => (this.field = event.target.value)}>
          <option value="" ?selected=${this.field === ''}>${msg('全部', { id: 'log.all' })}</option>
          ${fields.map(([name, { label }]) => html`<option value=${name} ?selected=${name === this.field}>${labelText(label)}</option>`)}
        </select>
      </label>
    `;
  }

  private renderChange(change: Change) {
    const words = fieldChanges(change, titlesIn(this.titles)).filter(
      ({ key }) => this.field === '' || key === this.field,
    );
    return html`
      <li>
        <div class="bar">
          <strong>${actorText(change.actor)}</strong>
          <span class="soft">${momentText(change.at)}</span>
          <span class="badge">${kindText(change.kind)}</span>
          <span class="grow"></span>
          ${
            mayUndo(this.viewer, change)
              ? html`<button class="quiet small" type="button" @click=${() => (this.undoing = change.set)}>
                  ${msg('撤销此变更', { id: 'undo.heading' })}
                </button>`
              : nothing
          }
        </div>
        ${change.reason ? html`<div class="reason soft">${reasonText(change.reason)}</div>` : nothing}
        ${words.map(
          ({ name, from, to }) =>
            html`<div class="field">
              <span class="soft">${name}</span>
              ${change.kind === 'update' && from ? html`<span class="from">${from}</span> → ` : ''}${change.kind === 'delete' ? from : to}
            </div>`,
        )}
      </li>
    `;
  }

  private onUndone(event: Event): void {
    event.stopPropagation();
    this.undoing = null;
    void this.load();
    fire(this, 'pb-written', undefined);
  }

  private async load(): Promise<void> {
    this.changes = null;
    this.problem = '';
    const asked = this.of;
    if (!asked) return;
    try {
      const changes = await recordHistory(asked.register, asked.record);
      const titles = await loadChangeTitles(changes, { viewer: this.viewer ?? undefined });
      if (this.of !== asked) return;
      this.titles = titles;
      this.changes = changes;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
