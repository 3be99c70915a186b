import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { MONEY_UNITS } from '../../core/import/money-unit.ts';
import type { ImportColumn, ImportProfile, SheetSummary } from '../../core/import/types.ts';
import { isRegisterName, REGISTERS, registerNamed } from '../../core/registers/index.ts';
import { profileOf, type ImportPatch, type PreviewHead } from '../api/imports.ts';
import { listRecords } from '../api/records.ts';
import { asProblem } from '../api/problem.ts';
import { fire } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import { profileText } from './import-words.ts';

type Chosen = Event & { readonly target: HTMLSelectElement | HTMLInputElement };

/** What a table may be read as; the product's own registers keep their ways in. */
const PROFILES: readonly ImportProfile[] = [
  'ledger',
  ...Object.keys(REGISTERS)
    .filter(isRegisterName)
    .filter((name) => !registerNamed(name).system),
];

/** What another sheet or another kind of table makes void. */
const AFRESH: ImportPatch = { columns: null, year: null, asOf: null, moneyUnit: null };

const sheetOption = ({ name, rows, hidden }: SheetSummary): readonly [value: string, text: string] => {
  const tail = hidden ? ` · ${msg('隐藏', { id: 'import.hidden' })}` : '';
  return [name, `${name} · ${msg(str`${rows} 行`, { id: 'import.row-count' })}${tail}`];
};

/** What was recognised of a sheet, to be corrected: fires `pb-import-choice`. */
@customElement('pb-import-setup')
export class PbImportSetup extends PbElement {
  @property({ attribute: false }) preview!: PreviewHead;
  /** Columns that a person has mapped so far, by letter. */
  @property({ attribute: false }) mapped: Readonly<Record<string, string | null>> = {};
  @property() template = '';
  @property({ type: Boolean }) disabled = false;

  @state() private templates: readonly { readonly id: string; readonly name: string }[] = [];
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      :host {
        padding: 12px 16px;
      }
      .settings {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
        gap: 10px 14px;
        margin-top: 8px;
      }
      .settings label {
        display: flex;
        flex-direction: column;
        gap: 3px;
        min-width: 0;
      }
      select,
      input {
        width: 100%;
      }
      details {
        margin-top: 12px;
      }
      summary {
        cursor: pointer;
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(228px, 1fr));
        gap: 8px 14px;
        margin-top: 10px;
      }
      .column {
        display: grid;
        grid-template-columns: 2.2em minmax(0, 1fr);
        gap: 2px 6px;
        padding: 6px 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .column.out {
        border-style: dashed;
        background: var(--surface-soft);
      }
      .letter {
        grid-row: 1 / 3;
        align-self: center;
        color: var(--ink-soft);
        font-weight: 600;
        text-align: center;
      }
      .heading {
        overflow: hidden;
        font-size: 13px;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadTemplates();
  }

  protected override render() {
    const { sheets, title, year, asOf, moneyUnit, profile } = this.preview;
    return html`
      <h2>${title || msg('识别结果', { id: 'import.recognised' })}</h2>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div class="settings">
        ${this.renderSheets(sheets)}
        ${this.renderSelect(
          msg('表格类型', { id: 'import.profile' }),
          PROFILES.map((each) => [each, profileText(each)] as const),
          profile,
          (value) => this.choose({ ...AFRESH, profile: profileOf(value) }),
        )}
        ${profile === 'ledger' ? this.renderDates(year, asOf) : nothing}
        ${this.renderSelect(
          msg('金额单位', { id: 'import.money-unit' }),
          MONEY_UNITS.map((unit) => [unit, unit] as const),
          moneyUnit,
          (value) => this.choose({ moneyUnit: MONEY_UNITS.find((unit) => unit === value) ?? null }),
        )}
        ${
          this.templates.length > 0
            ? this.renderSelect(
                msg('套用模板', { id: 'import.template' }),
                [['', '—'] as const, ...this.templates.map(({ id, name }) => [id, name] as const)],
                this.template,
                (value) => this.choose({ template: value || null, columns: null }),
              )
            : nothing
        }
      </div>
      ${this.renderColumns()}
    `;
  }

  private renderSheets(sheets: readonly SheetSummary[]) {
    return this.renderSelect(
      msg('工作表', { id: 'import.sheet' }),
      sheets.map(sheetOption),
      sheets.find(({ chosen }) => chosen)?.name ?? '',
      (value) => this.choose({ ...AFRESH, profile: null, sheet: value }),
    );
  }

  private renderDates(year: number | null, asOf: string | null) {
    return html`
      <label>
        ${msg('计划年度', { id: 'import.year' })}
        <input
          type="number"
          min="1990"
          max="2199"
          ?disabled=${this.disabled}
          .value=${live(year === null ? '' : String(year))}
          @change=${({ target }: Chosen) => this.choose({ year: target.value ? Number(target.value) : null })}
        />
      </label>
      <label>
        ${msg('截至日期', { id: 'import.as-of' })}
        <input
          type="date"
          ?disabled=${this.disabled}
          .value=${live(asOf ?? '')}
          @change=${({ target }: Chosen) => this.choose({ asOf: target.value || null })}
        />
      </label>
    `;
  }

  private renderSelect(
    label: string,
    options: readonly (readonly [value: string, text: string])[],
    chosen: string,
    choose: (value: string) => void,
  ) {
    return html`
      <label>
        ${label}
        <select
          ?disabled=${this.disabled}
          .value=${live(chosen)}
          @change=${({ target }: Chosen) => choose(target.value)}
        >
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
        </select>
      </label>
    `;
  }

  private renderColumns() {
    const { columns, header } = this.preview;
    const used = columns.filter(({ heading, field }) => heading !== '' || field !== null);
    const out = used.filter(({ field }) => field === null).length;
    const where = header.top === header.bottom ? `${header.top}` : `${header.top}–${header.bottom}`;
    return html`
      <details>
        <summary>
          ${msg(str`表头在第 ${where} 行，${used.length} 列，其中 ${out} 列不导入`, { id: 'import.columns' })}
        </summary>
        <div class="columns">${used.map((column) => this.renderColumn(column))}</div>
      </details>
    `;
  }

  private renderColumn({ letter, heading, field, secret, hidden }: ImportColumn) {
    return html`
      <div class="column ${field === null ? 'out' : ''}">
        <span class="letter">${letter}</span>
        <span class="heading" title=${heading}>
          ${heading || '—'}
          ${secret ? html`<span class="badge warn">${msg('保密', { id: 'import.secret' })}</span>` : nothing}
          ${hidden ? html`<span class="badge">${msg('隐藏', { id: 'import.hidden' })}</span>` : nothing}
        </span>
        <select
          aria-label=${`${letter} ${heading}`}
          ?disabled=${this.disabled}
          .value=${live(field ?? '')}
          @change=${({ target }: Chosen) => this.choose({ columns: { ...this.mapped, [letter]: target.value || null } })}
        >
          <option value="" ?selected=${field === null}>${msg('不导入', { id: 'import.leave-out' })}</option>
          ${
            field !== null && !this.preview.fields.some(({ id }) => id === field)
              ? html`<option value=${field} selected>${heading.split('/').at(-1)}</option>`
              : nothing
          }
          ${this.preview.fields.map(
            ({ id, label }) => html`<option value=${id} ?selected=${id === field}>${labelText(label)}</option>`,
          )}
        </select>
      </div>
    `;
  }

  private choose(patch: ImportPatch): void {
    fire(this, 'pb-import-choice', patch);
  }

  private async loadTemplates(): Promise<void> {
    try {
      const { records } = await listRecords('importTemplates');
      this.templates = records.map(({ id, name }) => ({ id, name }));
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
