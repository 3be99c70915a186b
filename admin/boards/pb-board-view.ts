import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { boardFigures, type BoardFigure } from '../../core/export/board-figures.ts';
import { boardTables } from '../../core/export/board-table.ts';
import type { Table } from '../../core/workbook/table.ts';
import {
  readBoard,
  type BoardAnswer,
  type BoardDescription,
  type BoardOption,
  type BoardQuery,
} from '../api/office-boards.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { ledgerRevision } from '../api/records.ts';
import { countText } from '../common/format.ts';
import { currentLocale, labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { plainText } from '../common/plain-text.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import type { References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import { basisText, cutOffText, pastText } from './basis-words.ts';
import { loadChoices } from './board-choices.ts';
import { placeHash, questionsOf } from './board-place.ts';
import { boardStyles } from './board-styles.ts';
import '../common/pb-export-links.ts';
import './pb-board-options.ts';
import './pb-board-table.ts';

const REFRESH_MS = 15_000;

/** Boards whose lines are one figure each: how many lines there are says nothing. */
const FACT_BOARDS: ReadonlySet<string> = new Set(['summary', 'yearSummary']);

/** A refusal in words: what was asked can be wrong, nothing was to be saved. */
const refusalText = (problem: ApiProblem): string => {
  if (problem.status === 400 || problem.status === 422)
    return msg('选项或日期不对，请改选', { id: 'boards.bad-options' });
  if (problem.status === 404) return msg('没有这样的内容，请改选', { id: 'boards.not-there' });
  return problemText(problem);
};

/** One board: what it says of the whole, and its lines as the export has them. It follows the ledger. */
@customElement('pb-board-view')
export class PbBoardView extends PbElement {
  @property({ attribute: false }) board: BoardDescription | null = null;
  @property({ attribute: false }) query: BoardQuery = {};

  @state() private answers: readonly BoardAnswer[] | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private choices: References = new Map();
  /** The newest question: an answer to an older one is late and dropped. */
  private asked = '';

  static override styles = [controls, boardStyles];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.follow());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.follow();
  }

  protected override willUpdate(): void {
    const asked = this.board ? placeHash({ name: this.board.name, query: this.query }) : '';
    if (asked === this.asked) return;
    const isSameBoard = asked.split('?')[0] === this.asked.split('?')[0];
    this.asked = asked;
    this.problem = null;
    if (!isSameBoard) this.answers = null;
    void this.load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('board') && this.board) void this.loadChoices(this.board.options);
  }

  protected override render() {
    if (!this.board) return nothing;
    const { label, name, options } = this.board;
    const tables = this.tables;
    const [table = null] = tables;
    const [first] = this.answers ?? [];
    return html`
      <div class="bar">
        <h1>${labelText(label)}</h1>
        <span class="soft" role="status">${this.statusText(table)}</span>
        <span class="grow"></span>
        ${
          table
            ? html`<pb-export-links
                path=${`/api/exports/boards/${name}`}
                .what=${labelText(label)}
                .query=${this.query}
              ></pb-export-links>`
            : nothing
        }
      </div>
      ${first ? html`<p class="basis soft small">${basisText(first.basis)}</p>` : nothing}
      <pb-board-options
        .options=${options}
        .query=${this.query}
        .taken=${first?.data ?? {}}
        .records=${this.choices}
        .set=${(option: string, value: string) => this.go(option, value)}
      ></pb-board-options>
      ${this.query['known'] ? this.renderPast(this.query['known']) : nothing}
      ${this.problem ? html`<div class="message bad" role="alert">${refusalText(this.problem)}</div>` : nothing}
      ${this.answers?.length === 1 && first ? this.renderFigures(boardFigures(name, first.data, this.locale)) : nothing}
      ${this.renderTables(tables)}
    `;
  }

  private get locale(): 'zh' | 'en' {
    return currentLocale() === 'en' ? 'en' : 'zh';
  }

  private get tables(): readonly Table[] {
    const [first] = this.answers ?? [];
    if (!this.board || !this.answers || !first) return [];
    return boardTables(
      this.board.name,
      this.answers.map(({ data }) => data),
      {
        locale: this.locale,
        label: this.board.label,
        asOf: first.asOf,
        office: plainText(first.basis['office']),
        demo: first.basis['demo'] === true,
      },
    );
  }

  private statusText(table: Table | null): string {
    if (this.problem) return '';
    const [first] = this.answers ?? [];
    if (!this.answers) return msg('正在读取…', { id: 'loading' });
    if (!first || !table) return '';
    const cutOff = cutOffText(first.asOf);
    return this.board && !FACT_BOARDS.has(this.board.name) ? `${cutOff} · ${countText(table.rows.length)}` : cutOff;
  }

  private renderPast(day: string) {
    return html`<div class="message warn" role="status">${pastText(day)}</div>`;
  }

  private renderFigures(figures: readonly BoardFigure[]) {
    if (figures.length === 0) return nothing;
    return html`
      <dl>
        ${figures.map(
          ({ label, value, unit, of }) => html`
            <div class="panel">
              <dt>${label}</dt>
              <dd class=${/\d/.test(value) ? '' : 'words'}>
                ${value}${unit || of ? html`<small>${unit || of}</small>` : nothing}
              </dd>
            </div>
          `,
        )}
      </dl>
    `;
  }

  private renderTables([table, ...further]: readonly Table[]) {
    if (this.answers?.length === 0)
      return html`<div class="panel none soft">${msg('请先在上面选择', { id: 'boards.choose-first' })}</div>`;
    if (!table) return nothing;
    return html`
      <div class="tables">
        ${
          table.rows.length === 0
            ? html`<div class="panel none soft">${msg('截至这一天没有要列出的内容', { id: 'boards.empty' })}</div>`
            : html`<pb-board-table .table=${table}></pb-board-table>`
        }
        ${further.filter(({ rows }) => rows.length > 0).map((each) => this.renderFurther(each))}
      </div>
    `;
  }

  private renderFurther(table: Table) {
    return html`
      <h2>${table.name} <span class="soft">${countText(table.rows.length)}</span></h2>
      <pb-board-table .table=${table}></pb-board-table>
    `;
  }

  private go(option: string, value: string): void {
    if (!this.board) return;
    const { asOf: _asOf, known: _known, ...own } = this.query;
    const query = option === 'dates' ? own : { ...this.query, [option]: value };
    location.hash = placeHash({ name: this.board.name, query });
  }

  private async load(): Promise<void> {
    const { board, query, asked } = this;
    if (!board) return;
    try {
      const answers = await Promise.all(questionsOf(board, query).map((each) => readBoard(board.name, each)));
      if (asked !== this.asked) return;
      this.answers = answers;
      this.problem = null;
    } catch (error) {
      if (asked !== this.asked) return;
      this.problem = asProblem(error);
      this.answers = null;
    }
  }

  private async loadChoices(options: readonly BoardOption[]): Promise<void> {
    try {
      const choices = await loadChoices(options);
      if (this.board?.options === options) this.choices = choices;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** Reads the board again once the ledger has moved on; a past ledger stays as it is. */
  private async follow(): Promise<void> {
    const [first] = this.answers ?? [];
    if (!this.board || this.query['known'] || this.answers?.length === 0) return;
    try {
      if ((await ledgerRevision()) !== first?.revision) await this.load();
      else this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }
}
