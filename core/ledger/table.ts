/**
 * Tables of records that share what they have in common: one that differs from another in a few records holds only these
 * besides the records of both. A table of n records is copied whole once in some √n changes, not on each.
 */
import { forget, handOn, MOST_STEPS, type Step } from './derived.ts';

/** Records by id, in the order in which they came; never modified. */
export type Table<T> = ReadonlyMap<string, T>;

interface Layers<T> {
  /** Common to many tables. */
  base: Table<T>;
  /** Records of the base that are others now; null for what is gone. */
  changed: Map<string, T | null>;
  /** What came after the base, in order; an id that left the base and came back is here. */
  added: Map<string, T>;
  /** How many of the base are gone. */
  gone: number;
}

const isPlain = ({ changed, added }: Layers<object>): boolean => changed.size === 0 && added.size === 0;

class LayeredTable<T extends object> implements ReadonlyMap<string, T> {
  readonly #layers: Layers<T>;

  constructor(layers: Layers<T>) {
    this.#layers = layers;
  }

  static layersOf<T extends object>(table: Table<T>): Layers<T> {
    return table instanceof LayeredTable
      ? (table as LayeredTable<T>).#layers
      : { base: table, changed: new Map(), added: new Map(), gone: 0 };
  }

  get size(): number {
    const { base, gone, added } = this.#layers;
    return base.size - gone + added.size;
  }

  get(id: string): T | undefined {
    const { base, changed, added } = this.#layers;
    const here = changed.get(id);
    return here ?? added.get(id) ?? (here === null ? undefined : base.get(id));
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  entries(): MapIterator<[string, T]> {
    return isPlain(this.#layers) ? this.#layers.base.entries() : this.#walk();
  }

  *keys(): Generator<string, undefined> {
    for (const [id] of this.entries()) yield id;
  }

  *values(): Generator<T, undefined> {
    for (const [, record] of this.entries()) yield record;
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(each: (record: T, id: string, table: Table<T>) => void): void {
    for (const [id, record] of this.entries()) each(record, id, this);
  }

  *#walk(): Generator<[string, T], undefined> {
    const { base, changed, added } = this.#layers;
    for (const entry of base) {
      const here = changed.get(entry[0]);
      if (here === undefined) yield entry;
      else if (here !== null) yield [entry[0], here];
    }
    yield* added;
  }
}

/** A table in the making. */
export interface TableDraft<T> {
  /** The table as it is so far: it follows the draft. */
  readonly live: Table<T>;
  /** A record that is there keeps its place, another comes last. */
  readonly set: (id: string, record: T) => void;
  readonly delete: (id: string) => void;
  /** The table as it is now. The draft is not used afterwards. */
  readonly finish: () => Table<T>;
}

/** Layers that a draft may write; `base` is another table's until it is copied. */
const copyOf = <T>({ base, changed, added, gone }: Layers<T>): Layers<T> => ({
  base,
  changed: new Map(changed),
  added: new Map(added),
  gone,
});

/**
 * How many records may stand beside the base. They are copied on each change, the base each time there are more: about
 * √n of n records make both cost the same; the factor is for the base being the dearer one to copy, a record each.
 */
const mostBeside = (base: Table<object>): number => Math.max(64, Math.ceil(4 * Math.sqrt(base.size)));

function setBeside<T extends object>({ base, changed, added }: Layers<T>, id: string, record: T): void {
  const isInBase = base.has(id) && changed.get(id) !== null;
  if (isInBase) changed.set(id, record);
  else added.set(id, record);
}

function deleteBeside<T extends object>(layers: Layers<T>, id: string): void {
  const { changed, added } = layers;
  if (added.delete(id)) return;
  changed.set(id, null);
  layers.gone += 1;
}

/** A draft that starts as a table, which stays as it is. */
export function draftOf<T extends object>(table: Table<T>): TableDraft<T> {
  const layers = copyOf(LayeredTable.layersOf(table));
  const live = new LayeredTable(layers);
  const steps: Step<T>[] = [];
  /** The base once it is the draft's own; null while it is another table's. */
  let own: Map<string, T> | null = null;
  const compact = (): void => {
    if (own || layers.changed.size + layers.added.size <= mostBeside(layers.base)) return;
    own = new Map(live);
    Object.assign(layers, { base: own, changed: new Map(), added: new Map(), gone: 0 });
  };
  const note = (step: Step<T>): void => {
    forget(live);
    if (steps.length <= MOST_STEPS) steps.push(step);
  };
  return {
    live,
    set: (id, record) => {
      const before = live.get(id);
      note(before ? { before, after: record } : { after: record });
      if (own) own.set(id, record);
      else setBeside(layers, id, record);
      compact();
    },
    delete: (id) => {
      const before = live.get(id);
      if (!before) return;
      note({ before });
      if (own) own.delete(id);
      else deleteBeside(layers, id);
      compact();
    },
    finish: () => {
      const finished = new LayeredTable({ ...layers });
      handOn(table, finished, steps);
      return finished;
    },
  };
}
