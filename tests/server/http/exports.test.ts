import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../core/register/role.ts';
import type { Sheet, Workbook } from '../../../core/workbook/workbook.ts';
import { readWorkbook } from '../../../server/workbooks/workbooks.ts';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

/** A file as it came: the client's own answer holds text only. */
async function download(role: Role, path: string): Promise<{ response: Response; workbook: Workbook }> {
  const client: Client = await office.as(role);
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const request = new Request(`http://paceboard.test${path}`, { headers: { cookie } });
  const response = await office.app.fetch(request, { incoming: { socket: { remoteAddress: '192.0.2.1' } } });
  const read = await readWorkbook(new Uint8Array(await response.arrayBuffer()), 'file');
  if (!read.ok) throw new Error(`${path}: ${response.status} ${read.problem}`);
  return { response, workbook: read.value };
}

const textsOf = ({ rows }: Sheet): readonly (readonly string[])[] =>
  rows.map((row) => Array.from(row, (cell) => cell?.text ?? ''));

const sheetsOf = async (role: Role, path: string): Promise<readonly Sheet[]> =>
  (await download(role, path)).workbook.sheets;

const boardSheets = async (file: string): Promise<readonly string[]> =>
  (await sheetsOf('editor', `/api/exports/boards/${file}`)).map(({ name }) => name);

const column = (sheet: Sheet | undefined, heading: string): readonly string[] => {
  const [head = [], ...rows] = sheet ? textsOf(sheet) : [];
  return rows.map((row) => row[head.indexOf(heading)] ?? '');
};

describe('a register’s file', () => {
  it('has a name in Chinese and in ASCII and is kept by nobody', async () => {
    const { response } = await download('editor', '/api/exports/projects.xlsx');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="projects-2017-06-01.xlsx"; filename*=UTF-8''${encodeURIComponent('重点项目-2017-06-01.xlsx')}`,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toMatch(/spreadsheetml/);
  });

  it('holds every record in words and 万元, as .xlsx and as .csv', async () => {
    for (const format of ['xlsx', 'csv']) {
      const [sheet] = await sheetsOf('editor', `/api/exports/projects.${format}`);
      expect(column(sheet, 'ID')).toEqual(['p2', 'p1']);
      expect(column(sheet, '责任单位')).toEqual(['临河镇', '柳园乡']);
      expect(column(sheet, '总投资（万元）')).toEqual(['9000', '9000']);
      expect(column(sheet, '续建')).toEqual(['是', '是']);
    }
  });

  it('holds no secret', async () => {
    const [sheet] = await sheetsOf('admin', '/api/exports/leaders.csv');
    expect(JSON.stringify(sheet)).not.toContain('0371-0000');
    expect(column(sheet, '姓名')).toEqual(['张某']);
  });

  it('shows a reporter what the lists show: whole the own unit’s, of others what is public', async () => {
    const [sheet] = await sheetsOf('reporter', '/api/exports/reports.csv');
    expect(column(sheet, 'ID')).toEqual(['report1']);
    const client = await office.as('reporter');
    expect((await client.get('/api/exports/visits.csv')).status).toBe(403);
    expect((await client.get('/api/exports/users.csv')).status).toBe(403);
  });

  it('tells the past on request', async () => {
    const revision = office.parts.changes.ledger().revision;
    save(office.parts, { kind: 'update', register: 'projects', record: 'p1', values: { name: '改名项目' } });
    const [now] = await sheetsOf('editor', '/api/exports/projects.csv');
    const [then] = await sheetsOf('editor', `/api/exports/projects.csv?asOf=@${revision}`);
    expect(column(now, '项目名称')).toContain('改名项目');
    expect(column(then, '项目名称')).toContain('第1项目');
  });

  it('is refused under a name that is none, in a format that is none, to strangers', async () => {
    const client = await office.as('editor');
    const statuses = await Promise.all(
      ['nothing.csv', 'projects.pdf', 'projects', 'ledger.csv', 'projects.csv?x=1', 'projects.csv?asOf=soon'].map(
        async (file) => (await client.get(`/api/exports/${file}`)).status,
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 404, 422, 422]);
    expect((await office.stranger().get('/api/exports/projects.csv')).status).toBe(401);
  });

  it('leaves a line in the list of events', async () => {
    await download('operator', '/api/exports/units.csv');
    expect(office.parts.events.list({ kind: 'export', actor: 'operator', limit: 1 })).toMatchObject([
      { subject: 'units', detail: { format: 'csv', rows: 3 } },
    ]);
  });
});

describe('a workbook of many tables', () => {
  it('has a sheet for each register that the account reads, and no other', async () => {
    const admin = (await sheetsOf('admin', '/api/exports/all.xlsx')).map(({ name }) => name);
    expect(admin).toEqual(expect.arrayContaining(['重点项目', '责任单位', '进度填报', '账号']));
    const reporter = (await sheetsOf('reporter', '/api/exports/all.xlsx')).map(({ name }) => name);
    expect(reporter).toContain('进度填报');
    expect(reporter).not.toContain('账号');
    expect(reporter).not.toContain('现场督导');
  });

  it('is the office’s ledger with its title, its cut-off and the own unit’s projects', async () => {
    const [sheet] = await sheetsOf('editor', '/api/exports/ledger.xlsx?asOf=2017-05-31');
    const texts = sheet ? textsOf(sheet) : [];
    expect(texts[0]?.[0]).toBe('示范区2017年省、市重点项目建设工作台账');
    expect(texts[1]?.join('')).toContain('截至2017年5月31日  单位:万元、个');
    expect(texts[5]?.[0]).toBe('合计(2个)');
    const [own] = await sheetsOf('reporter', '/api/exports/ledger.xlsx');
    expect(own ? textsOf(own)[5]?.[0] : '').toBe('合计(1个)');
    const answer = await (await office.as('editor')).get('/api/exports/ledger.xlsx?asOf=@3');
    expect(answer.status).toBe(422);
  });
});

describe('a board’s file', () => {
  it.each([
    ['zh', '手续齐全项目', '项目名称'],
    ['en', 'Fully permitted projects', 'Project'],
  ])('has its figures above the first table, in %s', async (locale, figure, heading) => {
    const query = `locale=${locale}`;
    const [csv] = await sheetsOf('editor', `/api/exports/boards/permits.csv?${query}`);
    const [xlsx, further] = await sheetsOf('editor', `/api/exports/boards/permits.xlsx?${query}`);
    for (const sheet of [csv, xlsx]) {
      const labels = (sheet ? textsOf(sheet) : []).map(([label]) => label);
      expect(labels.indexOf(figure)).toBeGreaterThan(-1);
      expect(labels.indexOf(heading)).toBeGreaterThan(labels.indexOf(figure));
    }
    expect((further ? textsOf(further) : []).flat()).not.toContain(figure);
  });

  it('has every group of the ranking when none is named, and only that one when it is', async () => {
    const [all] = await sheetsOf('editor', '/api/exports/boards/unitRanking.csv');
    expect(column(all, '责任单位')).toEqual(['临河镇', '柳园乡']);
    expect(column(all, '投资完成率')).toEqual(['66.7%', '42.9%']);
    expect(column(all, '年内累计完成投资（万元）')).toEqual(['2000', '3000']);
    const [none] = await sheetsOf('editor', '/api/exports/boards/unitRanking.csv?group=park');
    expect(column(none, '责任单位')).toEqual([]);
  });

  it('has a sheet per list as .xlsx, the first only as .csv', async () => {
    expect(await boardSheets('issues.xlsx')).toEqual(['问题台账', '按类别', '未办结时长']);
    expect(await boardSheets('permits.xlsx?locale=en')).toEqual(['Permits', 'By department', 'Overdue permits']);
    expect(await boardSheets('issues.csv')).toHaveLength(1);
  });

  it('has a sheet for every board that there is', async () => {
    const client = await office.as('admin');
    const list = await client.get('/api/boards');
    const names = list.body.boards?.map(({ name }) => String(name)) ?? [];
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const answer = await client.get(`/api/exports/boards/${name}.csv${name === 'project' ? '?project=p1' : ''}`);
      expect([name, answer.status]).toEqual([name, 200]);
    }
  });

  it('is the public’s for reporters, the office’s for the office, and nothing else’s', async () => {
    const reporter = await office.as('reporter');
    const statuses = await Promise.all(
      ['projects.csv', 'issues.csv', 'projects.csv?known=@1', 'nothing.csv', 'projects.csv?x=1'].map(
        async (file) => (await reporter.get(`/api/exports/boards/${file}`)).status,
      ),
    );
    expect(statuses).toEqual([200, 403, 403, 404, 422]);
  });
});
