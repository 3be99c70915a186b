import type { PlaylistEntry } from '../../core/slides/entry.ts';
import type { RowFate } from '../../core/import/types.ts';
import type { OwnTokens } from '../../core/theme/own-theme.ts';
import type { EditionStep } from '../api/editions.ts';
import type { ImportPatch } from '../api/imports.ts';
import type { AskedStep } from '../editions/asked-step.ts';
import type { Edit } from '../figures/edits.ts';
import type { Line, LineMove } from '../screens/schedule-edits.ts';

/** Every event of our own elements, with what it carries. */
export interface PageEvents {
  /** A dialog was closed without its action. */
  'pb-close': undefined;
  /** A form's values, whole, after an edit. */
  'pb-values': Readonly<Record<string, unknown>>;
  /** The records that a field points to were chosen: their ids. */
  'pb-chosen-records': readonly string[];
  /** The stops of a permit's clock were edited: rows as typed. */
  'pb-stops': readonly Readonly<Record<string, string>>[] | undefined;
  /** The curve of time progress was edited: twelve values as typed. */
  'pb-time-curve': readonly unknown[] | undefined;
  /** The office's own rule of lights was edited: a rule as typed. */
  'pb-light-rule': Readonly<Record<string, unknown>> | undefined;
  /** The parts of a project that is split were edited: rows as typed. */
  'pb-parts': readonly Readonly<Record<string, unknown>>[];
  /** A record that a field should point to is to be made first: the field's name. */
  'pb-new-record': string;
  /** A secret value is asked for: the field's name. */
  'pb-reveal': string;
  /** An account signed in. */
  'pb-signed-in': undefined;
  /** Something was written; lists should be read again. */
  'pb-written': undefined;
  /** Texts typed, pasted or filled into cells of the sheet. */
  'pb-edits': readonly Edit[];
  /** The last edit should be taken back. */
  'pb-undo': undefined;
  /** Another cell of the sheet is the one in use: its key. */
  'pb-cell': string;
  /** A cell that others changed: theirs or mine. */
  'pb-resolve': { readonly key: string; readonly keep: 'mine' | 'theirs' };
  /** A playlist's entries, whole, after an edit. */
  'pb-entries': readonly PlaylistEntry[];
  /** An entry of a playlist was chosen; empty for none. */
  'pb-chosen': string;
  /** The colours of an own theme that differ from its base, after an edit. */
  'pb-theme-tokens': OwnTokens;
  /** A window of a group's schedule, as typed, after an edit. */
  'pb-line': Line;
  /** What becomes of a window of a group's schedule. */
  'pb-move': LineMove;
  /** A file was handed in: the id of its import. */
  'pb-import': string;
  /** Something was decided about an import. */
  'pb-import-choice': ImportPatch;
  /** A step of an edition is asked for, if need be on one page of it. */
  'pb-ask-step': AskedStep;
  /** A step of an edition is to be taken, with everything that it needs. */
  'pb-take-step': EditionStep;
  /** An edition was drawn up: its id. */
  'pb-edition': string;
  /** Only rows of an import with this fate are wanted; null for all. */
  'pb-fate': RowFate | null;
}

/** Dispatches one of our events; it bubbles and crosses shadow roots. */
export function fire<K extends keyof PageEvents>(node: EventTarget, name: K, detail: PageEvents[K]): void {
  node.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

export type PageEvent<K extends keyof PageEvents> = CustomEvent<PageEvents[K]>;
