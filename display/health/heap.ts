import { isObject } from '../../core/result.ts';

const MEGABYTE = 1024 * 1024;

/** Megabytes of JavaScript heap in use; undefined where the browser does not tell (only Chromium does). */
export function heapMegabytes(source: object = performance): number | undefined {
  const memory: unknown = 'memory' in source ? source.memory : undefined;
  // In Chromium it is an object with getters on its prototype.
  const used = isObject(memory) ? memory['usedJSHeapSize'] : undefined;
  return typeof used === 'number' ? Math.round((used / MEGABYTE) * 10) / 10 : undefined;
}
