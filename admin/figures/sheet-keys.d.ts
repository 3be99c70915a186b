/** What a key means in the sheet, apart from the element that acts on it. */
import { type GridSize, type Position } from './grid-model.ts';
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}
export type SheetAction =
  | {
      readonly kind: 'move';
      readonly to: Position;
      readonly extend: boolean;
    }
  /** Start editing: with the cell's text, with what was typed, or with what an input method will type. */
  | {
      readonly kind: 'edit';
      readonly with: 'text' | 'method';
    }
  | {
      readonly kind: 'type';
      readonly text: string;
    }
  | {
      readonly kind: 'clear' | 'undo' | 'fill-down' | 'fill-right' | 'select-all' | 'leave';
    };
/** The action of a key on a cell that is not being edited; null leaves the key to the browser. */
export declare function actionOf(press: KeyPress, from: Position, size: GridSize): SheetAction | null;
export type EditAction =
  | {
      readonly kind: 'cancel' | 'fill';
    }
  /** Accept and go on; `to` is null where the sheet ends. */
  | {
      readonly kind: 'accept';
      readonly to: Position | null;
    };
/** The action of a key while a cell is being edited; null leaves the key to the text field. */
export declare function editActionOf(press: KeyPress, from: Position, size: GridSize): EditAction | null;
