import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Table, TableRow } from '../../core/workbook/table.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { boardTone } from './board-tone.ts';
import { drawnColumns, type DrawnColumn } from './table-cells.ts';

/** A heading whose unit in brackets is not broken. */
const headingParts = (heading: string) => {
  const [, name, unit] = /^(.+?)((?:（| \()[^（(]*[）)])$/.exec(heading) ?? [];
  return name === undefined ? heading : html`${name}<wbr /><span class="unit">${unit}</span>`;
};

/** One table of a board, as its export has it. */
@customElement('pb-board-table')
export class PbBoardTable extends PbElement {
  @property({ attribute: false }) table: Table | null = null;

  static override styles = [
    controls,
    css`
      .rows {
        min-height: 0;
        overflow: auto;
      }
      /* Few columns stay together instead of standing far apart. */
      .rows.few {
        max-width: 640px;
      }
      table.list th {
        white-space: normal;
        vertical-align: bottom;
      }
      table.list th.number {
        min-width: 6.5em;
      }
      table.list th.date,
      table.list th.short {
        white-space: nowrap;
      }
      .unit,
      td.number,
      td.date,
      td.short {
        white-space: nowrap;
      }
      td.date {
        font-variant-numeric: tabular-nums;
      }
      td.long {
        min-width: 13em;
        max-width: 34em;
        overflow-wrap: anywhere;
      }
      tr.section td,
      tr.total td {
        font-weight: 600;
        background: var(--surface-soft);
      }
      tr.total td {
        border-top: 1px solid var(--line-strong);
      }
      @media (max-width: 700px) {
        .rows {
          height: auto;
          max-height: 75vh;
        }
        table.list th,
        table.list td {
          padding: 6px 8px;
        }
        td.short {
          white-space: normal;
          min-width: 6em;
        }
        table.list th.number {
          min-width: 4.6em;
        }
        td.long {
          min-width: 10em;
        }
        table.list th:first-child:not(.number),
        table.list td:first-child:not(.number) {
          position: sticky;
          left: 0;
          min-width: 8.5em;
          background: inherit;
        }
        table.list th:first-child:not(.number) {
          z-index: 2;
          background: #eaeef2;
        }
      }
    `,
  ];

  protected override render() {
    if (!this.table) return html``;
    const columns = drawnColumns(this.table);
    const isFew = columns.length < 4 && columns.every(({ look }) => look !== 'long');
    return html`
      <div
        class="rows panel ${isFew ? 'few' : ''}"
        tabindex="0"
        role="region"
        aria-label=${this.table.title ?? this.table.name}
      >
        <table class="list">
          <thead>
            <tr>
              ${columns.map(({ heading, look }) => html`<th scope="col" class=${look}>${headingParts(heading)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.table.rows.map((row) => this.renderRow(columns, row))}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderCell(text: string, state: string | undefined) {
    const look = text === '' ? null : boardTone(state);
    if (!look) return text;
    const sign = look.sign === '' ? nothing : html`<span aria-hidden="true">${look.sign}</span>`;
    return html`<span class="badge ${look.tone}">${sign} ${text}</span>`;
  }

  private renderRow(columns: readonly DrawnColumn[], { kind, values, states }: TableRow) {
    if (kind === 'note')
      return html`<tr>
        <td class="soft" colspan=${columns.length}>${values[0] ?? ''}</td>
      </tr>`;
    return html`
      <tr class=${kind}>
        ${columns.map(
          ({ look, textOf }, index) =>
            html`<td class=${look}>${this.renderCell(textOf(values[index] ?? null), states?.[index])}</td>`,
        )}
      </tr>
    `;
  }
}
