import type { Migration } from '../migrate.ts';

/** Where the pictures of an imported sheet lay, and over which projects' rows. */
export const importPictures: Migration = {
  name: 'pictures of imports',
  sql: 'ALTER TABLE imports ADD COLUMN pictures TEXT;',
};
