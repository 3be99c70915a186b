/** Fetches one file whole. */

/** Headers come soon or not at all; a long video over a slow line takes its time. */
const ANSWER_WITHIN_MS = 30_000;
const WHOLE_WITHIN_MS = 20 * 60_000;

/** Half a file is no file: the network may end in the middle without an error. */
function checkSize(blob: Blob, response: Response): void {
  const stated = Number(response.headers.get('content-length') ?? Number.NaN);
  const packed = response.headers.has('content-encoding');
  if (blob.size === 0 || (!packed && !Number.isNaN(stated) && stated !== blob.size))
    throw new Error(`${blob.size} of ${stated} bytes came`);
}

/** @throws Error when it is not there, when the server is away, or when only a part of it came. */
export async function fetchFile(address: string): Promise<Blob> {
  const abort = new AbortController();
  const patience = setTimeout(() => abort.abort(), ANSWER_WITHIN_MS);
  const limit = setTimeout(() => abort.abort(), WHOLE_WITHIN_MS);
  try {
    const response = await fetch(address, { credentials: 'same-origin', signal: abort.signal });
    clearTimeout(patience);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const blob = await response.blob();
    checkSize(blob, response);
    return blob;
  } finally {
    clearTimeout(patience);
    clearTimeout(limit);
  }
}
