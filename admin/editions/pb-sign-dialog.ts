import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Finding } from '../../core/editions/finding.ts';
import type { EditionDesk } from '../api/editions.ts';
import { labelText } from '../common/locale.ts';
import { controls } from '../style/controls.ts';
import '../common/pb-dialog.ts';
import { actingChoice, firstPlace } from './acting-choice.ts';
import { dialogStyles } from './dialog-styles.ts';
import { asOfText, editionName } from './edition-words.ts';
import { StepDialog } from './step-dialog.ts';

const LONGEST_REASON = 300;

/** The warnings of one code: they are acknowledged together. */
interface Doubt {
  readonly code: Finding['code'];
  readonly messages: readonly string[];
  readonly pages: readonly string[];
}

function doubtsIn(checks: readonly Finding[]): readonly Doubt[] {
  const warnings = checks.filter(({ level }) => level === 'warning');
  return [...new Set(warnings.map(({ code }) => code))].map((code) => {
    const own = warnings.filter((each) => each.code === code);
    return {
      code,
      messages: [...new Set(own.map(({ message }) => labelText(message)))],
      pages: [...new Set(own.flatMap(({ page }) => page ?? []))],
    };
  });
}

/** Signs an edition; every warning is acknowledged, with a reason. */
@customElement('pb-sign-dialog')
export class PbSignDialog extends StepDialog {
  /** Names of pages. */
  @property({ attribute: false }) nameOf: (page: string) => string = (page) => page;

  @state() private place = '';
  @state() private acknowledged: readonly string[] = [];

  static override styles = [controls, dialogStyles];

  protected begin({ steps }: EditionDesk): void {
    this.place = firstPlace(steps.sign);
    this.acknowledged = [];
  }

  protected override render() {
    const { desk } = this;
    const heading = desk ? `${msg('签发', { id: 'editions.step.sign' })} · ${editionName(desk.edition)}` : '';
    return html`
      <pb-dialog heading=${heading} ?open=${desk !== null} @pb-close=${this.onClose}>
        ${desk ? this.renderQuestion(desk) : nothing}
        <button slot="actions" type="button" @click=${this.onClose}>${msg('取消', { id: 'cancel' })}</button>
        <button slot="actions" type="button" class="primary" ?disabled=${this.busy} @click=${this.onSign}>
          ${msg('签发', { id: 'editions.step.sign' })}
        </button>
      </pb-dialog>
    `;
  }

  private get doubts(): readonly Doubt[] {
    return doubtsIn(this.desk?.checks ?? []);
  }

  private renderQuestion({ edition, steps }: EditionDesk) {
    const { doubts } = this;
    return html`
      ${this.renderProblem()}
      <p>
        ${msg('签发后即可播出，您的姓名记在这一期上。', { id: 'editions.sign-explain' })}<br />
        ${asOfText(edition.asOf)}
        <span class="soft small"
          >${msg('内容指纹', { id: 'editions.fingerprint' })} <span class="hash">${this.seen.slice(0, 12)}</span></span
        >
      </p>
      ${actingChoice(steps.sign, this.place, (id) => (this.place = id))}
      ${doubts.length === 0 ? nothing : this.renderDoubts(doubts)}
    `;
  }

  private renderDoubts(doubts: readonly Doubt[]) {
    const open = this.tried && doubts.some(({ code }) => !this.acknowledged.includes(code));
    return html`
      <h3>${msg('以下提醒，逐条知悉', { id: 'editions.acknowledge' })}</h3>
      <p>
        ${doubts.map(
          ({ code, messages, pages }) => html`
            <label class="tick">
              <input type="checkbox" .checked=${this.acknowledged.includes(code)} @change=${() => this.toggle(code)} />
              <span
                >${messages.join(msg('、', { id: 'list.separator' }))}
                ${
                  pages.length === 0
                    ? nothing
                    : html`<span class="soft small"
                        >${msg(str`（${pages.map((page) => this.nameOf(page)).join(' / ')}）`, { id: 'editions.on-pages' })}</span
                      >`
                }</span
              >
            </label>
          `,
        )}
        ${open ? html`<span class="wrong" role="alert">${msg('请逐条勾选', { id: 'editions.tick-all' })}</span>` : nothing}
      </p>
      ${this.renderText(msg('可以签发的理由', { id: 'editions.why-stand' }), true, LONGEST_REASON)}
    `;
  }

  private toggle(code: string): void {
    this.acknowledged = this.acknowledged.includes(code)
      ? this.acknowledged.filter((each) => each !== code)
      : [...this.acknowledged, code];
  }

  private readonly onSign = (): void => {
    const { doubts, acknowledged } = this;
    const reason = this.text.trim();
    this.tried = true;
    if (doubts.some(({ code }) => !acknowledged.includes(code)) || (doubts.length > 0 && reason === '')) return;
    this.give({
      step: 'sign',
      body: {
        content: this.seen,
        ...(this.place ? { onBehalfOf: this.place } : {}),
        ...(doubts.length > 0 ? { acknowledged, reason } : {}),
      },
    });
  };
}
