/** The issues of a project as one cell holds them, and the measures beside it: read and written. */
import { yearOf, type IsoDate } from '../time.ts';
import { findDate } from './dates.ts';

export interface IssueTold {
  readonly description: string;
  readonly measure: string | null;
  /** The deadline that the measure ends with. */
  readonly dueOn: IsoDate | null;
}

/** Several texts stand under each other, numbered; one stands alone. */
export const numberedText = (texts: readonly string[]): string =>
  (texts.length > 1 ? texts.map((text, at) => `${at + 1}.${text}`) : texts).join('\n');

/** The texts of a numbered cell; the whole text where it is not numbered from 1 on. */
export function numberedParts(text: string): readonly string[] {
  const parts = text.split(/\n(?=\d{1,2}\.)/);
  const isNumbered = parts.length > 1 && parts.every((part, at) => part.startsWith(`${at + 1}.`));
  return isNumbered ? parts.map((part) => part.replace(/^\d+\./, '').trim()) : [text];
}

const dayText = (date: IsoDate, year: number): string => {
  const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
  return yearOf(date) === year ? day : `${yearOf(date)}年${day}`;
};

/** A measure with its deadline behind it, as `measureIn` takes it apart again. */
export const measureText = (measure: string | undefined, dueOn: IsoDate | undefined, year: number): string =>
  `${measure ?? ''}${dueOn ? `(${dayText(dueOn, year)}前)` : ''}`;

const DEADLINE = /[(（]([^()（）]{2,16})[)）]$/;

/** A measure and the deadline in brackets at its end. @param year of deadlines that name none. */
export function measureIn(text: string, year: number): Pick<IssueTold, 'measure' | 'dueOn'> {
  const said = DEADLINE.exec(text);
  const date = said ? findDate(said[1] ?? '', year) : null;
  if (!said || !date) return { measure: text === '' ? null : text, dueOn: null };
  const measure = text.slice(0, said.index).trim();
  return { measure: measure === '' ? null : measure, dueOn: date.last };
}

/** The issues of a cell with their measures: as many as both cells number, otherwise one. */
export function issuesIn(issue: string, measure: string | null, year: number): readonly IssueTold[] {
  const descriptions = numberedParts(issue);
  const measures = measure === null ? [] : numberedParts(measure);
  if (descriptions.length > 1 && (measures.length === descriptions.length || measures.length === 0))
    return descriptions.map((description, at) => ({ description, ...measureIn(measures[at] ?? '', year) }));
  return [{ description: issue, ...measureIn(measure ?? '', year) }];
}
