import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { likenessDistance, likenessOf } from '../../../server/photos/likeness.ts';
import { openOffice, type Answer, type Client, type Office } from '../../support/http-client.ts';
import { phonePicture, picturePixels } from '../../support/photos.ts';

const MEGABYTE = 1024 * 1024;

let office: Office;
let reporter: Client;

beforeEach(async () => {
  office = await openOffice();
  reporter = await office.as('reporter');
});

type Bytes = Uint8Array<ArrayBuffer>;

const send = (client: Client, bytes: Bytes | string, query = '', type = 'image/jpeg'): Promise<Answer> =>
  client.ask('POST', `/api/photos?project=p1&month=2017-05${query}`, { raw: bytes, headers: { 'content-type': type } });

/** The kept file of a photo, from the store. */
async function kept(answer: Answer): Promise<Bytes> {
  const bytes = await office.parts.files.read(String(answer.body.file));
  if (!bytes) throw new Error('no such file');
  return bytes;
}

/** What the server finds out about a picture, in the order of the declaration. */
const FILE_FIELDS = ['file', 'likeness', 'width', 'height'] as const;

const contains = (bytes: Bytes, words: string): boolean => Buffer.from(bytes).includes(words);

describe('a picture that a unit hands in', () => {
  it('is kept with its day and without place, camera and owner', async () => {
    const sent = await phonePicture();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    expect(contains(sent, 'TestPhone')).toBe(true);
    const answer = await send(reporter, sent, '&caption=%E5%8E%82%E6%88%BF&viewpoint=%E5%8D%97%E9%97%A8');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      project: 'p1',
      month: '2017-05',
      state: 'submitted',
      takenOn: '2017-05-20',
      caption: '厂房',
      viewpoint: '南门',
      width: 800,
      height: 600,
      submittedOn: '2017-06-01',
      warnings: [],
    });
    const file = await kept(answer);
    const { exif, xmp, iptc, icc } = await sharp(file).metadata();
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(contains(file, 'TestPhone') || contains(file, 'Owner') || contains(file, 'Exif')).toBe(false);
  });

  it('is doubted when it was taken in another month', async () => {
    const { status, body } = await send(reporter, await phonePicture({ taken: '2017:04:30 23:59:59' }));
    expect(status).toBe(201);
    expect(body.takenOn).toBe('2017-04-30');
    expect(body.warnings).toMatchObject([{ path: 'takenOn', code: 'other-month' }]);
  });

  it('is turned upright as the camera said', async () => {
    const lying = await (
      await picturePixels({ width: 900, height: 300 })
    )
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const answer = await send(reporter, new Uint8Array(lying));
    expect(answer.body).toMatchObject({ width: 300, height: 900 });
    const { width, height, orientation } = await sharp(await kept(answer)).metadata();
    expect([width, height, orientation]).toEqual([300, 900, undefined]);
  });

  it('is reduced to 2560 points', async () => {
    const answer = await send(reporter, await phonePicture({ width: 4000, height: 1000 }));
    expect(answer.body).toMatchObject({ width: 2560, height: 640 });
  });

  it.each(['png', 'webp'] as const)('may be a %s, whatever it is called', async (format) => {
    const bytes = await (await picturePixels()).toFormat(format).toBuffer();
    const answer = await send(reporter, new Uint8Array(bytes), '', 'application/octet-stream');
    expect(answer.status).toBe(201);
    expect((await sharp(await kept(answer)).metadata()).format).toBe('jpeg');
    expect(answer.body.takenOn).toBeUndefined();
  });
});

const codeOf = ({ body }: Answer) => [body.code, body.errors?.[0]?.code];

describe('what is no usable picture', () => {
  it('is refused by its content', async () => {
    const html = await send(reporter, '<html>not a picture</html>');
    expect([html.status, ...codeOf(html)]).toEqual([422, 'invalid', 'not-a-picture']);
    const svg = await send(
      reporter,
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      '',
      'image/svg+xml',
    );
    expect(codeOf(svg)).toEqual(['invalid', 'not-a-picture']);
    expect(codeOf(await send(reporter, new Uint8Array()))).toEqual(['invalid', 'not-a-picture']);
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
    expect(codeOf(await send(reporter, new Uint8Array(heic)))).toEqual(['invalid', 'heic']);
    expect(office.parts.changes.ledger().tables.photos.size).toBe(0);
  });

  it('is refused when it is cut off or garbled', async () => {
    const whole = await phonePicture();
    expect(codeOf(await send(reporter, whole.slice(0, whole.length / 2)))).toEqual(['invalid', 'damaged']);
    const garbled = new Uint8Array(5000).fill(0x55);
    garbled.set([0xff, 0xd8, 0xff, 0xe0]);
    expect(codeOf(await send(reporter, garbled))).toEqual(['invalid', 'damaged']);
  });

  it('is refused when its few bytes stand for too many points', async () => {
    const huge = await sharp({ create: { width: 12_000, height: 9000, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    expect(huge.length).toBeLessThan(MEGABYTE);
    expect(codeOf(await send(reporter, new Uint8Array(huge)))).toEqual(['invalid', 'too-many-pixels']);
  });

  it('is refused when it is one endless row, which would be read many times over', async () => {
    const row = await sharp({ create: { width: 40_000, height: 1, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    expect(codeOf(await send(reporter, new Uint8Array(row)))).toEqual(['invalid', 'too-many-pixels']);
  });

  it('is refused above 20 MB', async () => {
    const answer = await send(reporter, new Uint8Array(21 * MEGABYTE));
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large']);
  });

  it('is not read from a form', async () => {
    expect((await send(reporter, await phonePicture(), '', 'multipart/form-data; boundary=x')).status).toBe(415);
  });
});

describe('the same picture again', () => {
  it('is refused with the name of the first, and taken when it is meant', async () => {
    const picture = await phonePicture();
    const first = await send(reporter, picture);
    const again = await send(reporter, picture);
    expect([again.status, again.body.code]).toEqual([409, 'duplicate-photo']);
    expect(again.body.photo).toEqual({ id: first.body.id, project: 'p1', month: '2017-05' });
    expect(again.body.distance).toBe(0);
    expect((await send(reporter, picture, '&confirm=duplicate')).status).toBe(201);
  });

  it('is known when it was made smaller and saved anew', async () => {
    await send(reporter, await phonePicture({ width: 1600, height: 1200 }));
    const smaller = await sharp(await phonePicture({ width: 1600, height: 1200 }))
      .resize(640)
      .jpeg({ quality: 40 })
      .toBuffer();
    expect((await send(reporter, new Uint8Array(smaller))).status).toBe(409);
    expect((await send(reporter, await phonePicture({ seed: 2 }))).status).toBe(201);
  });

  it('is known when it comes twice at once', async () => {
    const picture = await phonePicture();
    const answers = await Promise.all([send(reporter, picture), send(reporter, picture)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });

  it('tells nothing of another unit’s photo but that it is there', async () => {
    const editor = await office.as('editor');
    const picture = await phonePicture();
    const path = '/api/photos?project=p2&month=2017-05';
    await editor.ask('POST', path, { raw: picture, headers: { 'content-type': 'image/jpeg' } });
    const answer = await send(reporter, picture);
    expect([answer.status, answer.body.photo]).toEqual([409, null]);
  });
});

describe('rights to photos', () => {
  it('let a reporter hand in and see pictures of the own unit only', async () => {
    const picture = await phonePicture();
    const foreign = '/api/photos?project=p2&month=2017-05';
    const headers = { 'content-type': 'image/jpeg' };
    expect((await reporter.ask('POST', foreign, { raw: picture, headers })).status).toBe(403);
    const editor = await office.as('editor');
    const other = await editor.ask('POST', foreign, { raw: picture, headers });
    expect(other.status).toBe(201);
    expect((await reporter.get(`/api/photos/${String(other.body.id)}/picture`)).status).toBe(404);
    expect((await editor.get(`/api/photos/${String(other.body.id)}/picture`)).status).toBe(200);
  });

  it('keep strangers, screens and auditors from handing in', async () => {
    const picture = await phonePicture();
    expect((await send(office.stranger(), picture)).status).toBe(401);
    expect((await send(await office.as('auditor'), picture)).status).toBe(403);
  });

  it('do not stretch to other files: nobody points a photo at one', async () => {
    const secret = await office.parts.files.put(new TextEncoder().encode('姓名,13800000000'));
    const verifier = await office.as('verifier');
    const values = { likeness: '0'.repeat(16), width: 1, height: 1, file: secret };
    const photo = { ...values, project: 'p1', month: '2017-05', state: 'accepted' };
    expect((await verifier.post('/api/registers/photos', photo)).status).toBe(405);
    const made = await verifier.post('/api/changes', {
      changes: [{ kind: 'create', register: 'photos', values: photo }],
    });
    const refused = [...(made.body.errors ?? [])].map(({ path }) => String(path).replace(/^.*\//, ''));
    expect([made.status, refused]).toEqual([403, [...FILE_FIELDS]]);
    const { body } = await send(reporter, await phonePicture());
    const path = `/api/registers/photos/${String(body.id)}`;
    expect((await verifier.patch(path, { file: secret })).status).toBe(403);
    expect((await verifier.patch(path, { caption: '厂房' })).status).toBe(200);
  });

  it('leave a photo as it was when its deletion is taken back', async () => {
    const { body } = await send(reporter, await phonePicture());
    const editor = await office.as('editor');
    await editor.delete(`/api/registers/photos/${String(body.id)}`);
    const [deletion] = office.parts.changes.history({ register: 'photos', record: String(body.id), limit: 1 });
    expect((await editor.post(`/api/changes/${deletion?.set}/undo`, { reason: '误删' })).status).toBe(200);
    expect((await editor.get(`/api/photos/${String(body.id)}/picture`)).status).toBe(200);
  });

  it('leave acceptance to the office', async () => {
    const { body } = await send(reporter, await phonePicture());
    const path = `/api/registers/photos/${String(body.id)}`;
    expect((await reporter.patch(path, { state: 'accepted' })).status).toBe(403);
    const verifier = await office.as('verifier');
    expect((await verifier.patch(path, { state: 'accepted' })).status).toBe(200);
  });
});

describe('the answer with a picture', () => {
  it('is kept by the reader’s browser under its hash', async () => {
    const { body } = await send(reporter, await phonePicture());
    const path = `/api/photos/${String(body.id)}/thumbnail`;
    const answer = await reporter.get(`${path}?file=${String(body.file)}`);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const etag = answer.headers.get('etag') ?? '';
    expect((await reporter.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await reporter.get(path)).headers.get('cache-control')).toBe('private, no-cache');
    expect((await office.stranger().get(path)).status).toBe(401);
  });

  it('is small for lists', async () => {
    const { body } = await send(reporter, await phonePicture({ width: 1600, height: 1200 }));
    const response = await office.app.request(`/api/photos/${String(body.id)}/thumbnail`, {
      headers: { cookie: [...reporter.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([width, height]).toEqual([320, 240]);
  });
});

describe('likeness', () => {
  it('counts the places that differ', () => {
    expect(likenessDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
    expect(likenessDistance('00000000000000f0', '0000000000000080')).toBe(3);
  });

  it('is 16 digits, of a rising and of a falling picture', () => {
    const rising = Uint8Array.from({ length: 72 }, (_, index) => index % 9);
    expect(likenessOf(rising)).toBe('ffffffffffffffff');
    expect(likenessOf(rising.toReversed())).toBe('0000000000000000');
  });
});
