/** The cells of a register's list. */
import { html, nothing, type TemplateResult } from 'lit';
import { wanText } from '../../core/money.ts';
import type { Field } from '../../core/register/field.ts';
import { valueText, type TitleOf } from '../common/change-words.ts';
import { grouped } from '../common/format.ts';
import { isState, toneOf } from './state-tone.ts';

const NUMBERS: readonly string[] = ['yuan', 'integer'];
const SHORT: readonly string[] = ['yuan', 'integer', 'date', 'month', 'choice', 'boolean'];

/** How a column's cells are set: numbers to the right, short values on one line. */
export const cellClass = ({ kind }: Field): string =>
  NUMBERS.includes(kind) ? 'number short' : SHORT.includes(kind) ? 'short' : '';

/** A value as its cell shows it: amounts in the unit of the heading, states as badges. */
export function cellContent(name: string, field: Field, value: unknown, titleOf: TitleOf): TemplateResult | string {
  if (value === undefined || value === null) return html`<span class="soft">—</span>`;
  if (field.kind === 'yuan' && typeof value === 'number') return grouped(wanText(value));
  const text = valueText(field, value, titleOf);
  if (isState(name, field)) return html`<span class="badge ${toneOf(value)}">${text}</span>`;
  if (SHORT.includes(field.kind)) return text;
  return html`<span class="cut" title=${text.length > 16 ? text : nothing}>${text}</span>`;
}
