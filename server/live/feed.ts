import { fingerprint } from '../../core/canonical.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { createMergePatch } from '../../core/merge-patch.ts';
import { programmeOf } from '../../core/programme/build.ts';
import type { PackageOf } from '../../core/programme/edition.ts';
import { spotlightFor } from '../../core/programme/spotlight.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { Position } from '../../core/protocol/messages.ts';
import type { Instant } from '../../core/time.ts';
import { encodeMessage } from './frame.ts';
import type { Limits } from './limits.ts';

/** A step of a group's document, encoded for all of its screens. */
export interface Update {
  readonly kind: 'snapshot' | 'patch';
  readonly frame: Buffer;
}

interface KeptPatch {
  readonly from: number;
  readonly fromHash: string;
  readonly frame: Buffer;
}

const withSpotlight = (ledger: Ledger, previous: Programme | null, next: Programme, now: Instant): Programme => {
  if (!previous || !ledger.tables.groups.get(next.group)?.spotlight) return next;
  const spotlight = spotlightFor(previous, next, now);
  return spotlight ? { ...next, spotlight } : next;
};

/** The programme of one group, and the frames that bring a screen to it. Knows no screen. */
export class Feed {
  readonly #group: string;
  readonly #limits: Pick<Limits, 'keptPatches' | 'keptPatchBytes'>;
  readonly #packageOf: PackageOf;
  #position: Position;
  #programme: Programme | null = null;
  #snapshot: Buffer | null = null;
  #patches: KeptPatch[] = [];
  #patchBytes = 0;

  constructor(
    group: string,
    epoch: string,
    limits: Pick<Limits, 'keptPatches' | 'keptPatchBytes'>,
    packageOf: PackageOf,
  ) {
    this.#packageOf = packageOf;
    this.#group = group;
    this.#limits = limits;
    this.#position = { epoch, revision: 0, hash: '' };
  }

  /** Where the document stands; without a document, revision 0 and no hash. */
  get position(): Position {
    return this.#position;
  }

  get programme(): Programme | null {
    return this.#programme;
  }

  /** Follows the ledger; null when that changes nothing for the group, which then keeps its revision. */
  update(ledger: Ledger, now: Instant): Update | null {
    const bare = programmeOf(ledger, this.#group, this.#packageOf);
    if (!bare) return null;
    const previous = this.#programme;
    const next = withSpotlight(ledger, previous, bare, now);
    const patch = previous && createMergePatch({ ...previous }, { ...next });
    if (previous && !patch) return null;
    const from = this.#position;
    this.#position = { epoch: from.epoch, revision: ledger.revision, hash: fingerprint(next) };
    this.#programme = next;
    this.#snapshot = null;
    if (!patch) return { kind: 'snapshot', frame: this.#wholeFrame(next) };
    const frame = encodeMessage({ type: 'patch', from: from.revision, patch, ...this.#position }, true);
    this.#keep({ from: from.revision, fromHash: from.hash, frame });
    return { kind: 'patch', frame };
  }

  /** The whole document, encoded once per revision; null while there is none. */
  snapshot(): Buffer | null {
    return this.#programme && this.#wholeFrame(this.#programme);
  }

  /**
   * The frames that bring a screen from `position` to now, or null when only a snapshot is sure: the gap must
   * be whole, start from the very document that the screen has, and be smaller than the document.
   */
  catchUp(position: Position): readonly Buffer[] | null {
    const { epoch, revision, hash } = this.#position;
    if (!this.#programme || position.epoch !== epoch || position.revision > revision) return null;
    if (position.hash === hash) {
      if (position.revision === revision) return [];
      return [encodeMessage({ type: 'patch', from: position.revision, patch: {}, ...this.#position })];
    }
    const first = this.#patches.findIndex((each) => each.from === position.revision);
    if (first < 0 || this.#patches[first]?.fromHash !== position.hash) return null;
    const frames = this.#patches.slice(first).map(({ frame }) => frame);
    const bytes = frames.reduce((sum, frame) => sum + frame.length, 0);
    return bytes < this.#wholeFrame(this.#programme).length ? frames : null;
  }

  #wholeFrame(programme: Programme): Buffer {
    return (this.#snapshot ??= encodeMessage({ type: 'snapshot', programme, ...this.#position }, true));
  }

  #keep(patch: KeptPatch): void {
    this.#patches.push(patch);
    this.#patchBytes += patch.frame.length;
    while (this.#patches.length > this.#limits.keptPatches || this.#patchBytes > this.#limits.keptPatchBytes) {
      this.#patchBytes -= this.#patches.shift()?.frame.length ?? 0;
    }
  }
}
