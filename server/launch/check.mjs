/** `npm run check`: types of every folder, lint, format and the architecture test; under a minute. */
import { join } from 'node:path';
import { ensureInstalled, productNode, root, run } from './setup.mjs';

ensureInstalled();
const node = productNode();
const bin = (path) => join(root, 'node_modules', path);
const folders = ['core', 'server', 'display', 'admin', 'tests'];
/** @type {[string, string, string[]][]} */
const steps = [
  ['types', node, [bin('typescript/bin/tsc'), '-b', '--pretty', 'false']],
  ['lint', node, [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', ...folders]],
  ['format', node, [bin('oxfmt/bin/oxfmt'), '--check', ...folders]],
  ['architecture', node, [bin('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', 'tests/architecture']],
];
const failed = steps.filter(([name, command, args]) => {
  process.stdout.write(`— ${name}\n`);
  return run(command, args) !== 0;
});
if (failed.length > 0) process.stdout.write(`failed: ${failed.map(([name]) => name).join(', ')}\n`);
process.exit(failed.length > 0 ? 1 : 0);
