import type { StepName } from '../../core/editions/desk.ts';

/** A step that a person wants to take; `page` for those that are about one page. */
export interface AskedStep {
  readonly step: StepName;
  readonly page?: string;
}
