import type { Programme, ProgrammeSlide } from '../../core/programme/programme.ts';
import type { SlideKind } from '../../core/slides/kinds.ts';
import type { Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Instant } from '../../core/time.ts';
import type { Motion } from '../motion/motion.ts';

/** What every slide knows besides its own data. */
export interface Surroundings {
  readonly programme: Programme;
  readonly stage: Stage;
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
  /** The slide comes on at rest, without its entrance: what matters is what happens next. */
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
}

export const tagOf = (kind: string): string =>
  `pb-slide-${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
