/** nginx with nchan, the best ready-made server for one message to many sockets, where Debian's packages are installed. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contender } from './contenders.ts';
import { pin, SERVER_CORE, sharedNow } from './processes.ts';

const MODULE = '/usr/lib/nginx/modules/ngx_nchan_module.so';
const PORT = 18_651;
/** Microseconds of one clock tick in /proc. */
const TICK_MICROS = 10_000;

const configuration = (folder: string): string => `
load_module ${MODULE};
worker_processes 1;
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log crit;
events { worker_connections 12000; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:${PORT} backlog=4096;
    location = /live { nchan_subscriber websocket; nchan_channel_id bench; nchan_subscriber_first_message newest; }
    location = /publish { nchan_publisher; nchan_channel_id bench; nchan_message_timeout 5s; nchan_message_buffer_length 1; }
  }
}
`;

const listening = async (): Promise<void> => {
  for (;;) {
    const open = await new Promise<boolean>((tell) => {
      const socket = connect(PORT, '127.0.0.1', () => tell(true));
      socket.on('error', () => tell(false));
      socket.on('connect', () => socket.destroy());
    });
    if (open) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
};

/** The process that does the work, a child of nginx's master. */
const workerOf = (master: number): number =>
  Number(
    spawnSync('pgrep', ['-P', String(master)], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n')[0],
  );

/** Publishes over one connection that stays open. */
function publisher(): { readonly publish: (text: string) => void; readonly close: () => void } {
  const socket = connect(PORT, '127.0.0.1');
  socket.setNoDelay(true);
  socket.resume();
  return {
    publish: (text) => {
      const head = `POST /publish HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: ${text.length}`;
      socket.write(`${head}\r\n\r\n${text}`);
    },
    close: () => socket.destroy(),
  };
}

/** nchan on one core, or null where it is not installed. */
export async function startNchan(textOf: (kind: 'note' | 'figure') => string): Promise<Contender | null> {
  if (!existsSync(MODULE)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'paceboard-nchan-'));
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder));
  const master = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // However the benchmark ends, its server ends with it.
  process.once('exit', () => master.kill());
  await listening();
  const worker = workerOf(master.pid ?? 0);
  pin(worker, SERVER_CORE);
  const { publish, close } = publisher();
  return {
    name: 'nchan',
    port: PORT,
    cookie: '',
    whole: false,
    edit: async (kind) => {
      const at = sharedNow();
      publish(textOf(kind));
      return at;
    },
    usage: async () => {
      const fields = readFileSync(`/proc/${worker}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${worker}/status`, 'utf8'))?.[1];
      return { cpuMicros: (Number(fields[11]) + Number(fields[12])) * TICK_MICROS, rssKb: Number(rss) };
    },
    collect: async () => undefined,
    stop: async () => {
      close();
      const ended = new Promise((done) => master.once('exit', done));
      master.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
