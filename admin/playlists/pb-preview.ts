import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Programme } from '../../core/programme/programme.ts';
import { canvasBox, placed, placementOf } from '../../core/stage/canvas.ts';
import { DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';

/** Of the page's height, what a preview takes at most: upright walls are seen as a whole. */
const HIGHEST_SHARE = 0.72;

/** Exactly what a screen will show: the display page itself, given a programme instead of a socket. */
@customElement('pb-preview')
export class PbPreview extends PbElement {
  @property({ attribute: false }) programme: Programme | null = null;
  @property({ attribute: false }) stage: Stage = DEFAULT_STAGE;
  /** The slide to stay on; empty lets the loop run. */
  @property() slide = '';
  /** The page of that slide, from 0. */
  @property({ type: Number }) page = 0;

  @state() private width = 0;

  @query('iframe') private frame!: HTMLIFrameElement;

  private ready = false;
  private readonly sizes = new ResizeObserver(([entry]) => {
    this.width = Math.floor(entry?.contentRect.width ?? 0);
  });
  private readonly onMessage = (event: MessageEvent<unknown>): void => {
    if (event.origin !== location.origin || event.source !== this.frame.contentWindow) return;
    const { data } = event;
    if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'paceboard-preview-ready')
      return;
    this.ready = true;
    this.show();
  };

  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        overflow: hidden;
        background: #000;
        border-radius: 4px;
      }
      .frame {
        position: relative;
        overflow: hidden;
        margin: 0 auto;
      }
      iframe {
        display: block;
        width: 100%;
        height: 100%;
        border: 0;
        background: #000;
      }
      .safe {
        position: absolute;
        box-sizing: border-box;
        border: 1px dashed #ffd84a;
        pointer-events: none;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.onMessage);
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A frame that is put back loads anew and says so.
    this.ready = false;
    removeEventListener('message', this.onMessage);
    this.sizes.disconnect();
  }

  protected override render() {
    return html`
      <div class="frame">
        <iframe src="/display/?preview=1" title=${msg('预览', { id: 'preview.title' })}></iframe>
        ${this.stage.safe ? html`<div class="safe" title=${msg('安全边', { id: 'stage.safe' })}></div>` : nothing}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    const { width, height } = this.stage;
    this.place('.frame', { width: Math.ceil(width * this.scale), height: Math.ceil(height * this.scale) });
    this.placeSafe();
    if (changed.size > 0) this.show();
  }

  /** Whole multiples on small walls, so that their pixels stay pixels; else as large as there is room. */
  private get scale(): number {
    const fit = Math.min(this.width / this.stage.width, (window.innerHeight * HIGHEST_SHARE) / this.stage.height);
    return fit >= 2 ? Math.floor(fit) : fit || 1;
  }

  private place(selector: string, box: Readonly<Record<string, number>>): void {
    const element = this.renderRoot.querySelector<HTMLElement>(selector);
    for (const [name, pixels] of Object.entries(box)) element?.style.setProperty(name, `${pixels}px`);
  }

  /** The line within which text stays, as it lies in the window. */
  private placeSafe(): void {
    const { stage, scale } = this;
    const { left, top, width, height } = placed(canvasBox(stage), placementOf(stage));
    this.place('.safe', { left: left * scale, top: top * scale, width: width * scale, height: height * scale });
  }

  private show(): void {
    if (!this.ready || !this.programme) return;
    const message = {
      type: 'paceboard-preview',
      programme: this.programme,
      stage: this.stage,
      scale: this.scale,
      ...(this.slide && this.programme.slides[this.slide] ? { slide: this.slide, page: this.page } : {}),
    };
    this.frame.contentWindow?.postMessage(message, location.origin);
  }
}
