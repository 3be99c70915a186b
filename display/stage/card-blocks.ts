/** Where the blocks of a test card stand: in columns, as many as there is room for. Sizes are true pixels, never scaled. */

/** What a block is: a line of text, the running time, or a patch that is drawn. */
export type CardBlock =
  | {
      readonly kind: 'text' | 'time';
      readonly text: string;
      readonly size: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'greys' | 'colours' | 'lines'; readonly width: number; readonly height: number };

export type PlacedBlock = CardBlock & { readonly left: number; readonly top: number };

export interface Packed {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly PlacedBlock[];
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** Fills columns from the left; a block that fits nowhere is left out. Returns places from 0/0. */
function fillColumns(blocks: readonly CardBlock[], { width, height, gap }: Room): readonly PlacedBlock[] {
  const columns: { left: number; width: number; used: number }[] = [];
  return blocks.flatMap((block): PlacedBlock[] => {
    const last = columns[columns.length - 1];
    const fits = last && last.used + block.height <= height && last.left + block.width <= width;
    const column = fits ? last : { left: last ? last.left + last.width + gap * 3 : 0, width: 0, used: 0 };
    if (column.left + block.width > width || block.height > height) return [];
    if (!fits) columns.push(column);
    const place = { ...block, left: column.left, top: column.used };
    column.used += block.height + gap;
    column.width = Math.max(column.width, block.width);
    return [place];
  });
}

/** The blocks in the middle of a window of `width` × `height`, at least `inset` from its edges. */
export function packed(blocks: readonly CardBlock[], width: number, height: number, inset: number): Packed {
  const gap = Math.max(2, Math.round(height / 100));
  const free = { width: width - inset * 2, height: height - inset * 2, gap };
  const placed = fillColumns(blocks, free);
  const right = Math.max(0, ...placed.map((each) => each.left + each.width));
  const bottom = Math.max(0, ...placed.map((each) => each.top + each.height));
  const [left, top] = [Math.floor((width - right) / 2), Math.floor((height - bottom) / 2)];
  return {
    left,
    top,
    width: right,
    height: bottom,
    blocks: placed.map((each) => ({ ...each, left: each.left + left, top: each.top + top })),
  };
}
