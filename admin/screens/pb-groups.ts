import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { REGISTERS, type Group, type Playlist } from '../../core/registers/index.ts';
import { asProblem } from '../api/problem.ts';
import { deleteRecord } from '../api/records.ts';
import { deleteQuestion } from '../common/change-words.ts';
import { fire } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import type { RecordDraft } from '../registers/pb-record-dialog.ts';
import '../registers/pb-record-dialog.ts';
import '../common/pb-confirm.ts';
import { rowAction } from '../common/row-action.ts';

const { theme, locale } = REGISTERS.groups.fields;

/** The groups of screens that show the same: playlist, theme, language. */
@customElement('pb-groups')
export class PbGroups extends PbElement {
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) playlists: readonly Playlist[] = [];
  @property({ type: Boolean }) readonly = false;

  @state() private draft: RecordDraft | null = null;
  @state() private doomed: Group | null = null;
  @state() private problem = '';

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
    `,
  ];

  protected override render() {
    return html`
      <div class="bar">
        <h2>${labelText(REGISTERS.groups.label)}</h2>
        <span class="soft">${msg('同组屏幕显示同样的内容', { id: 'groups.explain' })}</span>
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
    const themeLabel = theme.choices?.[group.theme];
    const localeLabel = locale.choices?.[group.locale];
    return html`
      <tr>
        <td>${name}</td>
        <td>${this.playlists.find((each) => each.id === group.playlist)?.name ?? '—'}</td>
        <td>${themeLabel ? labelText(themeLabel) : group.theme}</td>
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
