import { beforeEach, describe, expect, it } from 'vitest';
import { registerNamed } from '../../../core/registers/index.ts';
import { shownRecord } from '../../../server/http/records.ts';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';

let office: Office;
let editor: Client;

beforeEach(async () => {
  office = await openOffice();
  editor = await office.as('editor');
});

const unit = (number: number) => ({
  name: `单位 ${number}`,
  shortName: `单${number}`,
  group: 'park',
  officialOrder: 100 - number,
});

describe('records', () => {
  it('are created, read, changed and deleted', async () => {
    const made = await editor.post('/api/registers/units', unit(1));
    expect(made.status).toBe(201);
    const path = made.headers.get('location') ?? '';
    expect(path).toBe(`/api/registers/units/${String(made.body.id)}`);
    expect((await editor.get(path)).body).toEqual(made.body);
    const changed = await editor.patch(path, { name: '改名', otherNames: ['旧名'] });
    expect(changed.body).toMatchObject({ ...unit(1), name: '改名', otherNames: ['旧名'] });
    const cleared = await editor.patch(path, { otherNames: null });
    expect(cleared.body).not.toHaveProperty('otherNames');
    expect((await editor.delete(path)).status).toBe(204);
    expect((await editor.get(path)).status).toBe(404);
  });

  it('carry their revision as a tag, and stale writes are refused with the current one', async () => {
    const first = await editor.get('/api/registers/units/u1');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toBe(`"${String(first.body.revision)}"`);
    const second = await editor.patch(
      '/api/registers/units/u1',
      { officialOrder: 5 },
      { headers: { 'if-match': tag } },
    );
    expect(second.status).toBe(200);
    for (const ifMatch of [tag, 'nonsense', '"x"']) {
      const stale = await editor.patch(
        '/api/registers/units/u1',
        { officialOrder: 6 },
        { headers: { 'if-match': ifMatch } },
      );
      expect(stale.status).toBe(412);
      expect(stale.body).toMatchObject({ code: 'stale', revision: second.body.revision });
    }
    expect((await editor.delete('/api/registers/units/u1', { headers: { 'if-match': tag } })).status).toBe(412);
    expect(
      (await editor.patch('/api/registers/units/u1', { officialOrder: 6 }, { headers: { 'if-match': '*' } })).status,
    ).toBe(200);
  });

  it('that others refer to stay, and the answer says who does', async () => {
    const answer = await editor.delete('/api/registers/units/u1');
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'in-use', by: ['projects/p1'] });
  });

  it('that are not there answer 404 to every method', async () => {
    expect((await editor.patch('/api/registers/units/nobody', {})).status).toBe(404);
    expect((await editor.delete('/api/registers/units/nobody')).status).toBe(404);
    expect((await editor.get('/api/registers/units/nobody/history')).status).toBe(404);
  });

  it('are shown without secrets even if the ledger held one', () => {
    const head = { id: 'x', revision: 1, changedAt: office.parts.now() };
    const record = { ...head, name: '张某', phone: '0371-0000', unknown: 1 };
    expect(shownRecord(registerNamed('leaders'), record)).toEqual({ ...head, name: '张某' });
  });

  it('keep their secrets', async () => {
    const list = await editor.get('/api/registers/leaders');
    expect(list.body.records).toHaveLength(1);
    const changed = await editor.patch('/api/registers/leaders/leader1', { phone: '0371-1111' });
    const history = await editor.get('/api/registers/leaders/leader1/history');
    for (const answer of [list, changed, history]) expect(answer.text).not.toContain('0371');
    expect(history.body.changes?.[0]?.fields).toEqual({ phone: { secret: true } });
  });
});

const idsOf = async (query: string): Promise<unknown> => {
  const answer = await editor.get(`/api/registers/projects?${query}`);
  return [...(answer.body.records ?? [])].map(({ id }) => id);
};

describe('lists', () => {
  it('come in the register’s own order, page by page, without loss or repetition', async () => {
    for (let number = 1; number <= 7; number += 1) await editor.post('/api/registers/units', unit(number));
    const names: unknown[] = [];
    let cursor = '';
    let pages = 0;
    do {
      const answer = await editor.get(`/api/registers/units?limit=3${cursor && `&cursor=${cursor}`}`);
      names.push(...[...(answer.body.records ?? [])].map(({ officialOrder }) => officialOrder));
      cursor = String(answer.body.next ?? '');
      pages += 1;
    } while (cursor);
    expect(names).toEqual([1, 2, 3, 93, 94, 95, 96, 97, 98, 99]);
    expect(pages).toBe(4);
  });

  it('go by id where the register has no order, and lose nothing between pages', async () => {
    const ids: unknown[] = [];
    let query = '?limit=1';
    while (query) {
      const { body } = await editor.get(`/api/registers/plans${query}`);
      ids.push(body.records?.[0]?.id);
      query = body.next ? `?limit=1&cursor=${String(body.next)}` : '';
    }
    expect(ids).toEqual(['plan1', 'plan2']);
  });

  it('filter by field and by words', async () => {
    expect(await idsOf('')).toEqual(['p2', 'p1']);
    expect(await idsOf('keyLevel=provincial')).toEqual(['p1']);
    expect(await idsOf('leadUnit=u2&keyLevel=municipal')).toEqual(['p2']);
    expect(await idsOf('carriedOver=false')).toEqual([]);
    expect(await idsOf('listOrder=9')).toEqual(['p1']);
    expect(await idsOf(`q=${encodeURIComponent('第2')}`)).toEqual(['p2']);
    expect(await idsOf(`q=${encodeURIComponent('ｘｍ－1')}`)).toEqual(['p1']);
    expect(await idsOf('q=nothing')).toEqual([]);
  });

  it.each([
    'limit=0',
    'limit=5001',
    'limit=x',
    'cursor=x',
    'cursor=W10',
    'nickname=x',
    'constructor=x',
    'otherNames=x',
  ])('refuse %s', async (query) => {
    const answer = await editor.get(`/api/registers/units?${query}`);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid']);
    expect(answer.body.errors?.[0]?.path).toBe(query.split('=')[0]);
  });

  it('do not filter by what is secret', async () => {
    expect((await editor.get('/api/registers/leaders?phone=0371-0000')).status).toBe(422);
    expect((await editor.get('/api/registers/leaders?q=0371')).body.records).toEqual([]);
  });
});

describe('declarations', () => {
  it('list what the role may read and say what it may write', async () => {
    const { body } = await editor.get('/api/registers');
    const byName = new Map([...(body.registers ?? [])].map((each) => [String(each.name), each]));
    expect([...byName.keys()]).not.toContain('users');
    expect(byName.get('units')).toMatchObject({
      mayWrite: true,
      title: 'name',
      unique: ['name'],
      single: false,
      system: false,
    });
    expect(byName.get('groups')?.mayWrite).toBe(false);
    const fields = [...(byName.get('projects')?.fields ?? [])];
    expect(fields.find(({ name }) => name === 'leadUnit')).toMatchObject({ kind: 'reference', target: 'units' });
    expect(fields.find(({ name }) => name === 'sector')?.choices).toHaveProperty('industry.zh', '工业');
  });

  it('show the password of accounts instead of its hash', async () => {
    const admin = await office.as('admin');
    const { body } = await admin.get('/api/registers');
    const users = [...(body.registers ?? [])].find(({ name }) => name === 'users');
    const names = [...(users?.fields ?? [])].map(({ name }) => name);
    expect(names).toContain('password');
    expect(names).not.toContain('passwordHash');
  });
});

describe('system registers', () => {
  it('have the same routes right under /api', async () => {
    const operator = await office.as('operator');
    const made = await operator.post('/api/playlists', { name: '新', entries: [] });
    expect(made.status).toBe(201);
    const id = String(made.body.id);
    expect((await operator.get(`/api/registers/playlists/${id}`)).body).toEqual(made.body);
    expect((await operator.patch(`/api/playlists/${id}`, { name: '更新' })).status).toBe(200);
    expect((await operator.get(`/api/playlists/${id}/history`)).body.changes).toHaveLength(2);
    expect((await operator.delete(`/api/playlists/${id}`)).status).toBe(204);
  });

  it('stay while a window of a schedule names them', async () => {
    const operator = await office.as('operator');
    const { id } = (await operator.post('/api/playlists', { name: '会场', entries: [] })).body;
    const window = { days: [5], from: 510, until: 720, playlist: id, lastDay: '2017-01-06' };
    expect((await operator.patch('/api/registers/groups/hall', { schedule: [window] })).status).toBe(200);
    const refused = await operator.delete(`/api/registers/playlists/${String(id)}`);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'in-use', by: ['groups/hall'] }]);
    expect((await operator.patch('/api/registers/groups/hall', { schedule: null })).status).toBe(200);
    expect((await operator.delete(`/api/registers/playlists/${String(id)}`)).status).toBe(204);
  });
});

describe('settings', () => {
  it('are one record that is changed in place', async () => {
    const before = await editor.get('/api/settings');
    expect(before.body).toMatchObject({ id: 'settings', district: '示范区' });
    const changed = await editor.patch(
      '/api/settings',
      { asOf: '2017-04-30' },
      { headers: { 'if-match': before.headers.get('etag') ?? '' } },
    );
    expect(changed.body).toMatchObject({ asOf: '2017-04-30', district: '示范区' });
  });

  it('are made by the first change of an empty ledger', async () => {
    const empty = await openOffice({ requests: [] });
    const admin = await empty.as('admin');
    expect((await admin.get('/api/settings')).body.code).toBe('no-settings');
    expect((await admin.get('/api/boards/summary')).body.code).toBe('no-settings');
    expect((await admin.patch('/api/settings', { district: '示范区' })).status).toBe(422);
    const values = {
      office: '办',
      district: '区',
      year: 2017,
      asOf: '2017-05-31',
      timeProgress: 'linearDay',
      source: '调度数',
      demo: false,
    };
    expect((await admin.patch('/api/settings', values)).body).toMatchObject(values);
  });
});
