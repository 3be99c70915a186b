/**
 * Set-up that must work on a fresh clone: plain JavaScript, Node 20 or later, no packages. Installs when the
 * lockfile changed, builds when the sources changed, and finds the Node that the product runs on.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words } from './words.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bundledNode = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const LEAST_MAJOR = 24;

export function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const say = (message) => process.stderr.write(`${message}\n`);

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else {
      hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  for (const path of paths) add(join(root, path));
  return hash.digest('hex').slice(0, 16);
}

/** The Node that runs the product: the bundled one, or this one when it is new enough. */
export function productNode() {
  if (existsSync(bundledNode)) return bundledNode;
  if (Number(process.versions.node.split('.')[0]) >= LEAST_MAJOR) return process.execPath;
  return stop(words.nodeTooOld(process.version));
}

/** The environment for child processes: tools started by name find the bundled Node and the packages' commands. */
export const childEnvironment = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
});

/** Runs a command to its end; returns its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: childEnvironment(), ...options });
  return result.status ?? 1;
}

/** Installs the locked packages unless the installed ones are those of this lockfile. */
export function ensureInstalled() {
  const stamp = join(root, 'node_modules/.paceboard-installed');
  const wanted = hashOf(['package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say(words.installing);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const quiet = { stdio: ['ignore', process.stderr, process.stderr], env: process.env };
  const code = npm
    ? run(process.execPath, [npm, ...args], quiet)
    : run('npm', args, { ...quiet, shell: process.platform === 'win32' });
  if (code !== 0) stop(words.installFailed);
  writeFileSync(stamp, wanted);
}

const PAGE_SOURCES = ['core', 'display', 'admin', 'package-lock.json'];

/** Builds the pages unless the built ones are of these sources. Returns the build's id. */
export function ensureBuilt() {
  const stamp = join(root, 'dist/build.json');
  const build = hashOf(PAGE_SOURCES);
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).build === build) return build;
  say(words.building);
  rmSync(stamp, { force: true });
  mkdirSync(join(root, 'dist'), { recursive: true });
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  for (const page of ['display', 'admin']) {
    const args = [vite, 'build', '--config', `${page}/vite.config.mjs`, '--logLevel', 'warn'];
    const env = { ...childEnvironment(), PACEBOARD_BUILD: build };
    const code = run(productNode(), args, { stdio: ['ignore', process.stderr, process.stderr], env });
    if (code !== 0) stop(words.buildFailed);
  }
  writeFileSync(stamp, `${JSON.stringify({ build })}\n`);
  return build;
}
