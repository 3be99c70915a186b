import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { RecordProblem } from '../../core/register/declare.ts';
import type { Role } from '../../core/register/role.ts';
import { checkScheme, schemeWarnings } from '../../core/schemes/check-scheme.ts';
import type { Definition } from '../../core/measures/definition.ts';
import { listMeasures } from '../api/definitions.ts';
import { asProblem, type FieldError } from '../api/problem.ts';
import { createRecord, updateRecord } from '../api/records.ts';
import type { ListedScheme } from '../api/schemes.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { changedValues, presentValues, problemCodes } from '../common/form-values.ts';
import { PbElement } from '../common/pb-element.ts';
import { plainText } from '../common/plain-text.ts';
import { fieldProblems, fieldProblemText, problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { guardUnsaved } from '../common/unsaved.ts';
import { controls } from '../style/controls.ts';
import { HEAD_FIELDS, startWriting, type Writing } from './editor-start.ts';
import { editorStyles } from './editor-styles.ts';
import type { FormContext } from './form-context.ts';
import type { PbSchemeItems } from './pb-scheme-items.ts';
import type { PbSchemeRules } from './pb-scheme-rules.ts';
import { schemeProblemText } from './problem-words.ts';
import { itemIds, withValue, type Path } from './scheme-draft.ts';
import { schemeHash, type SchemePlace } from './scheme-place.ts';
import { mayEdit } from './scheme-rights.ts';
import { stateName, stateTone, versionText } from './scheme-words.ts';
import '../common/pb-form.ts';
import './pb-scheme-items.ts';
import './pb-scheme-json.ts';
import './pb-scheme-rules.ts';
import './pb-scheme-steps.ts';
import './pb-trial.ts';

type Words = Readonly<Record<string, string>>;

/** Writes a scheme: its items and rules, with what is wrong beside its place, and a trial on the ledger at the side. */
@customElement('pb-scheme-editor')
export class PbSchemeEditor extends PbElement {
  @property() viewer: Role = 'auditor';
  @property({ attribute: false }) place!: SchemePlace;
  @property({ attribute: false }) schemes: readonly ListedScheme[] = [];

  /** The place that is being written; another one waits while something is not saved. */
  @state() private at: SchemePlace | null = null;
  @state() private start: Writing | null = null;
  @state() private body: unknown = null;
  @state() private values: Writing['values'] = {};
  @state() private measures: readonly Definition[] = [];
  @state() private headErrors: Words = {};
  /** What only the server found wrong with this body. */
  @state() private refusals: readonly RecordProblem[] = [];
  @state() private tab: 'table' | 'json' = 'table';
  @state() private problem = '';
  @state() private notice = '';
  @state() private busy = false;

  @query('pb-scheme-items') private items!: PbSchemeItems | null;
  @query('pb-scheme-rules') private rules!: PbSchemeRules | null;

  static override styles = [controls, editorStyles];

  constructor() {
    super();
    guardUnsaved(this, () => this.isDirty);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadMeasures();
  }

  protected override willUpdate(): void {
    const isSame = this.at?.scheme === this.place.scheme && this.at.view === this.place.view;
    if (!isSame && !this.isDirty && this.schemes.length > 0) void this.begin(this.place);
  }

  protected override render() {
    const isWaiting = this.at && (this.at.scheme !== this.place.scheme || this.at.view !== this.place.view);
    if (isWaiting && this.isDirty && this.at) return this.renderWaiting(this.at);
    if (!this.start)
      return this.problem
        ? html`<div class="message bad" role="alert">${this.problem}</div>`
        : html`<p class="soft" role="status">${msg('正在读取…', { id: 'loading' })}</p>`;
    return html`${this.renderHeading(this.start)}${this.renderWriting(this.start)}`;
  }

  /** Another scheme was opened while this one has edits. */
  private renderWaiting(at: SchemePlace) {
    return html`
      <div class="message warn" role="alert">
        <p>${msg(str`“${plainText(this.values['name'])}”还有没保存的修改。`, { id: 'schemes.unsaved' })}</p>
        <div class="bar">
          <a class="button" href=${schemeHash(at)}>${msg('回去继续', { id: 'schemes.go-back' })}</a>
          <button class="danger" type="button" @click=${() => void this.begin(this.place)}>
            ${msg('放弃修改', { id: 'schemes.discard' })}
          </button>
        </div>
      </div>
    `;
  }

  private renderHeading({ saved }: Writing) {
    const scheme = saved && this.schemes.find(({ id }) => id === saved.id);
    const { readonly } = this;
    return html`
      <div class="bar">
        <a href=${routeHash('schemes')}>${msg('全部方案', { id: 'schemes.all' })}</a>
        <h1>${plainText(this.values['name'])}</h1>
        <span>${versionText(Number(this.values['version'] ?? 1))}</span>
        ${
          saved
            ? html`<span class="badge ${stateTone(saved.state)}">${stateName(saved.state)}</span>`
            : html`<span class="badge warn">${msg('尚未保存', { id: 'schemes.new' })}</span>`
        }
        ${saved ? html`<a href=${this.scoresHash(saved.id)}>${msg('得分与位次', { id: 'schemes.scores' })}</a>` : nothing}
        <span class="grow"></span>
        <span class="soft" role="status">${this.statusText}</span>
        ${
          readonly
            ? nothing
            : html`<button class="to-trial" type="button" @click=${this.showTrial}>
                  ${msg('看试算', { id: 'schemes.to-trial' })}
                </button>
                <button
                  class="primary"
                  type="button"
                  ?disabled=${this.busy || (!this.isDirty && saved !== null)}
                  @click=${() => void this.save()}
                >
                  ${msg('保存为拟定稿', { id: 'schemes.save-draft' })}
                </button>`
        }
        ${
          scheme && !this.isDirty
            ? html`<pb-scheme-steps
                .viewer=${this.viewer}
                .scheme=${scheme}
                @pb-written=${this.onLed}
              ></pb-scheme-steps>`
            : nothing
        }
      </div>
    `;
  }

  private readonly showTrial = (): void =>
    this.renderRoot.querySelector('pb-trial')?.scrollIntoView({ block: 'start' });

  private get statusText(): string {
    if (this.readonly) return msg('只读', { id: 'schemes.read-only' });
    return this.isDirty ? msg('有未保存的修改', { id: 'schemes.dirty' }) : this.notice;
  }

  private renderWriting({ base, entriesOf }: Writing) {
    const problems = this.problems;
    const context = this.contextWith(problems);
    return html`
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div class="columns ${this.readonly ? '' : 'two'}">
        <div class="writing">
          <section class="panel head">
            <pb-form
              .fields=${HEAD_FIELDS}
              .values=${this.values}
              .errors=${this.headErrors}
              ?disabled=${this.readonly}
              @pb-values=${this.onValues}
            ></pb-form>
          </section>
          ${this.renderProblems(problems)} ${this.renderTabs()}
          ${
            this.tab === 'json'
              ? html`<pb-scheme-json .context=${context}></pb-scheme-json>`
              : html`
                  <pb-scheme-items .context=${context}></pb-scheme-items>
                  <pb-scheme-rules .context=${context}></pb-scheme-rules>
                `
          }
        </div>
        ${
          this.readonly
            ? nothing
            : html`<pb-trial
                .body=${problems.length > 0 ? null : this.body}
                .name=${entriesOf}
                .base=${base}
                .schemes=${this.schemes}
                .refused=${this.onRefused}
              ></pb-trial>`
        }
      </div>
    `;
  }

  private renderTabs() {
    const button = (tab: 'table' | 'json', words: string) =>
      html`<button type="button" aria-pressed=${this.tab === tab} @click=${() => (this.tab = tab)}>${words}</button>`;
    return html`
      <div class="tabs" role="group" aria-label=${msg('编辑方式', { id: 'schemes.how' })}>
        ${button('table', msg('表格', { id: 'schemes.table' }))} ${button('json', 'JSON')}
      </div>
    `;
  }

  /** Everything that is wrong, each leading to its place; else what is allowed but seldom meant. */
  private renderProblems(problems: readonly RecordProblem[]) {
    const warnings = problems.length > 0 ? [] : this.warnings;
    if (problems.length + warnings.length === 0) return nothing;
    return html`
      <div class="message ${problems.length > 0 ? 'bad' : 'warn'}" role=${problems.length > 0 ? 'alert' : 'status'}>
        ${
          problems.length > 0
            ? msg(str`有 ${problems.length} 处要改`, { id: 'schemes.problems' })
            : msg('可以保存，但请留意', { id: 'schemes.warnings' })
        }
        <ul>
          ${[...problems, ...warnings].map(
            (each) => html`
              <li>
                <button class="quiet small" type="button" @click=${() => void this.goTo(each.path)}>
                  ${this.placeText(each.path)}
                </button>
                ${schemeProblemText(each)}
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  /** A place as people call it: the item by its id. */
  private placeText(path: string): string {
    const [list, index = '', ...rest] = path.split('/');
    const id = list === 'items' ? itemIds(this.body)[Number(index)] : undefined;
    return id === undefined ? path || '—' : [id, ...rest].join('/');
  }

  private get readonly(): boolean {
    const saved = this.start?.saved;
    return !mayEdit(this.viewer) || (saved !== null && saved !== undefined && saved.state !== 'draft');
  }

  private get isDirty(): boolean {
    if (!this.start) return false;
    return (
      JSON.stringify(this.body) !== JSON.stringify(this.start.body) ||
      Object.keys(changedValues(HEAD_FIELDS, this.start.values, this.values)).length > 0
    );
  }

  private get problems(): readonly RecordProblem[] {
    const checked = checkScheme(this.body);
    return checked.ok ? this.refusals : checked.problem;
  }

  private get warnings(): readonly RecordProblem[] {
    const checked = checkScheme(this.body);
    return checked.ok ? schemeWarnings(checked.value) : [];
  }

  private contextWith(problems: readonly RecordProblem[]): FormContext {
    return {
      body: this.body,
      errors: new Map(problems.map((each) => [each.path, schemeProblemText(each)])),
      readonly: this.readonly,
      measures: this.measures,
      set: (path, value) => this.take(withValue(this.body, path, value)),
      take: (body) => this.take(body),
    };
  }

  private take(body: unknown): void {
    this.body = body;
    this.refusals = [];
    this.problem = '';
    this.notice = '';
  }

  private readonly onRefused = (errors: readonly FieldError[]): void => {
    this.refusals = errors.map(({ path, message }) => ({ path, code: 'inconsistent', message }));
  };

  private onValues(event: PageEvent<'pb-values'>): void {
    event.stopPropagation();
    this.values = { ...this.values, ...event.detail };
    this.headErrors = {};
    this.problem = '';
    this.notice = '';
  }

  private async goTo(place: string): Promise<void> {
    this.tab = 'table';
    await this.updateComplete;
    const path: Path = place.split('/').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const [list, index] = path;
    if (list !== 'items') return this.rules?.focusPlace(path);
    if (typeof index === 'number') this.items?.reveal(index);
    await this.items?.focusPlace(path);
  }

  private async begin(place: SchemePlace): Promise<void> {
    this.at = place;
    this.start = null;
    this.problem = '';
    this.notice = '';
    try {
      const start = await startWriting(place, this.schemes);
      if (this.at !== place) return;
      this.take(start.body);
      this.start = start;
      this.values = start.values;
      this.headErrors = {};
    } catch (error) {
      if (this.at === place) this.problem = problemText(asProblem(error));
    }
  }

  private async loadMeasures(): Promise<void> {
    try {
      this.measures = await listMeasures();
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  /** Whether it can be sent; says beside the fields what is missing. */
  private isUsable(): boolean {
    const codes = Object.entries(problemCodes(HEAD_FIELDS, this.values));
    this.headErrors = Object.fromEntries(
      codes.map(([name, code]) => [name, fieldProblemText(code, HEAD_FIELDS[name])]),
    );
    const isRight = codes.length === 0 && this.problems.length === 0;
    if (!isRight) this.problem = msg('内容有误，没有保存，请按提示修改', { id: 'problem.invalid' });
    return isRight;
  }

  private async save(): Promise<void> {
    const { start } = this;
    if (!start || this.busy || !this.isUsable()) return;
    this.busy = true;
    try {
      const { id, revision, state: of } = await this.write(start);
      this.start = { ...start, body: this.body, values: this.values, saved: { id, revision, state: of } };
      this.problem = '';
      this.notice = msg('已保存', { id: 'schemes.saved' });
      // The address follows only later; until then this element is where it already is.
      this.place = { ...this.place, scheme: id, view: 'edit' };
      this.at = this.place;
      location.hash = schemeHash(this.at);
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem = problemText(problem);
      this.headErrors = fieldProblems(problem.errors, HEAD_FIELDS);
    } finally {
      this.busy = false;
    }
  }

  private write({ saved, values }: Writing) {
    const { body } = this;
    if (!saved) return createRecord('schemes', { ...presentValues(HEAD_FIELDS, this.values), body, state: 'draft' });
    const changed = changedValues(HEAD_FIELDS, values, this.values);
    return updateRecord('schemes', saved.id, { ...changed, body }, saved.revision);
  }

  /** The state is another: read it again. */
  private readonly onLed = (): void => {
    if (this.at) void this.begin(this.at);
  };

  private scoresHash(scheme: string): string {
    return schemeHash({ ...this.place, scheme, view: 'scores', unit: '' });
  }
}
