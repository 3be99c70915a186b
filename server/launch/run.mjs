/** Runs one of the project's TypeScript programs on the product's Node: `node run.mjs FILE [ARGUMENT …]`. */
import { ensureBuilt, ensureInstalled, productNode, run } from './setup.mjs';

ensureInstalled();
ensureBuilt();
process.exit(run(productNode(), process.argv.slice(2)));
