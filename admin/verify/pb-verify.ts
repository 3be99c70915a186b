import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { officeDate } from '../../core/office-time.ts';
import { currentPeriod, isLate, periodOn, reportablePeriods } from '../../core/reporting/period.ts';
import type { Photo } from '../../core/registers/index.ts';
import { instant, type IsoDate } from '../../core/time.ts';
import { postChanges, type ChangeRequest } from '../api/changes.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { ledgerRevision } from '../api/records.ts';
import { sessionEvents } from '../api/request.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { warningsIn } from '../common/warning-words.ts';
import { loadReporting, projectPeriods, type ProjectPeriod, type ReportingData } from '../report/reporting-data.ts';
import { dueWords, periodName, standingText } from '../report/report-words.ts';
import { controls } from '../style/controls.ts';
import type { Answered, Question } from './pb-verify-dialog.ts';
import './pb-verify-dialog.ts';
import './pb-missing.ts';
import {
  missingUnits,
  photoAcceptance,
  photoReturn,
  returning,
  verification,
  waitingReports,
  type Waiting,
} from './verify-model.ts';
import { settledRow, waitingRow } from './verify-rows.ts';
import { pageStyles, verifyStyles } from './verify-styles.ts';

const REFRESH_MS = 10_000;

/** A question and what its answer does. */
interface Asked {
  readonly question: Question;
  readonly act: (answered: Answered) => void;
}

/** A set that is written, with the project that each of its writes is about. */
interface Work {
  readonly changes: readonly ChangeRequest[];
  readonly names: readonly string[];
  /** What is said when it is done. */
  readonly done: string;
}

/** Section 核实: what units have reported is checked, corrected or returned; who has not reported is reminded. */
@customElement('pb-verify')
export class PbVerify extends PbElement {
  /** The period of the address; empty for the current one. */
  @property() period = '';

  @state() private data: ReportingData | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private said = '';
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private asked: Asked | null = null;
  @state() private busy = false;

  private readonly onSignedIn = (): void => void this.load();

  static override styles = [controls, verifyStyles, pageStyles];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.refresh());
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

  protected override render() {
    const { data, problem, asked } = this;
    return html`
      ${problem ? html`<div class="message bad" role="alert">${this.problemWords(problem)}</div>` : nothing}
      ${data ? this.renderData(data) : problem ? nothing : html`<p class="soft">${msg('正在读取…', { id: 'loading' })}</p>`}
      <pb-verify-dialog
        .question=${asked?.question ?? null}
        .answer=${(answered: Answered) => asked?.act(answered)}
        @pb-close=${() => (this.asked = null)}
      ></pb-verify-dialog>
    `;
  }

  private renderData(data: ReportingData) {
    const today = officeDate(instant(Date.now()));
    const { settings } = data;
    const periods = reportablePeriods(today, settings);
    const asOf = periods.find((each) => each === this.period) ?? currentPeriod(today, settings).asOf;
    const rows = projectPeriods(data, asOf);
    const waiting = waitingReports(rows);
    const open = periodOn(asOf, today, settings);
    return html`
      <div class="bar">
        <h1>${msg('核实进度', { id: 'verify.heading' })}</h1>
        <label>
          <span class="sr">${msg('期', { id: 'report.period' })}</span>
          <select
            @change=${(event: Event & { readonly target: HTMLSelectElement }) => (location.hash = routeHash('verify', event.target.value))}
          >
            ${[...periods].reverse().map((each) => html`<option value=${each} ?selected=${each === asOf}>${periodName(each, settings.reportPeriod)}</option>`)}
          </select>
        </label>
        <span class="soft">${dueWords(open)}</span>
        <span class="grow"></span>
        <span role="status" class="soft">${this.said}</span>
      </div>
      ${this.renderCounts(rows)} ${this.renderWaiting(waiting, asOf)}
      <pb-missing
        .missing=${missingUnits(rows)}
        .period=${asOf}
        .due=${open.due}
        .weekly=${settings.reportPeriod === 'week'}
      ></pb-missing>
      ${this.renderOthers(rows)}
    `;
  }

  private renderCounts(rows: readonly ProjectPeriod[]) {
    const standings = ['submitted', 'missing', 'returned', 'verified'] as const;
    return html`
      <div class="counts">
        ${standings.map(
          (standing) => html`
            <div class="panel">
              <strong>${rows.filter((row) => row.standing === standing).length}</strong>${standingText(standing)}
            </div>
          `,
        )}
      </div>
    `;
  }

  private renderWaiting(waiting: readonly Waiting[], asOf: IsoDate) {
    const chosen = waiting.filter(({ report }) => this.chosen.has(report.id));
    return html`
      <section class="panel">
        <div class="bar">
          <h2>${msg('待核实', { id: 'verify.waiting' })}</h2>
          <span class="grow"></span>
          <button
            class="primary"
            type="button"
            ?disabled=${chosen.length === 0 || this.busy}
            @click=${() => this.verify(chosen)}
          >
            ${msg(str`按填报数核实所选（${chosen.length}）`, { id: 'verify.verify-chosen' })}
          </button>
          <button
            class="danger"
            type="button"
            ?disabled=${chosen.length === 0 || this.busy}
            @click=${() => this.askReturn(chosen)}
          >
            ${msg('退回所选', { id: 'verify.return-chosen' })}
          </button>
        </div>
        ${
          waiting.length === 0
            ? html`<p class="soft">${msg('没有待核实的填报', { id: 'verify.none-waiting' })}</p>`
            : this.renderTable(waiting, chosen, asOf)
        }
      </section>
    `;
  }

  private renderTable(waiting: readonly Waiting[], chosen: readonly Waiting[], asOf: IsoDate) {
    const all = chosen.length === waiting.length;
    return html`
      <div class="rows" tabindex="0" role="region" aria-label=${msg('待核实', { id: 'verify.waiting' })}>
        <table class="list">
          <thead>
            <tr>
              <th class="check" scope="col">
                <input
                  type="checkbox"
                  aria-label=${msg('全选', { id: 'verify.choose-all' })}
                  .checked=${live(all)}
                  @change=${() => (this.chosen = new Set(all ? [] : waiting.map(({ report }) => report.id)))}
                />
              </th>
              <th scope="col">${msg('项目', { id: 'verify.project' })}</th>
              <th class="number" scope="col">${msg('填报数', { id: 'verify.reported' })}</th>
              <th class="number" scope="col">${msg('上次核实', { id: 'report.last' })}</th>
              <th class="number" scope="col">${msg('增加', { id: 'verify.difference' })}</th>
              <th class="number" scope="col">${msg('完成率', { id: 'verify.rate' })}</th>
              <th scope="col">${msg('形象进度、问题', { id: 'verify.words' })}</th>
              <th scope="col">${msg('照片', { id: 'report.photo-count' })}</th>
              <th scope="col"><span class="sr">${msg('操作', { id: 'verify.actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${waiting.map((each) => this.rowOf(each, asOf))}
          </tbody>
        </table>
      </div>
    `;
  }

  /** What is done already, or was sent back: to look it up. Photos that came later wait above it. */
  private renderOthers(rows: readonly ProjectPeriod[]) {
    const others = rows.filter(({ standing }) => standing !== 'submitted');
    const pending = others.filter(({ photos }) => photos.some((photo) => photo.state === 'submitted'));
    const settled = others.filter((row) => row.report !== null && !pending.includes(row));
    return html`
      ${
        pending.length === 0
          ? nothing
          : html`<section class="panel">
              <h2>${msg('待审照片', { id: 'verify.pending-photos' })}</h2>
              ${this.renderSettled(pending)}
            </section>`
      }
      ${
        settled.length === 0
          ? nothing
          : html`<section class="panel">
              <details>
                <summary>${msg(str`已核实和已退回（${settled.length}）`, { id: 'verify.others' })}</summary>
                ${this.renderSettled(settled)}
              </details>
            </section>`
      }
    `;
  }

  private renderSettled(rows: readonly ProjectPeriod[]) {
    const actions = { onReturn: (of: Pick<Waiting, 'report' | 'row'>) => this.askReturn([of]), onPhoto: this.askPhoto };
    return html`
      <div class="rows">
        <table class="list">
          <tbody>
            ${rows.map((row) => settledRow(row, actions))}
          </tbody>
        </table>
      </div>
    `;
  }

  private rowOf(each: Waiting, asOf: IsoDate) {
    const { report } = each;
    return waitingRow(each, {
      chosen: this.chosen.has(report.id),
      late:
        this.data !== null && report.submittedOn !== undefined && isLate(report.submittedOn, asOf, this.data.settings),
      onChoose: () => this.choose(report.id),
      onVerify: () => this.verify([each]),
      onFound: () => this.askFound(each),
      onReturn: () => this.askReturn([each]),
      onPhoto: this.askPhoto,
    });
  }

  private problemWords(problem: ApiProblem): string {
    const own =
      problem.code === 'forbidden' && problem.errors.some(({ path }) => /\/(state|reportedYtdYuan)$/.test(path));
    return own && this.data?.settings.fourEyes
      ? msg('自己填报的数要由别人核实', { id: 'verify.four-eyes' })
      : problemText(problem);
  }

  private choose(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  private verify(waiting: readonly Waiting[], foundYuan: number | null = null, reason = ''): void {
    const changes = waiting.map((each) => verification(each, foundYuan));
    const names = waiting.map(({ row }) => row.project.name);
    const done = msg(str`已核实 ${names.length} 个项目`, { id: 'verify.done' });
    void this.write({ changes, names, done }, { reason, confirm: [] });
  }

  private askFound(each: Waiting): void {
    const question = { kind: 'found', name: each.row.project.name, reportedYuan: each.reportedYuan } as const;
    this.asked = { question, act: ({ foundYuan, reason }) => this.verify([each], foundYuan, reason) };
  }

  private askReturn(of: readonly Pick<Waiting, 'report' | 'row'>[]): void {
    const names = of.map(({ row }) => row.project.name);
    const act = ({ reason }: Answered): void => {
      const changes = of.map(({ report }) => returning(report, reason));
      const done = msg(str`已退回 ${names.length} 个项目`, { id: 'verify.returned' });
      void this.write({ changes, names, done }, { reason, confirm: [] });
    };
    this.asked = { question: { kind: 'return', names }, act };
  }

  private readonly askPhoto = (photo: Photo, name: string): void => {
    const act = ({ accepted, reason }: Answered): void => {
      const changes = [accepted ? photoAcceptance(photo) : photoReturn(photo, reason)];
      const done = accepted
        ? msg('照片已采用', { id: 'verify.photo-accepted' })
        : msg('照片已退回', { id: 'verify.photo-returned' });
      void this.write({ changes, names: [name], done }, { reason: '', confirm: [] });
    };
    this.asked = { question: { kind: 'photo', name, photo }, act };
  };

  private async write(
    work: Work,
    how: { readonly reason: string; readonly confirm: readonly string[] },
  ): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await postChanges(work.changes, how);
      this.asked = null;
      this.chosen = new Set();
      this.said = work.done;
    } catch (error) {
      this.refused(asProblem(error), work);
    } finally {
      this.busy = false;
    }
    await this.refresh();
  }

  /** Doubts are asked about; anything else is said. */
  private refused(problem: ApiProblem, work: Work): void {
    const warnings = warningsIn(problem);
    this.asked = null;
    if (warnings.length === 0) {
      this.problem = problem;
      return;
    }
    const nameOf = (path: string): string => work.names[Number(/^changes\/(\d+)\//.exec(path)?.[1])] ?? '';
    this.asked = {
      question: { kind: 'doubts', doubts: warnings.map((warning) => ({ name: nameOf(warning.path), warning })) },
      act: ({ reason }) => void this.write(work, { reason, confirm: [...new Set(warnings.map(({ code }) => code))] }),
    };
  }

  private async load(): Promise<void> {
    try {
      this.data = await loadReporting();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private async refresh(): Promise<void> {
    try {
      if (!this.data || (await ledgerRevision()) !== this.data.revision) await this.load();
      if (this.problem?.code === 'offline') this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }
}
