/** How the tests of imports talk to the server. */
import type { Answer, Client, Json } from '../../support/http-client.ts';

export const FILE_TYPE = { 'content-type': 'application/octet-stream' };

export const upload = (
  client: Client,
  bytes: Uint8Array<ArrayBuffer>,
  name = '台账(最终版)(2).xlsx',
): Promise<Answer> =>
  client.post(`/api/imports?name=${encodeURIComponent(name)}`, undefined, { raw: bytes, headers: FILE_TYPE });

export const text = (value: Json | undefined): string => {
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is no text`);
  return value;
};

/** The import once it is read. */
export async function settled(client: Client, id: string, query = ''): Promise<Answer> {
  for (;;) {
    const answer = await client.get(`/api/imports/${id}${query}`);
    if (answer.body['state'] !== 'reading') return answer;
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

/** Hands a file in and waits until it is read; the import's id. */
export async function uploaded(client: Client, bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<string> {
  const answer = await upload(client, bytes, name);
  if (answer.status !== 201) throw new Error(answer.text);
  const id = text(answer.body['id']);
  await settled(client, id);
  return id;
}

export const commit = (client: Client, id: string, body: object = {}): Promise<Answer> =>
  client.post(`/api/imports/${id}/commit`, body);
