import { msg } from '@lit/localize';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Programme } from '../../core/programme/programme.ts';
import { DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';

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
      iframe {
        display: block;
        border: 0;
        margin: 0 auto;
        background: #000;
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
    return html`<iframe src="/display/?preview=1" title=${msg('预览', { id: 'preview.title' })}></iframe>`;
  }

  protected override updated(changed: PropertyValues): void {
    const { width, height } = this.stage;
    this.frame.style.width = `${Math.ceil(width * this.scale)}px`;
    this.frame.style.height = `${Math.ceil(height * this.scale)}px`;
    if (changed.size > 0) this.show();
  }

  /** Whole multiples on small walls, so that their pixels stay pixels; else as wide as there is room. */
  private get scale(): number {
    const fit = this.width / this.stage.width;
    return fit >= 2 ? Math.floor(fit) : fit || 1;
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
