import { msg, str } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { registerNamed } from '../../core/registers/index.ts';
import type { ActionWrite } from '../api/actions.ts';
import { kindText, valueText } from '../common/change-words.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { titlesIn, type References } from '../common/references.ts';
import { warningText, type SaidWarning } from '../common/warning-words.ts';
import { controls } from '../style/controls.ts';

/** Every record that an action would write, with what is doubtful about it. */
@customElement('pb-action-writes')
export class PbActionWrites extends PbElement {
  @property({ attribute: false }) writes: readonly ActionWrite[] = [];
  @property({ attribute: false }) warnings: readonly SaidWarning[] = [];
  /** The names of what the records point to. */
  @property({ attribute: false }) references: References = new Map();

  static override styles = [
    controls,
    css`
      .rows {
        max-height: 40vh;
        overflow: auto;
        border: 1px solid var(--line);
        margin-top: 12px;
      }
      td {
        vertical-align: top;
      }
      td:first-child {
        white-space: nowrap;
      }
      td:nth-child(2) {
        min-width: 8em;
      }
      .doubt {
        color: var(--warn);
      }
    `,
  ];

  protected override render() {
    if (this.writes.length === 0) {
      return html`<div class="message" role="status">${msg('没有需要写入的记录', { id: 'actions.nothing' })}</div>`;
    }
    return html`
      <div class="rows" tabindex="0" role="region" aria-label=${msg('将要写入的记录', { id: 'actions.writes' })}>
        <table class="list">
          <caption class="soft small">
            ${msg(str`将写入 ${this.writes.length} 条记录，确认后一次完成，可整体撤销`, { id: 'actions.count' })}
          </caption>
          <tbody>
            ${this.writes.map(
              (write, index) => html`
                <tr>
                  <td>${kindText(write.kind)} · ${labelText(registerNamed(write.register).label)}</td>
                  <td>${write.title}</td>
                  <td class="small">${this.valuesText(write)} ${this.renderDoubts(index)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderDoubts(index: number) {
    return this.warnings
      .filter(({ path }) => path.startsWith(`writes/${index}/`))
      .map((each) => html`<div class="doubt">${warningText(each)}</div>`);
  }

  private valuesText({ register, values }: ActionWrite): string {
    const { fields } = registerNamed(register);
    return Object.entries(values)
      .map(([name, value]) => {
        const field = fields[name];
        return `${field ? labelText(field.label) : name} ${valueText(field, value, titlesIn(this.references))}`;
      })
      .join(' · ');
  }
}
