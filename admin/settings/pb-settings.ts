import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import { REGISTERS, registerNamed, type Settings } from '../../core/registers/index.ts';
import { mayWriteField } from '../../core/rights/writing.ts';
import { asProblem } from '../api/problem.ts';
import { getSettings, updateSettings } from '../api/settings.ts';
import { mayWrite } from '../app/sections.ts';
import { labelText } from '../common/locale.ts';
import { loadReferences, type References } from '../common/references.ts';
import { LIGHT_PRESETS, type LightPreset } from '../../core/metrics/light-rule.ts';
import { settingGroups, type OwnEditor, type SettingGroup } from './setting-groups.ts';
import type { PageEvent } from '../common/events.ts';
import { changedValues, problemCodes, type FormFields, type FormValues } from '../common/form-values.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { guardUnsaved } from '../common/unsaved.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-form.ts';
import './pb-light-rule.ts';
import './pb-time-curve.ts';

const { fields } = REGISTERS.settings;

const isPreset = (value: unknown): value is LightPreset =>
  typeof value === 'string' && Object.hasOwn(LIGHT_PRESETS, value);

/** Section 设置: what holds for the whole ledger. */
@customElement('pb-settings')
export class PbSettings extends PbElement {
  @property() viewer: Role = 'auditor';

  @state() private settings: Settings | null = null;
  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private references: References = new Map();
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
      h2 {
        margin: 18px 0 10px;
        font-size: 16px;
      }
      h3 {
        margin: 14px 0 6px;
        font-size: 14px;
      }
      .error {
        color: var(--bad);
        font-size: 13px;
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
          this.settings ? settingGroups(fields).map(([group, own]) => this.renderGroup(group, own, !writable)) : nothing
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

  private renderGroup(group: SettingGroup, own: FormFields, disabled: boolean) {
    return html`
      <h2>${this.groupWords()[group]}</h2>
      <pb-form
        .fields=${own}
        .values=${this.values}
        .errors=${this.errors}
        .references=${this.references}
        .locked=${this.locked}
        ?disabled=${disabled}
        @pb-values=${this.onValues}
      ></pb-form>
      ${group === 'time' ? this.renderRules(disabled) : nothing}
    `;
  }

  /** Fields that others decide on. */
  private get locked(): ReadonlySet<string> {
    const who = { id: '', role: this.viewer };
    return new Set(Object.keys(fields).filter((name) => !mayWriteField(who, registerNamed('settings'), name)));
  }

  private groupWords(): Readonly<Record<SettingGroup, string>> {
    return {
      office: msg('单位与年度', { id: 'settings.group-office' }),
      time: msg('序时进度与亮灯', { id: 'settings.group-time' }),
      assessment: msg('考核与期次', { id: 'settings.group-assessment' }),
      publicity: msg('公开范围', { id: 'settings.group-public' }),
      reporting: msg('填报', { id: 'settings.group-reporting' }),
      others: msg('其他', { id: 'settings.group-others' }),
    };
  }

  private renderRules(disabled: boolean) {
    const { timeProgress, timeCurve, lights, lightRule } = this.values;
    const preset = isPreset(lights) ? lights : 'standard';
    return html`
      ${
        timeProgress === 'curve' || timeCurve
          ? html`<h3 id="curve">${labelText(fields.timeCurve.label)}</h3>
              <pb-time-curve
                role="group"
                aria-labelledby="curve"
                .value=${timeCurve}
                ?disabled=${disabled}
                @pb-time-curve=${(event: PageEvent<'pb-time-curve'>) => this.set('timeCurve', event.detail)}
              ></pb-time-curve>
              ${this.renderError('timeCurve')}`
          : nothing
      }
      <h3 id="rule">${labelText(lightRule ? fields.lightRule.label : LIGHT_PRESETS[preset].label)}</h3>
      <pb-light-rule
        role="group"
        aria-labelledby="rule"
        .value=${lightRule}
        .preset=${preset}
        ?disabled=${disabled}
        @pb-light-rule=${(event: PageEvent<'pb-light-rule'>) => this.set('lightRule', event.detail)}
      ></pb-light-rule>
      ${this.renderError('lightRule')}
    `;
  }

  private renderError(name: OwnEditor) {
    return this.errors[name] ? html`<div class="error" role="alert">${this.errors[name]}</div>` : nothing;
  }

  private set(name: OwnEditor, value: unknown): void {
    this.values = { ...this.values, [name]: value };
    this.errors = {};
    this.saved = false;
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
      this.references = await loadReferences(fields, { viewer: this.viewer });
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
