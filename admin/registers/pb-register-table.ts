import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Role } from '../../core/register/role.ts';
import { registerNamed, type RecordTypes, type RegisterName } from '../../core/registers/index.ts';
import type { TitleOf } from '../common/change-words.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { titleOfRecord } from '../common/references.ts';
import { routeHash } from '../common/router.ts';
import { rowAction } from '../common/row-action.ts';
import { mayReadTimeline } from '../history/timeline-model.ts';
import { controls } from '../style/controls.ts';
import { cellClass, cellContent } from './cells.ts';
import { columnsOf, type Column } from './columns.ts';
import { nextSort, WHOLE_LIST, type ListView } from './list-model.ts';
import { listStyles } from './list-styles.ts';

type AnyRecord = RecordTypes[RegisterName];

/** What can be done with a row. */
export interface RowActions {
  readonly viewer: Role;
  readonly writable: boolean;
  readonly open: (record: AnyRecord) => void;
  readonly showHistory: (record: AnyRecord) => void;
  readonly erase: (record: AnyRecord) => void;
}

/** Rows drawn at once: a list of thousands stays light. */
const PAGE = 100;

/** The rows of a register, a page at a time, in the order of a column. */
@customElement('pb-register-table')
export class PbRegisterTable extends PbElement {
  @property() register: RegisterName = 'projects';
  /** Null while they are being read. */
  @property({ attribute: false }) rows: readonly AnyRecord[] | null = null;
  /** The register has no records at all. */
  @property({ type: Boolean }) empty = false;
  @property({ attribute: false }) view: ListView = WHOLE_LIST;
  @property({ attribute: false }) titleOf: TitleOf = (_, id) => id;
  @property({ attribute: false }) actions: RowActions | null = null;
  @property({ attribute: false }) changeView: (view: ListView) => void = () => undefined;

  @state() private page = 0;
  @query('.rows') private scroller!: HTMLElement;

  static override styles = [controls, listStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') || changed.has('register')) this.page = 0;
    this.page = Math.min(this.page, this.pages - 1);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('page')) this.scroller.scrollTop = 0;
  }

  protected override render() {
    const columns = columnsOf(this.register);
    const shown = this.rows?.slice(this.page * PAGE, (this.page + 1) * PAGE) ?? [];
    return html`
      <div class="rows panel" tabindex="0" role="region" aria-label=${labelText(registerNamed(this.register).label)}>
        <table class="list">
          <thead>
            <tr>
              ${columns.map((column) => this.renderHeading(column))}
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              shown,
              ({ id }) => id,
              (record) => this.renderRow(columns, record),
            )}
          </tbody>
        </table>
        ${this.rows?.length === 0 ? this.renderNone() : nothing}
      </div>
      ${this.pages > 1 ? this.renderPager(this.rows?.length ?? 0) : nothing}
    `;
  }

  private get pages(): number {
    return Math.max(1, Math.ceil((this.rows?.length ?? 0) / PAGE));
  }

  private renderHeading([name, field]: Column) {
    const { sort } = this.view;
    const order = sort?.field === name ? (sort.descending ? 'descending' : 'ascending') : 'none';
    const sign = { ascending: ' ▲', descending: ' ▼', none: '' }[order];
    return html`
      <th scope="col" class=${cellClass(field)} aria-sort=${order}>
        <button type="button" @click=${() => this.changeView({ ...this.view, sort: nextSort(sort, name) })}>
          ${labelText(field.label)}${field.kind === 'yuan' ? msg('（万元）', { id: 'form.in-wan' }) : nothing}${sign}
        </button>
      </th>
    `;
  }

  private renderRow(columns: readonly Column[], record: AnyRecord) {
    const values: Readonly<Record<string, unknown>> = { ...record };
    return html`
      <tr>
        ${columns.map(([name, field], index) => {
          const content = cellContent(name, field, values[name], this.titleOf);
          return html`<td class=${cellClass(field)}>${index === 0 ? this.renderOpener(record, content) : content}</td>`;
        })}
        <td class="actions">${this.actions ? this.renderActions(record, this.actions) : nothing}</td>
      </tr>
    `;
  }

  /** What a row begins with opens its record. */
  private renderOpener(record: AnyRecord, content: TemplateResult | string) {
    return html`<button class="open" type="button" @click=${() => this.actions?.open(record)}>${content}</button>`;
  }

  private renderActions(record: AnyRecord, { viewer, writable, open, showHistory, erase }: RowActions) {
    const title = titleOfRecord(registerNamed(this.register), record, this.titleOf);
    const word = writable ? msg('修改', { id: 'change.update' }) : msg('查看', { id: 'record.view' });
    return html`
      ${rowAction(word, title, () => open(record))}
      ${rowAction(msg('历史', { id: 'registers.history' }), title, () => showHistory(record))}
      ${
        this.register === 'projects' && mayReadTimeline(viewer)
          ? rowAction(msg('倒查', { id: 'timeline.open' }), title, () => {
              location.hash = routeHash('registers', 'projects', record.id, 'timeline');
            })
          : nothing
      }
      ${writable ? rowAction(msg('删除', { id: 'change.delete' }), title, () => erase(record), { danger: true }) : nothing}
    `;
  }

  private renderNone() {
    if (!this.empty)
      return html`<div class="none soft">
        <p>${msg('没有符合条件的记录', { id: 'registers.not-found' })}</p>
        <button type="button" @click=${() => this.changeView({ ...WHOLE_LIST, sort: this.view.sort })}>
          ${msg('清除查找和筛选', { id: 'registers.clear' })}
        </button>
      </div>`;
    return html`<div class="none soft">
      <p>${msg('还没有记录', { id: 'registers.none' })}</p>
      ${this.actions?.writable ? html`<p>${msg('点“新增”逐条登记，或点“导入”从 Excel 表格读入。', { id: 'registers.how' })}</p>` : nothing}
    </div>`;
  }

  private renderPager(count: number) {
    const first = this.page * PAGE + 1;
    const last = Math.min(count, first + PAGE - 1);
    return html`
      <div class="pager">
        <span class="soft">${msg(str`第 ${first}–${last} 条，共 ${count} 条`, { id: 'pager.range' })}</span>
        <button type="button" ?disabled=${this.page === 0} @click=${() => (this.page -= 1)}>
          ${msg('上一页', { id: 'pager.previous' })}
        </button>
        <button type="button" ?disabled=${this.page >= this.pages - 1} @click=${() => (this.page += 1)}>
          ${msg('下一页', { id: 'pager.next' })}
        </button>
      </div>
    `;
  }
}
