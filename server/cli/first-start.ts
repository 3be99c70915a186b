import { demoRequests } from '../demo/demo-ledger.ts';
import { DEMO_PICTURES, type KeptPicture, type KeptPictures } from '../demo/demo-pictures.ts';
import type { Files } from '../files/files.ts';
import { drawnJpeg } from '../media/image.ts';
import { readPicture } from '../photos/picture.ts';
import { holidayRequests } from '../demo/holidays.ts';
import { schemeDrafts } from '../demo/schemes.ts';
import { officeDate } from '../../core/office-time.ts';
import { yearOf } from '../../core/time.ts';
import type { Parts } from '../parts.ts';
import { SYSTEM } from './parts.ts';
import { say, words } from './words.ts';

/** Draws the demo's pictures and keeps them as photos are kept. */
async function keepPictures(files: Files): Promise<KeptPictures> {
  const keep = async ({ name, svg }: (typeof DEMO_PICTURES)[number]): Promise<[string, KeptPicture]> => {
    const picture = await readPicture(await drawnJpeg(svg));
    if (!picture.ok) throw new Error(`the picture ${name} of the demo: ${picture.problem}`);
    const { jpeg, likeness, width, height } = picture.value;
    return [name, { file: await files.put(jpeg), bytes: jpeg.byteLength, likeness, width, height }];
  };
  return new Map(await Promise.all(DEMO_PICTURES.map(keep)));
}

/** Loads the demo ledger into an empty one. */
export async function loadDemo({ changes, files }: Pick<Parts, 'changes' | 'files'>): Promise<void> {
  const outcome = changes.commit(SYSTEM, demoRequests(await keepPictures(files)), '载入演示台账');
  if (!outcome.ok) throw new Error(`the demo ledger was refused: ${JSON.stringify(outcome.problem)}`);
  say(words.demoLoaded(outcome.value.changes.length));
}

/** Gives an empty ledger the public holidays that are known: without them no clock counts working days rightly. */
export function loadHolidays({ changes }: Parts): void {
  const outcome = changes.commit(SYSTEM, holidayRequests(), '载入法定节假日与调休安排');
  if (!outcome.ok) throw new Error(`the holidays were refused: ${JSON.stringify(outcome.problem)}`);
}

/** Gives an empty ledger the two examples of assessment schemes, as drafts from the beginning of the present year. */
export function loadSchemeDrafts({ changes, now }: Parts): void {
  const outcome = changes.commit(SYSTEM, schemeDrafts(yearOf(officeDate(now()))), '载入考核方案示例（拟定）');
  if (!outcome.ok) throw new Error(`the schemes were refused: ${JSON.stringify(outcome.problem)}`);
}

/** Creates the account `admin` with a password that the operator chose, where no account exists. */
export async function createFirstAdmin({ changes, accounts, config }: Parts): Promise<void> {
  if (config.adminPassword === null || !accounts.needsSetup()) return;
  const passwordHash = await accounts.hashPassword(config.adminPassword);
  const values = { username: 'admin', displayName: '管理员', role: 'admin', disabled: false, passwordHash };
  const outcome = changes.commit(SYSTEM, [{ kind: 'create', register: 'users', values }]);
  if (!outcome.ok) throw new Error(`the account admin was refused: ${JSON.stringify(outcome.problem)}`);
}

/**
 * What an empty data folder gets: the demo ledger, or the public holidays and two drafts of schemes where that is declined,
 * and the first account if a password is given. Nothing is added to a ledger that has begun.
 */
export async function prepareFirstStart(parts: Parts): Promise<void> {
  const empty = parts.changes.ledger().revision === 0;
  if (empty && parts.config.demo === 'auto') await loadDemo(parts);
  else if (empty) {
    loadHolidays(parts);
    loadSchemeDrafts(parts);
  }
  await createFirstAdmin(parts);
}
