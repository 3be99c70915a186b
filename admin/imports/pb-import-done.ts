import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { importFilePath } from '../api/imports.ts';
import { asProblem } from '../api/problem.ts';
import { recordHistory } from '../api/records.ts';
import { momentText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { importProblemText } from './import-words.ts';
import { pastImports, type PastImport } from './past-imports.ts';
import './pb-import-pictures.ts';
import './pb-undo-dialog.ts';

/** What an import that was confirmed did, with its changes, its file and the way back. */
@customElement('pb-import-done')
export class PbImportDone extends PbElement {
  @property() import = '';
  @property({ type: Boolean }) readonly = false;

  @state() private past: PastImport | null = null;
  @state() private undoing: PastImport | null = null;
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      a:not(.button) {
        color: var(--accent);
      }
      .panel {
        max-width: 760px;
        padding: 20px 24px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 6px 16px;
        margin: 14px 0;
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .figures {
        display: flex;
        gap: 32px;
        margin: 16px 0 4px;
      }
      pb-import-pictures {
        margin-top: 12px;
      }
      .figures strong {
        display: block;
        font-size: 26px;
        font-variant-numeric: tabular-nums;
        line-height: 1.2;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('import')) void this.load();
  }

  protected override render() {
    return html`
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${this.past ? this.renderPast(this.past) : nothing}
      ${
        this.past && !this.past.undone && !this.readonly
          ? html`<pb-import-pictures .import=${this.past.id}></pb-import-pictures>`
          : nothing
      }
      <pb-undo-dialog
        .past=${this.undoing}
        @pb-close=${() => (this.undoing = null)}
        @pb-written=${this.onUndone}
      ></pb-undo-dialog>
    `;
  }

  private renderPast(past: PastImport) {
    const { fileName, at, by, asOf, rows, created, updated, set, reason, undone } = past;
    return html`
      <div class="panel">
        ${
          undone
            ? html`<div class="message warn" role="status">
                ${msg(str`这次导入已由 ${undone.by} 于 ${momentText(undone.at)} 撤销：${undone.reason ?? ''}`, { id: 'import.was-undone' })}
              </div>`
            : html`<div class="message good" role="status">✓ ${msg('已写入台账', { id: 'import.done' })}</div>`
        }
        <div class="figures">
          <span><strong>${created}</strong>${msg('新增', { id: 'import.create' })}</span>
          <span><strong>${updated}</strong>${msg('更新', { id: 'import.update' })}</span>
          <span><strong>${rows}</strong>${msg('数据行', { id: 'import.data-rows' })}</span>
        </div>
        <dl>
          <dt>${msg('文件', { id: 'import.file' })}</dt>
          <dd>${fileName}</dd>
          <dt>${msg('时间', { id: 'log.when' })}</dt>
          <dd>${momentText(at)} · ${by}</dd>
          ${
            asOf
              ? html`<dt>${msg('截至日期', { id: 'import.as-of' })}</dt>
                  <dd>${asOf}</dd>`
              : nothing
          }
          ${
            reason
              ? html`<dt>${msg('说明', { id: 'import.reason' })}</dt>
                  <dd>${reason}</dd>`
              : nothing
          }
          <dt>${msg('变更记录', { id: 'section.log' })}</dt>
          <dd>
            <a href=${routeHash('log', String(set))}>${msg(str`第 ${set} 组变更`, { id: 'import.set' })}</a>
          </dd>
        </dl>
        <div class="bar">
          <a class="button" href=${routeHash('imports')}>${msg('导入另一个文件', { id: 'import.another' })}</a>
          <span class="grow"></span>
          ${undone ? nothing : this.renderActions(past)}
        </div>
      </div>
    `;
  }

  private renderActions(past: PastImport) {
    if (this.readonly) return nothing;
    return html`
      <a class="button" href=${importFilePath(past.id)} download=${past.fileName}>
        ${msg('下载原文件', { id: 'import.download-file' })}
      </a>
      <button class="danger" type="button" @click=${() => (this.undoing = past)}>
        ${msg('撤销导入', { id: 'import.undo-heading' })}
      </button>
    `;
  }

  private async load(): Promise<void> {
    const asked = this.import;
    try {
      const [past] = pastImports(await recordHistory('imports', asked));
      if (asked === this.import) this.past = past ?? null;
      this.problem = '';
    } catch (error) {
      this.past = null;
      this.problem = importProblemText(asProblem(error));
    }
  }

  private onUndone(): void {
    this.undoing = null;
    void this.load();
  }
}
