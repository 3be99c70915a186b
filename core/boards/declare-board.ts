import type { Fields, ValuesOf } from '../register/declare.ts';
import type { Label } from '../register/label.ts';
import type { BoardContext } from './board.ts';

/** A computed view with what it is called and which options it takes. */
export interface DeclaredBoard {
  readonly label: Label;
  /** Made of public values only: anybody may read it. */
  readonly public: boolean;
  readonly options: Fields;
  /** The board's data; null when what it is about is not there. */
  readonly data: (context: BoardContext, options: Readonly<Record<string, unknown>>) => object | null;
}

/** Declares a board; its function is given the options as they were declared. */
export const declareBoard = <const F extends Fields>(
  label: Label,
  options: F,
  data: (context: BoardContext, options: ValuesOf<F>) => object | null,
  shown: 'office' | 'public' = 'office',
): DeclaredBoard => ({ label, options, data: data as DeclaredBoard['data'], public: shown === 'public' });
