import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Field } from '../../../core/register/field.ts';
import { isRegisterName, registerNamed } from '../../../core/registers/index.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoRequests } from '../../../server/demo/demo-ledger.ts';
import { BOARDS } from '../../../server/http/board-table.ts';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';
import { phonePicture } from '../../support/photos.ts';

const MARK = '内部文字';
const PHONE = '13800000001';

const edition = (values: object): ChangeRequest => ({
  kind: 'create',
  register: 'editions',
  record: 'e5',
  values: {
    year: 2017,
    number: 5,
    correction: 0,
    title: '第5期',
    rhythm: 'monthly',
    asOf: '2017-05-31',
    state: 'onAir',
    round: 1,
    stages: 2,
    ...values,
  },
});

const update = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

/** Texts that are meant for everybody although their register is not: the names of mechanisms, and reviewed wordings. */
const SHOWN: ReadonlySet<string> = new Set(['mechanisms.name', 'issues.label', 'permitItems.name']);

const plantedIn = (register: string, name: string, field: Field, index: number): unknown => {
  if (field.secret) return field.kind === 'text' ? PHONE : undefined;
  if (field.public || field.writers?.length === 0 || SHOWN.has(`${register}.${name}`)) return undefined;
  const text = `${MARK}${index}`.slice(0, field.max ?? 200);
  if (field.kind === 'text') return text;
  return field.kind === 'texts' ? [text] : undefined;
};

/** The request with a planted text in every field that is not public. */
const planted = (request: ChangeRequest, index: number): ChangeRequest => {
  if (request.kind === 'delete' || request.register === 'users' || request.register === 'settings') return request;
  const { fields } = registerNamed(request.register);
  const values = Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = plantedIn(request.register, name, field, index);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { ...request, values: { ...Object(request.values), ...values } };
};

describe('public boards', () => {
  let office: Office;
  const shown = BOARDS.filter((board) => board.public);

  beforeAll(async () => {
    office = await openOffice({ requests: demoRequests().map(planted) });
  });

  /** A board with each choice of its options, and with each record that one can name. */
  const addressesOf = ({ name, options }: (typeof BOARDS)[number]): readonly string[] => {
    const { tables } = office.parts.changes.ledger();
    const queries = Object.entries(options).flatMap(([option, { choices, target }]) => {
      const values = choices
        ? Object.keys(choices)
        : target && isRegisterName(target)
          ? [...tables[target].keys()]
          : [];
      return values.map((value) => `?${option}=${encodeURIComponent(value)}`);
    });
    const twoUnits = name === 'headToHead' ? ['?first=unit-01&second=unit-02'] : [];
    return ['', ...twoUnits, ...queries].map((query) => `/api/boards/${name}${query}`);
  };

  it('are there to be swept, over texts that the office can read', async () => {
    expect(shown.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['publicLeaders', 'publicPhotos', 'commencements']),
    );
    const editor = await office.as('editor');
    for (const name of ['issues', 'notices', 'pipeline', 'visits', 'projects'] as const) {
      expect((await editor.get(`/api/registers/${name}`)).text).toContain(MARK);
    }
    expect((await editor.get('/api/boards/issues')).text).toContain(MARK);
  });

  it('hold no telephone, no person but leaders, no internal text, no candidate, whatever is asked for', async () => {
    const found: string[] = [];
    let answered = 0;
    for (const path of shown.flatMap(addressesOf)) {
      const { status, text } = await office.stranger().get(path);
      if (status === 200) answered += 1;
      if (status >= 500 || text.includes(MARK) || text.includes(PHONE)) found.push(path);
    }
    expect(found).toEqual([]);
    expect(answered).toBeGreaterThan(70);
  });

  it('name leaders by title or not at all where the settings say so', async () => {
    const names = [...office.parts.changes.ledger().tables.leaders.values()].map(({ name }) => name);
    for (const showLeader of ['title', 'none']) {
      save(office.parts, update('settings', 'settings', { showLeader }));
      for (const path of shown.flatMap(addressesOf)) {
        const { text } = await office.stranger().get(path);
        expect([path, names.filter((name) => text.includes(name))]).toEqual([path, []]);
      }
    }
  });

  it('show an issue’s wording only when a reviewer wrote it', async () => {
    const { tables } = office.parts.changes.ledger();
    const open = [...tables.issues.values()].find(
      ({ state, project, label }) => state === 'inProgress' && project && !label,
    );
    const target = open ?? [...tables.issues.values()].find(({ state, project }) => state === 'inProgress' && project);
    const path = `/api/registers/issues/${target?.id}`;
    const written = async (client: Client, label: string) =>
      (await client.patch(path, { label }, { headers: { 'if-match': '*' } })).status;
    const shownText = async () => (await office.stranger().get('/api/boards/publicIssues')).text;
    expect(await written(await office.as('editor'), '未审表述')).toBe(403);
    expect(await shownText()).not.toContain('未审表述');
    expect(await written(await office.as('admin'), '正在协调')).toBe(200);
    expect(await shownText()).toContain('正在协调');
  });
});

describe('boards of the edition on air', () => {
  let office: Office;
  const board = async (path: string, client = office.stranger()) => client.get(`/api/boards/${path}`);

  const freeze = (state = 'onAir'): void => {
    const { revision } = office.parts.changes.ledger();
    save(office.parts, edition({ position: revision, state }));
    save(office.parts, update('reports', 'report1', { completedYtdYuan: 70_000_000 }));
  };

  beforeAll(async () => {
    office = await openOffice();
    save(office.parts, {
      kind: 'create',
      register: 'playlists',
      record: 'p',
      values: {
        name: '公众页',
        entries: [
          { id: 's', kind: 'summary', options: {}, seconds: 0, enabled: true },
          { id: 'u', kind: 'unitRanking', options: { group: 'township' }, seconds: 0, enabled: true },
        ],
      },
    });
    save(office.parts, update('settings', 'settings', { publicSource: 'edition' }));
  });

  it('are not there before there is one, while the office goes on seeing live figures', async () => {
    for (const client of [office.stranger(), await office.as('reporter')]) {
      const { status, body } = await board('summary', client);
      expect([status, body.code]).toEqual([404, 'no-edition']);
    }
    expect((await board('summary', await office.as('auditor'))).status).toBe(200);
    freeze('signed');
    expect((await board('summary')).body.code).toBe('no-edition');
  });

  it('are its figures at its date, with its number, for strangers and reporters', async () => {
    save(office.parts, update('editions', 'e5', { state: 'onAir' }));
    const { position } = office.parts.changes.ledger().tables.editions.get('e5') ?? {};
    for (const client of [office.stranger(), await office.as('reporter')]) {
      const { body, headers } = await board('summary', client);
      expect(body).toMatchObject({
        asOf: '2017-05-31',
        revision: position,
        edition: { number: 5, correction: 0, title: '第5期' },
        rate: { text: '50.0' },
      });
      expect(headers.get('vary')).toContain('cookie');
    }
    const live = await board('summary', await office.as('auditor'));
    expect(live.body).toMatchObject({ rate: { text: '90.0' } });
    expect(live.body.edition).toBeUndefined();
    expect(live.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('stay at its date when the office’s moves on', async () => {
    save(office.parts, update('settings', 'settings', { asOf: '2017-06-30' }));
    expect((await board('summary')).body.asOf).toBe('2017-05-31');
    expect((await board('summary', await office.as('auditor'))).body.asOf).toBe('2017-06-30');
  });

  it('refuse a later date, and count an earlier one from the frozen ledger', async () => {
    save(office.parts, {
      kind: 'create',
      register: 'reports',
      record: 'april',
      values: { project: 'p1', asOf: '2017-04-30', completedYtdYuan: 9_000_000, state: 'verified' },
    });
    expect((await board('summary?asOf=2017-06-01')).body).toMatchObject({
      status: 422,
      errors: [{ path: 'asOf', code: 'after-edition' }],
    });
    expect((await board('summary?asOf=2017-04-30')).body).toMatchObject({ asOf: '2017-04-30', completed: { yuan: 0 } });
    const { revision } = office.parts.changes.ledger();
    expect((await board(`summary?known=@${revision}`)).status).toBe(401);
  });

  it('are told apart by the edition’s tag, not by changes of the ledger', async () => {
    const tag = (await board('summary')).headers.get('etag') ?? '';
    save(office.parts, update('reports', 'report2', { completedYtdYuan: 1_000_000 }));
    const again = await office.stranger().get('/api/boards/summary', { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    const auditor = await office.as('auditor');
    const asked = await auditor.get('/api/boards/summary', { headers: { 'if-none-match': tag } });
    expect(asked.status).toBe(200);
  });

  it('are what reporters get as files, too', async () => {
    const path = '/api/exports/boards/projects.csv';
    expect((await (await office.as('reporter')).get(path)).text).toContain(',42.9%,');
    expect((await (await office.as('auditor')).get(path)).text).toContain(',100%,');
  });

  it('are gone with the page that showed them, and come back with it', async () => {
    const reporter = await office.as('reporter');
    const codes = async () => [
      (await board('summary')).body.code,
      (await board('unitRanking?group=township')).body.code,
      (await board('unitRanking?group=park')).body.code,
      (await reporter.get('/api/exports/boards/summary.csv')).body.code,
    ];
    save(office.parts, update('editions', 'e5', { hiddenSlides: ['p/s', 'p/u'] }));
    expect(await codes()).toEqual(['taken-down', 'taken-down', undefined, 'taken-down']);
    expect((await board('summary', await office.as('auditor'))).status).toBe(200);
    save(office.parts, update('editions', 'e5', { hiddenSlides: null }));
    expect(await codes()).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are gone when it is withdrawn', async () => {
    save(office.parts, update('editions', 'e5', { state: 'withdrawn' }));
    expect((await board('unitRanking?group=township')).body.code).toBe('no-edition');
  });
});

describe('pictures for everybody', () => {
  let office: Office;
  let photo: string;
  const picture = (size = '') => office.stranger().get(`/api/public/photos/${photo}${size}`);
  const move = (state: string, more: object = {}): void =>
    save(office.parts, update('photos', photo, { state, ...more }));

  beforeAll(async () => {
    office = await openOffice();
    const editor = await office.as('editor');
    const raw = await phonePicture({ width: 2000, height: 1500 });
    const answer = await editor.ask('POST', '/api/photos?project=p1&month=2017-05', {
      raw,
      headers: { 'content-type': 'image/jpeg' },
    });
    photo = String(answer.body.id);
  });

  const sizeOf = async (size: string) => {
    const response = await office.app.request(`/api/public/photos/${photo}${size}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const { width, exif, xmp, icc } = await sharp(bytes).metadata();
    return { status: response.status, width, hidden: [exif, xmp, icc].filter((each) => each !== undefined) };
  };

  it('are not given while they wait', async () => {
    expect((await picture()).status).toBe(404);
    expect((await office.stranger().get('/api/public/photos/nothing')).status).toBe(404);
  });

  it('are given once accepted, sized down and without metadata', async () => {
    move('accepted');
    expect(await sizeOf('')).toEqual({ status: 200, width: 1080, hidden: [] });
    expect(await sizeOf('?size=small')).toEqual({ status: 200, width: 320, hidden: [] });
    expect((await picture('?size=huge')).status).toBe(422);
    const tag = (await picture()).headers.get('etag') ?? '';
    const again = await office.stranger().get(`/api/public/photos/${photo}`, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
  });

  it('are gone at once when they are taken back, also from the edition on air', async () => {
    const { revision } = office.parts.changes.ledger();
    save(office.parts, update('settings', 'settings', { publicSource: 'edition' }));
    expect((await picture()).body.code).toBe('no-edition');
    save(office.parts, edition({ position: revision }));
    expect((await picture()).status).toBe(200);
    const before = await office.stranger().get('/api/boards/publicPhotos');
    expect(before.body.photos).toBe(1);
    move('returned', { returnReason: '有人脸' });
    expect((await picture()).status).toBe(404);
    const after = await office.stranger().get('/api/boards/publicPhotos', {
      headers: { 'if-none-match': before.headers.get('etag') ?? '' },
    });
    expect([after.status, after.body.photos]).toEqual([200, 0]);
  });
});
