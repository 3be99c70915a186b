import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { listBegunImports, type BegunImport } from '../api/imports.ts';
import { asProblem } from '../api/problem.ts';
import type { PageEvent } from '../common/events.ts';
import { agoText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import './pb-drop-zone.ts';
import './pb-import.ts';
import './pb-past-imports.ts';

/** Section 导入: hand a workbook in, or go on with one; what was imported before. */
@customElement('pb-imports')
export class PbImports extends PbElement {
  /** The import in the address; empty for the list. */
  @property() import = '';

  @state() private begun: readonly BegunImport[] = [];
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      a:not(.button) {
        color: var(--accent);
      }
      :host {
        height: 100%;
      }
      .start {
        display: flex;
        flex-direction: column;
        gap: 14px;
        max-width: 1280px;
        padding: 12px 16px;
      }
      .begun {
        padding: 10px 16px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 3px 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.import === '') void this.load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('import') && this.import === '') void this.load();
  }

  protected override render() {
    if (this.import !== '') return html`<pb-import .import=${this.import}></pb-import>`;
    return html`
      <div class="start">
        <div class="bar">
          <h1>${msg('导入', { id: 'section.imports' })}</h1>
          <span class="soft">
            ${msg('把台账表格读进来：先看会改什么、回答疑问，再一次写入。', { id: 'import.explain' })}
          </span>
        </div>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <pb-drop-zone @pb-import=${this.onImport}></pb-drop-zone>
        ${this.begun.length > 0 ? this.renderBegun() : nothing}
        <pb-past-imports></pb-past-imports>
      </div>
    `;
  }

  private renderBegun() {
    return html`
      <div class="panel begun">
        <h2>${msg('还没有确认的', { id: 'import.begun' })}</h2>
        <ul>
          ${this.begun.map(
            ({ id, fileName, uploadedAt }) => html`
              <li>
                <a href=${routeHash('imports', id)}>${fileName}</a>
                <span class="soft small">${agoText(Date.now() - uploadedAt)}</span>
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  private onImport(event: PageEvent<'pb-import'>): void {
    location.hash = routeHash('imports', event.detail);
  }

  private async load(): Promise<void> {
    try {
      this.begun = await listBegunImports();
      this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
