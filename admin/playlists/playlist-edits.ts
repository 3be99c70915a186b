/** Edits of a playlist's entries: each makes a new list. */
import type { FormFields } from '../common/form-values.ts';
import { emptyValues, presentValues, type FormValues } from '../common/form-values.ts';
import type { PlaylistEntry } from '../../core/slides/entry.ts';
import { SLIDE_KINDS, type SlideKind } from '../../core/slides/kinds.ts';

export type Entries = readonly PlaylistEntry[];

/** The options of a kind as fields for a form. */
export const optionFields = (kind: SlideKind): FormFields => SLIDE_KINDS[kind].options;

/** An id that no entry has. */
export function freeId(entries: Entries, kind: SlideKind): string {
  const taken = new Set(entries.map(({ id }) => id));
  let number = entries.length + 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

export const newEntry = (entries: Entries, kind: SlideKind): PlaylistEntry => ({
  id: freeId(entries, kind),
  kind,
  options: emptyValues(optionFields(kind)),
  seconds: 0,
  enabled: true,
});

export const added = (entries: Entries, kind: SlideKind): Entries => [...entries, newEntry(entries, kind)];

export const removed = (entries: Entries, id: string): Entries => entries.filter((each) => each.id !== id);

/** A copy right after the entry. */
export const duplicated = (entries: Entries, id: string): Entries =>
  entries.flatMap((each) => (each.id === id ? [each, { ...each, id: freeId(entries, each.kind) }] : [each]));

/** The entries with one of them moved to a place, counted from 0 in the new list. */
export function moved(entries: Entries, from: number, to: number): Entries {
  const entry = entries[from];
  if (!entry || to < 0 || to >= entries.length) return entries;
  const others = entries.filter((_, index) => index !== from);
  return [...others.slice(0, to), entry, ...others.slice(to)];
}

export const changed = (entries: Entries, id: string, change: Partial<PlaylistEntry>): Entries =>
  entries.map((each) => (each.id === id ? { ...each, ...change } : each));

/** Another kind keeps what both kinds have, such as the title. */
export function withKind(entries: Entries, id: string, kind: SlideKind): Entries {
  const fields = optionFields(kind);
  return entries.map((each) =>
    each.id === id
      ? { ...each, kind, options: { ...emptyValues(fields), ...presentValues(fields, each.options) } }
      : each,
  );
}

export const withOptions = (entries: Entries, id: string, values: FormValues): Entries =>
  entries.map((each) => (each.id === id ? { ...each, options: presentValues(optionFields(each.kind), values) } : each));
