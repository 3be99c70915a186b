import { createHash } from 'node:crypto';
import { writeXlsx } from 'hucre';
import { Registry } from 'prom-client';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/http/app.ts';
import { createImports } from '../../../server/imports/create-imports.ts';
import { StorageError } from '../../../server/store/storage-error.ts';
import { Client, openOffice, type Office } from '../../support/http-client.ts';
import { PASSWORD } from '../../support/parts.ts';
import { commit, FILE_TYPE, settled, text, upload, uploaded } from '../imports/import-client.ts';
import { ledgerFile, unitsCsv } from '../imports/import-files.ts';
import { xlsxOf, xlsxParts, zipOf } from '../workbooks/files.ts';

let june: Uint8Array<ArrayBuffer>;
let office: Office;
let editor: Client;

beforeAll(async () => {
  june = await ledgerFile([{ name: '第1项目', completedYuan: 36_000_000 }]);
});

beforeEach(async () => {
  office = await openOffice();
  editor = await office.as('editor');
  return () => office.parts.imports.close();
});

const revision = (): number => office.parts.changes.ledger().revision;
const bytes = (source: string | Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(source));

describe('a file that is none of ours', () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1528)]);

  it.each([
    ['empty', bytes(''), 'empty'],
    ['garbage', bytes(Buffer.from([0, 1, 2, 3, 255, 254, 9, 200])), 'unknown-format'],
    ['a damaged compound file', bytes(compound), 'damaged'],
    ['a zip bomb', bytes(zipOf(xlsxParts(Buffer.alloc(130 * 2 ** 20, ' ')))), 'too-large'],
    ['a million rows', bytes(xlsxOf('<row r="1000000"><c r="A1000000"><v>1</v></c></row>')), 'too-large'],
    ['a table without known headings', bytes('甲,乙,丙\n1,2,3\n'), 'HEADER_NOT_FOUND'],
  ])('fails with its code: %s', async (_, file, code) => {
    const before = revision();
    const id = await uploaded(editor, file, '台账.xlsx');
    expect((await editor.get(`/api/imports/${id}`)).body).toMatchObject({ state: 'failed', problem: { code } });
    expect((await commit(editor, id)).body['code']).toBe('not-ready');
    expect(revision()).toBe(before);
  });

  it('fails when it is protected with a password', async () => {
    const encryption = { password: '例', spinCount: 1_000 };
    const file = bytes(await writeXlsx({ sheets: [{ name: '台账', rows: [[1]] }], encryption }));
    const id = await uploaded(editor, file);
    expect((await editor.get(`/api/imports/${id}`)).body).toMatchObject({ problem: { code: 'encrypted' } });
  });

  it('offers other sheets when there are some, and reads the one that is chosen', async () => {
    const id = await uploaded(editor, june);
    const missing = await editor.patch(`/api/imports/${id}`, { sheet: '没有' });
    expect(missing.body).toMatchObject({
      state: 'failed',
      problem: { code: 'UNKNOWN_SHEET', sheets: [{ name: '台账' }] },
    });
    expect((await editor.patch(`/api/imports/${id}`, { sheet: '台账' })).body).toMatchObject({ state: 'preview' });
  });

  it('is refused when it is larger than files may be, stated or not', async () => {
    const large = new Uint8Array(32 * 2 ** 20 + 1);
    expect((await upload(editor, large)).body['code']).toBe('too-large');
    const stated = { ...FILE_TYPE, 'content-length': String(large.length) };
    const answer = await editor.post('/api/imports?name=a.xlsx', undefined, { raw: 'short', headers: stated });
    expect([answer.status, answer.body['code']]).toEqual([413, 'too-large']);
  });

  it.each(['', 'text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'is refused as %j, which other sites can send',
    async (type) => {
      const answer = await editor.post('/api/imports?name=a.csv', undefined, {
        raw: unitsCsv(),
        headers: type === '' ? {} : { 'content-type': type },
      });
      expect([answer.status, answer.body['code']]).toEqual([415, 'not-a-file']);
    },
  );

  it('has a name, without folders and without what is not to be seen', async () => {
    expect((await editor.post('/api/imports', undefined, { raw: june, headers: FILE_TYPE })).body['code']).toBe(
      'invalid',
    );
    const { body } = await upload(editor, june, 'C:\\台账\u202E\u0000/../六月\n.xlsx');
    expect(body['fileName']).toBe('六月.xlsx');
  });
});

describe('the server', () => {
  it('reads several files, one after the other', async () => {
    const answers = await Promise.all([june, unitsCsv(), june].map((file) => upload(editor, file)));
    const ids = answers.map(({ body }) => text(body['id']));
    const states = await Promise.all(ids.map(async (id) => (await settled(editor, id)).body['state']));
    expect(states).toEqual(['preview', 'preview', 'preview']);
  });

  it('keeps few unconfirmed imports, and not for long', async () => {
    const first = await uploaded(editor, june);
    for (let count = 0; count < 5; count += 1) await upload(editor, unitsCsv(), '单位.csv');
    expect((await editor.get(`/api/imports/${first}`)).status).toBe(404);
    expect((await editor.get('/api/imports')).body['pending']).toHaveLength(5);
    office.pass(3_600_001);
    expect((await editor.get('/api/imports')).body['pending']).toHaveLength(0);
  });

  it('forgets unconfirmed imports when it stops, but keeps the files', async () => {
    const id = await uploaded(editor, june);
    const { changes, files, now, log } = office.parts;
    const imports = createImports({ changes, files, now, log });
    const restarted = new Client(createApp({ ...office.parts, metrics: new Registry(), imports }));
    await restarted.post('/api/session', { username: 'editor', password: PASSWORD });
    expect((await restarted.get(`/api/imports/${id}`)).status).toBe(404);
    expect(files.has(createHash('sha256').update(june).digest('hex'))).toBe(true);
    await imports.close();
  });

  it('says so when the disk is full, and has nothing pending then', async () => {
    const { changes, now, log } = office.parts;
    const full = {
      ...office.parts.files,
      put: () => Promise.reject(new StorageError('disk-full', null)),
    };
    const imports = createImports({ changes, files: full, now, log });
    const app = createApp({ ...office.parts, metrics: new Registry(), imports });
    const client = new Client(app);
    await client.post('/api/session', { username: 'editor', password: PASSWORD });
    const answer = await upload(client, june);
    expect([answer.status, answer.body['code']]).toEqual([507, 'disk-full']);
    expect((await client.get('/api/imports')).body['pending']).toEqual([]);
  });

  it('describes the upload as binary', async () => {
    const { body } = await office.stranger().get('/api/openapi.json');
    const content = body['paths']?.['/api/imports']?.['post']?.['requestBody']?.['content'];
    expect(content).toEqual({
      'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: 32 * 2 ** 20 } },
    });
  });
});
