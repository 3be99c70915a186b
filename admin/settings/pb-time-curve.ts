import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WHOLE_YEAR } from '../../core/registers/time-curve.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { hundredthsText, typedHundredths } from './typed-number.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index);

/** The year evenly: what the curve is changed from. */
const EVEN = MONTHS.map((month) => Math.round(((month + 1) * WHOLE_YEAR) / 12));

/** What should be done by the end of each month, in percent; fires `pb-time-curve`, undefined when it is taken away. */
@customElement('pb-time-curve')
export class PbTimeCurve extends PbElement {
  @property({ attribute: false }) value: unknown;
  @property({ type: Boolean }) disabled = false;

  static override styles = [
    controls,
    css`
      .months {
        display: grid;
        grid-template-columns: repeat(6, minmax(0, 1fr));
        gap: 8px;
      }
      @media (max-width: 600px) {
        .months {
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }
      }
      label {
        display: flex;
        flex-direction: column;
        gap: 2px;
        font-size: 13px;
      }
      input {
        min-width: 0;
        text-align: right;
      }
      .bar {
        margin-top: 8px;
      }
    `,
  ];

  protected override render() {
    const values: readonly unknown[] | null = Array.isArray(this.value) ? this.value : null;
    return html`
      ${values ? html`<div class="months">${MONTHS.map((month) => this.renderMonth(values, month))}</div>` : nothing}
      ${this.disabled ? nothing : html`<div class="bar">${this.renderButtons(values !== null)}</div>`}
    `;
  }

  private renderMonth(values: readonly unknown[], month: number) {
    return html`
      <label>
        ${msg(str`${month + 1}月末 %`, { id: 'settings.curve-month' })}
        <input
          inputmode="decimal"
          ?disabled=${this.disabled}
          .value=${hundredthsText(values[month])}
          @change=${(event: Event & { readonly target: HTMLInputElement }) =>
            this.tell(values.map((each, at) => (at === month ? typedHundredths(event.target.value) : each)))}
        />
      </label>
    `;
  }

  private renderButtons(isThere: boolean) {
    return html`
      <button class="small" type="button" @click=${() => this.tell(EVEN)}>
        ${msg('按月均摊填入', { id: 'settings.curve-even' })}
      </button>
      ${
        isThere
          ? html`<button class="quiet small" type="button" @click=${() => this.tell(undefined)}>
              ${msg('清除曲线', { id: 'settings.curve-clear' })}
            </button>`
          : nothing
      }
    `;
  }

  private tell(values: readonly unknown[] | undefined): void {
    fire(this, 'pb-time-curve', values);
  }
}
