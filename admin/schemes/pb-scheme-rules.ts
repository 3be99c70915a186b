import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { isObject } from '../../core/result.ts';
import { UNIT_GROUPS } from '../../core/registers/unit-groups.ts';
import { GATES_RULE, HONOURS_RULE, SCHEME_RULES } from '../../core/schemes/form.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { plainText } from '../common/plain-text.ts';
import { controls } from '../style/controls.ts';
import { controlId, errorWords, focusControl, textInput, type FormContext } from './form-context.ts';
import { formMember } from './form-members.ts';
import { formStyles } from './form-styles.ts';
import { profilesIn, valueAt, type Path } from './scheme-draft.ts';

/** The rules of a scheme as a whole: profiles of the groups, ranks, ties, caps, vetoes, boards. */
@customElement('pb-scheme-rules')
export class PbSchemeRules extends PbElement {
  @property({ attribute: false }) context!: FormContext;

  static override styles = [
    controls,
    formStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
      }
      .panel {
        padding: 10px 14px 14px;
      }
      .members > .member input:not(.number, [type='checkbox']) {
        width: 9em;
      }
      p {
        margin: 0 0 8px;
      }
      .groups > .part {
        flex: 0 1 auto;
      }
    `,
  ];

  protected override render() {
    const { context } = this;
    return html`
      <section class="panel">
        <h2>${msg('各组别的权重档', { id: 'schemes.profiles' })}</h2>
        <p class="soft small">
          ${msg('填同一个名称的组别用同一套最高分；空着的组别不参加考核。', { id: 'schemes.profiles-explain' })}
        </p>
        <datalist id="profiles">
          ${profilesIn(context.body).map((name) => html`<option value=${name}></option>`)}
        </datalist>
        <div class="members groups">
          ${Object.entries(UNIT_GROUPS).map(([group, label]) => this.renderGroup(['profiles', group], labelText(label)))}
        </div>
        ${errorWords(context, ['profiles'])}
      </section>
      <section class="panel">
        <h2>${msg('位次与总分', { id: 'schemes.rules' })}</h2>
        <div class="members">${SCHEME_RULES.map((member) => formMember(context, [], member))}</div>
      </section>
      <section class="panel">${formMember(context, [], GATES_RULE)} ${formMember(context, [], HONOURS_RULE)}</section>
    `;
  }

  /** A group has one profile, or one for units with approval duties and one for the others. */
  private renderGroup(path: Path, label: string) {
    const { context } = this;
    const given = valueAt(context.body, path);
    const isSplit = isObject(given);
    const onSplit = (event: Event & { readonly target: HTMLInputElement }): void => {
      const first = isSplit ? plainText(given['approving']) || undefined : undefined;
      context.set(path, event.target.checked ? { approving: plainText(given), others: plainText(given) } : first);
    };
    return html`
      <fieldset class="part">
        <legend>${label}</legend>
        <div class="members">
          ${
            isSplit
              ? [
                  this.renderProfile([...path, 'approving'], msg('有审批职责的', { id: 'schemes.approving' })),
                  this.renderProfile([...path, 'others'], msg('其他的', { id: 'schemes.others' })),
                ]
              : this.renderProfile(path, msg('权重档', { id: 'schemes.profile' }))
          }
          <label class="member flag">
            <input type="checkbox" ?disabled=${context.readonly} .checked=${live(isSplit)} @change=${onSplit} />
            ${msg('按有无审批职责分开', { id: 'schemes.split-profile' })}
          </label>
        </div>
        ${isSplit ? errorWords(context, path) : nothing}
      </fieldset>
    `;
  }

  private renderProfile(path: Path, label: string) {
    const { context } = this;
    return html`
      <div class="member">
        <label for=${controlId(path)}>${label}</label>
        ${textInput(context, path, {
          text: plainText(valueAt(context.body, path)),
          set: (text) => context.set(path, text.trim() || undefined),
        })}
        ${errorWords(context, path)}
      </div>
    `;
  }

  /** Puts the focus on the control of a place, or of what it is in. */
  async focusPlace(path: Path): Promise<void> {
    await this.updateComplete;
    focusControl(this.renderRoot, path);
  }
}
