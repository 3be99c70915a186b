/** The product's parts on a real store in memory, with a clock that only moves when told to. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { Role } from '../../core/register/role.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { instant, type Instant } from '../../core/time.ts';
import { createAccounts } from '../../server/accounts/sqlite-accounts.ts';
import type { ChangeRequest } from '../../server/changes/changes.ts';
import { createChanges } from '../../server/changes/sqlite-changes.ts';
import type { Config } from '../../server/config.ts';
import { createEditions } from '../../server/editions/create-editions.ts';
import { createEvents } from '../../server/events/sqlite-events.ts';
import { createFiles } from '../../server/files/folder-files.ts';
import { createImports } from '../../server/imports/create-imports.ts';
import type { Parts } from '../../server/parts.ts';
import { createStatuses } from '../../server/screens/memory-statuses.ts';
import { createPairing } from '../../server/screens/sqlite-pairing.ts';
import type { Database } from '../../server/store/database.ts';
import { openStoreFile } from '../../server/store/open-store.ts';

export const PASSWORD = 'correct horse';

/** A moment in June 2017. */
const START = 1_496_300_000_000;

const create = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

const WAN = 10_000;

const project = (number: number, unit: string, planWan: number, completedWan: number): readonly ChangeRequest[] => [
  create('projects', `p${number}`, {
    code: `XM-${number}`,
    name: `第${number}项目`,
    listOrder: 10 - number,
    keyLevel: number === 1 ? 'provincial' : 'municipal',
    sector: 'industry',
    plannedStartInYear: false,
    carriedOver: true,
    plannedCompletionInYear: false,
    lifecycle: 'started',
    totalInvestmentYuan: 9000 * WAN,
    investedBeforeYuan: 0,
    resumedOn: '2017-02-13',
    leadUnit: unit,
    responsiblePerson: '某某',
  }),
  create('plans', `plan${number}`, {
    project: `p${number}`,
    year: 2017,
    version: 1,
    effectiveFrom: '2017-01-01',
    amountYuan: planWan * WAN,
  }),
  create('reports', `report${number}`, {
    project: `p${number}`,
    asOf: '2017-05-31',
    completedYtdYuan: completedWan * WAN,
    state: 'verified',
  }),
];

const unit = (number: number, name: string): ChangeRequest =>
  create('units', `u${number}`, { name, shortName: name, group: 'township', officialOrder: number });

/**
 * A small office in May 2017: 柳园乡 has completed 3 of 7 (42.9 %), 临河镇 2 of 3 (66.7 %), 东风路 is without projects.
 */
export const OFFICE: readonly ChangeRequest[] = [
  create('settings', 'settings', {
    office: '重点项目办',
    district: '示范区',
    year: 2017,
    asOf: '2017-05-31',
    timeProgress: 'linearMonth',
    source: '调度数',
    demo: false,
  }),
  unit(1, '柳园乡'),
  unit(2, '临河镇'),
  unit(3, '东风路街道办'),
  create('leaders', 'leader1', { name: '张某', protocolOrder: 1, phone: '0371-0000' }),
  ...project(1, 'u1', 7000, 3000),
  ...project(2, 'u2', 3000, 2000),
  create('playlists', 'loop', {
    name: '循环',
    entries: [{ id: 'all', kind: 'projects', options: {}, seconds: 0, enabled: true }],
  }),
  create('groups', 'hall', { name: '大厅', playlist: 'loop', theme: 'red', locale: 'zh-CN', spotlight: false }),
  create('screens', 'wall', { name: '大屏', group: 'hall', stage: DEFAULT_STAGE, revoked: false }),
];

export interface TestParts {
  readonly parts: Parts;
  readonly database: Database;
  /** Moves the clock. */
  readonly pass: (milliseconds: number) => void;
}

const onError = (error: unknown): void => {
  throw error;
};

/** Goes when the process does: parts are also made where no test is running yet. */
const dataFolders = mkdtempSync(join(tmpdir(), 'paceboard-parts-'));
process.once('exit', () => rmSync(dataFolders, { recursive: true, force: true }));

/** Parts with the given ledger; nobody has an account. */
export async function testParts(
  requests: readonly ChangeRequest[] = OFFICE,
  config: Partial<Config> = {},
): Promise<TestParts> {
  let time = START;
  const now = (): Instant => instant(time);
  const database = await openStoreFile(':memory:');
  const log = pino({ level: 'silent' });
  const changes = createChanges(database, { now, onError });
  const events = createEvents({ database, now, log });
  const files = createFiles(config.dataFolder ?? mkdtempSync(join(dataFolders, 'data-')));
  const parts: Parts = {
    config: {
      port: 0,
      host: '127.0.0.1',
      dataFolder: '',
      demo: 'never',
      adminPassword: null,
      tls: null,
      trustProxy: false,
      logLevel: 'silent',
      pagesFolder: resolve(import.meta.dirname, 'no-pages'),
      ...config,
    },
    log,
    metrics: new Registry(),
    now,
    exactNow: now,
    changes,
    accounts: createAccounts({ database, changes, events, now, log }),
    events,
    files,
    imports: createImports({ changes, files, now, log }),
    editions: createEditions({ changes, files, now, log }),
    pairing: createPairing({ database, now }),
    statuses: createStatuses(),
    build: 'test',
  };
  save(parts, ...requests);
  return {
    parts,
    database,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** Writes that must be accepted. */
export function save({ changes }: Pick<Parts, 'changes'>, ...requests: readonly ChangeRequest[]): void {
  if (requests.length === 0) return;
  const result = changes.commit({ id: 'system', name: '系统' }, requests);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
}

/** An enabled account per role, named and numbered after it, with the password PASSWORD; a reporter is of the first unit. */
export async function saveAccounts(parts: Parts, ...roles: readonly Role[]): Promise<void> {
  const passwordHash = await parts.accounts.hashPassword(PASSWORD);
  const [unit] = parts.changes.ledger().tables.units.keys();
  const account = (role: Role): ChangeRequest =>
    create('users', role, {
      username: role,
      displayName: `${role}某`,
      role,
      disabled: false,
      passwordHash,
      ...(role === 'reporter' ? { unit } : {}),
    });
  save(parts, ...roles.filter((role) => role !== 'reporter' || unit !== undefined).map(account));
}
