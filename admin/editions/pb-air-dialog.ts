import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditionDesk } from '../api/editions.ts';
import { today } from '../common/format.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';
import { airTime, nextFriday, USUAL_TIME } from './air-time.ts';
import { dialogStyles } from './dialog-styles.ts';
import { asOfText, editionName, stepText } from './edition-words.ts';
import { StepDialog } from './step-dialog.ts';

type FieldEvent = Event & { readonly target: HTMLInputElement };

/** Puts a signed edition on air now, or sets the moment. */
@customElement('pb-air-dialog')
export class PbAirDialog extends StepDialog {
  /** What it would take the place of; empty when nothing is on air. */
  @property() replaces = '';
  /** Whether the moment is asked for first. */
  @property({ type: Boolean }) later = false;

  @state() private atMoment = false;
  @state() private date = '';
  @state() private time = USUAL_TIME;

  static override styles = [
    controls,
    dialogStyles,
    css`
      .moment {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-left: 32px;
      }
      label.tick {
        align-items: center;
        border: 0;
      }
    `,
  ];

  protected begin(): void {
    this.atMoment = this.later;
    this.date = nextFriday(Date.now());
    this.time = USUAL_TIME;
  }

  protected override render() {
    const { desk } = this;
    const word = stepText(this.atMoment ? 'schedule' : 'air');
    return html`
      <pb-dialog
        heading=${desk ? `${stepText('air')} · ${editionName(desk.edition)}` : ''}
        ?open=${desk !== null}
        @pb-close=${this.onClose}
      >
        ${desk ? this.renderQuestion(desk) : nothing}
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        <button slot="actions" type="button" class="primary" ?disabled=${this.busy} @click=${this.onAir}>
          ${word}
        </button>
      </pb-dialog>
    `;
  }

  private renderQuestion({ edition, steps }: EditionDesk) {
    return html`
      ${this.renderProblem()}
      <p>
        ${asOfText(edition.asOf)}<br />
        ${
          this.replaces
            ? msg(str`播出后，正在播出的${this.replaces}自动更替。`, { id: 'editions.replaces' })
            : msg('现在没有期次在播出。', { id: 'editions.replaces-none' })
        }
      </p>
      ${this.renderMode(false, msg('现在播出', { id: 'editions.air-now' }), steps.air.allowed)}
      ${this.renderMode(true, msg('到时自动播出', { id: 'editions.air-later' }), steps.schedule.allowed)}
      ${this.atMoment ? this.renderMoment() : nothing}
    `;
  }

  private renderMode(later: boolean, words: string, allowed: boolean) {
    return html`
      <label class="tick">
        <input
          type="radio"
          name="mode"
          .checked=${this.atMoment === later}
          ?disabled=${!allowed}
          @change=${() => (this.atMoment = later)}
        />
        ${words}
      </label>
    `;
  }

  private renderMoment() {
    const at = airTime(this.date, this.time);
    const wrong = this.tried && (at === null || at <= Date.now());
    return html`
      <div class="moment">
        <input
          type="date"
          aria-label=${msg('播出日期', { id: 'editions.air-date' })}
          min=${today()}
          .value=${this.date}
          @change=${(event: FieldEvent) => (this.date = event.target.value)}
        />
        <input
          type="time"
          aria-label=${msg('播出时间', { id: 'editions.air-time' })}
          .value=${this.time}
          @change=${(event: FieldEvent) => (this.time = event.target.value)}
        />
        <span class="soft small">${msg('北京时间', { id: 'editions.beijing-time' })}</span>
        ${wrong ? html`<span class="wrong" role="alert">${msg('须在现在之后', { id: 'editions.must-be-future' })}</span>` : nothing}
      </div>
    `;
  }

  private readonly onAir = (): void => {
    this.tried = true;
    const content = this.seen;
    if (!this.atMoment) return this.give({ step: 'air', body: { content } });
    const airAt = airTime(this.date, this.time);
    if (airAt === null || airAt <= Date.now()) return;
    this.give({ step: 'schedule', body: { content, airAt } });
  };
}
