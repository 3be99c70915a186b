import type { WorkbookProblem } from '../../core/workbook/workbook.ts';

/** Thrown inside the worker only: ends the reading with this problem. */
export class Unreadable extends Error {
  readonly problem: WorkbookProblem;

  constructor(problem: WorkbookProblem) {
    super(problem);
    this.name = 'Unreadable';
    this.problem = problem;
  }
}
