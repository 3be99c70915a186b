/** How much of uploads is in memory at once, so that many of them, or slow ones, leave the screens theirs. */

/** What one upload holds, until its handler is done with it. */
export interface UploadShare {
  /** Takes more; false, and nothing taken, when there is no room. */
  readonly grow: (bytes: number) => boolean;
  readonly release: () => void;
}

export interface UploadRoom {
  readonly open: (account: string) => UploadShare;
}

/** A file stands in memory twice for a moment, while its pieces are joined. */
const MOST_BYTES = 256 * 2 ** 20;
/** Three of the largest workbooks. */
const MOST_PER_ACCOUNT = 96 * 2 ** 20;

export function createUploadRoom(): UploadRoom {
  const held = new Map<string, number>();
  const heldBy = (account: string): number => held.get(account) ?? 0;
  const all = (): number => [...held.values()].reduce((sum, bytes) => sum + bytes, 0);
  return {
    open: (account) => {
      const share = { bytes: 0 };
      return {
        grow: (bytes) => {
          if (heldBy(account) + bytes > MOST_PER_ACCOUNT || all() + bytes > MOST_BYTES) return false;
          held.set(account, heldBy(account) + bytes);
          share.bytes += bytes;
          return true;
        },
        release: () => {
          const left = heldBy(account) - share.bytes;
          share.bytes = 0;
          if (left > 0) held.set(account, left);
          else held.delete(account);
        },
      };
    },
  };
}
