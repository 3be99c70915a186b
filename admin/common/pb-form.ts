import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Field } from '../../core/register/field.ts';
import { controls } from '../style/controls.ts';
import { fire } from './events.ts';
import { textOfValue, valueOfText, type FormFields, type FormValues } from './form-values.ts';
import { labelText } from './locale.ts';
import { PbElement } from './pb-element.ts';
import type { References } from './references.ts';

type ControlEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement };

const LONG_TEXT = 100;

/** The one field that is set and never read; other secrets (a phone number) are shown to who may see them. */
const isPassword = (name: string): boolean => name === 'password';

const inputType = (name: string, { kind }: Field): string =>
  isPassword(name) ? 'password' : kind === 'date' || kind === 'month' ? kind : 'text';

/** A form that follows from declared fields; it checks nothing itself and fires `pb-values` after each edit. */
@customElement('pb-form')
export class PbForm extends PbElement {
  @property({ attribute: false }) fields: FormFields = {};
  @property({ attribute: false }) values: FormValues = {};
  /** Words beside fields, by name. */
  @property({ attribute: false }) errors: Readonly<Record<string, string>> = {};
  @property({ attribute: false }) references: References = new Map();
  @property({ type: Boolean }) disabled = false;

  static override styles = [
    controls,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 10px 16px;
      }
      .field {
        display: flex;
        flex-direction: column;
        gap: 3px;
      }
      .field.long {
        grid-column: 1 / -1;
      }
      .field.flag {
        flex-direction: row;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        min-height: 32px;
        align-self: end;
      }
      .error {
        color: var(--bad);
        font-size: 13px;
      }
    `,
  ];

  /** Focuses the first control. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('input, select, textarea')?.focus());
  }

  protected override render() {
    return html`
      <div class="fields">
        ${Object.entries(this.fields)
          .filter(([, { kind }]) => kind !== 'document')
          .map(([name, field]) => this.renderField(name, field))}
      </div>
    `;
  }

  private renderField(name: string, field: Field) {
    const error = this.errors[name];
    const long = field.kind === 'texts' || (field.kind === 'text' && !isPassword(name) && (field.max ?? 0) > LONG_TEXT);
    const label = html`
      <label for=${name}>
        ${labelText(field.label)}${field.kind === 'yuan' ? msg('（万元）', { id: 'form.in-wan' }) : nothing}${
          field.kind === 'texts' ? msg('（每行一个）', { id: 'form.one-a-line' }) : nothing
        }${field.optional || field.kind === 'boolean' ? nothing : html`<span class="error" aria-hidden="true"> *</span>`}
      </label>
    `;
    const control = this.renderControl(name, field, long);
    return html`
      <div class="field ${long ? 'long' : ''} ${field.kind === 'boolean' ? 'flag' : ''}">
        ${field.kind === 'boolean' ? [control, label] : [label, control]}
        ${error ? html`<span class="error" id=${`${name}-error`} role="alert">${error}</span>` : nothing}
      </div>
    `;
  }

  private renderControl(name: string, field: Field, long: boolean) {
    const value = this.values[name];
    const text = textOfValue(field, value);
    const invalid = this.errors[name] !== undefined;
    const describedBy = invalid ? `${name}-error` : nothing;
    const required = !field.optional;
    const onText = (event: ControlEvent): void => this.set(name, valueOfText(field, event.target.value));
    switch (field.kind) {
      case 'boolean':
        return html`<input
          id=${name}
          type="checkbox"
          ?disabled=${this.disabled}
          .checked=${live(value === true)}
          @change=${(event: Event & { readonly target: HTMLInputElement }) => this.set(name, event.target.checked)}
        />`;
      case 'choice':
      case 'reference':
        return html`
          <select
            id=${name}
            aria-invalid=${invalid}
            aria-describedby=${describedBy}
            aria-required=${required}
            ?disabled=${this.disabled}
            @change=${onText}
          >
            <option value="" ?selected=${text === ''}>
              ${field.optional ? '—' : msg('请选择', { id: 'form.choose' })}
            </option>
            ${this.optionsOf(field).map(({ id, title }) => html`<option value=${id} ?selected=${id === text}>${title}</option>`)}
          </select>
        `;
      default:
        return long
          ? html`<textarea
              id=${name}
              aria-invalid=${invalid}
              aria-describedby=${describedBy}
              aria-required=${required}
              ?disabled=${this.disabled}
              .value=${text}
              @change=${onText}
            ></textarea>`
          : html`<input
              id=${name}
              type=${inputType(name, field)}
              inputmode=${field.kind === 'yuan' ? 'decimal' : field.kind === 'integer' ? 'numeric' : nothing}
              autocomplete=${isPassword(name) ? 'new-password' : 'off'}
              aria-invalid=${invalid}
              aria-describedby=${describedBy}
              aria-required=${required}
              ?disabled=${this.disabled}
              .value=${text}
              @change=${onText}
            />`;
    }
  }

  private optionsOf(field: Field): readonly { readonly id: string; readonly title: string }[] {
    if (field.target) return this.references.get(field.target) ?? [];
    return Object.entries(field.choices ?? {}).map(([id, label]) => ({ id, title: labelText(label) }));
  }

  private set(name: string, value: unknown): void {
    fire(this, 'pb-values', { ...this.values, [name]: value });
  }
}
