import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { listChanges } from '../api/changes.ts';
import { importFilePath } from '../api/imports.ts';
import { asProblem } from '../api/problem.ts';
import { momentText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { rowAction } from '../common/row-action.ts';
import { controls } from '../style/controls.ts';
import { pastImports, type PastImport } from './past-imports.ts';
import './pb-undo-dialog.ts';

/** Changes that are read for the list: each import is one, each undo another. */
const MOST_CHANGES = 200;

/** What was imported before: by whom, how much, with the file and the way back. */
@customElement('pb-past-imports')
export class PbPastImports extends PbElement {
  @property({ type: Boolean }) readonly = false;

  @state() private imports: readonly PastImport[] | null = null;
  @state() private problem = '';
  @state() private undoing: PastImport | null = null;

  static override styles = [
    controls,
    css`
      a:not(.button) {
        color: var(--accent);
      }
      :host {
        display: flex;
        flex-direction: column;
        gap: 8px;
      }
      .rows {
        overflow-x: auto;
      }
      table.list {
        min-width: 760px;
      }
      td {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      td.file {
        max-width: 380px;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .none {
        padding: 0 12px;
      }
      a.quiet {
        padding: 0 8px;
        color: var(--accent);
        font-size: 13px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`
      <h2>${msg('以往的导入', { id: 'import.past' })}</h2>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div class="rows panel" tabindex="0" role="region" aria-label=${msg('以往的导入', { id: 'import.past' })}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${msg('文件', { id: 'import.file' })}</th>
              <th scope="col">${msg('时间', { id: 'log.when' })}</th>
              <th scope="col">${msg('操作人', { id: 'log.who' })}</th>
              <th scope="col">${msg('截至日期', { id: 'import.as-of' })}</th>
              <th scope="col" class="number">${msg('新增', { id: 'import.create' })}</th>
              <th scope="col" class="number">${msg('更新', { id: 'import.update' })}</th>
              <th scope="col">${msg('状态', { id: 'screens.state' })}</th>
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.imports ?? [],
              ({ id, set }) => `${id} ${set}`,
              (past) => this.renderImport(past),
            )}
          </tbody>
        </table>
        ${this.imports?.length === 0 ? html`<p class="soft none">${msg('还没有导入过', { id: 'import.none' })}</p>` : nothing}
      </div>
      <pb-undo-dialog
        .past=${this.undoing}
        @pb-close=${() => (this.undoing = null)}
        @pb-written=${this.onUndone}
      ></pb-undo-dialog>
    `;
  }

  private renderImport(past: PastImport) {
    const { id, fileName, at, by, asOf, created, updated, undone } = past;
    return html`
      <tr>
        <td class="file"><a href=${routeHash('imports', id)}>${fileName}</a></td>
        <td>${momentText(at)}</td>
        <td>${by}</td>
        <td>${asOf ?? '—'}</td>
        <td class="number">${created}</td>
        <td class="number">${updated}</td>
        <td>
          ${
            undone
              ? html`<span class="badge" title=${undone.reason ?? ''}>
                  ${msg(str`${undone.by} 已撤销`, { id: 'import.undone-by' })}
                </span>`
              : html`<span class="badge good">${msg('已写入', { id: 'import.written' })}</span>`
          }
        </td>
        <td class="actions">
          ${
            undone || this.readonly
              ? nothing
              : html`<a class="quiet" href=${importFilePath(id)} download=${fileName}>
                    ${msg('下载', { id: 'import.download' })}
                  </a>
                  ${rowAction(msg('撤销', { id: 'import.undo' }), fileName, () => (this.undoing = past), { danger: true })}`
          }
        </td>
      </tr>
    `;
  }

  private async load(): Promise<void> {
    try {
      this.imports = pastImports(await listChanges({ register: 'imports', limit: MOST_CHANGES }));
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onUndone(): void {
    this.undoing = null;
    void this.load();
  }
}
