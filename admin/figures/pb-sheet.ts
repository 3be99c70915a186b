import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { wanText } from '../../core/money.ts';
import type { Report } from '../../core/registers/index.ts';
import type { IsoDate } from '../../core/time.ts';
import { fire } from '../common/events.ts';
import { monthName, paceSign, paceText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { isUnwritten, type CellState } from './cell-state.ts';
import { markOf, wordsOf } from './cell-view.ts';
import { amountText } from './cell-words.ts';
import { clipboardText, parseClipboard } from './clipboard.ts';
import type { Edit } from './edits.ts';
import {
  at,
  contains,
  filled,
  placeBlock,
  rangeOf,
  textsIn,
  within,
  type GridSize,
  type PlacedText,
  type Position,
  type Selection,
} from './grid-model.ts';
import { cellKey, MONTHS, type SheetGroup, type SheetRow } from './sheet.ts';
import { actionOf, editActionOf, type SheetAction } from './sheet-keys.ts';
import { sheetStyles } from './sheet-styles.ts';

/** The sheet of figures: an accessible grid that is typed through like a spreadsheet. It writes nothing itself. */
@customElement('pb-sheet')
export class PbSheet extends PbElement {
  @property({ attribute: false }) groups: readonly SheetGroup[] = [];
  @property({ attribute: false }) states: ReadonlyMap<string, CellState> = new Map();
  @property({ attribute: false }) monthEnds: readonly IsoDate[] = [];
  /** The column of the office's cut-off date, from 0. */
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) readonly = false;
  /** Counts the store's changes; the maps above are changed in place. */
  @property({ type: Number }) version = 0;

  @state() private selection: Selection | null = null;
  @state() private editing: { readonly text: string } | null = null;

  @query('td.cell input') private input!: HTMLInputElement | null;

  private rows: readonly SheetRow[] = [];
  private takesFocus = false;

  static override styles = [controls, sheetStyles];

  /** Puts the cursor on a cell and shows it. */
  goTo(key: string): void {
    const row = this.rows.findIndex(({ project }) => key.startsWith(`${project.id}|`));
    const column = this.monthEnds.findIndex((end) => key.endsWith(`|${end}`));
    if (row >= 0 && column >= 0) this.select(at({ row, column }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('groups')) return;
    const before = this.rows;
    this.rows = this.groups.flatMap(({ rows }) => rows);
    if (this.selection) this.selection = this.followed(this.selection, before);
  }

  protected override updated(): void {
    if (!this.takesFocus) return;
    this.takesFocus = false;
    const target = this.editing ? this.input : this.renderRoot.querySelector<HTMLElement>('td.active');
    target?.focus({ preventScroll: true });
    this.renderRoot.querySelector('td.active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  protected override render() {
    let first = 0;
    return html`
      <div class="scroll">
        <table
          role="grid"
          aria-multiselectable="true"
          aria-readonly=${this.readonly}
          aria-label=${msg('各项目每月年内累计完成投资，单位万元', { id: 'sheet.label' })}
          @keydown=${this.onKeydown}
          @copy=${this.onCopy}
          @cut=${this.onCut}
          @paste=${this.onPaste}
          @pointerdown=${this.onPointerDown}
          @pointermove=${this.onPointerMove}
          @dblclick=${() => this.edit('text')}
        >
          ${this.renderHead()}
          <tbody>
            ${repeat(
              this.groups,
              ({ unit }) => unit?.id ?? '',
              (group) => {
                const from = first;
                first += group.rows.length;
                return this.renderGroup(group, from);
              },
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  /** The selection on the same projects after rows came, went or were filtered; editing ends where its row went. */
  private followed({ anchor, focus }: Selection, before: readonly SheetRow[]): Selection {
    const follow = (position: Position): Position | null => {
      const row = this.rows.findIndex(({ project }) => project.id === before[position.row]?.project.id);
      return row < 0 ? null : { ...position, row };
    };
    const followedFocus = follow(focus);
    if (!followedFocus) this.editing = null;
    const next = followedFocus ?? within(focus, this.size);
    return { anchor: follow(anchor) ?? next, focus: next };
  }

  private get size(): GridSize {
    return { rows: this.rows.length, columns: MONTHS };
  }

  /** The cell in use; before the first visit that of the cut-off month in the first row. */
  private get focused(): Position {
    return this.selection?.focus ?? { row: 0, column: this.now };
  }

  private renderHead() {
    return html`
      <thead>
        <tr>
          <th class="name" scope="col">${msg('项目', { id: 'sheet.project' })}</th>
          <th class="unit" scope="col">${msg('责任单位', { id: 'sheet.unit' })}</th>
          <th class="number" scope="col">${msg('年度计划', { id: 'sheet.plan' })}</th>
          <th class="number" scope="col">${msg('完成率', { id: 'sheet.rate' })}</th>
          ${this.monthEnds.map(
            (_, column) => html`
              <th class="month ${column === this.now ? 'now' : ''}" scope="col">${monthName(column + 1)}</th>
            `,
          )}
        </tr>
      </thead>
    `;
  }

  private renderGroup({ unit, rows }: SheetGroup, from: number) {
    return html`
      <tr class="group">
        <th scope="rowgroup" colspan="2">
          ${unit?.name ?? ''} <span class="soft">${msg(str`${rows.length} 个项目`, { id: 'sheet.projects' })}</span>
        </th>
        <td colspan=${MONTHS + 2}></td>
      </tr>
      ${repeat(
        rows,
        ({ project }) => project.id,
        (row, index) => this.renderRow(row, from + index),
      )}
    `;
  }

  private renderRow(row: SheetRow, index: number) {
    const { project, unit, planYuan, rate, variance, pace } = row;
    return html`
      <tr>
        <th class="name" scope="row" title=${project.name}>${project.name}</th>
        <td class="unit" role="gridcell" aria-readonly="true">${unit?.shortName ?? ''}</td>
        <td class="plan" role="gridcell" aria-readonly="true">${amountText(planYuan)}</td>
        <td
          class="rate"
          role="gridcell"
          aria-readonly="true"
          title=${variance ? `${paceText(pace)} ${variance.text}` : paceText(pace)}
        >
          ${rate ? `${rate.text}%` : '—'}
          <span class="sign ${pace}" role="img" aria-label=${paceText(pace)}>${paceSign(pace)}</span>
        </td>
        ${row.months.map((report, column) => this.renderCell(row, report, { row: index, column }))}
      </tr>
    `;
  }

  private renderCell(row: SheetRow, report: Report | null, position: Position) {
    const key = cellKey(row.project.id, this.monthEnds[position.column] ?? '');
    const cellState = this.states.get(key);
    const active = this.isFocused(position);
    const selected = this.selection !== null && contains(rangeOf(this.selection), position);
    const wrong = isUnwritten(cellState) && cellState.kind !== 'saving';
    const classes = {
      cell: true,
      now: position.column === this.now,
      active: active && this.selection !== null,
      selected,
      wrong,
      saving: cellState?.kind === 'saving',
      pending: report !== null && report.state !== 'verified' && !wrong,
    };
    return html`
      <td
        role="gridcell"
        class=${classMap(classes)}
        data-row=${position.row}
        data-column=${position.column}
        tabindex=${active ? 0 : -1}
        aria-selected=${selected}
        aria-invalid=${wrong ? 'true' : nothing}
        title=${report?.note ?? nothing}
      >
        ${active && this.editing ? this.renderInput(row, position.column) : this.shownText(report, cellState)}
        ${markOf(cellState)}
        ${active && this.selection && wrong ? wordsOf(cellState, (keep) => fire(this, 'pb-resolve', { key, keep })) : nothing}
      </td>
    `;
  }

  private renderInput(row: SheetRow, column: number) {
    return html`
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${`${row.project.name} ${monthName(column + 1)} ${msg('万元', { id: 'unit.wan' })}`}
        .value=${this.editing?.text ?? ''}
        @blur=${() => this.accept(null)}
      />
    `;
  }

  private shownText(report: Report | null, cellState: CellState | undefined): string {
    return isUnwritten(cellState) ? cellState.text : amountText(report?.completedYtdYuan ?? null);
  }

  private isFocused({ row, column }: Position): boolean {
    return row === this.focused.row && column === this.focused.column;
  }

  private plainText({ row, column }: Position): string {
    const line = this.rows[row];
    const cellState = this.states.get(cellKey(line?.project.id ?? '', this.monthEnds[column] ?? ''));
    if (isUnwritten(cellState)) return cellState.text;
    const report = line?.months[column];
    return report?.completedYtdYuan === undefined ? '' : wanText(report.completedYtdYuan);
  }

  private select(selection: Selection): void {
    this.selection = selection;
    this.takesFocus = true;
    const { row, column } = selection.focus;
    fire(this, 'pb-cell', cellKey(this.rows[row]?.project.id ?? '', this.monthEnds[column] ?? ''));
  }

  private edit(how: 'text' | 'method' | { readonly typed: string }): void {
    if (this.readonly || this.rows.length === 0) return;
    this.selection ??= at(this.focused);
    const text = how === 'text' ? this.plainText(this.focused) : how === 'method' ? '' : how.typed;
    this.editing = { text };
    this.takesFocus = true;
  }

  /** Ends editing, tells the text, and goes on to another cell where there is one. */
  private accept(to: Position | null): void {
    if (!this.editing) return;
    const text = this.input?.value ?? '';
    const position = this.focused;
    this.editing = null;
    if (to) this.select(at(to));
    if (text !== this.plainText(position)) this.tell([{ ...position, text }]);
  }

  private tell(cells: readonly PlacedText[]): void {
    if (this.readonly) return;
    const edits = cells.flatMap(({ row, column, text }): readonly Edit[] => {
      const project = this.rows[row]?.project.id;
      const asOf = this.monthEnds[column];
      return project && asOf ? [{ project, asOf, text }] : [];
    });
    if (edits.length > 0) fire(this, 'pb-edits', edits);
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.target instanceof HTMLButtonElement) return;
    if (this.editing) {
      const action = editActionOf(event, this.focused, this.size);
      if (!action) return;
      event.preventDefault();
      if (action.kind === 'accept') this.accept(action.to ?? this.focused);
      else if (action.kind === 'fill') this.fillSelection();
      else this.cancel();
      return;
    }
    const action = actionOf(event, this.focused, this.size);
    if (!action) return;
    // An input method goes on with this very key in the text field.
    if (!(action.kind === 'edit' && action.with === 'method')) event.preventDefault();
    this.act(action);
  }

  private act(action: SheetAction): void {
    switch (action.kind) {
      case 'move':
        this.select(
          action.extend && this.selection ? { anchor: this.selection.anchor, focus: action.to } : at(action.to),
        );
        return;
      case 'edit':
        this.edit(action.with);
        return;
      case 'type':
        this.edit({ typed: action.text });
        return;
      case 'clear':
        this.tell(filled('', rangeOf(this.selection ?? at(this.focused))));
        return;
      case 'undo':
        fire(this, 'pb-undo', undefined);
        return;
      case 'fill-down':
      case 'fill-right':
        this.fillFrom(action.kind);
        return;
      case 'select-all':
        this.select({ anchor: { row: 0, column: 0 }, focus: { row: this.size.rows - 1, column: MONTHS - 1 } });
        return;
      case 'leave':
        fire(this, 'pb-close', undefined);
    }
  }

  private cancel(): void {
    this.editing = null;
    this.takesFocus = true;
  }

  /** The typed text into every selected cell. */
  private fillSelection(): void {
    const text = this.input?.value ?? '';
    this.cancel();
    this.tell(filled(text, rangeOf(this.selection ?? at(this.focused))));
  }

  /** The first row (or column) of the selection into all its others. */
  private fillFrom(direction: 'fill-down' | 'fill-right'): void {
    const range = rangeOf(this.selection ?? at(this.focused));
    const source = ({ row, column }: Position): Position =>
      direction === 'fill-down' ? { row: range.top, column } : { row, column: range.left };
    this.tell(filled('', range).map((cell) => ({ ...cell, text: this.plainText(source(cell)) })));
  }

  private onCopy(event: ClipboardEvent): void {
    if (this.editing) return;
    const rows = textsIn(rangeOf(this.selection ?? at(this.focused)), (position) => this.plainText(position));
    event.clipboardData?.setData('text/plain', clipboardText(rows));
    event.preventDefault();
  }

  private onCut(event: ClipboardEvent): void {
    if (this.editing) return;
    this.onCopy(event);
    this.act({ kind: 'clear' });
  }

  private onPaste(event: ClipboardEvent): void {
    if (this.editing || this.readonly) return;
    event.preventDefault();
    const block = parseClipboard(event.clipboardData?.getData('text/plain') ?? '');
    if (block.length === 0) return;
    const range = rangeOf(this.selection ?? at(this.focused));
    const { cells } = placeBlock(block, range, this.size);
    this.tell(cells);
    const last = cells.at(-1);
    if (last) this.select({ anchor: { row: range.top, column: range.left }, focus: last });
  }

  private positionOf(event: Event): Position | null {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td.cell') : null;
    return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
  }

  private onPointerDown(event: PointerEvent): void {
    const position = this.positionOf(event);
    if (!position || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    this.accept(null);
    this.select(event.shiftKey && this.selection ? { anchor: this.selection.anchor, focus: position } : at(position));
  }

  private onPointerMove(event: PointerEvent): void {
    if (event.buttons !== 1 || !this.selection || this.editing) return;
    const position = this.positionOf(event);
    if (!position || this.isFocused(position)) return;
    this.selection = { anchor: this.selection.anchor, focus: position };
  }
}
