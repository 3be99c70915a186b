import type { Migration } from '../migrate.ts';

/** Media, own themes, schedules, and what a screen and its group may be set to. */
export const screenSettings: Migration = {
  name: 'media, themes, schedules, settings of screens',
  sql: `
CREATE TABLE media (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, type TEXT NOT NULL, file TEXT NOT NULL, bytes INTEGER NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, duration_ms INTEGER
) STRICT;

CREATE TABLE themes (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE, base TEXT NOT NULL, tokens TEXT NOT NULL
) STRICT;

ALTER TABLE groups ADD COLUMN own_theme TEXT REFERENCES themes (id);
ALTER TABLE groups ADD COLUMN greyscale INTEGER;
ALTER TABLE groups ADD COLUMN roadside INTEGER;
ALTER TABLE groups ADD COLUMN schedule TEXT;
CREATE INDEX groups_own_theme ON groups (own_theme);

ALTER TABLE screens ADD COLUMN motion TEXT;
ALTER TABLE screens ADD COLUMN test_card INTEGER;

ALTER TABLE settings ADD COLUMN quiet_hour INTEGER;
ALTER TABLE settings ADD COLUMN stale_after_days INTEGER;
`,
};
