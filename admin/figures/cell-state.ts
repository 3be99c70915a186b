import type { ApiProblem, FieldError } from '../api/problem.ts';
import type { RefusedEdit } from './edits.ts';

/** What became of the last edit of a cell; a cell without a state is as the ledger says. */
export type CellState =
  | { readonly kind: 'saving'; readonly text: string }
  | { readonly kind: 'saved' }
  | { readonly kind: 'invalid'; readonly text: string; readonly why: RefusedEdit['why'] }
  /** The server did not take it: the network, the session, the disk. It can be sent again. */
  | { readonly kind: 'unsent'; readonly text: string; readonly problem: ApiProblem }
  | { readonly kind: 'refused'; readonly text: string; readonly error: FieldError }
  /** Somebody else wrote the cell first. */
  | {
      readonly kind: 'stale';
      readonly text: string;
      readonly theirsYuan: number | null;
      readonly by: string | null;
      readonly at: number | null;
    };

/** Whether the cell holds text that is not in the ledger. */
export const isUnwritten = (state: CellState | undefined): state is Exclude<CellState, { kind: 'saved' }> =>
  state !== undefined && state.kind !== 'saved';

/** The index of the change that an error of a set points at (`changes/3/completedYtdYuan`), or null. */
export function changeIndexOf(path: string): number | null {
  const match = /^changes[/.](\d+)/.exec(path);
  return match ? Number(match[1]) : null;
}
