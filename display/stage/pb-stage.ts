import { html, LitElement, nothing, unsafeCSS, type PropertyValues } from 'lit';
import type { Showing } from '../../core/programme/now-showing.ts';
import { onAirAt } from '../../core/programme/on-air.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { FlipReport } from '../../core/protocol/health.ts';
import { canvasOf, partOf } from '../../core/stage/canvas.ts';
import { layoutOf } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { THEMES } from '../../core/theme/tokens.ts';
import type { Instant } from '../../core/time.ts';
import type { Motion } from '../motion/motion.ts';
import type { Output } from '../slides/scene.ts';
import { Deck } from '../player/deck.ts';
import { Player, type PlayerPorts } from '../player/player.ts';
import type { Pin } from '../player/timing.ts';
import { useLocale } from '../words/locale.ts';
import { connectingText, noProgrammeText } from '../words/words.ts';
import { styled } from '../text/styled.ts';
import { canvasAt, groundLayer, picture } from './picture.ts';
import { colourVariables, sizeVariables, tokensOn } from './variables.ts';
import './pb-test-card.ts';
import ground from './backdrop.css?inline';
import styles from './pb-stage.css?inline';

/** What is on when there is nothing to show: never a blank wall. */
const safePage = (name: string, note: string) =>
  html`<div class="safe"><i></i><b>${name}</b>${note ? html`<small>${note}</small>` : nothing}</div>`;

/**
 * The exact pixel window of a screen, and in it the picture: background, the slides, and the line of time that passes.
 * `stage` is the window; what is below goes by its canvas.
 */
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
    testCard: { attribute: false },
    screenName: { attribute: false },
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
  /** The test card is on, whatever the programme. */
  declare testCard: boolean | undefined;
  declare screenName: string | undefined;
  /** There is a programme, but nothing of it to show. */
  declare blank: boolean | undefined;

  /** Hears of slides that cannot be drawn. */
  onFault: PlayerPorts['onFault'];

  #player: Player | null = null;
  #progress: Animation | null = null;
  #drawn: Promise<void> = Promise.resolve();
  /** Kept while it is the same, so that a window that only moves draws nothing anew. */
  #canvas: Stage | undefined;
  #output: Output | undefined;

  /** What is on. */
  get showing(): Showing | null {
    return this.#player?.showing ?? null;
  }

  /** How exactly pages turned since this was last asked. */
  takeFlips(): FlipReport | null {
    return this.#player?.flips.take() ?? null;
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
    return picture(
      stage,
      html`
        ${groundLayer(programme?.theme ?? 'blue', stage)}
        <div class="canvas" ${canvasAt(stage)}>
          ${this.#safePage()}
          <div class="deck"></div>
          <div class="time"><i></i></div>
        </div>
        ${this.testCard ? this.#card(stage) : nothing}
      `,
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.stage) return;
    if (changed.has('stage') || changed.has('screenName'))
      this.#output = { name: this.screenName ?? '', window: this.stage };
    if (!changed.has('stage')) return;
    const canvas = canvasOf(this.stage);
    if (JSON.stringify(canvas) !== JSON.stringify(this.#canvas)) this.#canvas = canvas;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { programme, stage } = this;
    if (!stage) return;
    if (changed.has('stage') || changed.has('programme')) this.#dress(programme, stage);
    this.toggleAttribute('data-card', this.testCard === true);
    if (!programme || (changed.size === 1 && changed.has('blank'))) return;
    this.#drawn = this.#play(programme, stage);
  }

  #safePage() {
    if (!this.programme) return safePage('Paceboard', this.greeted ? noProgrammeText() : connectingText());
    return this.blank ? safePage(this.programme.issuer || 'Paceboard', '') : nothing;
  }

  #card(stage: Stage) {
    const { left, top } = partOf(stage);
    return html`<pb-test-card .output=${this.#output} .now=${this.now} ${styled({ left, top })}></pb-test-card>`;
  }

  #dress(programme: Programme | undefined, stage: Stage): void {
    const canvas = this.#canvas ?? canvasOf(stage);
    const layout = layoutOf(canvas);
    const tokens = programme ? tokensOn(programme) : THEMES.blue;
    const variables = { ...sizeVariables(canvas, layout), ...colourVariables(tokens) };
    for (const [name, value] of Object.entries(variables)) this.style.setProperty(name, value);
    const { x, y, width, height } = stage;
    for (const [name, value] of Object.entries({ left: x, top: y, width, height }))
      this.style.setProperty(name, `${value}px`);
    this.dataset['theme'] = programme?.theme ?? 'blue';
    this.dataset['profile'] = layout.profile;
    this.toggleAttribute('data-turned', stage.rotation !== undefined);
    this.toggleAttribute('data-layer', Boolean(stage.rotation || stage.wall || x || y));
    if (!programme) this.toggleAttribute('data-dark', false);
  }

  async #play(programme: Programme, stage: Stage): Promise<void> {
    await useLocale(programme.locale);
    const place = this.renderRoot.querySelector<HTMLElement>('.deck');
    if (!place || !this.isConnected) return;
    this.#player ??= new Player(new Deck(place), {
      now: () => this.now(),
      onShowing: (showing) => this.#tell(showing),
      onFault: (slide, kind, error) => this.onFault?.(slide, kind, error),
    });
    const { motion, pin, offlineMinutes } = this;
    const canvas = this.#canvas ?? canvasOf(stage);
    await this.#player.update({
      programme,
      stage: canvas,
      layout: layoutOf(canvas),
      ...(this.#output ? { output: this.#output } : {}),
      motion,
      ...(pin ? { pin } : {}),
      ...(offlineMinutes === undefined ? {} : { offlineMinutes }),
    });
  }

  #tell(showing: Showing | null): void {
    this.blank = showing === null;
    this.toggleAttribute('data-dark', showing === null && this.#isDark());
    if (this.dataset['slide'] === showing?.slide && this.dataset['page'] === String(showing?.page)) {
      if (this.dataset['until'] === String(showing?.until)) return;
    }
    this.dataset['slide'] = showing?.slide ?? '';
    this.dataset['page'] = String(showing?.page ?? 0);
    this.dataset['until'] = String(showing?.until ?? 0);
    this.#runLine(showing);
    this.dispatchEvent(new CustomEvent('showing', { detail: showing }));
  }

  get #moves(): boolean {
    return this.motion === 'full' && this.programme?.roadside === undefined;
  }

  /** The schedule wants nothing to be seen. */
  #isDark(): boolean {
    return this.programme !== undefined && onAirAt(this.programme, this.now()).dark;
  }

  /** The line at the bottom: how much of the page's time has passed. */
  #runLine(showing: Showing | null): void {
    this.#progress?.cancel();
    this.#progress = null;
    const line = this.renderRoot.querySelector('.time i');
    if (!line || !showing || showing.until === Infinity || !this.#moves) return;
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
