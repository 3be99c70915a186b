import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditionPackage } from '../../core/editions/package.ts';
import type { Role } from '../../core/register/role.ts';
import type { Group, Screen } from '../../core/registers/index.ts';
import {
  readDesk,
  readPackage,
  takeStep,
  type EditionDesk,
  type EditionLine,
  type EditionStep,
} from '../api/editions.ts';
import { asProblem } from '../api/problem.ts';
import { ledgerRevision, listRecords } from '../api/records.ts';
import { sessionEvents } from '../api/request.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { poll } from '../common/poll.ts';
import { problemText } from '../common/problem-text.ts';
import { loadTitles, type References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import type { AskedStep } from './asked-step.ts';
import { deskHead } from './desk-head.ts';
import { deskStyles } from './desk-styles.ts';
import { trackStyles } from './edition-track.ts';
import { doneText, editionName, stepProblemText } from './edition-words.ts';
import { panelStyles } from './panel-styles.ts';
import { pageTitles } from './preview-programme.ts';
import { reviewLines } from './review-lines.ts';
import { DEPENDENT_REGISTERS, staleLines } from './stale-lines.ts';
import { stepDialogs } from './step-dialogs.ts';
import './pb-edition-changes.ts';
import './pb-edition-checks.ts';
import './pb-edition-next.ts';
import './pb-edition-pages.ts';

const REFRESH_MS = 10_000;

/** The desk of one edition: what changed, what the checks say, who reviewed, how it looks, and the next step. */
@customElement('pb-edition-desk')
export class PbEditionDesk extends PbElement {
  @property() viewer: Role = 'auditor';
  /** The edition's id. */
  @property() edition = '';
  /** All editions, for what they are called. */
  @property({ attribute: false }) editions: readonly EditionLine[] = [];

  @state() private desk: EditionDesk | null = null;
  @state() private content: EditionPackage | null = null;
  @state() private groups: readonly Group[] = [];
  @state() private screens: readonly Screen[] = [];
  @state() private references: References = new Map();
  /** Why the edition cannot be read. */
  @state() private problem = '';
  /** Why the last step was refused. */
  @state() private refused = '';
  @state() private said = '';
  @state() private asked: AskedStep | null = null;
  @state() private busy = false;
  /** The hash of the content that the person has read: a step is about this one and no other. */
  @state() private seen = '';

  private revision = 0;
  private loadedContent = '';
  private readonly onSignedIn = (): void => void this.load();

  static override styles = [controls, panelStyles, trackStyles, deskStyles];

  constructor() {
    super();
    poll(this, REFRESH_MS, () => this.refresh());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    sessionEvents.addEventListener('signed-in', this.onSignedIn);
    void this.loadSurroundings();
    if (this.hasUpdated) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    sessionEvents.removeEventListener('signed-in', this.onSignedIn);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('edition')) return;
    this.desk = null;
    this.content = null;
    this.loadedContent = '';
    this.seen = '';
    this.asked = null;
    this.problem = '';
    this.refused = '';
    this.said = '';
    void this.load();
  }

  protected override render() {
    const { desk } = this;
    return html`
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${desk ? this.renderDesk(desk) : this.problem ? nothing : html`<p class="soft">${msg('正在读取…', { id: 'loading' })}</p>`}
    `;
  }

  private renderDesk(desk: EditionDesk) {
    const { edition, reviews, checks, differences } = desk;
    return html`
      ${deskHead(desk)} ${this.renderMessages(desk)}
      <div class="columns ${edition.state === 'onAir' ? 'on-air' : ''}" @pb-ask-step=${this.onAsk}>
        <div class="column read">
          ${staleLines(desk, this.references)}
          <pb-edition-changes
            .differences=${differences}
            .previous=${this.nameOfEdition(differences?.edition)}
            .nameOf=${this.nameOf}
          ></pb-edition-changes>
          <pb-edition-checks
            .checks=${checks}
            .references=${this.references}
            .nameOf=${this.nameOf}
          ></pb-edition-checks>
          ${reviewLines(edition, reviews)}
        </div>
        <div class="column look">
          <pb-edition-pages
            .desk=${desk}
            .content=${this.content}
            .groups=${this.groups}
            .screens=${this.screens}
            .nameOf=${this.nameOf}
          ></pb-edition-pages>
        </div>
        <pb-edition-next .desk=${desk} ?busy=${this.busy || this.isOther(desk)}></pb-edition-next>
      </div>
      <div @pb-close=${this.onClose} @pb-take-step=${this.onTake}>
        ${stepDialogs(desk, {
          asked: this.asked,
          seen: this.seen,
          problem: this.refused,
          busy: this.busy,
          replaces: this.nameOnAir(),
          nameOf: this.nameOf,
        })}
      </div>
    `;
  }

  private renderMessages(desk: EditionDesk) {
    return html`
      <div role="status" aria-live="polite">
        ${this.said ? html`<div class="message good">✓ ${this.said}</div>` : nothing}
      </div>
      ${this.refused && !this.asked ? html`<div class="message bad" role="alert">${this.refused}</div>` : nothing}
      ${this.isOther(desk) ? this.renderOther() : nothing}
    `;
  }

  /** The content was frozen anew under the reader's eyes: nothing is decided before it was read. */
  private renderOther() {
    return html`
      <div class="message warn bar" role="alert">
        ${msg('您查看期间内容已重新冻结，下面是新的内容，请重新核对。', { id: 'editions.frozen-anew' })}
        <button type="button" @click=${() => (this.seen = this.desk?.edition.content ?? '')}>
          ${msg('已核对新内容', { id: 'editions.read-anew' })}
        </button>
      </div>
    `;
  }

  private isOther({ edition }: EditionDesk): boolean {
    return this.seen !== '' && edition.content !== undefined && this.seen !== edition.content;
  }

  private nameOfEdition(id: string | undefined): string {
    const line = this.editions.find(({ edition }) => edition.id === id);
    return line ? `${line.edition.year} ${editionName(line.edition)}` : '';
  }

  /** What is on air, other than this edition itself. */
  private nameOnAir(): string {
    const line = this.editions.find(({ edition }) => edition.state === 'onAir' && edition.id !== this.edition);
    return line ? editionName(line.edition) : '';
  }

  private titles: ReadonlyMap<string, string> = new Map();
  private nameOf = (page: string): string => this.titles.get(page) ?? page;

  private readonly onAsk = (event: PageEvent<'pb-ask-step'>): void => {
    this.refused = '';
    this.said = '';
    const { step } = event.detail;
    if (step === 'freeze') void this.take({ step: 'freeze', body: {} });
    else this.asked = event.detail;
  };

  private readonly onClose = (event: Event): void => {
    event.stopPropagation();
    this.asked = null;
    this.refused = '';
  };

  private readonly onTake = (event: PageEvent<'pb-take-step'>): void => void this.take(event.detail);

  private async take(step: EditionStep): Promise<void> {
    this.busy = true;
    this.refused = '';
    try {
      const { id } = await takeStep(this.edition, step);
      this.asked = null;
      // The old buttons are not offered again before the new state is there.
      await this.load();
      this.said = doneText(step.step === 'reviews' ? 'review' : step.step);
      if (id === this.edition) fire(this, 'pb-written', undefined);
      else fire(this, 'pb-edition', id);
    } catch (error) {
      this.refused = stepProblemText(asProblem(error));
      await this.load();
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    const id = this.edition;
    try {
      const revision = await ledgerRevision();
      const desk = await readDesk(id);
      if (id !== this.edition) return;
      // Whoever looked on while it was frozen reads that content from here on; another one is told first.
      if (this.seen === '' || desk.edition.content === undefined) this.seen = desk.edition.content ?? '';
      this.desk = desk;
      this.revision = revision;
      this.problem = '';
      await this.loadContent(id, desk.content);
    } catch (error) {
      if (id === this.edition) this.problem = problemText(asProblem(error));
    }
  }

  private async loadContent(id: string, hash: string | null): Promise<void> {
    if (hash === this.loadedContent) return;
    const content = hash === null ? null : await readPackage(id);
    if (id !== this.edition) return;
    this.content = content;
    this.titles = content ? pageTitles(content) : new Map();
    this.nameOf = (page) => this.titles.get(page) ?? page;
    this.loadedContent = hash ?? '';
  }

  /** Names and screens: they are read once, and whoever may not read some sees ids. */
  private async loadSurroundings(): Promise<void> {
    try {
      const [groups, screens, references] = await Promise.all([
        listRecords('groups'),
        listRecords('screens'),
        loadTitles(['units', 'projects', ...DEPENDENT_REGISTERS], { viewer: this.viewer }),
      ]);
      this.groups = groups.records;
      this.screens = screens.records;
      this.references = references;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async refresh(): Promise<void> {
    if (this.busy) return;
    try {
      if (!this.desk || (await ledgerRevision()) !== this.revision) await this.load();
      else this.problem = '';
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
