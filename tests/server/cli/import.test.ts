import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createParts } from '../../../server/cli/parts.ts';
import { readConfig } from '../../../server/config.ts';
import { OFFICE, save } from '../../support/parts.ts';
import { temporaryFolder } from '../../support/stores.ts';
import { ledgerFile } from '../imports/import-files.ts';

const root = resolve(import.meta.dirname, '../../..');
const JUNE = { name: '第1项目', completedYuan: 36_000_000 };
const STRANGER = { name: '新能源示范园', completedYuan: 1_000_000, unit: '某某局' };

let folder: string;

const environment = (): NodeJS.ProcessEnv => ({ PACEBOARD_DATA: folder, PACEBOARD_LOG: 'silent' });

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

function run(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['server/main.ts', 'import', ...args], {
    cwd: root,
    env: { ...process.env, ...environment() },
  });
  const texts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => texts.push(text.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, text: texts.join('') })));
}

/** Works on the data folder as long as no command does. */
async function inLedger<T>(work: (parts: Awaited<ReturnType<typeof createParts>>['parts']) => T): Promise<T> {
  const { parts, database } = await createParts(readConfig(environment()));
  try {
    return work(parts);
  } finally {
    database.close();
  }
}

const revision = (): Promise<number> => inLedger(({ changes }) => changes.ledger().revision);

async function fileWith(...lines: readonly (typeof JUNE)[]): Promise<string> {
  const file = join(folder, '六月台账.xlsx');
  writeFileSync(file, await ledgerFile(lines));
  return file;
}

beforeEach(async () => {
  folder = temporaryFolder();
  await inLedger((parts) => save(parts, ...OFFICE));
});

describe('the command import', () => {
  it('shows what a file would do and writes nothing without --yes', async () => {
    const before = await revision();
    const { code, text } = await run(await fileWith(JUNE));
    expect([code, await revision()]).toEqual([0, before]);
    expect(text).toContain('数据行 1:新增 0,更新 1,不变 0,跳过 0,待确认 0');
    expect(text).toContain('截至 2017-06-30');
    expect(text).toContain('仅预览,未写入');
  });

  it('writes with --yes, in the name of the system, with a reason that names the file', async () => {
    const { code, text } = await run(await fileWith(JUNE), '--yes', '--as-of', '2017-07-31');
    expect([code, text.includes('已写入')]).toEqual([0, true]);
    const [newest] = await inLedger(({ changes }) => changes.history({ register: 'imports', limit: 1 }));
    expect(newest).toMatchObject({ actor: { id: 'system' }, reason: '导入 六月台账.xlsx' });
    const reports = await inLedger(({ changes }) => [...changes.ledger().tables.reports.values()]);
    expect(reports).toContainEqual(expect.objectContaining({ asOf: '2017-07-31', completedYtdYuan: 36_000_000 }));
  });

  it('ends with 2 while questions are open, and goes on with the answers', async () => {
    const file = await fileWith(JUNE, STRANGER);
    const before = await revision();
    const asked = await run(file, '--yes');
    expect([asked.code, await revision()]).toEqual([2, before]);
    expect(asked.text).toContain('名录中没有“某某局”');
    const ids = [...asked.text.matchAll(/^ {4}--answer '(.+)=…'$/gm)].map(([, id]) => id);
    expect(ids).toEqual(['COLUMN_MISSING:sector', 'UNKNOWN_UNIT:某某局']);
    expect(asked.text).toContain('new:department = 新增单位(区直部门)');
    const answers = ['--answer', `${ids[0]}=industry`, '--answer', `${ids[1]}=new:department`];
    expect((await run(file, ...answers, '--yes')).code).toBe(0);
    const projects = await inLedger(({ changes }) => [...changes.ledger().tables.projects.values()]);
    expect(projects.map(({ name }) => name)).toContain('新能源示范园');
  });

  it('ends with 1 for what is no workbook, and with 2 for what it does not understand', async () => {
    const garbage = join(folder, 'x.xlsx');
    writeFileSync(garbage, Buffer.from([0, 1, 2, 3, 255]));
    const unreadable = await run(garbage);
    expect([unreadable.code, unreadable.text.includes('不是可识别的表格文件')]).toEqual([1, true]);
    for (const args of [[], ['a', 'b'], [garbage, '--as-of', 'June'], [garbage, '--profile', 'users'], ['--odd']]) {
      expect((await run(...args)).code).toBe(2);
    }
  });
});
