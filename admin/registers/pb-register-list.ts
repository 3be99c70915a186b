import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Role } from '../../core/register/role.ts';
import { isMadeByHand } from '../../core/register/declare.ts';
import { registerNamed, type RecordTypes, type RegisterName } from '../../core/registers/index.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { deleteRecord, listRecords } from '../api/records.ts';
import { mayWrite } from '../app/sections.ts';
import { deleteQuestion, type TitleOf } from '../common/change-words.ts';
import type { PageEvent } from '../common/events.ts';
import { countText } from '../common/format.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import type { HistoryOf } from '../common/pb-history.ts';
import { problemText } from '../common/problem-text.ts';
import { loadTitles, targetsOf, titleOfRecord, titlesIn, type References } from '../common/references.ts';
import { routeHash } from '../common/router.ts';
import { controls } from '../style/controls.ts';
import { rowsOf, WHOLE_LIST, type ListView } from './list-model.ts';
import { listStyles } from './list-styles.ts';
import type { RecordDraft } from './pb-record-dialog.ts';
import type { RowActions } from './pb-register-table.ts';
import '../actions/pb-actions.ts';
import '../common/pb-confirm.ts';
import '../common/pb-export-links.ts';
import '../common/pb-history.ts';
import './pb-list-tools.ts';
import './pb-record-dialog.ts';
import './pb-referrers.ts';
import './pb-register-table.ts';

type AnyRecord = RecordTypes[RegisterName];

/** The records of one register: found, added, edited, deleted, with their history; also as they were on a day. */
@customElement('pb-register-list')
export class PbRegisterList extends PbElement {
  @property() register: RegisterName = 'projects';
  @property() viewer: Role = 'auditor';
  /** The day whose end the list shows; empty for now. */
  @property() asOf = '';
  /** A record that the address names: its form is opened. */
  @property() record = '';

  @state() private records: readonly AnyRecord[] | null = null;
  @state() private references: References = new Map();
  @state() private view: ListView = WHOLE_LIST;
  @state() private problem: ApiProblem | null = null;
  @state() private draft: RecordDraft | null = null;
  @state() private doomed: AnyRecord | null = null;
  @state() private history: HistoryOf | null = null;

  static override styles = [controls, listStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('register')) {
      this.view = WHOLE_LIST;
      this.draft = null;
      this.history = null;
    }
    if (changed.has('register') || changed.has('asOf')) {
      this.records = null;
      void this.load();
    } else if (changed.has('record')) this.openNamed();
  }

  protected override render() {
    const titleOf = titlesIn(this.references);
    const rows = this.records && rowsOf(this.register, this.records, this.view, titleOf);
    return html`
      ${this.renderHeading()}
      <pb-list-tools
        .register=${this.register}
        .view=${this.view}
        .references=${this.references}
        .changeView=${(view: ListView) => (this.view = view)}
      ></pb-list-tools>
      ${this.problem ? this.renderProblem(this.problem) : nothing}
      <pb-register-table
        .register=${this.register}
        .rows=${rows}
        .empty=${this.records?.length === 0}
        .view=${this.view}
        .titleOf=${titleOf}
        .actions=${this.rowActions(titleOf)}
        .changeView=${(view: ListView) => (this.view = view)}
      ></pb-register-table>
      ${this.renderDialogs(titleOf)}
    `;
  }

  private renderHeading() {
    const { label } = registerNamed(this.register);
    return html`
      <div class="bar">
        <h1>${labelText(label)}</h1>
        <span class="soft" role="status">
          ${this.records ? countText(this.records.length) : msg('正在读取…', { id: 'loading' })}
        </span>
        <span class="grow"></span>
        <slot name="past"></slot>
        ${this.asOf ? nothing : html`<pb-actions .register=${this.register} .viewer=${this.viewer} @pb-written=${this.onWritten}></pb-actions>`}
        ${this.mayWrite ? html`<a class="button" href=${routeHash('imports')}>${msg('导入', { id: 'registers.import' })}</a>` : nothing}
        <pb-export-links
          path=${`/api/exports/${this.register}`}
          .what=${labelText(label)}
          .asOf=${this.asOf}
        ></pb-export-links>
        ${
          this.mayWrite && isMadeByHand(registerNamed(this.register))
            ? html`<button
                class="primary"
                type="button"
                @click=${() => (this.draft = { register: this.register, values: {} })}
              >
                ${msg('新增', { id: 'change.create' })}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private renderProblem(problem: ApiProblem) {
    const by = problem.code === 'in-use' ? problem.members['by'] : [];
    return html`
      <div class="message bad" role="alert">
        ${problemText(problem)}
        ${Array.isArray(by) && by.length > 0 ? html`<pb-referrers .names=${by.map(String)} .viewer=${this.viewer}></pb-referrers>` : nothing}
      </div>
    `;
  }

  private renderDialogs(titleOf: TitleOf) {
    return html`
      <pb-record-dialog
        .draft=${this.draft}
        .references=${this.references}
        .viewer=${this.viewer}
        ?readonly=${!this.mayWrite}
        @pb-close=${this.onFormClosed}
        @pb-written=${this.onWritten}
      ></pb-record-dialog>
      <pb-confirm
        .question=${this.doomed ? deleteQuestion(titleOfRecord(registerNamed(this.register), this.doomed, titleOf)) : ''}
        .action=${msg('删除', { id: 'change.delete' })}
        .confirm=${() => void this.eraseDoomed()}
        @pb-close=${() => (this.doomed = null)}
      ></pb-confirm>
      <pb-history
        .of=${this.history}
        .viewer=${this.viewer}
        @pb-close=${() => (this.history = null)}
        @pb-written=${this.onUndone}
      ></pb-history>
    `;
  }

  private get mayWrite(): boolean {
    return this.asOf === '' && mayWrite(this.viewer, registerNamed(this.register).write);
  }

  private rowActions(titleOf: TitleOf): RowActions {
    const register = registerNamed(this.register);
    return {
      viewer: this.viewer,
      writable: this.mayWrite,
      open: (record) => this.open(record),
      showHistory: (record) => {
        this.history = { register: this.register, record: record.id, title: titleOfRecord(register, record, titleOf) };
      },
      erase: (record) => (this.doomed = record),
    };
  }

  private open({ id, revision, ...values }: AnyRecord): void {
    this.draft = { register: this.register, id, revision, values };
  }

  /** Opens the record that the address names, once it is there. */
  private openNamed(): void {
    if (!this.record || !this.records) return;
    const named = this.records.find(({ id }) => id === this.record);
    if (named) this.open(named);
  }

  private onFormClosed(): void {
    this.draft = null;
    this.forgetNamed();
  }

  /** The address names the list again, so that the same link opens the form another time. */
  private forgetNamed(): void {
    if (this.record) location.hash = routeHash('registers', this.register);
  }

  private async load(): Promise<void> {
    const { register, asOf, viewer } = this;
    try {
      const query: Readonly<Record<string, string>> = asOf ? { asOf } : {};
      const [{ records }, references] = await Promise.all([
        listRecords(register, query),
        loadTitles(targetsOf(registerNamed(register).fields), { viewer, asOf: asOf || undefined }),
      ]);
      if (register !== this.register || asOf !== this.asOf) return;
      this.records = records;
      this.references = references;
      this.problem = null;
      this.openNamed();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private async eraseDoomed(): Promise<void> {
    const record = this.doomed;
    this.doomed = null;
    if (!record) return;
    try {
      await deleteRecord(this.register, record.id, record.revision);
      await this.load();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private onWritten(event: PageEvent<'pb-written'>): void {
    event.stopPropagation();
    this.draft = null;
    this.forgetNamed();
    void this.load();
  }

  /** The history stays open: it shows the undoing as its newest entry. */
  private onUndone(event: PageEvent<'pb-written'>): void {
    event.stopPropagation();
    void this.load();
  }
}
