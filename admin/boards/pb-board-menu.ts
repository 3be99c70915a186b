import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BoardDescription, BoardQuery } from '../api/office-boards.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { sideMenu } from '../style/side-menu.ts';
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

  /** The link that was last brought into view: afterwards the menu stays where somebody scrolls it to. */
  private seen: Element | null = null;

  static override styles = [
    controls,
    sideMenu,
    css`
      h2 {
        margin: 8px 8px 2px;
        font-size: 13px;
        color: var(--ink-soft);
      }
      div:first-child h2 {
        margin-top: 0;
      }
      a {
        padding: 3px 8px 3px 14px;
      }
      @media (max-width: 700px) {
        a {
          padding-block: 7px;
        }
      }
    `,
  ];

  protected override updated(): void {
    const chosen = this.renderRoot.querySelector('a[aria-current]');
    if (chosen === this.seen) return;
    this.seen = chosen;
    chosen?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    return html`
      <button class="toggle" type="button" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        <span>${msg('选择看板', { id: 'boards.choose' })}</span><span aria-hidden="true">${this.open ? '▲' : '▼'}</span>
      </button>
      <nav class="panel ${this.open ? '' : 'closed'}" aria-label=${msg('看板', { id: 'section.boards' })}>
        ${groupsOf(this.boards).map(
          ({ name, boards }) => html`
            <div role="group" aria-label=${groupText(name)}>
              <h2>${groupText(name)}</h2>
              ${boards.map((board) => this.renderLink(board))}
            </div>
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
