/** What a key means in the sheet, apart from the element that acts on it. */
import { steppedTo, tabbedTo, type GridSize, type Position } from './grid-model.ts';

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export type SheetAction =
  | { readonly kind: 'move'; readonly to: Position; readonly extend: boolean }
  /** Start editing: with the cell's text, with what was typed, or with what an input method will type. */
  | { readonly kind: 'edit'; readonly with: 'text' | 'method' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'clear' | 'undo' | 'fill-down' | 'fill-right' | 'select-all' | 'leave' };

/** Characters that an amount can begin with, full-width ones included. */
const AMOUNT_START = /^[\d０-９.．。,，\-－]$/;

const COMMANDS: Readonly<Record<string, 'undo' | 'fill-down' | 'fill-right' | 'select-all'>> = {
  z: 'undo',
  d: 'fill-down',
  r: 'fill-right',
  a: 'select-all',
};

/** The action of a key on a cell that is not being edited; null leaves the key to the browser. */
export function actionOf(press: KeyPress, from: Position, size: GridSize): SheetAction | null {
  const { key, shiftKey } = press;
  const control = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  const to = steppedTo(from, key, control, size);
  if (to) return { kind: 'move', to, extend: shiftKey };
  const command = control && !shiftKey ? COMMANDS[key.toLowerCase()] : undefined;
  if (command) return { kind: command };
  if (control) return null;
  switch (key) {
    case 'Tab': {
      const next = tabbedTo(from, shiftKey, size);
      return next && { kind: 'move', to: next, extend: false };
    }
    case 'Enter': {
      const next = steppedTo(from, shiftKey ? 'ArrowUp' : 'ArrowDown', false, size);
      return next && { kind: 'move', to: next, extend: false };
    }
    case 'F2':
      return { kind: 'edit', with: 'text' };
    case 'Process':
      return { kind: 'edit', with: 'method' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return AMOUNT_START.test(key) ? { kind: 'type', text: key } : null;
  }
}

export type EditAction =
  | { readonly kind: 'cancel' | 'fill' }
  /** Accept and go on; `to` is null where the sheet ends. */
  | { readonly kind: 'accept'; readonly to: Position | null };

/** The action of a key while a cell is being edited; null leaves the key to the text field. */
export function editActionOf(press: KeyPress, from: Position, size: GridSize): EditAction | null {
  const { key, shiftKey } = press;
  switch (key) {
    case 'Escape':
      return { kind: 'cancel' };
    case 'Enter':
      if (press.ctrlKey || press.metaKey) return { kind: 'fill' };
      return { kind: 'accept', to: steppedTo(from, shiftKey ? 'ArrowUp' : 'ArrowDown', false, size) };
    case 'Tab':
      return { kind: 'accept', to: tabbedTo(from, shiftKey, size) };
    case 'ArrowUp':
    case 'ArrowDown':
      return { kind: 'accept', to: steppedTo(from, key, false, size) };
    default:
      return null;
  }
}
