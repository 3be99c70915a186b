/** Labels beside their points, pushed apart so that none lies on another. */

interface Block {
  /** Of the targets, each less what the labels above it in the block take. */
  readonly sum: number;
  readonly count: number;
}

/** The middle of a block's first label. */
const startOf = ({ sum, count }: Block): number => sum / count;

/** Blocks that would overlap become one, which stands in the middle of what its labels ask for. */
function merged(targets: readonly number[], height: number): readonly Block[] {
  const blocks: Block[] = [];
  for (const target of targets) {
    let block: Block = { sum: target, count: 1 };
    for (let above = blocks[blocks.length - 1]; above; above = blocks[blocks.length - 1]) {
      if (startOf(above) + above.count * height <= startOf(block)) break;
      blocks.pop();
      const shift = above.count * height * block.count;
      block = { sum: above.sum + block.sum - shift, count: above.count + block.count };
    }
    blocks.push(block);
  }
  return blocks;
}

/**
 * The middles of labels of one height, each as near to its target as the others allow, all between `top` and `bottom` when there is
 * room for them. In the order of the targets given.
 */
export function spread(targets: readonly number[], height: number, top: number, bottom: number): readonly number[] {
  const [first, last] = [top + height / 2, bottom - height / 2];
  const order = targets.map((_, index) => index).sort((a, b) => (targets[a] ?? 0) - (targets[b] ?? 0) || a - b);
  const sorted = order.map((index) => Math.min(last, Math.max(first, targets[index] ?? 0)));
  const placed = merged(sorted, height).flatMap((block) =>
    Array.from({ length: block.count }, (_, index) => startOf(block) + index * height),
  );
  for (let index = 0; index < placed.length; index += 1) {
    const least = index === 0 ? first : (placed[index - 1] ?? 0) + height;
    placed[index] = Math.max(least, placed[index] ?? 0);
  }
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const most = index === placed.length - 1 ? last : (placed[index + 1] ?? 0) - height;
    placed[index] = Math.min(most, placed[index] ?? 0);
  }
  const middles = targets.map(() => 0);
  order.forEach((index, place) => (middles[index] = Math.round(placed[place] ?? 0)));
  return middles;
}
