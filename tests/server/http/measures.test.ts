import { beforeAll, describe, expect, it } from 'vitest';
import { MEASURE_IDS } from '../../../core/measures/ids.ts';
import { BOARD_MEASURES } from '../../../core/boards/board-measures.ts';
import { BOARDS } from '../../../server/http/board-table.ts';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';

let office: Office;
let editor: Client;

beforeAll(async () => {
  office = await openOffice();
  editor = await office.as('editor');
});

const RATE = '/api/measures/investmentCompletionRate';

describe('measures', () => {
  it('tell everybody what each number means', async () => {
    const { status, body } = await office.stranger().get('/api/measures');
    expect(status).toBe(200);
    expect((body.measures ?? []).map(({ id }) => id)).toEqual([...MEASURE_IDS]);
    expect(body.measures?.[0]).toMatchObject({
      id: 'investmentCompletionRate',
      number: 'M1',
      label: { zh: '投资完成率' },
      unit: 'rate',
      decimals: 1,
      better: 'higher',
    });
    expect(body.measures?.[0]).not.toHaveProperty('of');
  });

  it('name the records that a number rests on, and who wrote them', async () => {
    const reporter = await office.as('verifier');
    await reporter.patch('/api/registers/reports/report2', { completedYtdYuan: 21_000_000 });
    const { status, body } = await editor.get(`${RATE}?scope=unit:u2`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      measure: { id: 'investmentCompletionRate', number: 'M1' },
      scope: 'unit:u2',
      asOf: '2017-05-31',
      value: { text: '70.0', exact: '21000000/30000000' },
      above: 21_000_000,
      below: 30_000_000,
    });
    expect(body.sources).toMatchObject([
      {
        register: 'reports',
        record: 'report2',
        field: 'completedYtdYuan',
        side: 'numerator',
        value: 21_000_000,
        title: '第2项目 2017-05-31',
        entered: { seq: office.parts.changes.ledger().revision },
      },
      { register: 'plans', record: 'plan2', side: 'denominator', value: 30_000_000, title: '第2项目' },
    ]);
    expect(body).not.toHaveProperty('more');
  });

  it('are as they were known then', async () => {
    const { revision } = office.parts.changes.ledger();
    save(office.parts, {
      kind: 'update',
      register: 'reports',
      record: 'report1',
      values: { completedYtdYuan: 70_000_000 },
    });
    const now = await editor.get(`${RATE}?scope=unit:u1`);
    const then = await editor.get(`${RATE}?scope=unit:u1&known=@${revision}`);
    expect([now.body.value?.['text'], then.body.value?.['text']]).toEqual(['100.0', '42.9']);
    expect((await editor.get(`${RATE}?scope=unit:u1&asOf=2017-04-30`)).body.above).toBe(0);
  });

  it('with values are the office’s only, and refuse what is not there', async () => {
    expect((await office.stranger().get(RATE)).status).toBe(401);
    expect((await (await office.as('reporter')).get(RATE)).status).toBe(403);
    expect((await (await office.as('auditor')).get(RATE)).status).toBe(200);
    expect((await editor.get('/api/measures/toString')).status).toBe(404);
    expect((await editor.get(`${RATE}?scope=unit:nobody`)).status).toBe(404);
    expect((await editor.get(`${RATE}?scope=everything`)).status).toBe(422);
    expect((await editor.get(`${RATE}?asOf=2017-02-30`)).status).toBe(422);
  });

  it('list a bounded number of sources and say how many there are besides', async () => {
    const crowded = await openOffice();
    save(
      crowded.parts,
      ...Array.from({ length: 310 }, (_, index) => ({
        kind: 'create' as const,
        register: 'issues' as const,
        record: `i${index}`,
        values: { category: 'funds', description: '资金', foundOn: '2017-03-01', ownerUnit: 'u1', state: 'open' },
      })),
    );
    const { body } = await (await crowded.as('editor')).get('/api/measures/issueResolutionRate');
    expect([body.sources?.length, body.more, body.below]).toEqual([300, 10, 310]);
  });
});

describe('definitions of a board’s numbers', () => {
  it('travel with them', async () => {
    const { body } = await office.stranger().get('/api/boards/unitRanking?group=township');
    expect(Object.keys(body.definitions ?? {})).toEqual([
      'investmentCompletionRate',
      'timeProgress',
      'scheduleVariance',
      'rankChange',
    ]);
    expect(body.definitions?.['scheduleVariance']).toMatchObject({ number: 'M4', unit: 'points' });
  });

  it('are declared for boards that there are', () => {
    const names = BOARDS.map(({ name }) => name);
    expect(Object.keys(BOARD_MEASURES).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('the ranking by any measure', () => {
  it('is the office’s, by measure, group and date', async () => {
    const path = '/api/boards/explore?measure=completedInvestment&group=township&against=2017-04-30';
    expect((await office.stranger().get(path)).status).toBe(401);
    const { status, body } = await editor.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      board: 'explore',
      measure: { id: 'completedInvestment', unit: 'yuan' },
      of: 'units',
      against: '2017-04-30',
      rows: {
        u1: {
          rank: 1,
          value: { text: '0.70', value: 70_000_000 },
          before: { value: { text: '0.00' } },
          grown: '+0.70',
        },
        u2: { rank: 2, value: { text: '0.21' } },
      },
    });
    expect((await editor.get('/api/boards/explore')).body.measure).toMatchObject({ number: 'M1' });
    expect((await editor.get('/api/boards/explore?measure=nothing')).status).toBe(422);
    expect((await editor.get('/api/boards/explore?measure=rankChange&against=never')).status).toBe(422);
  });
});
