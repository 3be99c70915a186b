import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProblem } from '../../admin/api/problem.ts';
import { importProblemText } from '../../admin/imports/import-words.ts';
import { seriousViolations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { xlsxWith, type XmlCell } from '../support/ooxml.ts';
import { phonePicture } from '../support/photos.ts';
import {
  ADMIN_PASSWORD,
  signIn,
  startServer,
  temporaryFolder,
  type ApiClient,
  type RunningServer,
} from '../support/server.ts';

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let api: ApiClient;
const faults: string[] = [];

const PHONE = '13800000001';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const cellOf = (value: string | number | null): XmlCell | null =>
  value === null ? null : typeof value === 'number' ? { number: value } : { text: value };

const SITE = await phonePicture({ seed: 1 });
const CRANE = await phonePicture({ seed: 2 });

/**
 * Three projects of the demo: one with new figures, one as it is, one with an amount that only a person can read; over
 * their rows two pictures and one that is cut off, and one over the title.
 */
const WORKBOOK = xlsxWith('12月', {
  rows: [
    ['示范区2017年重点项目建设工作台账'],
    ['截至2017年12月31日  单位:万元'],
    ['序号', '项目名称', '总投资', '年内累计完成投资', '备注'],
    [1, '森源充电桩项目', '1.2亿', 8500, `联系人 ${PHONE}`],
    [2, '青岛汉阳项目', '５２０００', 30_000, null],
    [3, '高端家具制造项目', '3000万美元', 9480, null],
  ].map((row) => row.map(cellOf)),
  merges: ['A1:E1'],
  hiddenRows: [],
  images: [
    { row: 3, column: 5, bytes: SITE, ending: 'jpeg' },
    { row: 4, column: 5, bytes: CRANE, ending: 'jpeg' },
    { row: 5, column: 5, bytes: CRANE.slice(0, CRANE.length / 2), ending: 'jpeg' },
    { row: 0, column: 0, bytes: SITE, ending: 'jpeg' },
  ],
});

const handIn = (name: string, bytes: Uint8Array): Promise<void> =>
  page.locator('pb-drop-zone input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });

const confirm = (): Locator => page.getByRole('button', { name: '确认导入' });

const hash = (): Promise<string> => page.evaluate(() => location.hash);

async function listed(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const answer = (await (await api.call('GET', path)).json()) as { records: Record<string, unknown>[] };
  return answer.records;
}

/** What the ledger says of one of the projects: its record and its figure at the end of the demo's year. */
/** Photos that wait for somebody's acceptance; the demo's own are accepted. */
const takenPhotos = async () =>
  (await listed('/api/registers/photos?limit=200')).filter(
    ({ month, state }) => month === '2017-12' && state === 'submitted',
  );

async function projectNamed(name: string) {
  const project = (await listed('/api/registers/projects?limit=500')).find((each) => each['name'] === name);
  const reports = await listed(`/api/registers/reports?project=${String(project?.['id'])}`);
  return {
    id: String(project?.['id']),
    revision: Number(project?.['revision']),
    totalYuan: project?.['totalInvestmentYuan'],
    completedYuan: reports.find((each) => each['asOf'] === '2017-12-31')?.['completedYtdYuan'],
  };
}

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  [browser, api] = await Promise.all([launchBrowser(), signIn(server.origin)]);
  // Known already: a number that is new could not be taken back.
  const { id } = await projectNamed('森源充电桩项目');
  await api.call('PATCH', `/api/registers/projects/${id}`, { liaisonPhone: PHONE });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  await page.goto(`${server.origin}/admin/#/imports`);
  await page.fill('input[name=username]', 'admin');
  await page.fill('input[name=password]', ADMIN_PASSWORD);
  await page.press('input[name=password]', 'Enter');
  await page.locator('pb-drop-zone').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

describe('the import of a workbook', () => {
  it('has no serious barrier where files are handed in', async () => {
    await page.getByText('还没有导入过').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('says of a file that is no spreadsheet what it is and what to do', async () => {
    await handIn('通知.xlsx', Buffer.from('%PDF-1.7 \u0000\u0001 no workbook at all'));
    await page.locator('pb-import .failure').waitFor();
    expect(await page.locator('pb-import .failure').innerText()).toMatch(/这不是表格文件[^]*另存为/);
    await page.getByRole('link', { name: '选择另一个文件' }).click();
  });

  it('says of an empty file that it is empty', async () => {
    await handIn('空.xlsx', new Uint8Array());
    await page.locator('pb-import .failure').waitFor();
    expect(await page.locator('pb-import .failure').innerText()).toContain('文件是空的');
    await page.getByRole('link', { name: '选择另一个文件' }).click();
  });

  it('refuses a file of more than 32 MB before it is sent', async () => {
    const large = join(folder.path, '大.xlsx');
    writeFileSync(large, new Uint8Array(33 * 2 ** 20));
    await page.locator('pb-drop-zone input[type=file]').setInputFiles(large);
    await page.getByText('文件太大').waitFor();
    expect(await hash()).toBe('#/imports');
  });

  it('shows what the file would do, and lets nobody confirm it while a question is open', async () => {
    await handIn('台账(最终版).xlsx', WORKBOOK);
    await page.getByText('1 个未答').waitFor();
    expect(await page.locator('pb-import-questions fieldset').innerText()).toContain('3000万美元');
    expect(await page.locator('pb-import-questions .where').innerText()).toBe('第 6 行 · C 列 总投资');
    expect(await confirm().isDisabled()).toBe(true);
    expect(await page.locator('pb-import-commit .status').innerText()).toBe('还有 1 个问题要回答');
  });

  it('has no serious barrier in the preview', async () => {
    await page.locator('pb-import-rows tbody tr').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('lists what each row writes and every conversion with its code', async () => {
    const row = page.locator('pb-import-rows tbody tr', { hasText: '森源充电桩项目' });
    await row.getByText('8,400 万元').waitFor();
    expect(await row.innerText()).toMatch(/8,400 万元 → 8,500 万元/);
    await page.getByLabel('展开常规转换').check();
    expect(await row.innerText()).toContain('UNIT_IN_CELL');
    expect(await row.innerText()).toContain('“1.2亿”');
  });

  it('tells that a telephone number was found, and shows it nowhere', async () => {
    await page.getByText('发现 1 个电话号码').waitFor();
    expect(await page.getByText('PII_PHONE').count()).toBeGreaterThan(0);
    expect(await page.getByText(PHONE).count()).toBe(0);
  });

  it('says that an answer cannot be read, and keeps it to be mended', async () => {
    await page.locator('pb-import-questions input.free').fill('很多');
    await page.getByRole('button', { name: '应用回答' }).click();
    await page.getByText('这个回答读不懂').waitFor();
    expect(await page.locator('pb-import-questions input.free').inputValue()).toBe('很多');
  });

  it('takes an answer and makes the preview anew', async () => {
    await page.locator('pb-import-questions input.free').fill('2亿元');
    await page.getByRole('button', { name: '应用回答' }).click();
    await page.getByText('都已回答').waitFor();
    await expect.poll(() => confirm().isDisabled()).toBe(false);
  });

  it('is still there with its answers after a reload', async () => {
    await page.reload();
    await page.getByText('都已回答').waitFor();
    await page.getByText('已回答 1 个').click();
    expect(await page.locator('pb-import-questions input.free').inputValue()).toBe('2亿元');
  });

  it('shows only the rows of a fate that is chosen', async () => {
    const rows = page.locator('pb-import-rows tbody tr');
    await page.locator('pb-import-rows').getByRole('button', { name: '不变' }).click();
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.innerText()).toContain('青岛汉阳项目');
    await page.locator('pb-import-rows').getByRole('button', { name: '全部' }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(1);
  });

  it('reads a column as another field when told so, and back', async () => {
    await page.getByText(/表头在第 3 行/).click();
    const column = page.getByLabel('D 年内累计完成投资');
    await column.selectOption('');
    await page.getByText('其中 1 列不导入').waitFor();
    await column.selectOption('completedYtd');
    await page.getByText('其中 0 列不导入').waitFor();
    expect(await page.getByText('都已回答').count()).toBe(1);
  });

  it('explains that the ledger moved on, and shows the new comparison', async () => {
    const { id, revision } = await projectNamed('森源充电桩项目');
    const body = { totalInvestmentYuan: 130_000_000 };
    const match = { 'if-match': `"${revision}"` };
    expect((await api.call('PATCH', `/api/registers/projects/${id}`, body, match)).status).toBe(200);
    await confirm().click();
    await page.getByText('预览之后台账有了变化').waitFor();
    await page.getByText('13,000 万元').waitFor();
  });

  it('writes everything at once, with the template, and tells what was done', async () => {
    await page.getByLabel('记住列和回答').check();
    await page.getByLabel('模板名称').fill('月报');
    await confirm().click();
    await page.getByText('已写入台账').waitFor();
    const after = { totalYuan: 120_000_000, completedYuan: 85_000_000 };
    expect(await projectNamed('森源充电桩项目')).toMatchObject(after);
    expect((await listed('/api/registers/importTemplates')).map((each) => each['name'])).toEqual(['月报']);
    expect(await page.locator('pb-import-done dd').last().innerText()).toMatch(/第 \d+ 组变更/);
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('offers the pictures by project, and takes those that are wanted into the photo library', async () => {
    const pictures = page.locator('pb-import-pictures');
    const take = pictures.getByRole('button', { name: /^收入图片库/ });
    await pictures.getByText('1 张不在项目行上').waitFor();
    expect(await pictures.getByLabel('月份').inputValue()).toBe('2017-12');
    await pictures.getByLabel(/青岛汉阳项目/).uncheck();
    expect(await take.innerText()).toBe('收入图片库（2 张）');
    await take.click();
    await pictures.getByText('照片损坏').waitFor();
    const taken = pictures.locator('li', { hasText: '森源充电桩项目' });
    expect(await taken.innerText()).toMatch(/第 4 行[^]*已收入，待审[^]*拍摄日期不在这个月/);
    expect(await take.innerText()).toBe('收入图片库（0 张）');
    const { id } = await projectNamed('森源充电桩项目');
    expect(await takenPhotos()).toMatchObject([{ project: id, state: 'submitted' }]);
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('says of a picture that the library has it already, and makes it no second time', async () => {
    await page.reload();
    const pictures = page.locator('pb-import-pictures');
    await pictures.getByRole('button', { name: '收入图片库（3 张）' }).click();
    await pictures.getByText('照片损坏').waitFor();
    expect(await pictures.locator('li', { hasText: '森源充电桩项目' }).innerText()).toContain('图片库已有');
    expect(await pictures.locator('li', { hasText: '青岛汉阳项目' }).innerText()).toContain('已收入');
    expect(await takenPhotos()).toHaveLength(2);
  });

  it('leads to its changes in the log, and from there to all', async () => {
    const here = await hash();
    await page.getByRole('link', { name: /第 \d+ 组变更/ }).click();
    await page.getByText(/只显示第 \d+ 组变更/).waitFor();
    const rows = page.locator('pb-log tbody tr');
    await rows.first().waitFor();
    const changes = await rows.count();
    expect(await rows.filter({ hasText: '台账(最终版).xlsx' }).count()).toBe(changes);
    await page.getByRole('link', { name: '显示全部变更' }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(changes);
    expect(await hash()).toBe('#/log');
    await page.evaluate((place) => void (location.hash = place), here);
    await page.locator('pb-import-done').waitFor();
  });

  it('hands the file out as it came', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载原文件' }).click();
    expect((await download).suggestedFilename()).toBe('台账(最终版).xlsx');
  });

  it('lists the import, and takes it back whole for a reason', async () => {
    await page.getByRole('link', { name: '导入另一个文件' }).click();
    await page.getByRole('button', { name: '撤销 台账(最终版).xlsx' }).click();
    const dialog = page.locator('pb-undo-dialog');
    expect(await dialog.getByRole('button', { name: '撤销', exact: true }).isDisabled()).toBe(true);
    await dialog.locator('input').fill('试导入');
    await dialog.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('管理员 已撤销').waitFor();
    const before = { totalYuan: 130_000_000, completedYuan: 84_000_000 };
    expect(await projectNamed('森源充电桩项目')).toMatchObject(before);
  });

  it('tells of an import in the address that was taken back', async () => {
    await page.getByRole('link', { name: '台账(最终版).xlsx' }).click();
    await page.locator('pb-import-done .message').waitFor();
    expect(await page.locator('pb-import-done .message').innerText()).toMatch(/这次导入已由 管理员 于 .* 撤销：试导入/);
  });

  it('says why an import that wrote telephone numbers cannot be taken back', () => {
    const conflicts = [{ code: 'secret', register: 'projects', record: 'p1', fields: ['liaisonPhone'] }];
    const refused = parseProblem(409, { code: 'changed-since', conflicts });
    expect(importProblemText(refused)).toContain('保密内容');
    expect(importProblemText(parseProblem(409, { code: 'changed-since', conflicts: [] }))).toContain('又被改过');
  });

  it('breaks no rule of the content policy and throws nothing', () => {
    expect(faults).toEqual([]);
  });
});
