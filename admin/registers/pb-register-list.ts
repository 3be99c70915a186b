import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { wanText } from '../../core/money.ts';
import type { Field } from '../../core/register/field.ts';
import type { Role } from '../../core/register/role.ts';
import { registerNamed, type RecordTypes, type RegisterName } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { deleteRecord, listRecords } from '../api/records.ts';
import { mayWrite } from '../app/sections.ts';
import { deleteQuestion, valueText, type TitleOf } from '../common/change-words.ts';
import { grouped } from '../common/format.ts';
import type { PageEvent } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import type { HistoryOf } from '../common/pb-history.ts';
import { problemText } from '../common/problem-text.ts';
import { loadReferences, titleOfRecord, titlesIn, type References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import type { RecordDraft } from './pb-record-dialog.ts';
import { formFields, listColumns } from './register-fields.ts';
import './pb-record-dialog.ts';
import '../common/pb-confirm.ts';
import '../common/pb-history.ts';
import { rowAction } from '../common/row-action.ts';

type AnyRecord = RecordTypes[RegisterName];

/** More rows are reached by searching: a list of thousands is read by nobody. */
const MOST_ROWS = 300;

/** The records of one register: searched, added, edited, deleted, with their history. */
@customElement('pb-register-list')
export class PbRegisterList extends PbElement {
  @property() register: RegisterName = 'projects';
  @property() viewer: Role = 'auditor';

  @state() private records: readonly AnyRecord[] | null = null;
  @state() private references: References = new Map();
  @state() private search = '';
  @state() private problem = '';
  @state() private draft: RecordDraft | null = null;
  @state() private doomed: AnyRecord | null = null;
  @state() private history: HistoryOf | null = null;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        min-width: 0;
        min-height: 0;
      }
      .rows {
        flex: 1;
        overflow: auto;
        min-height: 200px;
      }
      td {
        max-width: 260px;
      }
      .none {
        padding: 0 12px;
      }
      td:first-child {
        min-width: 150px;
      }
      td:not(:first-child) {
        white-space: nowrap;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('register')) return;
    this.records = null;
    this.search = '';
    this.draft = null;
    void this.load();
  }

  protected override render() {
    const declared = registerNamed(this.register);
    return html`
      <div class="bar">
        <h1>${labelText(declared.label)}</h1>
        <span class="soft"
          >${this.records ? msg(str`共 ${this.records.length} 条`, { id: 'registers.count' }) : nothing}</span
        >
        <span class="grow"></span>
        <label>
          <span class="sr">${msg('查找', { id: 'search' })}</span>
          <input
            type="search"
            placeholder=${msg('查找', { id: 'search' })}
            .value=${this.search}
            @input=${(event: InputEvent & { target: HTMLInputElement }) => (this.search = event.target.value)}
          />
        </label>
        ${
          this.mayWrite
            ? html`<button
                class="primary"
                type="button"
                @click=${() => (this.draft = { register: this.register, values: {} })}
              >
                ${msg('新增', { id: 'change.create' })}
              </button>`
            : nothing
        }
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing} ${this.renderRows()}
      <pb-record-dialog
        .draft=${this.draft}
        .references=${this.references}
        @pb-close=${() => (this.draft = null)}
        @pb-written=${this.onWritten}
      ></pb-record-dialog>
      <pb-confirm
        .question=${this.doomed ? deleteQuestion(this.titleOf(this.doomed)) : ''}
        .action=${msg('删除', { id: 'change.delete' })}
        .confirm=${() => void this.eraseDoomed()}
        @pb-close=${() => (this.doomed = null)}
      ></pb-confirm>
      <pb-history
        .of=${this.history}
        .titleOf=${titlesIn(this.references)}
        @pb-close=${() => (this.history = null)}
      ></pb-history>
    `;
  }

  private get mayWrite(): boolean {
    return mayWrite(this.viewer, registerNamed(this.register).write);
  }

  private renderRows() {
    const columns = listColumns(this.register);
    const rows = this.found();
    return html`
      <div class="rows panel" tabindex="0" role="region" aria-label=${labelText(registerNamed(this.register).label)}>
        <table class="list">
          <thead>
            <tr>
              ${columns.map(([, field]) => html`<th scope="col" class=${this.classOf(field.kind)}>${labelText(field.label)}${field.kind === 'yuan' ? msg('（万元）', { id: 'form.in-wan' }) : nothing}</th>`)}
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              rows.slice(0, MOST_ROWS),
              ({ id }) => id,
              (record) => this.renderRow(record),
            )}
          </tbody>
        </table>
        ${
          rows.length > MOST_ROWS
            ? html`<p class="soft none">
                ${msg(str`只显示前 ${MOST_ROWS} 条，请用查找缩小范围`, { id: 'registers.more' })}
              </p>`
            : nothing
        }
        ${this.records?.length && rows.length === 0 ? html`<p class="soft none">${msg('没有找到，请换个词', { id: 'search.none' })}</p>` : nothing}
        ${this.records?.length === 0 ? html`<p class="soft none">${msg('还没有记录', { id: 'registers.none' })}</p>` : nothing}
      </div>
    `;
  }

  private renderRow(record: AnyRecord) {
    const values: Readonly<Record<string, unknown>> = { ...record };
    const titleOf = titlesIn(this.references);
    const title = this.titleOf(record);
    return html`
      <tr>
        ${listColumns(this.register).map(
          ([name, field]) =>
            html`<td class=${this.classOf(field.kind)}>${this.cellText(field, values[name], titleOf)}</td>`,
        )}
        <td class="actions">
          ${this.mayWrite ? rowAction(msg('修改', { id: 'change.update' }), title, () => this.edit(record)) : nothing}
          ${rowAction(msg('历史', { id: 'registers.history' }), title, () => (this.history = { register: this.register, record: record.id, title }))}
          ${
            this.mayWrite
              ? rowAction(msg('删除', { id: 'change.delete' }), title, () => (this.doomed = record), { danger: true })
              : nothing
          }
        </td>
      </tr>
    `;
  }

  /** Amounts stand in the unit that the heading names. */
  private cellText(field: Field, value: unknown, titleOf: TitleOf): string {
    return field.kind === 'yuan' && typeof value === 'number'
      ? grouped(wanText(value))
      : valueText(field, value, titleOf);
  }

  private classOf(kind: string): string {
    return kind === 'yuan' || kind === 'integer' ? 'number' : '';
  }

  private titleOf(record: AnyRecord): string {
    return titleOfRecord(registerNamed(this.register), record, titlesIn(this.references));
  }

  /** Records whose shown values hold every word of the search. */
  private found(): readonly AnyRecord[] {
    const words = this.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const columns = listColumns(this.register);
    const titleOf = titlesIn(this.references);
    return (this.records ?? []).filter((record) => {
      const values: Readonly<Record<string, unknown>> = { ...record };
      const text = columns
        .map(([name, field]) => valueText(field, values[name], titleOf))
        .join(' ')
        .toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  private edit(record: AnyRecord): void {
    const { id, revision } = record;
    this.draft = { register: this.register, id, revision, values: { ...record } };
  }

  private async load(): Promise<void> {
    const asked = this.register;
    try {
      const [{ records }, references] = await Promise.all([
        listRecords(asked),
        loadReferences(formFields(asked, true)),
      ]);
      if (asked !== this.register) return;
      this.records = records;
      this.references = references;
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async eraseDoomed(): Promise<void> {
    const record = this.doomed;
    this.doomed = null;
    if (!record) return;
    try {
      await deleteRecord(this.register, record.id, record.revision);
      await this.load();
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onWritten(event: PageEvent<'pb-written'>): void {
    event.stopPropagation();
    this.draft = null;
    void this.load();
  }
}
