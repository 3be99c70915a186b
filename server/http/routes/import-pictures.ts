/** Pictures that lay over the rows of an imported sheet: look at them, and take them over into the photo library. */
import { z } from 'zod';
import { registerNamed, type RecordTypes } from '../../../core/registers/index.ts';
import type { ImportedPicture } from '../../../core/registers/imported-pictures.ts';
import type { Pictures } from '../../photos/pictures.ts';
import type { Parts } from '../../parts.ts';
import { unlimited } from '../access.ts';
import { schemaNames, schemaRef } from '../json-schema.ts';
import { addPhoto, checkPhotoRights, MOST_PICTURE_BYTES, photoMonth, type NewPhoto } from '../new-photo.ts';
import { invalid, problem } from '../problem.ts';
import { route, type Route } from '../route.ts';

/** Who may import and write photos; what lies over a sheet may be of any register, as the sheet itself. */
const TAKERS = unlimited('admin', 'editor');

/** What an import's file holds never changes. Only in the reader's own browser. */
const FOREVER = 'private, max-age=31536000, immutable';

const takeBody = z.strictObject({ month: photoMonth, confirm: z.literal('duplicate').exactOptional() });

const importNamed = ({ changes }: Parts, id: string): RecordTypes['imports'] => {
  const record = changes.ledger().tables.imports.get(id);
  if (!record) throw problem('not-found');
  return record;
};

const placeIn = ({ pictures }: RecordTypes['imports'], index: string): ImportedPicture => {
  const place = pictures?.places.find((each) => String(each.index) === index);
  if (!place) throw problem('not-found');
  return place;
};

/** A place with the project as it is called now; one that is gone, or was never one, is null. */
const shownPlace = ({ changes }: Parts, { project = '', ...place }: ImportedPicture) => {
  const { id = null, name = null } = changes.ledger().tables.projects.get(project) ?? {};
  return { ...place, project: id, name };
};

async function pictureAt(parts: Parts, id: string, { index }: ImportedPicture): Promise<Uint8Array> {
  const outcome = await parts.imports.picture(id, index);
  if (outcome.ok) return outcome.value;
  throw outcome.problem === 'not-found' ? problem('not-found') : invalid('file', 'unreadable', 'cannot be read again');
}

const listRoute = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/imports/:id/pictures',
    access: TAKERS,
    summary: 'The pictures over the rows of a confirmed import, each with the project of its row; none after its undo',
    answer: { status: 200, description: 'The pictures in the order of the file, and the month of the figures' },
    handler: ({ c, param }) => {
      const { asOf, pictures } = importNamed(parts, param('id'));
      return c.json({
        month: asOf?.slice(0, 7) ?? null,
        pictures: (pictures?.places ?? []).map((place) => shownPlace(parts, place)),
      });
    },
  });

const sketchRoute = (parts: Parts, pictures: Pictures): Route =>
  route({
    method: 'GET',
    path: '/api/imports/:id/pictures/:index',
    access: TAKERS,
    summary: 'A picture of a confirmed import, at most 320 points long, without its metadata',
    answer: { status: 200, description: 'The picture', type: 'image/jpeg' },
    handler: async ({ c, param }) => {
      const place = placeIn(importNamed(parts, param('id')), param('index'));
      const bytes = await pictures.sketch(await pictureAt(parts, param('id'), place));
      if (!bytes) throw invalid('file', 'damaged', 'is no picture that can be shown');
      return c.body(bytes, 200, { 'content-type': 'image/jpeg', 'cache-control': FOREVER });
    },
  });

const takeRoute = (parts: Parts, pictures: Pictures): Route =>
  route({
    method: 'POST',
    path: '/api/imports/:id/pictures/:index/photo',
    access: TAKERS,
    summary:
      'Take a picture of a confirmed import over as a photo of the project in whose row it lay. The same as handing it ' +
      'in; the very same picture never comes twice into a project’s month',
    body: takeBody,
    answer: {
      status: 201,
      description: 'The photo, and warnings',
      schema: schemaRef(schemaNames(registerNamed('photos')).record),
    },
    handler: async ({ c, caller, param, body }) => {
      const { fileName, ...record } = importNamed(parts, param('id'));
      const place = placeIn({ fileName, ...record }, param('index'));
      const { project } = shownPlace(parts, place);
      if (project === null) throw invalid('project', 'unknown-reference', 'the picture lies over no project’s row');
      const wanted: NewPhoto = { project, ...body };
      checkPhotoRights(parts, caller, wanted);
      const bytes = await pictureAt(parts, param('id'), place);
      if (bytes.length > MOST_PICTURE_BYTES) throw problem('too-large');
      const reason = `取自导入 ${fileName} 第 ${place.row} 行`;
      const photo = await addPhoto(parts, pictures, caller, wanted, bytes, { reason, once: true });
      c.header('location', `/api/registers/photos/${encodeURIComponent(photo.id)}`);
      return c.json(photo, 201);
    },
  });

/** The routes of imported pictures. */
export const importPictureRoutes = (parts: Parts, pictures: Pictures): readonly Route[] => [
  listRoute(parts),
  sketchRoute(parts, pictures),
  takeRoute(parts, pictures),
];
