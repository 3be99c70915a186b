import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LIGHT_PRESETS, LIGHTS, type LightPreset, type LightRule } from '../../core/metrics/light-rule.ts';
import { PACE_WORDS } from '../../core/metrics/pace-words.ts';
import { isObject } from '../../core/result.ts';
import { fire } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { plainText } from '../common/plain-text.ts';
import { controls } from '../style/controls.ts';
import { typedNumber } from './typed-number.ts';

type Draft = Readonly<Record<string, unknown>>;
type PartEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement };

const MOST_STEPS = 5;

const stepsIn = ({ steps }: Draft): readonly Draft[] => (Array.isArray(steps) ? steps.filter(isObject) : []);

/** The rule of lights in words, and the office's own bounds; fires `pb-light-rule`, undefined for none of its own. */
@customElement('pb-light-rule')
export class PbLightRule extends PbElement {
  /** The office's own rule; whatever else while it is typed. */
  @property({ attribute: false }) value: unknown;
  /** The rule that holds without one, and that an own one begins with. */
  @property() preset: LightPreset = 'standard';
  @property({ type: Boolean }) disabled = false;

  static override styles = [
    controls,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        margin-bottom: 6px;
      }
      input[type='text'] {
        width: 84px;
        text-align: right;
      }
    `,
  ];

  protected override render() {
    const own = isObject(this.value) ? this.value : null;
    const rule: Draft = own ?? { ...LIGHT_PRESETS[this.preset].rule };
    const locked = this.disabled || !own;
    return html`
      ${this.renderBasis(rule, locked)}
      ${stepsIn(rule).map((step, index) => this.renderStep(rule, step, index, locked))}
      <div class="row">
        <span>${msg('更低', { id: 'settings.light-below' })}</span>
        ${this.renderLight(rule['below'], msg('更低时的亮灯', { id: 'settings.light-below-name' }), locked, (below) =>
          this.tell({ ...rule, below }),
        )}
      </div>
      ${this.disabled ? nothing : this.renderButtons(rule, own !== null)}
    `;
  }

  private renderBasis(rule: Draft, locked: boolean) {
    const words: Readonly<Record<LightRule['basis'], string>> = {
      variance: msg('按进度偏差（百分点）', { id: 'settings.light-variance' }),
      attainment: msg('按序时达成度（%）', { id: 'settings.light-attainment' }),
      phasePlan: msg('按阶段计划完成率（%）', { id: 'settings.light-phase-plan' }),
    };
    return html`
      <div class="row">
        <select
          aria-label=${msg('亮灯依据', { id: 'settings.light-basis' })}
          ?disabled=${locked}
          @change=${(event: PartEvent) => this.tell({ ...rule, basis: event.target.value })}
        >
          ${Object.entries(words).map(
            ([basis, word]) => html`<option value=${basis} ?selected=${basis === rule['basis']}>${word}</option>`,
          )}
        </select>
      </div>
    `;
  }

  private renderStep(rule: Draft, step: Draft, index: number, locked: boolean) {
    const number = index + 1;
    const set = (part: Draft): void =>
      this.tell({ ...rule, steps: stepsIn(rule).map((each, at) => (at === index ? { ...each, ...part } : each)) });
    return html`
      <div class="row">
        <select
          aria-label=${msg(str`第 ${number} 档是否含本数`, { id: 'settings.light-included' })}
          ?disabled=${locked}
          @change=${(event: PartEvent) => set({ included: event.target.value === '≥' })}
        >
          ${['≥', '＞'].map((sign) => html`<option ?selected=${(sign === '≥') === step['included']}>${sign}</option>`)}
        </select>
        <input
          type="text"
          inputmode="decimal"
          aria-label=${msg(str`第 ${number} 档的界限`, { id: 'settings.light-from' })}
          ?disabled=${locked}
          .value=${plainText(step['from'])}
          @change=${(event: PartEvent) => set({ from: typedNumber(event.target.value) })}
        />
        ${this.renderLight(
          step['light'],
          msg(str`第 ${number} 档的亮灯`, { id: 'settings.light-name' }),
          locked,
          (light) => set({ light }),
        )}
        ${
          locked || stepsIn(rule).length === 1
            ? nothing
            : html`<button
                class="quiet small"
                type="button"
                aria-label=${msg(str`移除第 ${number} 档`, { id: 'settings.light-remove' })}
                @click=${() => this.tell({ ...rule, steps: stepsIn(rule).filter((_, at) => at !== index) })}
              >
                ✕
              </button>`
        }
      </div>
    `;
  }

  private renderLight(chosen: unknown, label: string, locked: boolean, set: (light: string) => void) {
    return html`
      <select aria-label=${label} ?disabled=${locked} @change=${(event: PartEvent) => set(event.target.value)}>
        ${LIGHTS.map(
          (light) =>
            html`<option value=${light} ?selected=${light === chosen}>
              ${PACE_WORDS[light].sign} ${labelText(PACE_WORDS[light].label)}
            </option>`,
        )}
      </select>
    `;
  }

  private renderButtons(rule: Draft, isOwn: boolean) {
    if (!isOwn) {
      return html`<button class="small" type="button" @click=${() => this.tell(rule)}>
        ${msg('以此为基础自定', { id: 'settings.light-own' })}
      </button>`;
    }
    const steps = stepsIn(rule);
    const lowest = steps.at(-1)?.['from'];
    const next = { light: 'behind', from: typeof lowest === 'number' ? lowest - 10 : 0, included: true };
    return html`
      ${
        steps.length < MOST_STEPS
          ? html`<button class="small" type="button" @click=${() => this.tell({ ...rule, steps: [...steps, next] })}>
              ${msg('添加一档', { id: 'settings.light-add' })}
            </button>`
          : nothing
      }
      <button class="quiet small" type="button" @click=${() => this.tell(undefined)}>
        ${msg('取消自定', { id: 'settings.light-preset' })}
      </button>
    `;
  }

  private tell(rule: Draft | undefined): void {
    fire(this, 'pb-light-rule', rule);
  }
}
