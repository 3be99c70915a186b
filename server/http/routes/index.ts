import { createPictures } from '../../photos/pictures.ts';
import type { Parts } from '../../parts.ts';
import { createPublicViews } from '../public-view.ts';
import type { Route } from '../route.ts';
import { actionRoutes } from './actions.ts';
import { boardExportRoutes } from './board-exports.ts';
import { boardRoutes } from './boards.ts';
import { changeRoutes } from './changes.ts';
import { documentationRoutes } from './documentation.ts';
import { editionRoutes } from './editions.ts';
import { exportRoutes } from './exports.ts';
import { eventRoutes } from './events.ts';
import { historyRoutes } from './history.ts';
import { importPictureRoutes } from './import-pictures.ts';
import { importRoutes } from './imports.ts';
import { mediaRoutes } from './media.ts';
import { measureRoutes } from './measures.ts';
import { ownPasswordRoutes } from './own-password.ts';
import { pageRoutes } from './pages.ts';
import { pairingRoutes } from './pairings.ts';
import { privateRoutes } from './private.ts';
import { photoRoutes } from './photos.ts';
import { programmeRoutes } from './programmes.ts';
import { publicPhotoRoutes } from './public-photos.ts';
import { registerRoutes } from './registers.ts';
import { schemeRoutes } from './schemes.ts';
import { screenRoutes } from './screens.ts';
import { sessionRoutes } from './session.ts';
import { settingsRoutes } from './settings.ts';
import { setupRoutes } from './setup.ts';
import { systemRoutes } from './system.ts';
import { tokenRoutes } from './tokens.ts';

/** The table of everything that the server answers to; the first route that matches a request answers it. */
export function allRoutes(parts: Parts): readonly Route[] {
  const pictures = createPictures(parts.files);
  const views = createPublicViews(parts);
  const routes = [
    ...setupRoutes(parts),
    ...sessionRoutes(parts),
    ...ownPasswordRoutes(parts),
    ...registerRoutes(parts),
    ...privateRoutes(parts),
    ...tokenRoutes(parts),
    ...eventRoutes(parts),
    ...changeRoutes(parts),
    ...historyRoutes(parts),
    ...actionRoutes(parts),
    ...settingsRoutes(parts),
    ...boardRoutes(parts, views),
    ...measureRoutes(parts),
    ...schemeRoutes(parts),
    ...exportRoutes(parts),
    ...editionRoutes(parts),
    ...boardExportRoutes(parts, views),
    ...publicPhotoRoutes(pictures, views),
    ...photoRoutes(parts, pictures),
    ...mediaRoutes(parts, pictures),
    ...importRoutes(parts),
    ...importPictureRoutes(parts, pictures),
    ...programmeRoutes(parts),
    ...screenRoutes(parts),
    ...pairingRoutes(parts),
    ...systemRoutes(parts),
    ...pageRoutes(parts),
  ];
  return [...routes, ...documentationRoutes(routes)];
}
