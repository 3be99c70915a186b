import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { monthNumberOf, yearOf, type IsoDate } from '../../core/time.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { reminderText, type MissingUnit } from './verify-model.ts';
import { verifyStyles } from './verify-styles.ts';

/** Who has not reported, unit by unit, and the words that remind them. */
@customElement('pb-missing')
export class PbMissing extends PbElement {
  @property({ attribute: false }) missing: readonly MissingUnit[] = [];
  @property() period: IsoDate = '' as IsoDate;
  @property() due: IsoDate = '' as IsoDate;
  @property({ type: Boolean }) weekly = false;

  @state() private shown = false;
  @state() private copied = false;

  @query('textarea') private words!: HTMLTextAreaElement | null;

  static override styles = [controls, verifyStyles];

  protected override render() {
    if (this.missing.length === 0) return nothing;
    const projects = this.missing.reduce((sum, each) => sum + each.projects.length, 0);
    return html`
      <section class="panel">
        <div class="bar">
          <h2>${msg(str`未填报：${this.missing.length} 个单位，${projects} 个项目`, { id: 'verify.missing' })}</h2>
          <span class="grow"></span>
          <span role="status" class="soft">${this.copied ? msg('已复制', { id: 'verify.copied' }) : ''}</span>
          <button type="button" @click=${this.onCopy}>${msg('复制提醒', { id: 'verify.copy' })}</button>
        </div>
        <ul class="missing">
          ${this.missing.map(
            ({ unit, projects: names, total }) => html`
              <li>
                <strong>${unit?.name ?? msg('未定责任单位', { id: 'verify.no-unit' })}</strong>
                <span class="soft">${names.length}/${total}</span> ${names.join('、')}
              </li>
            `,
          )}
        </ul>
        ${
          this.shown
            ? html`<textarea
                class="reminder"
                readonly
                aria-label=${msg('提醒的内容', { id: 'verify.reminder' })}
                .value=${this.text}
              ></textarea>`
            : nothing
        }
      </section>
    `;
  }

  private get text(): string {
    const period = this.weekly ? `截至${this.period}的一周` : `${yearOf(this.period)}年${monthNumberOf(this.period)}月`;
    return reminderText(period, this.due, this.missing);
  }

  private onCopy(): void {
    void this.copy();
  }

  /** On a plain address a browser has no clipboard for pages: then the text stands there, chosen. */
  private async copy(): Promise<void> {
    this.shown = true;
    await this.updateComplete;
    this.words?.select();
    try {
      // The types promise it; browsers leave it out without TLS.
      await (navigator.clipboard as Clipboard | undefined)?.writeText(this.text);
      this.copied = navigator.clipboard !== undefined || document.execCommand('copy');
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.copied = document.execCommand('copy');
    }
  }
}
