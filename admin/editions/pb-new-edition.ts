import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { REGISTERS } from '../../core/registers/index.ts';
import { EDITION_RHYTHMS } from '../../core/registers/editions.ts';
import { createEdition } from '../api/editions.ts';
import { asProblem } from '../api/problem.ts';
import { listRecords } from '../api/records.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { emptyValues, problemCodes, type FormValues } from '../common/form-values.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { stepProblemText } from './edition-words.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';

const { asOf, rhythm, title, number } = REGISTERS.editions.fields;

/** The number and the title follow from the year's last edition unless they are given. */
const FIELDS = { asOf, rhythm, number: { ...number, optional: true }, title: { ...title, optional: true } };

const isRhythm = (value: unknown): value is keyof typeof EDITION_RHYTHMS =>
  typeof value === 'string' && Object.hasOwn(EDITION_RHYTHMS, value);

/** Draws up an edition; fires `pb-edition` with its id, or `pb-close`. */
@customElement('pb-new-edition')
export class PbNewEdition extends PbElement {
  @property({ type: Boolean }) open = false;

  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private problem = '';
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      .message {
        margin-bottom: 12px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.values = { ...emptyValues(FIELDS), rhythm: 'weekly' };
    this.errors = {};
    this.problem = '';
    void this.propose();
  }

  protected override render() {
    return html`
      <pb-dialog heading=${msg('新建期次', { id: 'editions.create' })} ?open=${this.open} @pb-close=${this.onClose}>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <pb-form
          .fields=${FIELDS}
          .values=${this.values}
          .errors=${this.errors}
          @pb-values=${(event: PageEvent<'pb-values'>) => {
            event.stopPropagation();
            this.values = event.detail;
          }}
        ></pb-form>
        <p class="soft small">
          ${msg('期号、标题可不填：期号接着本年最后一期，标题为“第N期”。', { id: 'editions.create-help' })}
        </p>
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        <button slot="actions" type="button" class="primary" ?disabled=${this.busy} @click=${() => void this.create()}>
          ${msg('建立', { id: 'editions.create-do' })}
        </button>
      </pb-dialog>
    `;
  }

  /** The office's own cut-off date, unless one was typed meanwhile. */
  private async propose(): Promise<void> {
    try {
      const { records } = await listRecords('settings');
      const known = records[0]?.asOf;
      if (known && !this.values['asOf']) this.values = { ...this.values, asOf: known };
    } catch (error) {
      this.problem = stepProblemText(asProblem(error));
    }
  }

  private async create(): Promise<void> {
    const codes = Object.entries(problemCodes(FIELDS, this.values));
    this.errors = Object.fromEntries(codes.map(([name, code]) => [name, fieldProblemText(code)]));
    const { asOf: date, rhythm: chosen, title: called, number: numbered } = this.values;
    if (codes.length > 0 || typeof date !== 'string' || !isRhythm(chosen)) return;
    this.busy = true;
    this.problem = '';
    try {
      const { id } = await createEdition({
        asOf: date,
        rhythm: chosen,
        ...(typeof called === 'string' && called !== '' ? { title: called } : {}),
        ...(typeof numbered === 'number' ? { number: numbered } : {}),
      });
      fire(this, 'pb-edition', id);
    } catch (error) {
      const problem = asProblem(error);
      this.errors = fieldProblems(problem.errors, FIELDS);
      this.problem = stepProblemText(problem);
    } finally {
      this.busy = false;
    }
  }

  private onClose(event: Event): void {
    event.stopPropagation();
    fire(this, 'pb-close', undefined);
  }
}
