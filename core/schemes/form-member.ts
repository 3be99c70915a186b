/** What a form of a scheme is made of. */
import type { Label } from '../register/label.ts';
import type { Words } from './words.ts';

interface Named {
  /** The member of the object that the form is of. */
  readonly name: string;
  readonly label: Label;
}

/** One member of a part of a scheme, and the control that it takes. */
export type FormMember = Named &
  (
    | { readonly kind: 'amount' | 'integer' | 'measure'; readonly optional?: true }
    /** A word, or a number where there is a fresh one; `''` is the word for an absent member. With `base` the number stands in an object. */
    | { readonly kind: 'either'; readonly words: Words; readonly fresh?: number; readonly base?: true }
    | { readonly kind: 'text' | 'flag' | 'item' }
    | { readonly kind: 'choice'; readonly words: Words }
    | { readonly kind: 'group'; readonly of: readonly FormMember[]; readonly fresh?: object }
    | { readonly kind: 'list'; readonly of: readonly FormMember[]; readonly fresh: object | number | string }
    /** One of several shapes, told apart by a member or by which members there are. */
    | {
        readonly kind: 'variant';
        readonly words: Words;
        readonly shapes: Readonly<Record<string, Shape>>;
        readonly by: string;
      }
    /** The points of each answer of a trait. */
    | { readonly kind: 'answers' }
  );

/** One shape of a part, with the value that it starts with. */
export interface Shape {
  readonly fresh: object | string;
  readonly of: readonly FormMember[];
}

/** Words in both languages. */
export const label = (zh: string, en: string): Label => ({ zh, en });

/** A number that must be there, exact as schemes write it. */
export const amount = (name: string, zh: string, en: string): FormMember => ({
  kind: 'amount',
  name,
  label: label(zh, en),
});
/** A number that may be absent. */
export const maybeAmount = (name: string, zh: string, en: string): FormMember => ({
  kind: 'amount',
  name,
  label: label(zh, en),
  optional: true,
});
/** A whole number that may be absent. */
export const maybeInteger = (name: string, zh: string, en: string): FormMember => ({
  kind: 'integer',
  name,
  label: label(zh, en),
  optional: true,
});
/** A whole number that must be there. */
export const integer = (name: string, zh: string, en: string): FormMember => ({
  kind: 'integer',
  name,
  label: label(zh, en),
});
/** A switch; absent when it is off. */
export const flag = (name: string, zh: string, en: string): FormMember => ({
  kind: 'flag',
  name,
  label: label(zh, en),
});
/** A line of text. */
export const text = (name: string, zh: string, en: string): FormMember => ({
  kind: 'text',
  name,
  label: label(zh, en),
});

/** One of several words. */
export const choice = (name: string, zh: string, en: string, words: Words): FormMember => ({
  kind: 'choice',
  name,
  label: label(zh, en),
  words,
});

/** A part with members of its own; with a fresh value it may be absent. */
export const group = (name: string, zh: string, en: string, of: readonly FormMember[], fresh?: object): FormMember => ({
  kind: 'group',
  name,
  label: label(zh, en),
  of,
  ...(fresh && { fresh }),
});

/** A list of parts; `fresh` is what a new entry starts with. */
export const list = (
  name: string,
  { zh, en }: Label,
  of: readonly FormMember[],
  fresh: object | number | string,
): FormMember => ({ kind: 'list', name, label: label(zh, en), of, fresh });

/** The measure that a part reads. */
export const measure: FormMember = { kind: 'measure', name: 'measure', label: label('指标', 'Measure') };
