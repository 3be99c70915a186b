/** `npm start -- COMMAND`: installs and builds when needed, then hands over to the server on the right Node. */
import { spawn } from 'node:child_process';
import { childEnvironment, ensureBuilt, ensureInstalled, productNode, root } from './setup.mjs';

const args = process.argv.slice(2);
const serves = args.length === 0 || args[0] === 'serve' || args[0].startsWith('-');

ensureInstalled();
if (serves) ensureBuilt();

const server = spawn(productNode(), ['server/main.ts', ...args], {
  cwd: root,
  stdio: 'inherit',
  env: childEnvironment(),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
