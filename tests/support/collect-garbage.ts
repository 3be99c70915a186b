import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects what nothing holds any more; weak references are only then seen to be empty. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this engine does not tell its collector');
  // A weak reference that was made or read in a turn of the loop holds until the next one.
  await new Promise((turn) => void setImmediate(turn));
  collect();
}
