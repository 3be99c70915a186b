/** What every control of the scheme editor needs to know. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Label } from '../../core/register/label.ts';
import type { Definition } from '../../core/measures/definition.ts';
import { labelText } from '../common/locale.ts';
import { pathText, type Path } from './scheme-draft.ts';

export interface FormContext {
  readonly body: unknown;
  /** What is wrong, in words, by place. */
  readonly errors: ReadonlyMap<string, string>;
  readonly readonly: boolean;
  readonly measures: readonly Definition[];
  /** Sets what stands at a place; undefined takes it away. */
  readonly set: (path: Path, value: unknown) => void;
  /** Takes a whole scheme that was changed in more than one place. */
  readonly take: (body: unknown) => void;
}

export type ControlEvent = Event & {
  readonly target: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
};

export const controlId = (path: Path): string => `at/${pathText(path)}`;

/** Puts the focus on the control of a place, or of what it is in. */
export function focusControl(root: ParentNode, path: Path): void {
  for (let length = path.length; length > 0; length -= 1) {
    const control = root.querySelector<HTMLElement>(`#${CSS.escape(controlId(path.slice(0, length)))}`);
    if (control) {
      control.focus();
      return;
    }
  }
}

export const errorAt = ({ errors }: FormContext, path: Path): string => errors.get(pathText(path)) ?? '';

/** The words beside a place that is wrong. */
export const errorWords = (context: FormContext, path: Path): TemplateResult | typeof nothing => {
  const words = errorAt(context, path);
  return words ? html`<span class="error" id=${`error/${pathText(path)}`}>${words}</span>` : nothing;
};

export interface TextControl {
  readonly text: string;
  /** For people who do not see the label. */
  readonly name?: string;
  readonly numeric?: boolean;
  readonly set: (text: string) => void;
}

/** A line of text at a place. */
export const textInput = (context: FormContext, path: Path, { text, name, numeric, set }: TextControl) => html`
  <input
    id=${controlId(path)}
    class=${numeric ? 'number' : ''}
    aria-label=${name ?? nothing}
    inputmode=${numeric ? 'decimal' : nothing}
    autocomplete="off"
    aria-invalid=${errorAt(context, path) !== ''}
    aria-describedby=${errorAt(context, path) ? `error/${pathText(path)}` : nothing}
    ?disabled=${context.readonly}
    .value=${text}
    @change=${(event: ControlEvent) => set(event.target.value)}
  />
`;

export interface ChoiceControl {
  readonly words: Readonly<Record<string, Label>>;
  readonly chosen: string;
  readonly name?: string;
  readonly set: (chosen: string) => void;
}

/** A choice at a place; what is chosen and not among them stands first. */
export const choiceInput = (context: FormContext, path: Path, { words, chosen, name, set }: ChoiceControl) => html`
  <select
    id=${controlId(path)}
    aria-label=${name ?? nothing}
    aria-invalid=${errorAt(context, path) !== ''}
    aria-describedby=${errorAt(context, path) ? `error/${pathText(path)}` : nothing}
    ?disabled=${context.readonly}
    @change=${(event: ControlEvent) => set(event.target.value)}
  >
    ${Object.hasOwn(words, chosen) ? nothing : html`<option value=${chosen} selected>${chosen}</option>`}
    ${Object.entries(words).map(
      ([id, label]) => html`<option value=${id} ?selected=${id === chosen}>${labelText(label)}</option>`,
    )}
  </select>
`;
