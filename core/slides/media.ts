/** Files that slides show; apart from their computation, so that a screen reads them without it. */
import type { MediumType } from '../registers/media.ts';
import type { SlideContent } from './data.ts';

/** A file that a screen fetches before it is due. */
export interface MediaFile {
  /** SHA-256 of the file that it was made of. */
  readonly file: string;
  readonly type: MediumType;
  readonly width: number;
  readonly height: number;
  readonly durationMs?: number;
}

/** A picture of a project with its month. */
export interface SlidePicture extends MediaFile {
  readonly month: string;
  readonly caption?: string;
}

/** Where a screen fetches a file; what is behind an address never changes. */
export const mediaAddress = ({ file, type }: Pick<MediaFile, 'file' | 'type'>): string =>
  `/media/${file}.${type.slice(type.indexOf('/') + 1)}`;

/** The files of a slide. */
export function mediaOf(content: SlideContent): readonly MediaFile[] {
  switch (content.kind) {
    case 'image':
    case 'video':
      return [content.data.medium];
    case 'beforeAfter':
      return [content.data.before, content.data.after];
    case 'photoWall':
      return Object.values(content.data.rows).map(({ picture }) => picture);
    case 'project':
      return content.data.photo ? [content.data.photo] : [];
    default:
      return [];
  }
}
