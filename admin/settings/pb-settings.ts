import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import { REGISTERS, type Settings } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { getSettings, updateSettings } from '../api/settings.ts';
import { mayWrite } from '../app/sections.ts';
import type { PageEvent } from '../common/events.ts';
import { changedValues, problemCodes, type FormFields, type FormValues } from '../common/form-values.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { guardUnsaved } from '../common/unsaved.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-form.ts';

const { fields } = REGISTERS.settings;

/** Section 设置: what holds for the whole ledger. */
@customElement('pb-settings')
export class PbSettings extends PbElement {
  @property() viewer: Role = 'auditor';

  @state() private settings: Settings | null = null;
  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private problem = '';
  @state() private saved = false;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
        max-width: 1080px;
        padding: 16px;
      }
      .panel {
        padding: 16px 20px;
      }
      .bar {
        margin-top: 14px;
      }
    `,
  ];

  constructor() {
    super();
    guardUnsaved(this, () => this.isDirty);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const writable = mayWrite(this.viewer, REGISTERS.settings.write);
    return html`
      <section class="panel">
        <h1>${msg('设置', { id: 'section.settings' })}</h1>
        <p class="soft">${msg('年度和截至日期决定填报表、排行和大屏上的所有数字。', { id: 'settings.explain' })}</p>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${
          this.settings
            ? html`<pb-form
                .fields=${fields}
                .values=${this.values}
                .errors=${this.errors}
                ?disabled=${!writable}
                @pb-values=${this.onValues}
              ></pb-form>`
            : nothing
        }
        ${
          writable
            ? html`
                <div class="bar">
                  <button class="primary" type="button" @click=${this.onSave}>${msg('保存', { id: 'save' })}</button>
                  <span role="status" aria-live="polite">
                    ${this.saved ? html`<span class="badge good">✓ ${msg('已保存', { id: 'cell.saved' })}</span>` : nothing}
                  </span>
                </div>
              `
            : nothing
        }
      </section>
    `;
  }

  private get isDirty(): boolean {
    return this.settings !== null && Object.keys(changedValues(fields, { ...this.settings }, this.values)).length > 0;
  }

  private take(settings: Settings): void {
    this.settings = settings;
    this.values = { ...settings };
    this.errors = {};
  }

  private async load(): Promise<void> {
    try {
      const settings = await getSettings();
      if (!this.isDirty) this.take(settings);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private onValues(event: PageEvent<'pb-values'>): void {
    this.values = event.detail;
    this.errors = {};
    this.saved = false;
  }

  private onSave(): void {
    const codes = Object.entries(problemCodes(fields, this.values));
    this.errors = Object.fromEntries(
      codes.map(([name, code]) => [name, fieldProblemText(code, (fields as FormFields)[name])]),
    );
    if (codes.length === 0) void this.save();
  }

  private async save(): Promise<void> {
    if (!this.settings) return;
    this.problem = '';
    try {
      const changed = changedValues(fields, { ...this.settings }, this.values);
      if (Object.keys(changed).length > 0) this.take(await updateSettings(changed, this.settings.revision));
      this.saved = true;
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.errors = fieldProblems(problem.errors, fields);
    }
  }
}
