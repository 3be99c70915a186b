/** `npm run bench [-- PART] [--quick]`: measures the product on this machine and prints what it found. */
import { boardsBench } from './boards.ts';
import { fanout } from './fanout.ts';
import { flips } from './flips.ts';
import { framesBench } from './frames.ts';
import { importBench } from './import.ts';
import { load } from './load.ts';
import { paint } from './paint.ts';
import { soak } from './soak.ts';

interface Options {
  readonly quick: boolean;
}

/** Every part by its name; without a name all of them run. */
const parts: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  paint,
  fanout,
  import: importBench,
  boards: boardsBench,
  flips,
  soak,
  frames: framesBench,
  load,
};

const words = process.argv.slice(2);
const options: Options = { quick: words.includes('--quick') };
const wanted = words.filter((word) => !word.startsWith('--'));
const unknown = wanted.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`there is no part ${unknown}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`# ${name}`);
  await run(options);
}
