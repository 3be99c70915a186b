import { rowsBy, type Rows } from '../../keyed-rows.ts';
import { byKey } from '../../metrics/by-key.ts';
import type { Photo } from '../../registers/index.ts';
import type { IsoDate, IsoMonth } from '../../time.ts';
import type { BoardContext } from '../board.ts';
import { listedProjects } from '../lists.ts';

/** A picture that anybody may see; its address is made of its id. */
export interface PublicPhoto {
  readonly month: IsoMonth;
  readonly caption?: string;
  readonly width: number;
  readonly height: number;
}

/** A picture with its project and, of the newest, the one before it. */
export interface PublicPhotoRow extends PublicPhoto {
  readonly project: string;
  readonly projectName: string;
  readonly before?: PublicPhoto & { readonly id: string };
}

export interface PublicPhotos {
  /** Accepted pictures of projects on the list. */
  readonly photos: number;
  readonly rows: Rows<PublicPhotoRow>;
}

const takenBy = ({ month, takenOn }: Photo, asOf: IsoDate): boolean =>
  month <= asOf.slice(0, 7) && (takenOn ?? asOf) <= asOf;

/** Accepted pictures by the date, newest first. */
const acceptedOf = (photos: readonly Photo[], asOf: IsoDate): readonly Photo[] =>
  photos
    .filter((photo) => photo.state === 'accepted' && takenBy(photo, asOf))
    .sort((a, b) => {
      const [first, second] = [a, b].map(({ month, takenOn, id }) => `${month} ${takenOn ?? ''} ${id}`);
      return (first ?? '') < (second ?? '') ? 1 : -1;
    });

const shown = ({ month, caption, width, height }: Photo): PublicPhoto => ({
  month,
  ...(caption ? { caption } : {}),
  width,
  height,
});

/** The picture to set beside the newest: of an earlier month, from the same viewpoint where there is one. */
const beforeOf = (newest: Photo, all: readonly Photo[]): Photo | undefined => {
  const earlier = all.filter(({ month }) => month < newest.month);
  return earlier.find(({ viewpoint }) => viewpoint !== undefined && viewpoint === newest.viewpoint) ?? earlier[0];
};

/** Whether a picture may be shown to anybody: accepted, of the date or before it, its project on the list. */
export function isPublicPhoto({ ledger, asOf }: BoardContext, photo: Photo): boolean {
  const listed = listedProjects(ledger, asOf).some(({ id }) => id === photo.project);
  return listed && acceptedOf([photo], asOf).length > 0;
}

/**
 * S26 项目图片库, for everybody: each project's newest accepted picture with the one before it, or all accepted ones of
 * one project, newest first. Who took it, from where, and where it is kept are not told.
 */
export function publicPhotos(
  { ledger, asOf }: BoardContext,
  { project: only }: { readonly project?: string },
): PublicPhotos {
  const of = byKey(ledger.tables.photos, 'project');
  const projects = listedProjects(ledger, asOf).filter(({ id }) => only === undefined || id === only);
  const accepted = projects.map((project) => ({ project, own: acceptedOf(of.get(project.id) ?? [], asOf) }));
  const rows = accepted.flatMap(({ project: { id: project, name: projectName }, own }) =>
    own.slice(0, only === undefined ? 1 : own.length).map((photo, place) => {
      const before = place === 0 ? beforeOf(photo, own) : undefined;
      const part = before ? { before: { id: before.id, ...shown(before) } } : {};
      return [photo.id, { project, projectName, ...shown(photo), ...part }] as const;
    }),
  );
  return { photos: accepted.reduce((sum, { own }) => sum + own.length, 0), rows: rowsBy(rows) };
}
