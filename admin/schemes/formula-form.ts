/** The form of a formula: its kind, then what that kind needs. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isObject } from '../../core/result.ts';
import { FORMULA_FORMS, MONTHLY_FORMULAS } from '../../core/schemes/formula-forms.ts';
import type { Formula } from '../../core/schemes/scheme.ts';
import { FORMULA_WORDS } from '../../core/schemes/words.ts';
import { labelText } from '../common/locale.ts';
import { plainText } from '../common/plain-text.ts';
import { choiceInput, controlId, errorWords, type FormContext } from './form-context.ts';
import { formMember } from './form-members.ts';
import { valueAt, type Path } from './scheme-draft.ts';

const TYPES = Object.keys(FORMULA_WORDS) as readonly Formula['type'][];

const isType = (text: string): text is Formula['type'] => Object.hasOwn(FORMULA_WORDS, text);

/** What another kind of formula keeps of the one before, where it has the same member. */
function freshFormula(type: Formula['type'], before: unknown): object {
  const { fresh } = FORMULA_FORMS[type];
  if (typeof fresh !== 'object') return {};
  const kept = ['measure', 'target'].filter((name) => name in fresh && valueAt(before, [name]) !== undefined);
  return { ...fresh, ...Object.fromEntries(kept.map((name) => [name, valueAt(before, [name])])) };
}

/** @param types the kinds that fit here. */
function oneFormula(context: FormContext, path: Path, types: readonly Formula['type'][]): TemplateResult {
  const value = valueAt(context.body, path);
  const type = plainText(valueAt(value, ['type']));
  const place = [...path, 'type'];
  const set = (chosen: string): void => {
    if (isType(chosen)) context.set(path, freshFormula(chosen, value));
  };
  return html`
    <div class="members">
      <div class="member">
        <label for=${controlId(place)}>${msg('公式', { id: 'schemes.formula' })}</label>
        ${choiceInput(context, place, {
          words: Object.fromEntries(types.map((each) => [each, FORMULA_WORDS[each]])),
          chosen: type,
          set,
        })}
        ${errorWords(context, place)}
      </div>
      ${isType(type) ? FORMULA_FORMS[type].of.map((member) => formMember(context, path, member)) : nothing}
    </div>
    ${
      type === 'periodic'
        ? html`<fieldset class="part">
            <legend>${msg('每月末的公式', { id: 'schemes.monthly-formula' })}</legend>
            ${oneFormula(context, [...path, 'of'], MONTHLY_FORMULAS)}
          </fieldset>`
        : nothing
    }
    ${errorWords(context, path)}
  `;
}

const isOne = (formula: unknown): boolean => typeof valueAt(formula, ['type']) === 'string';

/** What an item's formula is called in its row. */
export function formulaName(formula: unknown): string {
  const each = isOne(formula) || !isObject(formula) ? [formula] : Object.values(formula);
  const names = each.map((one) => {
    const type = plainText(valueAt(one, ['type']));
    return isType(type) ? labelText(FORMULA_WORDS[type]) : type;
  });
  return [...new Set(names)].join('、');
}

/** An item's formula: one, or one for each weights profile. */
export function formulaForm(context: FormContext, path: Path, profiles: readonly string[]): TemplateResult {
  const formula = valueAt(context.body, path);
  const single = isOne(formula) || !isObject(formula);
  const all = isObject(formula) ? formula : {};
  const split = (event: Event & { readonly target: HTMLInputElement }): void => {
    const [first] = Object.values(all);
    context.set(path, event.target.checked ? Object.fromEntries(profiles.map((name) => [name, formula])) : first);
  };
  return html`
    ${
      profiles.length > 1 || !single
        ? html`<label class="member flag">
            <input type="checkbox" ?disabled=${context.readonly} .checked=${live(!single)} @change=${split} />
            ${msg('各权重档分别设公式', { id: 'schemes.by-profile' })}
          </label>`
        : nothing
    }
    ${
      single
        ? oneFormula(context, path, TYPES)
        : [...new Set([...Object.keys(all), ...profiles])].map(
            (name) =>
              html`<fieldset class="part">
                <legend>${name}</legend>
                ${oneFormula(context, [...path, name], TYPES)}
              </fieldset>`,
          )
    }
  `;
}
