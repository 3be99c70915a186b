import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { monthNumberOf } from '../../core/time.ts';
import { type PageEvent } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import type { HistoryOf } from '../common/pb-history.ts';
import { guardUnsaved } from '../common/unsaved.ts';
import { sessionEvents } from '../api/request.ts';
import type { SaidWarning } from '../common/warning-words.ts';
import { controls } from '../style/controls.ts';
import { cellStateText } from './cell-words.ts';
import { clears, type Edit, type EditPlan } from './edits.ts';
import { figuresServer, FiguresStore, type Confirmed } from './figures-store.ts';
import { monthEnds, searchSheet } from './sheet.ts';
import type { PbSheet } from './pb-sheet.ts';
import './pb-sheet.ts';
import './pb-doubts.ts';
import '../common/pb-history.ts';

const REFRESH_MS = 5000;
/** Unsaved cells that are named above the sheet; the others are counted. */
const MOST_NAMED = 4;

/** Section 填报数据: figures of every project and month, typed as in a spreadsheet, saved cell by cell. */
@customElement('pb-figures')
export class PbFigures extends PbElement {
  @property({ type: Boolean }) readonly = false;

  @state() private search = '';
  @state() private version = 0;
  @state() private cell = '';
  /** What waits for a person's word, with what the server doubts about it. */
  @state() private doubtful: { readonly plan: EditPlan; readonly doubts: readonly SaidWarning[] } | null = null;
  @state() private history: HistoryOf | null = null;
  @state() private said = '';

  @query('pb-sheet') private sheet!: PbSheet;
  @query('input[type=search]') private searchField!: HTMLInputElement;

  private readonly store = new FiguresStore(figuresServer, () => {
    this.version += 1;
  });
  /** Text that waits for its person to sign in again. */
  private readonly onSignedIn = (): void => void this.sendAgain();

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        height: 100%;
        padding: 12px 16px;
      }
      pb-sheet {
        flex: 1;
        min-height: 240px;
      }
      input[type='search'] {
        width: 220px;
      }
      .unsaved {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
      }
    `,
  ];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.store.refresh());
    guardUnsaved(this, () => this.store.unwritten.length > 0);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    sessionEvents.addEventListener('signed-in', this.onSignedIn);
    void this.store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    sessionEvents.removeEventListener('signed-in', this.onSignedIn);
  }

  protected override render() {
    const { data, problem } = this.store;
    return html`
      ${this.renderToolbar()}
      ${problem ? html`<div class="message bad" role="alert">${problemText(problem)}</div>` : nothing}
      ${this.renderUnsaved()}
      ${
        data
          ? html`
              ${
                this.search.trim() && searchSheet(this.store.groups, this.search).length === 0
                  ? html`<div class="message">${msg('没有找到，请换个词', { id: 'search.none' })}</div>`
                  : nothing
              }
              <pb-sheet
                .groups=${searchSheet(this.store.groups, this.search)}
                .states=${this.store.states}
                .monthEnds=${monthEnds(data.settings.year)}
                .now=${monthNumberOf(data.settings.asOf) - 1}
                .version=${this.version}
                ?readonly=${this.readonly}
                @pb-edits=${this.onEdits}
                @pb-undo=${this.onUndo}
                @pb-cell=${(event: PageEvent<'pb-cell'>) => (this.cell = event.detail)}
                @pb-resolve=${this.onResolve}
                @pb-close=${() => this.searchField.focus()}
              ></pb-sheet>
            `
          : html`<div class="grow soft">${msg('正在读取…', { id: 'loading' })}</div>`
      }
      <div class="soft small">
        ${msg(
          '方向键、Tab、Enter 移动 · 直接输入或 F2 编辑 · Ctrl+C/V 可与 Excel 互相复制 · Ctrl+D 向下填充 · Ctrl+Z 撤销 · Esc 离开表格',
          {
            id: 'figures.keys',
          },
        )}
      </div>
      <div class="sr" role="status" aria-live="polite">${this.said}</div>
      <pb-doubts
        .writes=${this.doubtful?.plan.writes ?? []}
        .doubts=${this.doubtful?.doubts ?? []}
        .nameOf=${this.nameOf}
        .confirm=${(reason: string) => void this.onConfirmed(reason)}
        @pb-close=${this.onDoubtsClosed}
      ></pb-doubts>
      <pb-history .of=${this.history} @pb-close=${() => (this.history = null)}></pb-history>
    `;
  }

  private readonly nameOf = (project: string): string =>
    this.store.data?.projects.find(({ id }) => id === project)?.name ?? project;

  private renderToolbar() {
    const settings = this.store.data?.settings;
    const [project = '', asOf = ''] = this.cell.split('|');
    return html`
      <div class="bar">
        <h1>${settings ? msg(str`${settings.year} 年投资填报`, { id: 'figures.heading' }) : nothing}</h1>
        <span class="soft">
          ${msg('年内累计完成投资，单位：万元', { id: 'figures.unit' })}${
            settings ? msg(str` · 数据截至 ${settings.asOf}`, { id: 'figures.as-of' }) : nothing
          }
        </span>
        <span class="grow"></span>
        <label>
          <span class="sr">${msg('查找项目或单位', { id: 'figures.search' })}</span>
          <input
            type="search"
            placeholder=${msg('查找项目或单位', { id: 'figures.search' })}
            .value=${this.search}
            @input=${(event: InputEvent & { target: HTMLInputElement }) => (this.search = event.target.value)}
          />
        </label>
        <button type="button" ?disabled=${!this.store.report(project, asOf)} @click=${this.onHistory}>
          ${msg('本格历史', { id: 'figures.history' })}
        </button>
        <button type="button" ?disabled=${!this.store.canUndo || this.readonly} @click=${this.onUndo}>
          ${msg('撤销', { id: 'figures.undo' })}
        </button>
      </div>
    `;
  }

  private renderUnsaved() {
    const wrong = this.store.unwritten.filter(([, { kind }]) => kind !== 'saving');
    const count = wrong.length;
    if (count === 0) return nothing;
    return html`
      <div
        class="message bad unsaved"
        role="group"
        aria-label=${msg('没有保存的单元格', { id: 'figures.unsaved-list' })}
      >
        <strong>${msg(str`${count} 格没有保存`, { id: 'figures.unsaved' })}</strong>
        ${wrong
          .slice(0, MOST_NAMED)
          .map(
            ([key, cellState]) => html`
              <button class="small" type="button" @click=${() => this.sheet.goTo(key)}>
                ${this.nameOf(key.split('|')[0] ?? '')} ${key.slice(-5)} · ${cellStateText(cellState)}
              </button>
            `,
          )}
        ${
          this.store.unsent().length > 0
            ? html`<button class="small primary" type="button" @click=${this.sendAgain}>
                ${msg('重新保存', { id: 'figures.retry' })}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private onEdits(event: PageEvent<'pb-edits'>): void {
    void this.take(event.detail);
  }

  /** Writes edits; asks first where several cells are cleared, and again where the server doubts figures. Clearing one cell needs no question: it can be undone. */
  private async take(edits: readonly Edit[]): Promise<void> {
    const plan = this.store.plan(edits);
    for (const { project, asOf } of edits) this.store.states.delete(`${project}|${asOf}`);
    this.version += 1;
    if (plan.writes.filter(clears).length > 1) this.doubtful = { plan, doubts: [] };
    else await this.commit(plan);
  }

  private async onConfirmed(reason: string): Promise<void> {
    const { doubtful } = this;
    this.doubtful = null;
    if (doubtful) await this.commit(doubtful.plan, { reason, doubts: doubtful.doubts });
    this.sheet.goTo(this.cell);
  }

  /** Figures that were not confirmed are not kept: the ledger's own show again. */
  private onDoubtsClosed(): void {
    for (const { key } of this.doubtful?.plan.writes ?? []) this.store.discard(key);
    this.doubtful = null;
  }

  private async commit(plan: EditPlan, confirmed?: Confirmed): Promise<void> {
    const doubts = await this.store.commit(plan, confirmed);
    if (doubts.length > 0) this.doubtful = { plan, doubts };
    const count = this.store.unwritten.length;
    this.said =
      count === 0
        ? msg(str`已保存 ${plan.writes.length} 格`, { id: 'figures.saved-cells' })
        : msg(str`${count} 格没有保存`, { id: 'figures.unsaved' });
  }

  private readonly sendAgain = async (): Promise<void> => {
    const edits = this.store.unsent();
    if (edits.length > 0) await this.take(edits);
    else await this.store.refresh();
  };

  private async undo(): Promise<void> {
    const overtaken = await this.store.undo(msg('撤销', { id: 'undo.action' }));
    if (overtaken === null) return;
    this.said =
      overtaken > 0
        ? msg(str`已撤销；${overtaken} 格别人改过，保持不变`, { id: 'figures.undone-partly' })
        : msg('已撤销', { id: 'figures.undone' });
  }

  private onUndo(): void {
    void this.undo();
  }

  private onResolve(event: PageEvent<'pb-resolve'>): void {
    const { key, keep } = event.detail;
    const text = this.store.unwritten.find(([each]) => each === key)?.[1].text ?? '';
    this.store.discard(key);
    if (keep === 'mine') void this.take([this.store.editOf(key, text)]);
    this.sheet.goTo(key);
  }

  private onHistory(): void {
    const [project = '', asOf = ''] = this.cell.split('|');
    const report = this.store.report(project, asOf);
    if (report) this.history = { register: 'reports', record: report.id, title: `${this.nameOf(project)} ${asOf}` };
  }
}
