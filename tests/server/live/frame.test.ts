import { describe, expect, it } from 'vitest';
import * as ws from 'ws';
import { encodeTextFrame } from '../../../server/live/frame.ts';

/** The reader of frames inside `ws`, which its types leave out. */
interface FrameReader {
  readonly on: (event: 'message' | 'error', listener: (value: unknown) => void) => void;
  readonly write: (bytes: Buffer) => void;
}
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => FrameReader };

/** What a browser-like reader makes of bytes. */
const read = async (bytes: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const receiver = new Receiver({ isServer: false });
    receiver.on('message', (data) => resolve(String(data)));
    receiver.on('error', reject);
    receiver.write(bytes);
  });

describe('frames', () => {
  it.each([0, 1, 125, 126, 127, 65_535, 65_536, 300_000])('[P3.1] carry a text of %i bytes', async (length) => {
    const text = 'x'.repeat(length);
    expect(await read(encodeTextFrame(text))).toBe(text);
  });

  it('[P3.1] count the bytes of Chinese text, not its characters', async () => {
    const text = '进度榜'.repeat(50);
    expect(await read(encodeTextFrame(text))).toBe(text);
  });
});
