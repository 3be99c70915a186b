import type { Migration } from '../migrate.ts';

/**
 * The whole ledger: every system of the office, the unverified figure beside the verified one, and the log of events
 * (logins, exports and what else is no change of a record).
 */
export const wholeLedger: Migration = {
  name: 'whole ledger',
  sql: `
ALTER TABLE settings ADD COLUMN show_reported INTEGER;
ALTER TABLE settings ADD COLUMN show_leader TEXT;
ALTER TABLE settings ADD COLUMN four_eyes INTEGER;
ALTER TABLE settings ADD COLUMN report_period TEXT;
ALTER TABLE settings ADD COLUMN report_days INTEGER;
ALTER TABLE settings ADD COLUMN guarantees TEXT;

ALTER TABLE units ADD COLUMN coordinator TEXT;
ALTER TABLE units ADD COLUMN backup TEXT;
ALTER TABLE units ADD COLUMN phone TEXT;
ALTER TABLE units ADD COLUMN active_from TEXT;
ALTER TABLE units ADD COLUMN active_to TEXT;
ALTER TABLE units ADD COLUMN successor TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE leaders ADD COLUMN active_from TEXT;
ALTER TABLE leaders ADD COLUMN active_to TEXT;

ALTER TABLE projects ADD COLUMN sponsor_since TEXT;
ALTER TABLE projects ADD COLUMN support_units TEXT;
ALTER TABLE projects ADD COLUMN site_lead TEXT;
ALTER TABLE projects ADD COLUMN owner_org TEXT;
ALTER TABLE projects ADD COLUMN liaison TEXT;
ALTER TABLE projects ADD COLUMN liaison_phone TEXT;
ALTER TABLE projects ADD COLUMN start_evidence TEXT;
ALTER TABLE projects ADD COLUMN completion_kind TEXT;
ALTER TABLE projects ADD COLUMN suspended_on TEXT;
ALTER TABLE projects ADD COLUMN suspension_reason TEXT;
ALTER TABLE projects ADD COLUMN listed_from TEXT;
ALTER TABLE projects ADD COLUMN delisted_on TEXT;
ALTER TABLE projects ADD COLUMN parent TEXT REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE projects ADD COLUMN split_from TEXT REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE projects ADD COLUMN merged_into TEXT REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE projects ADD COLUMN headquarters TEXT;
ALTER TABLE projects ADD COLUMN implementation_plan TEXT;
ALTER TABLE projects ADD COLUMN implementation_plan_on TEXT;
ALTER TABLE projects ADD COLUMN remark TEXT;

ALTER TABLE plans ADD COLUMN reason TEXT;

ALTER TABLE milestones ADD COLUMN evidence TEXT;
ALTER TABLE milestones ADD COLUMN move_reason TEXT;
ALTER TABLE milestones ADD COLUMN rebaseline_document TEXT;
ALTER TABLE milestones ADD COLUMN waived_on TEXT;
ALTER TABLE milestones ADD COLUMN waiver_reason TEXT;

ALTER TABLE users ADD COLUMN unit TEXT REFERENCES units (id);

CREATE TABLE reports_with_verification (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), as_of TEXT NOT NULL, reported_ytd_yuan INTEGER,
  completed_ytd_yuan INTEGER, completed_month_yuan INTEGER, correction_reason TEXT, physical_progress TEXT,
  progress_stage INTEGER, difficulties TEXT, state TEXT NOT NULL, return_reason TEXT, submitted_on TEXT,
  note TEXT,
  UNIQUE (project, as_of)
) STRICT;
INSERT INTO reports_with_verification
  (id, revision, changed_at, project, as_of, completed_ytd_yuan, state, note)
  SELECT id, revision, changed_at, project, as_of, completed_ytd_yuan, state, note FROM reports;
DROP TABLE reports;
ALTER TABLE reports_with_verification RENAME TO reports;

CREATE TABLE pipeline (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  code TEXT NOT NULL, name TEXT NOT NULL, year INTEGER NOT NULL, sector TEXT NOT NULL,
  lead_unit TEXT NOT NULL REFERENCES units (id), content TEXT, total_investment_yuan INTEGER NOT NULL,
  annual_plan_yuan INTEGER NOT NULL, planned_start TEXT, planned_finish TEXT, intended_level TEXT NOT NULL,
  round INTEGER, state TEXT NOT NULL, verdict TEXT, project TEXT REFERENCES projects (id),
  UNIQUE (code)
) STRICT;
CREATE INDEX pipeline_lead_unit ON pipeline (lead_unit);
CREATE INDEX pipeline_project ON pipeline (project);

CREATE TABLE permitItems (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL, item_order INTEGER NOT NULL, authority TEXT NOT NULL, limit_days INTEGER NOT NULL,
  retired INTEGER, remark TEXT,
  UNIQUE (name)
) STRICT;

CREATE TABLE permits (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), item TEXT NOT NULL REFERENCES permitItems (id),
  state TEXT NOT NULL, authority TEXT NOT NULL, department TEXT REFERENCES units (id), handler TEXT,
  guide TEXT, accepted_on TEXT, limit_days INTEGER NOT NULL, stops TEXT, finished_on TEXT, reported_up_on TEXT,
  result TEXT, blocker TEXT,
  UNIQUE (project, item)
) STRICT;
CREATE INDEX permits_item ON permits (item);
CREATE INDEX permits_department ON permits (department);

CREATE TABLE holidays (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  "on" TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  UNIQUE ("on")
) STRICT;

CREATE TABLE departmentFeeds (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), item TEXT NOT NULL REFERENCES permitItems (id),
  state TEXT NOT NULL, "on" TEXT NOT NULL, source TEXT NOT NULL, note TEXT,
  UNIQUE (project, item, "on")
) STRICT;
CREATE INDEX departmentFeeds_item ON departmentFeeds (item);

CREATE TABLE issues (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT REFERENCES projects (id), category TEXT NOT NULL, description TEXT NOT NULL,
  found_on TEXT NOT NULL, found_by TEXT, measure TEXT, owner_unit TEXT NOT NULL REFERENCES units (id),
  due_on TEXT, state TEXT NOT NULL, escalation TEXT, resolved_on TEXT, reopened_times INTEGER, label TEXT
) STRICT;
CREATE INDEX issues_project ON issues (project);
CREATE INDEX issues_owner_unit ON issues (owner_unit);

CREATE TABLE campaigns (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL, note TEXT,
  UNIQUE (name, "from")
) STRICT;

CREATE TABLE visits (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), "on" TEXT NOT NULL, leader TEXT REFERENCES leaders (id),
  campaign TEXT REFERENCES campaigns (id), visitors TEXT, ledger_yuan INTEGER, found_yuan INTEGER,
  finding TEXT, problem TEXT, solved TEXT, follow_up TEXT
) STRICT;
CREATE INDEX visits_project ON visits (project);
CREATE INDEX visits_leader ON visits (leader);
CREATE INDEX visits_campaign ON visits (campaign);

CREATE TABLE notices (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  "number" TEXT NOT NULL, unit TEXT NOT NULL REFERENCES units (id), support_units TEXT,
  copy_to TEXT REFERENCES leaders (id), project TEXT REFERENCES projects (id),
  milestone TEXT REFERENCES milestones (id), urgency TEXT NOT NULL, stage TEXT NOT NULL,
  follows TEXT REFERENCES notices (id) DEFERRABLE INITIALLY DEFERRED, basis TEXT NOT NULL,
  matter TEXT NOT NULL, demand TEXT NOT NULL, issued_on TEXT, due_on TEXT NOT NULL, extension_to TEXT,
  extension_reason TEXT, extension_asked_on TEXT, extension_granted_to TEXT, state TEXT NOT NULL, reply TEXT,
  replied_on TEXT, review TEXT, closed_on TEXT, reminders INTEGER,
  UNIQUE ("number")
) STRICT;
CREATE INDEX notices_unit ON notices (unit);
CREATE INDEX notices_copy_to ON notices (copy_to);
CREATE INDEX notices_project ON notices (project);
CREATE INDEX notices_milestone ON notices (milestone);
CREATE INDEX notices_follows ON notices (follows);

CREATE TABLE criticisms (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  unit TEXT NOT NULL REFERENCES units (id), project TEXT REFERENCES projects (id),
  permit TEXT REFERENCES permits (id), fact TEXT NOT NULL, rule TEXT NOT NULL, period TEXT NOT NULL,
  state TEXT NOT NULL, decided_on TEXT, reply TEXT, withdrawal_reason TEXT, counted INTEGER
) STRICT;
CREATE INDEX criticisms_unit ON criticisms (unit);
CREATE INDEX criticisms_project ON criticisms (project);
CREATE INDEX criticisms_permit ON criticisms (permit);

CREATE TABLE workGroups (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL, kind TEXT NOT NULL, head TEXT REFERENCES leaders (id),
  deputy TEXT REFERENCES leaders (id), members TEXT, units TEXT, project TEXT REFERENCES projects (id),
  task TEXT, formed_on TEXT, dissolved_on TEXT
) STRICT;
CREATE INDEX workGroups_head ON workGroups (head);
CREATE INDEX workGroups_deputy ON workGroups (deputy);
CREATE INDEX workGroups_project ON workGroups (project);

CREATE TABLE meetings (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  kind TEXT NOT NULL, "number" INTEGER NOT NULL, name TEXT NOT NULL, held_on TEXT NOT NULL,
  "group" TEXT REFERENCES workGroups (id), chair TEXT REFERENCES leaders (id), place TEXT, projects TEXT,
  agenda TEXT, minutes TEXT,
  UNIQUE (kind, "number")
) STRICT;
CREATE INDEX meetings_group ON meetings ("group");
CREATE INDEX meetings_chair ON meetings (chair);

CREATE TABLE decisions (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  source TEXT NOT NULL, meeting TEXT REFERENCES meetings (id), "group" TEXT REFERENCES workGroups (id),
  leader TEXT REFERENCES leaders (id), project TEXT REFERENCES projects (id), decided_on TEXT NOT NULL,
  task TEXT NOT NULL, owner TEXT NOT NULL REFERENCES units (id), person TEXT, due_on TEXT NOT NULL,
  originally_due_on TEXT, state TEXT NOT NULL, progress TEXT, done_on TEXT, rolled_over INTEGER
) STRICT;
CREATE INDEX decisions_meeting ON decisions (meeting);
CREATE INDEX decisions_group ON decisions ("group");
CREATE INDEX decisions_leader ON decisions (leader);
CREATE INDEX decisions_project ON decisions (project);
CREATE INDEX decisions_owner ON decisions (owner);

CREATE TABLE checks (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  decision TEXT NOT NULL REFERENCES decisions (id), "on" TEXT NOT NULL, "by" TEXT NOT NULL, reported TEXT,
  found TEXT NOT NULL, agrees INTEGER NOT NULL
) STRICT;
CREATE INDEX checks_decision ON checks (decision);

CREATE TABLE commencements (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  year INTEGER NOT NULL, "number" INTEGER NOT NULL, name TEXT NOT NULL, held_on TEXT NOT NULL, venue TEXT,
  state TEXT NOT NULL, roles TEXT,
  UNIQUE (year, "number")
) STRICT;

CREATE TABLE commencementEntries (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  commencement TEXT NOT NULL REFERENCES commencements (id), name TEXT NOT NULL,
  project TEXT REFERENCES projects (id), unit TEXT REFERENCES units (id),
  total_investment_yuan INTEGER NOT NULL, annual_plan_yuan INTEGER NOT NULL, permits_ready INTEGER,
  UNIQUE (commencement, name)
) STRICT;
CREATE INDEX commencementEntries_project ON commencementEntries (project);
CREATE INDEX commencementEntries_unit ON commencementEntries (unit);

CREATE TABLE pipelineRounds (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  year INTEGER NOT NULL, "number" INTEGER NOT NULL, "on" TEXT NOT NULL, notice TEXT, due_on TEXT,
  projects INTEGER, total_investment_yuan INTEGER, comment TEXT,
  UNIQUE (year, "number")
) STRICT;

CREATE TABLE declarations (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  item TEXT NOT NULL REFERENCES pipeline (id), year INTEGER NOT NULL, level TEXT NOT NULL, criteria TEXT,
  state TEXT NOT NULL, submitted_on TEXT, answered_on TEXT, document TEXT,
  UNIQUE (item, level)
) STRICT;

CREATE TABLE mechanisms (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL, mechanism_order INTEGER NOT NULL, owner TEXT NOT NULL, period TEXT, entrants TEXT,
  recorded_in TEXT, retired INTEGER,
  UNIQUE (name)
) STRICT;

CREATE TABLE externalScores (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  mechanism TEXT NOT NULL REFERENCES mechanisms (id), unit TEXT REFERENCES units (id), entrant TEXT NOT NULL,
  period TEXT NOT NULL, score_hundredths INTEGER NOT NULL, rank INTEGER, "on" TEXT, document TEXT,
  UNIQUE (mechanism, entrant, period)
) STRICT;
CREATE INDEX externalScores_unit ON externalScores (unit);

CREATE TABLE servicePairs (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  department TEXT NOT NULL, project TEXT NOT NULL REFERENCES projects (id), "from" TEXT, "to" TEXT, note TEXT,
  UNIQUE (department, project)
) STRICT;
CREATE INDEX servicePairs_project ON servicePairs (project);

CREATE TABLE contests (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  season TEXT NOT NULL, round INTEGER NOT NULL, kind TEXT NOT NULL,
  first_unit TEXT NOT NULL REFERENCES units (id), second_unit TEXT REFERENCES units (id), as_of TEXT NOT NULL,
  measure TEXT NOT NULL, first_hundredths INTEGER, second_hundredths INTEGER, result TEXT NOT NULL,
  flag_holder TEXT REFERENCES units (id), letter_on TEXT, accepted_on TEXT,
  UNIQUE (season, round, first_unit)
) STRICT;
CREATE INDEX contests_first_unit ON contests (first_unit);
CREATE INDEX contests_second_unit ON contests (second_unit);
CREATE INDEX contests_flag_holder ON contests (flag_holder);

CREATE TABLE duties (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), leader TEXT REFERENCES leaders (id), item INTEGER NOT NULL,
  state TEXT NOT NULL, note TEXT, updated_on TEXT,
  UNIQUE (project, item)
) STRICT;
CREATE INDEX duties_leader ON duties (leader);

CREATE TABLE leaderReports (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  leader TEXT NOT NULL REFERENCES leaders (id), kind TEXT NOT NULL, "on" TEXT NOT NULL, projects TEXT,
  found TEXT, solved TEXT, next TEXT, submitted_on TEXT,
  UNIQUE (leader, kind, "on")
) STRICT;

CREATE TABLE bulletins (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  kind TEXT NOT NULL, year INTEGER NOT NULL, "number" INTEGER NOT NULL, running_number INTEGER,
  title TEXT NOT NULL, as_of TEXT NOT NULL, issued_on TEXT, state TEXT NOT NULL, document_number TEXT,
  body TEXT,
  UNIQUE (kind, year, "number")
) STRICT;

CREATE TABLE photos (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  project TEXT NOT NULL REFERENCES projects (id), month TEXT NOT NULL, taken_on TEXT, viewpoint TEXT,
  caption TEXT, state TEXT NOT NULL, return_reason TEXT, file TEXT NOT NULL, likeness TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, submitted_on TEXT
) STRICT;
CREATE INDEX photos_project ON photos (project);

CREATE TABLE imports (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  file_name TEXT NOT NULL, file TEXT NOT NULL, bytes INTEGER NOT NULL, profile TEXT NOT NULL, as_of TEXT,
  rows INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL
) STRICT;

CREATE TABLE importTemplates (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL, profile TEXT NOT NULL, content TEXT NOT NULL,
  UNIQUE (name)
) STRICT;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  name TEXT NOT NULL, role TEXT NOT NULL, rights TEXT NOT NULL, registers TEXT, expires_on TEXT NOT NULL,
  disabled INTEGER NOT NULL, token_hash TEXT NOT NULL,
  UNIQUE (name)
) STRICT;

CREATE INDEX changes_set ON changes (set_seq, seq);

CREATE TABLE events (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor_id TEXT NOT NULL, actor_name TEXT NOT NULL,
  kind TEXT NOT NULL, subject TEXT, address TEXT, detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX events_kind ON events (kind, seq);
CREATE TRIGGER events_are_never_edited BEFORE UPDATE ON events
  BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
  BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_are_only_appended BEFORE INSERT ON events
  WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
  BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
`,
};
