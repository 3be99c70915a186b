/** Every register of the product, in the order in which a ledger is loaded: what is referred to comes first. */
import type { RecordOf, Register } from '../register/declare.ts';
import { groups } from './groups.ts';
import { leaders } from './leaders.ts';
import { milestones } from './milestones.ts';
import { plans } from './plans.ts';
import { playlists } from './playlists.ts';
import { projects } from './projects.ts';
import { reports } from './reports.ts';
import { screens } from './screens.ts';
import { settings } from './settings.ts';
import { units } from './units.ts';
import { users } from './users.ts';

export const REGISTERS = {
  settings,
  units,
  leaders,
  projects,
  plans,
  reports,
  milestones,
  playlists,
  groups,
  screens,
  users,
} as const;

export type RegisterName = keyof typeof REGISTERS;

export type Settings = RecordOf<typeof settings>;
export type Unit = RecordOf<typeof units>;
export type Leader = RecordOf<typeof leaders>;
export type Project = RecordOf<typeof projects>;
export type Plan = RecordOf<typeof plans>;
export type Report = RecordOf<typeof reports>;
export type Milestone = RecordOf<typeof milestones>;
export type Playlist = RecordOf<typeof playlists>;
export type Group = RecordOf<typeof groups>;
export type Screen = RecordOf<typeof screens>;
export type User = RecordOf<typeof users>;

export interface RecordTypes {
  settings: Settings;
  units: Unit;
  leaders: Leader;
  projects: Project;
  plans: Plan;
  reports: Report;
  milestones: Milestone;
  playlists: Playlist;
  groups: Group;
  screens: Screen;
  users: User;
}

export const isRegisterName = (name: string): name is RegisterName =>
  Object.prototype.hasOwnProperty.call(REGISTERS, name);

/** The declaration under a name; for generic code that treats all registers alike. */
export const registerNamed = (name: RegisterName): Register => REGISTERS[name] as unknown as Register;
