import { heapMegabytes } from './heap.ts';
import { countElements } from './nodes.ts';
import type { MemoryReading } from './rules.ts';

/** How much the page holds now. */
export function readMemory(): MemoryReading {
  const heap = heapMegabytes();
  const up = performance.now() / 1000;
  return { up, ...(heap === undefined ? {} : { heap }), nodes: countElements(document) };
}
