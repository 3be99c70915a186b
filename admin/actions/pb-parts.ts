import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { AMOUNT_NAMES, sumOf, type AmountName, type Amounts } from '../../core/actions/amounts.ts';
import {
  LEAST_PARTS,
  PART_COLUMN_NAMES,
  PART_COLUMNS,
  partProblems,
  type PartColumn,
} from '../../core/actions/parts.ts';
import { wanText } from '../../core/money.ts';
import { fire } from '../common/events.ts';
import { textOfValue, valueOfText } from '../common/form-values.ts';
import { grouped } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';

/** A part as typed: amounts in 元, or the text that is none. */
export type PartRow = Readonly<Partial<Record<PartColumn, unknown>>>;

type CellEvent = Event & { readonly target: HTMLInputElement };

const isAmount = (column: PartColumn): column is AmountName => (AMOUNT_NAMES as readonly string[]).includes(column);

/** The amounts of a row that are usable; the others add nothing yet. */
const amountsIn = (row: PartRow): Partial<Amounts> =>
  Object.fromEntries(AMOUNT_NAMES.flatMap((name) => (typeof row[name] === 'number' ? [[name, row[name]]] : [])));

/** A row below the parts; a gap that is left stands out. */
const sumRow = (label: string, amounts: Amounts, isGap = false) => html`
  <tr>
    <th colspan="2" scope="row" class="soft">${label}</th>
    ${AMOUNT_NAMES.map(
      (name) =>
        html`<td class=${isGap && amounts[name] !== 0 ? 'number off' : 'number'}>
          ${grouped(wanText(amounts[name]))}
        </td>`,
    )}
    <td></td>
  </tr>
`;

/** The parts of a project that is split, a row each, with what is still to be shared out; fires `pb-parts`. */
@customElement('pb-parts')
export class PbParts extends PbElement {
  @property({ attribute: false }) rows: readonly PartRow[] = [];
  /** What the whole project has, in 元; null while it is not known. */
  @property({ attribute: false }) whole: Amounts | null = null;
  /** Marks the cells that cannot stay as they are. */
  @property({ type: Boolean }) checked = false;

  static override styles = [
    controls,
    css`
      .table {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 2px 4px;
        text-align: left;
        font-weight: normal;
      }
      th.number,
      td.number {
        text-align: right;
        white-space: nowrap;
      }
      input {
        width: 100%;
        min-width: 84px;
      }
      .code input {
        min-width: 124px;
      }
      .name input {
        min-width: 150px;
      }
      td.number input {
        text-align: right;
      }
      .off {
        color: var(--bad);
        font-weight: 600;
      }
    `,
  ];

  protected override render() {
    const problems = this.checked ? partProblems(this.rows) : [];
    const wrong = new Set(problems.map(({ row, column }) => `${row} ${column}`));
    return html`
      <div class="table">
        <table>
          <thead>
            <tr>
              ${PART_COLUMN_NAMES.map(
                (column) =>
                  html`<th class=${isAmount(column) ? 'number soft small' : 'soft small'} scope="col">
                    ${labelText(PART_COLUMNS[column].label)}${isAmount(column) ? msg('（万元）', { id: 'form.in-wan' }) : nothing}
                  </th>`,
              )}
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${this.rows.map((row, index) => this.renderRow(row, index, wrong))}
          </tbody>
          <tfoot>
            ${this.renderSums()}
          </tfoot>
        </table>
      </div>
      <button class="small" type="button" @click=${() => this.tell([...this.rows, {}])}>
        ${msg('添加一行', { id: 'parts.add' })}
      </button>
    `;
  }

  private renderRow(row: PartRow, index: number, wrong: ReadonlySet<string>) {
    const number = index + 1;
    return html`
      <tr>
        ${PART_COLUMN_NAMES.map((column) => this.renderCell(row, index, column, wrong.has(`${index} ${column}`)))}
        <td>
          <button
            class="quiet small"
            type="button"
            aria-label=${msg(str`移除第 ${number} 行`, { id: 'parts.remove' })}
            ?disabled=${this.rows.length <= LEAST_PARTS}
            @click=${() => this.tell(this.rows.filter((_, at) => at !== index))}
          >
            ✕
          </button>
        </td>
      </tr>
    `;
  }

  private renderCell(row: PartRow, index: number, column: PartColumn, isWrong: boolean) {
    const field = PART_COLUMNS[column];
    const number = index + 1;
    const name = labelText(field.label);
    return html`
      <td class=${isAmount(column) ? 'number' : column}>
        <input
          aria-label=${msg(str`第 ${number} 行${name}`, { id: 'parts.cell' })}
          aria-invalid=${isWrong}
          autocomplete="off"
          inputmode=${isAmount(column) ? 'decimal' : nothing}
          .value=${textOfValue(field, row[column])}
          @change=${(event: CellEvent) => {
            const value = valueOfText(field, event.target.value);
            const { [column]: _before, ...rest } = row;
            const next = value === undefined ? rest : { ...rest, [column]: value };
            this.tell(this.rows.map((each, at) => (at === index ? next : each)));
          }}
        />
      </td>
    `;
  }

  /** What the rows come to, what they should, and what is missing. */
  private renderSums() {
    const sums = sumOf(this.rows.map(amountsIn));
    const { whole } = this;
    const rest = (name: AmountName): number => (whole?.[name] ?? 0) - sums[name];
    return html`
      ${sumRow(msg('合计', { id: 'parts.sum' }), sums)}
      ${
        whole
          ? html`${sumRow(msg('原项目', { id: 'parts.whole' }), whole)}
            ${sumRow(
              msg('尚未分配', { id: 'parts.rest' }),
              sumOf([Object.fromEntries(AMOUNT_NAMES.map((name) => [name, rest(name)]))]),
              true,
            )}`
          : nothing
      }
    `;
  }

  private tell(rows: readonly PartRow[]): void {
    fire(this, 'pb-parts', rows);
  }
}
