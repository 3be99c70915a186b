import { Registry } from 'prom-client';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/http/app.ts';
import { createImports } from '../../../server/imports/create-imports.ts';
import { Client, openOffice, type Answer, type Office } from '../../support/http-client.ts';
import { xlsxWith, type XmlPicture } from '../../support/ooxml.ts';
import { PASSWORD } from '../../support/parts.ts';
import { phonePicture, picturePixels } from '../../support/photos.ts';
import { commit, text, uploaded } from '../imports/import-client.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const HEADINGS = [
  '项目名称',
  '项目级别',
  '产业类别',
  '建设性质',
  '总投资',
  '截至2016年底累计完成投资',
  '2017年计划投资',
  '年内累计完成投资',
  '责任单位',
  '责任人',
];

const first = ['第1项目', '市重点', '工业', '续建', 9000, 0, 7000, 3600, '柳园乡', '例某'];
const second = ['第2项目', '市重点', '工业', '续建', 9000, 0, 3000, 2200, '临河镇', '例某'];
const fresh = ['示例新建园', '市重点', '工业', '续建', 8000, 0, 1000, 100, '柳园乡', '例某'];

/** Rows of the sheet, from 0. */
const TITLE = 0;
const FIRST = 3;
const SECOND = 4;
const FRESH = 5;

function workbook(images: readonly XmlPicture[], rows: readonly (readonly (string | number)[])[]): Bytes {
  const sheet = [['示范区2017年重点项目建设工作台账'], ['截至2017年6月30日  单位:万元'], HEADINGS, ...rows];
  const cells = sheet.map((row) =>
    row.map((value) => (typeof value === 'number' ? { number: value } : { text: value })),
  );
  return new Uint8Array(xlsxWith('台账', { rows: cells, merges: ['A1:J1'], hiddenRows: [], images }));
}

const at = (row: number, bytes: Uint8Array, ending: 'png' | 'jpeg'): XmlPicture => ({ row, column: 10, bytes, ending });

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);

/** The positions of the pictures in the sheet. */
const SITE = 0;
const CRANE = 1;
const LOGO = 2;
const CUT = 3;
const HEIC = 4;
const SITE_AGAIN = 5;

let site: Bytes;
let crane: Bytes;
let file: Bytes;
let office: Office;
let editor: Client;
let id: string;

beforeAll(async () => {
  site = await phonePicture({ seed: 1 });
  crane = new Uint8Array(await (await picturePixels({ seed: 2 })).png().toBuffer());
  const logo = new Uint8Array(await (await picturePixels({ seed: 3, width: 90, height: 90 })).png().toBuffer());
  file = workbook(
    [
      at(FIRST, site, 'jpeg'),
      at(SECOND, crane, 'png'),
      at(TITLE, logo, 'png'),
      at(FIRST, site.slice(0, site.length / 2), 'jpeg'),
      at(FIRST, heic, 'jpeg'),
      at(SECOND, site, 'jpeg'),
    ],
    [first, second],
  );
});

beforeEach(async () => {
  office = await openOffice();
  editor = await office.as('editor');
  id = await confirmed(file);
  return () => office.parts.imports.close();
});

/** Imports a file, with the first answer to whatever is asked; the import's id. */
async function confirmed(bytes: Bytes): Promise<string> {
  const begun = await uploaded(editor, bytes);
  const { body } = await editor.get(`/api/imports/${begun}`);
  const questions = [...(body['preview']?.['questions'] ?? [])];
  const answers = questions.map((each) => [text(each['id']), text(each['options']?.[0]?.['value'])]);
  if (answers.length > 0) await editor.patch(`/api/imports/${begun}`, { answers: Object.fromEntries(answers) });
  const answer = await commit(editor, begun);
  if (answer.status !== 200) throw new Error(answer.text);
  return begun;
}

const take = (client: Client, index: number | string, more: object = {}): Promise<Answer> =>
  client.post(`/api/imports/${id}/pictures/${index}/photo`, { month: '2017-06', ...more });

const undo = (): Promise<Answer> => editor.post(`/api/imports/${id}/undo`, { reason: '导错文件' });

const outcome = ({ status, body }: Answer) => [status, body.code, body.errors?.[0]?.code];

const photos = () => [...office.parts.changes.ledger().tables.photos.values()];

describe('the pictures of a confirmed import', () => {
  it('are listed with the project of their row, others without, for the month of the figures', async () => {
    const { status, body } = await editor.get(`/api/imports/${id}/pictures`);
    expect([status, body.month]).toEqual([200, '2017-06']);
    expect([...(body.pictures ?? [])].map(({ index, row, project, name }) => [index, row, project, name])).toEqual([
      [SITE, 4, 'p1', '第1项目'],
      [CRANE, 5, 'p2', '第2项目'],
      [LOGO, 1, null, null],
      [CUT, 4, 'p1', '第1项目'],
      [HEIC, 4, 'p1', '第1项目'],
      [SITE_AGAIN, 5, 'p2', '第2项目'],
    ]);
  });

  it('can be looked at, small and without place and camera', async () => {
    const answer = await editor.get(`/api/imports/${id}/pictures/${SITE}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(answer.text).not.toMatch(/TestPhone|Owner|Exif/);
    expect(outcome(await editor.get(`/api/imports/${id}/pictures/${CUT}`))).toEqual([422, 'invalid', 'damaged']);
  });

  it('become photos as if they had been handed in, to be accepted', async () => {
    const { status, body } = await take(editor, SITE);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      project: 'p1',
      month: '2017-06',
      state: 'submitted',
      takenOn: '2017-05-20',
      submittedOn: '2017-06-01',
      width: 800,
      height: 600,
      warnings: [{ path: 'takenOn', code: 'other-month' }],
    });
    const kept = await office.parts.files.read(text(body['file']));
    const { format, exif } = await sharp(kept ?? new Uint8Array()).metadata();
    expect([format, exif]).toEqual(['jpeg', undefined]);
    expect((await editor.get(`/api/photos/${text(body['id'])}/thumbnail`)).status).toBe(200);
    const [change] = office.parts.changes.history({ register: 'photos', limit: 1 });
    expect([change?.actor.id, change?.reason]).toEqual(['editor', '取自导入 台账(最终版)(2).xlsx 第 4 行']);
  });

  it('come once into a month of a project, however often and at once they are asked for', async () => {
    const answers = await Promise.all([take(editor, SITE), take(editor, SITE), take(editor, SITE)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const again = await take(editor, SITE, { confirm: 'duplicate' });
    expect(outcome(again).slice(0, 2)).toEqual([409, 'photo-there']);
    expect(again.body.photo).toMatchObject({ project: 'p1', month: '2017-06' });
    expect(photos()).toHaveLength(1);
  });

  it('are refused when the library has them elsewhere, and taken when they are meant', async () => {
    await take(editor, SITE);
    const alike = await take(editor, SITE_AGAIN);
    expect(outcome(alike).slice(0, 2)).toEqual([409, 'duplicate-photo']);
    expect([alike.body.photo, alike.body.distance]).toMatchObject([{ project: 'p1', month: '2017-06' }, 0]);
    expect((await take(editor, SITE_AGAIN, { confirm: 'duplicate' })).body).toMatchObject({ project: 'p2' });
    expect(outcome(await take(editor, SITE, { confirm: 'duplicate' }))[1]).toBe('photo-there');
    expect((await take(editor, SITE, { month: '2017-05', confirm: 'duplicate' })).status).toBe(201);
  });

  it('are refused with the reason when they cannot be read, and hold the others up in nothing', async () => {
    expect(outcome(await take(editor, CUT))).toEqual([422, 'invalid', 'damaged']);
    expect(outcome(await take(editor, HEIC))).toEqual([422, 'invalid', 'heic']);
    expect((await take(editor, CRANE)).status).toBe(201);
  });

  it('stay out of the library when they lie over no project’s row', async () => {
    expect(outcome(await take(editor, LOGO))).toEqual([422, 'invalid', 'unknown-reference']);
    expect(photos()).toHaveLength(0);
  });

  it('are not there under another number, for another import, or before it is confirmed', async () => {
    expect((await take(editor, 6)).status).toBe(404);
    expect((await take(editor, '00')).status).toBe(404);
    expect((await editor.get('/api/imports/none/pictures')).status).toBe(404);
    const begun = await uploaded(editor, file);
    expect((await editor.get(`/api/imports/${begun}/pictures`)).status).toBe(404);
    expect(outcome(await take(editor, SITE, { month: '2017-13' }))).toEqual([422, 'invalid', 'bad-format']);
  });

  it('can still be taken after the server was started again', async () => {
    const { changes, files, now, log } = office.parts;
    const imports = createImports({ changes, files, now, log });
    const restarted = new Client(createApp({ ...office.parts, metrics: new Registry(), imports }));
    await restarted.post('/api/session', { username: 'admin', password: PASSWORD });
    expect((await take(restarted, CRANE)).status).toBe(201);
    await imports.close();
  });

  it('are there, too, when the figures are those of the ledger', async () => {
    id = await confirmed(file);
    expect((await take(editor, CRANE)).status).toBe(201);
  });
});

describe('who may take pictures over', () => {
  it('are those who may import: nobody else sees or takes one', async () => {
    for (const role of ['verifier', 'reporter', 'operator', 'auditor'] as const) {
      const client = await office.as(role);
      const answers = [
        await take(client, SITE),
        await client.get(`/api/imports/${id}/pictures`),
        await client.get(`/api/imports/${id}/pictures/${SITE}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
    expect((await take(office.stranger(), SITE)).status).toBe(401);
    expect((await take(await office.as('admin'), SITE)).status).toBe(201);
  });
});

describe('the undo of an import', () => {
  it('leaves the photos that its pictures became, and offers no others', async () => {
    await take(editor, SITE);
    expect((await undo()).status).toBe(200);
    expect(photos()).toHaveLength(1);
    expect((await take(editor, CRANE)).status).toBe(404);
  });

  it('waits for the photos of projects that the import created', async () => {
    id = await confirmed(workbook([{ row: FRESH, column: 10, bytes: crane }], [first, second, fresh]));
    const { body } = await take(editor, 0);
    const refused = await undo();
    expect([refused.status, refused.body.code, refused.body.by]).toEqual([
      409,
      'in-use',
      [`photos/${text(body['id'])}`],
    ]);
    await editor.delete(`/api/registers/photos/${text(body['id'])}`);
    expect((await undo()).status).toBe(200);
  });
});
