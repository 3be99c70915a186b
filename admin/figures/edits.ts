/** From what was typed to what is written: one set of changes for one commit, paste or undo. */
import type { ChangeRequest } from '../api/changes.ts';
import type { Report } from '../../core/registers/index.ts';
import type { IsoDate } from '../../core/time.ts';
import { readAmount, type CellInput } from './amount.ts';
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
}

export interface RefusedEdit {
  readonly edit: Edit;
  readonly why: Extract<CellInput, { kind: 'invalid' }>['why'];
}

export interface EditPlan {
  readonly writes: readonly PlannedWrite[];
  readonly refused: readonly RefusedEdit[];
}

/** What stands in the sheet; null for a cell without a figure. */
export type ReportAt = (project: string, asOf: string) => Report | null;

/** Figures that the office types are verified by being typed here. */
const said = (input: CellInput): Said =>
  input.kind === 'amount' ? { completedYtdYuan: input.yuan, state: 'verified' } : null;

const unchanged = (before: Report | null, after: Said): boolean =>
  before === null || after === null
    ? before === after
    : before.completedYtdYuan === after.completedYtdYuan && before.state === after.state;

/** What a set of edits would write, and what cannot be read. Cells that stay as they are fall out. */
export function planEdits(edits: readonly Edit[], reportAt: ReportAt): EditPlan {
  const refused: RefusedEdit[] = [];
  const writes: PlannedWrite[] = [];
  for (const edit of edits) {
    const input = readAmount(edit.text);
    if (input.kind === 'invalid') {
      refused.push({ edit, why: input.why });
      continue;
    }
    const before = reportAt(edit.project, edit.asOf);
    const after = said(input);
    if (!unchanged(before, after)) {
      writes.push({ ...edit, key: cellKey(edit.project, edit.asOf), before, after });
    }
  }
  return { refused, writes };
}

/** Whether a write leaves a cell empty that had a figure. */
export const clears = ({ before, after }: PlannedWrite): boolean => before !== null && after === null;

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
