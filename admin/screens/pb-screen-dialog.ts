import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Group, Screen } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { updateRecord } from '../api/records.ts';
import { createScreen, type ScreenLink } from '../api/screens.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { problemCodes, type FormValues } from '../common/form-values.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { newScreenValues, SCREEN_FIELDS, screenFormValues, stageOfForm } from './screen-fields.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';

/** Adds a screen or edits one; fires `pb-written`, and hands a new screen's link on. */
@customElement('pb-screen-dialog')
export class PbScreenDialog extends PbElement {
  /** `new`, a screen, or null to close the dialog. */
  @property({ attribute: false }) screen: Screen | 'new' | null = null;
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) created: (id: string, link: ScreenLink) => void = () => undefined;

  @state() private values: FormValues = {};
  @state() private errors: Readonly<Record<string, string>> = {};
  @state() private problem = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('screen') || !this.screen) return;
    this.values = this.screen === 'new' ? newScreenValues(this.groups[0]?.id) : screenFormValues({ ...this.screen });
    this.errors = {};
    this.problem = '';
  }

  protected override render() {
    const isNew = this.screen === 'new';
    return html`
      <pb-dialog
        wide
        heading=${isNew ? msg('新增屏幕', { id: 'screens.add' }) : msg('修改屏幕', { id: 'screens.edit' })}
        ?open=${this.screen !== null}
      >
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        <pb-form
          .fields=${SCREEN_FIELDS}
          .values=${this.values}
          .errors=${this.errors}
          .references=${new Map([['groups', this.groups.map(({ id, name }) => ({ id, title: name }))]])}
          @pb-values=${this.onValues}
        ></pb-form>
        <p class="soft small">
          ${msg('画面窗口是 LED 控制器取像的像素区域，通常从左上角开始；点间距和距离决定字号。', { id: 'screens.stage-help' })}
        </p>
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button slot="actions" type="button" class="primary" @click=${this.onSave}>
          ${msg('保存', { id: 'save' })}
        </button>
      </pb-dialog>
    `;
  }

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    this.values = event.detail;
    this.errors = {};
  }

  private onSave(): void {
    const errors: Record<string, string> = {};
    for (const [name, code] of Object.entries(problemCodes(SCREEN_FIELDS, this.values))) {
      errors[name] = fieldProblemText(code, SCREEN_FIELDS[name]);
    }
    const stage = stageOfForm(this.values);
    if (!stage && Object.keys(errors).length === 0) {
      errors['pitchMm'] = msg('点间距 0.5–50，距离 1–500', { id: 'screens.stage-range' });
    }
    this.errors = errors;
    if (stage && Object.keys(errors).length === 0) void this.save({ ...this.formRecord(), stage });
  }

  private formRecord(): FormValues {
    const { name, group, location } = this.values;
    return { name, group, ...(location === undefined ? {} : { location }) };
  }

  private async save(values: FormValues): Promise<void> {
    const { screen } = this;
    this.problem = '';
    try {
      if (screen === 'new') {
        const { id, ...link } = await createScreen(values);
        this.created(id, link);
      } else if (screen) {
        await updateRecord('screens', screen.id, { location: null, ...values }, screen.revision);
      }
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.errors = fieldProblems(problem.errors, SCREEN_FIELDS);
    }
  }
}
