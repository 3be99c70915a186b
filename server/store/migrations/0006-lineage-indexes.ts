import type { Migration } from '../migrate.ts';

/** Taking back an import of thousands of projects looks through every reference to each: without these, row by row. */
export const lineageIndexes: Migration = {
  name: 'indexes of the lineage of projects',
  sql: `
CREATE INDEX projects_parent ON projects (parent);
CREATE INDEX projects_split_from ON projects (split_from);
CREATE INDEX projects_merged_into ON projects (merged_into);
`,
};
