import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import type { NamedSource, Writer } from '../api/measures.ts';
import { momentText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { contributionText, fieldText } from './measure-words.ts';
import '../common/pb-history.ts';

/** The records that a number rests on: what each puts in, who entered and who verified it. */
@customElement('pb-sources')
export class PbSources extends PbElement {
  @property() viewer: Role = 'auditor';
  @property({ attribute: false }) sources: readonly NamedSource[] = [];
  /** So many more are not listed. */
  @property({ type: Number }) more = 0;

  @state() private history: {
    readonly register: RegisterName;
    readonly record: string;
    readonly title: string;
  } | null = null;

  static override styles = [
    controls,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 12px;
        padding: 5px 0;
        border-bottom: 1px solid var(--line);
      }
      li > .value {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .field {
        display: inline-block;
      }
      .people {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 10px;
      }
      .people button {
        min-height: 24px;
        padding: 0 4px;
        font-size: 13px;
      }
      a {
        color: var(--accent);
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render() {
    return html`
      <ul>
        ${this.sources.map((source) => this.renderSource(source))}
      </ul>
      ${
        this.more > 0
          ? html`<p class="soft small">${msg(str`另有 ${this.more} 条未列出`, { id: 'ranking.more' })}</p>`
          : nothing
      }
      <pb-history
        .of=${this.history}
        .viewer=${this.viewer}
        @pb-close=${this.closeHistory}
        @pb-written=${this.closeHistory}
      ></pb-history>
    `;
  }

  /** What surrounds the list closes with an event of the same name, and stays. */
  private readonly closeHistory = (event: Event): void => {
    event.stopPropagation();
    this.history = null;
  };

  private renderSource(source: NamedSource) {
    const { register, record, title, field, value } = source;
    return html`
      <li>
        <span>
          <a href=${routeHash('registers', register, record)}>${title}</a>
          <span class="field soft small">${fieldText(register, field)}</span>
        </span>
        <span class="value">${contributionText(register, field, value)}</span>
        <span class="people small soft">
          ${this.renderPerson(msg('录入', { id: 'ranking.entered' }), source.entered)}
          ${this.renderPerson(msg('核实', { id: 'ranking.verified' }), source.verified)}
          <button
            class="quiet"
            type="button"
            aria-label=${`${msg('变更历史', { id: 'history.heading' })} ${title}`}
            @click=${() => (this.history = { register, record, title })}
          >
            ${msg('变更历史', { id: 'history.heading' })}
          </button>
        </span>
      </li>
    `;
  }

  private renderPerson(what: string, writer: Writer | null) {
    if (!writer) return nothing;
    return html`<span>${what} ${writer.name} ${momentText(writer.at)}</span>`;
  }
}
