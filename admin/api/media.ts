import { isObject } from '../../core/result.ts';
import type { Medium } from '../../core/registers/index.ts';
import { recordOf } from './parse.ts';
import type { ApiProblem } from './problem.ts';
import { uploadFile, type UploadOptions } from './upload.ts';

/** Hands in a picture or a video for screens. */
export async function uploadMedium(name: string, file: Blob, options: UploadOptions): Promise<Medium> {
  return recordOf('media', await uploadFile(`/api/media?${new URLSearchParams({ name })}`, file, options));
}

/** The name of the medium that a refused file is already; empty when the server did not say. */
export function knownMedium({ members }: ApiProblem): string {
  const medium = members['medium'];
  return isObject(medium) && typeof medium['name'] === 'string' ? medium['name'] : '';
}
