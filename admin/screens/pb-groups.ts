import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { REGISTERS, type Edition, type Group, type Playlist, type RecordTypes } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { deleteRecord, listRecords } from '../api/records.ts';
import { deleteQuestion } from '../common/change-words.ts';
import { fire } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { routeHash } from '../common/router.ts';
import { asOfText, editionName } from '../editions/edition-words.ts';
import { instant } from '../../core/time.ts';
import { controls } from '../style/controls.ts';
import type { RecordDraft } from '../registers/pb-record-dialog.ts';
import { dueText } from './schedule-words.ts';
import './pb-schedule-dialog.ts';
import '../registers/pb-record-dialog.ts';
import '../common/pb-confirm.ts';
import { rowAction } from '../common/row-action.ts';

const { theme, locale, source, schedule } = REGISTERS.groups.fields;

/** The groups of screens that show the same: playlist, theme, language. */
@customElement('pb-groups')
export class PbGroups extends PbElement {
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) playlists: readonly Playlist[] = [];
  @property({ type: Boolean }) readonly = false;

  @state() private ownThemes: readonly RecordTypes['themes'][] = [];
  @state() private draft: RecordDraft | null = null;
  @state() private doomed: Group | null = null;
  /** The group whose schedule is open. */
  @state() private scheduled: Group | null = null;
  @state() private problem = '';
  /** What groups show that take their figures from editions. */
  @state() private onAir: Edition | null = null;

  static override styles = [
    controls,
    css`
      .bar {
        margin: 8px 0;
      }
      .rows {
        overflow-x: auto;
      }
      td {
        white-space: nowrap;
      }
      td a {
        color: var(--accent);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('groups') && this.groups.length > 0) void this.lookUp();
  }

  protected override render() {
    return html`
      <div class="bar">
        <h2>${labelText(REGISTERS.groups.label)}</h2>
        <span class="soft">${msg('同组屏幕显示同样的内容', { id: 'groups.explain' })}</span>
        <span class="soft"
          >${msg(str`数据来源为“已签发期次”的组现在显示：${this.shownOfEditions()}`, { id: 'groups.from-editions' })}</span
        >
        <span class="grow"></span>
        ${
          this.readonly
            ? nothing
            : html`<button type="button" @click=${() => (this.draft = { register: 'groups', values: {} })}>
                ${msg('新建屏幕组', { id: 'groups.create' })}
              </button>`
        }
      </div>
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <div class="panel rows" tabindex="0" role="region" aria-label=${labelText(REGISTERS.groups.label)}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${msg('名称', { id: 'name' })}</th>
              <th scope="col">${msg('节目单', { id: 'section.playlists' })}</th>
              <th scope="col">${labelText(schedule.label)}</th>
              <th scope="col">${labelText(source.label)}</th>
              <th scope="col">${labelText(theme.label)}</th>
              <th scope="col">${labelText(locale.label)}</th>
              <th scope="col">${msg('名次变化时插播', { id: 'groups.spotlight' })}</th>
              <th scope="col"><span class="sr">${msg('操作', { id: 'actions' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${this.groups.map((group) => this.renderGroup(group))}
          </tbody>
        </table>
      </div>
      <pb-record-dialog
        .draft=${this.draft}
        .references=${new Map([['playlists', this.playlists.map(({ id, name }) => ({ id, title: name }))]])}
        @pb-close=${() => (this.draft = null)}
        @pb-written=${() => (this.draft = null)}
      ></pb-record-dialog>
      <pb-schedule-dialog
        .group=${this.scheduled}
        .playlists=${this.playlists}
        ?readonly=${this.readonly}
        @pb-close=${() => (this.scheduled = null)}
      ></pb-schedule-dialog>
      <pb-confirm
        .question=${this.doomed ? deleteQuestion(this.doomed.name) : ''}
        .action=${msg('删除', { id: 'change.delete' })}
        .confirm=${() => void this.eraseDoomed()}
        @pb-close=${() => (this.doomed = null)}
      ></pb-confirm>
    `;
  }

  private renderGroup(group: Group) {
    const { id, revision, name } = group;
    const own = this.ownThemes.find(({ id: each }) => each === group.ownTheme);
    const themeLabel = theme.choices?.[group.theme];
    const localeLabel = locale.choices?.[group.locale];
    return html`
      <tr>
        <td>${name}</td>
        <td>${this.playlists.find((each) => each.id === group.playlist)?.name ?? '—'}</td>
        <td>${this.renderSchedule(group)}</td>
        <td>${this.renderSource(group)}</td>
        <td>${own ? own.name : themeLabel ? labelText(themeLabel) : group.theme} ${this.renderModes(group)}</td>
        <td>${localeLabel ? labelText(localeLabel) : group.locale}</td>
        <td>${group.spotlight ? msg('是', { id: 'value.yes' }) : msg('否', { id: 'value.no' })}</td>
        <td class="actions">
          ${
            this.readonly
              ? nothing
              : html`
                  ${rowAction(msg('修改', { id: 'change.update' }), name, () => (this.draft = { register: 'groups', id, revision, values: { ...group } }))}
                  ${rowAction(msg('删除', { id: 'change.delete' }), name, () => (this.doomed = group), { danger: true })}
                `
          }
        </td>
      </tr>
    `;
  }

  /** What changes everything on the screens stands in the list: nobody forgets it there. */
  private renderModes({ greyscale, roadside }: Group) {
    return html`
      ${greyscale ? html`<span class="badge warn">${msg('灰度', { id: 'groups.greyscale' })}</span>` : nothing}
      ${roadside ? html`<span class="badge">${msg('临街', { id: 'groups.roadside' })}</span>` : nothing}
    `;
  }

  /** How many windows there are, what is due now, and the way to change them. */
  private renderSchedule(group: Group) {
    const windows = group.schedule ?? [];
    return html`
      ${
        windows.length === 0
          ? msg('全天', { id: 'schedule.none' })
          : msg(str`${windows.length} 个时段`, { id: 'schedule.count' })
      }
      ${rowAction(msg('时段', { id: 'schedule.open' }), group.name, () => (this.scheduled = group))}
      ${
        windows.length === 0
          ? nothing
          : html`<br /><span class="soft small">${dueText(group, windows, this.playlists, instant(Date.now()))}</span>`
      }
    `;
  }

  /** What groups show that take their figures from signed editions. */
  private shownOfEditions(): string {
    return this.onAir
      ? msg(str`${editionName(this.onAir)}，${asOfText(this.onAir.asOf)}`, { id: 'groups.on-air' })
      : msg('“数据更新中”（没有期次在播出）', { id: 'groups.no-edition' });
  }

  /** Where the figures come from, and what that puts on the screens now. */
  private renderSource(group: Group) {
    const chosen = group.source ?? 'live';
    const label = source.choices?.[chosen];
    const shown = this.shownOfEditions();
    return html`
      ${label ? labelText(label) : chosen}
      ${
        chosen === 'live'
          ? nothing
          : this.onAir
            ? html`<br /><a class="small" href=${routeHash('editions', this.onAir.id)}>${shown}</a>`
            : html`<br /><span class="soft small">${shown}</span>`
      }
    `;
  }

  private async lookUp(): Promise<void> {
    try {
      const [{ records }, themes] = await Promise.all([
        listRecords('editions', { state: 'onAir' }),
        listRecords('themes'),
      ]);
      this.onAir = records[0] ?? null;
      this.ownThemes = themes.records;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async eraseDoomed(): Promise<void> {
    const group = this.doomed;
    this.doomed = null;
    this.problem = '';
    if (!group) return;
    try {
      await deleteRecord('groups', group.id, group.revision);
      fire(this, 'pb-written', undefined);
    } catch (error) {
      const problem = asProblem(error);
      this.problem =
        problem.code === 'in-use'
          ? msg(str`“${group.name}”里还有屏幕，请先把它们改到别的组或删除`, { id: 'groups.in-use' })
          : problemText(problem);
    }
  }
}
