/** `npm run dev`: rebuilds the pages and restarts the server as their sources change. */
import { spawn } from 'node:child_process';
import { childEnvironment, ensureBuilt, ensureInstalled, productNode, root } from './setup.mjs';

ensureInstalled();
ensureBuilt();
const node = productNode();
const options = { cwd: root, stdio: 'inherit', env: childEnvironment() };
const watchers = [
  ...['display', 'admin'].map((page) => [
    'node_modules/vite/bin/vite.js',
    'build',
    '--watch',
    '--config',
    `${page}/vite.config.mjs`,
    '--logLevel',
    'warn',
  ]),
  ['--watch-path=server', '--watch-path=core', '--watch-path=dist', 'server/main.ts', ...process.argv.slice(2)],
].map((args) => spawn(node, args, options));

const stopAll = () => watchers.forEach((each) => each.kill('SIGTERM'));
process.on('SIGINT', stopAll);
process.on('SIGTERM', stopAll);
