/** More than this is not worth reading only to drop it: the connection is then cut. */
const MOST_DROPPED_BYTES = 16 * 1024 * 1024;

/**
 * Reads what is left of a refused body and drops it, so that the client gets to read the answer: closing a
 * connection on unread data resets it, and the answer with it.
 */
export async function dropBody(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  let bytes = 0;
  while (bytes <= MOST_DROPPED_BYTES) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.byteLength;
  }
  await reader.cancel();
}
