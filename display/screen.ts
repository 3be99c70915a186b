/** A screen's life: find out who it is, play, and pair anew when it is nobody. */
import { duration } from '../core/time.ts';
import { askIdentity, spendLink } from './live/api.ts';
import { Memory, type Kept } from './live/kept.ts';
import { keepPage, onNewerPage } from './live/page-keeper.ts';
import { comesBack, isControlled } from './health/comes-back.ts';
import { readMemory } from './health/memory.ts';
import { ScreenWatch } from './health/screen-watch.ts';
import { ReloadNotes, shouldReload } from './live/reload.ts';
import { socketTo } from './live/connection.ts';
import { ScreenClient } from './live/screen-client.ts';
import { afterFrame } from './motion/after-frame.ts';
import { calmer, type Motion } from './motion/motion.ts';
import { PbPairing } from './pairing/pb-pairing.ts';
import { PbStage } from './stage/pb-stage.ts';
import { windowStage } from './stage/window-stage.ts';
import { report } from './report.ts';
import { MEDIA } from './media/media-store.ts';
import { wantedMedia } from './media/wanted.ts';

const RETRY_MS = duration(5_000);

const pause = (length: number): Promise<void> => new Promise((done) => setTimeout(done, length));
const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

const LINK = /^#pair=([\w.~-]+)$/;

/** Takes the token out of the address, so that nobody reads it from the screen or its history. */
function takeToken(): string | null {
  const match = LINK.exec(location.hash);
  if (match) history.replaceState(null, '', location.pathname + location.search);
  return match?.[1] ?? null;
}

async function useLink(): Promise<void> {
  const token = takeToken();
  if (token === null) return;
  try {
    if (!(await spendLink(token))) report('the link is not valid any more');
  } catch (error) {
    report('the link could not be used', error);
  }
}

/** A link that is pasted where the page is open already changes nothing but the fragment. */
const reloadForLinks = (): void =>
  addEventListener('hashchange', () => {
    if (LINK.test(location.hash)) location.reload();
  });

/** Who this screen is: what the server says, or what was kept when it is away. Pairs when it is nobody. */
async function identify(memory: Memory): Promise<Kept> {
  const waiting = new PbStage();
  waiting.stage = windowStage();
  document.body.append(waiting);
  try {
    return await untilKnown(memory);
  } finally {
    waiting.remove();
  }
}

async function untilKnown(memory: Memory): Promise<Kept> {
  for (;;) {
    const [identity, kept] = await Promise.all([askIdentity(), memory.load()]);
    if (identity.kind === 'known') {
      const same = kept?.screen.id === identity.screen.id ? kept : null;
      const { heard: _, ...known } = same ?? {};
      return { clockOffset: 0, ...known, screen: identity.screen };
    }
    if (identity.kind === 'unreachable') {
      if (kept) return kept;
      await pause(RETRY_MS);
      continue;
    }
    await memory.forget();
    await pair();
  }
}

/** Shows the pairing page until somebody has claimed its code. */
async function pair(): Promise<void> {
  const page = new PbPairing();
  document.body.append(page);
  await page.paired;
  page.remove();
}

/** Plays until this browser is no screen any more. */
async function play(kept: Kept, memory: Memory, motion: Motion): Promise<void> {
  const stage = new PbStage();
  stage.motion = calmer(motion, kept.screen.motion ?? 'full');
  stage.stage = kept.screen.stage;
  const notes = new ReloadNotes();
  await new Promise<void>((unpaired) => {
    const client: ScreenClient = new ScreenClient(kept, {
      openSocket: () => socketTo(location),
      askIdentity,
      viewport: () => `${window.innerWidth}x${window.innerHeight}@${window.devicePixelRatio}`,
      onChange: () => void draw(client, stage, motion),
      onRetime: () => stage.retime(),
      onUnpaired: () => {
        client.stop();
        watch.stop();
        stopListening();
        unpaired();
      },
      onBuild: (build) => {
        if (build === '' || shouldReload(__BUILD__, build, notes.reloadedFor))
          watch.newBuild(build || `not ${__BUILD__}`);
      },
      showing: () => ({ slide: stage.showing?.slide ?? '', page: stage.showing?.page ?? 0 }),
      health: () => watch.report(),
      keep: (state) => void memory.save(state),
      onHeard: (at) => void memory.noteHeard(at),
    });
    const watch = watchOver(client, stage, notes);
    const stopListening = onNewerPage(() => watch.newBuild('kept page'));
    stage.now = () => client.clock.now();
    stage.onFault = (slide, kind, error) => watch.fault(slide, kind, error);
    const turned = async (): Promise<void> => {
      await afterFrame();
      client.tellStatus();
      watch.turned();
    };
    stage.addEventListener('showing', () => void turned());
    document.body.append(stage);
    void draw(client, stage, motion);
    client.start();
    watch.start();
  });
  stage.remove();
  await memory.forget();
}

/** A watch over a page that plays. */
const watchOver = (client: ScreenClient, stage: PbStage, notes: ReloadNotes): ScreenWatch =>
  new ScreenWatch({
    screen: () => client.screen.id,
    now: () => client.clock.now(),
    showing: () => stage.showing,
    quietHour: () => client.replica?.programme.quietHour,
    flips: () => stage.takeFlips(),
    clock: () => client.clock.report(),
    media: () => MEDIA.status(),
    coldStart: isControlled,
    memory: readMemory,
    isVisible: () => document.visibilityState === 'visible',
    notes,
    retime: () => stage.retime(),
    tell: () => client.tellStatus(),
    comesBack,
    reload: () => location.reload(),
  });

/** Draws what the client has, and says so when its pixels are up. */
async function draw(client: ScreenClient, stage: PbStage, motion: Motion): Promise<void> {
  const { replica, screen, offlineMinutes } = client;
  if (JSON.stringify(stage.stage) !== JSON.stringify(screen.stage)) stage.stage = screen.stage;
  stage.motion = calmer(motion, screen.motion ?? 'full');
  stage.offlineMinutes = offlineMinutes;
  stage.greeted = client.greeted;
  stage.screenName = screen.name;
  stage.testCard = screen.testCard === true;
  if (!replica) return;
  MEDIA.want(wantedMedia(replica.programme, client.clock.now(), screen.stage));
  if (stage.programme === replica.programme) return;
  stage.programme = replica.programme;
  await stage.drawn;
  await nextFrame();
  await nextFrame();
  stage.dataset['revision'] = String(replica.position.revision);
  client.painted(replica.position.revision);
}

export async function startScreen(motion: Motion): Promise<void> {
  const memory = new Memory();
  void MEDIA.keep();
  await useLink();
  reloadForLinks();
  void keepPage();
  for (;;) await play(await identify(memory), memory, motion);
}
