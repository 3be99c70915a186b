import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Action } from '../../core/actions/action.ts';
import type { Amounts } from '../../core/actions/amounts.ts';
import { isObject } from '../../core/result.ts';
import { parseDate } from '../../core/time.ts';
import { refusalWords, runAction, type ActionWrite } from '../api/actions.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { emptyValues, presentValues, problemCodes, type FormValues } from '../common/form-values.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { loadReferences, type References } from '../common/references.ts';
import { saidWarnings, warningsIn, type SaidWarning } from '../common/warning-words.ts';
import { controls } from '../style/controls.ts';
import { loadAmounts } from './origin-amounts.ts';
import type { PartRow } from './pb-parts.ts';
import { loadWrittenReferences } from './written-references.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';
import './pb-action-writes.ts';
import './pb-parts.ts';

/** A split begins with the two rows that it needs at least. */
const NO_PARTS: readonly PartRow[] = [{}, {}];

/** Asks for what an action needs, shows every record that it would write, and writes them when confirmed. */
@customElement('pb-action-dialog')
export class PbActionDialog extends PbElement {
  @property({ attribute: false }) action: Action | null = null;
  /** What is filled in already. */
  @property({ attribute: false }) initial: FormValues = {};

  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private problem = '';
  @state() private busy = false;
  @state() private references: References = new Map();
  /** What would be written; null before it was asked. */
  @state() private writes: readonly ActionWrite[] | null = null;
  /** What the writes point to, by name. */
  @state() private named: References = new Map();
  /** What is doubtful about it. */
  @state() private warnings: readonly SaidWarning[] = [];
  @state() private reason = '';
  /** What the project has that is to be split; null where there is none. */
  @state() private whole: Amounts | null = null;

  static override styles = [
    controls,
    css`
      .parts {
        margin-top: 12px;
      }
      .message {
        margin-bottom: 12px;
      }
      .wrong {
        color: var(--bad);
      }
      label {
        display: block;
        margin: 12px 0 4px;
      }
      input {
        width: 100%;
      }
      p {
        margin: 0 0 12px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.values = { ...emptyValues(this.fields), ...this.initial };
    void this.load();
  }

  protected override render() {
    if (!this.action) return nothing;
    return html`
      <pb-dialog wide open heading=${labelText(this.action.label)} @pb-close=${this.onClose}>
        <p class="soft">${labelText(this.action.help)}</p>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <pb-form
          .fields=${this.plainFields}
          .values=${this.values}
          .errors=${this.errors}
          .references=${this.references}
          @pb-values=${this.onValues}
        ></pb-form>
        ${this.renderParts()}
        ${
          this.writes
            ? html`<pb-action-writes
                .writes=${this.writes}
                .warnings=${this.warnings}
                .references=${this.named}
              ></pb-action-writes>`
            : nothing
        }
        ${this.renderReason()}
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        <button slot="actions" type="button" ?disabled=${this.busy} @click=${() => void this.run(true)}>
          ${msg('预览', { id: 'actions.preview' })}
        </button>
        <button
          slot="actions"
          type="button"
          class="primary"
          ?disabled=${this.busy || !this.writes || this.writes.length === 0}
          @click=${() => void this.run(false)}
        >
          ${msg('确认执行', { id: 'actions.confirm' })}
        </button>
      </pb-dialog>
    `;
  }

  /** What a form cannot hold in one control. */
  private renderParts() {
    if (!this.fields['parts']) return nothing;
    const error = this.errors['parts'];
    return html`
      <div class="parts">
        <pb-parts
          role="group"
          aria-label=${labelText(this.fields['parts'].label)}
          .rows=${this.rows}
          .whole=${this.whole}
          ?checked=${error !== undefined}
          @pb-parts=${(event: PageEvent<'pb-parts'>) => {
            event.stopPropagation();
            this.take({ ...this.values, parts: event.detail });
          }}
        ></pb-parts>
        ${error ? html`<div class="wrong small" role="alert">${error}</div>` : nothing}
      </div>
    `;
  }

  /** What is doubtful is written only with a reason. */
  private renderReason() {
    if (this.warnings.length === 0) return nothing;
    const error = this.errors['reason'] ?? '';
    return html`
      <label for="reason">${msg('数值无误的原因（必填）', { id: 'record.reason-required' })}</label>
      <input
        id="reason"
        maxlength="500"
        autocomplete="off"
        aria-invalid=${error !== ''}
        aria-describedby=${error ? 'reason-error' : nothing}
        .value=${this.reason}
        @change=${(event: Event & { readonly target: HTMLInputElement }) => (this.reason = event.target.value)}
      />
      ${error ? html`<div id="reason-error" class="wrong small" role="alert">${error}</div>` : nothing}
    `;
  }

  private get fields() {
    return this.action?.fields ?? {};
  }

  private get plainFields() {
    const { parts: _parts, ...plain } = this.fields;
    return plain;
  }

  private get rows(): readonly PartRow[] {
    const rows = this.values['parts'];
    return Array.isArray(rows) ? rows.filter(isObject) : NO_PARTS;
  }

  private async load(): Promise<void> {
    try {
      this.references = await loadReferences(this.fields);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async run(preview: boolean): Promise<void> {
    if (!this.action || !this.isUsable(preview)) return;
    this.busy = true;
    this.problem = '';
    try {
      const outcome = await runAction(this.action.name, presentValues(this.fields, this.values), {
        ...(preview && { preview }),
        ...(!preview && this.warnings.length > 0 && this.confirmation),
      });
      if (!preview) return fire(this, 'pb-written', undefined);
      this.named = await loadWrittenReferences(outcome.writes);
      this.writes = outcome.writes;
      this.warnings = saidWarnings(outcome.warnings);
    } catch (error) {
      this.refused(asProblem(error));
    } finally {
      this.busy = false;
    }
  }

  private get confirmation() {
    return { confirm: [...new Set(this.warnings.map(({ code }) => code))], reason: this.reason.trim() };
  }

  /** Whether the form can be sent; says beside the fields what is missing. */
  private isUsable(preview: boolean): boolean {
    const codes = problemCodes(this.fields, this.values);
    const errors = Object.fromEntries(
      Object.entries(codes).map(([name, code]) => [
        name,
        name === 'parts'
          ? msg('请补全标出的格子，项目编号不能重复', { id: 'parts.wrong' })
          : fieldProblemText(code, this.fields[name]),
      ]),
    );
    const needsReason = !preview && this.warnings.length > 0 && this.reason.trim() === '';
    this.errors = { ...errors, ...(needsReason && { reason: fieldProblemText('required') }) };
    return Object.keys(this.errors).length === 0;
  }

  private refused(problem: ApiProblem): void {
    const errors = problem.errors.map((each) => ({ ...each, path: each.path.replace(/^values\//, '') }));
    const words = Object.entries(refusalWords(problem)).map(([name, label]) => [name, labelText(label)]);
    this.problem = problemText(problem);
    this.errors = { ...fieldProblems(errors, this.fields), ...Object.fromEntries(words) };
    this.warnings = warningsIn(problem);
  }

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    this.take({ ...this.values, ...event.detail });
  }

  private take(values: FormValues): void {
    const { project, on } = this.values;
    this.values = values;
    this.errors = {};
    this.problem = '';
    this.writes = null;
    this.warnings = [];
    if (this.fields['parts'] && (project !== values['project'] || on !== values['on'])) void this.loadWhole();
  }

  /** The figures that the parts must add up to. */
  private async loadWhole(): Promise<void> {
    const { project, on } = this.values;
    this.whole = null;
    const date = typeof on === 'string' ? parseDate(on) : null;
    if (typeof project !== 'string' || !date) return;
    try {
      const whole = await loadAmounts(project, date);
      if (project === this.values['project'] && on === this.values['on']) this.whole = whole;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onClose(event: Event): void {
    event.stopPropagation();
    fire(this, 'pb-close', undefined);
  }
}
