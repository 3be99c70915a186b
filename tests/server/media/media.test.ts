import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Answer, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';
import { phonePicture, picturePixels } from '../../support/photos.ts';
import { temporaryFolder } from '../../support/stores.ts';
import { videoFile } from '../../support/videos.mjs';

type Bytes = Uint8Array<ArrayBuffer>;

let office: Office;
let folder: string;
let operator: Client;

beforeEach(async () => {
  folder = temporaryFolder();
  office = await openOffice({ config: { dataFolder: folder } });
  operator = await office.as('operator');
});

const upload = (client: Client, bytes: Bytes, name: string, type = 'application/octet-stream'): Promise<Answer> =>
  client.ask('POST', `/api/media?name=${encodeURIComponent(name)}`, { raw: bytes, headers: { 'content-type': type } });

const codesOf = ({ status, body }: Answer) => [status, body.code, ...(body.errors ?? []).map(({ code }) => code)];

const addressOf = ({ body }: Answer): string => `/media/${String(body.file)}.${String(body.type).split('/')[1]}`;

/** A client with the cookie of the office's only screen. */
async function pairedScreen(): Promise<Client> {
  const screen = office.stranger();
  await screen.post('/api/pairings/link', { token: office.parts.pairing.createLink('wall').token });
  return screen;
}

const png = async (): Promise<Bytes> =>
  new Uint8Array(await (await picturePixels({ width: 90, height: 60 })).ensureAlpha(0.5).png().toBuffer());

const unfinished = (): readonly string[] => {
  const place = join(folder, 'files', 'unfinished');
  return existsSync(place) ? readdirSync(place) : [];
};

describe('a picture for screens', () => {
  it('is made anew without metadata and measured', async () => {
    const answer = await upload(operator, await phonePicture({ width: 800, height: 600 }), '工地');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ name: '工地', kind: 'image', type: 'image/jpeg', width: 800, height: 600 });
    const bytes = await office.parts.files.read(String(answer.body.file));
    expect(bytes?.byteLength).toBe(answer.body.bytes);
    expect(Buffer.from(bytes ?? []).includes('TestPhone')).toBe(false);
    expect(unfinished()).toEqual([]);
  });

  it('is reduced to 3840 points, whether named so or not', async () => {
    const wide = new Uint8Array(await (await picturePixels({ width: 5000, height: 400 })).webp().toBuffer());
    const { body } = await upload(operator, wide, '长图', 'video/mp4');
    expect(body).toMatchObject({ kind: 'image', type: 'image/jpeg', width: 3840, height: 307 });
  });

  it('stays PNG where it shines through', async () => {
    const { body } = await upload(operator, await png(), '标志');
    expect(body).toMatchObject({ type: 'image/png', width: 90, height: 60 });
  });

  it('is refused when it is too large, damaged or of too many points', async () => {
    const large = new Uint8Array(20 * 2 ** 20 + 1);
    large.set(await phonePicture());
    expect(codesOf(await upload(operator, large, '大'))).toEqual([422, 'invalid', 'image-too-large']);
    const whole = await phonePicture();
    const half = whole.slice(0, whole.length / 2);
    expect(codesOf(await upload(operator, half, '半'))).toEqual([422, 'invalid', 'damaged']);
    const blank = sharp({ create: { width: 8000, height: 7000, channels: 3, background: '#888' } });
    const many = new Uint8Array(await blank.png({ compressionLevel: 1 }).toBuffer());
    expect(codesOf(await upload(operator, many, '多'))).toEqual([422, 'invalid', 'too-many-pixels']);
    expect(office.parts.changes.ledger().tables.media.size).toBe(0);
  });
});

describe('a video for screens', () => {
  it.each([
    { container: 'mp4', codec: 'avc', type: 'video/mp4' },
    { container: 'mp4', codec: 'vp9', type: 'video/mp4' },
    { container: 'webm', codec: 'vp8', type: 'video/webm' },
  ] as const)('is kept as it came: $codec in $container', async ({ container, codec, type }) => {
    const bytes = await videoFile({ container, codec, seconds: 3 });
    const { status, body } = await upload(operator, bytes, '宣传片', 'image/png');
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'video', type, width: 320, height: 180, durationMs: 3000, bytes: bytes.length });
    expect(await office.parts.files.read(String(body.file))).toEqual(Buffer.from(bytes));
  });

  it.each([
    { name: 'HEVC', file: { codec: 'hevc' } },
    { name: 'MOV', file: { container: 'mov' } },
    { name: 'MKV', file: { container: 'mkv' } },
  ] as const)('is refused as $name, with what to do', async ({ file }) => {
    const answer = await upload(operator, await videoFile(file), '宣传片');
    expect(codesOf(answer)).toEqual([422, 'invalid', 'codec']);
    expect(answer.text).toContain('H.264');
  });

  it('is refused when its end is missing', async () => {
    const whole = await videoFile({ container: 'webm', codec: 'vp9' });
    expect(codesOf(await upload(operator, whole.slice(0, whole.length / 2), '半'))).toEqual([
      422,
      'invalid',
      'damaged',
    ]);
    expect(unfinished()).toEqual([]);
  });
});

describe('other files', () => {
  it('are refused by their content, however they are called', async () => {
    const text = new TextEncoder().encode('<script>alert(1)</script>');
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>');
    for (const bytes of [text, svg, new Uint8Array()]) {
      expect(codesOf(await upload(operator, bytes, 'x', 'image/jpeg'))).toEqual([
        415,
        'unknown-medium',
        'not-a-medium',
      ]);
    }
    const form = await upload(operator, await png(), 'x', 'multipart/form-data; boundary=x');
    expect(codesOf(form)).toEqual([415, 'not-a-file']);
    expect(unfinished()).toEqual([]);
  });

  it('are refused when the stated size is beyond every limit', async () => {
    const answer = await operator.ask('POST', '/api/media?name=x', {
      raw: await png(),
      headers: { 'content-type': 'video/mp4', 'content-length': String(300 * 2 ** 20 + 1) },
    });
    expect(codesOf(answer)).toEqual([413, 'too-large']);
  });
});

describe('a medium', () => {
  it('comes once: the same file is answered with the medium that it is', async () => {
    const first = await upload(operator, await png(), '标志');
    const again = await upload(operator, await png(), '又一个');
    expect(codesOf(again)).toEqual([409, 'medium-there']);
    expect(again.body.medium).toEqual({ id: first.body.id, name: '标志' });
  });

  it('has a name of its own', async () => {
    await upload(operator, await png(), '标志');
    const other = await upload(operator, await phonePicture(), '标志');
    expect(codesOf(other)).toEqual([422, 'invalid', 'taken']);
  });

  it('is renamed and deleted, but not made, by filling in fields', async () => {
    const { body } = await upload(operator, await png(), '标志');
    const path = `/api/registers/media/${String(body.id)}`;
    expect((await operator.patch(path, { name: '徽标' })).status).toBe(200);
    expect((await operator.patch(path, { file: 'a'.repeat(64) })).status).toBe(403);
    expect((await operator.delete(path)).status).toBe(204);
  });

  it('stays while a playlist shows it', async () => {
    const { body } = await upload(operator, await png(), '标志');
    const id = String(body.id);
    const entry = { id: 'e', kind: 'image', options: { medium: id }, seconds: 0, enabled: false };
    save(office.parts, { kind: 'update', register: 'playlists', record: 'loop', values: { entries: [entry] } });
    const refused = await operator.delete(`/api/registers/media/${id}`);
    expect(codesOf(refused).slice(0, 2)).toEqual([409, 'in-use']);
    expect(refused.body.by).toEqual(['playlists/loop']);
    save(office.parts, { kind: 'update', register: 'playlists', record: 'loop', values: { entries: [] } });
    expect((await operator.delete(`/api/registers/media/${id}`)).status).toBe(204);
  });

  it('is handed in by admin, editor and operator only', async () => {
    const bytes = await png();
    expect((await upload(office.stranger(), bytes, 'x')).status).toBe(401);
    expect((await upload(await pairedScreen(), bytes, 'x')).status).toBe(401);
    for (const role of ['verifier', 'reviewer', 'signer', 'reporter', 'auditor'] as const) {
      expect([role, (await upload(await office.as(role), bytes, 'x')).status]).toEqual([role, 403]);
    }
    expect((await upload(await office.as('editor'), bytes, 'x')).status).toBe(201);
  });
});

describe('the file of a medium', () => {
  it('goes to screens and people who are signed in, to be kept for good', async () => {
    const address = addressOf(await upload(operator, await png(), '标志'));
    const screen = await pairedScreen();
    for (const client of [screen, operator, await office.as('reporter')]) {
      const { status, headers } = await client.get(address);
      expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    }
    expect((await office.stranger().get(address)).status).toBe(401);
    const tag = (await screen.get(address)).headers.get('etag') ?? '';
    expect((await screen.get(address, { headers: { 'if-none-match': tag } })).status).toBe(304);
    save(office.parts, { kind: 'update', register: 'screens', record: 'wall', values: { revoked: true } });
    expect((await screen.get(address)).status).toBe(401);
  });

  it('is sent in the parts that a player asks for', async () => {
    const bytes = await videoFile({ seconds: 4 });
    const address = addressOf(await upload(operator, bytes, '宣传片'));
    const part = async (range: string, more = {}) => {
      const { status, headers, text } = await operator.get(address, { headers: { range, ...more } });
      return [status, headers.get('content-range'), Number(headers.get('content-length')), text.length > 0];
    };
    const { length } = bytes;
    expect(await part('bytes=0-9')).toEqual([206, `bytes 0-9/${length}`, 10, true]);
    expect(await part('bytes=100-')).toEqual([206, `bytes 100-${length - 1}/${length}`, length - 100, true]);
    expect(await part('bytes=-5')).toEqual([206, `bytes ${length - 5}-${length - 1}/${length}`, 5, true]);
    expect(await part('bytes=5-99999999')).toEqual([206, `bytes 5-${length - 1}/${length}`, length - 5, true]);
    expect((await part(`bytes=${length}-`)).slice(0, 2)).toEqual([416, `bytes */${length}`]);
    expect(await part('bytes=0-1,4-5')).toEqual([200, null, length, true]);
    expect(await part('bytes=0-9', { 'if-range': '"other"' })).toEqual([200, null, length, true]);
    expect((await operator.get(address)).headers.get('accept-ranges')).toBe('bytes');
  });

  it('is not to be had under another ending, nor is any other file', async () => {
    const { body } = await upload(operator, await png(), '标志');
    const workbook = await office.parts.files.put(new TextEncoder().encode('telephone numbers'));
    for (const path of [`${String(body.file)}.jpeg`, `${workbook}.jpeg`, `${workbook}.mp4`, 'x.png', workbook]) {
      expect([path, (await operator.get(`/media/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('is that of a photo as soon as the office has accepted it, at most 1920 points long', async () => {
    const photo = await operatorsPhoto();
    const screen = await pairedScreen();
    const address = `/media/${String(photo.file)}.jpeg`;
    expect((await screen.get(address)).status).toBe(404);
    save(office.parts, { kind: 'update', register: 'photos', record: String(photo.id), values: { state: 'accepted' } });
    const { status, headers } = await screen.get(address);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const raw = await office.app.request(address, {
      headers: { cookie: [...screen.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    const { width, height } = await sharp(Buffer.from(await raw.arrayBuffer())).metadata();
    expect([width, height]).toEqual([1920, 1440]);
    save(office.parts, {
      kind: 'update',
      register: 'photos',
      record: String(photo.id),
      values: { state: 'returned', returnReason: '不清楚' },
    });
    expect((await screen.get(address)).status).toBe(404);
  });
});

async function operatorsPhoto(): Promise<Answer['body']> {
  const editor = await office.as('editor');
  const raw = await phonePicture({ width: 2400, height: 1800 });
  const answer = await editor.ask('POST', '/api/photos?project=p1&month=2017-05', {
    raw,
    headers: { 'content-type': 'image/jpeg' },
  });
  return answer.body;
}
