import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Change } from '../../core/ledger/change.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { recordHistory } from '../api/records.ts';
import { controls } from '../style/controls.ts';
import { actorText, fieldChanges, kindText, type TitleOf } from './change-words.ts';
import { fire } from './events.ts';
import { momentText } from './format.ts';
import { PbElement } from './pb-element.ts';
import { problemText } from './problem-text.ts';
import './pb-dialog.ts';

/** A record whose history is asked for. */
export interface HistoryOf {
  readonly register: RegisterName;
  readonly record: string;
  readonly title: string;
}

/** Who changed a record, when, from what to what; newest first. */
@customElement('pb-history')
export class PbHistory extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) of: HistoryOf | null = null;
  @property({ attribute: false }) titleOf: TitleOf = (_, id) => id;

  @state() private changes: readonly Change[] | null = null;
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
        padding: 8px 0;
        border-bottom: 1px solid var(--line);
      }
      .field {
        margin-left: 12px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('of')) void this.load();
  }

  protected override render() {
    return html`
      <pb-dialog
        wide
        heading=${`${msg('变更历史', { id: 'history.heading' })} · ${this.of?.title ?? ''}`}
        ?open=${this.of !== null}
      >
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${this.changes?.length === 0 ? html`<div class="soft">${msg('没有变更', { id: 'history.none' })}</div>` : nothing}
        <ol aria-live="polite">
          ${this.changes?.map(
            (change) => html`
              <li>
                <div class="bar">
                  <strong>${actorText(change.actor)}</strong>
                  <span class="soft">${momentText(change.at)}</span>
                  <span class="badge">${kindText(change.kind)}</span>
                  ${change.reason ? html`<span class="soft">${change.reason}</span>` : nothing}
                </div>
                ${fieldChanges(change, this.titleOf).map(
                  ({ name, from, to }) =>
                    html`<div class="field">
                      ${name}${change.kind === 'update' && from ? html` <span class="soft">${from}</span> →` : ' '}
                      ${change.kind === 'delete' ? from : to}
                    </div>`,
                )}
              </li>
            `,
          )}
        </ol>
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('关闭', { id: 'dialog.close' })}
        </button>
      </pb-dialog>
    `;
  }

  private async load(): Promise<void> {
    this.changes = null;
    this.problem = '';
    const asked = this.of;
    if (!asked) return;
    try {
      const changes = await recordHistory(asked.register, asked.record);
      if (this.of === asked) this.changes = changes;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
