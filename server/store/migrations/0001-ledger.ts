import type { Migration } from '../migrate.ts';

/**
 * One table per register, the log, and what lives beside the ledger: sessions and screens' tokens.
 * Written out by hand and never edited later: it says what files of this version look like.
 */
export const ledgerTables: Migration = {
  name: 'ledger',
  sql: `
CREATE TABLE settings (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  office TEXT NOT NULL, district TEXT NOT NULL, year INTEGER NOT NULL, as_of TEXT NOT NULL,
  time_progress TEXT NOT NULL, source TEXT NOT NULL, demo INTEGER NOT NULL
) STRICT;

CREATE TABLE units (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE, short_name TEXT NOT NULL, "group" TEXT NOT NULL, official_order INTEGER NOT NULL,
  other_names TEXT
) STRICT;

CREATE TABLE leaders (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT, protocol_order INTEGER NOT NULL, phone TEXT
) STRICT;

CREATE TABLE projects (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, short_name TEXT, list_order INTEGER NOT NULL,
  key_level TEXT NOT NULL, sector TEXT NOT NULL, planned_start_in_year INTEGER NOT NULL,
  carried_over INTEGER NOT NULL, planned_completion_in_year INTEGER NOT NULL, lifecycle TEXT NOT NULL,
  content TEXT, total_investment_yuan INTEGER NOT NULL, invested_before_yuan INTEGER NOT NULL,
  planned_start TEXT, actual_start TEXT, resumed_on TEXT, planned_finish TEXT, actual_finish TEXT,
  physical_progress TEXT,
  lead_unit TEXT NOT NULL REFERENCES units (id), sponsor_leader TEXT REFERENCES leaders (id),
  responsible_person TEXT
) STRICT;
CREATE INDEX projects_lead_unit ON projects (lead_unit);
CREATE INDEX projects_sponsor_leader ON projects (sponsor_leader);

CREATE TABLE plans (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), year INTEGER NOT NULL, version INTEGER NOT NULL,
  effective_from TEXT NOT NULL, amount_yuan INTEGER NOT NULL, document TEXT,
  UNIQUE (project, year, version)
) STRICT;

CREATE TABLE reports (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), as_of TEXT NOT NULL, completed_ytd_yuan INTEGER NOT NULL,
  state TEXT NOT NULL, note TEXT,
  UNIQUE (project, as_of)
) STRICT;

CREATE TABLE milestones (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), name TEXT NOT NULL, baseline_on TEXT NOT NULL,
  due_on TEXT NOT NULL, done_on TEXT, weight INTEGER NOT NULL
) STRICT;
CREATE INDEX milestones_project ON milestones (project);

CREATE TABLE playlists (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE, entries TEXT NOT NULL
) STRICT;

CREATE TABLE groups (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE, playlist TEXT NOT NULL REFERENCES playlists (id), theme TEXT NOT NULL,
  locale TEXT NOT NULL, spotlight INTEGER NOT NULL
) STRICT;
CREATE INDEX groups_playlist ON groups (playlist);

CREATE TABLE screens (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE, "group" TEXT NOT NULL REFERENCES groups (id), stage TEXT NOT NULL,
  location TEXT, revoked INTEGER NOT NULL
) STRICT;
CREATE INDEX screens_group ON screens ("group");

CREATE TABLE users (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  username TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL, role TEXT NOT NULL, disabled INTEGER NOT NULL,
  password_hash TEXT NOT NULL
) STRICT;

CREATE TABLE changes (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor_id TEXT NOT NULL, actor_name TEXT NOT NULL,
  set_seq INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'delete')),
  register TEXT NOT NULL, record TEXT NOT NULL, fields TEXT NOT NULL, reason TEXT,
  previous_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX changes_record ON changes (register, record, seq);
CREATE TRIGGER changes_are_never_edited BEFORE UPDATE ON changes
  BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER changes_are_never_removed BEFORE DELETE ON changes
  BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER changes_are_only_appended BEFORE INSERT ON changes
  WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM changes)
  BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL, used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_user ON sessions (user);

CREATE TABLE screen_tokens (
  token_hash TEXT PRIMARY KEY, screen TEXT NOT NULL REFERENCES screens (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX screen_tokens_screen ON screen_tokens (screen);

CREATE TABLE screen_links (
  token_hash TEXT PRIMARY KEY, screen TEXT NOT NULL REFERENCES screens (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX screen_links_screen ON screen_links (screen);
`,
};
