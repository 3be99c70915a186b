import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BoardDescription, BoardQuery } from '../api/office-boards.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { groupsOf, groupText } from './board-groups.ts';
import { placeHash } from './board-place.ts';

/** The menu of the boards, by group. */
@customElement('pb-board-menu')
export class PbBoardMenu extends PbElement {
  @property({ attribute: false }) boards: readonly BoardDescription[] = [];
  @property() current = '';
  /** The dates that hold on other boards too. */
  @property({ attribute: false }) dates: BoardQuery = {};

  /** On a narrow page the menu opens over the board only while one is choosing. */
  @state() private open = false;

  static override styles = [
    controls,
    css`
      :host {
        min-height: 0;
      }
      nav {
        max-height: 100%;
        padding: 8px;
        overflow: auto;
      }
      h2 {
        margin: 8px 8px 2px;
        font-size: 13px;
        color: var(--ink-soft);
      }
      h2:first-child {
        margin-top: 0;
      }
      a {
        display: block;
        padding: 3px 8px 3px 14px;
        border-radius: var(--radius);
        color: var(--ink);
        text-decoration: none;
      }
      a:hover {
        background: var(--surface-soft);
      }
      a[aria-current] {
        background: var(--accent-soft);
        color: var(--accent-deep);
        font-weight: 600;
      }
      .toggle {
        display: none;
        width: 100%;
        justify-content: space-between;
      }
      @media (max-width: 700px) {
        .toggle {
          display: flex;
        }
        nav {
          margin-top: 4px;
          max-height: 50vh;
        }
        nav.closed {
          display: none;
        }
        a {
          padding-block: 7px;
        }
      }
    `,
  ];

  protected override render() {
    return html`
      <button class="toggle" type="button" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        <span>${msg('选择看板', { id: 'boards.choose' })}</span><span aria-hidden="true">${this.open ? '▲' : '▼'}</span>
      </button>
      <nav class="panel ${this.open ? '' : 'closed'}" aria-label=${msg('看板', { id: 'section.boards' })}>
        ${groupsOf(this.boards).map(
          ({ name, boards }) => html`
            <h2>${groupText(name)}</h2>
            ${boards.map((board) => this.renderLink(board))}
          `,
        )}
      </nav>
    `;
  }

  private renderLink({ name, label }: BoardDescription) {
    return html`
      <a
        href=${placeHash({ name, query: this.dates })}
        aria-current=${name === this.current ? 'page' : nothing}
        @click=${() => (this.open = false)}
        >${labelText(label)}</a
      >
    `;
  }
}
