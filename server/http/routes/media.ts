/** Pictures and videos for screens: how they come in, and where screens fetch them and the photos they show. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { z } from 'zod';
import { EVERYBODY } from '../../../core/register/role.ts';
import { registerNamed, type Medium } from '../../../core/registers/index.ts';
import { byteRange, type ByteRange } from '../../media/byte-range.ts';
import { createIntake, MOST_VIDEO_BYTES, type Intake } from '../../media/intake.ts';
import type { Pictures } from '../../photos/pictures.ts';
import type { Parts } from '../../parts.ts';
import { roles, screenOr } from '../access.ts';
import type { AppEnv } from '../env.ts';
import { hasCurrent } from '../if-match.ts';
import { schemaNames, schemaRef } from '../json-schema.ts';
import { addMedium } from '../new-medium.ts';
import { problem } from '../problem.ts';
import { route, type Route } from '../route.ts';

const uploadQuery = z.strictObject({ name: z.string().trim().min(1).max(60) });

const uploadRoute = (parts: Parts, intake: Intake): Route =>
  route({
    method: 'POST',
    path: '/api/media',
    access: roles(...registerNamed('media').write),
    summary:
      'Hand in a picture (JPEG, PNG, WebP; 20 MB) or a video (MP4 with H.264, AV1 or VP9; WebM; 300 MB) for screens. ' +
      'Pictures are reduced to 3840 points and freed of all metadata',
    query: uploadQuery,
    upload: { most: MOST_VIDEO_BYTES, staged: true },
    answer: { status: 201, description: 'The medium', schema: schemaRef(schemaNames(registerNamed('media')).record) },
    handler: async ({ c, caller, query, staged }) => {
      if (!staged) throw problem('not-a-file');
      const medium = await addMedium(parts, intake, caller, query.name, staged);
      c.header('location', `/api/registers/media/${encodeURIComponent(medium.id)}`);
      return c.json(medium, 201);
    },
  });

/** A year: what the address names by its hash never changes. Only in the screen's own browser. */
const FOREVER = 'private, max-age=31536000, immutable';

const ADDRESS = /^([0-9a-f]{64})\.(jpeg|png|mp4|webm)$/;

const mediumWith = (parts: Parts, sha: string, extension: string): Medium | null => {
  for (const medium of parts.changes.ledger().tables.media.values()) {
    if (medium.file === sha && medium.type.endsWith(`/${extension}`)) return medium;
  }
  return null;
};

/** Whether it is the file of a photo that the office accepted: others are nobody's on a screen. */
const isAcceptedPhoto = (parts: Parts, sha: string): boolean => {
  for (const { file, state } of parts.changes.ledger().tables.photos.values()) {
    if (file === sha && state === 'accepted') return true;
  }
  return false;
};

const wholeOf = (size: number): ByteRange => ({ first: 0, last: size - 1 });

/** A file from the disk, or the part of it that is asked for. */
async function answerFile(c: Context<AppEnv>, path: string, { type, tag }: { type: string; tag: string }) {
  const { size } = await stat(path);
  c.header('accept-ranges', 'bytes');
  const condition = c.req.header('if-range');
  const range = byteRange(condition === undefined || condition === tag ? c.req.header('range') : undefined, size);
  if (range === 'unsatisfiable') return c.body(null, 416, { 'content-range': `bytes */${size}` });
  const { first, last } = range ?? wholeOf(size);
  if (range) c.header('content-range', `bytes ${first}-${last}/${size}`);
  c.header('content-type', type);
  c.header('content-length', String(last - first + 1));
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD') return c.body(null, status);
  return c.body(Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream, status);
}

async function answerPhoto(c: Context<AppEnv>, pictures: Pictures, sha: string): Promise<Response> {
  const bytes = await pictures.screen(sha);
  if (!bytes) throw problem('not-found', { detail: 'the picture is not in the store' });
  return c.body(bytes, 200, { 'content-type': 'image/jpeg', 'content-length': String(bytes.byteLength) });
}

const fileRoute = (parts: Parts, pictures: Pictures): Route =>
  route({
    method: 'GET',
    path: '/media/:file',
    access: screenOr(...EVERYBODY),
    summary: 'A medium, or an accepted photo at most 1920 points long, by its hash; parts of videos by Range',
    answer: { status: 200, description: 'The picture or video', type: '*/*' },
    handler: async ({ c, param }) => {
      const [, sha = '', extension = ''] = ADDRESS.exec(param('file')) ?? [];
      const medium = mediumWith(parts, sha, extension);
      const photo = !medium && extension === 'jpeg' && isAcceptedPhoto(parts, sha);
      if ((!medium && !photo) || !parts.files.has(sha)) throw problem('not-found');
      const tag = `"${sha.slice(0, 32)}-${photo ? 'screen' : 'whole'}"`;
      c.header('etag', tag);
      c.header('cache-control', FOREVER);
      if (hasCurrent(c, tag)) return c.body(null, 304);
      return medium
        ? answerFile(c, parts.files.pathOf(sha), { type: medium.type, tag })
        : answerPhoto(c, pictures, sha);
    },
  });

/** Media for screens; their records are a register like any other. */
export const mediaRoutes = (parts: Parts, pictures: Pictures): readonly Route[] => [
  uploadRoute(parts, createIntake(parts.files)),
  fileRoute(parts, pictures),
];
