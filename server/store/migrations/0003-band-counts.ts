import type { Migration } from '../migrate.ts';

/** How many projects of each size a round of the pipeline came to: what the next year is compared with. */
export const bandCounts: Migration = {
  name: 'counts by size of pipeline rounds',
  sql: `
ALTER TABLE pipelineRounds ADD COLUMN count_from10_yi INTEGER;
ALTER TABLE pipelineRounds ADD COLUMN count_from5_yi INTEGER;
ALTER TABLE pipelineRounds ADD COLUMN count_from1_yi INTEGER;
ALTER TABLE pipelineRounds ADD COLUMN count_below1_yi INTEGER;
`,
};
