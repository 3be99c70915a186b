import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { listBoards, type BoardDescription } from '../api/office-boards.ts';
import { asProblem } from '../api/problem.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { sideSection } from '../style/side-menu.ts';
import { datesOf, parsePlace, queryFor } from './board-place.ts';
import './pb-board-menu.ts';
import './pb-board-view.ts';

/** Section 看板: every computed view of the ledger, with its options, at any date. */
@customElement('pb-boards')
export class PbBoards extends PbElement {
  /** What the address says after the section: `permits?asOf=2017-11-30`. */
  @property() place = '';

  @state() private boards: readonly BoardDescription[] = [];
  @state() private problem = '';

  static override styles = [
    controls,
    sideSection,
    css`
      pb-board-view {
        flex: 1;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const { name, query } = parsePlace(this.place);
    const board = this.boards.find((each) => each.name === name) ?? this.boards[0] ?? null;
    return html`
      <pb-board-menu .boards=${this.boards} .current=${board?.name ?? ''} .dates=${datesOf(query)}></pb-board-menu>
      <div class="main">
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <pb-board-view .board=${board} .query=${board ? queryFor(board, query) : {}}></pb-board-view>
      </div>
    `;
  }

  private async load(): Promise<void> {
    try {
      this.boards = await listBoards();
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
