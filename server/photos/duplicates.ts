import type { Photo } from '../../core/registers/index.ts';
import { likenessDistance } from './likeness.ts';

/** Recompressed, resized or slightly cropped pictures stay within so many of 64 places. */
const MOST_APART = 5;

export interface Twin {
  readonly photo: Photo;
  /** 0 for the same picture. */
  readonly distance: number;
}

/** The very same picture among a project's photos of a month; null when it is not there. */
export function samePhoto(
  photos: Iterable<Photo>,
  { file, project, month }: Pick<Photo, 'file' | 'project' | 'month'>,
): Photo | null {
  for (const photo of photos) {
    if (photo.file === file && photo.project === project && photo.month === month) return photo;
  }
  return null;
}

/** The photo that a new picture most likely is again: the same file, or the nearest likeness; null when none is near. */
export function twinOf(photos: Iterable<Photo>, picture: Pick<Photo, 'file' | 'likeness'>): Twin | null {
  let nearest: Twin | null = null;
  for (const photo of photos) {
    const distance = photo.file === picture.file ? 0 : likenessDistance(photo.likeness, picture.likeness);
    if (distance <= MOST_APART && (!nearest || distance < nearest.distance)) nearest = { photo, distance };
  }
  return nearest;
}
