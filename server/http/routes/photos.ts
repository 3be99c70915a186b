import { z } from 'zod';
import { registerNamed, type Photo } from '../../../core/registers/index.ts';

import { mayRead } from '../../../core/rights/reading.ts';
import { officeDate } from '../../../core/office-time.ts';
import { parseMonth, type IsoDate } from '../../../core/time.ts';
import type { Identity } from '../../accounts/accounts.ts';
import { twinOf, type Twin } from '../../photos/duplicates.ts';
import type { Picture, PictureProblem } from '../../photos/picture.ts';
import { createPictures, type Pictures } from '../../photos/pictures.ts';
import type { Parts } from '../../parts.ts';
import { roles } from '../access.ts';
import { hasCurrent } from '../if-match.ts';
import { schemaNames, schemaRef } from '../json-schema.ts';
import { invalid, problem, throttled, type Problem } from '../problem.ts';
import { route, type Call, type Route } from '../route.ts';
import { recordSeen } from '../sight.ts';
import { authorised } from '../write-rights.ts';
import { write } from '../writes.ts';

/** A phone's largest pictures, with room. */
const MOST_BYTES = 20 * 1024 * 1024;
const RETRY_SECONDS = 5;

/** What the server finds out about a picture; its sender writes none of it. */
const BY_SERVER = ['state', 'file', 'likeness', 'width', 'height', 'submittedOn'] as const;

const uploadQuery = z.strictObject({
  project: z.string().min(1).max(64),
  month: z.string().refine((text) => parseMonth(text) !== null, { error: 'must be a month like 2017-12' }),
  caption: z.string().max(200).exactOptional(),
  viewpoint: z.string().max(200).exactOptional(),
  confirm: z.literal('duplicate').exactOptional(),
});

type Upload = z.infer<typeof uploadQuery>;

const readers = roles(...registerNamed('photos').read);
const writers = roles(...registerNamed('photos').write);

const REFUSALS: Readonly<Record<PictureProblem, string>> = {
  'not-a-picture': 'is no JPEG, PNG or WebP picture',
  heic: 'is a HEIC picture: save or send it as JPEG',
  'too-many-pixels': 'has too many points',
  damaged: 'cannot be read: it is damaged or incomplete',
};

/** A twin as the sender may know of it: of another unit's photo only that there is one. */
const duplicate = (parts: Parts, who: Identity, { photo, distance }: Twin): Problem => {
  const readable = mayRead(who, registerNamed('photos'), photo, parts.changes.ledger());
  const { id, project, month } = photo;
  return problem('duplicate-photo', {
    detail: 'send it again with confirm=duplicate if it is meant',
    members: { photo: readable ? { id, project, month } : null, distance },
  });
};

const valuesOf = ({ project, month, caption, viewpoint }: Upload): Readonly<Record<string, unknown>> => ({
  project,
  month,
  ...(caption?.trim() ? { caption } : {}),
  ...(viewpoint?.trim() ? { viewpoint } : {}),
});

/** A picture of another month is no evidence of this one; its sender may know why. */
const doubtsAbout = (month: string, takenOn: IsoDate | null) =>
  takenOn !== null && !takenOn.startsWith(`${month}-`)
    ? [{ path: 'takenOn', code: 'other-month', message: `was taken on ${takenOn}` }]
    : [];

async function keep(parts: Parts, who: Identity, query: Upload, picture: Picture): Promise<Photo> {
  const { jpeg, width, height, likeness, takenOn } = picture;
  const file = await parts.files.put(jpeg);
  const twin = twinOf(parts.changes.ledger().tables.photos.values(), { file, likeness });
  if (twin && query.confirm !== 'duplicate') throw duplicate(parts, who, twin);
  const values = {
    ...valuesOf(query),
    ...(takenOn ? { takenOn } : {}),
    state: 'submitted',
    file,
    likeness,
    width,
    height,
    submittedOn: officeDate(parts.now()),
  };
  const committed = await write(parts, who, [{ kind: 'create', register: 'photos', values }], { byServer: BY_SERVER });
  const photo = committed.ledger.tables.photos.get(committed.records[0] ?? '');
  if (!photo) throw new Error('a commit left no photo');
  return photo;
}

const uploadRoute = (parts: Parts, pictures: Pictures): Route =>
  route({
    method: 'POST',
    path: '/api/photos',
    access: writers,
    summary:
      'Hand in a picture of a project (JPEG, PNG, WebP). It is turned upright, reduced, and freed of all metadata; ' +
      'the answer warns when it was taken in another month',
    query: uploadQuery,
    upload: { most: MOST_BYTES },
    answer: {
      status: 201,
      description: 'The photo, and warnings',
      schema: schemaRef(schemaNames(registerNamed('photos')).record),
    },
    handler: async ({ c, caller, query, bytes }) => {
      // Before any work is spent on the picture.
      authorised(parts, caller, [{ kind: 'create', register: 'photos', values: valuesOf(query) }], {
        pathOf: () => '',
        byServer: BY_SERVER,
      });
      if (pictures.isCrowded()) throw throttled(RETRY_SECONDS);
      const photo = await pictures.take(bytes, (outcome) => {
        if (!outcome.ok) throw invalid('file', outcome.problem, REFUSALS[outcome.problem]);
        return keep(parts, caller, query, outcome.value);
      });
      const shown = recordSeen(caller, parts.changes.ledger(), 'photos', photo.id);
      c.header('location', `/api/registers/photos/${encodeURIComponent(photo.id)}`);
      return c.json({ ...shown, warnings: doubtsAbout(query.month, photo.takenOn ?? null) }, 201);
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
export function photoRoutes(parts: Parts): readonly Route[] {
  const pictures = createPictures(parts.files);
  return [
    uploadRoute(parts, pictures),
    pictureRoute(parts, 'picture', 'A photo; with its hash as `file` browsers keep it', (sha) => parts.files.read(sha)),
    pictureRoute(parts, 'thumbnail', 'A photo, at most 320 points long', pictures.thumbnail),
  ];
}
