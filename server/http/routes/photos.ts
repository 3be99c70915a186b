import { z } from 'zod';
import { registerNamed } from '../../../core/registers/index.ts';
import { mayRead } from '../../../core/rights/reading.ts';
import type { Pictures } from '../../photos/pictures.ts';
import type { Parts } from '../../parts.ts';
import { roles } from '../access.ts';
import { hasCurrent } from '../if-match.ts';
import { schemaNames, schemaRef } from '../json-schema.ts';
import { addPhoto, checkPhotoRights, MOST_PICTURE_BYTES, photoMonth } from '../new-photo.ts';
import { problem } from '../problem.ts';
import { route, type Call, type Route } from '../route.ts';

const uploadQuery = z.strictObject({
  project: z.string().min(1).max(64),
  month: photoMonth,
  caption: z.string().max(200).exactOptional(),
  viewpoint: z.string().max(200).exactOptional(),
  confirm: z.literal('duplicate').exactOptional(),
});

const readers = roles(...registerNamed('photos').read);
const writers = roles(...registerNamed('photos').write);

const uploadRoute = (parts: Parts, pictures: Pictures): Route =>
  route({
    method: 'POST',
    path: '/api/photos',
    access: writers,
    summary:
      'Hand in a picture of a project (JPEG, PNG, WebP). It is turned upright, reduced, and freed of all metadata; ' +
      'the answer warns when it was taken in another month',
    query: uploadQuery,
    upload: { most: MOST_PICTURE_BYTES },
    answer: {
      status: 201,
      description: 'The photo, and warnings',
      schema: schemaRef(schemaNames(registerNamed('photos')).record),
    },
    handler: async ({ c, caller, query, bytes }) => {
      checkPhotoRights(parts, caller, query);
      const photo = await addPhoto(parts, pictures, caller, query, bytes);
      c.header('location', `/api/registers/photos/${encodeURIComponent(photo.id)}`);
      return c.json(photo, 201);
    },
  });

const fileQuery = z.strictObject({ file: z.string().max(64).exactOptional() });

type PictureCall = Call<typeof readers, z.infer<typeof fileQuery>, unknown>;

/** A year: what the address names by its hash never changes. Only in the reader's own browser. */
const FOREVER = 'private, max-age=31536000, immutable';

type Content = Uint8Array<ArrayBuffer> | null;

/** The picture of a record that the caller may read whole. */
async function answerPicture(
  parts: Parts,
  { c, caller, query, param }: PictureCall,
  kind: string,
  read: (sha: string) => Promise<Content>,
): Promise<Response> {
  const ledger = parts.changes.ledger();
  const photo = ledger.tables.photos.get(param('id'));
  if (!photo || !mayRead(caller, registerNamed('photos'), photo, ledger)) throw problem('not-found');
  const tag = `"${photo.file.slice(0, 32)}-${kind}"`;
  c.header('etag', tag);
  c.header('cache-control', query.file === photo.file ? FOREVER : 'private, no-cache');
  if (hasCurrent(c, tag)) return c.body(null, 304);
  const bytes = await read(photo.file);
  if (!bytes) throw problem('not-found', { detail: 'the picture is not in the store' });
  return c.body(bytes, 200, { 'content-type': 'image/jpeg' });
}

const pictureRoute = (
  parts: Parts,
  kind: 'picture' | 'thumbnail',
  summary: string,
  read: (sha: string) => Promise<Content>,
): Route =>
  route({
    method: 'GET',
    path: `/api/photos/:id/${kind}`,
    access: readers,
    summary,
    query: fileQuery,
    answer: { status: 200, description: 'The picture', type: 'image/jpeg' },
    handler: (call) => answerPicture(parts, call, kind, read),
  });

/** Pictures of the photo library; their records are a register like any other. */
export const photoRoutes = (parts: Parts, pictures: Pictures): readonly Route[] => [
  uploadRoute(parts, pictures),
  pictureRoute(parts, 'picture', 'A photo; with its hash as `file` browsers keep it', (sha) => parts.files.read(sha)),
  pictureRoute(parts, 'thumbnail', 'A photo, at most 320 points long', pictures.thumbnail),
];
