import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { SAFE_SLIDE } from '../../../core/programme/edition.ts';
import { figureYi as figure, openDesk, type Desk } from '../../support/edition-desk.ts';
import type { STAFF } from '../../support/editions-office.ts';
import { save } from '../../support/parts.ts';

const DAY = 86_400_000;
const OTHER = 'a'.repeat(64);

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const editionNow = (id: string) => {
  const edition = desk.office.parts.changes.ledger().tables.editions.get(id);
  if (!edition) throw new Error(`no edition ${id}`);
  return edition;
};

const slidesShown = async (group?: string): Promise<readonly string[]> =>
  Object.keys(Object((await desk.programme(group))['slides']));

const delegateTo = (delegate: string, principal: string, from: string, until: string): void =>
  save(desk.office.parts, {
    kind: 'create',
    register: 'delegations',
    values: { principal, delegate, from, until, document: '委托书' },
  });

const code = ({ status, body }: { status: number; body: { readonly [member: string]: unknown } }) => [
  status,
  body['code'],
];

describe('the way of an edition to the screens', () => {
  it('goes over freeze, two reviews and the signature, and only then on air', async () => {
    const { id, content } = await desk.frozen();
    const steps: readonly (readonly [keyof typeof STAFF, string, object, string])[] = [
      ['editor1', 'reviews', { content, decision: 'passed' }, 'inReview'],
      ['reviewer1', 'reviews', { content, decision: 'passed' }, 'inReview'],
      ['signer1', 'sign', { content }, 'signed'],
      ['operator1', 'air', { content }, 'onAir'],
    ];
    for (const [who, name, body, state] of steps) {
      expect(await slidesShown()).toEqual([SAFE_SLIDE]);
      const answer = await desk.step(who, id, name, body);
      expect([answer.status, answer.body['edition']?.['state']]).toEqual([200, state]);
    }
    expect(await slidesShown()).toEqual(['units', 'all', 'note']);
    expect(await desk.programme()).toMatchObject({
      asOf: '2017-05-31',
      edition: { number: 1, correction: 0, title: '第1期' },
    });
  });

  it('shows frozen figures whatever happens to the ledger, and serves their bytes', async () => {
    const { id, content } = await desk.onAir();
    const before = await desk.programme();
    save(desk.office.parts, figure(1, 399), {
      kind: 'update',
      register: 'playlists',
      record: 'loop',
      values: { entries: [] },
    });
    expect(await desk.programme()).toEqual(before);
    const bytes = await (await desk.as('auditor1')).get(`/api/editions/${id}/content`);
    expect(createHash('sha256').update(bytes.text).digest('hex')).toBe(content);
    expect(bytes.headers.get('etag')).toBe(`"${content}"`);
  });

  it('numbers editions by year, and takes a number and a title that are given', async () => {
    const editor = await desk.as('editor1');
    const post = async (body: object) =>
      (await editor.post('/api/editions', { rhythm: 'monthly', asOf: '2017-05-31', ...body })).body['edition'];
    expect(await post({})).toMatchObject({ number: 1, title: '第1期', state: 'collecting' });
    expect(await post({ number: 7, title: '五月' })).toMatchObject({ number: 7, title: '五月' });
    expect(await post({})).toMatchObject({ number: 8 });
    expect(await post({ asOf: '2018-01-31' })).toMatchObject({ number: 1, year: 2018 });
    const again = await editor.post('/api/editions', { rhythm: 'monthly', asOf: '2017-05-31', number: 7 });
    expect(code(again)).toEqual([422, 'invalid']);
  });

  it('puts a newer edition in the place of the one on air', async () => {
    const first = await desk.onAir();
    const second = await desk.onAir();
    expect([editionNow(first.id).state, editionNow(second.id).state]).toEqual(['superseded', 'onAir']);
    expect(editionNow(first.id).endedAt).toBeDefined();
    expect(await desk.programme('gate')).toMatchObject({ edition: { number: 2 } });
  });

  it('goes on air by itself at its time, not before', async () => {
    const { id, content } = await desk.signed();
    const airAt = desk.office.parts.now() + DAY;
    expect(code(await desk.step('operator1', id, 'schedule', { content, airAt: airAt - 2 * DAY }))).toEqual([
      422,
      'invalid',
    ]);
    expect((await desk.step('operator1', id, 'schedule', { content, airAt })).status).toBe(200);
    desk.office.pass(DAY - 1);
    expect(desk.office.parts.editions.airDue()).toBe(0);
    desk.office.pass(1);
    expect(desk.office.parts.editions.airDue()).toBe(1);
    expect(editionNow(id)).toMatchObject({ state: 'onAir', airAt });
    const [last] = desk.office.parts.changes.history({ register: 'editions', record: id, limit: 1 });
    expect(last?.actor.id).toBe('system');
  });
});

describe('who takes which step', () => {
  const WRONG: readonly (readonly [string, readonly (keyof typeof STAFF)[], object])[] = [
    ['freeze', ['verifier1', 'reviewer1', 'signer1', 'operator1', 'auditor1'], {}],
    ['reopen', ['verifier1', 'reviewer1', 'signer1', 'operator1', 'auditor1'], {}],
    ['reviews', ['admin1', 'operator1', 'signer1', 'auditor1'], { decision: 'passed', content: OTHER }],
    ['sign', ['admin1', 'editor1', 'verifier1', 'reviewer1', 'operator1'], { content: OTHER }],
    ['schedule', ['editor1', 'reviewer1', 'verifier1', 'auditor1'], { content: OTHER, airAt: 9e12 }],
    ['air', ['editor1', 'reviewer1', 'verifier1', 'auditor1'], { content: OTHER }],
    ['withdraw', ['editor1', 'reviewer1', 'verifier1', 'auditor1'], { reason: '有误' }],
    ['hide', ['editor1', 'reviewer1', 'verifier1'], { page: 'loop/units', reason: '有误' }],
    ['show', ['admin1', 'editor1', 'operator1', 'reviewer1'], { page: 'loop/units' }],
    ['correct', ['signer1', 'operator1', 'reviewer1'], { reason: '有误' }],
  ];

  it.each(WRONG)('refuses %s to %j', async (name, who, body) => {
    const { id, content } = await desk.frozen();
    if (name === 'sign') {
      await desk.step('verifier1', id, 'reviews', { content, decision: 'passed' });
      await desk.step('reviewer2', id, 'reviews', { content, decision: 'passed' });
    }
    for (const each of who)
      expect([each, ...code(await desk.step(each, id, name, body))]).toEqual([each, 403, 'forbidden']);
    expect(['frozen', 'inReview']).toContain(editionNow(id).state);
  });

  it('refuses the second review to who gave the first, and notes the attempt', async () => {
    const { id, content } = await desk.frozen();
    await desk.step('reviewer1', id, 'reviews', { content, decision: 'passed' });
    expect(code(await desk.step('reviewer1', id, 'reviews', { content, decision: 'passed' }))).toEqual([
      403,
      'same-person',
    ]);
    const [event] = desk.office.parts.events.list({ kind: 'edition-refused', limit: 1 });
    expect(event).toMatchObject({
      actor: { id: 'reviewer1' },
      subject: `editions/${id}`,
      detail: { step: 'reviews', code: 'same-person' },
    });
  });

  it('refuses everything after the first reading to who froze it, whatever the role is by then', async () => {
    const { id, content } = await desk.frozen();
    await desk.step('verifier1', id, 'reviews', { content, decision: 'passed' });
    save(desk.office.parts, { kind: 'update', register: 'users', record: 'editor1', values: { role: 'reviewer' } });
    expect(code(await desk.step('editor1', id, 'reviews', { content, decision: 'passed' }))).toEqual([
      403,
      'same-person',
    ]);
    await desk.step('reviewer1', id, 'reviews', { content, decision: 'passed' });
    save(desk.office.parts, { kind: 'update', register: 'users', record: 'editor1', values: { role: 'signer' } });
    expect(code(await desk.step('editor1', id, 'sign', { content }))).toEqual([403, 'same-person']);
  });

  it('lets nobody write editions, reviews or their undoing past the steps', async () => {
    const { id } = await desk.onAir();
    const admin = await desk.as('admin1');
    expect((await admin.patch(`/api/registers/editions/${id}`, { state: 'signed' })).status).toBe(405);
    expect((await admin.post('/api/registers/editionReviews', {})).status).toBe(405);
    const [{ set } = { set: 0 }] = desk.office.parts.changes.history({ register: 'editions', record: id, limit: 1 });
    expect((await admin.post(`/api/changes/${set}/undo`, { reason: '试' })).status).toBe(403);
    expect(editionNow(id).state).toBe('onAir');
  });

  it('tells each person what they may do, and why not', async () => {
    const { id } = await desk.frozen();
    const of = async (who: keyof typeof STAFF) => (await (await desk.as(who)).get(`/api/editions/${id}`)).body['steps'];
    expect(await of('reviewer1')).toMatchObject({
      review: { allowed: true, stage: 1 },
      freeze: { allowed: false, why: { code: 'forbidden' } },
      sign: { allowed: false, why: { code: 'wrong-state' } },
    });
    expect(await of('editor1')).toMatchObject({ review: { allowed: true }, reopen: { allowed: true } });
    expect(await of('admin1')).toMatchObject({ review: { allowed: false }, withdraw: { allowed: true } });
  });
});

describe('delegation', () => {
  it('lends the principal’s rights for its days, and counts both', async () => {
    delegateTo('auditor1', 'reviewer1', '2017-06-01', '2017-06-02');
    const { id, content } = await desk.frozen();
    const first = { content, decision: 'passed', onBehalfOf: 'reviewer1' };
    expect((await desk.step('auditor1', id, 'reviews', first)).status).toBe(200);
    expect(code(await desk.step('reviewer1', id, 'reviews', { content, decision: 'passed' }))).toEqual([
      403,
      'same-person',
    ]);
    const view = await desk.view(id);
    expect(view['reviews']?.[0]).toMatchObject({
      by: 'auditor1',
      onBehalfOf: 'reviewer1',
      onBehalfOfName: 'reviewer1某',
    });
  });

  it('is refused when no delegation is in force, and to the administrator always', async () => {
    delegateTo('verifier1', 'signer1', '2017-05-01', '2017-05-20');
    delegateTo('editor2', 'signer1', '2017-07-01', '2017-07-20');
    const { id, content } = await desk.frozen();
    await desk.step('editor1', id, 'reviews', { content, decision: 'passed' });
    await desk.step('reviewer1', id, 'reviews', { content, decision: 'passed' });
    const body = { content, onBehalfOf: 'signer1' };
    expect(code(await desk.step('verifier1', id, 'sign', body))).toEqual([403, 'no-delegation']);
    expect(code(await desk.step('editor2', id, 'sign', body))).toEqual([403, 'no-delegation']);
    delegateTo('admin1', 'signer1', '2017-06-01', '2017-06-30');
    expect(code(await desk.step('admin1', id, 'sign', body))).toEqual([403, 'forbidden']);
  });

  it('signs in another’s place, with both names on the record', async () => {
    delegateTo('verifier1', 'signer1', '2017-06-01', '2017-06-30');
    const { id, content } = await desk.frozen();
    await desk.step('editor1', id, 'reviews', { content, decision: 'passed' });
    await desk.step('reviewer1', id, 'reviews', { content, decision: 'passed' });
    expect((await desk.step('verifier1', id, 'sign', { content, onBehalfOf: 'signer1' })).status).toBe(200);
    expect(editionNow(id)).toMatchObject({
      signedBy: 'verifier1',
      signedOnBehalfOf: 'signer1',
      signedOnBehalfOfName: 'signer1某',
    });
  });
});

describe('the content that a person saw', () => {
  it('is what counts: another one is refused at every step', async () => {
    const { id, content } = await desk.frozen();
    expect(code(await desk.step('verifier1', id, 'reviews', { content: OTHER, decision: 'passed' }))).toEqual([
      409,
      'changed',
    ]);
    expect((await desk.step('editor1', id, 'reopen')).status).toBe(200);
    save(desk.office.parts, figure(1, 250));
    const again = String((await desk.step('editor1', id, 'freeze')).body['edition']?.['content']);
    expect(again).not.toBe(content);
    expect(code(await desk.step('verifier1', id, 'reviews', { content, decision: 'passed' }))).toEqual([
      409,
      'changed',
    ]);
    await desk.step('verifier1', id, 'reviews', { content: again, decision: 'passed' });
    await desk.step('reviewer1', id, 'reviews', { content: again, decision: 'passed' });
    expect(code(await desk.step('signer1', id, 'sign', { content }))).toEqual([409, 'changed']);
    await desk.step('signer1', id, 'sign', { content: again });
    expect(code(await desk.step('operator1', id, 'air', { content }))).toEqual([409, 'changed']);
  });

  it('needs its reviews anew after it was returned or reopened', async () => {
    const { id, content } = await desk.frozen();
    await desk.step('verifier1', id, 'reviews', { content, decision: 'passed' });
    expect(code(await desk.step('reviewer1', id, 'reviews', { content, decision: 'returned' }))).toEqual([
      422,
      'invalid',
    ]);
    await desk.step('reviewer1', id, 'reviews', { content, decision: 'returned', comment: '口径不对' });
    expect(editionNow(id)).toMatchObject({ state: 'collecting', round: 1 });
    // The very same content: the earlier round does not hold for it.
    const again = String((await desk.step('editor1', id, 'freeze')).body['edition']?.['content']);
    expect(again).toBe(content);
    expect((await desk.view(id))['steps']?.['review']).toMatchObject({ stage: 1 });
    expect(code(await desk.step('signer1', id, 'sign', { content }))).toEqual([409, 'wrong-state']);
  });

  it('is not signed with doubts that nobody acknowledged', async () => {
    save(desk.office.parts, { kind: 'delete', register: 'plans', record: 'plan3' });
    const { id, content } = await desk.frozen();
    await desk.step('editor1', id, 'reviews', { content, decision: 'passed' });
    await desk.step('reviewer1', id, 'reviews', { content, decision: 'passed' });
    const refused = await desk.step('signer1', id, 'sign', { content });
    expect(code(refused)).toEqual([422, 'unacknowledged']);
    expect(refused.body['findings']).toEqual(['no-plan']);
    expect(code(await desk.step('signer1', id, 'sign', { content, acknowledged: ['no-plan'] }))).toEqual([
      422,
      'invalid',
    ]);
    const signed = { content, acknowledged: ['no-plan'], reason: '计划月底下达' };
    expect((await desk.step('signer1', id, 'sign', signed)).status).toBe(200);
    expect(editionNow(id)).toMatchObject({ acknowledged: ['no-plan'], acknowledgement: '计划月底下达' });
  });
});

describe('what is on air', () => {
  it('is gone with the withdrawal, and nothing takes its place', async () => {
    const { id } = await desk.onAir();
    expect(code(await desk.step('operator1', id, 'withdraw', {}))).toEqual([422, 'invalid']);
    expect((await desk.step('operator1', id, 'withdraw', { reason: '数据有误' })).status).toBe(200);
    const programme = await desk.programme();
    expect(programme['edition']).toBeUndefined();
    expect(programme['slides']).toEqual({
      [SAFE_SLIDE]: {
        kind: 'cover',
        title: '数据更新中',
        data: { subtitle: '项目办', district: '示范区', office: '项目办', year: 2017 },
        order: 0,
        seconds: 0,
      },
    });
  });

  it('loses a page at once, and gets back only what was its own, by the signer', async () => {
    const { id } = await desk.onAir();
    const page = 'loop/units';
    expect(code(await desk.step('operator1', id, 'hide', { page: 'loop/other', reason: '有误' }))).toEqual([
      422,
      'invalid',
    ]);
    expect((await desk.step('operator1', id, 'hide', { page, reason: '有误' })).status).toBe(200);
    expect(await slidesShown()).toEqual(['all', 'note']);
    expect(code(await desk.step('signer1', id, 'show', { page: 'loop/all' }))).toEqual([422, 'invalid']);
    expect((await desk.step('signer1', id, 'show', { page })).status).toBe(200);
    expect(await slidesShown()).toEqual(['units', 'all', 'note']);
    for (const each of ['units', 'all', 'note'])
      await desk.step('admin1', id, 'hide', { page: `loop/${each}`, reason: '有误' });
    expect(await slidesShown()).toEqual([SAFE_SLIDE]);
  });

  it('is corrected the short way, under its own number, and says so', async () => {
    const { id } = await desk.onAir();
    const correct = await desk.step('editor1', id, 'correct', {
      reason: '临河镇数据有误',
      publicNote: '更正临河镇数据',
    });
    expect([correct.status, correct.body['edition']]).toMatchObject([
      201,
      { number: 1, correction: 1, title: '第1期更正', corrects: id },
    ]);
    expect(code(await desk.step('editor2', id, 'correct', { reason: '再改' }))).toEqual([409, 'wrong-state']);
    const erratum = String(correct.body['edition']?.['id']);
    save(desk.office.parts, figure(2, 333));
    const content = String((await desk.step('editor1', erratum, 'freeze')).body['edition']?.['content']);
    await desk.step('reviewer1', erratum, 'reviews', { content, decision: 'passed' });
    await desk.step('signer1', erratum, 'sign', { content });
    await desk.step('operator1', erratum, 'air', { content });
    expect(editionNow(id).state).toBe('superseded');
    expect(await desk.programme()).toMatchObject({
      edition: { number: 1, correction: 1, title: '第1期更正', note: '更正临河镇数据' },
    });
  });

  it('is told apart from the present ledger: what was corrected since, from what to what, by whom', async () => {
    const { id } = await desk.onAir();
    expect((await desk.view(id))['stale']).toBeNull();
    const bulletin = {
      kind: 'bulletin',
      year: 2017,
      number: 3,
      title: '五月通报',
      asOf: '2017-05-31',
      issuedOn: '2017-06-01',
    };
    save(desk.office.parts, {
      kind: 'create',
      register: 'bulletins',
      record: 'b1',
      values: { ...bulletin, state: 'issued' },
    });
    const put = await (
      await desk.as('editor2')
    ).patch('/api/registers/reports/r2', { completedYtdYuan: 11_000_000_000 });
    expect(put.status).toBe(200);
    const stale = (await desk.view(id))['stale'];
    expect(stale?.['figures']).toMatchObject([
      { project: 'p2', field: 'completed', was: 10_200_000_000, now: 11_000_000_000, by: { name: 'editor2某' } },
    ]);
    expect(stale?.['dependents']).toEqual({ bulletins: ['b1'], contests: [], signoffs: [] });
    const list = (await (await desk.as('editor1')).get('/api/editions')).body;
    expect([list['onAir'], list['editions']?.[0]?.['staleFigures']]).toEqual([id, 1]);
  });

  it('shows what changed since the one before', async () => {
    await desk.onAir();
    save(desk.office.parts, figure(1, 380), {
      kind: 'update',
      register: 'playlists',
      record: 'other',
      values: { entries: [] },
    });
    const { id } = await desk.frozen();
    expect((await desk.view(id))['differences']).toMatchObject({
      units: [
        { unit: 'u3', rank: { was: 1, now: 2 } },
        { unit: 'u2', rank: { was: 2, now: 3 } },
        { unit: 'u1', rank: { was: 3, now: 1 } },
      ].sort((a, b) => a.rank.now - b.rank.now),
      projects: [{ project: 'p1', kind: 'changed', completed: { was: 10_100_000_000, now: 38_000_000_000 } }],
      pages: [{ page: 'other/cover', kind: 'left' }],
    });
  });
});

describe('two at the same time', () => {
  it('leaves one edition on air', async () => {
    const first = await desk.signed();
    const second = await desk.signed();
    const answers = await Promise.all([
      desk.step('operator1', first.id, 'air', { content: first.content }),
      desk.step('signer1', second.id, 'air', { content: second.content }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const states = [first, second].map(({ id }) => editionNow(id).state).sort();
    expect(states).toEqual(['onAir', 'superseded']);
  });

  it('freezes once', async () => {
    const { id } = await desk.frozen();
    await desk.step('editor1', id, 'reopen');
    await desk.as('editor2');
    const answers = await Promise.all([desk.step('editor1', id, 'freeze'), desk.step('editor2', id, 'freeze')]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    expect(editionNow(id)).toMatchObject({ state: 'frozen', round: 2 });
  });

  it('takes one of two reviews of the same stage', async () => {
    const { id, content } = await desk.frozen();
    const pass = { content, decision: 'passed' };
    const answers = await Promise.all([
      desk.step('editor2', id, 'reviews', pass),
      desk.step('verifier1', id, 'reviews', pass),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 403]);
  });
});
