import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Photo } from '../../core/registers/index.ts';
import { pictureAddress } from '../api/photos.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblemText } from '../common/problem-text.ts';
import { warningText, type SaidWarning } from '../common/warning-words.ts';
import { readAmount } from '../figures/amount.ts';
import { invalidText } from '../figures/cell-words.ts';
import { differenceWords, reportedWords, returnedWords } from '../report/report-words.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';

/** What the verifier is asked. */
export type Question =
  | { readonly kind: 'found'; readonly name: string; readonly reportedYuan: number | null }
  | { readonly kind: 'return'; readonly names: readonly string[] }
  | { readonly kind: 'doubts'; readonly doubts: readonly { readonly name: string; readonly warning: SaidWarning }[] }
  | { readonly kind: 'photo'; readonly name: string; readonly photo: Photo };

export interface Answered {
  /** The amount found, in 元; null where none was asked for. */
  readonly foundYuan: number | null;
  readonly reason: string;
  /** Of a photo: whether it is accepted. */
  readonly accepted: boolean;
}

const LONGEST_REASON = 200;

/** Asks for an amount or a reason; fires `pb-close`, or calls `answer`. */
@customElement('pb-verify-dialog')
export class PbVerifyDialog extends PbElement {
  /** Null closes it. */
  @property({ attribute: false }) question: Question | null = null;
  @property({ attribute: false }) answer: (answered: Answered) => void = () => undefined;

  @state() private amount = '';
  @state() private reason = '';
  @state() private tried = false;

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      label {
        display: flex;
        flex-direction: column;
        gap: 4px;
        margin-bottom: 12px;
      }
      img {
        display: block;
        max-width: 100%;
        max-height: 52vh;
        margin: 0 auto 10px;
      }
      .wrong {
        color: var(--bad);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('question')) return;
    this.amount = '';
    this.reason = '';
    this.tried = false;
  }

  protected override render() {
    const { question } = this;
    return html`
      <pb-dialog
        heading=${question ? this.heading(question) : ''}
        ?wide=${question?.kind === 'photo'}
        ?open=${question !== null}
        @pb-close=${this.onClose}
      >
        ${question ? this.renderQuestion(question) : nothing}
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        ${question ? this.renderActions(question) : nothing}
      </pb-dialog>
    `;
  }

  private heading(question: Question): string {
    switch (question.kind) {
      case 'found':
        return msg(str`按查实数核实 · ${question.name}`, { id: 'verify.found-heading' });
      case 'return':
        return msg('退回', { id: 'verify.return' });
      case 'doubts':
        return msg('请核对这些数', { id: 'doubts.heading' });
      case 'photo':
        return msg(str`照片 · ${question.name}`, { id: 'verify.photo-heading' });
    }
  }

  private renderQuestion(question: Question) {
    switch (question.kind) {
      case 'found':
        return this.renderFound(question.reportedYuan);
      case 'return':
        return html`<p>${question.names.join('、')}</p>
          ${this.renderReason(msg('退回原因（填报人会看到）', { id: 'verify.return-reason' }), true)}`;
      case 'doubts':
        return html`
          <ul>
            ${question.doubts.map(({ name, warning }) => html`<li>${name}：${warningText(warning)}</li>`)}
          </ul>
          ${this.renderReason(msg('确认无误的话，请说明原因', { id: 'report.why' }), true)}
        `;
      case 'photo':
        return this.renderPhoto(question.photo);
    }
  }

  private renderFound(reportedYuan: number | null) {
    const input = readAmount(this.amount);
    const missing = this.tried && input.kind === 'clear';
    return html`
      <p>${reportedWords(reportedYuan)}</p>
      <label>
        ${msg('查实的今年累计完成投资（万元）', { id: 'verify.found' })}
        <input
          autofocus
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${missing || input.kind === 'invalid'}
          .value=${this.amount}
          @input=${(event: InputEvent & { readonly target: HTMLInputElement }) => (this.amount = event.target.value)}
        />
        ${missing ? html`<span class="wrong" role="alert">${fieldProblemText('required')}</span>` : nothing}
        ${input.kind === 'invalid' ? html`<span class="wrong" role="alert">${invalidText(input.why)}</span>` : nothing}
        ${
          input.kind === 'amount' && reportedYuan !== null
            ? html`<span class="soft"
                >${msg(str`与填报数相差 ${differenceWords(input.yuan - reportedYuan)}`, { id: 'verify.found-difference' })}</span
              >`
            : nothing
        }
      </label>
      ${this.renderReason(msg('说明（可不填）', { id: 'verify.note' }), false)}
    `;
  }

  private renderPhoto(photo: Photo) {
    return html`
      <img src=${pictureAddress(photo)} alt=${photo.caption ?? ''} />
      <p>
        ${photo.caption}
        <span class="soft">
          ${
            photo.takenOn
              ? msg(str`拍摄于 ${photo.takenOn}`, { id: 'verify.taken-on' })
              : msg('照片里没有拍摄日期', { id: 'verify.no-date' })
          }
        </span>
        ${photo.takenOn && !photo.takenOn.startsWith(photo.month) ? html`<span class="badge warn">${msg('不是本月拍的', { id: 'verify.other-month' })}</span>` : nothing}
      </p>
      ${photo.state === 'returned' ? html`<p class="wrong">${returnedWords(photo.returnReason)}</p>` : this.renderReason(msg('退回的话，写明原因', { id: 'verify.photo-reason' }), false)}
    `;
  }

  private renderReason(label: string, required: boolean) {
    const missing = this.tried && required && !this.reason.trim();
    return html`
      <label>
        ${label}
        <textarea
          maxlength=${LONGEST_REASON}
          ?autofocus=${required}
          aria-required=${required}
          aria-invalid=${missing}
          .value=${this.reason}
          @input=${(event: InputEvent & { readonly target: HTMLTextAreaElement }) => (this.reason = event.target.value)}
        ></textarea>
        ${missing ? html`<span class="wrong" role="alert">${fieldProblemText('required')}</span>` : nothing}
      </label>
    `;
  }

  private renderActions(question: Question) {
    if (question.kind !== 'photo') {
      return html`<button slot="actions" class="primary" type="button" @click=${this.onConfirm}>
        ${question.kind === 'return' ? msg('退回', { id: 'verify.return' }) : msg('核实', { id: 'verify.verify' })}
      </button>`;
    }
    const { state: now } = question.photo;
    return html`
      ${
        now === 'returned'
          ? nothing
          : html`<button
              slot="actions"
              class="danger"
              type="button"
              ?disabled=${!this.reason.trim()}
              @click=${() => this.give({ accepted: false })}
            >
              ${msg('退回', { id: 'verify.return' })}
            </button>`
      }
      ${
        now === 'accepted'
          ? nothing
          : html`<button slot="actions" class="primary" type="button" @click=${() => this.give({ accepted: true })}>
              ${msg('采用', { id: 'verify.accept' })}
            </button>`
      }
    `;
  }

  private onConfirm(): void {
    this.tried = true;
    const { question } = this;
    const input = readAmount(this.amount);
    if (question?.kind === 'found') {
      if (input.kind === 'amount') this.give({ foundYuan: input.yuan });
    } else if (this.reason.trim()) this.give({});
  }

  private give(answered: Partial<Answered>): void {
    this.answer({ foundYuan: null, reason: this.reason.trim(), accepted: false, ...answered });
  }

  private onClose(event: Event): void {
    event.stopPropagation();
    fire(this, 'pb-close', undefined);
  }
}
