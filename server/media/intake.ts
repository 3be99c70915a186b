/** What is kept of a file that came in for screens. */
import { readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { Medium } from '../../core/registers/index.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { fewAtOnce } from '../accounts/few-at-once.ts';
import type { Files, StagedFile } from '../files/files.ts';
import { readImage, type ImageProblem } from './image.ts';
import { readVideo, type VideoProblem } from './video.ts';

export const MOST_IMAGE_BYTES = 20 * 2 ** 20;
export const MOST_VIDEO_BYTES = 300 * 2 ** 20;

/** What the server finds out about a file. */
export type Measured = Pick<Medium, 'kind' | 'type' | 'file' | 'bytes' | 'width' | 'height'> &
  Partial<Pick<Medium, 'durationMs'>>;

export type MediumProblem =
  | ImageProblem
  | VideoProblem
  | 'not-a-medium'
  /** The phones' format that no free decoder reads here; phones also save JPEG. */
  | 'heic'
  | 'image-too-large';

/** The work on files for screens, one after another: it is heavy, and the screens come first. */
export interface Intake {
  /** So many wait already that another one should come again later. */
  readonly isCrowded: () => boolean;
  /**
   * Keeps a staged file, or what is made of it.
   * @throws StorageError.
   */
  readonly take: (staged: StagedFile) => Promise<Result<Measured, MediumProblem>>;
}

/** Waiting files are on the disk. */
const MOST_WAITING = 20;

const IMAGES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
const HEIC: ReadonlySet<string> = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

async function takeImage(files: Files, { path, bytes }: StagedFile): Promise<Result<Measured, MediumProblem>> {
  if (bytes > MOST_IMAGE_BYTES) return fail('image-too-large');
  const image = await readImage(await readFile(path));
  if (!image.ok) return image;
  const { bytes: content, ...rest } = image.value;
  const file = await files.put(content);
  return ok({ kind: 'image', file, bytes: content.byteLength, ...rest });
}

async function takeVideo(staged: StagedFile): Promise<Result<Measured, MediumProblem>> {
  const video = await readVideo(staged.path);
  if (!video.ok) return video;
  await staged.keep();
  return ok({ kind: 'video', file: staged.sha, bytes: staged.bytes, ...video.value });
}

export function createIntake(files: Files): Intake {
  const queue = fewAtOnce(1, MOST_WAITING);
  return {
    isCrowded: queue.isCrowded,
    take: (staged) =>
      queue.run(async () => {
        const type = (await fileTypeFromFile(staged.path))?.mime ?? '';
        if (HEIC.has(type)) return fail('heic');
        if (IMAGES.has(type)) return takeImage(files, staged);
        return type.startsWith('video/') ? takeVideo(staged) : fail('not-a-medium');
      }),
  };
}
