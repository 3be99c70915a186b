import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Action } from '../../core/actions/action.ts';
import { registerNamed } from '../../core/registers/index.ts';
import { runAction, type ActionWrite } from '../api/actions.ts';
import { asProblem } from '../api/problem.ts';
import { kindText, valueText } from '../common/change-words.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { emptyValues, presentValues, problemCodes, type FormValues } from '../common/form-values.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { loadReferences, titlesIn, type References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';

/** Asks for what an action needs, shows every record that it would write, and writes them when confirmed. */
@customElement('pb-action-dialog')
export class PbActionDialog extends PbElement {
  @property({ attribute: false }) action: Action | null = null;

  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private problem = '';
  @state() private busy = false;
  @state() private references: References = new Map();
  /** What would be written; null before it was asked. */
  @state() private writes: readonly ActionWrite[] | null = null;

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
      p {
        margin: 0 0 12px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.values = emptyValues(this.fields);
    void this.load();
  }

  protected override render() {
    if (!this.action) return nothing;
    return html`
      <pb-dialog wide open heading=${labelText(this.action.label)} @pb-close=${this.onClose}>
        <p class="soft">${labelText(this.action.help)}</p>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <pb-form
          .fields=${this.fields}
          .values=${this.values}
          .errors=${this.errors}
          .references=${this.references}
          @pb-values=${this.onValues}
        ></pb-form>
        ${this.writes ? this.renderWrites(this.writes) : nothing}
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        <button slot="actions" type="button" ?disabled=${this.busy} @click=${() => void this.run(true)}>
          ${msg('预览', { id: 'actions.preview' })}
        </button>
        <button
          slot="actions"
          type="button"
          class="primary"
          ?disabled=${this.busy || !this.writes || this.writes.length === 0}
          @click=${() => void this.run(false)}
        >
          ${msg('确认执行', { id: 'actions.confirm' })}
        </button>
      </pb-dialog>
    `;
  }

  private renderWrites(writes: readonly ActionWrite[]) {
    if (writes.length === 0) {
      return html`<div class="message" role="status">${msg('没有需要写入的记录', { id: 'actions.nothing' })}</div>`;
    }
    return html`
      <div class="rows" tabindex="0" role="region" aria-label=${msg('将要写入的记录', { id: 'actions.writes' })}>
        <table class="list">
          <caption class="soft small">
            ${msg(str`将写入 ${writes.length} 条记录，确认后一次完成，可整体撤销`, { id: 'actions.count' })}
          </caption>
          <tbody>
            ${writes.map(
              (write) => html`
                <tr>
                  <td>${kindText(write.kind)} · ${labelText(registerNamed(write.register).label)}</td>
                  <td>${write.title}</td>
                  <td class="small">${this.valuesText(write)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
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

  private get fields() {
    return this.action?.fields ?? {};
  }

  private async load(): Promise<void> {
    try {
      this.references = await loadReferences(this.fields);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async run(preview: boolean): Promise<void> {
    if (!this.action) return;
    const codes = problemCodes(this.fields, this.values);
    this.errors = Object.fromEntries(
      Object.entries(codes).map(([name, code]) => [name, fieldProblemText(code, this.fields[name])]),
    );
    if (Object.keys(codes).length > 0) return;
    this.busy = true;
    this.problem = '';
    try {
      const writes = await runAction(this.action.name, presentValues(this.fields, this.values), preview);
      if (preview) this.writes = writes;
      else fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      const errors = problem.errors.map((each) => ({ ...each, path: each.path.replace(/^values\//, '') }));
      this.problem = problemText(problem);
      this.errors = fieldProblems(errors, this.fields);
    } finally {
      this.busy = false;
    }
  }

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    this.values = event.detail;
    this.errors = {};
    this.writes = null;
  }

  private onClose(event: Event): void {
    event.stopPropagation();
    fire(this, 'pb-close', undefined);
  }
}
