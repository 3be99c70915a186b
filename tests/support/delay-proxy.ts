/** A slow network between browsers and a server: every packet takes its own time, in the order in which it was sent. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface DelayProxy {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Passes bytes on after a delay of their own, one after the other: timers of different lengths do not keep an order. */
function delayed(from: Socket, to: Socket, delay: () => number): void {
  let last = Promise.resolve();
  const later = (act: () => void): void => {
    const due = performance.now() + delay();
    last = last.then(async () => {
      const wait = due - performance.now();
      if (wait > 0) await new Promise((done) => setTimeout(done, wait));
      act();
    });
  };
  from.on('data', (bytes) => later(() => to.write(bytes)));
  from.on('close', () => later(() => to.destroy()));
  from.on('error', () => from.destroy());
}

/** Listens on a free port of this machine and passes on to `port`; `delay` gives milliseconds for each packet. */
export async function startDelayProxy(port: number, delay: () => number): Promise<DelayProxy> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    delayed(client, upstream, delay);
    delayed(upstream, client, delay);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
