import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { REGISTERS, type Group, type Screen } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { COMMON_STAGES } from '../../core/stage/presets.ts';
import type { NamedStage } from '../../core/stage/wall.ts';
import { listRecords, updateRecord } from '../api/records.ts';
import { createScreen, type ScreenLink } from '../api/screens.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { problemCodes, type FormFields, type FormValues } from '../common/form-values.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import {
  ALL_FIELDS,
  newScreenValues,
  SAFE_FIELDS,
  SCREEN_FIELDS,
  screenFormValues,
  screenRecord,
  stageFormValues,
  stageOfForm,
  WALL_FIELDS,
  WINDOW_FIELDS,
} from './screen-fields.ts';
import { screenHints, stageProblem } from './stage-words.ts';
import '../common/pb-dialog.ts';
import '../common/pb-form.ts';
import './pb-stage-drawing.ts';

/** A new record has no members to take away. */
const withoutNulls = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

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
  /** The group's other screens, to see how the parts of a wall fit together. */
  @state() private screens: readonly Screen[] = [];

  static override styles = [
    controls,
    css`
      fieldset {
        margin: 16px 0 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-bottom: 8px;
        font-weight: 600;
      }
      details {
        margin-top: 14px;
      }
      summary {
        margin-bottom: 8px;
        cursor: pointer;
        font-weight: 600;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('screen') || !this.screen) return;
    this.values = this.screen === 'new' ? newScreenValues(this.groups[0]?.id) : screenFormValues({ ...this.screen });
    this.errors = {};
    this.problem = '';
    void this.look();
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
        ${this.renderForm(SCREEN_FIELDS)} ${this.renderWindow()} ${this.renderMounting()}
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${msg('取消', { id: 'cancel' })}
        </button>
        <button slot="actions" type="button" class="primary" @click=${this.onSave}>
          ${msg('保存', { id: 'save' })}
        </button>
      </pb-dialog>
    `;
  }

  private renderForm(fields: FormFields) {
    return html`<pb-form
      .fields=${fields}
      .values=${this.values}
      .errors=${this.errors}
      .hints=${screenHints()}
      .references=${new Map([['groups', this.groups.map(({ id, name }) => ({ id, title: name }))]])}
      @pb-values=${this.onValues}
    ></pb-form>`;
  }

  private renderWindow() {
    const stage = stageOfForm(this.values);
    const { name } = this.values;
    return html`
      <fieldset>
        <legend>${labelText(REGISTERS.screens.fields.stage.label)}</legend>
        <label>
          ${msg('常用尺寸', { id: 'stage.presets' })}
          <select @change=${this.onPreset}>
            <option value="">—</option>
            ${COMMON_STAGES.map(
              ({ width, height, pitchMm }, index) =>
                html`<option value=${index}>${width}×${height} · P${pitchMm}</option>`,
            )}
          </select>
        </label>
        <pb-stage-drawing
          .stage=${stage.ok ? stage.value : null}
          .name=${typeof name === 'string' ? name : ''}
          .others=${this.others()}
        ></pb-stage-drawing>
        ${this.renderForm(WINDOW_FIELDS)}
        <p class="soft small">
          ${msg('画面窗口是 LED 控制器取像的像素区域，通常从左上角开始；点间距和距离决定字号。', { id: 'screens.stage-help' })}
        </p>
      </fieldset>
    `;
  }

  private renderMounting() {
    const used = (fields: FormFields): boolean => Object.keys(fields).some((name) => this.values[name] !== undefined);
    return html`
      <details ?open=${used(WALL_FIELDS)}>
        <summary>${msg('多台播放器拼成一面墙', { id: 'wall.heading' })}</summary>
        <p class="soft small">
          ${msg('同组各屏填同样的整墙宽高，再填本屏左上角在整墙中的位置；按观众看到的画面计，与旋转无关。', { id: 'wall.help' })}
        </p>
        ${this.renderForm(WALL_FIELDS)}
      </details>
      <details ?open=${used(SAFE_FIELDS)}>
        <summary>${msg('安全边', { id: 'stage.safe' })}</summary>
        <p class="soft small">
          ${msg('边框会遮住的像素：文字和数字留在里面，底色铺到边。拼墙时指整墙的边，各屏填同样的数。', { id: 'stage.safe-help' })}
        </p>
        ${this.renderForm(SAFE_FIELDS)}
      </details>
    `;
  }

  /** The screens that may be parts of the same wall. */
  private others(): readonly NamedStage[] {
    const own = this.screen === 'new' ? undefined : this.screen?.id;
    return this.screens.filter(({ id, group, revoked }) => id !== own && group === this.values['group'] && !revoked);
  }

  private readonly onPreset = ({ target }: Event & { readonly target: HTMLSelectElement }): void => {
    const stage = COMMON_STAGES[Number(target.value || NaN)];
    if (!stage) return;
    const { width, height, pitchMm, distanceM } = stageFormValues(stage);
    this.values = { ...this.values, width, height, pitchMm, distanceM };
    this.errors = {};
  };

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    this.values = event.detail;
    this.errors = {};
  }

  private onSave(): void {
    const errors: Record<string, string> = {};
    for (const [name, code] of Object.entries(problemCodes(ALL_FIELDS, this.values))) {
      errors[name] = fieldProblemText(code, ALL_FIELDS[name]);
    }
    const stage = stageOfForm(this.values);
    if (!stage.ok && Object.keys(errors).length === 0) {
      const [field, words] = stageProblem(stage.problem);
      errors[field] = words;
    }
    this.errors = errors;
    if (stage.ok && Object.keys(errors).length === 0)
      void this.save({ ...screenRecord(this.values), stage: stage.value });
  }

  private async look(): Promise<void> {
    try {
      const { records } = await listRecords('screens');
      this.screens = records;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async save(values: FormValues): Promise<void> {
    const { screen } = this;
    this.problem = '';
    try {
      if (screen === 'new') {
        const { id, ...link } = await createScreen(withoutNulls(values));
        this.created(id, link);
      } else if (screen) {
        await updateRecord('screens', screen.id, values, screen.revision);
      }
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.errors = fieldProblems(problem.errors, ALL_FIELDS);
    }
  }
}
