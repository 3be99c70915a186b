/** Every measure by its name: what schemes, contests, rankings and definitions refer to. */
import { APPROVALS } from './approvals.ts';
import { COURSE } from './course.ts';
import type { MeasureId } from './ids.ts';
import { INVESTMENT } from './investment.ts';
import type { Measure } from './measure.ts';
import { PIPELINE } from './pipeline.ts';
import { PROGRESS } from './progress.ts';
import { REPORTING } from './reporting.ts';
import { SIZES } from './sizes.ts';
import { STARTS } from './starts.ts';
import { SUPERVISION } from './supervision.ts';

export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  ...INVESTMENT,
  ...SIZES,
  ...STARTS,
  ...PROGRESS,
  ...REPORTING,
  ...APPROVALS,
  ...SUPERVISION,
  ...COURSE,
  ...PIPELINE,
};
