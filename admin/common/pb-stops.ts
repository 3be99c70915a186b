import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { STOP_KINDS } from '../../core/registers/permit-stops.ts';
import { isObject } from '../../core/result.ts';
import { controls } from '../style/controls.ts';
import { fire } from './events.ts';
import { labelText } from './locale.ts';
import { PbElement } from './pb-element.ts';
import { plainText } from './plain-text.ts';

type Row = Readonly<Record<string, string>>;
type Part = 'kind' | 'from' | 'to';
type PartEvent = Event & { readonly target: HTMLInputElement | HTMLSelectElement };

const rowsIn = (value: unknown): readonly Row[] =>
  (Array.isArray(value) ? value : [])
    .filter(isObject)
    .map(({ kind, from, to }) => ({ kind: plainText(kind), from: plainText(from), to: plainText(to) }));

const withoutEmpty = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''));

/** The spans in which a permit's clock stands still, a row each; fires `pb-stops`, undefined when none are left. */
@customElement('pb-stops')
export class PbStops extends PbElement {
  @property({ attribute: false }) value: unknown;
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
    `,
  ];

  protected override render() {
    const rows = rowsIn(this.value);
    return html`
      ${rows.map((row, index) => this.renderRow(rows, row, index))}
      ${
        this.disabled
          ? nothing
          : html`<button
              class="small"
              type="button"
              @click=${() => this.tell([...rows, { kind: 'correction', from: '', to: '' }])}
            >
              ${msg('添加停止计时', { id: 'stops.add' })}
            </button>`
      }
    `;
  }

  private renderRow(rows: readonly Row[], row: Row, index: number) {
    const set = (part: Part) => (event: PartEvent) =>
      this.tell(rows.map((each, at) => (at === index ? { ...each, [part]: event.target.value } : each)));
    const number = index + 1;
    return html`
      <div class="row">
        <select
          aria-label=${msg(str`第 ${number} 段的原因`, { id: 'stops.kind' })}
          ?disabled=${this.disabled}
          @change=${set('kind')}
        >
          ${Object.entries(STOP_KINDS).map(
            ([kind, label]) =>
              html`<option value=${kind} ?selected=${kind === row['kind']}>${labelText(label)}</option>`,
          )}
        </select>
        <input
          type="date"
          aria-label=${msg(str`第 ${number} 段的开始日期`, { id: 'stops.from' })}
          ?disabled=${this.disabled}
          .value=${row['from'] ?? ''}
          @change=${set('from')}
        />
        <span>～</span>
        <input
          type="date"
          aria-label=${msg(str`第 ${number} 段的结束日期（未结束留空）`, { id: 'stops.to' })}
          ?disabled=${this.disabled}
          .value=${row['to'] ?? ''}
          @change=${set('to')}
        />
        ${
          this.disabled
            ? nothing
            : html`<button
                class="quiet small"
                type="button"
                aria-label=${msg(str`移除第 ${number} 段`, { id: 'stops.remove' })}
                @click=${() => this.tell(rows.filter((_, at) => at !== index))}
              >
                ✕
              </button>`
        }
      </div>
    `;
  }

  private tell(rows: readonly Row[]): void {
    fire(this, 'pb-stops', rows.length === 0 ? undefined : rows.map(withoutEmpty));
  }
}
