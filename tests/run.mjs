/** `npm test`: installs and builds when needed, finds or installs Chromium, then runs every test. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  childEnvironment,
  ensureBuilt,
  ensureInstalled,
  productNode,
  root,
  run,
  stop,
} from '../server/launch/setup.mjs';
import { findChromium } from './support/chromium.mjs';
import { ensureOldChromium } from './support/old-chromium.mjs';
import { words } from '../server/launch/words.mjs';

function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0;
  if (!mayInstall || spawnSync('apt-get', ['--version']).status !== 0) return stop(words.chromiumMissing);
  process.stderr.write(`${words.chromiumInstalling}\n`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  return findChromium() ?? stop(words.chromiumMissing);
}

ensureInstalled();
ensureBuilt();
ensureOldChromium(() => process.stderr.write(`${words.oldChromiumInstalling}\n`));
const env = { ...childEnvironment(), PACEBOARD_CHROMIUM: ensureChromium() };
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
process.exit(
  run(productNode(), [vitest, 'run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)], { env }),
);
