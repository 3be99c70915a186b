import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type {
  ImportColumn,
  ImportCounts,
  ImportedChange,
  ImportNote,
  ImportRow,
  RowFate,
} from '../../core/import/types.ts';
import { FATES, readImportRows, type RowsPage } from '../api/imports.ts';
import { asProblem } from '../api/problem.ts';
import { fire } from '../common/events.ts';
import type { TitleOf } from '../common/change-words.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { fateText, importProblemText, kindText } from './import-words.ts';
import { changeLines, changeWords, noteWords } from './row-words.ts';

const PAGE = 50;

const FATE_BADGES: Readonly<Record<RowFate, string>> = {
  create: 'badge good',
  update: 'badge accent',
  same: 'badge',
  skip: 'badge',
  blocked: 'badge warn',
};

/** How many rows of the sheet have a fate; everything that is no record is skipped. */
export const rowsOf = (counts: ImportCounts, fate: RowFate | null): number => {
  if (fate === null) return counts.rows;
  const { rows, create, update, same, blocked } = counts;
  return fate === 'skip' ? rows - create - update - same - blocked : counts[fate];
};

/** Every row of the sheet with what it would do and what was done to its cells, page by page; fires `pb-fate`. */
@customElement('pb-import-rows')
export class PbImportRows extends PbElement {
  @property() import = '';
  /** Of the preview: another one has other rows. */
  @property({ type: Number }) revision = 0;
  @property({ attribute: false }) counts!: ImportCounts;
  @property({ attribute: false }) columns: readonly ImportColumn[] = [];
  @property({ attribute: false }) fate: RowFate | null = null;

  @state() private page: RowsPage | null = null;
  @state() private from = 0;
  /** Also what is done as usual is listed. */
  @state() private all = false;
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      :host {
        padding: 12px 16px;
      }
      .fates {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .fates button[aria-pressed='true'] {
        background: var(--accent);
        border-color: var(--accent);
        color: #fff;
      }
      .rows {
        margin-top: 8px;
        overflow-x: auto;
      }
      table.list {
        min-width: 760px;
        table-layout: fixed;
      }
      table.list td {
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      table.list th:nth-child(1) {
        width: 56px;
      }
      table.list th:nth-child(2) {
        width: 20%;
      }
      table.list th:nth-child(3) {
        width: 84px;
      }
      tbody tr {
        content-visibility: auto;
      }
      tr.other td {
        color: var(--ink-soft);
        background: var(--surface-soft);
      }
      .badge.accent {
        background: var(--accent-soft);
        color: var(--accent-deep);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li.warning .what {
        color: var(--warn);
        font-weight: 600;
      }
      li.blocking .what {
        color: var(--bad);
        font-weight: 600;
      }
      code {
        padding: 0 4px;
        border-radius: 3px;
        background: #e8ecf0;
        font:
          12px/1.5 ui-monospace,
          monospace;
        color: #3b4653;
      }
      .usual {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .none {
        padding: 0 12px;
      }
      .pager {
        justify-content: center;
        margin-top: 10px;
      }
      details summary {
        cursor: pointer;
        color: var(--ink-soft);
        font-size: 13px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('fate')) this.from = 0;
    if (['import', 'revision', 'fate', 'from'].some((name) => changed.has(name as keyof PbImportRows)))
      void this.load();
  }

  protected override render() {
    return html`
      <div class="bar">
        <h2>${msg('逐行预览', { id: 'import.rows' })}</h2>
        <div class="fates" role="group" aria-label=${msg('筛选', { id: 'import.filter' })}>
          ${[null, ...FATES].map((fate) => this.renderFate(fate))}
        </div>
        <span class="grow"></span>
        <label class="small usual">
          <input type="checkbox" .checked=${this.all} @change=${() => (this.all = !this.all)} />
          ${msg('展开常规转换', { id: 'import.show-all' })}
        </label>
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div class="rows panel" tabindex="0" role="region" aria-label=${msg('逐行预览', { id: 'import.rows' })}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col" class="number">${msg('行', { id: 'import.row' })}</th>
              <th scope="col">${msg('名称', { id: 'name' })}</th>
              <th scope="col">${msg('处理', { id: 'import.fate' })}</th>
              <th scope="col">${msg('写入内容', { id: 'import.changes' })}</th>
              <th scope="col">${msg('转换和提示', { id: 'import.notes' })}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.page?.rows ?? [],
              ({ row }) => row,
              (row) => this.renderRow(row),
            )}
          </tbody>
        </table>
        ${this.page?.rows.length === 0 ? html`<p class="soft none">${msg('没有这样的行', { id: 'import.no-rows' })}</p>` : nothing}
      </div>
      ${this.renderPager()}
    `;
  }

  private renderFate(fate: RowFate | null) {
    return html`
      <button
        class="small"
        type="button"
        aria-pressed=${fate === this.fate}
        @click=${() => fire(this, 'pb-fate', fate)}
      >
        ${fate === null ? msg('全部', { id: 'log.all' }) : fateText(fate)} ${rowsOf(this.counts, fate)}
      </button>
    `;
  }

  private renderPager() {
    const { page } = this;
    if (!page || page.total <= PAGE) return nothing;
    const last = Math.min(page.from + PAGE, page.total);
    return html`
      <div class="bar pager">
        <button type="button" ?disabled=${page.from === 0} @click=${() => (this.from = Math.max(0, page.from - PAGE))}>
          ${msg('上一页', { id: 'page.previous' })}
        </button>
        <span class="number">${msg(str`${page.from + 1}–${last}，共 ${page.total} 行`, { id: 'page.position' })}</span>
        <button type="button" ?disabled=${last >= page.total} @click=${() => (this.from = page.from + PAGE)}>
          ${msg('下一页', { id: 'page.next' })}
        </button>
      </div>
    `;
  }

  private renderRow(row: ImportRow) {
    const kind = kindText(row.kind);
    return html`
      <tr class=${kind ? 'other' : ''}>
        <td class="number">${row.row}</td>
        <td>${row.name ?? '—'}</td>
        <td>
          <span class=${FATE_BADGES[row.fate]}>${kind || fateText(row.fate)}</span>
        </td>
        <td>${this.renderChanges(row)}</td>
        <td>${this.renderNotes(row.notes)}</td>
      </tr>
    `;
  }

  private readonly titleOf: TitleOf = (register, id) => this.page?.names[`${register}/${id}`] ?? id;

  private renderChanges(row: ImportRow) {
    return changeLines(row.changes, row.register).map(
      ({ caption, changes }) => html`
        <div>
          ${caption ? html`<span class="soft">${caption}：</span>` : nothing}${changes.map(
            (change, index) => html`${index > 0 ? ' · ' : nothing}${this.renderChange(change)}`,
          )}
        </div>
      `,
    );
  }

  private renderChange(change: ImportedChange) {
    const { name, from, to } = changeWords(change, this.titleOf);
    return html`${name} ${from ? html`<span class="soft">${from}</span> → ` : nothing}<strong>${to}</strong>`;
  }

  private renderNotes(notes: readonly ImportNote[]) {
    const usual = notes.filter(({ severity }) => severity === 'info');
    const others = notes.filter(({ severity }) => severity !== 'info');
    const list = (each: readonly ImportNote[]) =>
      html`<ul>
        ${each.map((note) => this.renderNote(note))}
      </ul>`;
    return html`
      ${list(others)}
      ${
        usual.length > 0
          ? html`<details ?open=${this.all}>
              <summary>${msg(str`常规转换 ${usual.length} 处`, { id: 'import.usual' })}</summary>
              ${list(usual)}
            </details>`
          : nothing
      }
    `;
  }

  private renderNote(note: ImportNote) {
    const { code, severity, where, what, from, to } = noteWords(note, this.columns);
    return html`
      <li class=${severity}>
        <span class="what">${what}</span>
        ${where ? html`<span class="soft small">${where}</span>` : nothing}
        ${from ? html`<span class="small">“${from}”${to ? ` → ${to}` : ''}</span>` : nothing} <code>${code}</code>
      </li>
    `;
  }

  private async load(): Promise<void> {
    const { import: id, revision, fate, from } = this;
    if (id === '') return;
    try {
      const page = await readImportRows(id, { from, count: PAGE, fate });
      if (id !== this.import || revision !== this.revision || fate !== this.fate || from !== this.from) return;
      // A preview that is made anew brings its own rows when it is there.
      if (!page) return;
      this.page = page;
      this.problem = '';
      if (page.rows.length === 0 && page.total > 0) this.from = 0;
    } catch (error) {
      this.problem = importProblemText(asProblem(error));
    }
  }
}
