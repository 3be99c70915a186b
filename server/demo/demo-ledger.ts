/**
 * The demo ledger: the work of an invented office in 2017, in every register. Names of people are recognisably made up,
 * every figure is invented, and the settings mark it as demo data, which every slide then shows. Its photos are drawings,
 * marked as such.
 */
import type { ChangeRequest } from '../changes/changes.ts';
import { DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import { unitRequests } from './demo-directory.ts';
import { pictureRequests, STAND_INS, type KeptPictures } from './demo-pictures.ts';
import { pipelineRequests } from './demo-pipeline.ts';
import { DEMO_PLAYLIST, EVERY_KIND_PLAYLIST } from './demo-playlist.ts';
import { DEMO_YEAR, projectRequests } from './demo-projects.ts';
import { holidayRequests } from './holidays.ts';
import { DEMO_SCHEME, demoSchemes } from './schemes.ts';
import { create, tableRequests } from './table.ts';

const SETTINGS = {
  office: '区重点项目办',
  district: '示范区',
  year: DEMO_YEAR,
  asOf: `${DEMO_YEAR}-12-31`,
  timeProgress: 'linearMonth',
  source: '调度数',
  demo: true,
  scheme: DEMO_SCHEME,
};

/** The registers with a table of their own, each after those that it refers to. */
const TABLES: readonly RegisterName[] = [
  'permitItems',
  'permits',
  'departmentFeeds',
  'issues',
  'campaigns',
  'visits',
  'notices',
  'workGroups',
  'meetings',
  'decisions',
  'checks',
  'commencements',
  'commencementEntries',
  'pipelineRounds',
  'mechanisms',
  'externalScores',
  'servicePairs',
  'contests',
  'scoreEntries',
  'boardSignoffs',
  'duties',
  'leaderReports',
  'bulletins',
];

export const DEMO_GROUP = 'demo-group';
export const DEMO_SCREEN = 'demo-screen';

const displayRequests = (stage: Stage): readonly ChangeRequest[] => [
  create('playlists', 'demo-playlist', { name: '每日循环', entries: DEMO_PLAYLIST }),
  create('playlists', 'demo-every-kind', { name: '页面样张', entries: EVERY_KIND_PLAYLIST }),
  create('groups', DEMO_GROUP, {
    name: '演示屏组',
    playlist: 'demo-playlist',
    theme: 'red',
    locale: 'zh-CN',
    spotlight: true,
  }),
  create('screens', DEMO_SCREEN, { name: '演示屏', group: DEMO_GROUP, stage, revoked: false }),
];

/**
 * The changes that load the demo ledger into an empty one, in an order in which each refers to earlier ones.
 * @param pictures the files that its photos name; without, the records name files that are not there.
 */
export const demoRequests = (pictures: KeptPictures = STAND_INS): readonly ChangeRequest[] => [
  ...demoSchemes(DEMO_YEAR),
  create('settings', 'settings', SETTINGS),
  ...holidayRequests(),
  ...unitRequests(),
  ...projectRequests(),
  ...TABLES.flatMap(tableRequests),
  ...pipelineRequests(),
  ...pictureRequests(pictures),
  ...displayRequests(DEFAULT_STAGE),
];
