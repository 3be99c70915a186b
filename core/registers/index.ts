/** Every register of the product, in the order of the menu. */
import type { RecordOf, Register } from '../register/declare.ts';
import { boardSignoffs } from './board-signoffs.ts';
import { bulletins } from './bulletins.ts';
import { campaigns } from './campaigns.ts';
import { checks } from './checks.ts';
import { commencementEntries } from './commencement-entries.ts';
import { commencements } from './commencements.ts';
import { contests } from './contests.ts';
import { criticisms } from './criticisms.ts';
import { decisions } from './decisions.ts';
import { declarations } from './declarations.ts';
import { departmentFeeds } from './department-feeds.ts';
import { duties } from './duties.ts';
import { delegations, editionReviews, editions } from './editions.ts';
import { exemptions } from './exemptions.ts';
import { externalScores } from './external-scores.ts';
import { groups } from './groups.ts';
import { holidays } from './holidays.ts';
import { importTemplates, imports } from './imports.ts';
import { issues } from './issues.ts';
import { leaderReports } from './leader-reports.ts';
import { leaders } from './leaders.ts';
import { media } from './media.ts';
import { mechanisms } from './mechanisms.ts';
import { meetings } from './meetings.ts';
import { milestones } from './milestones.ts';
import { notices } from './notices.ts';
import { permitItems } from './permit-items.ts';
import { permits } from './permits.ts';
import { photos } from './photos.ts';
import { pipeline } from './pipeline.ts';
import { pipelineRounds } from './pipeline-rounds.ts';
import { plans } from './plans.ts';
import { playlists } from './playlists.ts';
import { projects } from './projects.ts';
import { reports } from './reports.ts';
import { schemes } from './schemes.ts';
import { scoreEntries } from './score-entries.ts';
import { screens } from './screens.ts';
import { servicePairs } from './service-pairs.ts';
import { settings } from './settings.ts';
import { themes } from './themes.ts';
import { tokens } from './tokens.ts';
import { units } from './units.ts';
import { users } from './users.ts';
import { visits } from './visits.ts';
import { workGroups } from './work-groups.ts';

export const REGISTERS = {
  settings,
  units,
  leaders,
  pipeline,
  projects,
  plans,
  reports,
  milestones,
  permitItems,
  permits,
  holidays,
  departmentFeeds,
  issues,
  campaigns,
  visits,
  notices,
  criticisms,
  workGroups,
  meetings,
  decisions,
  checks,
  commencements,
  commencementEntries,
  pipelineRounds,
  declarations,
  mechanisms,
  externalScores,
  servicePairs,
  contests,
  schemes,
  scoreEntries,
  exemptions,
  boardSignoffs,
  duties,
  leaderReports,
  bulletins,
  editions,
  editionReviews,
  delegations,
  photos,
  media,
  playlists,
  themes,
  groups,
  screens,
  imports,
  importTemplates,
  users,
  tokens,
} as const;

export type RegisterName = keyof typeof REGISTERS;

/** The records of each register. */
export type RecordTypes = { readonly [R in RegisterName]: RecordOf<(typeof REGISTERS)[R]> };

export type Medium = RecordTypes['media'];
export type Theme = RecordTypes['themes'];
export type Settings = RecordTypes['settings'];
export type Unit = RecordTypes['units'];
export type Leader = RecordTypes['leaders'];
export type PipelineProject = RecordTypes['pipeline'];
export type Project = RecordTypes['projects'];
export type Plan = RecordTypes['plans'];
export type Report = RecordTypes['reports'];
export type Milestone = RecordTypes['milestones'];
export type PermitItem = RecordTypes['permitItems'];
export type Permit = RecordTypes['permits'];
export type Holiday = RecordTypes['holidays'];
export type DepartmentFeed = RecordTypes['departmentFeeds'];
export type Issue = RecordTypes['issues'];
export type Campaign = RecordTypes['campaigns'];
export type Visit = RecordTypes['visits'];
export type Notice = RecordTypes['notices'];
export type Criticism = RecordTypes['criticisms'];
export type WorkGroup = RecordTypes['workGroups'];
export type Meeting = RecordTypes['meetings'];
export type Decision = RecordTypes['decisions'];
export type Check = RecordTypes['checks'];
export type Commencement = RecordTypes['commencements'];
export type CommencementEntry = RecordTypes['commencementEntries'];
export type PipelineRound = RecordTypes['pipelineRounds'];
export type Declaration = RecordTypes['declarations'];
export type Mechanism = RecordTypes['mechanisms'];
export type ExternalScore = RecordTypes['externalScores'];
export type ServicePair = RecordTypes['servicePairs'];
export type Contest = RecordTypes['contests'];
export type SchemeRecord = RecordTypes['schemes'];
export type ScoreEntry = RecordTypes['scoreEntries'];
export type Exemption = RecordTypes['exemptions'];
export type BoardSignoff = RecordTypes['boardSignoffs'];
export type Duty = RecordTypes['duties'];
export type LeaderReport = RecordTypes['leaderReports'];
export type Bulletin = RecordTypes['bulletins'];
export type Edition = RecordTypes['editions'];
export type EditionReview = RecordTypes['editionReviews'];
export type Delegation = RecordTypes['delegations'];
export type Photo = RecordTypes['photos'];
export type Playlist = RecordTypes['playlists'];
export type Group = RecordTypes['groups'];
export type Screen = RecordTypes['screens'];
export type ImportRecord = RecordTypes['imports'];
export type ImportTemplate = RecordTypes['importTemplates'];
export type User = RecordTypes['users'];
export type Token = RecordTypes['tokens'];

export const isRegisterName = (name: string): name is RegisterName =>
  Object.prototype.hasOwnProperty.call(REGISTERS, name);

/** The declaration under a name; for generic code that treats all registers alike. */
export const registerNamed = (name: RegisterName): Register => REGISTERS[name] as unknown as Register;
