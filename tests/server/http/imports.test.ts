import { createHash } from 'node:crypto';
import { Registry } from 'prom-client';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/http/app.ts';
import type { Parts } from '../../../server/parts.ts';
import { Client, openOffice, type Answer, type Office } from '../../support/http-client.ts';
import { PASSWORD, save } from '../../support/parts.ts';
import { plain } from '../../support/stores.ts';
import { commit, settled, text, upload, uploaded } from '../imports/import-client.ts';
import { ledgerFile, unitsCsv } from '../imports/import-files.ts';

const WAN = 10_000;

/** Two figures of June, one of an unknown unit's new project. */
const JUNE = [
  { name: '第1项目', completedYuan: 3600 * WAN, phone: '13800001234' },
  { name: '第2项目', completedYuan: 2200 * WAN, unit: '临河镇', planYuan: 3000 * WAN },
];
const WITH_STRANGER = [...JUNE, { name: '新能源示范园', completedYuan: 100 * WAN, unit: '某某局' }];

let june: Uint8Array<ArrayBuffer>;
let stranger: Uint8Array<ArrayBuffer>;
let office: Office;
let editor: Client;

beforeAll(async () => {
  [june, stranger] = await Promise.all([ledgerFile(JUNE), ledgerFile(WITH_STRANGER)]);
});

beforeEach(async () => {
  office = await openOffice();
  editor = await office.as('editor');
  return () => office.parts.imports.close();
});

const revision = (): number => office.parts.changes.ledger().revision;
const reportsOf = (project: string) =>
  [...office.parts.changes.ledger().tables.reports.values()].filter((report) => report.project === project);

/** Answers every question by an option that starts like this, or the first one. */
async function answerAll(client: Client, id: string, start = ''): Promise<Answer> {
  const { body } = await client.get(`/api/imports/${id}`);
  const questions = [...(body['preview']?.['questions'] ?? [])];
  const answers = questions.map((question) => {
    const values = [...(question['options'] ?? [])].map((option) => text(option['value']));
    return [text(question['id']), values.find((value) => value.startsWith(start)) ?? values[0]];
  });
  return client.patch(`/api/imports/${id}`, { answers: Object.fromEntries(answers) });
}

describe('an import', () => {
  it('reads a file in the background, shows what it would do, and writes nothing yet', async () => {
    const before = revision();
    const answer = await upload(editor, june);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ state: 'reading', progress: { stage: 'waiting', fraction: 0 } });
    const id = text(answer.body['id']);
    expect(answer.headers.get('location')).toBe(`/api/imports/${id}`);
    const { body } = await settled(editor, id, '?rows=0,10');
    expect(body).toMatchObject({
      state: 'preview',
      progress: null,
      fileName: '台账(最终版)(2).xlsx',
      file: createHash('sha256').update(june).digest('hex'),
      bytes: june.length,
      revision: 1,
      preview: { profile: 'ledger', year: 2017, asOf: '2017-06-30', moneyUnit: '万元', counts: { data: 2, update: 2 } },
      rows: { total: 2, rows: [{ name: '第1项目', fate: 'update' }, { name: '第2项目' }] },
    });
    expect(revision()).toBe(before);
  });

  it('shows rows by page and by fate, with the titles that they name', async () => {
    const id = await uploaded(editor, stranger);
    const page = async (query: string) => (await editor.get(`/api/imports/${id}?${query}`)).body['rows'];
    expect(await page('rows=1,1')).toMatchObject({ from: 1, total: 3, rows: [{ name: '第2项目' }] });
    expect(await page('rows=0,9&fate=blocked')).toMatchObject({ total: 1, rows: [{ name: '新能源示范园' }] });
    expect(await page('rows=0,9&fate=create,update')).toMatchObject({ total: 2 });
    expect(await page('rows=5,9')).toMatchObject({ total: 3, rows: [] });
    expect((await editor.get(`/api/imports/${id}?rows=x`)).body['code']).toBe('invalid');
    expect((await editor.get(`/api/imports/${id}?rows=0,1&fate=odd`)).body['code']).toBe('invalid');
  });

  it('is written as one set of changes that names the file, and stays on record', async () => {
    const id = await uploaded(editor, june);
    const before = revision();
    const { status, body } = await commit(editor, id, { reason: '六月调度' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      revision: revision(),
      changes: revision() - before,
      import: {
        id,
        state: 'committed',
        fileName: '台账(最终版)(2).xlsx',
        rows: 2,
        created: 0,
        updated: 2,
        set: before + 1,
      },
    });
    const set = office.parts.changes.setOf(before + 1);
    expect(set.map(({ set: number }) => number)).toEqual(set.map(() => before + 1));
    expect(set).toHaveLength(revision() - before);
    expect(new Set(set.map(({ actor, reason }) => `${actor.id} ${reason}`))).toEqual(
      new Set(['editor 六月调度(导入 台账(最终版)(2).xlsx)']),
    );
    expect(reportsOf('p1').map(({ asOf, completedYtdYuan }) => [asOf, completedYtdYuan])).toContainEqual([
      '2017-06-30',
      3600 * WAN,
    ]);
    expect((await editor.get(`/api/imports/${id}`)).body).toMatchObject({ state: 'committed', by: { id: 'editor' } });
    expect((await commit(editor, id)).status).toBe(404);
  });

  it('puts telephone numbers where they are secret, and nowhere else', async () => {
    const id = await uploaded(editor, june);
    const shown = await editor.get(`/api/imports/${id}?rows=0,10`);
    expect(shown.text).not.toContain('13800001234');
    await commit(editor, id);
    expect(office.parts.changes.secret('projects', 'p1', 'liaisonPhone')).toBe('13800001234');
    expect(JSON.stringify(office.parts.changes.history({ limit: 100 }))).not.toContain('13800001234');
  });

  it('takes telephone numbers out of headings and of the file’s name, which are logged', async () => {
    const bytes = new TextEncoder().encode('ID,单位名称,简称,建制顺序,联系13800001234\r\nu1,柳园乡,柳园,1,某某\r\n');
    const id = await uploaded(editor, bytes, '联系13800001234.csv');
    await editor.patch(`/api/imports/${id}`, { profile: 'units' });
    const { text: shown, body } = await settled(editor, id, '?rows=0,10');
    expect([body['fileName'], body['preview']?.['columns']?.[4]?.['heading']]).toEqual(['联系***.csv', '联系***']);
    expect((await commit(editor, id, { saveTemplate: '单位' })).status).toBe(200);
    await editor.get(`/api/imports/${id}/file`);
    const noted = JSON.stringify([
      office.parts.changes.history({ limit: 100 }),
      office.parts.events.list({ limit: 9 }),
    ]);
    expect(`${shown}${noted}`).not.toContain('13800001234');
  });

  it('takes a heading for a word, whatever that means elsewhere', async () => {
    const bytes = new TextEncoder().encode(
      'ID,单位名称,简称,建制顺序,constructor,__proto__\r\nu1,柳园乡,柳园,1,constructor,__proto__\r\n',
    );
    await commit(editor, await uploaded(editor, june), { saveTemplate: '月度台账' });
    const id = await uploaded(editor, bytes, '单位.csv');
    const [template] = office.parts.changes.ledger().tables.importTemplates.keys();
    const { body } = await editor.patch(`/api/imports/${id}`, { profile: 'units', template });
    expect([body['state'], body['preview']?.['columns']?.[4]?.['field']]).toEqual(['preview', null]);
  });

  it('changes nothing when the same file comes again, telephone numbers included', async () => {
    await commit(editor, await uploaded(editor, june));
    const again = await uploaded(editor, june);
    expect((await editor.get(`/api/imports/${again}`)).body['preview']?.['counts']).toMatchObject({
      same: 2,
      update: 0,
    });
  });

  it('waits for answers', async () => {
    const id = await uploaded(editor, stranger);
    const before = revision();
    const refused = await commit(editor, id);
    expect([refused.status, refused.body['code']]).toEqual([422, 'questions-open']);
    expect(refused.body['questions']).toHaveLength(
      Number((await editor.get(`/api/imports/${id}`)).body['preview']?.['counts']?.['openQuestions']),
    );
    expect(revision()).toBe(before);
    const answered = await answerAll(editor, id, 'new');
    expect(answered.body).toMatchObject({ state: 'preview', revision: 2, preview: { counts: { openQuestions: 0 } } });
    expect((await commit(editor, id)).status).toBe(200);
    expect([...office.parts.changes.ledger().tables.projects.values()].map(({ name }) => name)).toContain(
      '新能源示范园',
    );
  });

  it('takes choices, forgets those that are cleared, and refuses those that are none', async () => {
    const id = await uploaded(editor, june);
    const chosen = await editor.patch(`/api/imports/${id}`, { asOf: '2017-07-31', moneyUnit: '元', year: 2017 });
    expect(chosen.body['preview']).toMatchObject({ asOf: '2017-07-31', moneyUnit: '元' });
    const cleared = await editor.patch(`/api/imports/${id}?rows=0,1`, { asOf: null, moneyUnit: null });
    expect(cleared.body['preview']).toMatchObject({ asOf: '2017-06-30', moneyUnit: '万元' });
    expect(cleared.body['settings']).toEqual({ year: 2017, answers: {} });
    expect(cleared.body['rows']).toMatchObject({ total: 2 });
    for (const odd of [{ profile: 'users' }, { asOf: '2017-02-30' }, { moneyUnit: '两' }, { year: 1 }, { odd: 1 }]) {
      expect((await editor.patch(`/api/imports/${id}`, odd)).body['code']).toBe('invalid');
    }
  });

  it('reads a table of one register as CSV in GB18030', async () => {
    const id = await uploaded(editor, unitsCsv(), '单位.csv');
    expect((await editor.get(`/api/imports/${id}`)).body).toMatchObject({
      preview: { profile: 'units', counts: { create: 1, update: 1, openQuestions: 0 } },
    });
    expect((await commit(editor, id)).status).toBe(200);
    const units = [...office.parts.changes.ledger().tables.units.values()];
    expect(units.map(({ name, officialOrder }) => [name, officialOrder])).toEqual(
      expect.arrayContaining([
        ['柳园乡', 7],
        ['示范局', 9],
      ]),
    );
    expect(office.parts.changes.secret('units', 'u1', 'phone')).toBe('0371-1234');
  });

  it('can be forgotten', async () => {
    const id = await uploaded(editor, june);
    expect((await editor.delete(`/api/imports/${id}`)).status).toBe(204);
    expect((await editor.get(`/api/imports/${id}`)).status).toBe(404);
    expect((await editor.delete(`/api/imports/${id}`)).status).toBe(404);
  });

  it('keeps what was decided about its columns as a template for the next file of the kind', async () => {
    const id = await uploaded(editor, june);
    await editor.patch(`/api/imports/${id}`, { columns: { K: null } });
    expect((await commit(editor, id, { saveTemplate: '月度台账' })).status).toBe(200);
    expect(office.parts.changes.secret('projects', 'p1', 'liaisonPhone')).toBeNull();
    const [template] = office.parts.changes.ledger().tables.importTemplates.values();
    expect(template).toMatchObject({ name: '月度台账', profile: 'ledger' });
    const next = await uploaded(editor, june);
    const phones = async (patch: object) =>
      (await editor.patch(`/api/imports/${next}`, patch)).body['preview']?.['columns']?.[10]?.['field'];
    expect(await phones({})).toBe('liaisonPhone');
    expect(await phones({ template: template?.id })).toBeNull();
    expect(await phones({ template: null })).toBe('liaisonPhone');
    await commit(editor, next, { saveTemplate: '月度台账' });
    expect(office.parts.changes.ledger().tables.importTemplates.size).toBe(1);
  });
});

describe('a preview that is no longer true', () => {
  it('is not written: the new one has to be looked at first', async () => {
    const id = await uploaded(editor, june);
    save(office.parts, { kind: 'update', register: 'projects', record: 'p1', values: { responsiblePerson: '例乙' } });
    const before = revision();
    const refused = await commit(editor, id);
    expect([refused.status, refused.body['code'], refused.body['revision']]).toEqual([409, 'preview-outdated', 2]);
    expect(revision()).toBe(before);
    expect((await editor.get(`/api/imports/${id}`)).body).toMatchObject({ state: 'preview', revision: 2 });
    expect((await commit(editor, id, { revision: 1 })).body['code']).toBe('preview-outdated');
    expect((await commit(editor, id, { revision: 2 })).status).toBe(200);
    expect(office.parts.changes.ledger().tables.projects.get('p1')?.responsiblePerson).toBe('例某');
  });

  it('is written all the same when what changed is nothing of the file’s', async () => {
    const id = await uploaded(editor, june);
    save(office.parts, { kind: 'update', register: 'settings', record: 'settings', values: { source: '快报数' } });
    expect((await commit(editor, id)).status).toBe(200);
  });

  it('is written once, whoever asks at the same time', async () => {
    const id = await uploaded(editor, june);
    const answers = await Promise.all([commit(editor, id), commit(editor, id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect(office.parts.changes.ledger().tables.imports.size).toBe(1);
  });

  it('is neither forgotten nor changed while it is written', async () => {
    const id = await uploaded(editor, june);
    const { imports } = office.parts;
    const who = { id: 'editor', name: '编辑' };
    const committing = imports.commit(who, id, { authorise: (requests) => requests });
    expect(imports.discard(who, id)).toEqual({ ok: false, problem: 'not-ready' });
    expect(imports.choose(who, id, { year: 2016 })).toEqual({ ok: false, problem: 'not-ready' });
    expect((await committing).ok).toBe(true);
  });
});

/** The file of an existing and a new project, with its questions answered. */
const withNewProject = async (): Promise<string> => {
  const lines = [
    { name: '第1项目', completedYuan: 3600 * WAN },
    { name: '新能源示范园', completedYuan: 100 * WAN, unit: '某某局' },
  ];
  const id = await uploaded(editor, await ledgerFile(lines));
  await answerAll(editor, id, 'new');
  return id;
};

describe('undo', () => {
  it.each([
    ['a table of units', () => uploaded(editor, unitsCsvWithoutPhone(), '单位.csv')],
    ['a ledger with a new project and a new unit', withNewProject],
  ])('brings the ledger back as it was: %s', async (_, prepare) => {
    const values = (): unknown =>
      JSON.parse(JSON.stringify(plain(office.parts.changes.ledger())), (name, value: unknown) =>
        name === 'revision' || name === 'changedAt' ? undefined : value,
      );
    const before = values();
    const id = await prepare();
    expect((await commit(editor, id)).status).toBe(200);
    expect(values()).not.toEqual(before);
    const undone = await editor.post(`/api/imports/${id}/undo`, { reason: '导错文件' });
    expect(undone.status).toBe(200);
    expect(values()).toEqual(before);
    expect(office.parts.changes.setOf(Number(undone.body['set']))[0]).toMatchObject({ reason: '导错文件' });
    expect((await editor.post(`/api/imports/${id}/undo`, { reason: '再来' })).status).toBe(404);
    expect((await editor.get(`/api/imports/${id}/file`)).status).toBe(200);
  });

  it('is refused when somebody built on the import since, with what stands in the way', async () => {
    const id = await uploaded(editor, unitsCsvWithoutPhone(), '单位.csv');
    await commit(editor, id);
    save(office.parts, { kind: 'update', register: 'units', record: 'u1', values: { officialOrder: 8 } });
    const before = revision();
    const refused = await editor.post(`/api/imports/${id}/undo`, { reason: '导错文件' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'changed-since']);
    expect(refused.body['conflicts']).toMatchObject([{ register: 'units', record: 'u1', fields: ['officialOrder'] }]);
    expect(revision()).toBe(before);
  });

  it('wants a reason', async () => {
    expect((await editor.post('/api/imports/x/undo', {})).body['code']).toBe('invalid');
  });
});

/** The table of units with an empty column of telephone numbers: the log keeps no secrets to bring back. */
const unitsCsvWithoutPhone = (): Uint8Array<ArrayBuffer> => {
  const csv = Buffer.from(unitsCsv()).toString('latin1').replace('0371-1234', '');
  return new Uint8Array(Buffer.from(csv, 'latin1'));
};

describe('who may import', () => {
  it('are administrators and editors; each has the own unconfirmed imports', async () => {
    const operator = await office.as('operator');
    const verifier = await office.as('verifier');
    for (const client of [operator, verifier]) expect((await upload(client, june)).status).toBe(403);
    expect((await upload(office.stranger(), june)).status).toBe(401);
    const id = await uploaded(editor, june);
    const admin = await office.as('admin');
    for (const path of [`/api/imports/${id}`, `/api/imports/${id}/file`])
      expect((await admin.get(path)).status).toBe(404);
    expect((await commit(admin, id)).status).toBe(404);
    expect((await admin.get('/api/imports')).body).toEqual({ pending: [], imports: [] });
    expect((await editor.get('/api/imports')).body).toMatchObject({ pending: [{ id, state: 'preview' }] });
    await commit(editor, id);
    expect((await verifier.get('/api/imports')).body).toMatchObject({
      pending: [],
      imports: [{ id, by: { id: 'editor' } }],
    });
    expect((await verifier.get(`/api/imports/${id}/file`)).status).toBe(403);
    expect((await verifier.post(`/api/imports/${id}/undo`, { reason: '试' })).status).toBe(403);
  });

  it('lose the right while the file is compared', async () => {
    const id = await uploaded(editor, june);
    const { parts } = office;
    const disable = { kind: 'update', register: 'users', record: 'editor', values: { disabled: true } } as const;
    const imports: Parts['imports'] = {
      ...parts.imports,
      commit: (...asked) => {
        const outcome = parts.imports.commit(...asked);
        save(parts, disable);
        return outcome;
      },
    };
    const client = new Client(createApp({ ...parts, metrics: new Registry(), imports }));
    await client.post('/api/session', { username: 'editor', password: PASSWORD });
    const before = revision();
    expect((await commit(client, id)).status).toBe(401);
    expect(revision()).toBe(before + 1);
  });

  it('get the file back as it was, which is noted', async () => {
    const id = await uploaded(editor, june);
    await commit(editor, id);
    const app = office.app;
    const cookie = [...editor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.fetch(
      new Request(`http://paceboard.test/api/imports/${id}/file`, { headers: { cookie } }),
    );
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(june);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="import-${id}.xlsx"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6%28%E6%9C%80%E7%BB%88%E7%89%88%29%282%29.xlsx`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const [event] = office.parts.events.list({ kind: 'import-file-read', limit: 10 });
    expect(event).toMatchObject({ actor: { id: 'editor' }, subject: `imports/${id}` });
  });
});
