import { beforeEach, describe, expect, it } from 'vitest';
import { createUploadRoom } from '../../../server/http/upload-room.ts';
import { openOffice, type Answer, type Client, type Office } from '../../support/http-client.ts';

const MEGABYTE = 2 ** 20;

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});

/** An upload of which nothing comes until it is ended. */
function hangingUpload(client: Client): { readonly answer: Promise<Answer>; readonly end: () => void } {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const raw = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      await ended;
      stream.close();
    },
  });
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(32 * MEGABYTE) };
  const answer = client.post('/api/imports?name=a.csv', undefined, { raw, headers });
  return { answer, end };
}

describe('uploads at the same time', () => {
  it('have to wait beyond what one account may hold, whoever else has room', async () => {
    const editor = await office.as('editor');
    const hanging = [1, 2, 3].map(() => hangingUpload(editor));
    const small = { raw: new Uint8Array([65]), headers: { 'content-type': 'text/csv', 'content-length': '1' } };
    const refused = await editor.post('/api/imports?name=a.csv', undefined, small);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    const admin = await office.as('admin');
    expect((await admin.post('/api/imports?name=a.csv', undefined, small)).status).toBe(201);
    for (const { end } of hanging) end();
    const answers = await Promise.all(hanging.map(({ answer }) => answer));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await editor.post('/api/imports?name=a.csv', undefined, small)).status).toBe(201);
  });

  it('share what the server has for all accounts', () => {
    const room = createUploadRoom();
    const shares = ['a', 'b', 'c'].map((account) => room.open(account));
    expect(shares.map((share) => share.grow(90 * MEGABYTE))).toEqual([true, true, false]);
    expect(shares[2]?.grow(70 * MEGABYTE)).toBe(true);
    shares[0]?.release();
    shares[0]?.release();
    expect(shares[2]?.grow(20 * MEGABYTE)).toBe(true);
    expect(shares[2]?.grow(20 * MEGABYTE)).toBe(false);
  });
});
