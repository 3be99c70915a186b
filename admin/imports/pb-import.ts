import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  chooseImport,
  discardImport,
  FATES,
  readImport,
  type ImportFailure,
  type ImportPatch,
  type PendingImport,
  type PreviewHead,
} from '../api/imports.ts';
import { asProblem } from '../api/problem.ts';
import type { RowFate } from '../../core/import/types.ts';
import type { PageEvent } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { failureWords, fateText, importProblemText, megabytes, stageText } from './import-words.ts';
import './pb-import-checks.ts';
import './pb-import-commit.ts';
import './pb-import-done.ts';
import './pb-import-questions.ts';
import { rowsOf } from './pb-import-rows.ts';
import './pb-import-setup.ts';
import './pb-progress.ts';

/** How often the page asks how far the reading is. */
const LOOK_MS = 400;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One import from its upload to its result: reading, preview with questions, confirmation. */
@customElement('pb-import')
export class PbImport extends PbElement {
  @property() import = '';

  @state() private pending: PendingImport | null = null;
  /** The newest preview; it stays in sight while another one is made. */
  @state() private preview: PreviewHead | null = null;
  @state() private revision = 0;
  @state() private fate: RowFate | null = null;
  @state() private done = false;
  @state() private problem = '';
  #watching = false;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
      }
      .head {
        padding: 10px 16px;
      }
      .head a {
        color: var(--accent);
      }
      .head h1 {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .body {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 12px;
        min-height: 0;
        padding: 0 16px 16px;
        overflow: auto;
      }
      .body > * {
        flex: none;
      }
      .body > .panel {
        display: block;
      }
      .failure,
      .reading {
        max-width: 640px;
        padding: 20px 24px;
      }
      .failure p {
        margin: 6px 0 14px;
      }
      .figures {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .figures button {
        flex: 1 1 110px;
        flex-direction: column;
        gap: 0;
        align-items: flex-start;
        padding: 8px 14px;
        border-color: var(--line);
      }
      .figures button[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .figures strong {
        font-size: 22px;
        font-variant-numeric: tabular-nums;
        line-height: 1.25;
      }
      .figures .blocked strong {
        color: var(--warn);
      }
      .again {
        width: 260px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.done) void this.watch();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('import')) return;
    this.pending = null;
    this.preview = null;
    this.fate = null;
    this.done = false;
    this.problem = '';
    void this.watch();
  }

  protected override render() {
    return html`
      <div class="bar head">
        <a href=${routeHash('imports')}>‹ ${msg('导入', { id: 'section.imports' })}</a>
        <h1>${this.pending?.fileName ?? ''}</h1>
        ${this.pending ? html`<span class="soft">${megabytes(this.pending.bytes)}</span>` : nothing}
        <span class="grow"></span>
        ${this.preview && this.pending?.progress ? this.renderProgress(this.pending.progress, 'again') : nothing}
        ${
          this.pending && !this.done
            ? html`<button type="button" @click=${() => void this.discard()}>
                ${msg('放弃这次导入', { id: 'import.discard' })}
              </button>`
            : nothing
        }
      </div>
      <div class="body">
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${this.done ? html`<pb-import-done .import=${this.import}></pb-import-done>` : this.renderPending()}
      </div>
      ${
        this.pending && this.preview && this.pending.state !== 'failed' && !this.done
          ? html`<pb-import-commit
              .pending=${this.pending}
              .preview=${this.preview}
              @pb-written=${() => void this.watch()}
            ></pb-import-commit>`
          : nothing
      }
    `;
  }

  private renderPending() {
    const { pending, preview } = this;
    if (pending?.problem) return this.renderFailure(pending.problem);
    if (pending && preview) return this.renderPreview(pending, preview);
    if (!pending?.progress) return nothing;
    return html`<div class="panel reading">${this.renderProgress(pending.progress, '')}</div>`;
  }

  private renderProgress({ stage, fraction }: NonNullable<PendingImport['progress']>, name: string) {
    return html`<pb-progress class=${name} .fraction=${fraction} .label=${stageText(stage)}></pb-progress>`;
  }

  private renderFailure({ code, sheets }: ImportFailure) {
    const { what, next } = failureWords(code);
    return html`
      <div class="panel failure">
        <div class="message bad" role="alert">${what}</div>
        <p>${next}</p>
        <div class="bar">
          ${sheets.map(
            ({ name }) =>
              html`<button type="button" @click=${() => void this.choose({ sheet: name })}>
                ${msg('读取工作表', { id: 'import.read-sheet' })} ${name}
              </button>`,
          )}
          <a class="button" href=${routeHash('imports')}>${msg('选择另一个文件', { id: 'import.other-file' })}</a>
        </div>
      </div>
    `;
  }

  private renderPreview({ state, settings }: PendingImport, preview: PreviewHead) {
    const busy = state === 'reading';
    return html`
      <div class="figures" role="group" aria-label=${msg('预览结果', { id: 'import.summary' })}>
        ${FATES.map((fate) => this.renderFigure(fate, rowsOf(preview.counts, fate)))}
      </div>
      <pb-import-setup
        class="panel"
        .preview=${preview}
        .mapped=${settings.columns}
        .template=${settings.template ?? ''}
        ?disabled=${busy}
        @pb-import-choice=${this.onChoice}
      ></pb-import-setup>
      ${
        preview.questions.length > 0
          ? html`<pb-import-questions
              class="panel"
              .questions=${preview.questions}
              .columns=${preview.columns}
              ?disabled=${busy}
              @pb-import-choice=${this.onChoice}
            ></pb-import-questions>`
          : nothing
      }
      <pb-import-checks class="panel" .preview=${preview}></pb-import-checks>
      <pb-import-rows
        class="panel"
        .import=${this.import}
        .revision=${this.revision}
        .counts=${preview.counts}
        .columns=${preview.columns}
        .fate=${this.fate}
        @pb-fate=${(event: PageEvent<'pb-fate'>) => (this.fate = event.detail)}
      ></pb-import-rows>
    `;
  }

  private renderFigure(fate: RowFate, count: number) {
    return html`
      <button
        class=${count > 0 ? fate : ''}
        type="button"
        aria-pressed=${this.fate === fate}
        @click=${() => this.filter(this.fate === fate ? null : fate)}
      >
        <strong>${count}</strong>
        <span
          >${fateText(fate)}${fate === 'skip' ? html`<span class="soft small"> ${msg('含合计、标题行', { id: 'import.skip-what' })}</span>` : nothing}</span
        >
      </button>
    `;
  }

  private filter(fate: RowFate | null): void {
    this.fate = fate;
    this.renderRoot.querySelector('pb-import-rows')?.scrollIntoView({ block: 'start' });
  }

  private take(pending: PendingImport): void {
    this.pending = pending;
    if (pending.state === 'failed') this.preview = null;
    if (!pending.preview) return;
    this.preview = pending.preview;
    this.revision = pending.revision;
  }

  /** Asks for the import until it is read; one that is not pending any more was confirmed, or forgotten. */
  private async watch(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    try {
      while (this.isConnected && (await this.look())) await pause(LOOK_MS);
    } finally {
      this.#watching = false;
    }
  }

  /** Whether another look is due. */
  private async look(): Promise<boolean> {
    const asked = this.import;
    try {
      const pending = await readImport(asked);
      if (asked !== this.import) return true;
      if (pending) this.take(pending);
      this.done = pending === null;
      return pending?.state === 'reading';
    } catch (error) {
      const problem = asProblem(error);
      // Also one that was confirmed and taken back is known to the log only.
      if (problem.code === 'not-found' && !this.preview) this.done = true;
      else this.problem = importProblemText(problem);
      return false;
    }
  }

  private onChoice(event: PageEvent<'pb-import-choice'>): void {
    event.stopPropagation();
    void this.choose(event.detail);
  }

  private async choose(patch: ImportPatch): Promise<void> {
    this.problem = '';
    const asked = this.import;
    const answer = chooseImport(asked, patch);
    // The answer comes with the new preview; until then the page tells how far it is.
    if (this.pending) this.pending = { ...this.pending, state: 'reading', problem: null };
    void this.watchSoon();
    try {
      const pending = await answer;
      if (asked === this.import) this.take(pending);
    } catch (error) {
      this.problem = importProblemText(asProblem(error));
      void this.watch();
    }
  }

  private async watchSoon(): Promise<void> {
    await pause(LOOK_MS);
    if (this.pending?.state === 'reading') void this.watch();
  }

  private async discard(): Promise<void> {
    try {
      await discardImport(this.import);
      location.hash = routeHash('imports');
    } catch (error) {
      this.problem = importProblemText(asProblem(error));
    }
  }
}
