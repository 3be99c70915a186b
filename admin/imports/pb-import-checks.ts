import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { IMPORT_CODES } from '../../core/import/codes.ts';
import type { ImportCheck } from '../../core/import/types.ts';
import type { PreviewHead } from '../api/imports.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';

/** More comparisons than this are told by their number: such a sheet was never added up. */
const MOST_CHECKS = 100;

/** What the sheet says of itself beside what its rows say, and what else is worth knowing. */
@customElement('pb-import-checks')
export class PbImportChecks extends PbElement {
  @property({ attribute: false }) preview!: PreviewHead;

  static override styles = [
    controls,
    css`
      :host {
        padding: 12px 16px;
      }
      .rows {
        max-height: 360px;
        margin-top: 8px;
        overflow: auto;
      }
      table.list {
        min-width: 560px;
      }
      td.number {
        white-space: nowrap;
      }
      .message {
        margin-top: 8px;
      }
    `,
  ];

  protected override render() {
    const { checks, quarantined, images } = this.preview;
    const warnings = checks.filter(({ severity }) => severity !== 'info').length;
    return html`
      <div class="bar">
        <h2>${msg('核对', { id: 'import.checks' })}</h2>
        ${
          warnings > 0
            ? html`<span class="badge warn"
                >${msg(str`${warnings} 处不符，请核对`, { id: 'import.check-count' })}</span
              >`
            : html`<span class="badge good">✓ ${msg('合计、个数和百分比都对得上', { id: 'import.checks-fine' })}</span>`
        }
      </div>
      ${
        quarantined > 0
          ? html`<div class="message">
              ${msg(str`发现 ${quarantined} 个电话号码，已从文字中移出并保密存放，不会出现在大屏、列表和记录里。`, {
                id: 'import.quarantined',
              })}
            </div>`
          : nothing
      }
      ${
        images.all > 0
          ? html`<div class="message">
              ${msg(
                str`表中有 ${images.all} 张图片，其中 ${images.ofProjects} 张在项目行上。确认导入后可以逐张挑选，一次收入图片库。`,
                {
                  id: 'import.images',
                },
              )}
            </div>`
          : nothing
      }
      ${checks.length > 0 ? this.renderTable(checks) : nothing}
    `;
  }

  private renderTable(checks: readonly ImportCheck[]) {
    return html`
      <div class="rows panel" tabindex="0" role="region" aria-label=${msg('核对', { id: 'import.checks' })}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col" class="number">${msg('行', { id: 'import.row' })}</th>
              <th scope="col">${msg('核对内容', { id: 'import.check' })}</th>
              <th scope="col">${msg('位置', { id: 'import.where' })}</th>
              <th scope="col" class="number">${msg('应为', { id: 'import.expected' })}</th>
              <th scope="col" class="number">${msg('实为', { id: 'import.found' })}</th>
            </tr>
          </thead>
          <tbody>
            ${checks.slice(0, MOST_CHECKS).map((check) => this.renderCheck(check))}
          </tbody>
        </table>
      </div>
      ${
        checks.length > MOST_CHECKS
          ? html`<p class="soft">${msg(str`只列出前 ${MOST_CHECKS} 处`, { id: 'import.more-checks' })}</p>`
          : nothing
      }
    `;
  }

  private renderCheck({ code, row, column, where, expected, found }: ImportCheck) {
    const at = this.preview.columns.find(({ index }) => index === column);
    const heading = at && !where?.includes(at.heading) ? ` ${at.heading}` : '';
    return html`
      <tr>
        <td class="number">${row ?? '—'}</td>
        <td>${labelText(IMPORT_CODES[code].label)} <code class="soft small">${code}</code></td>
        <td>${[where, at ? `${at.letter}${heading}` : ''].filter(Boolean).join(' · ') || '—'}</td>
        <td class="number">${expected ?? '—'}</td>
        <td class="number">${found ?? '—'}</td>
      </tr>
    `;
  }
}
