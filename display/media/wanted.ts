/** Which files a screen wants to have, those that are due next first. */
import { entriesInOrder, inOrder } from '../../core/keyed-rows.ts';
import { nowShowing } from '../../core/programme/now-showing.ts';
import { onAirAt } from '../../core/programme/on-air.ts';
import type { Programme, ProgrammeSlide } from '../../core/programme/programme.ts';
import { mediaAddress, mediaOf } from '../../core/slides/media.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Instant } from '../../core/time.ts';

type Slides = Readonly<Record<string, ProgrammeSlide>>;

/** The loop from the slide that is on. */
function fromNow(slides: Slides, shown: string | undefined): readonly ProgrammeSlide[] {
  const loop = entriesInOrder(slides);
  const at = Math.max(
    0,
    loop.findIndex(([id]) => id === shown),
  );
  return [...loop.slice(at), ...loop.slice(0, at)].map(([, slide]) => slide);
}

/** The addresses of all files of a programme, each once: of what is on air, of the rest of the day, of all windows. */
export function wantedMedia(programme: Programme, now: Instant, stage: Stage): readonly string[] {
  const windows = inOrder(programme.windows ?? {});
  const others = [programme.slides, ...windows.map(({ slides }) => slides ?? {})];
  const slides = [
    ...fromNow(onAirAt(programme, now).slides, nowShowing(programme, now, stage)?.slide),
    ...others.flatMap((each) => inOrder(each)),
  ];
  return [...new Set(slides.flatMap(mediaOf).map(mediaAddress))];
}
