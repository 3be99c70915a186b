import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { REVIEW_DECISIONS } from '../../core/registers/editions.ts';
import type { EditionDesk } from '../api/editions.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';
import { actingChoice, firstPlace } from './acting-choice.ts';
import { dialogStyles } from './dialog-styles.ts';
import { asOfText, editionName, stageText } from './edition-words.ts';
import { StepDialog } from './step-dialog.ts';

const LONGEST_COMMENT = 500;

/** Passes or returns the next review. */
@customElement('pb-review-dialog')
export class PbReviewDialog extends StepDialog {
  @state() private place = '';

  static override styles = [controls, dialogStyles];

  protected begin({ steps }: EditionDesk): void {
    this.place = firstPlace(steps.review);
  }

  protected override render() {
    const { desk } = this;
    const heading = desk ? `${stageText(desk.steps.review.stage ?? 1)} · ${editionName(desk.edition)}` : '';
    return html`
      <pb-dialog heading=${heading} ?open=${desk !== null} @pb-close=${this.onClose}>
        ${desk ? this.renderQuestion(desk) : nothing}
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        <button
          slot="actions"
          type="button"
          class="danger"
          ?disabled=${this.busy}
          @click=${() => this.decide('returned')}
        >
          ${msg('退回', { id: 'verify.return' })}
        </button>
        <button
          slot="actions"
          type="button"
          class="primary"
          ?disabled=${this.busy}
          @click=${() => this.decide('passed')}
        >
          ${msg('通过', { id: 'editions.pass' })}
        </button>
      </pb-dialog>
    `;
  }

  private renderQuestion({ edition, steps }: EditionDesk) {
    return html`
      ${this.renderProblem()}
      <p>
        ${asOfText(edition.asOf)}<br /><span class="soft small"
          >${msg('内容指纹', { id: 'editions.fingerprint' })} <span class="hash">${this.seen.slice(0, 12)}</span></span
        >
      </p>
      ${actingChoice(steps.review, this.place, (id) => (this.place = id))}
      ${this.renderText(msg('审核意见（退回时必填）', { id: 'editions.comment' }), this.tried, LONGEST_COMMENT)}
    `;
  }

  private decide(decision: keyof typeof REVIEW_DECISIONS): void {
    const comment = this.text.trim();
    this.tried = decision === 'returned' && comment === '';
    if (this.tried) return;
    this.give({
      step: 'reviews',
      body: {
        content: this.seen,
        decision,
        ...(comment ? { comment } : {}),
        ...(this.place ? { onBehalfOf: this.place } : {}),
      },
    });
  }
}
