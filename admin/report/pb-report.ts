import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { officeDate } from '../../core/office-time.ts';
import { currentPeriod, periodOn, reportablePeriods } from '../../core/reporting/period.ts';
import type { Unit } from '../../core/registers/index.ts';
import { instant, type IsoDate } from '../../core/time.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { ledgerRevision } from '../api/records.ts';
import { sessionEvents } from '../api/request.ts';
import type { SessionUser } from '../api/session.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { guardUnsaved } from '../common/unsaved.ts';
import { controls } from '../style/controls.ts';
import { PhotoUploads } from './photo-uploads.ts';
import { loadReporting, projectPeriods, type ProjectPeriod, type ReportingData } from './reporting-data.ts';
import { pageStyles, reportStyles, touchStyles } from './report-styles.ts';
import { dueWords, periodName, rateText, standingText, standingTone, wanWords } from './report-words.ts';
import './pb-report-form.ts';

const REFRESH_MS = 15_000;

type SelectEvent = Event & { readonly target: HTMLSelectElement };

/** Section 填报, on a phone first: a unit's projects, what each still has to report, and the report itself. */
@customElement('pb-report')
export class PbReport extends PbElement {
  @property({ attribute: false }) user!: SessionUser;
  /** The period and the project of the address; empty on the list. */
  @property() period = '';
  @property() project = '';

  @state() private data: ReportingData | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private unit = '';
  /** The picture that arrived last was taken in another month. */
  @state() private otherMonth = false;

  private readonly uploads = new PhotoUploads({
    changed: () => this.requestUpdate(),
    arrived: (otherMonth) => {
      this.otherMonth = otherMonth;
      void this.load();
    },
  });
  private readonly onSignedIn = (): void => void this.load();

  static override styles = [controls, touchStyles, reportStyles, pageStyles];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.refresh());
    guardUnsaved(this, () => this.uploads.all.length > 0);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    sessionEvents.addEventListener('signed-in', this.onSignedIn);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    sessionEvents.removeEventListener('signed-in', this.onSignedIn);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('project') || changed.has('period')) this.otherMonth = false;
  }

  protected override render() {
    const { data, problem } = this;
    return html`
      ${problem ? html`<div class="message bad" role="alert">${problemText(problem)}</div>` : nothing}
      ${this.renderUploads()}
      ${data ? this.renderData(data) : problem ? nothing : html`<p class="soft">${msg('正在读取…', { id: 'loading' })}</p>`}
    `;
  }

  private renderUploads() {
    const failed = this.uploads.all.filter((each) => each.problem !== null);
    const names = [...new Set(failed.map(({ project }) => this.data?.ledger.tables.projects.get(project)?.name ?? ''))];
    return html`
      ${
        failed.length > 0
          ? html`<div class="message bad" role="status">
              ${msg(str`${failed.length} 张照片没有传上去：${names.join('、')}`, { id: 'photo.failed' })}
            </div>`
          : nothing
      }
      ${
        this.otherMonth
          ? html`<div class="message warn" role="status">
              ${msg('有照片的拍摄日期不在本月，核实时会看到', { id: 'photo.other-month' })}
            </div>`
          : nothing
      }
    `;
  }

  private renderData(data: ReportingData) {
    const today = officeDate(instant(Date.now()));
    const { settings } = data;
    const periods = reportablePeriods(today, settings);
    const asOf = periods.find((each) => each === this.period) ?? currentPeriod(today, settings).asOf;
    const rows = projectPeriods(data, asOf);
    const row = this.project ? rows.find(({ project }) => project.id === this.project) : undefined;
    return row ? this.renderOne(data, row, asOf) : this.renderList(data, rows, asOf, today);
  }

  private renderOne(data: ReportingData, row: ProjectPeriod, asOf: IsoDate) {
    const sending = this.uploads.all.filter(
      ({ project, month }) => project === row.project.id && asOf.startsWith(month),
    );
    return html`
      <p>
        <a class="button" href=${routeHash('report', asOf)}>
          ‹ ${msg(str`${periodName(asOf, data.settings.reportPeriod)}的项目`, { id: 'report.back' })}
        </a>
      </p>
      <pb-report-form
        .data=${data}
        .row=${row}
        .asOf=${asOf}
        .user=${this.user.id}
        .uploads=${this.uploads}
        .sending=${sending}
        @pb-written=${() => void this.load()}
      ></pb-report-form>
    `;
  }

  private renderList(data: ReportingData, rows: readonly ProjectPeriod[], asOf: IsoDate, today: IsoDate) {
    const units = [...new Map(rows.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : []))).values()];
    const shown = this.unit ? rows.filter(({ unit }) => unit?.id === this.unit) : rows;
    const open = shown.filter(({ standing }) => standing === 'missing' || standing === 'returned').length;
    return html`
      <div class="head">
        <h1>${msg('进度填报', { id: 'report.heading' })}</h1>
        ${this.renderPeriods(data, asOf, today)} ${units.length > 1 ? this.renderUnits(units) : nothing}
      </div>
      <div class="message ${open > 0 ? 'warn' : 'good'}" role="status">
        ${dueWords(periodOn(asOf, today, data.settings))} ·
        ${open > 0 ? msg(str`还有 ${open} 个项目要填报`, { id: 'report.open' }) : msg('全部已填报', { id: 'report.none-open' })}
      </div>
      ${shown.length === 0 ? html`<p>${msg('没有要填报的项目', { id: 'report.no-projects' })}</p>` : nothing}
      <ul class="cards">
        ${shown.map((row) => html`<li>${this.renderCard(row, asOf)}</li>`)}
      </ul>
    `;
  }

  private renderPeriods({ settings }: ReportingData, asOf: IsoDate, today: IsoDate) {
    return html`
      <label>
        ${msg('期', { id: 'report.period' })}
        <select @change=${(event: SelectEvent) => (location.hash = routeHash('report', event.target.value))}>
          ${[...reportablePeriods(today, settings)]
            .reverse()
            .map(
              (each) =>
                html`<option value=${each} ?selected=${each === asOf}>
                  ${periodName(each, settings.reportPeriod)}
                </option>`,
            )}
        </select>
      </label>
    `;
  }

  private renderUnits(units: readonly Unit[]) {
    return html`
      <label>
        ${msg('责任单位', { id: 'report.unit' })}
        <select @change=${(event: SelectEvent) => (this.unit = event.target.value)}>
          <option value="" ?selected=${this.unit === ''}>${msg('全部', { id: 'report.all-units' })}</option>
          ${units.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.unit}>${name}</option>`)}
        </select>
      </label>
    `;
  }

  private renderCard({ project, planYuan, last, report, standing, photos }: ProjectPeriod, asOf: IsoDate) {
    const own = report?.completedYtdYuan ?? report?.reportedYtdYuan;
    return html`
      <a class="panel card" href=${routeHash('report', asOf, project.id)}>
        <div class="title">
          <span>${project.name}</span>
          <span class="badge ${standingTone(standing)}">${standingText(standing)}</span>
        </div>
        ${standing === 'returned' ? html`<div class="wrong">${report?.returnReason}</div>` : nothing}
        <dl>
          <dt>${msg('年度计划', { id: 'report.plan' })}</dt>
          <dd>${wanWords(planYuan)}</dd>
          <dt>${msg('上次核实', { id: 'report.last' })}</dt>
          <dd>${wanWords(last?.yuan)} <span class="soft">${rateText(last?.yuan, planYuan)}</span></dd>
          ${
            own === undefined
              ? nothing
              : html`<dt>${msg('本期', { id: 'report.this-period' })}</dt>
                  <dd>${wanWords(own)} <span class="soft">${rateText(own, planYuan)}</span></dd>`
          }
          ${
            photos.length > 0
              ? html`<dt>${msg('照片', { id: 'report.photo-count' })}</dt>
                  <dd>${photos.length}</dd>`
              : nothing
          }
        </dl>
      </a>
    `;
  }

  private async load(): Promise<void> {
    try {
      this.data = await loadReporting();
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private async refresh(): Promise<void> {
    try {
      if (!this.data || this.problem || (await ledgerRevision()) !== this.data.revision) await this.load();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }
}
