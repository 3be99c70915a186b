/** The service worker of the screen page, built into one file of its own: `sw.js`. */
import { startWorker, type WorkerScope } from './worker.ts';

declare const self: WorkerScope;
/** Written by the build: a hash of all files, and their paths. */
declare const __VERSION__: string;
declare const __FILES__: readonly string[];

startWorker(self, __VERSION__, __FILES__);
