/**
 * Preview for the admin page: `/display/?preview=1` in an iframe of the same origin. It opens no socket and
 * pairs with nothing.
 *
 *   preview → parent  {type: 'paceboard-preview-ready'}            once, when it listens and its fonts are there
 *   parent → preview  {type: 'paceboard-preview', programme, stage, slide?, page?, scale?}
 *
 * `programme` and `stage` are the documents of core; the stage's x and y are ignored. With `slide` (an id of
 * the programme's slides) it stays on that slide, on `page` (from 0); without, it plays the loop by this
 * machine's clock. `scale` (1 unless given) is a CSS scale from the top left, so that an iframe of
 * stage × scale pixels shows the whole stage. Later messages replace the programme in place: rows move as on a
 * real screen. `?motion=none` in the address cuts instead of moving.
 */
import { instant } from '../../core/time.ts';
import type { Motion } from '../motion/motion.ts';
import { PbStage } from '../stage/pb-stage.ts';
import { parsePreview } from './message.ts';

export function startPreview(motion: Motion): void {
  const stage = new PbStage();
  stage.motion = motion;
  stage.now = () => instant(Date.now());
  document.body.append(stage);
  let shown = 0;
  window.addEventListener('message', (event) => {
    if (event.origin !== location.origin || event.source !== window.parent) return;
    const parsed = parsePreview(event.data);
    if (!parsed.ok) return;
    const { programme, stage: asked, pin, scale } = parsed.value;
    stage.stage = JSON.stringify(stage.stage) === JSON.stringify(asked) ? stage.stage : asked;
    stage.programme = programme;
    stage.pin = pin;
    stage.style.transform = scale === 1 ? '' : `scale(${scale})`;
    stage.style.transformOrigin = '0 0';
    shown += 1;
    const number = String(shown);
    void stage.drawn.then(() => (document.documentElement.dataset['drawn'] = number));
  });
  window.parent.postMessage({ type: 'paceboard-preview-ready' }, location.origin);
}
