import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { listEvents, type AuditEvent } from '../api/events.ts';
import { asProblem } from '../api/problem.ts';
import { actorText, type TitleOf } from '../common/change-words.ts';
import { momentText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { loadTitles, titlesIn, type References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import { detailText, EVENT_KINDS, eventKindText, isRefusal, subjectText } from './event-words.ts';

/** Registers whose records events are about. */
const NAMED = ['users', 'tokens', 'units', 'leaders', 'projects'] as const;
const PAGE = 100;

type Chosen = Event & { readonly target: HTMLSelectElement };

/** Who signed in, was refused, took something out: newest first. */
@customElement('pb-events')
export class PbEvents extends PbElement {
  @state() private events: readonly AuditEvent[] | null = null;
  @state() private references: References = new Map();
  @state() private kind = '';
  @state() private actor = '';
  @state() private ended = false;
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
        min-height: 0;
      }
      .rows {
        flex: 1;
        min-height: 240px;
        overflow: auto;
      }
      table.list {
        min-width: 760px;
      }
      th:last-child {
        width: 36%;
      }
      td {
        font-variant-numeric: tabular-nums;
      }
      td:not(:last-child) {
        white-space: nowrap;
      }
      td:last-child {
        overflow-wrap: anywhere;
      }
      .none {
        padding: 0 12px;
      }
      .more {
        margin: 8px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const titleOf = titlesIn(this.references);
    return html`
      <div class="bar">
        <h2>${msg('操作记录', { id: 'people.events' })}</h2>
        <span class="grow"></span>
        <label>
          ${msg('事项', { id: 'event.kind' })}
          <select @change=${this.onKind}>
            <option value="">${msg('全部', { id: 'log.all' })}</option>
            ${EVENT_KINDS.map((kind) => html`<option value=${kind}>${eventKindText(kind)}</option>`)}
          </select>
        </label>
        <label>
          ${msg('操作人', { id: 'log.who' })}
          <select @change=${this.onActor}>
            <option value="">${msg('全部', { id: 'log.all' })}</option>
            ${['users', 'tokens'].flatMap((register) =>
              (this.references.get(register) ?? []).map(({ id, title }) => html`<option value=${id}>${title}</option>`),
            )}
          </select>
        </label>
        <button type="button" @click=${() => void this.load()}>${msg('刷新', { id: 'refresh' })}</button>
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div class="rows panel" tabindex="0" role="region" aria-label=${msg('操作记录', { id: 'people.events' })}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${msg('时间', { id: 'log.when' })}</th>
              <th scope="col">${msg('操作人', { id: 'log.who' })}</th>
              <th scope="col">${msg('事项', { id: 'event.kind' })}</th>
              <th scope="col">${msg('对象', { id: 'event.subject' })}</th>
              <th scope="col">${msg('来自', { id: 'event.address' })}</th>
              <th scope="col">${msg('详情', { id: 'event.detail' })}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.events ?? [],
              ({ seq }) => seq,
              (event) => this.renderEvent(event, titleOf),
            )}
          </tbody>
        </table>
        ${this.events?.length === 0 ? html`<p class="soft none">${msg('没有符合的记录', { id: 'event.none' })}</p>` : nothing}
        ${
          this.events && !this.ended
            ? html`<button class="quiet more" type="button" @click=${() => void this.more()}>
                ${msg('更早的记录', { id: 'event.more' })}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private renderEvent({ at, actor, kind, subject, address, detail }: AuditEvent, titleOf: TitleOf) {
    return html`
      <tr>
        <td>${momentText(at)}</td>
        <td>${actor.id === 'stranger' ? msg('未登录', { id: 'event.stranger' }) : actorText(actor)}</td>
        <td><span class=${isRefusal(kind) ? 'badge bad' : 'badge'}>${eventKindText(kind)}</span></td>
        <td>${subjectText(subject, titleOf)}</td>
        <td class="soft">${address ?? '—'}</td>
        <td class="soft">${detailText(detail)}</td>
      </tr>
    `;
  }

  private page(before?: number): Promise<readonly AuditEvent[]> {
    return listEvents({
      limit: PAGE,
      ...(this.kind ? { kind: this.kind } : {}),
      ...(this.actor ? { actor: this.actor } : {}),
      ...(before === undefined ? {} : { before }),
    });
  }

  private async load(): Promise<void> {
    try {
      const [events, references] = await Promise.all([this.page(), loadTitles(NAMED)]);
      this.events = events;
      this.references = references;
      this.ended = events.length < PAGE;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async more(): Promise<void> {
    try {
      const older = await this.page(this.events?.at(-1)?.seq);
      this.events = [...(this.events ?? []), ...older];
      this.ended = older.length < PAGE;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onKind({ target }: Chosen): void {
    this.kind = target.value;
    void this.load();
  }

  private onActor({ target }: Chosen): void {
    this.actor = target.value;
    void this.load();
  }
}
