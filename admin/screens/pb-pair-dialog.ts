import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Screen } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { claimCode } from '../api/screens.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';

/** Pairs the browser that shows a six-digit code with a screen; fires `pb-written`. */
@customElement('pb-pair-dialog')
export class PbPairDialog extends PbElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) screens: readonly Screen[] = [];
  /** The screen to choose at first: the one just made, say. */
  @property() preferred = '';

  /** The code to start with: that of the QR picture which led here. */
  @property() given = '';

  @state() private code = '';
  @state() private chosen = '';
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      label {
        display: flex;
        flex-direction: column;
        gap: 4px;
        margin-bottom: 12px;
      }
      input.code {
        width: 9em;
        font-size: 26px;
        letter-spacing: 0.25em;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') || changed.has('given')) {
      this.code = this.given;
      this.problem = '';
    }
    if (changed.has('open') || (changed.has('preferred') && this.preferred)) this.chosen = this.preferred;
    if (!this.screens.some(({ id }) => id === this.chosen)) this.chosen = this.screens[0]?.id ?? '';
  }

  protected override render() {
    return html`
      <pb-dialog heading=${msg('用配对码连接', { id: 'pair.heading' })} ?open=${this.open}>
        <label>
          ${msg('屏幕上显示的六位数字', { id: 'pair.code' })}
          <input
            class="code"
            autofocus
            inputmode="numeric"
            autocomplete="off"
            maxlength="7"
            .value=${this.code}
            @input=${(event: InputEvent & { target: HTMLInputElement }) => (this.code = event.target.value)}
          />
        </label>
        <label>
          ${msg('作为哪块屏幕', { id: 'pair.screen' })}
          <select @change=${(event: Event & { target: HTMLSelectElement }) => (this.chosen = event.target.value)}>
            ${this.screens.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.chosen}>${name}</option>`)}
          </select>
        </label>
        <p class="soft small">${msg('列表里没有？先“新增屏幕”，再回来配对。', { id: 'pair.new' })}</p>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button
          slot="actions"
          class="primary"
          type="button"
          ?disabled=${this.digits.length !== 6 || !this.chosen}
          @click=${() => void this.pair()}
        >
          ${msg('配对', { id: 'pair.submit' })}
        </button>
      </pb-dialog>
    `;
  }

  private get digits(): string {
    return this.code.normalize('NFKC').replace(/\D/g, '');
  }

  private async pair(): Promise<void> {
    this.problem = '';
    try {
      await claimCode(this.digits, this.chosen);
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem =
        problem.status === 404
          ? msg('没有这个配对码，可能已过期，请看屏幕上的新码', { id: 'pair.unknown' })
          : problemText(problem);
    }
  }
}
