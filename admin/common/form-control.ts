/** The control of one field of a form, by its kind. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Field } from '../../core/register/field.ts';
import type { PageEvent } from './events.ts';
import { textOfValue, valueOfText } from './form-values.ts';
import { labelText } from './locale.ts';
import type { Choosable } from './references.ts';
import './pb-choose.ts';
import './pb-stops.ts';

type ControlEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement };

const LONG_TEXT = 100;

/** The one field that is set and never read; other secrets (a phone number) are shown to who may see them. */
const isPassword = (name: string): boolean => name === 'password';

export const isLong = (name: string, { kind, max = 0 }: Field): boolean =>
  kind === 'texts' ||
  kind === 'document' ||
  kind === 'references' ||
  (kind === 'text' && !isPassword(name) && max > LONG_TEXT);

const inputType = (name: string, { kind }: Field): string =>
  isPassword(name) ? 'password' : kind === 'date' || kind === 'month' ? kind : 'text';

export interface ControlParts {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  readonly disabled: boolean;
  /** What is wrong with the value; empty when nothing is. */
  readonly error: string;
  /** The ids of what is said about the field beside it. */
  readonly describedBy: string;
  readonly options: readonly Choosable[];
  readonly set: (value: unknown) => void;
}

const choices = (field: Field, text: string) => html`
  <option value="" ?selected=${text === ''}>${field.optional ? '—' : msg('请选择', { id: 'form.choose' })}</option>
  ${Object.entries(field.choices ?? {}).map(
    ([id, label]) => html`<option value=${id} ?selected=${id === text}>${labelText(label)}</option>`,
  )}
`;

const textControl = ({ name, field, value, disabled, error, describedBy, set }: ControlParts) => {
  const text = textOfValue(field, value);
  const onText = (event: ControlEvent): void => set(valueOfText(field, event.target.value));
  const said = describedBy || nothing;
  return isLong(name, field)
    ? html`<textarea
        id=${name}
        aria-invalid=${error !== ''}
        aria-describedby=${said}
        aria-required=${!field.optional}
        ?disabled=${disabled}
        .value=${text}
        @change=${onText}
      ></textarea>`
    : html`<input
        id=${name}
        type=${inputType(name, field)}
        inputmode=${field.kind === 'yuan' ? 'decimal' : field.kind === 'integer' ? 'numeric' : nothing}
        autocomplete=${isPassword(name) ? 'new-password' : 'off'}
        aria-invalid=${error !== ''}
        aria-describedby=${said}
        aria-required=${!field.optional}
        ?disabled=${disabled}
        .value=${text}
        @change=${onText}
      />`;
};

const chooseControl = ({ name, field, value, disabled, error, options, set }: ControlParts) => {
  const several = field.kind === 'references';
  const chosen = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  return html`<pb-choose
    id=${name}
    .label=${labelText(field.label)}
    .options=${options}
    .chosen=${chosen}
    .description=${error}
    ?multiple=${several}
    ?disabled=${disabled}
    ?invalid=${error !== ''}
    ?required=${!field.optional}
    @pb-chosen-records=${(event: PageEvent<'pb-chosen-records'>) => {
      event.stopPropagation();
      const ids = event.detail;
      set(ids.length === 0 ? undefined : several ? ids : ids[0]);
    }}
  ></pb-choose>`;
};

/** Windows of a schedule have an editor of their own, on the page of the screens. */
const scheduleWords = (value: unknown): string => {
  const count = Array.isArray(value) ? value.length : 0;
  return msg(str`${count} 个时段；在“屏幕”的屏幕组一行点“时段”修改`, { id: 'form.schedule' });
};

const documentControl = ({ name, value, disabled, set }: ControlParts) => {
  if (name === 'schedule') return html`<span id=${name} class="help" tabindex="-1">${scheduleWords(value)}</span>`;
  return name === 'stops'
    ? html`<pb-stops
        id=${name}
        .value=${value}
        ?disabled=${disabled}
        @pb-stops=${(event: PageEvent<'pb-stops'>) => {
          event.stopPropagation();
          set(event.detail);
        }}
      ></pb-stops>`
    : html`<pre id=${name} tabindex="0">${value === undefined ? '—' : JSON.stringify(value, null, 2)}</pre>`;
};

/** The control of a field. */
export function formControl(parts: ControlParts) {
  const { name, field, value, disabled, error, describedBy, set } = parts;
  switch (field.kind) {
    case 'boolean':
      return html`<input
        id=${name}
        type="checkbox"
        ?disabled=${disabled}
        .checked=${live(value === true)}
        @change=${(event: Event & { readonly target: HTMLInputElement }) => set(event.target.checked)}
      />`;
    case 'choice':
      return html`<select
        id=${name}
        aria-invalid=${error !== ''}
        aria-describedby=${describedBy || nothing}
        aria-required=${!field.optional}
        ?disabled=${disabled}
        @change=${(event: ControlEvent) => set(valueOfText(field, event.target.value))}
      >
        ${choices(field, textOfValue(field, value))}
      </select>`;
    case 'reference':
    case 'references':
      return chooseControl(parts);
    case 'document':
      return documentControl(parts);
    default:
      return textControl(parts);
  }
}
