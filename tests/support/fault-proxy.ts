/** A network between a browser and a server that can be made to fail in the ways that networks do. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * `open` passes everything on; `refuse` resets every connection; `stall` accepts and never answers; `silent` keeps what
 * is open and loses all that is said, as behind a cable that was pulled.
 */
export type Fault = 'open' | 'refuse' | 'stall' | 'silent';

export interface FaultProxy {
  readonly origin: string;
  readonly set: (fault: Fault) => void;
  readonly close: () => Promise<void>;
}

/** Listens on a free port of this machine and passes on to `port`. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  let fault: Fault = 'open';
  const open = new Set<Socket>();
  const hold = (socket: Socket): void => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A reset is what these tests are about.
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((client) => {
    hold(client);
    if (fault === 'refuse') return void client.resetAndDestroy();
    if (fault !== 'open') return;
    const upstream = connect(port, '127.0.0.1');
    hold(upstream);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('data', (bytes) => fault === 'open' && to.write(bytes));
      from.on('close', () => fault === 'silent' || to.destroy());
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      fault = next;
      if (next === 'refuse') for (const socket of open) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
