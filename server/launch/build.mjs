import { ensureBuilt, ensureInstalled } from './setup.mjs';

ensureInstalled();
process.stdout.write(`${ensureBuilt()}\n`);
