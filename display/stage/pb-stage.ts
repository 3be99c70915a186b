import { html, LitElement, nothing, unsafeCSS, type PropertyValues } from 'lit';
import type { Showing } from '../../core/programme/now-showing.ts';
import type { Programme } from '../../core/programme/programme.ts';
import { layoutOf } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { THEMES } from '../../core/theme/tokens.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import type { Instant } from '../../core/time.ts';
import type { Motion } from '../motion/motion.ts';
import { Deck } from '../player/deck.ts';
import { Player } from '../player/player.ts';
import type { Pin } from '../player/timing.ts';
import { backdrop } from './backdrop.ts';
import { useLocale } from '../words/locale.ts';
import { connectingText, noProgrammeText } from '../words/words.ts';
import { colourVariables, sizeVariables } from './variables.ts';
import ground from './backdrop.css?inline';
import styles from './pb-stage.css?inline';

/** What is on when there is nothing to show: never a blank wall. */
const safePage = (name: string, note: string) =>
  html`<div class="safe"><i></i><b>${name}</b>${note ? html`<small>${note}</small>` : nothing}</div>`;

/** The exact pixel window of a screen: background, the slides, and the line of time that passes. */
export class PbStage extends LitElement {
  static override readonly styles = [unsafeCSS(ground), unsafeCSS(styles)];
  static override readonly properties = {
    programme: { attribute: false },
    stage: { attribute: false },
    pin: { attribute: false },
    motion: { attribute: false },
    now: { attribute: false },
    offlineMinutes: { attribute: false },
    greeted: { attribute: false },
    blank: { state: true },
  };

  declare programme: Programme | undefined;
  declare stage: Stage | undefined;
  declare pin: Pin | undefined;
  declare motion: Motion;
  declare now: () => Instant;
  declare offlineMinutes: number | undefined;
  /** The server is there; without a programme it has none yet. */
  declare greeted: boolean | undefined;
  /** There is a programme, but nothing of it to show. */
  declare blank: boolean | undefined;

  #player: Player | null = null;
  #progress: Animation | null = null;
  #drawn: Promise<void> = Promise.resolve();

  /** What is on. */
  get showing(): Showing | null {
    return this.#player?.showing ?? null;
  }

  /** Resolves when the last programme that was set is drawn. */
  get drawn(): Promise<void> {
    return this.updateComplete.then(() => this.#drawn);
  }

  /** The server's clock was set anew. */
  retime(): void {
    this.#player?.retime();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#player?.stop();
    this.#player = null;
  }

  override render() {
    const { programme, stage } = this;
    if (!stage) return nothing;
    if (!programme)
      return html`${backdrop('blue', stage)}
      ${safePage('Paceboard', this.greeted ? noProgrammeText() : connectingText())}`;
    return html`
      ${backdrop(programme.theme, stage)} ${this.blank ? safePage(programme.issuer || 'Paceboard', '') : nothing}
      <div class="deck"></div>
      <div class="time"><i></i></div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { programme, stage } = this;
    if (!stage) return;
    if (changed.has('stage') || changed.has('programme')) this.#dress(programme?.theme ?? 'blue', stage);
    if (!programme || (changed.size === 1 && changed.has('blank'))) return;
    this.#drawn = this.#play(programme, stage);
  }

  #dress(theme: ThemeName, stage: Stage): void {
    const layout = layoutOf(stage);
    const variables = { ...sizeVariables(stage, layout), ...colourVariables(THEMES[theme] ?? THEMES.red) };
    for (const [name, value] of Object.entries(variables)) this.style.setProperty(name, value);
    this.style.setProperty('left', `${stage.x}px`);
    this.style.setProperty('top', `${stage.y}px`);
    this.dataset['theme'] = theme;
    this.dataset['profile'] = layout.profile;
  }

  async #play(programme: Programme, stage: Stage): Promise<void> {
    await useLocale(programme.locale);
    const place = this.renderRoot.querySelector<HTMLElement>('.deck');
    if (!place || !this.isConnected) return;
    this.#player ??= new Player(new Deck(place), {
      now: () => this.now(),
      onShowing: (showing) => this.#tell(showing),
    });
    const { motion, pin, offlineMinutes } = this;
    await this.#player.update({
      programme,
      stage,
      layout: layoutOf(stage),
      motion,
      ...(pin ? { pin } : {}),
      ...(offlineMinutes === undefined ? {} : { offlineMinutes }),
    });
  }

  #tell(showing: Showing | null): void {
    this.blank = showing === null;
    if (this.dataset['slide'] === showing?.slide && this.dataset['page'] === String(showing?.page)) {
      if (this.dataset['until'] === String(showing?.until)) return;
    }
    this.dataset['slide'] = showing?.slide ?? '';
    this.dataset['page'] = String(showing?.page ?? 0);
    this.dataset['until'] = String(showing?.until ?? 0);
    this.#runLine(showing);
    this.dispatchEvent(new CustomEvent('showing', { detail: showing }));
  }

  /** The line at the bottom: how much of the page's time has passed. */
  #runLine(showing: Showing | null): void {
    this.#progress?.cancel();
    this.#progress = null;
    const line = this.renderRoot.querySelector('.time i');
    if (!line || !showing || showing.until === Infinity || this.motion === 'none') return;
    const whole = showing.until - showing.from;
    const left = showing.until - this.now();
    const start = Math.min(1, Math.max(0, 1 - left / whole));
    this.#progress = line.animate([{ transform: `scaleX(${start})` }, { transform: 'scaleX(1)' }], {
      duration: Math.max(1, left),
      fill: 'both',
    });
  }
}

customElements.define('pb-stage', PbStage);
