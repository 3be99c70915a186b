import { ApiProblem } from './problem.ts';
import { answerOf } from './request.ts';

export interface UploadOptions {
  /** Told how much of the file has left, from 0 to 1. */
  readonly onProgress: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends a file as it is; unlike `fetch`, this knows how far it is.
 * @returns the JSON of the answer, still unknown.
 * @throws ApiProblem when the server refuses or cannot be reached, with the code `aborted` when the signal ended it.
 */
export function uploadFile(path: string, file: Blob, { onProgress, signal }: UploadOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', path);
    sending.setRequestHeader('accept', 'application/json');
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    sending.addEventListener('load', () => {
      try {
        resolve(answerOf(path, sending.status, sending.responseText, sending.getResponseHeader('retry-after')));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    sending.addEventListener('error', () => reject(new ApiProblem(0, 'offline')));
    sending.addEventListener('abort', () => reject(new ApiProblem(0, 'aborted')));
    signal?.addEventListener('abort', () => sending.abort(), { once: true });
    sending.send(file);
  });
}
