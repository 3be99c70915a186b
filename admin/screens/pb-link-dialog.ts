import { msg, str } from '@lit/localize';
import { correction, generate } from 'lean-qr';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ScreenLink } from '../api/screens.ts';
import { fire } from '../common/events.ts';
import { momentText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';

/** Shows the link, and its QR code, that makes the browser that opens it the screen. */
@customElement('pb-link-dialog')
export class PbLinkDialog extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) link: ScreenLink | null = null;

  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @query('input') private field!: HTMLInputElement;

  static override styles = [
    controls,
    css`
      canvas {
        display: block;
        width: 220px;
        height: 220px;
        margin: 12px auto;
        image-rendering: pixelated;
      }
      input {
        width: 100%;
        font-family: ui-monospace, monospace;
        font-size: 13px;
      }
    `,
  ];

  protected override render() {
    const { link } = this;
    return html`
      <pb-dialog heading=${msg('在播放器上打开这个链接', { id: 'link.heading' })} ?open=${link !== null}>
        <div>${msg('用接大屏的电脑或播放盒打开，浏览器即成为这块屏幕。', { id: 'link.explain' })}</div>
        ${
          link
            ? html`
                <canvas role="img" aria-label=${msg('配对链接二维码', { id: 'link.qr' })}></canvas>
                <input
                  readonly
                  aria-label=${msg('配对链接', { id: 'link.label' })}
                  .value=${link.url}
                  @focus=${() => this.field.select()}
                />
                ${
                  link.expires === null
                    ? nothing
                    : html`<p class="soft small">
                        ${msg(str`${momentText(link.expires)} 前有效，请勿外传`, { id: 'link.expires' })}
                      </p>`
                }
              `
            : nothing
        }
        <button slot="actions" class="primary" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('完成', { id: 'done' })}
        </button>
      </pb-dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('link') || !this.link || !this.canvas) return;
    generate(this.link.url, { minCorrectionLevel: correction.M }).toCanvas(this.canvas, { pad: 2 });
  }
}
