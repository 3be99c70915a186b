import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFile, exportOrder } from '../../../server/cli/export.ts';
import { prepareFirstStart } from '../../../server/cli/first-start.ts';
import { createParts } from '../../../server/cli/parts.ts';
import { readConfig } from '../../../server/config.ts';
import { readWorkbook } from '../../../server/workbooks/workbooks.ts';
import { temporaryFolder } from '../../support/server.ts';

const folder = temporaryFolder();
const config = readConfig({ PACEBOARD_DATA: join(folder.path, 'data'), PACEBOARD_LOG: 'silent' });

beforeAll(async () => {
  const { parts, database } = await createParts(config);
  await prepareFirstStart(parts);
  database.close();
});

afterAll(folder.remove);

async function sheetNames(file: string): Promise<readonly string[]> {
  const read = await readWorkbook(new Uint8Array(readFileSync(file)), file);
  if (!read.ok) throw new Error(read.problem);
  return read.value.sheets.map(({ name }) => name);
}

describe('the command export', () => {
  it('writes a register, the ledger, or everything', async () => {
    const csv = join(folder.path, 'p.csv');
    expect(await exportFile(config, ['projects', '--output', csv])).toBe(0);
    expect(readFileSync(csv, 'utf8').split('\r\n')[1]).toMatch(/^KP2017-001,KP2017-001,青岛汉阳项目,/);
    const ledger = join(folder.path, 'ledger.xlsx');
    expect(await exportFile(config, ['ledger', '--output', ledger])).toBe(0);
    expect(await sheetNames(ledger)).toEqual(['2017年12月']);
    const all = join(folder.path, 'all.xlsx');
    expect(await exportFile(config, ['--output', all])).toBe(0);
    expect(await sheetNames(all)).toEqual(expect.arrayContaining(['重点项目', '责任单位', '进度填报']));
  });

  it('leaves a line in the list of events', async () => {
    await exportFile(config, ['units', '--output', join(folder.path, 'u.xlsx')]);
    const { parts, database } = await createParts(config);
    expect(parts.events.list({ kind: 'export', subject: 'units', limit: 1 })).toMatchObject([
      { actor: { id: 'system' }, detail: { format: 'xlsx', file: join(folder.path, 'u.xlsx') } },
    ]);
    database.close();
  });

  it('refuses what it does not understand and a folder without a ledger, and writes nothing', async () => {
    const file = join(folder.path, 'nothing.csv');
    expect(await exportFile(config, ['nothing', '--output', file])).toBe(2);
    expect(await exportFile(config, ['ledger', '--format', 'csv', '--output', file])).toBe(2);
    const nowhere = { ...config, dataFolder: join(folder.path, 'nowhere') };
    await expect(exportFile(nowhere, ['units', '--output', file])).rejects.toThrow(/no database/);
    expect([existsSync(file), existsSync(nowhere.dataFolder)]).toEqual([false, false]);
  });

  it('takes the format from the option, or from the name of the file, else .xlsx', () => {
    expect(exportOrder([])).toEqual({ what: 'all', format: 'xlsx', output: undefined });
    expect(exportOrder(['units', '--format', 'csv'])).toMatchObject({ what: 'units', format: 'csv' });
    expect(exportOrder(['units', '--output', 'x.csv'])).toMatchObject({ what: 'units', format: 'csv' });
    expect(exportOrder(['units', '--format', 'pdf'])).toBeNull();
    expect(exportOrder(['units', 'leaders'])).toBeNull();
    expect(exportOrder(['all', '--format', 'csv'])).toBeNull();
    expect(exportOrder(['--other'])).toBeNull();
  });
});
