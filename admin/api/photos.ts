import type { Photo } from '../../core/registers/index.ts';
import type { IsoMonth } from '../../core/time.ts';
import { isObject } from '../../core/result.ts';
import { recordOf } from './parse.ts';
import { uploadFile, type UploadOptions } from './upload.ts';

/** A picture that is handed in. */
export interface NewPhoto {
  readonly project: string;
  readonly month: IsoMonth;
  readonly caption: string;
  /** The picture is there already, and is meant all the same. */
  readonly again: boolean;
}

/**
 * Hands a picture in.
 * @returns the photo, and whether it was taken in another month than it is for.
 */
export async function uploadPhoto(
  { project, month, caption, again }: NewPhoto,
  file: Blob,
  options: UploadOptions,
): Promise<{ readonly photo: Photo; readonly otherMonth: boolean }> {
  const query = new URLSearchParams({ project, month });
  if (caption.trim()) query.set('caption', caption.trim());
  if (again) query.set('confirm', 'duplicate');
  const answer = await uploadFile(`/api/photos?${query}`, file, options);
  const warnings: unknown = isObject(answer) ? answer['warnings'] : [];
  const photo = recordOf('photos', answer);
  return { photo, otherMonth: Array.isArray(warnings) && warnings.length > 0 };
}

const addressOf = (kind: string, { id, file }: Photo): string =>
  `/api/photos/${encodeURIComponent(id)}/${kind}?file=${file}`;

export const thumbnailAddress = (photo: Photo): string => addressOf('thumbnail', photo);
export const pictureAddress = (photo: Photo): string => addressOf('picture', photo);
