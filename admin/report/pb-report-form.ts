import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { reports } from '../../core/registers/reports.ts';
import type { IsoDate } from '../../core/time.ts';
import type { Warning } from '../../core/warnings/warnings.ts';
import { listChanges, postChanges } from '../api/changes.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { sessionEvents } from '../api/request.ts';
import { fire } from '../common/events.ts';
import { momentText } from '../common/format.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblemText, problemText } from '../common/problem-text.ts';
import { guardUnsaved } from '../common/unsaved.ts';
import { warningsIn, warningText } from '../common/warning-words.ts';
import { invalidText } from '../figures/cell-words.ts';
import { controls } from '../style/controls.ts';
import {
  draftOf,
  dropDraft,
  explainsItself,
  keepDraft,
  keptDraft,
  readDraft,
  requestOf,
  type Draft,
  type DraftField,
  type Reading,
} from './report-draft.ts';
import type { PhotoUploads, Upload } from './photo-uploads.ts';
import { reportStyles, touchStyles } from './report-styles.ts';
import {
  differenceWords,
  rateText,
  reportedWords,
  returnedWords,
  standingText,
  standingTone,
  wanWords,
} from './report-words.ts';
import type { ProjectPeriod, ReportingData } from './reporting-data.ts';
import './pb-report-photos.ts';

const LONGEST_REASON = 300;

/** A change's path without its place in the set. */
const fieldOf = (path: string): string => path.split('/').at(-1) ?? path;

/** One project's report of one period; fires `pb-written` after it was sent. */
@customElement('pb-report-form')
export class PbReportForm extends PbElement {
  @property({ attribute: false }) data!: ReportingData;
  @property({ attribute: false }) row!: ProjectPeriod;
  @property() asOf: IsoDate = '' as IsoDate;
  @property({ attribute: false }) uploads!: PhotoUploads;
  /** This project's pictures that have not arrived. */
  @property({ attribute: false }) sending: readonly Upload[] = [];
  /** Whose draft it is. */
  @property() user = '';

  @state() private draft: Draft | null = null;
  @state() private edited = false;
  @state() private kept = true;
  @state() private tried = false;
  @state() private busy = false;
  @state() private problem: ApiProblem | null = null;
  /** Who sent what stands in the ledger, and when. */
  @state() private sentBy = '';

  private readonly onSignedIn = (): void => this.requestUpdate();

  static override styles = [controls, touchStyles, reportStyles];

  constructor() {
    super();
    // A browser without storage still asks before it forgets.
    guardUnsaved(this, () => this.edited && !this.kept);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    sessionEvents.addEventListener('signed-in', this.onSignedIn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    sessionEvents.removeEventListener('signed-in', this.onSignedIn);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('row') && !changed.has('asOf')) return;
    const before: ProjectPeriod | undefined = changed.get('row');
    if (before?.project.id !== this.row.project.id || changed.has('asOf')) this.open();
    else if (before.report?.revision !== this.row.report?.revision) this.follow();
  }

  private get key() {
    return { user: this.user, project: this.row.project.id, asOf: this.asOf };
  }

  private open(): void {
    const kept = keptDraft(this.key);
    this.draft = kept ?? draftOf(this.row);
    this.edited = kept !== null;
    this.kept = true;
    this.tried = false;
    this.problem = null;
    void this.look();
  }

  /** The report changed in the ledger; what is being typed stays. */
  private follow(): void {
    if (!this.edited) this.draft = draftOf(this.row);
    void this.look();
  }

  private async look(): Promise<void> {
    this.sentBy = '';
    const { report } = this.row;
    if (!report) return;
    try {
      const changes = await listChanges({ register: 'reports', record: report.id, limit: 50 });
      const sent = changes.find(({ fields }) => 'reportedYtdYuan' in fields || 'submittedOn' in fields);
      if (sent && this.row.report?.id === report.id)
        this.sentBy = msg(str`${sent.actor.name} 于 ${momentText(sent.at)} 填报`, { id: 'report.sent-by' });
    } catch (error) {
      this.problem ??= asProblem(error);
    }
  }

  protected override render() {
    const { row, draft } = this;
    if (!draft) return nothing;
    return html`
      ${this.renderHead()}
      ${row.standing === 'verified' ? this.renderVerified() : this.renderForm(draft, readDraft(this.data, row, this.asOf, draft))}
      <section class="panel photos">
        <h2>${msg('现场照片', { id: 'report.photos' })}</h2>
        <pb-report-photos
          .project=${row.project.id}
          .month=${this.asOf.slice(0, 7)}
          .photos=${row.photos}
          .uploads=${this.uploads}
          .sending=${this.sending}
        ></pb-report-photos>
      </section>
    `;
  }

  private renderHead() {
    const { project, planYuan, last, standing, report } = this.row;
    return html`
      <div class="title">
        <h1>${project.name}</h1>
        <span class="badge ${standingTone(standing)}">${standingText(standing)}</span>
      </div>
      <dl>
        <dt>${msg('年度计划', { id: 'report.plan' })}</dt>
        <dd>${wanWords(planYuan)}</dd>
        <dt>${msg('上次核实', { id: 'report.last' })}</dt>
        <dd>
          ${wanWords(last?.yuan)}
          ${last ? html`<span class="soft">${last.asOf} · ${rateText(last.yuan, planYuan)}</span>` : nothing}
        </dd>
      </dl>
      ${this.sentBy ? html`<p class="soft small" id="sent">${this.sentBy}</p>` : nothing}
      ${
        standing === 'returned'
          ? html`<div class="message bad" role="status">${returnedWords(report?.returnReason)}</div>`
          : nothing
      }
    `;
  }

  private renderVerified() {
    const { report, planYuan } = this.row;
    return html`
      <div class="message good">
        ${msg(str`本期已核实：${wanWords(report?.completedYtdYuan)}`, { id: 'report.verified-figure' })}
        ${rateText(report?.completedYtdYuan, planYuan)}
        ${
          report?.reportedYtdYuan !== undefined && report.reportedYtdYuan !== report.completedYtdYuan
            ? html`<div>${reportedWords(report.reportedYtdYuan)}</div>`
            : nothing
        }
      </div>
    `;
  }

  private renderForm(draft: Draft, reading: Reading) {
    const { input } = reading;
    const wrong = input.kind === 'invalid' || (this.tried && input.kind === 'clear');
    return html`
      <form class="panel" novalidate @submit=${this.onSubmit}>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problemWords()}</div>` : nothing}
        <label>
          ${msg('今年累计完成投资（万元）', { id: 'report.amount' })}
          <input
            class="amount"
            name="amount"
            inputmode="decimal"
            autocomplete="off"
            enterkeyhint="done"
            required
            aria-invalid=${wrong}
            aria-describedby="reading"
            .value=${draft.amount}
            @input=${this.onInput}
          />
        </label>
        <div id="reading" aria-live="polite">${this.renderReading(reading)}</div>
        ${reading.needsCorrectionReason ? this.renderText('correctionReason', msg('本月为负数，冲减（核减）原因', { id: 'report.correction' }), LONGEST_REASON, true) : nothing}
        ${this.renderDoubts(reading)}
        ${this.renderText('physicalProgress', msg('形象进度', { id: 'report.physical' }), reports.fields.physicalProgress.max ?? 0)}
        ${this.renderText('difficulties', msg('存在问题', { id: 'report.difficulties' }), reports.fields.difficulties.max ?? 0)}
        <button class="primary send" ?disabled=${this.busy}>
          ${this.busy ? msg('正在发送…', { id: 'report.sending' }) : this.row.report ? msg('重新填报', { id: 'report.send-again' }) : msg('填报', { id: 'report.send' })}
        </button>
        ${
          this.edited
            ? html`<p class="soft small" role="status">
                ${this.kept ? msg('还没有发送；已存在这台手机（电脑）上，断网、关页都不会丢。', { id: 'report.draft' }) : msg('还没有发送；这个浏览器不能保存草稿，请不要关闭页面。', { id: 'report.draft-unkept' })}
                <button class="quiet" type="button" @click=${this.onDiscard}>
                  ${msg('放弃修改', { id: 'report.discard' })}
                </button>
              </p>`
            : nothing
        }
      </form>
    `;
  }

  private renderReading({ input, yuan, differenceYuan, monthYuan }: Reading) {
    if (input.kind === 'invalid') return html`<p class="wrong">${invalidText(input.why)}</p>`;
    if (yuan === null)
      return this.tried
        ? html`<p class="wrong">${msg('请填写累计完成投资，没有投资填 0', { id: 'report.amount-missing' })}</p>`
        : nothing;
    const rate = rateText(yuan, this.row.planYuan);
    return html`
      <p class="reading">
        ${rate ? html`<strong>${msg(str`完成年度计划 ${rate}`, { id: 'report.rate' })}</strong>` : msg('年度计划未下达', { id: 'report.no-plan' })}
        ${differenceYuan === null ? nothing : html` · ${msg(str`比上次 ${differenceWords(differenceYuan)}`, { id: 'report.difference' })}`}
        ${monthYuan === null ? nothing : html` · ${msg(str`本月 ${wanWords(monthYuan)}`, { id: 'report.month' })}`}
      </p>
    `;
  }

  /** Those that this page sees, and those that only the server saw. */
  private doubtsOf({ warnings }: Reading): readonly Warning[] {
    const said = this.problem ? warningsIn(this.problem) : [];
    return [...warnings, ...said.filter(({ code }) => !warnings.some((each) => each.code === code))];
  }

  private renderDoubts(reading: Reading) {
    const warnings = this.doubtsOf(reading);
    if (warnings.length === 0) return nothing;
    const own = !explainsItself({ ...reading, warnings });
    return html`
      <div class="message warn doubts" role="status">
        <strong>${msg('请核对：', { id: 'report.doubts' })}</strong>
        <ul>
          ${warnings.map((each) => html`<li>${warningText(each)}</li>`)}
        </ul>
        ${own ? this.renderText('why', msg('确认无误的话，请说明原因', { id: 'report.why' }), LONGEST_REASON, true) : nothing}
      </div>
    `;
  }

  private renderText(name: DraftField, label: string, max: number, required = false) {
    const missing = required && this.tried && !this.draft?.[name].trim();
    const error = this.problem?.errors.find(({ path }) => fieldOf(path) === name);
    return html`
      <label>
        ${label}
        <textarea
          name=${name}
          rows="2"
          maxlength=${max}
          aria-required=${required}
          aria-invalid=${missing || error !== undefined}
          .value=${this.draft?.[name] ?? ''}
          @input=${this.onInput}
        ></textarea>
        ${missing ? html`<span class="wrong" role="alert">${fieldProblemText('required')}</span>` : nothing}
        ${error ? html`<span class="wrong" role="alert">${fieldProblemText(error.code)}</span>` : nothing}
      </label>
    `;
  }

  private problemWords(): string {
    const { problem } = this;
    if (!problem) return '';
    if (problem.code === 'needs-confirmation') return msg('请核对下面的提示并说明原因', { id: 'report.confirm' });
    if (problem.code === 'offline')
      return msg('没有网络，还没有发送；填的内容已留在这里，联网后再点一次', { id: 'report.offline' });
    return problemText(problem);
  }

  private onInput(event: Event & { readonly target: HTMLInputElement | HTMLTextAreaElement }): void {
    const { name, value } = event.target;
    if (!this.draft || !(name in this.draft)) return;
    this.draft = { ...this.draft, [name]: value };
    // What the server doubted was the figure before.
    if (name === 'amount' && this.problem?.code === 'needs-confirmation') this.problem = null;
    this.edited = true;
    this.kept = keepDraft(this.key, this.draft);
  }

  private onDiscard(): void {
    dropDraft(this.key);
    this.open();
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.tried = true;
    const { draft } = this;
    if (!draft || this.busy) return;
    const reading = readDraft(this.data, this.row, this.asOf, draft);
    const warnings = this.doubtsOf(reading);
    const asked = warnings.length > 0 && !explainsItself({ ...reading, warnings });
    const missing =
      reading.yuan === null ||
      (reading.needsCorrectionReason && !draft.correctionReason.trim()) ||
      (asked && !draft.why.trim());
    if (missing) void this.toFirstWrong();
    else void this.send(draft, reading);
  }

  private async toFirstWrong(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  private async send(draft: Draft, reading: Reading): Promise<void> {
    this.busy = true;
    const confirm = [...new Set(this.doubtsOf(reading).map(({ code }) => code))];
    const reason = draft.why.trim() || draft.correctionReason.trim();
    try {
      await postChanges([requestOf(this.row, this.asOf, draft, reading)], { reason, confirm });
      dropDraft(this.key);
      this.edited = false;
      this.tried = false;
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
    // Also after a refusal: somebody else may have sent, verified or returned it meanwhile.
    fire(this, 'pb-written', undefined);
  }
}
