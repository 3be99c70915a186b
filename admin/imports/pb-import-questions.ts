import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { IMPORT_CODES, questionText, type ImportCode } from '../../core/import/codes.ts';
import type { ImportColumn, ImportQuestion } from '../../core/import/types.ts';
import { fire } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { rowsText } from './import-words.ts';
import { questionGroups, unsentAnswers, type QuestionGroup } from './question-groups.ts';

type Chosen = Event & { readonly target: HTMLSelectElement | HTMLInputElement };

/** More options than this are a list to choose from. */
const MOST_RADIOS = 4;
/** Cards of a group that are drawn at once; the next ones come when these are answered. */
const MOST_CARDS = 60;

/** The words of a question; it is about as many as it has rows. */
const wordsOf = ({ code, parameters, rows }: ImportQuestion): string =>
  labelText(questionText(code, { count: String(rows.length), ...parameters }));

/** What only a person can decide, as cards; fires `pb-import-choice` with the answers. */
@customElement('pb-import-questions')
export class PbImportQuestions extends PbElement {
  @property({ attribute: false }) questions: readonly ImportQuestion[] = [];
  @property({ attribute: false }) columns: readonly ImportColumn[] = [];
  @property({ type: Boolean }) disabled = false;

  /** Chosen or typed and not sent, by the question's id. */
  @state() private drafts: Readonly<Record<string, string>> = {};
  /** Answers that were sent and could not be read: their questions are still open. */
  @state() private refused: Readonly<Record<string, string>> = {};
  #sent: Readonly<Record<string, string>> = {};

  static override styles = [
    controls,
    css`
      :host {
        padding: 12px 16px;
      }
      .group {
        margin-top: 12px;
      }
      .group > .bar {
        margin-bottom: 6px;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
        gap: 10px;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-left: 3px solid var(--warn);
        border-radius: var(--radius);
      }
      fieldset.ready {
        border-left-color: var(--accent);
      }
      fieldset.answered {
        border-left-color: var(--good);
      }
      legend {
        float: left;
        width: 100%;
        padding: 0;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      legend + * {
        clear: both;
      }
      .where {
        margin: 2px 0 6px;
      }
      .bar h3 {
        margin: 0;
      }
      .all select {
        width: auto;
        max-width: 240px;
        margin: 0;
      }
      input[type='radio'] {
        min-height: 0;
        margin: 0;
      }
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 16px;
      }
      .options label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        max-width: 100%;
      }
      select,
      input.free {
        width: 100%;
        margin-top: 6px;
      }
      .refused {
        margin-top: 4px;
        color: var(--bad);
      }
      details {
        margin-top: 12px;
      }
      summary {
        cursor: pointer;
      }
      .apply {
        position: sticky;
        bottom: 8px;
        z-index: 2;
        margin-top: 12px;
        padding: 8px 12px;
        border: 1px solid var(--accent);
        border-radius: 6px;
        background: var(--accent-soft);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('questions')) return;
    this.drafts = unsentAnswers(this.questions, this.drafts);
    const open = new Set(this.questions.filter(({ answer }) => answer === undefined).map(({ id }) => id));
    this.refused = Object.fromEntries(Object.entries(this.#sent).filter(([id]) => open.has(id)));
    this.#sent = {};
  }

  protected override render() {
    const open = this.questions.filter(({ answer }) => answer === undefined);
    const answered = this.questions.filter(({ answer }) => answer !== undefined);
    return html`
      <div class="bar">
        <h2>${msg('需要您确认', { id: 'import.questions' })}</h2>
        ${
          open.length > 0
            ? html`<span class="badge warn">${msg(str`${open.length} 个未答`, { id: 'import.open-count' })}</span>`
            : html`<span class="badge good">✓ ${msg('都已回答', { id: 'import.all-answered' })}</span>`
        }
      </div>
      ${questionGroups(open).map((group) => this.renderGroup(group))}
      ${
        answered.length > 0
          ? html`<details>
              <summary>${msg(str`已回答 ${answered.length} 个，可修改`, { id: 'import.answered' })}</summary>
              ${questionGroups(answered).map((group) => this.renderGroup(group))}
            </details>`
          : nothing
      }
      ${this.renderApply()}
    `;
  }

  private renderApply() {
    const count = Object.keys(unsentAnswers(this.questions, this.drafts)).length;
    if (count === 0) return nothing;
    return html`
      <div class="bar apply">
        <span>${msg(str`已选 ${count} 个回答`, { id: 'import.drafts' })}</span>
        <span class="grow"></span>
        <button type="button" @click=${() => (this.drafts = {})}>${msg('清除', { id: 'import.clear' })}</button>
        <button class="primary" type="button" ?disabled=${this.disabled} @click=${this.onApply}>
          ${msg('应用回答，重新预览', { id: 'import.apply' })}
        </button>
      </div>
    `;
  }

  private renderGroup({ code, questions, common }: QuestionGroup) {
    return html`
      <div class="group">
        ${code === null ? nothing : this.renderGroupHead(code, questions, common)}
        <div class="cards">
          ${repeat(
            questions.slice(0, MOST_CARDS),
            ({ id }) => id,
            (question) => this.renderCard(question),
          )}
        </div>
        ${
          questions.length > MOST_CARDS
            ? html`<p class="soft">
                ${msg(str`另有 ${questions.length - MOST_CARDS} 个，答完这些后显示`, { id: 'import.more-questions' })}
              </p>`
            : nothing
        }
      </div>
    `;
  }

  private renderGroupHead(code: ImportCode, questions: readonly ImportQuestion[], common: QuestionGroup['common']) {
    return html`
      <div class="bar">
        <h3>${labelText(IMPORT_CODES[code].label)} <span class="soft">${questions.length}</span></h3>
        ${
          common.length > 0
            ? html`<label class="small all">
                ${msg('本组全部', { id: 'import.all-of-group' })}
                <select .value=${live('')} @change=${({ target }: Chosen) => this.answerAll(questions, target.value)}>
                  <option value="">${msg('请选择', { id: 'form.choose' })}</option>
                  ${common.map(({ value, label }) => html`<option value=${value}>${labelText(label)}</option>`)}
                </select>
              </label>`
            : nothing
        }
      </div>
    `;
  }

  private renderCard(question: ImportQuestion) {
    const { id, rows, answer } = question;
    const at = this.columns.find(({ index }) => index === question.column);
    const state = answer !== undefined ? 'answered' : this.drafts[id] ? 'ready' : '';
    const places = [
      rows.length > 0 ? rowsText(rows) : '',
      at ? msg(str`${at.letter} 列 ${at.heading}`, { id: 'import.column-at' }) : '',
    ];
    return html`
      <fieldset name=${id} class=${state} ?disabled=${this.disabled}>
        <legend>${wordsOf(question)}</legend>
        <div class="where soft small">${places.filter(Boolean).join(' · ')}</div>
        ${question.options.length > MOST_RADIOS ? this.renderList(question) : this.renderRadios(question)}
        ${question.allowFree ? this.renderFree(question) : nothing}
        ${
          this.refused[id] !== undefined && this.refused[id] === this.drafts[id]
            ? html`<div class="refused small" role="alert">
                ${msg('这个回答读不懂，请换一种写法', { id: 'import.unreadable-answer' })}
              </div>`
            : nothing
        }
      </fieldset>
    `;
  }

  private chosenOf({ id, answer }: ImportQuestion): string {
    return this.drafts[id] ?? answer ?? '';
  }

  private renderRadios(question: ImportQuestion) {
    const chosen = this.chosenOf(question);
    return html`
      <div class="options">
        ${question.options.map(
          ({ value, label }) => html`
            <label>
              <input
                type="radio"
                name=${question.id}
                .checked=${live(value === chosen)}
                @change=${() => this.answer(question.id, value)}
              />
              ${labelText(label)}
            </label>
          `,
        )}
      </div>
    `;
  }

  private renderList(question: ImportQuestion) {
    const told = this.chosenOf(question);
    // A typed answer is none of the list.
    const chosen = question.options.some(({ value }) => value === told) ? told : '';
    return html`
      <select
        aria-label=${wordsOf(question)}
        .value=${live(chosen)}
        @change=${({ target }: Chosen) => this.answer(question.id, target.value)}
      >
        <option value="" ?selected=${chosen === ''}>${msg('请选择', { id: 'form.choose' })}</option>
        ${question.options.map(
          ({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${labelText(label)}</option>`,
        )}
      </select>
    `;
  }

  private renderFree(question: ImportQuestion) {
    const chosen = this.chosenOf(question);
    const offered = question.options.some(({ value }) => value === chosen);
    const hint =
      question.options.length > 0
        ? msg('或填写正确的值', { id: 'import.free-or' })
        : msg('填写正确的值', { id: 'import.free' });
    return html`
      <input
        class="free"
        maxlength="500"
        placeholder=${hint}
        aria-label=${hint}
        .value=${live(offered ? '' : chosen)}
        @input=${({ target }: Chosen) => this.answer(question.id, target.value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !event.isComposing) this.onApply();
        }}
      />
    `;
  }

  private answer(id: string, value: string): void {
    const { [id]: _, ...others } = this.drafts;
    this.drafts = value === '' ? others : { ...others, [id]: value };
  }

  private answerAll(questions: readonly ImportQuestion[], value: string): void {
    if (value === '') return;
    this.drafts = { ...this.drafts, ...Object.fromEntries(questions.map(({ id }) => [id, value])) };
  }

  private onApply(): void {
    const answers = unsentAnswers(this.questions, this.drafts);
    if (this.disabled || Object.keys(answers).length === 0) return;
    this.#sent = answers;
    fire(this, 'pb-import-choice', { answers });
  }
}
