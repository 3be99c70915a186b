/** Bodies and how large they may be: JSON for most routes, a file as it is for those that say so. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { dropBody } from './drop-body.ts';
import type { Files, StagedFile } from '../files/files.ts';
import type { AppEnv } from './env.ts';
import { problem, throttled, type Problem } from './problem.ts';
import type { UploadShare } from './upload-room.ts';

/** Says of a route that its body is a file. */
export interface Upload {
  /** The largest file, in bytes. */
  readonly most: number;
  /** It goes to the disk as it comes, not into memory. */
  readonly staged?: true;
}

/** The largest body of other routes: a hundred slides, or some hundred changed records, with room. */
const MOST_BYTES = 256 * 1024;

const limit = bodyLimit({
  maxSize: MOST_BYTES,
  onError: async (c) => {
    await dropBody(c.req.raw.body);
    throw problem('too-large');
  },
});

/**
 * Keeps a body within what routes without an upload take.
 * @throws Problem too-large.
 */
export async function limitBody(c: Context<AppEnv>): Promise<void> {
  await limit(c, async () => {});
}

/** What a page of another site may send without asking first, an absent type among it. */
const FORM_TYPES = new Set(['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

const isFormType = (c: Context<AppEnv>): boolean =>
  FORM_TYPES.has((c.req.header('content-type') ?? '').replace(/;.*$/, '').trim().toLowerCase());

/** When the next upload may find room. */
const RETRY_SECONDS = 5;

/** @param stated what the sender says it is, and the share holds already; more is taken as it comes. */
async function bytesOf(
  body: ReadableStream<Uint8Array>,
  { most, stated, share }: { readonly most: number; readonly stated: number; readonly share: UploadShare },
): Promise<Uint8Array<ArrayBuffer> | Problem> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body.values({ preventCancel: true })) {
    size += chunk.byteLength;
    if (size > most) return problem('too-large');
    if (size > stated && !share.grow(chunk.byteLength)) return throttled(RETRY_SECONDS);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * The body of an upload. What is refused is read to its end all the same, so that the client reads the answer.
 * @throws Problem not-a-file, too-large or throttled.
 */
export async function uploadedBytes(
  c: Context<AppEnv>,
  { most }: Upload,
  share: UploadShare,
): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = c.req.raw;
  const stated = Number(c.req.header('content-length') ?? 0);
  const refusal = isFormType(c) ? problem('not-a-file') : stated > most ? problem('too-large') : null;
  const full = refusal ?? (share.grow(stated) ? null : throttled(RETRY_SECONDS));
  const bytes = full ?? (body ? await bytesOf(body, { most, stated, share }) : new Uint8Array());
  if (bytes instanceof Uint8Array) return bytes;
  await dropBody(body);
  throw bytes;
}

/** What a staged upload counts for in memory: an account has a few at once, however slow they are. */
const STAGED_SHARE_BYTES = 24 * 2 ** 20;

async function* upTo(body: ReadableStream<Uint8Array> | null, most: number): AsyncGenerator<Uint8Array> {
  if (!body) return;
  let size = 0;
  for await (const chunk of body.values({ preventCancel: true })) {
    size += chunk.byteLength;
    if (size > most) throw problem('too-large');
    yield chunk;
  }
}

/**
 * The body of an upload, on the disk. What is refused is read to its end all the same, so that the client reads the
 * answer.
 * @throws Problem not-a-file, too-large or throttled; StorageError.
 */
export async function stagedUpload(
  c: Context<AppEnv>,
  { most }: Upload,
  { files, share }: { readonly files: Files; readonly share: UploadShare },
): Promise<StagedFile> {
  const { body } = c.req.raw;
  const stated = Number(c.req.header('content-length') ?? 0);
  try {
    if (isFormType(c)) throw problem('not-a-file');
    if (stated > most) throw problem('too-large');
    if (!share.grow(STAGED_SHARE_BYTES)) throw throttled(RETRY_SECONDS);
    return await files.stage(upTo(body, most));
  } catch (error) {
    await dropBody(body);
    throw error;
  }
}
