import type { Result } from '../../core/result.ts';
import { fewAtOnce } from '../accounts/few-at-once.ts';
import type { Files } from '../files/files.ts';
import { forPhones, forScreens, readPicture, shrunk, sketchOf, type Picture, type PictureProblem } from './picture.ts';

/** The work on pictures, one after another: it is heavy, and the screens come first. */
export interface Pictures {
  /** So many wait already that another one should come again later. */
  readonly isCrowded: () => boolean;
  /** Makes what is kept of a handed-in file and does `then` with it before the next one's turn. */
  readonly take: <T>(bytes: Uint8Array, then: (outcome: Result<Picture, PictureProblem>) => Promise<T>) => Promise<T>;
  /** The small copy of a kept picture; null when the picture is not there. */
  readonly thumbnail: (sha: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** A kept picture as everybody may have it, sized for a phone; null when the picture is not there. */
  readonly phone: (sha: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** A kept picture as screens get it; null when the picture is not there. */
  readonly screen: (sha: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** A small copy of a picture that is not kept yet; null when it is none that could be kept. */
  readonly sketch: (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Handed-in files wait in memory, each of up to 20 MB. */
const MOST_WAITING = 8;
/** Small copies are some 15 kB each; browsers keep theirs. */
const MOST_THUMBNAILS = 500;
/** Copies for phones are some 150 kB each. */
const MOST_FOR_PHONES = 100;
/** Copies for screens are some 400 kB each; screens keep theirs, but many may ask for the same ones at a time. */
const MOST_FOR_SCREENS = 60;

export function createPictures(files: Files): Pictures {
  const intake = fewAtOnce(1, MOST_WAITING);
  const copying = fewAtOnce(1, Number.POSITIVE_INFINITY);
  const copies = (most: number, make: typeof shrunk) => {
    const kept = new Map<string, Uint8Array<ArrayBuffer>>();
    const keep = (sha: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
      kept.delete(sha);
      kept.set(sha, bytes);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return bytes;
    };
    return (sha: string) =>
      copying.run(async () => {
        const known = kept.get(sha);
        if (known) return keep(sha, known);
        const picture = await files.read(sha);
        return picture && keep(sha, await make(picture));
      });
  };
  return {
    isCrowded: intake.isCrowded,
    take: (bytes, then) => intake.run(async () => then(await readPicture(bytes))),
    sketch: (bytes) => copying.run(() => sketchOf(bytes)),
    thumbnail: copies(MOST_THUMBNAILS, shrunk),
    phone: copies(MOST_FOR_PHONES, forPhones),
    screen: copies(MOST_FOR_SCREENS, forScreens),
  };
}
