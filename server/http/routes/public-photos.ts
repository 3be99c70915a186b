/** Pictures for everybody: accepted ones only, sized down. */
import { z } from 'zod';
import { boardContext } from '../../../core/boards/board.ts';
import { isPublicPhoto } from '../../../core/boards/public/photos.ts';
import type { Photo } from '../../../core/registers/index.ts';
import type { Pictures } from '../../photos/pictures.ts';
import { PUBLIC } from '../access.ts';
import { hasCurrent } from '../if-match.ts';
import { problem } from '../problem.ts';
import type { PublicViews } from '../public-view.ts';
import { route, type Route } from '../route.ts';

const query = z.strictObject({ size: z.enum(['small', 'large']).default('large') });

/** The photo that everybody may see under this id. @throws Problem not-found, no-edition. */
function publicPhoto(views: PublicViews, id: string): Photo {
  const { ledger, asOf } = views.ofEverybody();
  const context = boardContext(ledger, asOf);
  const photo = ledger.tables.photos.get(id);
  if (!context || !photo || !isPublicPhoto(context, photo)) throw problem('not-found');
  return photo;
}

/** The picture of an accepted photo; the record's other values are on the boards. */
export const publicPhotoRoutes = (pictures: Pictures, views: PublicViews): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/public/photos/:id',
    access: PUBLIC,
    summary: 'An accepted photo for everybody, at most 1080 points long, or 320 with size=small; without metadata',
    query,
    answer: { status: 200, description: 'The picture', type: 'image/jpeg' },
    handler: async ({ c, param, query: { size } }) => {
      const { file } = publicPhoto(views, param('id'));
      const tag = `"${file.slice(0, 32)}-${size}"`;
      c.header('etag', tag);
      c.header('cache-control', 'no-cache');
      if (hasCurrent(c, tag)) return c.body(null, 304);
      const bytes = await (size === 'small' ? pictures.thumbnail : pictures.phone)(file);
      if (!bytes) throw problem('not-found', { detail: 'the picture is not in the store' });
      return c.body(bytes, 200, { 'content-type': 'image/jpeg' });
    },
  }),
];
