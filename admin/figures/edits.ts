/** From what was typed to what is written: one set of changes for one commit, paste or undo. */
import type { ChangeRequest } from '../api/changes.ts';
import type { Report } from '../../core/registers/index.ts';
import type { IsoDate } from '../../core/time.ts';
import { lowerThanBefore, overThreeHundredPercent, readAmount, type CellInput, type Doubt } from './amount.ts';
import { cellKey } from './sheet.ts';

/** A cell and the text that should stand in it. */
export interface Edit {
  readonly project: string;
  readonly asOf: IsoDate;
  readonly text: string;
}

/** What a report says; null stands for a cell without one. */
export type Said = Pick<Report, 'completedYtdYuan' | 'state' | 'note'> | null;

/** One cell that will be written. */
export interface PlannedWrite {
  readonly key: string;
  readonly project: string;
  readonly asOf: IsoDate;
  readonly text: string;
  readonly before: Report | null;
  readonly after: Said;
  readonly doubts: readonly Doubt[];
}

export interface RefusedEdit {
  readonly edit: Edit;
  readonly why: Extract<CellInput, { kind: 'invalid' }>['why'];
}

export interface EditPlan {
  readonly writes: readonly PlannedWrite[];
  readonly refused: readonly RefusedEdit[];
}

/** What the plan must know of the sheet. */
export interface SheetView {
  readonly report: (project: string, asOf: string) => Report | null;
  readonly planYuan: (project: string) => number | null;
  readonly monthEnds: readonly IsoDate[];
}

/** Figures that the office types are verified by being typed here. */
const said = (input: CellInput): Said =>
  input.kind === 'amount' ? { completedYtdYuan: input.yuan, state: 'verified' } : null;

const unchanged = (before: Report | null, after: Said): boolean =>
  before === null || after === null
    ? before === after
    : before.completedYtdYuan === after.completedYtdYuan && before.state === after.state;

const doubtsOf = (
  write: Omit<PlannedWrite, 'doubts'>,
  planned: ReadonlyMap<string, Said>,
  view: SheetView,
): Doubt[] => {
  const { project, asOf, after, before } = write;
  if (after === null) return before === null ? [] : ['clears'];
  const earlier = view.monthEnds
    .filter((end) => end < asOf)
    .map((end) => {
      const key = cellKey(project, end);
      const own = planned.has(key) ? planned.get(key) : view.report(project, end);
      return own?.completedYtdYuan ?? null;
    });
  const said = after.completedYtdYuan ?? 0;
  const doubts: Doubt[] = [];
  if (lowerThanBefore(said, earlier)) doubts.push('lower-than-before');
  if (overThreeHundredPercent(said, view.planYuan(project))) doubts.push('over-300-percent');
  return doubts;
};

/** What a set of edits would write, what cannot be read, and what is doubtful. Cells that stay as they are fall out. */
export function planEdits(edits: readonly Edit[], view: SheetView): EditPlan {
  const refused: RefusedEdit[] = [];
  const writes: Omit<PlannedWrite, 'doubts'>[] = [];
  for (const edit of edits) {
    const input = readAmount(edit.text);
    if (input.kind === 'invalid') {
      refused.push({ edit, why: input.why });
      continue;
    }
    const before = view.report(edit.project, edit.asOf);
    const after = said(input);
    if (!unchanged(before, after)) {
      writes.push({ ...edit, key: cellKey(edit.project, edit.asOf), before, after });
    }
  }
  const planned = new Map(writes.map(({ key, after }) => [key, after]));
  return { refused, writes: writes.map((write) => ({ ...write, doubts: doubtsOf(write, planned, view) })) };
}

/** The request of one write. `note` explains a correction downwards; null clears the note, undefined leaves it. */
export function changeOfWrite({ project, asOf, before, after }: PlannedWrite, note?: string | null): ChangeRequest {
  const values = after && { ...after, ...(note === undefined ? {} : { note }) };
  if (before === null) {
    const { note: created, ...others } = values ?? {};
    return {
      kind: 'create',
      register: 'reports',
      values: { project, asOf, ...others, ...(typeof created === 'string' ? { note: created } : {}) },
    };
  }
  const target = { register: 'reports', record: before.id, ifRevision: before.revision } as const;
  return values ? { kind: 'update', ...target, values } : { kind: 'delete', ...target };
}
