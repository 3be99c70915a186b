import { beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';

let office: Office;
let editor: Client;

beforeEach(async () => {
  office = await openOffice();
  editor = await office.as('editor');
});

const rename = (record: string, name: string, more: object = {}) => ({
  kind: 'update',
  register: 'units',
  record,
  values: { name },
  ...more,
});

describe('sets of changes', () => {
  it('are written whole and answer with every record’s revision', async () => {
    const create = {
      kind: 'create',
      register: 'units',
      record: 'u9',
      values: { name: '新', shortName: '新', group: 'park', officialOrder: 9 },
    };
    const answer = await editor.post('/api/changes', {
      changes: [create, rename('u1', '改'), { kind: 'delete', register: 'units', record: 'u3' }],
      reason: '调整',
    });
    expect(answer.status).toBe(200);
    const revision = Number(answer.body.revision);
    expect(answer.body).toEqual({
      revision,
      records: [
        { register: 'units', id: 'u9', revision: revision - 2 },
        { register: 'units', id: 'u1', revision: revision - 1 },
        { register: 'units', id: 'u3', revision },
      ],
    });
    const log = await editor.get('/api/changes?limit=3');
    expect([...(log.body.changes ?? [])].map(({ reason, set }) => [reason, set])).toEqual(
      Array.from({ length: 3 }, () => ['调整', revision - 2]),
    );
  });

  it('are refused whole, saying which member of which change is wrong', async () => {
    const before = office.parts.changes.ledger().revision;
    const answer = await editor.post('/api/changes', { changes: [rename('u1', '改'), rename('u2', '')] });
    expect(answer.body.errors).toEqual([expect.objectContaining({ path: 'changes/1/name', code: 'required' })]);
    expect(office.parts.changes.ledger().revision).toBe(before);
  });

  it('take no id that boards could not hold', async () => {
    const values = { name: '新', shortName: '新', group: 'park', officialOrder: 9 };
    for (const record of ['__proto__', 'a/b', 'é']) {
      const answer = await editor.post('/api/changes', {
        changes: [{ kind: 'create', register: 'units', record, values }],
      });
      expect(answer.body.errors).toEqual([expect.objectContaining({ path: 'changes/0/id', code: 'bad-format' })]);
    }
  });

  it('say which change is stale, missing, there already or in use', async () => {
    const stale = await editor.post('/api/changes', {
      changes: [rename('u1', '改'), rename('u2', '改二', { ifRevision: 1 })],
    });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({
      code: 'stale',
      revision: expect.any(Number),
      errors: [{ path: 'changes/1', code: 'stale' }],
    });
    const missing = await editor.post('/api/changes', { changes: [rename('nobody', '改')] });
    expect(missing.body).toMatchObject({ status: 404, errors: [{ path: 'changes/0', code: 'not-found' }] });
    const unit = { name: '新', shortName: '新', group: 'park', officialOrder: 9 };
    const there = await editor.post('/api/changes', {
      changes: [{ kind: 'create', register: 'units', record: 'u1', values: unit }],
    });
    expect(there.body).toMatchObject({ status: 409, code: 'exists' });
    const used = await editor.post('/api/changes', { changes: [{ kind: 'delete', register: 'units', record: 'u1' }] });
    expect(used.body).toMatchObject({ status: 409, code: 'in-use', by: ['projects/p1'] });
  });

  it('need the right to write each of their registers', async () => {
    const theme = { kind: 'update', register: 'groups', record: 'hall', values: { theme: 'blue' } };
    expect((await editor.post('/api/changes', { changes: [rename('u1', '改'), theme] })).status).toBe(403);
    expect((await editor.get('/api/registers/units/u1')).body.name).toBe('柳园乡');
    const operator = await office.as('operator');
    expect((await operator.post('/api/changes', { changes: [theme] })).status).toBe(200);
  });

  it.each([
    [{ changes: [] }, 'changes', 'too-short'],
    [{ changes: [{ kind: 'create', register: 'dragons', values: {} }] }, 'changes/0/register', 'not-a-choice'],
    [{ changes: [{ kind: 'create', register: 'units', values: [] }] }, 'changes/0/values', 'bad-format'],
    [{ changes: [{ kind: 'erase', register: 'units' }] }, 'changes/0/kind', 'wrong-type'],
    [{ changes: [rename('u1', 'x')], force: true }, 'force', 'unknown-field'],
  ])('that make no sense are refused: %j', async (body, path, code) => {
    const answer = await editor.post('/api/changes', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.[0]).toMatchObject({ path, code });
  });
});

describe('the history', () => {
  it('tells who changed what when, from what to what, newest first', async () => {
    office.pass(60_000);
    await editor.patch('/api/registers/reports/report1', { completedYtdYuan: 35_000_000, note: '补报' });
    const { body } = await editor.get('/api/registers/reports/report1/history');
    expect(body.changes).toHaveLength(2);
    expect(body.changes?.[0]).toMatchObject({
      kind: 'update',
      actor: { id: 'editor', name: 'editor某' },
      at: office.parts.now(),
      fields: { completedYtdYuan: { from: 30_000_000, to: 35_000_000 }, note: { to: '补报' } },
    });
    expect(body.changes?.[1]).toMatchObject({ kind: 'create', actor: { id: 'system' } });
  });

  it('tells of one set alone, by page', async () => {
    const { body: written } = await editor.post('/api/changes', {
      changes: [1, 2].map((number) => ({
        kind: 'update',
        register: 'reports',
        record: `report${number}`,
        values: { note: '补报' },
      })),
    });
    await editor.patch('/api/registers/reports/report1', { note: '再补' });
    const last = Number(written['revision']);
    const seqs = async (query: string) => {
      const { body } = await editor.get(`/api/changes?set=${query}`);
      return [...(body.changes ?? [])].map(({ seq }) => seq);
    };
    expect(await seqs(`${last - 1}`)).toEqual([last, last - 1]);
    expect(await seqs(`${last - 1}&limit=1&before=${last}`)).toEqual([last - 1]);
    expect(await seqs(`${last}`)).toEqual([]);
    expect((await editor.get('/api/changes?set=x')).status).toBe(422);
  });

  it('outlives the record', async () => {
    await editor.delete('/api/registers/units/u3');
    const { status, body } = await editor.get('/api/registers/units/u3/history');
    expect([status, body.changes?.[0]?.kind]).toEqual([200, 'delete']);
  });

  it('lets other work come in between while a reporter’s changes are looked for among those of others', async () => {
    const renames = Array.from({ length: 8000 }, (_, index) => ({
      kind: 'update' as const,
      register: 'projects' as const,
      record: 'p2',
      values: { remark: `第${index}次` },
    }));
    save(office.parts, ...renames);
    const reporter = await office.as('reporter');
    const state = { turns: 0, answered: false };
    const count = (): void => {
      state.turns += 1;
      if (!state.answered) setImmediate(count);
    };
    setImmediate(count);
    const { body } = await reporter.get('/api/changes?limit=1000');
    state.answered = true;
    expect([...(body.changes ?? [])].every(({ record }) => String(record) !== 'p2')).toBe(true);
    expect(state.turns).toBeGreaterThan(6);
  });

  it('of everything hides what the role may not read, and goes on page by page', async () => {
    const seen: unknown[] = [];
    let before = '';
    for (;;) {
      const { body } = await editor.get(`/api/changes?limit=4${before}`);
      const changes = [...(body.changes ?? [])];
      if (changes.length === 0) break;
      seen.push(...changes.map(({ register }) => register));
      before = `&before=${String(changes.at(-1)?.seq)}`;
    }
    const { revision, tables } = office.parts.changes.ledger();
    expect(seen).toHaveLength(revision - tables.users.size);
    expect(seen).not.toContain('users');
    expect((await editor.get('/api/changes?register=users')).status).toBe(403);
    const auditor = await office.as('auditor');
    expect((await auditor.get('/api/changes?register=users')).body.changes).toHaveLength(4);
    expect((await auditor.get('/api/changes?register=units&record=u1')).body.changes).toHaveLength(1);
  });
});
