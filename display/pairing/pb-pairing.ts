import { msg } from '@lit/localize';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { THEMES } from '../../core/theme/tokens.ts';
import { isLow, layoutOf } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { askCode, askOutcome, type PairingCode } from '../live/api.ts';
import { baseStyles } from '../parts/base.ts';
import { backdrop } from '../stage/backdrop.ts';
import { colourVariables, sizeVariables } from '../stage/variables.ts';
import { windowStage } from '../stage/window-stage.ts';
import { fitText } from '../text/fit.ts';
import { measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import { qrPath } from './qr.ts';
import ground from '../stage/backdrop.css?inline';
import styles from './pb-pairing.css?inline';
import { report } from '../report.ts';

const ASK_EVERY_MS = 2_000;

const pause = (length: number): Promise<void> => new Promise((done) => setTimeout(done, length));

/** What a browser shows that is no screen yet: a code, and where to type it in. */
export class PbPairing extends LitElement {
  static override readonly styles = [baseStyles, unsafeCSS(ground), unsafeCSS(styles)];
  static override readonly properties = { code: { state: true }, stage: { state: true } };

  declare code: PairingCode | undefined;
  declare stage: Stage;
  readonly #resize = (): void => {
    this.stage = windowStage();
  };

  /** Resolves when an admin has claimed the code. */
  readonly paired: Promise<void>;

  constructor() {
    super();
    this.stage = windowStage();
    this.paired = this.#untilPaired();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('resize', this.#resize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.#resize);
  }

  override render() {
    const { stage, code } = this;
    const layout = layoutOf(stage);
    const variables = { ...sizeVariables(stage, layout), ...colourVariables(THEMES.blue) };
    for (const [name, value] of Object.entries(variables)) this.style.setProperty(name, value);
    const low = isLow(layout);
    const address = `${location.origin}/admin/`;
    const digits = code?.code ?? '······';
    const room = stage.width * (low || stage.width < stage.height ? 0.94 : 0.56);
    const size = Math.floor(Math.min(stage.height * (low ? 0.62 : 0.3), room / (digits.length * 0.62)));
    return html`
      ${backdrop('blue', stage)}
      <div class="page ${low ? 'low' : ''} ${stage.width < stage.height ? 'tall' : ''}">
        <div class="words">
          ${low ? nothing : html`<h1>${msg('本屏等待配对', { id: 'pairing.title' })}</h1>`}
          <div class="code figures" ${styled({ 'font-size': size })}>${digits}</div>
          ${low ? nothing : this.#how(address, room)}
        </div>
        ${low ? nothing : this.#qr(`${address}#/screens/${digits}`, Math.floor(Math.min(stage.height * 0.46, stage.width * 0.34)))}
      </div>
    `;
  }

  #how(address: string, width: number) {
    const size = layoutOf(this.stage).secondaryText;
    const line = (text: string, largest: number) =>
      fitText(text, { width, size: largest, least: 12, maxLines: 2 }, measureText);
    const how = line(msg('在管理页“屏幕”中点“用配对码连接”，输入此码', { id: 'pairing.how' }), size);
    const where = line(address, Math.round(size * 1.15));
    return html`
      <p class="fitted" ${styled({ 'font-size': how.size })}>${how.lines.map((text) => html`<span>${text}</span>`)}</p>
      <p class="address" ${styled({ 'font-size': where.size })}>${where.lines[0]}</p>
    `;
  }

  #qr(text: string, size: number) {
    const { path, side } = qrPath(text);
    const secondary = layoutOf(this.stage).secondaryText;
    const scan = fitText(
      msg('或扫码打开管理页', { id: 'pairing.scan' }),
      { width: size, size: secondary, least: 8, maxLines: 1 },
      measureText,
    );
    return html`
      <div class="qr" ${styled({ width: size })}>
        <svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" ${styled({ width: size, height: size })}>
          <rect width=${side} height=${side} fill="#fff" />
          <path d=${path} fill="#000" />
        </svg>
        <small ${styled({ 'font-size': scan.size })}>${scan.lines[0]}</small>
      </div>
    `;
  }

  async #untilPaired(): Promise<void> {
    for (;;) {
      try {
        const code = await askCode();
        this.code = code;
        if (await this.#claimed(code)) return;
      } catch (error) {
        report('no pairing code yet', error);
        await pause(ASK_EVERY_MS);
      }
    }
  }

  /** Whether a code was claimed before it expired. */
  async #claimed(code: PairingCode): Promise<boolean> {
    for (;;) {
      await pause(ASK_EVERY_MS);
      const outcome = await askOutcome(code);
      if (outcome !== 'waiting') return outcome === 'paired';
    }
  }
}

customElements.define('pb-pairing', PbPairing);
