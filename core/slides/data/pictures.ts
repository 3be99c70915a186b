/** Pictures of projects as slides show them. */
import { entriesInOrder, rowsBy, type Rows } from '../../keyed-rows.ts';
import type { BoardContext } from '../../boards/board.ts';
import { publicPhotos } from '../../boards/public/photos.ts';
import type { Photo } from '../../registers/index.ts';
import type { SlidePicture } from '../media.ts';

export interface BeforeAfterData {
  readonly project: string;
  readonly before: SlidePicture;
  readonly after: SlidePicture;
}

export interface PhotoWallData {
  readonly rows: Rows<{ readonly project: string; readonly picture: SlidePicture }>;
}

/** More than can be told apart on a wall; the newest ones. */
const MOST_PICTURES = 24;

const pictureOf = ({ file, width, height, month, caption }: Photo): SlidePicture => ({
  file,
  type: 'image/jpeg',
  width,
  height,
  month,
  ...(caption ? { caption } : {}),
});

const pictureIn = ({ ledger }: BoardContext, id: string | undefined): SlidePicture | null => {
  const photo = id === undefined ? undefined : ledger.tables.photos.get(id);
  return photo ? pictureOf(photo) : null;
};

/** The newest accepted picture of a project with the one before it; null without two. */
export function beforeAfter(context: BoardContext, { project }: { readonly project: string }): BeforeAfterData | null {
  const rows = entriesInOrder(publicPhotos(context, { project }).rows);
  const [id, newest] = rows[0] ?? [];
  const [before, after] = [pictureIn(context, newest?.before?.id), pictureIn(context, id)];
  return before && after && newest ? { project: newest.projectName, before, after } : null;
}

/** The newest accepted picture of every project, or the newest ones of one project; null without any. */
export function photoWall(context: BoardContext, { project }: { readonly project?: string }): PhotoWallData | null {
  const { rows } = publicPhotos(context, project === undefined ? {} : { project });
  const pictures = entriesInOrder(rows)
    .slice(0, MOST_PICTURES)
    .flatMap(([id, { projectName }]) => {
      const picture = pictureIn(context, id);
      return picture ? [[id, { project: projectName, picture }] as const] : [];
    });
  return pictures.length > 0 ? { rows: rowsBy(pictures) } : null;
}

/** The newest accepted picture of a project. */
export function newestPhoto(context: BoardContext, project: string): SlidePicture | null {
  const rows = entriesInOrder(publicPhotos(context, { project }).rows);
  return pictureIn(context, rows[0]?.[0]);
}
