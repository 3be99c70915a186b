/** One's own last edits, to take back. Taking back is a new change: the log keeps both. */
import type { Report } from '../../core/registers/index.ts';
import type { IsoDate } from '../../core/time.ts';
import type { PlannedWrite, Said } from './edits.ts';
import { cellKey } from './sheet.ts';

export interface UndoStep {
  readonly project: string;
  readonly asOf: IsoDate;
  readonly before: Said;
  readonly after: Said;
}

export type UndoSet = readonly UndoStep[];

const MOST_SETS = 100;

const saidBy = (report: Report | null): Said =>
  report && {
    completedYtdYuan: report.completedYtdYuan,
    state: report.state,
    ...(report.note === undefined ? {} : { note: report.note }),
  };

export const undoSetOf = (writes: readonly PlannedWrite[]): UndoSet =>
  writes.map(({ project, asOf, before, after }) => ({ project, asOf, before: saidBy(before), after }));

/** The sets with one more, the oldest dropped when there are too many. */
export const remember = (sets: readonly UndoSet[], set: UndoSet): readonly UndoSet[] =>
  [...sets, set].slice(-MOST_SETS);

export interface UndoPlan {
  readonly writes: readonly PlannedWrite[];
  /** Cells that somebody else changed since; they stay as they are. */
  readonly overtaken: number;
}

/** What takes a set back, for the cells that still say what was written. */
export function planUndo(set: UndoSet, report: (project: string, asOf: string) => Report | null): UndoPlan {
  const writes: PlannedWrite[] = [];
  let overtaken = 0;
  for (const { project, asOf, before, after } of set) {
    const current = report(project, asOf);
    if ((current?.completedYtdYuan ?? null) !== (after?.completedYtdYuan ?? null)) {
      overtaken += 1;
      continue;
    }
    writes.push({ key: cellKey(project, asOf), project, asOf, text: '', before: current, after: before });
  }
  return { writes, overtaken };
}
