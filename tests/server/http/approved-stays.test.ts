/** What was approved or signed is what was read, whichever way somebody comes: another write, undo, undo of undo. */
import { beforeEach, expect, it } from 'vitest';
import { openOffice, type Client, type Json, type Office } from '../../support/http-client.ts';
import { demoRequests } from '../../../server/demo/demo-ledger.ts';

let office: Office;
let editor: Client;
let reviewer: Client;
let signer: Client;

beforeEach(async () => {
  office = await openOffice({ requests: demoRequests() });
  [editor, reviewer, signer] = await Promise.all([office.as('editor'), office.as('reviewer'), office.as('signer')]);
});

const idOf = (body: Json): string => String(body['id']);

const patch = (who: Client, register: string, id: string, values: object) =>
  who.patch(`/api/registers/${register}/${id}`, values);

/** The last set of changes of a record in which a field came to something. */
async function setOf(register: string, record: string, field: string): Promise<number> {
  const { changes } = (await editor.get(`/api/changes?register=${register}&record=${record}`)).body;
  const change = changes?.find((each: Json) => each['kind'] === 'update' && field in (each['fields'] ?? {}));
  return Number(change?.['set']);
}

const undo = async (who: Client, set: number) => who.post(`/api/changes/${set}/undo`, { reason: '撤回' });

const SIGNOFF = {
  board: 'red',
  group: 'township',
  asOf: '2017-05-31',
  scheme: 'scheme-a',
  units: ['unit-01'],
  from: '2017-06-01',
  until: '2017-07-01',
  state: 'proposed',
};

const tables = () => office.parts.changes.ledger().tables;

/** A sign-off whose units were edited before it was signed. */
async function signedOff(): Promise<string> {
  const id = idOf((await editor.post('/api/registers/boardSignoffs', SIGNOFF)).body);
  expect((await patch(editor, 'boardSignoffs', id, { units: ['unit-02'] })).status).toBe(200);
  expect((await patch(signer, 'boardSignoffs', id, { state: 'signed' })).status).toBe(200);
  return id;
}

it('keeps the units of a signed board when somebody takes back what was edited before the signature', async () => {
  const id = await signedOff();
  expect((await undo(editor, await setOf('boardSignoffs', id, 'units'))).status).toBe(422);
  expect(tables().boardSignoffs.get(id)).toMatchObject({ state: 'signed', units: ['unit-02'] });
});

it('signs a board as it was proposed, and no other', async () => {
  const id = idOf((await editor.post('/api/registers/boardSignoffs', SIGNOFF)).body);
  const other = await patch(signer, 'boardSignoffs', id, { state: 'signed', units: ['unit-02'] });
  expect([other.status, other.body['errors']]).toMatchObject([422, [{ code: 'frozen' }]]);
  expect(tables().boardSignoffs.get(id)).toMatchObject({ state: 'proposed', units: ['unit-01'] });
});

it('keeps the units of a withdrawn board, and lets only a signer take the withdrawal back', async () => {
  const id = await signedOff();
  const withdrawal = { state: 'withdrawn', withdrawalReason: '数据更正' };
  expect((await patch(reviewer, 'boardSignoffs', id, withdrawal)).status).toBe(200);
  expect((await patch(editor, 'boardSignoffs', id, { units: ['unit-03'] })).status).toBe(422);
  const withdrawn = await setOf('boardSignoffs', id, 'state');
  expect((await undo(reviewer, withdrawn)).status).toBe(403);
  expect((await undo(signer, withdrawn)).status).toBe(200);
  expect(tables().boardSignoffs.get(id)).toMatchObject({ state: 'signed', units: ['unit-02'] });
});

it('keeps the body and the head of an approved scheme', async () => {
  const { body } = (await editor.get('/api/registers/schemes/scheme-a')).body;
  const draft = { name: '试行办法', version: 1, body, state: 'draft', effectiveFrom: '2017-01-01' };
  const id = idOf((await editor.post('/api/registers/schemes', draft)).body);
  expect((await patch(editor, 'schemes', id, { body: { ...(body as object), decimals: 1 } })).status).toBe(200);
  const approval = { state: 'approved', approvalDocument: '试发〔2017〕1号' };
  expect((await patch(reviewer, 'schemes', id, approval)).status).toBe(200);
  expect((await undo(editor, await setOf('schemes', id, 'body'))).status).toBe(422);
  expect((await patch(editor, 'schemes', id, { effectiveFrom: '2016-01-01' })).status).toBe(422);
  expect((await patch(editor, 'schemes', id, { name: '另一办法' })).status).toBe(422);
  expect(tables().schemes.get(id)).toMatchObject({ name: '试行办法', body: { decimals: 1 } });
  // Its approval can be taken back by whoever approves; then it is a draft again.
  expect((await undo(reviewer, await setOf('schemes', id, 'state'))).status).toBe(200);
  expect((await patch(editor, 'schemes', id, { effectiveFrom: '2016-01-01' })).status).toBe(200);
});

it('keeps the points, unit and reason of an approved score entry', async () => {
  const entry = { scheme: '年度综合考核办法（百分制）', item: 'B1', unit: 'unit-01', on: '2017-03-01' };
  const more = { pointsHundredths: 100, reason: '典型经验', state: 'proposed' };
  const id = idOf((await editor.post('/api/registers/scoreEntries', { ...entry, ...more })).body);
  expect((await patch(editor, 'scoreEntries', id, { pointsHundredths: 200 })).status).toBe(200);
  expect((await patch(reviewer, 'scoreEntries', id, { state: 'approved', approver: '审例' })).status).toBe(200);
  for (const values of [
    { pointsHundredths: 90_000 },
    { unit: 'unit-02' },
    { reason: '另一事由' },
    { on: '2017-04-01' },
  ])
    expect((await patch(editor, 'scoreEntries', id, values)).status).toBe(422);
  expect((await undo(editor, await setOf('scoreEntries', id, 'pointsHundredths'))).status).toBe(422);
  expect(tables().scoreEntries.get(id)).toMatchObject({ unit: 'unit-01', pointsHundredths: 200 });
});

it('lets a token of the signer’s role propose and read, and sign nothing', async () => {
  const id = idOf((await editor.post('/api/registers/boardSignoffs', SIGNOFF)).body);
  const admin = await office.as('admin');
  const made = await admin.post('/api/tokens', {
    name: '接口',
    role: 'signer',
    rights: 'write',
    expiresOn: '2017-12-31',
  });
  const headers = { authorization: `Bearer ${String(made.body['token'])}` };
  const path = `/api/registers/boardSignoffs/${id}`;
  const stranger = office.stranger();
  expect((await stranger.ask('PATCH', path, { json: { document: '文例' }, headers })).status).toBe(200);
  expect((await stranger.ask('PATCH', path, { json: { state: 'signed' }, headers })).status).toBe(403);
  expect(tables().boardSignoffs.get(id)?.state).toBe('proposed');
});

it('leaves it to administrators whether screens and the public page wait for signatures, and for how many', async () => {
  const operator = await office.as('operator');
  const settings = (await editor.get('/api/registers/settings/settings')).body;
  expect(settings).toMatchObject({ id: 'settings' });
  for (const values of [{ publicSource: 'edition' }, { reviewStages: 0 }])
    expect((await patch(editor, 'settings', 'settings', values)).status).toBe(403);
  expect((await patch(operator, 'groups', 'demo-group', { source: 'edition' })).status).toBe(403);
  expect((await patch(operator, 'groups', 'demo-group', { theme: 'blue' })).status).toBe(200);
  const admin = await office.as('admin');
  expect((await patch(admin, 'groups', 'demo-group', { source: 'edition' })).status).toBe(200);
  expect((await patch(operator, 'groups', 'demo-group', { source: 'live' })).status).toBe(403);
});
