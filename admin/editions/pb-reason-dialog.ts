import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditionDesk, EditionStep } from '../api/editions.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';
import type { AskedStep } from './asked-step.ts';
import { dialogStyles } from './dialog-styles.ts';
import { editionName, stepText, withdrawText } from './edition-words.ts';
import { StepDialog } from './step-dialog.ts';

const LONGEST_REASON = 300;
const LONGEST_NOTE = 100;

/** Steps that ask for a reason and nothing much else. */
export type ReasonStep = 'reopen' | 'withdraw' | 'hide' | 'show' | 'correct';

const NEEDS_REASON: readonly ReasonStep[] = ['withdraw', 'hide', 'correct'];

const isReasonStep = (step: AskedStep['step']): step is ReasonStep =>
  ['reopen', 'withdraw', 'hide', 'show', 'correct'].includes(step);

/** What most often is the reason: one press says it. */
const usualReasons = (): readonly string[] => [
  msg('数据有误', { id: 'editions.reason.figures' }),
  msg('文字或名称有误', { id: 'editions.reason.words' }),
  msg('内容不宜播出', { id: 'editions.reason.content' }),
];

function explanation(step: ReasonStep, name: string, onAir: boolean): string {
  switch (step) {
    case 'reopen':
      return msg('回到采集，本轮的审核和签发全部作废。', { id: 'editions.explain.reopen' });
    case 'withdraw':
      if (!onAir) return msg('这一期作废，不再办理，也不能恢复。', { id: 'editions.explain.give-up' });
      return msg('整期从所有屏幕撤下，屏幕显示“数据更新中”。撤下后不能恢复，只能出更正期。', {
        id: 'editions.explain.withdraw',
      });
    case 'hide':
      return msg(str`“${name}”从所有屏幕撤下，其余页照常播出。点一个原因立即撤下：`, { id: 'editions.explain.hide' });
    case 'show':
      return msg(str`“${name}”重新在所有屏幕播出。`, { id: 'editions.explain.show' });
    case 'correct':
      return msg('建立同期号的更正期：核对数据后冻结，一审加签发即可播出。', { id: 'editions.explain.correct' });
  }
}

/** Asks why a step is taken. A page comes down with one press on a usual reason. */
@customElement('pb-reason-dialog')
export class PbReasonDialog extends StepDialog {
  @property({ attribute: false }) asked: AskedStep | null = null;
  /** What the page is called. */
  @property() name = '';

  @state() private note = '';

  static override styles = [controls, dialogStyles];

  protected begin(): void {
    this.note = '';
  }

  protected override render() {
    const { desk, asked } = this;
    const step = asked && isReasonStep(asked.step) ? asked.step : null;
    const word = desk && step === 'withdraw' ? withdrawText(desk.edition) : step ? stepText(step) : '';
    const about = asked?.page === undefined ? (desk ? editionName(desk.edition) : '') : this.name;
    return html`
      <pb-dialog
        heading=${step ? `${word} · ${about}` : ''}
        ?open=${desk !== null && step !== null}
        @pb-close=${this.onClose}
      >
        ${desk && step ? this.renderQuestion(step, desk) : nothing}
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        ${
          step
            ? html`<button
                slot="actions"
                type="button"
                class=${step === 'show' || step === 'correct' ? 'primary' : 'danger primary'}
                ?disabled=${this.busy}
                @click=${() => this.confirm(step)}
              >
                ${word}
              </button>`
            : nothing
        }
      </pb-dialog>
    `;
  }

  private renderQuestion(step: ReasonStep, { edition }: EditionDesk) {
    const required = NEEDS_REASON.includes(step);
    return html`
      ${this.renderProblem()}
      <p>${explanation(step, this.name, edition.state === 'onAir')}</p>
      ${step === 'hide' || (step === 'withdraw' && edition.state === 'onAir') ? this.renderUsual(step) : nothing}
      ${this.renderText(
        required ? msg('原因', { id: 'editions.reason' }) : msg('原因（可不填）', { id: 'editions.reason-optional' }),
        required,
        LONGEST_REASON,
      )}
      ${
        step === 'correct'
          ? html`<label class="field">
              ${msg('对公众的更正说明（可不填，会在公众页上显示）', { id: 'editions.public-note' })}
              <input
                maxlength=${LONGEST_NOTE}
                autocomplete="off"
                .value=${this.note}
                @input=${(event: InputEvent & { readonly target: HTMLInputElement }) => (this.note = event.target.value)}
              />
            </label>`
          : nothing
      }
    `;
  }

  private renderUsual(step: 'hide' | 'withdraw') {
    return html`
      <div class="quick">
        ${usualReasons().map(
          (reason, position) => html`
            <button
              ?autofocus=${position === 0}
              type="button"
              class=${step === 'hide' ? 'danger' : ''}
              ?disabled=${this.busy}
              @click=${() => {
                this.text = reason;
                if (step === 'hide') this.confirm(step);
              }}
            >
              ${reason}
            </button>
          `,
        )}
      </div>
    `;
  }

  private confirm(step: ReasonStep): void {
    this.tried = true;
    const reason = this.text.trim();
    if (NEEDS_REASON.includes(step) && reason === '') return;
    this.give(this.stepOf(step, reason));
  }

  private stepOf(step: ReasonStep, reason: string): EditionStep {
    const page = this.asked?.page ?? '';
    const note = this.note.trim();
    const given = reason ? { reason } : {};
    switch (step) {
      case 'reopen':
        return { step, body: given };
      case 'withdraw':
        return { step, body: { reason } };
      case 'hide':
        return { step, body: { page, reason } };
      case 'show':
        return { step, body: { page, ...given } };
      case 'correct':
        return { step, body: { reason, ...(note ? { publicNote: note } : {}) } };
    }
  }
}
