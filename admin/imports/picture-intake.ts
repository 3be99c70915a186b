import type { IsoMonth } from '../../core/time.ts';
import { takeImportPicture, type ImportPicture } from '../api/import-pictures.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';

/** What became of a picture. */
export type PictureFate =
  | { readonly kind: 'working' }
  | { readonly kind: 'taken'; readonly otherMonth: boolean }
  /** This very picture is the project's for that month already. */
  | { readonly kind: 'there' }
  /** The library has one like it, elsewhere or saved anew. */
  | { readonly kind: 'alike' }
  | { readonly kind: 'refused'; readonly problem: ApiProblem };

/** Waits so often for a server that is busy with other pictures. */
const MOST_WAITS = 20;
const WAIT_SECONDS = 5;

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function fateOf(problem: ApiProblem): PictureFate {
  if (problem.code === 'photo-there') return { kind: 'there' };
  return problem.code === 'duplicate-photo' ? { kind: 'alike' } : { kind: 'refused', problem };
}

/** Takes one picture over; comes again when the server is busy with others. */
export async function takePicture(
  id: string,
  { index }: Pick<ImportPicture, 'index'>,
  options: { readonly month: IsoMonth; readonly again: boolean },
): Promise<PictureFate> {
  for (let waits = 0; ; waits += 1) {
    try {
      return { kind: 'taken', ...(await takeImportPicture(id, index, options)) };
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status !== 429 || waits >= MOST_WAITS) return fateOf(problem);
      await pause(problem.retryAfterSeconds ?? WAIT_SECONDS);
    }
  }
}
