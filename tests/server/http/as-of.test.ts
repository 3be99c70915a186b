import { beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';
import { TWO_UNITS } from '../../support/two-units.ts';

const DAY = 24 * 3_600_000;

let office: Office;
let editor: Client;
/** The revision of the first day, 2017-06-01. */
let first: number;

const rename = (name: string): void =>
  save(office.parts, { kind: 'update', register: 'units', record: 'u1', values: { name } });

beforeEach(async () => {
  office = await openOffice({ requests: TWO_UNITS });
  first = office.parts.changes.ledger().revision;
  office.pass(DAY);
  editor = await office.as('editor');
  rename('柳园街道');
  save(office.parts, { kind: 'update', register: 'projects', record: 'p1', values: { leadUnit: 'u2' } });
});

const nameAt = async (query: string) => (await editor.get(`/api/registers/units/u1${query}`)).body.name;

describe('what was known', () => {
  it.each([
    ['', '柳园街道'],
    ['?asOf=2017-06-01', '柳园乡'],
    ['?asOf=2017-06-02', '柳园街道'],
    ['?asOf=2099-01-01', '柳园街道'],
    ['?asOf=2017-06-01T15:00:00%2B08:00', '柳园乡'],
    ['?asOf=2017-06-01T15:00:00+08:00', '柳园乡'],
    ['?asOf=2017-06-02T06:53:20Z', '柳园街道'],
    ['?asOf=2017-06-02T06:53:19.999Z', '柳园乡'],
    ['?asOf=@99999', '柳园街道'],
  ])('one record %s', async (query, name) => {
    expect(await nameAt(query)).toBe(name);
  });

  it('after a change, or before the record was', async () => {
    expect(await nameAt(`?asOf=@${first}`)).toBe('柳园乡');
    expect(await nameAt(`?asOf=@${first + 1}`)).toBe('柳园街道');
    expect((await editor.get('/api/registers/units/u1?asOf=@1')).status).toBe(404);
    expect((await editor.get('/api/registers/units/u1?asOf=2016-01-01')).status).toBe(404);
  });

  it('a list, saying of when it is', async () => {
    const past = (await editor.get('/api/registers/units?asOf=2017-06-01&q=柳园乡')).body;
    expect([past.revision, past.records?.length]).toEqual([first, 1]);
    expect(past.asOf).toBe(Date.parse('2017-06-01T15:59:59.999Z'));
    const now = (await editor.get('/api/registers/units?asOf=2099-01-01')).body;
    expect([now.revision, now.asOf]).toEqual([first + 2, office.parts.now()]);
  });

  it.each(['yesterday', '2017-02-30', '2017-06', '@', '@-1', '2017-06-01T25:00:00Z', '2017-06-01T10:00:00'])(
    'is not said by %s',
    async (asOf) => {
      const answer = await editor.get(`/api/registers/units?asOf=${asOf}`);
      expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, 'asOf']);
    },
  );

  it('leaves the field of that name to be filtered by', async () => {
    const { records = [] } = (await editor.get('/api/registers/reports?field.asOf=2017-05-31&project=p1')).body;
    expect([...records].map(({ id }) => id)).toEqual(['report1']);
  });

  it('is to a reporter what was the own unit’s then', async () => {
    const reporter = await office.as('reporter');
    expect((await reporter.get('/api/registers/projects')).body.records).toEqual([]);
    const past = (await reporter.get('/api/registers/projects?asOf=2017-06-01')).body.records ?? [];
    expect([...past].map(({ id }) => id)).toEqual(['p1']);
  });
});
