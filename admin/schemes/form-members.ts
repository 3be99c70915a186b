/** The controls of a scheme's parts, as their declared forms say. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormMember, Shape } from '../../core/schemes/form-member.ts';
import { TRAIT_ANSWERS } from '../../core/schemes/words.ts';
import { isObject } from '../../core/result.ts';
import type { Label } from '../../core/register/label.ts';
import { labelText } from '../common/locale.ts';
import { plainText } from '../common/plain-text.ts';
import { measureName } from '../ranking/measure-words.ts';
import { choiceInput, controlId, errorWords, textInput, type FormContext } from './form-context.ts';
import {
  amountOfText,
  entriesAt,
  itemIds,
  raised,
  textOfAmount,
  valueAt,
  withEntry,
  withoutEntry,
  withValue,
  type Path,
} from './scheme-draft.ts';

type Of<K extends FormMember['kind']> = Extract<FormMember, { readonly kind: K }>;

/** The place of a member; one without a name stands for the whole. */
const placeOf = (path: Path, { name }: FormMember): Path => (name === '' ? path : [...path, name]);

const labelled = (context: FormContext, path: Path, label: Label, control: TemplateResult): TemplateResult => html`
  <div class="member">
    <label for=${controlId(path)}>${labelText(label)}</label>
    ${control} ${errorWords(context, path)}
  </div>
`;

/** All measures by name, and in each position the same. */
export const measureInput = (context: FormContext, path: Path, name?: string): TemplateResult => {
  const chosen = plainText(valueAt(context.body, path));
  const words = Object.fromEntries(
    context.measures.map((each) => [each.id, { zh: measureName(each), en: measureName(each) }]),
  );
  return choiceInput(context, path, {
    words,
    chosen,
    ...(name === undefined ? {} : { name }),
    set: (measure) => context.set(path, measure),
  });
};

const itemWords = ({ body }: FormContext): Readonly<Record<string, Label>> =>
  Object.fromEntries(itemIds(body).map((id) => [id, { zh: id, en: id }]));

/** The points of the answers of one trait do not fit another. */
function setChoice(context: FormContext, path: Path, chosen: string): void {
  const parent = path.slice(0, -1);
  const isTraitOfAnswers = path.at(-1) === 'trait' && isObject(valueAt(context.body, [...parent, 'points']));
  const body = withValue(context.body, path, chosen);
  context.take(isTraitOfAnswers ? withValue(body, [...parent, 'points'], {}) : body);
}

function eitherMember(context: FormContext, path: Path, { label, words, fresh, base }: Of<'either'>): TemplateResult {
  const value = valueAt(context.body, path);
  const numberPath = base ? [...path, 'base'] : path;
  const number = valueAt(context.body, numberPath);
  const isNumber = base
    ? isObject(value)
    : typeof value === 'number' || (value !== undefined && !Object.hasOwn(words, plainText(value)));
  const chosen = isNumber ? 'number' : plainText(value);
  const set = (key: string): void =>
    key === 'number' ? context.set(numberPath, fresh) : context.set(path, key === '' ? undefined : key);
  const all = fresh === undefined ? words : { ...words, number: { zh: '指定分值', en: 'A number' } };
  const name = `${labelText(label)} ${msg('指定分值', { id: 'schemes.number' })}`;
  return html`
    <div class="member">
      <label for=${controlId(isNumber ? [...path, 'kind'] : path)}>${labelText(label)}</label>
      <span class="pair">
        ${choiceInput(context, isNumber ? [...path, 'kind'] : path, { words: all, chosen, set })}
        ${
          isNumber
            ? textInput(context, numberPath, {
                text: textOfAmount(number),
                numeric: true,
                name,
                set: (text) => context.set(numberPath, amountOfText(text) ?? ''),
              })
            : nothing
        }
      </span>
      ${errorWords(context, path)} ${base ? errorWords(context, numberPath) : nothing}
    </div>
  `;
}

const flagMember = (context: FormContext, path: Path, { label }: Of<'text' | 'flag' | 'item'>): TemplateResult => html`
  <label class="member flag">
    <input
      id=${controlId(path)}
      type="checkbox"
      ?disabled=${context.readonly}
      .checked=${live(valueAt(context.body, path) === true)}
      @change=${(event: Event & { readonly target: HTMLInputElement }) => context.set(path, event.target.checked || undefined)}
    />
    ${labelText(label)} ${errorWords(context, path)}
  </label>
`;

/** A part of its own; one that may be absent is switched on and off. */
function groupMember(context: FormContext, path: Path, { label, of, fresh }: Of<'group'>): TemplateResult {
  const isThere = valueAt(context.body, path) !== undefined;
  const onSwitch = (event: Event & { readonly target: HTMLInputElement }): void =>
    context.set(path, event.target.checked ? fresh : undefined);
  return html`
    <fieldset class="part">
      <legend>
        ${
          fresh
            ? html`<label
                ><input
                  id=${controlId(path)}
                  type="checkbox"
                  ?disabled=${context.readonly}
                  .checked=${live(isThere)}
                  @change=${onSwitch}
                />
                ${labelText(label)}</label
              >`
            : labelText(label)
        }
      </legend>
      ${fresh && !isThere ? nothing : html`<div class="members">${of.map((each) => formMember(context, path, each))}</div>`}
      ${errorWords(context, path)}
    </fieldset>
  `;
}

/** The buttons of one entry of a list. */
export function entrySteps(
  context: FormContext,
  path: Path,
  index: number,
  name: string,
): TemplateResult | typeof nothing {
  if (context.readonly) return nothing;
  const up = msg('上移', { id: 'schemes.up' });
  const remove = msg('删除', { id: 'change.delete' });
  return html`
    <span class="steps">
      <button
        class="quiet small"
        type="button"
        title=${up}
        aria-label=${`${up} ${name}`}
        ?disabled=${index === 0}
        @click=${() => context.take(raised(context.body, path, index))}
      >
        ↑
      </button>
      <button
        class="quiet small danger"
        type="button"
        title=${remove}
        aria-label=${`${remove} ${name}`}
        @click=${() => context.take(withoutEntry(context.body, path, index))}
      >
        ✕
      </button>
    </span>
  `;
}

function listMember(context: FormContext, path: Path, { label, of, fresh }: Of<'list'>): TemplateResult {
  const entries = entriesAt(context.body, path);
  const name = labelText(label);
  return html`
    <fieldset class="part list">
      <legend>${name}</legend>
      ${entries.map(
        (_, index) => html`
          <div class="entry" role="group" aria-label=${`${name} ${index + 1}`}>
            <div class="members">${of.map((each) => formMember(context, [...path, index], each))}</div>
            ${entrySteps(context, path, index, `${name} ${index + 1}`)}
            ${of.some((each) => each.name === '') ? nothing : errorWords(context, [...path, index])}
          </div>
        `,
      )}
      ${errorWords(context, path)}
      ${
        context.readonly
          ? nothing
          : html`<button
              class="small"
              type="button"
              id=${controlId(path)}
              aria-label=${msg(str`添加：${name}`, { id: 'schemes.add-to' })}
              @click=${() => context.take(withEntry(context.body, path, fresh))}
            >
              ＋ ${msg('添加', { id: 'schemes.add' })}
            </button>`
      }
    </fieldset>
  `;
}

/** Which of several shapes a value has. */
function shapeKey(value: unknown, by: string, shapes: Readonly<Record<string, Shape>>): string {
  if (by !== '') return plainText(valueAt(value, [by]));
  const fits = ({ fresh }: Shape): boolean =>
    typeof fresh === 'string' ? fresh === value : isObject(value) && Object.keys(fresh).some((name) => name in value);
  return Object.keys(shapes).find((key) => shapes[key] !== undefined && fits(shapes[key])) ?? '';
}

/** What a new shape keeps of the one before: what it is called. */
const kept = (value: unknown): object =>
  Object.fromEntries(
    ['id', 'label'].flatMap((name) => {
      const own = valueAt(value, [name]);
      return own === undefined ? [] : [[name, own]];
    }),
  );

function variantMember(context: FormContext, path: Path, member: Of<'variant'>): TemplateResult {
  const { label, words, shapes, by } = member;
  const value = valueAt(context.body, path);
  const chosen = shapeKey(value, by, shapes);
  const shape = Object.hasOwn(shapes, chosen) ? shapes[chosen] : undefined;
  const place = by === '' ? path : [...path, by];
  const set = (key: string): void => {
    const fresh = shapes[key]?.fresh;
    context.set(path, typeof fresh === 'object' ? { ...fresh, ...kept(value) } : fresh);
  };
  return html`
    ${labelled(context, place, label, choiceInput(context, place, { words, chosen, set }))}
    ${shape?.of.map((each) => formMember(context, path, each))}
  `;
}

function answersMember(context: FormContext, path: Path, { label }: Of<'answers'>): TemplateResult {
  const trait = plainText(valueAt(context.body, [...path.slice(0, -1), 'trait']));
  const answers = Object.entries(TRAIT_ANSWERS).find(([name]) => name === trait)?.[1] ?? {};
  return html`
    <fieldset class="part">
      <legend>${labelText(label)}</legend>
      <div class="members">
        ${Object.entries(answers).map(([answer, words]) =>
          formMember(context, path, { kind: 'amount', name: answer, label: words, optional: true }),
        )}
      </div>
      ${errorWords(context, path)}
    </fieldset>
  `;
}

/** The control of one member of the part at a place. */
export function formMember(context: FormContext, parent: Path, member: FormMember): TemplateResult {
  const path = placeOf(parent, member);
  const { label } = member;
  const value = valueAt(context.body, path);
  switch (member.kind) {
    case 'amount':
    case 'integer': {
      // An empty entry of a list stays as empty text: the list keeps its places.
      const set = (text: string): void =>
        context.set(path, amountOfText(text) ?? (member.name === '' ? '' : undefined));
      return labelled(
        context,
        path,
        label,
        textInput(context, path, { text: textOfAmount(value), numeric: true, set }),
      );
    }
    case 'text': {
      const set = (text: string): void => context.set(path, text.trim());
      return labelled(context, path, label, textInput(context, path, { text: plainText(value), set }));
    }
    case 'measure':
      return labelled(context, path, label, measureInput(context, path));
    case 'choice':
    case 'item': {
      const words = member.kind === 'choice' ? member.words : itemWords(context);
      const set = (chosen: string): void => setChoice(context, path, chosen);
      return labelled(context, path, label, choiceInput(context, path, { words, chosen: plainText(value), set }));
    }
    case 'flag':
      return flagMember(context, path, member);
    case 'either':
      return eitherMember(context, path, member);
    case 'group':
      return groupMember(context, path, member);
    case 'list':
      return listMember(context, path, member);
    case 'variant':
      return variantMember(context, path, member);
    case 'answers':
      return answersMember(context, path, member);
  }
}
