/** Where a video is, and whether it can be played at all. */

/** Later than this a page starts with what there is. */
const PATIENCE_MS = 8_000;
/** Smaller delays are the page's own turning: nobody misses them. */
const UNSEEN_S = 0.25;
/** A page that is longer by so much begins the video again; a shorter rest stands still on its last picture. */
const WORTH_LOOPING_S = 1;

export interface VideoPlace {
  /** Seconds from its beginning. */
  readonly at: number;
  readonly loops: boolean;
}

/** @param passed seconds since the page came on; @param length of the video and @param page of the page, in seconds. */
export function placeInVideo(passed: number, length: number, page: number): VideoPlace {
  // A page that is long over stays on: a preview, where the video plays again and again.
  const loops = Math.max(page, passed) > length + WORTH_LOOPING_S;
  if (passed < UNSEEN_S || length <= 0) return { at: 0, loops };
  return { at: loops ? passed % length : Math.min(passed, length), loops };
}

/**
 * Resolves when the first picture is there, or after a while in which the browser has not made up its mind.
 * @throws Error when it cannot play the file.
 */
export function playable(video: HTMLVideoElement): Promise<void> {
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => (): void => {
      clearTimeout(timer);
      video.removeEventListener('loadeddata', ready);
      video.removeEventListener('error', failed);
      end();
    };
    const ready = settle(resolve);
    const failed = settle(() =>
      reject(new Error(`the browser cannot play it: ${video.error?.message || video.error?.code}`)),
    );
    const timer = setTimeout(ready, PATIENCE_MS);
    video.addEventListener('loadeddata', ready);
    video.addEventListener('error', failed);
    if (video.error) failed();
  });
}
