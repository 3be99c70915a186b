import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../core/register/role.ts';
import { demoRequests } from '../../../server/demo/demo-ledger.ts';
import { openOffice, type Client, type Json, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';

/** The office's day is 1 June 2017. */
let office: Office;
let editor: Client;

/** The demo before any board was signed. */
const UNSIGNED = demoRequests().filter(({ register }) => register !== 'boardSignoffs');

beforeEach(async () => {
  office = await openOffice({ requests: UNSIGNED });
  editor = await office.as('editor');
});

const tables = () => office.parts.changes.ledger().tables;

const run = async (name: string, values: object, preview = false, who: Client = editor) =>
  who.post(`/api/actions/${name}`, preview ? { values, preview } : { values });

const ROUND = {
  season: '2017春季',
  round: 1,
  kind: 'rival',
  asOf: '2017-05-31',
  metric: 'investmentCompletionRate',
} as const;

const springContests = () => [...tables().contests.values()].filter(({ season }) => season === ROUND.season);

describe('pairing a round', () => {
  it('lets neighbours in the ranking meet, once, and can be taken back', async () => {
    const preview = await run('pairContest', { ...ROUND, group: 'township', rankedOn: '2017-04-30' }, true);
    expect(preview.body['writes']).toHaveLength(3);
    expect(springContests()).toEqual([]);
    const made = await run('pairContest', { ...ROUND, group: 'township', rankedOn: '2017-04-30' });
    expect(made.status).toBe(200);
    const ranking = (await editor.get('/api/boards/unitRanking?group=township&asOf=2017-04-30')).body['rows'];
    const order = Object.keys(ranking ?? {});
    expect(springContests().map(({ firstUnit, secondUnit, result }) => [firstUnit, secondUnit, result])).toEqual([
      [order[0], order[1], 'pending'],
      [order[2], order[3], 'pending'],
      [order[4], undefined, 'bye'],
    ]);
    expect(springContests()[0]).toMatchObject({ metric: 'investmentCompletionRate', measure: '年度投资完成率' });
    expect((await run('pairContest', { ...ROUND, group: 'township' })).body['writes']).toEqual([]);
    const undone = await editor.post(`/api/changes/${String(made.body['set'])}/undo`, { reason: '重新抽签' });
    expect(undone.status).toBe(200);
    expect(springContests()).toEqual([]);
  });

  it('takes two units by hand, and refuses what makes no pair', async () => {
    expect((await run('pairContest', { ...ROUND, firstUnit: 'unit-01', secondUnit: 'unit-03' })).status).toBe(200);
    expect(springContests()).toMatchObject([{ firstUnit: 'unit-01', secondUnit: 'unit-03', result: 'pending' }]);
    const refused: readonly (readonly [object, string])[] = [
      [{ firstUnit: 'unit-01', secondUnit: 'unit-02' }, 'values/firstUnit'],
      [{ firstUnit: 'unit-02', secondUnit: 'unit-03' }, 'values/secondUnit'],
      [{ firstUnit: 'unit-02', secondUnit: 'unit-02' }, 'values/secondUnit'],
      [{ firstUnit: 'unit-02' }, 'values/secondUnit'],
      [{ firstUnit: 'unit-02', secondUnit: 'unit-04', group: 'township' }, 'values/group'],
      [{}, 'values/firstUnit'],
      [{ firstUnit: 'unit-02', secondUnit: 'unit-04', metric: undefined }, 'values/metric'],
    ];
    for (const [more, path] of refused) {
      const answer = await run('pairContest', { ...ROUND, ...more });
      expect([answer.status, answer.body['errors']?.[0]?.['path']]).toEqual([422, path]);
    }
  });

  it('pairs only who has no contest in the round yet', async () => {
    await run('pairContest', { ...ROUND, firstUnit: 'unit-01', secondUnit: 'unit-03' });
    await run('pairContest', { ...ROUND, group: 'township' });
    const units = springContests().flatMap(({ firstUnit, secondUnit }) => [
      firstUnit,
      ...(secondUnit ? [secondUnit] : []),
    ]);
    expect(units).toHaveLength(5);
    expect(new Set(units).size).toBe(5);
  });
});

const pair = async (more: object = {}) => {
  await run('pairContest', { ...ROUND, firstUnit: 'unit-01', secondUnit: 'unit-03', ...more });
  return springContests()[0]?.id ?? '';
};

describe('settling a contest', () => {
  it('shows the scores first, then writes result and flag, and can be taken back', async () => {
    const contest = await pair();
    const preview = await run('settleContest', { contest }, true);
    expect(preview.body['writes']).toMatchObject([
      { kind: 'update', values: { result: expect.any(String), firstHundredths: expect.any(Number) } },
    ]);
    expect(tables().contests.get(contest)?.result).toBe('pending');
    const made = await run('settleContest', { contest });
    expect(made.status).toBe(200);
    const { firstHundredths = 0, secondHundredths = 0, result, flagHolder } = tables().contests.get(contest) ?? {};
    expect(result).toBe(firstHundredths > secondHundredths ? 'first' : 'second');
    expect(flagHolder).toBe(result === 'first' ? 'unit-01' : 'unit-03');
    const rows = (await editor.get('/api/boards/unitRanking?group=township&asOf=2017-05-31')).body['rows'];
    expect((firstHundredths / 100).toFixed(1)).toBe(String(rows?.['unit-01']?.['rate']?.['text']));
    expect((await run('settleContest', { contest })).status).toBe(422);
    expect((await editor.post(`/api/changes/${String(made.body['set'])}/undo`, { reason: '数据更正' })).status).toBe(
      200,
    );
    expect(tables().contests.get(contest)).toMatchObject({ result: 'pending' });
    expect(tables().contests.get(contest)).not.toHaveProperty('flagHolder');
  });

  it('waits for the date of the figures', async () => {
    const contest = await pair({ asOf: '2017-06-30' });
    expect((await run('settleContest', { contest })).body['errors']).toMatchObject([
      { path: 'values/contest', words: { zh: '数据截至日期未到' } },
    ]);
  });

  it('is for who writes contests', async () => {
    const contest = await pair();
    for (const role of ['auditor', 'operator', 'reporter', 'signer'] as const)
      expect((await run('settleContest', { contest }, false, await office.as(role))).status).toBe(403);
  });

  it('is public as soon as it is settled: both units at one date', async () => {
    const contest = await pair();
    await run('settleContest', { contest });
    const { status, body } = await office.stranger().get(`/api/boards/headToHead?contest=${contest}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      figuresAsOf: '2017-05-31',
      first: { id: 'unit-01' },
      contest: { season: '2017春季' },
    });
    expect((await office.stranger().get('/api/boards/headToHead?first=unit-01')).status).toBe(404);
  });
});

const ASKED = { scheme: 'scheme-a', asOf: '2017-05-31', group: 'township', from: '2017-06-01', until: '2017-06-02' };

const rowsFor = async (who: Client) =>
  Object.values((await who.get('/api/boards/redBlack')).body['rows'] ?? {}) as readonly Json[];

const signoffs = () => [...tables().boardSignoffs.values()];

const sign = async (id: string, role: Role, state = 'signed', more: object = {}) => {
  const client = await office.as(role);
  const { headers } = await client.get(`/api/registers/boardSignoffs/${id}`);
  return client.patch(
    `/api/registers/boardSignoffs/${id}`,
    { state, ...more },
    { headers: { 'if-match': headers.get('etag') ?? '' } },
  );
};

describe('red and black boards', () => {
  const DAY = 24 * 60 * 60 * 1000;

  it('are proposed by the rules, and public only when signed, on their days, until they are withdrawn', async () => {
    const preview = await run('proposeHonours', ASKED, true);
    expect(preview.body['writes']).toMatchObject([
      { register: 'boardSignoffs', values: { board: 'black', state: 'proposed' } },
    ]);
    expect((await run('proposeHonours', ASKED)).status).toBe(200);
    const [black] = signoffs();
    const honours = (await editor.get('/api/schemes/scheme-a/honours?asOf=2017-05-31')).body['groups']?.[0]?.['units'];
    const warned = (honours as readonly Json[]).filter(({ distinction }) => String(distinction) === 'warning');
    expect(black?.units).toEqual(warned.map(({ unit }) => unit));
    expect(await rowsFor(office.stranger())).toEqual([]);
    expect((await sign(black?.id ?? '', 'editor')).status).toBe(403);
    expect((await sign(black?.id ?? '', 'signer')).status).toBe(200);
    expect(await rowsFor(office.stranger())).toMatchObject([
      { board: 'black', distinction: 'warning', group: 'township' },
    ]);
    office.pass(DAY);
    expect(await rowsFor(office.stranger())).toHaveLength(1);
    office.pass(DAY);
    expect(await rowsFor(office.stranger())).toEqual([]);
  });

  it('vanish at once when they are withdrawn', async () => {
    await run('proposeHonours', ASKED);
    const id = signoffs()[0]?.id ?? '';
    await sign(id, 'signer');
    expect(await rowsFor(office.stranger())).toHaveLength(1);
    expect((await sign(id, 'reviewer', 'withdrawn', { withdrawalReason: '数据更正' })).status).toBe(200);
    expect(await rowsFor(office.stranger())).toEqual([]);
  });

  it('are not proposed twice, follow the figures until they are signed, and then stay as they were signed', async () => {
    await run('proposeHonours', ASKED);
    expect((await run('proposeHonours', ASKED)).body['writes']).toEqual([]);
    const [black] = signoffs();
    const exempt = {
      unit: black?.units[0],
      from: '2017-05-01',
      until: '2017-05-31',
      reason: '汛期停工',
      document: '例',
    };
    save(office.parts, { kind: 'create', register: 'exemptions', record: 'x', values: exempt });
    expect((await run('proposeHonours', ASKED)).body['writes']).toMatchObject([
      { kind: 'update', values: { state: 'withdrawn' } },
    ]);
    save(office.parts, { kind: 'delete', register: 'exemptions', record: 'x' });
    await run('proposeHonours', ASKED);
    expect(signoffs().map(({ state }) => state)).toEqual(['withdrawn', 'proposed']);
    const id = signoffs()[1]?.id ?? '';
    await sign(id, 'signer');
    expect((await run('proposeHonours', ASKED)).body['writes']).toEqual([]);
    const changed = await sign(id, 'editor', 'signed', { units: ['unit-04'] });
    expect(changed.body['errors']).toMatchObject([{ code: 'frozen' }]);
  });

  it('need an end date for the black one, an approved scheme with rules, and a date that is over', async () => {
    const refused: readonly (readonly [object, string])[] = [
      [{ until: undefined }, 'values/until'],
      [{ scheme: 'scheme-b' }, 'values/scheme'],
      [{ asOf: '2017-06-30' }, 'values/asOf'],
      [{ scheme: 'none' }, 'values/scheme'],
    ];
    for (const [more, path] of refused) {
      const answer = await run('proposeHonours', { ...ASKED, ...more });
      expect([answer.status, answer.body['errors']?.[0]?.['path']]).toEqual([422, path]);
    }
  });
});

describe('the assessment board', () => {
  it('is public while its scheme is approved and named by the settings', async () => {
    const stranger = office.stranger();
    const rows = async () =>
      Object.keys((await stranger.get('/api/boards/assessment?asOf=2017-05-31')).body['rows'] ?? {});
    expect(await rows()).toHaveLength(16);
    save(office.parts, { kind: 'update', register: 'schemes', record: 'scheme-a', values: { state: 'retired' } });
    expect(await rows()).toEqual([]);
  });

  it('is exported with the boards', async () => {
    for (const name of ['assessment', 'redBlack']) {
      const file = await editor.get(`/api/exports/boards/${name}.csv`);
      expect([name, file.status]).toEqual([name, 200]);
    }
    const file = await editor.get('/api/exports/boards/headToHead.csv?first=unit-03&second=unit-04');
    expect(file.text).toContain('文化路');
  });
});
