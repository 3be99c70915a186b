import type { ReactiveController } from 'lit';
import type { Programme, ProgrammeSlide } from '../../core/programme/programme.ts';
import type { SlideKind } from '../../core/slides/kinds.ts';
import type { Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Instant } from '../../core/time.ts';
import type { Motion } from '../motion/motion.ts';

/** The output behind a stage: what a test card is about. */
export interface Output {
  /** The screen's name; empty in previews. */
  readonly name: string;
  /** The window itself, with rotation, safe edges and part of a wall. */
  readonly window: Stage;
}

/** What every slide knows besides its own data. */
export interface Surroundings {
  readonly programme: Programme;
  /** The canvas: upright, at 0/0, without safe edges; of a wall the whole picture. */
  readonly stage: Stage;
  readonly output?: Output;
  readonly layout: Layout;
  readonly motion: Motion;
  /** Whole minutes since the server was last heard, once that is worth a sign. */
  readonly offlineMinutes?: number;
}

/** All that a slide's element needs to draw one page. */
export interface Scene<K extends SlideKind = SlideKind> extends Surroundings {
  readonly id: string;
  readonly slide: Extract<ProgrammeSlide, { readonly kind: K }>;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /**
   * The slide, or another page of it, comes on at rest, without its entrance: what matters is what happens next, or most of its time
   * has passed. Its element has the attribute `at-rest`, as where nothing moves, and CSS animations are over at once.
   */
  readonly atRest: boolean;
  /**
   * The slide is mounted ahead of its turn and not seen yet: it stands at the first frame of its entrance and starts when
   * it is given a scene without this. Its element has the attribute `waiting` for so long, and CSS animations pause.
   */
  readonly waiting?: true;
  /** When the page came on, on the server's clock. */
  readonly from: Instant;
  /** The server's clock. */
  readonly now: () => Instant;
}

/** An element that draws one kind of slide. */
export interface SlideElement extends HTMLElement {
  scene: Scene | undefined;
  readonly updateComplete: Promise<boolean>;
  readonly addController?: (controller: ReactiveController) => void;
  /**
   * Fetches and decodes what the slide wants before it is seen; asked once, when the slide is mounted. The flip does not wait for it. A
   * slide whose preparation is refused is left out.
   */
  prepare?(): Promise<void>;
}

/** The event by which an element says that it failed in a frame of its own, outside of an update; its detail is the error. */
export const FAULT_EVENT = 'slide-fault';

export const tagOf = (kind: string): string =>
  `pb-slide-${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
