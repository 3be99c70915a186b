import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Field } from '../../core/register/field.ts';
import type { Role } from '../../core/register/role.ts';
import { controls } from '../style/controls.ts';
import { fire } from './events.ts';
import { startsFor, stepsFor } from './flow-steps.ts';
import { formControl, isLong } from './form-control.ts';
import { formStyles } from './form-styles.ts';
import type { FormFields, FormValues } from './form-values.ts';
import { labelText } from './locale.ts';
import { PbElement } from './pb-element.ts';
import { plainText } from './plain-text.ts';
import type { References } from './references.ts';

type Words = Readonly<Record<string, string>>;

/** A form that follows from declared fields; it checks nothing itself and fires `pb-values` after each edit. */
@customElement('pb-form')
export class PbForm extends PbElement {
  @property({ attribute: false }) fields: FormFields = {};
  @property({ attribute: false }) values: FormValues = {};
  /** Words beside fields, by name. */
  @property({ attribute: false }) errors: Words = {};
  /** Doubts about values, beside their fields. */
  @property({ attribute: false }) doubts: Words = {};
  /** What is good to know about fields, below them. */
  @property({ attribute: false }) hints: Words = {};
  /** What somebody else wrote meanwhile, beside the fields that differ. */
  @property({ attribute: false }) theirs: Words = {};
  @property({ attribute: false }) references: References = new Map();
  @property({ type: Boolean }) disabled = false;
  /** Fields that this account may not write. */
  @property({ attribute: false }) locked: ReadonlySet<string> = new Set();
  /** Secret fields whose value this account may ask for and has not yet. */
  @property({ attribute: false }) hiddenSecrets: ReadonlySet<string> = new Set();
  /** Registers in which this account may make records from within the form. */
  @property({ attribute: false }) creatable: ReadonlySet<string> = new Set();
  /** The state of the record as it is stored, where states follow on each other; null for a new record. */
  @property({ attribute: false }) stored: FormValues | null = null;
  /** Whose next states are offered; without one a state is a list to choose from. */
  @property({ attribute: false }) viewer: Role | null = null;

  static override styles = [controls, formStyles];

  /** Focuses the first control. */
  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('input:enabled, select:enabled, textarea:enabled, pb-choose')?.focus(),
    );
  }

  /** Focuses the control of a field. */
  focusField(name: string): void {
    void this.updateComplete.then(() => {
      const control = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(name)}`);
      control?.scrollIntoView({ block: 'nearest' });
      control?.focus();
    });
  }

  protected override render() {
    return html`
      <div class="fields">${Object.entries(this.fields).map(([name, field]) => this.renderField(name, field))}</div>
    `;
  }

  private renderField(name: string, field: Field) {
    const long = isLong(name, field);
    const flag = field.kind === 'boolean';
    const label = this.renderLabel(name, field);
    const control =
      field.flow && this.viewer ? this.renderStates(name, field, this.viewer) : this.renderControl(name, field);
    return html`
      <div class="field ${long ? 'long' : ''} ${flag ? 'flag' : ''}">
        ${flag ? [control, label] : [label, control]} ${this.renderHelp(name, field)} ${this.renderHint(name)}
        ${this.renderWords(name, 'error', this.errors)} ${this.renderWords(name, 'doubt', this.doubts)}
        ${this.renderWords(name, 'theirs', this.theirs)}
      </div>
    `;
  }

  private renderLabel(name: string, field: Field) {
    const required = !field.optional && field.kind !== 'boolean' && !(field.secret && this.stored);
    return html`
      <label for=${name}>
        ${labelText(field.label)}${field.kind === 'yuan' ? msg('（万元）', { id: 'form.in-wan' }) : nothing}${
          field.kind === 'texts' ? msg('（每行一个）', { id: 'form.one-a-line' }) : nothing
        }${required ? html`<span class="error" aria-hidden="true"> *</span>` : nothing}
      </label>
    `;
  }

  /** Bounds that a person can run into; those of the storage are not worth a line. */
  private renderHelp(name: string, { kind, min = 0, max = 0, secret }: Field) {
    if (secret && this.hiddenSecrets.has(name)) return nothing;
    if (kind === 'integer' && max < 1_000_000)
      return html`<span class="help" id=${`${name}-help`}>${msg(str`${min} 至 ${max}`, { id: 'form.range' })}</span>`;
    if (kind === 'yuan' && min < 0)
      return html`<span class="help" id=${`${name}-help`}>${msg('可以是负数', { id: 'form.negative' })}</span>`;
    return nothing;
  }

  private renderHint(name: string) {
    const text = this.hints[name];
    return text ? html`<span class="help" id=${`${name}-hint`}>${text}</span>` : nothing;
  }

  private renderWords(name: string, kind: 'error' | 'doubt' | 'theirs', words: Words) {
    const text = words[name];
    return text
      ? html`<span class=${kind} id=${`${name}-${kind}`} role=${kind === 'error' ? 'alert' : 'status'}>${text}</span>`
      : nothing;
  }

  private renderControl(name: string, field: Field) {
    const control = formControl({
      name,
      field,
      value: this.values[name],
      disabled: this.disabled || this.locked.has(name) || this.hiddenSecrets.has(name),
      error: this.errors[name] ?? '',
      describedBy: (['hint', 'error', 'doubt', 'theirs'] as const)
        .filter(
          (kind) => ({ hint: this.hints, error: this.errors, doubt: this.doubts, theirs: this.theirs })[kind][name],
        )
        .map((kind) => `${name}-${kind}`)
        .join(' '),
      options: field.target ? (this.references.get(field.target) ?? []) : [],
      set: (value) => this.set(name, value),
    });
    const button = this.renderButton(name, field);
    return button === nothing ? control : html`<div class="with-button">${control}${button}</div>`;
  }

  /** What goes beside a control: showing a secret, making the record that it should point to. */
  private renderButton(name: string, field: Field) {
    const label = labelText(field.label);
    if (this.hiddenSecrets.has(name)) {
      const word = msg('显示', { id: 'form.reveal' });
      return html`<button type="button" aria-label=${`${word} ${label}`} @click=${() => fire(this, 'pb-reveal', name)}>
        ${word}
      </button>`;
    }
    const makes = field.target !== undefined && this.creatable.has(field.target);
    if (!makes || this.disabled || this.locked.has(name)) return nothing;
    const word = msg('新增', { id: 'change.create' });
    return html`<button
      type="button"
      aria-label=${`${word} ${label}`}
      @click=${() => fire(this, 'pb-new-record', name)}
    >
      ＋
    </button>`;
  }

  /** The present state and the states that it may be led on to. */
  private renderStates(name: string, field: Field, viewer: Role) {
    const from: unknown = this.stored?.[name];
    const chosen = this.values[name];
    const next = this.stored ? stepsFor(field, from, viewer) : startsFor(field, viewer);
    const word = (state: unknown): string => {
      const label = field.choices?.[plainText(state)];
      return label ? labelText(label) : plainText(state);
    };
    return html`
      <div class="states" id=${name} role="group" tabindex="-1" aria-label=${labelText(field.label)}>
        ${from === undefined ? nothing : html`<span class="badge" data-state=${plainText(from)}>${word(from)}</span>`}
        ${from !== undefined && next.length > 0 && !this.disabled ? html`<span aria-hidden="true">→</span>` : nothing}
        ${
          this.disabled || this.locked.has(name)
            ? nothing
            : next.map(
                (state) => html`
                  <button
                    class=${state === chosen ? 'small chosen' : 'small'}
                    type="button"
                    aria-pressed=${state === chosen}
                    @click=${() => this.set(name, state === chosen && from !== undefined ? from : state)}
                  >
                    ${word(state)}
                  </button>
                `,
              )
        }
      </div>
    `;
  }

  private set(name: string, value: unknown): void {
    // Two controls may change before whoever listens has given the values back.
    this.values = { ...this.values, [name]: value };
    fire(this, 'pb-values', this.values);
  }
}
