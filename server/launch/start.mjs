/** `npm start -- COMMAND`: installs and builds when needed, then hands over to the server on the right Node. */
import { spawn } from 'node:child_process';
import { childEnvironment, ensureBuilt, ensureInstalled, productNode, root } from './setup.mjs';

const args = process.argv.slice(2);
const serves = args.length === 0 || args[0] === 'serve' || args[0].startsWith('-');

ensureInstalled();
if (serves) ensureBuilt();

const server = spawn(productNode(), ['server/main.ts', ...args], {
  cwd: root,
  // The channel tells the server when this process is gone, however it ended.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: childEnvironment(),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));

// npm passes a signal on to its shell, and some shells end without passing it on: notice that the shell is gone.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid !== parent) server.kill('SIGTERM');
}, 500);
watch.unref();

server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
