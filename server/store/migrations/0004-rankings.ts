import type { Migration } from '../migrate.ts';

/** Assessment schemes, lights as data, red and black boards, and editions. */
export const rankings: Migration = {
  name: 'schemes, lights, red and black boards, editions',
  sql: `
CREATE TABLE schemes (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
  effective_from TEXT NOT NULL, effective_to TEXT, approval_document TEXT, note TEXT,
  UNIQUE (name, version)
) STRICT;

CREATE TABLE scoreEntries (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  scheme TEXT NOT NULL, item TEXT NOT NULL, unit TEXT NOT NULL REFERENCES units (id),
  project TEXT REFERENCES projects (id), "on" TEXT NOT NULL, points_hundredths INTEGER, judge TEXT,
  reason TEXT NOT NULL, evidence TEXT, state TEXT NOT NULL, approver TEXT
) STRICT;
CREATE INDEX scoreEntries_unit ON scoreEntries (unit);
CREATE INDEX scoreEntries_project ON scoreEntries (project);

CREATE TABLE exemptions (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  unit TEXT NOT NULL REFERENCES units (id), "from" TEXT NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX exemptions_unit ON exemptions (unit);

CREATE TABLE boardSignoffs (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  board TEXT NOT NULL, "group" TEXT NOT NULL, as_of TEXT NOT NULL, scheme TEXT NOT NULL REFERENCES schemes (id),
  units TEXT NOT NULL, "from" TEXT NOT NULL, until TEXT, state TEXT NOT NULL, document TEXT, withdrawal_reason TEXT
) STRICT;
CREATE INDEX boardSignoffs_scheme ON boardSignoffs (scheme);

CREATE TABLE editions (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  year INTEGER NOT NULL, number INTEGER NOT NULL, correction INTEGER NOT NULL, title TEXT NOT NULL,
  rhythm TEXT NOT NULL, as_of TEXT NOT NULL, state TEXT NOT NULL, position INTEGER, content TEXT,
  round INTEGER NOT NULL, stages INTEGER NOT NULL, frozen_by TEXT REFERENCES users (id), frozen_by_name TEXT,
  frozen_at INTEGER, signed_by TEXT REFERENCES users (id), signed_by_name TEXT, signed_at INTEGER, air_at INTEGER,
  on_air_at INTEGER, ended_at INTEGER, corrects TEXT REFERENCES editions (id), reason TEXT, public_note TEXT,
  hidden_slides TEXT, signed_on_behalf_of TEXT REFERENCES users (id), signed_on_behalf_of_name TEXT,
  acknowledged TEXT, acknowledgement TEXT,
  UNIQUE (year, number, correction)
) STRICT;
CREATE INDEX editions_frozen_by ON editions (frozen_by);
CREATE INDEX editions_signed_by ON editions (signed_by);
CREATE INDEX editions_corrects ON editions (corrects);
CREATE INDEX editions_signed_on_behalf_of ON editions (signed_on_behalf_of);

CREATE TABLE editionReviews (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  edition TEXT NOT NULL REFERENCES editions (id), round INTEGER NOT NULL, stage INTEGER NOT NULL,
  decision TEXT NOT NULL, "by" TEXT NOT NULL REFERENCES users (id), by_name TEXT NOT NULL,
  on_behalf_of TEXT REFERENCES users (id), on_behalf_of_name TEXT, content TEXT NOT NULL, comment TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX editionReviews_edition ON editionReviews (edition);
CREATE INDEX editionReviews_by ON editionReviews ("by");
CREATE INDEX editionReviews_on_behalf_of ON editionReviews (on_behalf_of);

CREATE TABLE delegations (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  principal TEXT NOT NULL REFERENCES users (id), delegate TEXT NOT NULL REFERENCES users (id),
  "from" TEXT NOT NULL, until TEXT NOT NULL, document TEXT NOT NULL
) STRICT;
CREATE INDEX delegations_principal ON delegations (principal);
CREATE INDEX delegations_delegate ON delegations (delegate);

ALTER TABLE settings ADD COLUMN time_curve TEXT;
ALTER TABLE settings ADD COLUMN new_starts TEXT;
ALTER TABLE settings ADD COLUMN withdrawn TEXT;
ALTER TABLE settings ADD COLUMN lights TEXT;
ALTER TABLE settings ADD COLUMN light_rule TEXT;
ALTER TABLE settings ADD COLUMN scheme TEXT REFERENCES schemes (id);
ALTER TABLE settings ADD COLUMN review_stages INTEGER;
ALTER TABLE settings ADD COLUMN public_source TEXT;
ALTER TABLE settings ADD COLUMN public_address TEXT;
ALTER TABLE settings ADD COLUMN board_mode TEXT;
ALTER TABLE settings ADD COLUMN board_top INTEGER;
ALTER TABLE plans ADD COLUMN monthly_yuan TEXT;
ALTER TABLE groups ADD COLUMN source TEXT;
ALTER TABLE contests ADD COLUMN edition TEXT REFERENCES editions (id);
ALTER TABLE contests ADD COLUMN metric TEXT;
`,
};
