import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { directWrite } from '../../../server/live/direct-write.ts';
import { SocketWriter } from '../../../server/live/socket-writer.ts';

const MEGABYTE = 1024 * 1024;

/** Both ends of a connection whose far end does not read yet. */
async function pair(): Promise<{ near: Socket; far: Socket; end: () => Promise<void> }> {
  const server = createServer({ pauseOnConnect: true });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const accepted = new Promise<Socket>((resolve) => void server.once('connection', resolve));
  const near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [far] = await Promise.all([accepted, new Promise<void>((open) => void near.once('connect', open))]);
  const end = async (): Promise<void> => {
    near.destroy();
    far.destroy();
    await new Promise((done) => server.close(done));
  };
  return { near, far, end };
}

const readAll = async (socket: Socket, length: number): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes === length) resolve(Buffer.concat(chunks).toString());
    });
    socket.resume();
  });

/** The letters of a text in the order in which their runs end. */
function order(text: string): string {
  let letters = '';
  for (let at = 0; at < text.length; at = text.lastIndexOf(letters.at(-1) ?? '') + 1) letters += text.charAt(at);
  return letters;
}

describe.each([
  ['past the socket', directWrite()],
  ['through the socket', null],
])('a writer that writes %s', (_way, direct) => {
  it('[P3.1] keeps the order of what it writes and what the socket writes', async () => {
    const { near, far, end } = await pair();
    const writer = new SocketWriter(near, direct);
    const large = (letter: string): Buffer => Buffer.alloc(8 * MEGABYTE, letter);
    writer.write(large('a'));
    near.write(large('b'));
    near.write('c');
    writer.write(Buffer.from('d'));
    near.write('e');
    writer.write(large('f'));
    expect(order(await readAll(far, 24 * MEGABYTE + 3))).toBe('abcdef');
    await end();
  });

  it('[P7.1] knows how much waits, and when nothing does any more', async () => {
    const { near, far, end } = await pair();
    const writer = new SocketWriter(near, direct);
    expect(writer.pending()).toBe(0);
    for (let count = 0; count < 16; count += 1) writer.write(Buffer.alloc(MEGABYTE, 'x'));
    expect(writer.pending()).toBeGreaterThan(MEGABYTE);
    await readAll(far, 16 * MEGABYTE);
    await new Promise<void>((done) => void near.write('', () => done()));
    expect(writer.pending()).toBe(0);
    await end();
  });

  it('[P7.3] survives a peer that hangs up with frames waiting', async () => {
    const { near, far, end } = await pair();
    const writer = new SocketWriter(near, direct);
    near.on('error', () => near.destroy());
    const closed = new Promise((done) => void near.once('close', done));
    writer.write(Buffer.alloc(16 * MEGABYTE));
    far.resetAndDestroy();
    await closed;
    writer.write(Buffer.from('late'));
    expect(near.destroyed).toBe(true);
    await end();
  });
});
